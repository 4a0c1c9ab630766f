-- Events that were read more than once are kept once.
create or replace temp table said as select distinct on (id) * from said;
create or replace temp table done as select distinct on (id) * from done;
