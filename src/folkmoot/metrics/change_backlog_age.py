"""Age of open changes.

Question:
    How long have the open changes been open?

Why it matters:
    What is a week old is work; what is two years old is a promise nobody will keep. Answering or
    closing the oldest is kinder than silence.

How it is counted:
    Changes by people that are open now, by the time since they were opened (days of 24 hours; months of
    30 days, years of 365). n is all open ones.

What it does not tell:
    Some are open on purpose, as a list of wishes.

References:
    CHAOSS, Change Requests Duration: https://chaoss.community/kb/metric-change-requests-duration/
"""

from folkmoot.i18n import Absence
from folkmoot.metrics._ages import AGES, COUNTED, EVENTS, aged
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

AGED = aged("is_change = 1")

METRIC = Metric(
    id="change-backlog-age",
    version=1,
    title="Age of open changes",
    question="How long have the open changes been open?",
    page="responsiveness",
    unit=Unit.CHANGES,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=AGES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=AGED + COUNTED,
    events=AGED + EVENTS,
    definition="https://chaoss.community/kb/metric-change-requests-duration/",
    order=54,
    nothing=Absence("No change is open."),
)
