"""A piece of SQL by which metrics ask how long what was opened waited for the first response."""


def counted(which: str = "") -> str:
    """Give the table `counted`: items with their wait; what was closed without a word waited until then.

    Only items for which `which` holds, where it is given.
    """
    also = f" and {which}" if which else ""
    return f"""
        with counted as (
            select opened_year_id as year_id, opened_ts as ts, event,
                case when response_ts > 0 and (closed_ts = 0 or response_ts <= closed_ts + 60)
                    then 'ended' else 'going' end as fate,
                case when response_ts > 0 and (closed_ts = 0 or response_ts <= closed_ts + 60)
                    then response_ts - opened_ts
                    when closed_ts > 0 then closed_ts - opened_ts
                    else as_of_ts - opened_ts end as wait
            from items cross join clock
            where is_bot = 0{also}
        ),"""
