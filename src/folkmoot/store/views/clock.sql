-- The moment the numbers are for: when the store was last brought up to date. Where nothing but webhooks told
-- anything, that is the newest that they delivered.
select
    cast(until_ts as bigint) as as_of_ts,
    cast(until_ts // 86400 as bigint) as as_of_day_id,
    cast(year(make_timestamp(until_ts * 1000000)) * 100 + month(make_timestamp(until_ts * 1000000)) as bigint)
        as as_of_month_id,
    cast(year(make_timestamp(until_ts * 1000000)) as bigint) as as_of_year_id,
    cast(epoch(make_timestamp(until_ts * 1000000) - interval 1 year) as bigint) as year_ago_ts
from (
    select coalesce(nullif(coalesce(max(until), 0), 0), (
        select max(ts) from (
            select max(greatest(opened_at, updated_at)) as ts from item_fact
            union all select max(made_at) as ts from remark_fact
            union all select max(made_at) as ts from turn_fact
            union all select max(made_at) as ts from act_fact)
    ), 0) as until_ts
    from coverage
)
