-- One row per label on an issue or change now. `is_welcoming` tells that the label invites newcomers, whatever
-- the case and the signs between its words: good first issue, first timers only, beginner, newcomer, starter, easy.
select l.project, l.is_change, l.number, l.label,
    case when regexp_matches(' ' || regexp_replace(lower(l.label), '[^a-z0-9]+', ' ', 'g') || ' ',
        ' (good first|first timers?|beginners?|newcomers?|starter|easy) ') then 1 else 0 end as is_welcoming
from label_fact l
join scope s on s.project = l.project
