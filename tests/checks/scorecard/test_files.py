"""Files as the engine sees them: its order, links that stay inside, no test data."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard._files import (
    ending,
    is_test_data,
    is_workflow,
    listing,
    matching,
    read_files,
)
from folkmoot.checks.scorecard._scored import NotHereError


def test_a_folder_is_walked_where_its_name_stands() -> None:
    """By plain bytes "a.txt" stands before "a/b", because "." comes before "/"."""
    assert listing(ground({"a/b": "", "a.txt": "", "B": ""})).paths == ("B", "a/b", "a.txt")


def test_a_link_to_a_file_counts_with_that_file_s_content() -> None:
    place = ground({"docs/SECURITY.md": "../policy.md", "policy.md": "mail us"}, links={"docs/SECURITY.md"})
    assert listing(place).paths == ("docs/SECURITY.md", "policy.md")
    assert list(read_files(place, ["docs/SECURITY.md"])) == [("docs/SECURITY.md", b"mail us")]


def test_links_are_followed_through_linked_folders() -> None:
    files = {"lib": "src", "src/a.py": "x", "b.py": "lib/a.py"}
    assert listing(ground(files, links={"lib", "b.py"})).behind == {"b.py": "src/a.py"}


@pytest.mark.parametrize("target", ["/etc/passwd", "../../etc/passwd", "missing", "", "src", "loop"])
def test_links_that_lead_nowhere_good_do_not_count(target: str) -> None:
    assert listing(ground({"loop": target, "src/a.py": "x"}, links={"loop"})).paths == ("src/a.py",)


def test_two_links_in_a_circle_do_not_count() -> None:
    assert listing(ground({"a": "b", "b": "a"}, links={"a", "b"})).paths == ()


def test_a_link_that_is_not_in_the_clone_does_not_count() -> None:
    assert listing(ground({"a": None, "b": "x"}, links={"a"})).paths == ("b",)


def test_a_folder_named_git_is_skipped() -> None:
    assert listing(ground({"sub/.git/config": "", ".github/a": "", "x.git/b": ""})).paths == (
        ".github/a",
        "x.git/b",
    )


@pytest.mark.parametrize("path", ["testdata/a", "x/testdata/a", "src/test/a", "x/src/test/b/c"])
def test_test_data_is_known_by_its_folder(path: str) -> None:
    assert is_test_data(path)


@pytest.mark.parametrize("path", ["testdata", "mytestdata/a", "src/tests/a", "test/a"])
def test_other_folders_are_no_test_data(path: str) -> None:
    assert not is_test_data(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a/b.tar.gz", ".gz"), ("a.b/c", ""), (".so", ".so"), ("x.", "."), ("Makefile", "")],
)
def test_an_ending_is_what_go_says(path: str, expected: str) -> None:
    assert ending(path) == expected


def test_a_pattern_is_tried_on_the_path_and_on_the_name() -> None:
    files = ground({"a.py": "", "x/B.PY": "", "testdata/c.py": "", "d.pyc": ""})
    assert matching(files, "*.py") == ["a.py", "x/B.PY"]
    assert matching(files, "*.py", case_sensitive=True) == ["a.py"]
    assert matching(ground({"x/y/z": "", "x/z": ""}), "x/*") == ["x/z"]


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(NotHereError, match=r"a\.py"):
        list(read_files(ground({"a.py": None}), ["a.py"]))


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (".github/workflows/ci.yml", True), (".GitHub/Workflows/ci.yaml", True),
        (".github/workflows/ci.YML", False), (".github/workflows/more/ci.yml", False), ("ci.yml", False),
    ],
)  # fmt: skip
def test_workflows_are_known_by_folder_and_ending(path: str, is_one: bool) -> None:
    assert is_workflow(path) is is_one
