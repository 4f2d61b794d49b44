drop table import_columns, imports;
