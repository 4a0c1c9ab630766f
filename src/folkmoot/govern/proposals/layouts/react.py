"""React's RFCs: no status field; what is merged into `text/` is accepted."""

from folkmoot.govern.proposals.layout import ACCEPTED, Layout

LAYOUT = Layout(
    name="react",
    title="React RFCs",
    paths=r"text/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    dialects=("bullets",),
    telling=("react issue",),
    label="RFC {number}",
    order=39,
    status_keys=(),
    created_keys=("start date",),
    needed_keys=("start date",),
    merged="merged",
    new_path="text/{number}-{slug}.md",
    templates=("0000-template.md",),
    waiting="0000",
    words={"merged": ACCEPTED},
)
