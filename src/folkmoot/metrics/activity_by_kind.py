"""Activity by kind.

Question:
    What do people do here each month?

Why it matters:
    Commits are a part of the work. Where answers and reviews dry up first, the commits follow.

How it is counted:
    Acts of people per month (UTC) by kind: `commits`, `issues` and `changes` opened, `comments`,
    `reviews` (with comments on lines), `merges`, and `thanks`, the trailers of commits that name
    somebody. Bots are left out. n is the same number.

What it does not tell:
    Acts of different kinds are different work; do not add them up.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
    CHAOSS, Collaboration Platform Activity:
    https://chaoss.community/kb/metric-collaboration-platform-activity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

WORDS = ("commits", "issues", "changes", "comments", "reviews", "merges", "thanks")

KINDS = """
        with named as (
            select month_id as period, event, person,
                case kind when 'commit' then 'commits' when 'issue.opened' then 'issues'
                    when 'change.opened' then 'changes' when 'comment' then 'comments'
                    when 'review' then 'reviews' when 'review.comment' then 'reviews'
                    when 'change.merged' then 'merges' else 'thanks' end as word
            from activities
            where is_bot = 0
        )"""

METRIC = Metric(
    id="activity-by-kind",
    version=1,
    title="Activity by kind",
    question="What do people do here each month?",
    page="collaboration",
    unit=Unit.ACTS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=WORDS,
    needs=(
        Kind.COMMIT,
        Kind.ISSUE_OPENED,
        Kind.COMMENT,
    ),
    sql=KINDS
    + """
        select period, word as label, count(*) as value, count(*) as n from named group by period, word
    """,
    events=KINDS + "\n        select period, event, person, word as label from named",
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    order=40,
)
