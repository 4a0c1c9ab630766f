"""Ember's RFCs: the `stage` in the front matter; before 2021 a list of bullets, and merged meant accepted."""

from folkmoot.govern.proposals.layout import ACCEPTED, DELIVERED, OPEN, PARTLY, REJECTED, REMOVED, Layout

LAYOUT = Layout(
    name="ember",
    title="Ember RFCs",
    paths=r"text/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    earlier=r"(?:text|active|complete)/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    dialects=("front-matter", "bullets"),
    telling=("stage", "ember issue"),
    label="RFC {number}",
    order=40,
    status_keys=("stage",),
    created_keys=("start date",),
    kind_keys=("teams",),
    needed_keys=("stage", "start date"),
    merged="accepted",
    new_path="text/{number}-{slug}.md",
    templates=("0000-template.md",),
    waiting="0000",
    date_form="%Y-%m-%dT00:00:00.000Z",
    words={
        "proposed": OPEN,
        "exploring": OPEN,
        "accepted": ACCEPTED,
        "ready-for-release": PARTLY,
        "released": DELIVERED,
        "recommended": DELIVERED,
        "discontinued": REMOVED,
        "closed": REJECTED,
    },
    allowed={
        "proposed": frozenset({"exploring", "accepted", "closed"}),
        "exploring": frozenset({"accepted", "closed"}),
        "accepted": frozenset({"ready-for-release", "discontinued"}),
        "ready-for-release": frozenset({"released", "discontinued"}),
        "released": frozenset({"recommended", "discontinued"}),
        "recommended": frozenset({"discontinued"}),
        "discontinued": frozenset(),
    },
)
