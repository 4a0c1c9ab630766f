"""Pieces of SQL by which metrics ask whether somebody else looked at a change before it was merged."""


def looked(which: str = "") -> str:
    """Give the table `looked`, changes looked at; the view `reviewable` has those of which that is known.

    `which` narrows the words (x) on a change (i) that count as a look; a commit's trailer naming somebody
    else as a reviewer always does.
    """
    return f"""
        with looked as (
            select x.item_event as item_event
            from interactions x
            join items i on i.event = x.item_event
            where x.is_own = 0 and x.is_bot = 0 and x.person > 0
                and i.is_merged = 1 and x.ts <= i.merged_ts{which}
            union distinct
            select h.event as item_event
            from changes h
            join contributions t on t.event = h.landing
            where t.kind in ('commit.reviewed', 'commit.acked') and t.is_bot = 0 and t.person <> h.person
        ),"""
