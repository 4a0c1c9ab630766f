-- One row per file at the tip of the default branch.
select f.project, f.path, p.name, pc.directory, pc.content, pc.locale
from file_fact f
join scope s on s.project = f.project
join path_fact p on p.path = f.path
join path_class pc on pc.path = f.path
