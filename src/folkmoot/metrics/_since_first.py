"""A piece of SQL by which metrics ask for a share where, and since when, a project writes something down."""


def since_first(column: str, period: str, who: str = "is_bot = 0") -> str:
    """Give the table `judged`: commits of each project since the `period` of its first whose `column` is 1.

    Before, a project did not write it down; one that never did is left out, whatever other projects of the
    store do. Merges are left out, and commits that are not of `who`.
    """
    return f"""
        with asked as (
            select project, {period}, event, {column}
            from commits
            where is_merge = 0 and ({who})
        ),
        habit as (
            select project, min({period}) as begun
            from asked
            where {column} = 1
            group by project
        ),
        judged as (
            select a.{period}, a.event, a.{column}
            from asked a join habit h on h.project = a.project
            where a.{period} >= h.begun
        )"""
