-- One row per label on an issue or change at the clock. `is_welcoming` tells that the label invites newcomers,
-- whatever the case and the signs between its words: good first issue, first timers only, beginner, newcomer,
-- starter, easy.
with later as (
    -- what is taken off next was there, and what is put on next was not
    select t.project, t.is_change, t.number, t.detail as label, arg_min(t.kind, t.made_at) as kind
    from turn_fact t join clock k on t.made_at > k.as_of_ts
    where t.kind in ('labelled', 'unlabelled')
    group by t.project, t.is_change, t.number, t.detail
),
present as (
    select f.project, f.is_change, f.number, f.label
    from label_fact f
    left join later l
        on l.project = f.project and l.is_change = f.is_change and l.number = f.number and l.label = f.label
    where coalesce(l.kind, 'unlabelled') = 'unlabelled'
    union
    select project, is_change, number, label from later where kind = 'unlabelled'
)
select l.project, l.is_change, l.number, l.label,
    case when regexp_matches(' ' || regexp_replace(lower(l.label), '[^a-z0-9]+', ' ', 'g') || ' ',
        ' (good first|first timers?|beginners?|newcomers?|starter|easy) ') then 1 else 0 end as is_welcoming
from present l
join scope s on s.project = l.project
