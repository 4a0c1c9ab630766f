"""A bill before it is written: each component once, with everything its files say of it."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.component import Component, Inventory, Kind, Manifest, Scope
from folkmoot.model.problem import Problem
from folkmoot.model.purl import parse_purl
from folkmoot.supply.sbom.bill import MAX_PLACES, Bill, Part, bill_of


def component(reference: str, path: str = "package.json", line: int = 1, **more: Any) -> Component:
    return Component(parse_purl(reference), path, line, **more)


def manifest(
    path: str, *components: Component, kind: Kind = Kind.MANIFEST, own: str = "", **more: Any
) -> Manifest:
    return Manifest(path, "form", kind, "npm", components, parse_purl(own) if own else None, **more)


def made(*manifests: Manifest, inventory: Inventory | None = None, **more: Any) -> Bill:
    return bill_of(inventory or Inventory(manifests), "moot", "c" * 40, 0, **more)


def only(*told: Component, **more: Any) -> Part:
    """Give the one part that these components are."""
    (part,) = made(manifest("package.json", *told), **more).parts
    return part


LOCKED = (
    manifest(
        "package.json", component("pkg:npm/a", requirement="^1"), component("pkg:npm/b", requirement="^1")
    ),
    manifest("package-lock.json", component("pkg:npm/a@1.0", "package-lock.json"), kind=Kind.LOCK),
)


def test_what_a_lock_file_answers_is_not_told_again_as_asked_for() -> None:
    assert [part.reference for part in made(*LOCKED).parts] == ["pkg:npm/a@1.0", "pkg:npm/b"]


def test_a_version_that_a_manifest_names_itself_stays_beside_the_locked_one() -> None:
    exact = manifest("package.json", component("pkg:npm/a@0.9"))
    assert [part.reference for part in made(exact, LOCKED[1]).parts] == ["pkg:npm/a@0.9", "pkg:npm/a@1.0"]


def test_without_a_lock_file_a_bill_is_not_whole() -> None:
    assert made(*LOCKED).whole
    assert not made(LOCKED[0]).whole


@pytest.mark.parametrize(
    "more",
    [
        {"unread": ("x/package.json",)}, {"left_out": 1}, {"foreign": ("build.gradle",)},
        {"manifests": (*LOCKED, manifest("y.lock", kind=Kind.LOCK, problems=(Problem("y.lock", 1, "No."),)))},
    ],
    ids=["not in this clone", "beyond the bounds", "another form", "broken"],
)  # fmt: skip
def test_a_bill_that_lacks_anything_is_not_whole(more: dict[str, Any]) -> None:
    assert not made(inventory=Inventory(**({"manifests": LOCKED} | more))).whole


def test_a_part_is_there_for_the_strongest_reason() -> None:
    """What is needed to run is needed to run, though a test asks for it as well."""
    assert (
        only(
            component("pkg:npm/a@1", scope=Scope.BUILD), component("pkg:npm/a@1", scope=Scope.OPTIONAL)
        ).scope
        is Scope.OPTIONAL
    )


@pytest.mark.parametrize(
    ("told", "direct"),
    [((True, False), True), ((None, False), False), ((None, True), True), ((None,), False)],
)
def test_a_part_that_any_file_asks_for_is_asked_for(told: tuple[bool | None, ...], direct: bool) -> None:
    assert only(*(component("pkg:npm/a@1", direct=each) for each in told)).direct is direct


def test_the_first_word_that_files_say_is_told() -> None:
    part = only(
        component("pkg:npm/a@1"),
        component("pkg:npm/a@1", requirement="^1", source="https://a.example", licence="MIT"),
        component("pkg:npm/a@1", requirement="~1", source="https://b.example", licence="ISC"),
    )
    assert (part.requirement, part.source, part.said) == ("^1", "https://a.example", "MIT")


def test_a_licence_is_an_expression_where_its_words_mean_one_and_else_the_words() -> None:
    asked: list[str] = []

    def meant(words: str) -> str:
        asked.append(words)
        return {"MIT License": "MIT"}.get(words, "")

    told = [
        component("pkg:npm/a@1", licence="MIT License"), component("pkg:npm/b@1", licence="MIT License"),
        component("pkg:npm/c@1", licence="Ask Ada"), component("pkg:npm/d@1"),
    ]  # fmt: skip
    parts = made(manifest("package.json", *told), licence_of=meant).parts
    assert [(part.licence, part.said) for part in parts] == [
        ("MIT", ""),
        ("MIT", ""),
        ("", "Ask Ada"),
        ("", ""),
    ]
    assert asked == ["MIT License", "Ask Ada"]


def test_hashes_of_several_files_are_put_together_and_sorted() -> None:
    one, other = ("sha512", "b"), ("sha256", "a")
    part = only(component("pkg:npm/a@1", hashes=(one,)), component("pkg:npm/a@1", hashes=(one, other)))
    assert part.hashes == (other, one)


def test_only_needs_that_are_parts_of_the_bill_are_told_and_none_of_itself() -> None:
    needs = tuple(map(parse_purl, ("pkg:npm/c@1", "pkg:npm/b@1", "pkg:npm/a@1", "pkg:npm/gone@1")))
    told = [component("pkg:npm/a@1", needs=needs), component("pkg:npm/b@1"), component("pkg:npm/c@1")]
    first, *_ = made(manifest("package.json", *told)).parts
    assert first.needs == ("pkg:npm/b@1", "pkg:npm/c@1")


def test_places_are_told_once_in_order_and_not_without_end() -> None:
    told = [component("pkg:npm/a@1", f"{n:02}.json") for n in reversed(range(MAX_PLACES + 5))]
    part = only(*told, *told)
    assert part.places == tuple((f"{n:02}.json", 1) for n in range(MAX_PLACES))


def test_of_a_project_named_twice_at_the_top_the_version_counts() -> None:
    twice = [manifest("a.json", own="pkg:npm/moot@1.0"), manifest("b.json", own="pkg:npm/moot")]
    assert str(made(*twice).package) == "pkg:npm/moot@1.0"
    assert str(made(*twice[::-1]).package) == "pkg:npm/moot@1.0"


def test_packages_below_are_sorted_and_the_whole_is_none_of_them() -> None:
    files = [
        manifest("package.json", own="pkg:npm/moot"), manifest("z/package.json", own="pkg:npm/b"),
        manifest("y/package.json", own="pkg:npm/c"), manifest("x/package.json", own="pkg:npm/moot"),
        manifest("tests/package.json", own="pkg:npm/tried"),
    ]  # fmt: skip
    found = made(*files)
    assert (str(found.package), [str(each) for each in found.own]) == (
        "pkg:npm/moot",
        ["pkg:npm/b", "pkg:npm/c"],
    )


def test_a_package_that_is_also_a_part_is_told_as_a_part_only() -> None:
    files = [manifest("x/package.json", own="pkg:npm/b"), manifest("y/package.json", component("pkg:npm/b"))]
    assert made(*files).own == ()


@pytest.mark.parametrize(
    ("version", "tags", "release"),
    [
        ("1.0", ("v1.0",), "1.0"), ("1.0", ("1.0",), "1.0"), ("1.0", ("moot-1.0", "other"), "1.0"),
        ("1.0", ("v11.0", "v1.0.0", "1x0", "v1.0-rc1"), ""), ("1.0", (), ""), ("", ("v", ""), ""),
    ],
)  # fmt: skip
def test_a_release_is_a_version_that_a_tag_at_the_commit_names(
    version: str, tags: tuple[str, ...], release: str
) -> None:
    own = f"pkg:npm/moot@{version}" if version else "pkg:npm/moot"
    found = made(manifest("package.json", own=own), tags=tags)
    assert found.release == release
    assert found.version == (release or "c" * 40)
