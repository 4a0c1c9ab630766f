"""go.mod and go.sum."""

from __future__ import annotations

import pytest

from supply.reading_files import read, told

MOD = """\
module example.org/mine/v2 // the module

go 1.21

require example.org/single v1.0.0
require (
	example.org/a v1.2.3
	example.org/b v0.0.0-20210630005230-0f9fa26af87c // indirect
	"example.org/quoted" v1.0.0
	example.org/gone v1.0.0
	example.org/moved v1.0.0
	example.org/here v1.0.0
)

exclude example.org/gone v1.0.0

replace (
	example.org/moved v1.0.0 => example.org/fork/moved v1.1.0
	example.org/here => ../here
	example.org/a v9.9.9 => example.org/other v1.0.0
)
"""


def test_go_mod_with_replaced_and_excluded_modules() -> None:
    manifest = read("go.mod", MOD)
    assert sorted(told(manifest), key=lambda line: int(line.partition(":")[0])) == [
        "3: stdlib runtime direct '>=1.21'",
        "5: example.org/single@v1.0.0 runtime direct",
        "7: example.org/a@v1.2.3 runtime direct",
        "8: example.org/b@v0.0.0-20210630005230-0f9fa26af87c runtime needed",
        "9: example.org/quoted@v1.0.0 runtime direct",
        "18: example.org/fork/moved@v1.1.0 runtime direct",
    ]
    assert str(manifest.own) == "pkg:golang/example.org/mine/v2"


SUMS = """\
example.org/a v1.2.3 h1:aa=
example.org/a v1.2.3/go.mod h1:aa=
example.org/c v1.9.0 h1:aa=
example.org/c v1.10.0 h1:aa=
example.org/d v1.0.0/go.mod h1:aa=
"""


def test_go_sum_tells_what_older_files_leave_out() -> None:
    text = "module m\ngo 1.16\nrequire example.org/a v1.2.3\n"
    manifest = read("x/go.mod", text, {"x/go.sum": SUMS})
    assert told(manifest) == [
        "3: example.org/a@v1.2.3 runtime direct",
        "4: example.org/c@v1.10.0 runtime needed",
    ]
    assert manifest.components[1].path == "x/go.sum"


def test_go_sum_adds_nothing_to_newer_files() -> None:
    text = "module m\ngo 1.17\nrequire example.org/a v1.2.3\n"
    assert len(read("go.mod", text, {"go.sum": SUMS}).components) == 1


def test_what_is_no_go_mod_is_a_problem() -> None:
    assert read("go.mod", "this is just a text").components == ()
    assert len(read("go.mod", "this is just a text").problems) == 1


def test_a_requirement_without_a_version_is_a_problem_with_its_line() -> None:
    manifest = read("go.mod", "module m\n\nrequire example.org/a\n")
    assert [each.line for each in manifest.problems] == [3]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("go 1.20", []),
        ("go 1.22", ["2: stdlib runtime direct '>=1.22'"]),
        (
            "go 1.22.4",
            ["2: stdlib@1.22.4 runtime direct '>=1.22.4'", "2: toolchain@1.22.4 build direct '>=1.22.4'"],
        ),
        (
            "go 1.22\ntoolchain go1.23.1-custom",
            ["3: stdlib@1.23.1 runtime direct '>=1.23.1'", "3: toolchain@1.23.1 build direct '>=1.23.1'"],
        ),
        ("go 1.22\ntoolchain default", ["2: stdlib runtime direct '>=1.22'"]),
        ("go 1.23rc1", []),
        ("go ../../x", []),
    ],
)
def test_the_lowest_go_that_may_build_a_module_brings_its_library(lines: str, expected: list[str]) -> None:
    assert told(read("go.mod", f"module m\n{lines}\n")) == expected


@pytest.mark.parametrize(
    ("versions", "newest"),
    [
        (("v1.2.3-rc.1", "v1.2.3"), "v1.2.3"),
        (("v1.2.3", "v1.2.3-rc.1"), "v1.2.3"),
        (("v1.2.3-beta.2", "v1.2.3-rc.1"), "v1.2.3-rc.1"),
        (("v1.2.4-0.20210630005230-0f9fa26af87c", "v1.2.3"), "v1.2.4-0.20210630005230-0f9fa26af87c"),
        (("v2.0.0+incompatible", "v1.9.9"), "v2.0.0+incompatible"),
        (("v1.9.0", "v1.10.0"), "v1.10.0"),
        (("v1.9.0", "nonsense"), "v1.9.0"),
    ],
)
def test_of_several_versions_in_go_sum_the_newest_is_meant(versions: tuple[str, ...], newest: str) -> None:
    """A pre-release comes before its release, a commit after the last one that was tagged."""
    sums = "".join(f"example.org/c {version} h1:aa=\n" for version in versions)
    (found,) = read("go.mod", "module m\ngo 1.16\n", {"go.sum": sums}).components
    assert found.purl.version == newest


def test_what_is_replaced_is_not_told_again_from_go_sum() -> None:
    text = (
        "module m\ngo 1.16\nrequire example.org/a v1.0.0\nreplace example.org/a => example.org/fork v1.1.0\n"
    )
    sums = "example.org/fork v1.1.0 h1:aa=\n"
    assert told(read("go.mod", text, {"go.sum": sums})) == ["4: example.org/fork@v1.1.0 runtime direct"]


@pytest.mark.parametrize(
    "line",
    ["example.org/a", "", "example.org/a v1.0.0/go.mod h1:aa=", " ", "example.org/b v2.0.0 h1:aa="],
    ids=["no version", "empty", "of the file itself", "a space", "required already"],
)
def test_lines_of_go_sum_that_name_nothing_new(line: str) -> None:
    text = "module m\ngo 1.16\nrequire example.org/b v1.0.0\n"
    assert told(read("go.mod", text, {"go.sum": f"{line}\n"})) == ["3: example.org/b@v1.0.0 runtime direct"]


@pytest.mark.parametrize(
    ("remark", "direct"),
    [
        ("// indirect", False), ("//indirect", False), ("// indirect ; pinned", False),
        ("// indirect; pinned", False), ("// not indirect", True), ("", True),
    ],
)  # fmt: skip
def test_what_only_others_need_says_so_in_its_remark(remark: str, direct: bool) -> None:
    (found,) = read("go.mod", f"module m\ngo 1.17\nrequire example.org/b v1.0.0 {remark}\n").components
    assert found.direct is direct


def test_an_empty_file_names_nothing_and_is_no_problem() -> None:
    manifest = read("go.mod", "// later\n\n")
    assert (manifest.components, manifest.problems, manifest.own) == ((), (), None)


@pytest.mark.parametrize(
    "line",
    ["exclude example.org/b", "replace example.org/b", "replace => example.org/c v1.0.0", "go", "toolchain",
     "replace example.org/b =>", "module", "retract v1.0.0"],
)  # fmt: skip
def test_half_a_statement_changes_nothing(line: str) -> None:
    manifest = read("go.mod", f"module m\ngo 1.17\nrequire example.org/b v1.0.0\n{line}\n")
    assert told(manifest) == ["3: example.org/b@v1.0.0 runtime direct"]


def test_only_the_version_that_is_excluded_is_left_out() -> None:
    text = "module m\ngo 1.17\nexclude example.org/b v1.0.0\nrequire example.org/b v1.0.1\n"
    assert told(read("go.mod", text)) == ["4: example.org/b@v1.0.1 runtime direct"]


def test_a_replacement_of_every_version_yields_to_one_of_this_version() -> None:
    text = (
        "module m\ngo 1.17\nrequire example.org/b v1.0.0\nreplace example.org/b => example.org/any v2.0.0\n"
        "replace example.org/b v1.0.0 => example.org/this v3.0.0\n"
    )
    assert told(read("go.mod", text)) == ["5: example.org/this@v3.0.0 runtime direct"]
