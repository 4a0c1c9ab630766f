-- One row per label on an issue or change now.
select l.project, l.is_change, l.number, l.label
from label_fact l
join scope s on s.project = l.project
