"""Kubernetes Enhancement Proposals: `kep.yaml` beside the text; before 2020 front matter in the text itself.

The zero-padded numbers of those years were a series of their own; today's are numbers of issues.
"""

from folkmoot.govern.proposals.layout import (
    ACCEPTED,
    DELIVERED,
    DRAFT,
    POSTPONED,
    REJECTED,
    REMOVED,
    SUPERSEDED,
    WITHDRAWN,
    Layout,
)
from folkmoot.model.proposal import DeliveryState

LAYOUT = Layout(
    name="kep",
    title="Kubernetes Enhancement Proposals",
    paths=r"keps/(?P<place>(?:[^/]+/)*?)(?:(?P<number>\d+)-)?(?P<slug>[^/]+)/kep\.yaml",
    earlier=r"keps/(?P<place>(?:[^/]+/)*?)(?:draft-)?(?:(?P<number>[1-9]\d{0,4})-|0\d*-)?(?:\d{8}-)?(?P<slug>[^/]+?)"
    r"(?:\.md|/README\.md)",
    not_documents=r"NNNN-|0000-[^/]*template|^keps/prod-readiness/|^keps/[^/]+\.md$|^keps/[^/]+/README\.md$",
    dialects=("yaml", "front-matter"),
    telling=("kep number", "owning sig"),
    label="KEP {number}",
    number_keys=("kep number",),
    created_keys=("creation date",),
    kind_keys=("owning sig",),
    needed_keys=("title", "kep number", "authors", "owning sig", "status", "creation date"),
    new_path="keps/{place}/{number}-{slug}/kep.yaml",
    new_word="provisional",
    templates=("keps/NNNN-kep-template/kep.yaml",),
    beside=("README.md",),
    waiting="NNNN",
    words={
        "provisional": DRAFT,
        "implementable": ACCEPTED,
        "implemented": DELIVERED,
        "deferred": POSTPONED,
        "rejected": REJECTED,
        "withdrawn": WITHDRAWN,
        "replaced": SUPERSEDED,
        "superseded": SUPERSEDED,
        "removed": REMOVED,
    },
    # `stage` is the target of the running release, so a target of beta means that alpha was delivered.
    delivery_key="stage",
    deliveries={
        "pre-alpha": DeliveryState.STARTED,
        "alpha": DeliveryState.STARTED,
        "beta": DeliveryState.PARTLY,
        "stable": DeliveryState.PARTLY,
        "ga": DeliveryState.PARTLY,
        "removed": DeliveryState.REMOVED,
        "disabled": DeliveryState.REMOVED,
    },
)
