-- One row per person with a contribution: first and last act, and how much there is between.
select
    c.person,
    max(c.is_bot) as is_bot,
    min(c.ts) as first_ts,
    min(c.month_id) as first_month_id,
    min(c.year_id) as first_year_id,
    max(c.ts) as last_ts,
    max(c.month_id) as last_month_id,
    cast(sum(case when c.kind = 'commit' then 1 else 0 end) as bigint) as commits,
    count(*) as contributions,
    count(distinct c.day_id) as active_days
from contributions c
group by c.person
