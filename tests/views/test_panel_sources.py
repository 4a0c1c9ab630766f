"""A panel names who told what it counts: git, the forge, or both."""

from folkmoot.metrics import metric
from folkmoot.store.answer import answer
from folkmoot.store.outline import outline
from folkmoot.views.panel import panel_of
from worked_example import example


def test_a_metric_of_a_forge_names_the_forge_as_its_source() -> None:
    items = "item | who | opened\n#1 | Ada | 2026-01-01\n!2 | Ada | 2026-01-02"
    store = example("when | who\n2026-01-01 | Ada", items=items)
    known = outline(store)
    sources = {
        "issues-opened": "test",
        "changes-opened": "test",
        "activity-by-kind": "git, test",
        "direct-pushes": "git, test",
        "commits": "git",
    }
    for name, source in sources.items():
        asked = metric(name)
        assert panel_of(asked, answer(store, asked), known, {}).source == source


def test_changes_that_git_alone_shows_have_git_as_their_source() -> None:
    store = example(changes="number | who | opened\n1 | Ada | 2026-01-01")
    asked = metric("changes-opened")
    assert panel_of(asked, answer(store, asked), outline(store), {}).source == "git"
