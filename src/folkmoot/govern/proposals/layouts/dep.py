"""Django Enhancement Proposals: fields of reStructuredText, and a folder for each status (DEP 1)."""

from folkmoot.govern.proposals.layout import (
    ACCEPTED_ONLY,
    DELIVERED,
    DRAFT,
    REJECTED,
    SUPERSEDED,
    WITHDRAWN,
    Layout,
)

STATUSES = ("draft", "accepted", "final", "rejected", "withdrawn", "superseded")

LAYOUT = Layout(
    name="dep",
    title="Django Enhancement Proposals",
    paths=rf"(?P<place>{'|'.join(STATUSES)})/(?:(?P<number>\d{{4}})-)?(?P<slug>[^/]+)\.(?:rst|md|txt)",
    earlier=r"(?:(?P<place>[a-z]+)/)?(?:dep-)?(?P<number>\d{4})-(?P<slug>[^/]+)\.(?:rst|md|txt)",
    not_documents=r"(?:^|/)(?:README|template)\.",
    dialects=("rest", "front-matter", "mail"),
    telling=("dep", "shepherd", "status"),
    label="DEP {number}",
    number_keys=("dep",),
    needed_keys=("author", "status", "created"),
    place_words={status: status for status in STATUSES},
    new_path="draft/{number}-{slug}.rst",
    new_word="Draft",
    templates=("template.rst",),
    waiting="XXXX",
    words={
        "draft": DRAFT,
        "accepted": ACCEPTED_ONLY,
        "final": DELIVERED,
        "rejected": REJECTED,
        "withdrawn": WITHDRAWN,
        "superseded": SUPERSEDED,
    },
)
