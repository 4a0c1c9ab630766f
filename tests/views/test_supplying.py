"""The page on what a project is made of, from its files alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checks.trees import Files
from folkmoot.i18n import say
from folkmoot.model.check import Ground
from folkmoot.model.page import Page, Panel, Report
from folkmoot.render import render
from folkmoot.views.supplying import files, packages
from folkmoot.views.supplying.gathered import LOWEST
from folkmoot.views.supplying.known import ASKED, NEEDED, Supply
from folkmoot.views.supplying.page import NOTHING, SLUG, TITLE, lede_of, panels_of
from folkmoot.views.supplying.reading import inventory_on
from supply.advisories.records import database, record

LOCK = {
    "lockfileVersion": 3,
    "packages": {
        "": {"dependencies": {"a": "^1", "b": "^10"}},
        "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "^9"}},
        "node_modules/a/node_modules/b": {"version": "9.0.0"},
        "node_modules/b": {"version": "10.0.0", "dependencies": {"c": "*"}},
        "node_modules/c": {"version": "3.0.0"},
    },
}
CARGO = """\
[[package]]
name = "moot"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
"""
TREE = {
    "package.json": '{"dependencies": {"a": "^1", "b": "^10"}}',
    "package-lock.json": json.dumps(LOCK),
    "docs/requirements.txt": "sphinx>=7\nfuro==2024.1\n",
    ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n" + "      - uses: actions/checkout@v4\n" * 2,
    "Dockerfile": "FROM python:3.12\n",
    "testdata/package.json": "{}",
    "broken/package.json": "{",
    "build.gradle": "dependencies {}",
}


def supply(tree: dict[str, str | None] | None = None, advisories: Path | None = None) -> Supply:
    told = {
        path: None if text is None else text.encode()
        for path, text in (TREE if tree is None else tree).items()
    }
    return Supply("mine", Ground(Files(told)), 7, advisories)


def page(tree: dict[str, str | None] | None = None, advisories: Path | None = None) -> Page:
    shown = supply(tree, advisories)
    return Page(SLUG, TITLE, lede_of(shown), tuple(panels_of(shown)))


def panel(
    identifier: str, tree: dict[str, str | None] | None = None, advisories: Path | None = None
) -> Panel:
    return next(each for each in page(tree, advisories).panels if each.id == identifier)


def lines(shown: Panel) -> list[str]:
    return [
        f"{say(each.title)} | {say(each.state)} | {' '.join(map(say, each.facts))}" for each in shown.entries
    ]


def test_go_itself_is_no_package_that_somebody_asks_for() -> None:
    tree = {"go.mod": "module moot\n\ngo 1.25.1\n\nrequire boats.example/sail v1.2.3\n"}
    assert lines(panel("supply-files", tree)) == ["go.mod | locks | Packages: 1, by exact version."]
    assert say(page(tree).lede) == "Packages this project names: 1, in one file."
    silent = page({"go.mod": "module moot\n\ngo 1.25.1\n"})
    assert silent.lede == NOTHING
    assert "supply-files" not in [shown.id for shown in page({"package.json": "{}"}).panels]
    foreign = page({"Makefile.PL": "WriteMakefile(PREREQ_PM => {'A' => 1});\n"})
    assert "a form that is not read here" in say(foreign.lede)


def test_packages_are_counted_once_whatever_their_versions_and_places() -> None:
    shown = panel("supply-packages")
    assert {(each.label, each.part): each.value for each in shown.points if each.value} == {
        ("JavaScript", ASKED): 2,
        ("JavaScript", NEEDED): 1,
        ("Python", ASKED): 2,
        ("Actions", ASKED): 1,
        ("Images", ASKED): 1,
    }
    assert say(shown.headline) == "Packages asked for here: 6. Packages those bring: 1."
    assert say(page().lede) == "Packages this project names: 7 of 4 kinds, in 5 files."


def test_without_a_lock_file_what_packages_bring_is_not_known() -> None:
    shown = panel("supply-packages", {"requirements.in": "a\n"})
    assert say(shown.headline) == "Packages asked for here: 1. What those bring is not locked here."


def test_files_without_a_lock_file_say_how_much_is_open() -> None:
    shown = panel("supply-unlocked")
    assert lines(shown) == ["docs/requirements.txt | Python | Packages without one exact version: 1 of 2."]
    assert say(shown.headline) == "One file has no lock file beside or above it."


def test_what_can_move_is_told_once_with_its_places() -> None:
    assert lines(panel("supply-movable")) == [
        "actions/checkout@v4 | action | In .github/workflows/ci.yml:4 and one place more.",
        "python:3.12 | image | In Dockerfile:1.",
    ]


def test_an_action_that_only_runs_from_a_tag_is_told_so() -> None:
    called = "jobs:\n  a:\n    uses: slsa-framework/slsa-github-generator/.github/workflows/b.yml@v2.1.0\n"
    (told,) = lines(panel("supply-movable", {".github/workflows/ci.yml": called}))
    assert told.endswith("It only runs from a tag, so that nobody can name its commit.")


def test_a_whole_version_is_a_tag_that_can_move_too() -> None:
    step = "jobs:\n  a:\n    steps:\n      - uses: o/a@{}\n"
    for reference, moves in [("v4.2.1", True), ("a" * 40, False), ("main", True)]:
        tree = {".github/workflows/ci.yml": step.format(reference)}
        assert bool(supply(tree).movable) is moves
        told = lines(panel("supply-files", tree))[0]
        assert ("none by exact version" in told) is moves, told


def test_versions_of_one_package_are_sorted_as_numbers() -> None:
    assert lines(panel("supply-several")) == ["b | 2 versions | 9.0.0, 10.0.0"]


def test_several_versions_mean_another_thing_in_another_language() -> None:
    assert "In JavaScript and Rust" in say(panel("supply-several").caveat)
    markers = "numpy==1.0 ; python_version < '3.12'\nnumpy==2.0 ; python_version >= '3.12'\n"
    shown = panel("supply-several", {"requirements.txt": markers})
    assert say(shown.caveat).startswith("One environment holds one of them")


def test_files_tell_how_many_packages_each_once_and_how_exactly() -> None:
    shown = panel("supply-files")
    assert lines(shown)[:3] == [
        "package-lock.json | locks | Packages: 3, by exact version.",
        "docs/requirements.txt | asks | Packages: 2, 1 of them by exact version.",
        "package.json | asks | Packages: 2, none by exact version.",
    ]
    assert ".github/workflows/ci.yml | asks | Packages: 1, none by exact version." in lines(shown)
    assert "Files not counted" in say(shown.caveat)
    assert "(testdata): 1." in say(shown.caveat)


def test_what_could_not_be_read_is_told() -> None:
    assert lines(panel("supply-unread", {**TREE, "Cargo.toml": None})) == [
        "broken/package.json:1 | not understood | broken/package.json cannot be read: it is no JSON.",
        "Cargo.toml | not in this clone | ",
        "build.gradle | a form that is not read here | ",
    ]


def test_without_advisories_it_says_how_to_get_them() -> None:
    shown = panel("supply-holes")
    assert "folkmoot advisories update" in say(shown.missing)
    assert shown.entries == ()


def test_known_holes_come_with_their_place_and_what_mends_them(tmp_path: Path) -> None:
    advisories = database(tmp_path, record(ecosystem="crates.io"))
    shown = panel("supply-holes", {"Cargo.lock": CARGO}, advisories)
    assert say(shown.headline) == "Versions looked up: 1. Known holes: 1."
    assert len(shown.entries) == 1
    assert "moot 1.0.0 in Cargo.lock:2; mended in" in lines(shown)[0]
    assert "The newest advisory here changed on" in say(shown.caveat)


def test_what_is_no_hole_is_counted_apart(tmp_path: Path) -> None:
    note = record(ecosystem="crates.io")
    note["affected"][0]["database_specific"] = {"informational": "unmaintained"}
    shown = panel("supply-holes", {"Cargo.lock": CARGO}, database(tmp_path, note))
    assert say(shown.headline) == "Versions looked up: 1. Known holes: 0; no holes, but notices: 1."
    assert [each.state for each in shown.entries] == ["unmaintained"]


def test_where_nothing_could_be_looked_up_nothing_is_called_clean(tmp_path: Path) -> None:
    shown = panel("supply-holes", {"requirements.txt": "flask\n"}, database(tmp_path, record()))
    assert say(shown.headline) == "No package here could be looked up, so nothing is known of holes in them."


def many(count: int) -> list[dict[str, object]]:
    return [record(name=f"GO-2030-{n:04}", package="stdlib", ecosystem="Go") for n in range(count)]


def test_many_holes_of_one_package_are_told_once_with_the_update_for_all(tmp_path: Path) -> None:
    tree = {"go.mod": "module m\ngo 1.21.0\n", "tools/go.mod": "module t\ngo 1.21.0\n"}
    holes = many(8)
    for each in holes:
        each["affected"][0]["ranges"][0]["events"] = [{"introduced": "0"}, {"fixed": "1.21.9"}]
    shown = panel("supply-holes", tree, database(tmp_path, *holes))
    (entry,) = shown.entries
    assert (say(entry.title), entry.state) == ("stdlib: 8 holes", "unknown")
    assert list(map(say, entry.facts)) == [
        "stdlib 1.21.0 in go.mod:2; 1.21.9 mends all that can be mended.",
        "stdlib 1.21.0 in tools/go.mod:2; 1.21.9 mends all that can be mended.",
        "GO-2030-0000, GO-2030-0001, GO-2030-0002, GO-2030-0003, GO-2030-0004, GO-2030-0005 and 2 more.",
        LOWEST,
    ]
    assert say(shown.headline) == "Versions looked up: 2. Known holes: 8."


def test_few_holes_of_one_package_are_told_one_by_one(tmp_path: Path) -> None:
    holes = many(3)
    for each in holes:
        each["affected"][0]["ranges"][0]["events"] = [{"introduced": "0"}]
    shown = panel("supply-holes", {"go.mod": "module m\ngo 1.21.0\n"}, database(tmp_path, *holes))
    assert len(shown.entries) == 3


def test_packages_that_could_not_be_looked_up_are_counted(tmp_path: Path) -> None:
    advisories = database(tmp_path, record(ecosystem="crates.io"))
    tree = {"Cargo.lock": CARGO.replace("1.0.0", "9.9.9"), "requirements.txt": "flask\n"}
    shown = panel("supply-holes", tree, advisories)
    assert say(shown.headline) == "Versions looked up: 1. Nothing is known against them."
    assert say(shown.caveat).endswith("is not at hand: 1.")


def test_a_broken_file_of_advisories_is_none(tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"nothing")
    assert supply({"Cargo.lock": CARGO}, tmp_path / "broken").vulnerabilities is None


def test_a_project_that_names_nothing_says_so() -> None:
    made = page({"README.md": "hello"})
    assert (say(made.lede), made.panels) == ("No file here names a dependency.", ())


def test_long_lists_end_and_say_how_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_SHOWN", 2)
    monkeypatch.setattr(packages, "MOST_SHOWN", 1)
    assert (len(panel("supply-files").entries), panel("supply-files").more) == (2, 3)
    assert (len(panel("supply-movable").entries), panel("supply-movable").more) == (1, 1)


def test_a_ground_is_read_once() -> None:
    ground = Ground(Files({"requirements.txt": b"a\n"}))
    assert inventory_on(ground) is inventory_on(ground)
    assert inventory_on(Ground(Files({}))) is not inventory_on(ground)


HOSTILE = {
    "package.json": '{"dependencies": {"<script>alert(1)</script>": "\\u001b[31m=HYPERLINK()", "a": "1.0.0"}}'
}


@pytest.mark.parametrize("form", ["html", "json", "csv", "markdown", "text"])
def test_every_format_shows_the_page_and_runs_nothing_of_strangers(form: str) -> None:
    report = Report("mine", "2026-11-21T00:00:00Z", (page({**TREE, **HOSTILE}),))
    shown = render(report, form)
    assert "supply-packages" in shown
    assert "<script>alert(1)" not in shown or form == "json"
    assert "\x1b[31m" not in shown


def test_the_page_stays_small_however_many_packages_there_are() -> None:
    many = {"package.json": json.dumps({"dependencies": {f"package-{n}": "^1" for n in range(5_000)}})}
    small = len(
        render(
            Report(
                "mine", "2026-11-21T00:00:00Z", (page({"package.json": '{"dependencies": {"a": "^1"}}'}),)
            ),
            "html",
        )
    )
    large = len(render(Report("mine", "2026-11-21T00:00:00Z", (page(many),)), "html"))
    assert large < small + 30_000


def test_files_that_are_not_in_this_clone_are_not_called_silent() -> None:
    assert "not in this clone" in say(page({"pyproject.toml": None}).lede)
    assert say(page({"README.md": "x"}).lede) == "No file here names a dependency."
