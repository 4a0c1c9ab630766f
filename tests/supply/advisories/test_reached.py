"""Whether a project's own code imports what is vulnerable."""

from dataclasses import replace

import pytest

from checks.trees import Files, tree
from folkmoot.model.vulnerability import Hit, Vulnerability
from folkmoot.supply.advisories import reached
from folkmoot.supply.advisories.reached import imports_of, with_reach
from supply.advisories.records import component

OPEN = "example.org/x/crypto/open"
SOURCE = f"""package main

import (
\t"fmt"
\tpgp "{OPEN}"
)
"""
HOLE = Vulnerability(
    ("GO-2030-1",),
    "",
    hits=(Hit(component("pkg:golang/example.org/x/crypto@v1.0.0", "go.mod")),),
    imports=(OPEN,),
)


def files(**contents: str | None) -> Files:
    named = {name.replace("__", "/") + ".go": text for name, text in contents.items()}
    return tree(contents={path: None if text is None else text.encode() for path, text in named.items()})


def test_an_import_of_the_part_is_found() -> None:
    (told,) = with_reach([HOLE], files(main=SOURCE))
    assert told.hits[0].is_reached is True


@pytest.mark.parametrize("other", [f"{OPEN}/deeper", "example.org/x/crypto", f"x{OPEN}"])
def test_an_import_of_another_part_is_none(other: str) -> None:
    (told,) = with_reach([HOLE], files(main=SOURCE.replace(OPEN, other)))
    assert told.hits[0].is_reached is False


def test_code_of_others_in_the_tree_is_not_the_projects_own() -> None:
    assert imports_of(files(vendor__x__a=SOURCE, web__third_party__b=SOURCE), {OPEN}) == set()


def test_a_file_that_is_not_in_the_clone_leaves_it_open() -> None:
    (told,) = with_reach([HOLE], files(main="package main", other=None))
    assert told.hits[0].is_reached is None


def test_a_link_is_not_followed() -> None:
    held = Files({"main.go": SOURCE.encode()}, links=["main.go"])
    assert imports_of(held, {OPEN}) == set()


def test_more_files_than_can_be_read_leave_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reached, "MOST_FILES", 1)
    assert imports_of(files(a="", b=""), {OPEN}) is None


def test_where_no_part_is_named_nothing_is_read_and_nothing_known() -> None:
    whole = replace(HOLE, imports=())
    assert with_reach([whole], files(main=None)) == (whole,)


def test_other_ecosystems_are_left_as_they_are() -> None:
    crate = replace(HOLE, hits=(Hit(component("pkg:cargo/moot@1.0.0")),))
    assert with_reach([crate], files(main=SOURCE)) == (crate,)


def test_a_hostile_import_path_is_no_pattern() -> None:
    assert imports_of(files(main=SOURCE), {".*", "(a+)+$", "["}) == set()


@pytest.mark.parametrize(
    "line",
    [
        f'import "{OPEN}"',
        f'import _ "{OPEN}"',
        f'import . "{OPEN}" // "quoted',
        f'/* a "b c" */ import "x"; import "{OPEN}"',
    ],
)
def test_an_import_is_found_however_it_is_written(line: str) -> None:
    assert imports_of(files(main=f"package main\n{line}\n"), {OPEN}) == {OPEN}


def test_quotes_without_end_cost_no_time() -> None:
    assert imports_of(files(main='"' * 60_000 + f'\n"{OPEN}"', other='"' + "x" * 60_000), {OPEN}) == {OPEN}
