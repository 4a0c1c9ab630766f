"""Share of commits that say an AI helped.

Question:
    How many commits name an AI tool as author or co-author?

Why it matters:
    A community that talks about a rule for AI-made work should know how much of it there openly is. Reviewing
    it takes as long as ever, so a steep rise is work for the reviewers.

How it is counted:
    Commits on the default branch, merges left out, written by a known AI tool or naming one as co-author
    (`Co-authored-by`) or helper (`Assisted-by`, also as TOOL:MODEL), divided by all commits of people and AI
    tools of the month; other bots are left out.
    Months before the first such commit of a project are left out, and so is a project without any, whatever
    others do: two projects, four commits each, of one of them two with an AI tool, are 2 of 4, not 2 of 8.
    n is the number of commits.

What it does not tell:
    Only what is declared. Most tools leave no trace unless somebody lets them, so the true share is this or
    higher; and a trailer does not say whether the tool wrote everything or one line.

References:
    Folkmoot keeps the reviewable list of known tools; no standard definition exists yet.
    Git, trailers: https://git-scm.com/docs/git-interpret-trailers
"""

from folkmoot.i18n import Absence
from folkmoot.metrics._since_first import since_first
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SINCE = since_first("is_ai_assisted", "month_id", "is_bot = 0 or is_ai = 1")

METRIC = Metric(
    id="ai-assisted-share",
    version=3,
    title="Commits that name an AI tool",
    question="How many commits name an AI tool as author or co-author?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql=SINCE
    + """
        select month_id as period, 1e0 * sum(is_ai_assisted) / count(*) as value, count(*) as n
        from judged
        group by month_id
    """,
    events=SINCE
    + """
        select month_id as period, event,
            case when is_ai_assisted = 1 then 'commit.names an AI tool' else 'commit' end as kind
        from judged
    """,
    definition="https://git-scm.com/docs/git-interpret-trailers",
    min_n=5,
    order=130,
    caveat="Only what is declared in the commit; the true share is this or higher.",
    nothing=Absence("No commit here names an AI tool as author or co-author."),
)
