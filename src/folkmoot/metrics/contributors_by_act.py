"""Contributors per month by what they did.

Question:
    How many people write commits, write them together, review, or help in other ways each month?

Why it matters:
    A project where many write and few review has a queue in front of the few. Help that is credited (testing,
    reporting, suggesting) is often the first step of the people who write next year.

How it is counted:
    Authors have a commit on the default branch (merges left out); co-authors are named by `Co-authored-by`,
    reviewers by `Reviewed-by` or `Acked-by`, others by `Tested-by`, `Reported-by`, `Helped-by` or
    `Suggested-by`, and all of them by other words for the same, wherever in the message such a line stands.
    Each person counts once per month and act, so that one person may stand in several lines. Signing off is a
    legal statement, not an act of its own: see the share of signed-off commits. Bots are left out. n is the
    number of contributions.

What it does not tell:
    Reviews on a forge leave no trailer, and a project that never writes trailers shows authors only: that is
    a habit of its messages, not a lack of reviewers.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

ACTS = """
        with credited as (
            select month_id, person, event, kind,
                case when kind = 'commit' then 'authors'
                    when kind = 'commit.co-authored' then 'co-authors'
                    when kind in ('commit.reviewed', 'commit.acked') then 'reviewers'
                    else 'others' end as act
            from contributions
            where is_bot = 0 and kind <> 'commit.signed-off'
        )"""

METRIC = Metric(
    id="contributors-by-act",
    version=1,
    title="Contributors by what they did",
    question="How many people write, write together, review or help each month?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("authors", "co-authors", "reviewers", "others"),
    needs=(Kind.COMMIT, Kind.COAUTHOR, Kind.REVIEWED),
    sql=ACTS
    + """
        select month_id as period, act as label, count(distinct person) as value, count(*) as n
        from credited
        group by month_id, act
    """,
    events=ACTS + "\n        select month_id as period, event, act as label, person, kind from credited",
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    order=20,
    caveat="Reviews made on a forge leave no trace in git; only trailers in commit messages are seen.",
)
