-- Every year from the first commit to the clock; without any commit, from the first thing a forge tells of.
select
    m.year_id, min(m.start_ts) as start_ts, max(m.end_ts) as end_ts,
    case when count(*) filter (where m.month_id % 100 = 12 and m.is_complete = 1) > 0 then 1 else 0 end
        as is_complete
from months m
where m.has_history = 1
group by m.year_id
