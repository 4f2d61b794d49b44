drop table requisition_signatures, requisitions;
