drop table import_layouts, imports;
