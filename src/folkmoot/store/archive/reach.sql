-- What is covered of each project, stretches joined where they touch.
create or replace temp table reach as
with every as (
    select c.project, c.since, c.until, c.quality, c.note from coverage c where c.source = 'gharchive'
        and c.project in (select project from covered)
    union all
    select p.project, s.since, s.until, s.quality, s.note from covered p cross join stretch s
), marked as (
    select *, case when since <= max(until) over (partition by project, quality, note order by since, until
        rows between unbounded preceding and 1 preceding) then 0 else 1 end as is_apart
    from every
), numbered as (
    select *, sum(is_apart) over (partition by project, quality, note order by since, until) as run
    from marked
)
select project, min(since) as since, max(until) as until, quality, note
from numbered group by project, quality, note, run;
delete from coverage where source = 'gharchive' and project in (select project from covered);
insert into coverage select project, 'gharchive', since, until, quality, note from reach;
