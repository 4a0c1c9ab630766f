-- Several events of a day carry counts: the highest is kept, so that the order of reading does not matter.
create or replace temp table counted as
select project, cast(ts // 86400 as integer) as day_id, max(stars) as stars, max(forks) as forks
from heard where stars >= 0 or forks >= 0 group by project, day_id;
update counted set stars = greatest(counted.stars, old.stars), forks = greatest(counted.forks, old.forks)
from snapshot_fact old where old.project = counted.project and old.day_id = counted.day_id
    and old.source = 'gharchive';
delete from snapshot_fact old using counted c where old.project = c.project and old.day_id = c.day_id
    and old.source = 'gharchive';
insert into snapshot_fact select project, 'gharchive', day_id, stars, forks, -1, -1, -1 from counted;
