"""The pages of a report: which there are, and that every metric has its place."""

from folkmoot.checks import all_checks
from folkmoot.metrics import all_metrics
from folkmoot.views.pages import all_pages
from folkmoot.views.plan import nothing_more
from views.looking import look_of
from worked_example import example

SLUGS = [
    "overview", "compare", "people", "newcomers", "flow", "responsiveness", "reviews", "knowledge", "rhythm",
    "organisations", "collaboration", "releases", "attention", "community", "decisions", "rfcs", "roles",
    "security", "supply", "licences", "compliance", "privacy",
]  # fmt: skip


def test_the_pages_stand_in_their_order() -> None:
    assert list(all_pages()) == SLUGS


def test_every_metric_and_check_names_a_page_that_exists() -> None:
    assert {metric.page for metric in all_metrics().values()} <= set(SLUGS)
    assert {check.page for check in all_checks().values()} <= set(SLUGS)


def test_every_page_says_something_of_an_empty_project_and_of_a_living_one() -> None:
    empty = look_of(example(""))
    living = look_of(example("when | who | files\n2026-01-03 | Ada | a.py +1\n2026-03-01 | Bob | b.py +1"))
    for plan in all_pages().values():
        for look in (empty, living):
            assert str(plan.lede(look)).endswith((".", "`.")), plan.slug


def test_a_page_is_more_than_its_title() -> None:
    for plan in all_pages().values():
        assert plan.title
        assert plan.more is not nothing_more or look_of(example("")).metrics_of(plan.slug)
