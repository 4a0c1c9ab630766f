-- One row per commit and path. `path` follows exact renames to the name the file has today: a name that is in
-- the tree stands for the file there, and one that was given up several times for where the newest led.
select
    c.event, c.project, c.commit, c.person, c.is_bot, c.ts, c.day_id, c.month_id, c.year_id, c.organisation,
    pc.head_path as path,
    hc.directory,
    hc.content,
    hc.locale,
    t.status,
    cast(coalesce(l.added, 0) as bigint) as added,
    cast(coalesce(l.deleted, 0) as bigint) as deleted,
    cast(coalesce(l.added, 0) + coalesce(l.deleted, 0) as bigint) as lines,
    c.has_lines,
    case when f.path is null then 0 else 1 end as in_tree
from touch_fact t
join commits c on c.commit = t.commit
join path_class pc on pc.path = t.path
join path_class hc on hc.path = pc.head_path
left join line_fact l on l.commit = t.commit and l.path = t.path
left join file_fact f on f.path = pc.head_path
