"""Vue's RFCs: the folder is the status; what is merged into `active-rfcs/` is accepted."""

from folkmoot.govern.proposals.layout import ACCEPTED, DELIVERED, OPEN, REJECTED, Layout

LAYOUT = Layout(
    name="vue",
    title="Vue RFCs",
    paths=r"(?P<place>active|pending|landed|rejected)-rfcs/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    earlier=r"(?P<place>active|pending|landed|rejected)?-?(?:rfcs|text)/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    dialects=("bullets",),
    telling=("target major version", "reference issues", "start date"),
    label="RFC {number}",
    status_keys=(),
    created_keys=("start date",),
    needed_keys=("start date",),
    place_words={"active": "active", "pending": "pending", "landed": "landed", "rejected": "rejected"},
    merged="active",
    new_path="active-rfcs/{number}-{slug}.md",
    templates=("0000-template.md",),
    waiting="0000",
    words={"pending": OPEN, "active": ACCEPTED, "landed": DELIVERED, "rejected": REJECTED},
)
