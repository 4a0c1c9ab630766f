"""Pieces of SQL by which metrics tell what daily counts gained and lost from one day to the next."""


def pairs(field: str, days: int = 60) -> str:
    """Give the tables `pairs`, by how much `field` of a project changed, and `days`, gained and lost in all.

    Only days on which every project that is ever counted was counted, and on the day before too, of the
    newest `days`.
    """
    return f"""
        with pairs as (
            select s.project as project, s.day_id as day_seen, s.{field} - b.{field} as change_of
            from snapshots s
            join snapshots b on b.project = s.project and b.day_id = s.day_id - 1
            cross join clock k
            where s.{field} >= 0 and b.{field} >= 0 and s.day_id > k.as_of_day_id - {days}
        ),
        days as (
            select p.day_seen as day_seen,
                sum(case when p.change_of > 0 then p.change_of else 0 end) as more,
                sum(case when p.change_of < 0 then 0 - p.change_of else 0 end) as fewer
            from pairs p
            cross join (select count(distinct project) as projects from snapshots where {field} >= 0) c
            group by p.day_seen, c.projects
            having count(*) = c.projects
        )"""
