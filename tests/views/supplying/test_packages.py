"""Panels on the packages: who wants them, what is not locked, what moves, what is there twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from folkmoot.i18n import say
from folkmoot.model.component import Kind
from folkmoot.model.page import Panel
from folkmoot.views.supplying.known import ASKED, NEEDED, UNSAID, Supply
from folkmoot.views.supplying.packages import (
    MOST_KINDS,
    MOST_SEVERAL,
    locked_panel,
    movable_panel,
    packages_panel,
    several_panel,
)
from views.supplying.supplies import component, manifest, supply


def locked(*purls: str) -> Supply:
    """Give a supply whose one lock file names these versions."""
    return supply(manifest("a.lock", *map(component, purls), kind=Kind.LOCK))


def moving(*named: tuple[str, str, str]) -> Supply:
    """Give a supply with actions and images as (package URL, what the file writes, file)."""
    return supply(
        manifest("ci.yml", *(component(purl, path, 0, requirement=wanted) for purl, wanted, path in named))
    )


def only(panels: Iterator[Panel]) -> Panel:
    (panel,) = panels
    return panel


def lines(panel: Panel) -> list[str]:
    return [f"{say(each.title)} | {say(each.state)} | {say(each.facts[0])}" for each in panel.entries]


def test_a_package_that_anybody_here_asks_for_is_asked_for() -> None:
    """b is asked for in one file and needed in another: the project wants it itself."""
    made = supply(
        manifest("a", component("pkg:npm/b", direct=True)),
        manifest("b", component("pkg:npm/b@1", direct=False)),
    )
    assert {kind: dict(counts) for kind, counts in made.counts.items()} == {"npm": {ASKED: 1}}


def test_where_no_file_says_who_wants_a_package_that_is_said() -> None:
    shown = packages_panel(supply(manifest("a", component("pkg:npm/b@1"))))
    assert [(point.part, point.value) for point in shown.points] == [(UNSAID, 1)]
    assert say(shown.headline) == (
        "Packages asked for here: 0. Others of which no file says who wants them: 1."
    )


def test_parts_that_no_ecosystem_has_are_left_out_and_others_are_shown_as_none() -> None:
    made = supply(
        manifest("a", component("pkg:npm/b", direct=True), component("pkg:pypi/c", direct=False)),
    )
    shown = packages_panel(made)
    assert [(point.label, point.part, point.value, point.n) for point in shown.points] == [
        ("JavaScript", ASKED, 1, 1), ("JavaScript", NEEDED, 0, 1),
        ("Python", ASKED, 0, 1), ("Python", NEEDED, 1, 1),
    ]  # fmt: skip
    assert say(shown.headline) == "Packages asked for here: 1. Packages those bring: 1."


def test_ecosystems_come_by_size_and_the_smallest_are_left_out() -> None:
    kinds = [f"kind{chr(97 + number)}" for number in range(MOST_KINDS + 1)]
    named = [component(f"pkg:{kind}/p", direct=True) for kind in reversed(kinds)]
    named.append(component("pkg:kindc/q", direct=True))
    shown = packages_panel(supply(manifest("a", *named)))
    assert [point.label for point in shown.points] == ["kindc", "kinda", "kindb", *kinds[3:MOST_KINDS]]
    assert say(shown.headline).startswith(f"Packages asked for here: {MOST_KINDS + 2}.")


def test_manifests_without_a_lock_file_come_by_how_much_is_open() -> None:
    made = supply(
        manifest("a/package.json", component("pkg:npm/x"), component("pkg:npm/y@1.0")),
        manifest("b/package.json", component("pkg:npm/x"), component("pkg:npm/y")),
        manifest("c/package.json", component("pkg:npm/x@1.0")),
        manifest("d/go.mod", component("pkg:golang/x.org/y"), ecosystem="golang"),
    )
    shown = only(locked_panel(made))
    assert lines(shown) == [
        "b/package.json | JavaScript | Packages without one exact version: 2 of 2.",
        "a/package.json | JavaScript | Packages without one exact version: 1 of 2.",
    ]
    assert say(shown.headline) == "Files without a lock file beside or above them: 2."


def test_a_package_that_is_named_twice_counts_once() -> None:
    asked = ("pkg:pypi/oak@1.0", "pkg:pypi/moot", "pkg:pypi/moot")
    shown = only(locked_panel(supply(manifest("requirements.txt", *map(component, asked)))))
    assert say(shown.entries[0].facts[0]) == "Packages without one exact version: 1 of 2."


def test_where_everything_is_exact_no_lock_file_is_missed() -> None:
    assert list(locked_panel(supply(manifest("package.json", component("pkg:npm/x@1.0"))))) == []
    assert list(locked_panel(supply())) == []


def test_what_moves_most_often_comes_first_and_then_by_name() -> None:
    made = moving(
        ("pkg:github/o/b@v1", "v1", "1.yml"), ("pkg:github/o/a@v1", "v1", "1.yml"),
        ("pkg:docker/c@2", "2", "Dockerfile"), ("pkg:docker/c@2", "2", "x/Dockerfile"),
        ("pkg:docker/c@2", "2", "y/Dockerfile"), ("pkg:docker/d", "", "Dockerfile"),
    )  # fmt: skip
    assert lines(only(movable_panel(made))) == [
        "c:2 | image | In Dockerfile and 2 places more.",
        "d | image | In Dockerfile.",
        "o/a@v1 | action | In 1.yml.",
        "o/b@v1 | action | In 1.yml.",
    ]


@pytest.mark.parametrize("version", ["a" * 40, "a" * 64, "sha256:" + "a" * 64])
def test_a_whole_commit_and_a_digest_do_not_move(version: str) -> None:
    assert list(movable_panel(moving((f"pkg:github/o/a@{version}", version, "1.yml")))) == []


@pytest.mark.parametrize("version", ["a" * 39, "a" * 41, "g" * 40, "sha256:" + "a" * 40, "v1"])
def test_everything_else_does(version: str) -> None:
    assert len(moving((f"pkg:github/o/a@{version}", version, "1.yml")).movable) == 1


def test_versions_stand_in_the_order_of_their_numbers() -> None:
    shown = only(several_panel(locked("pkg:npm/b@10.0", "pkg:npm/b@9.1", "pkg:npm/b@9.0", "pkg:npm/c@1.0")))
    assert lines(shown) == ["b | 3 versions | 9.0, 9.1, 10.0"]
    assert say(shown.headline) == "One package is there in more than one version."


def test_packages_with_most_versions_come_first() -> None:
    purls = ["a@1", "a@2", "b@1", "b@2", "b@3", "c@1", "c@2"]
    shown = only(several_panel(locked(*(f"pkg:npm/{purl}" for purl in purls))))
    assert [say(entry.title) for entry in shown.entries] == ["b", "a", "c"]
    assert say(shown.headline) == "Packages in more than one version: 3."


def test_eight_versions_are_named_and_ten_packages() -> None:
    many = [f"pkg:npm/p{p:02}@{v}" for p in range(MOST_SEVERAL + 3) for v in range(1, 11)]
    shown = only(several_panel(locked(*many)))
    assert (len(shown.entries), shown.more) == (MOST_SEVERAL, 3)
    assert say(shown.entries[0].facts[0]) == "1, 2, 3, 4, 5, 6, 7, 8"
    assert say(shown.entries[0].state) == "10 versions"


def test_images_and_actions_in_several_versions_are_not_told_as_packages() -> None:
    assert list(several_panel(locked("pkg:docker/c@1", "pkg:docker/c@2", "pkg:npm/a@1"))) == []


@pytest.mark.parametrize(
    ("purls", "begins"),
    [
        (("pkg:cargo/a@1", "pkg:cargo/a@2", "pkg:gem/b@1", "pkg:gem/b@2"), "In JavaScript and Rust"),
        (("pkg:pypi/a@1", "pkg:pypi/a@2"), "One environment holds one"),
        (("pkg:pypi/a@1", "pkg:pypi/a@2", "pkg:gem/b@1", "pkg:gem/b@2"), "Updates have to reach"),
        (("pkg:gem/b@1", "pkg:gem/b@2"), "Updates have to reach"),
    ],
    ids=["nested", "python", "python and more", "others"],
)
def test_what_several_versions_mean_depends_on_the_ecosystem(purls: tuple[str, ...], begins: str) -> None:
    assert say(only(several_panel(locked(*purls))).caveat).startswith(begins)
