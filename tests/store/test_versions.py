"""Version tags for checks, from the store."""

from __future__ import annotations

from folkmoot.store.versions import read_versions
from worked_example import example

TAGS = "tag | when | also\nv1.0 | 2026-01-05 |\nv1.1rc1 | 2026-02-01 | pre\nv1.1 | 2026-02-03 |"


def test_they_come_newest_first_and_unfinished_ones_are_marked() -> None:
    found = read_versions(example("when | who\n2026-03-03 | Ada", releases=TAGS), 1)
    assert [(tag.name, tag.is_prerelease) for tag in found] == [
        ("v1.1", False), ("v1.1rc1", True), ("v1.0", False),
    ]  # fmt: skip
    assert found[0].made_at // 86_400 == 20_487


def test_nothing_released_after_the_clock_of_the_look() -> None:
    store = example("when | who\n2026-01-03 | Ada", releases=TAGS, as_of="2026-01-10")
    assert [tag.name for tag in read_versions(store, 1)] == ["v1.0"]


def test_another_project_has_its_own() -> None:
    assert read_versions(example("when | who\n2026-03-03 | Ada", releases=TAGS), 2) == ()
