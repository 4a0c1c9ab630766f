"""Age of open issues.

Question:
    How long have the open issues been open?

Why it matters:
    What is a week old is work; what is two years old is a promise nobody will keep. Answering or
    closing the oldest is kinder than silence.

How it is counted:
    Issues by people that are open now, by the time since they were opened (days of 24 hours; months of
    30 days, years of 365). n is all open ones.

What it does not tell:
    Some are open on purpose, as a list of wishes.

References:
    CHAOSS, Issue Age: https://chaoss.community/kb/metric-issue-age/
"""

from folkmoot.i18n import Absence
from folkmoot.metrics._ages import AGES, COUNTED, EVENTS, aged
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

AGED = aged("is_change = 0")

METRIC = Metric(
    id="issue-backlog-age",
    version=1,
    title="Age of open issues",
    question="How long have the open issues been open?",
    page="responsiveness",
    unit=Unit.ISSUES,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=AGES,
    gap=Gap.UNKNOWN,
    needs=(Kind.ISSUE_OPENED,),
    sql=AGED + COUNTED,
    events=AGED + EVENTS,
    definition="https://chaoss.community/kb/metric-issue-age/",
    order=52,
    nothing=Absence("No issue is open."),
)
