"""Changes from outside.

Question:
    How many merged changes come from people without rights to the repository?

Why it matters:
    It tells whether a project is open in deed: a low share with many offers means that outsiders are
    not let in; a low share with few offers, that they do not come.

How it is counted:
    Changes by people merged in the year (and in the last 12 months) of which the forge says what the
    author is to the project: those by neither owner, member nor collaborator, divided by all; n is all
    of these.

What it does not tell:
    The forge tells what an author is now or when the data was read, not what they were then: who came
    from outside and was let in counts as inside for all their changes, so this is a lower bound.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
    GitHub, comment author association:
    https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
"""

from folkmoot.metrics._periods import EVENTS, SHARE
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = """
        with counted as (
            select merged_year_id as year_id, merged_ts as ts, event, is_outside as hit
            from items
            where is_change = 1 and is_merged = 1 and is_bot = 0 and has_association = 1
        ),"""

METRIC = Metric(
    id="outside-contributor-share",
    version=1,
    title="Changes from outside",
    question="How many merged changes come from people without rights to the repository?",
    page="reviews",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_MERGED,
        Kind.CHANGE_CLOSED,
    ),
    sql=COUNTED + SHARE,
    events=COUNTED + EVENTS,
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    min_n=5,
    order=60,
    caveat="Who was let in since counts as inside for all their changes: a lower bound.",
    nothing="The forge does not say here what authors are to the project.",
)
