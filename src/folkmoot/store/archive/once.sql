-- Events that were read more than once are kept once.
create or replace temp table said_once as select distinct on (id) * from said;
create or replace temp view said as from said_once;
create or replace temp table done_once as select distinct on (id) * from done;
create or replace temp view done as from done_once;
