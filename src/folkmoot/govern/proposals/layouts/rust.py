"""Rust's RFCs: no status field; what is merged into `text/` is accepted, delivery stands elsewhere."""

from folkmoot.govern.proposals.layout import ACCEPTED, Layout

LAYOUT = Layout(
    name="rust",
    title="Rust RFCs",
    paths=r"text/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    earlier=r"(?:text|active|complete)/(?P<number>\d{4})-(?P<slug>[^/]+)\.md",
    dialects=("bullets",),
    telling=(
        "rust issue",
        "rust issues",
        "cargo issue",
        "tracking issue",
        "tracking issues",
    ),
    label="RFC {number}",
    order=40,
    status_keys=(),
    created_keys=("start date",),
    needed_keys=("start date",),
    merged="merged",
    new_path="text/{number}-{slug}.md",
    templates=("0000-template.md",),
    waiting="0000",
    words={"merged": ACCEPTED},
)
