"""The ground of checks: files of one commit, and what several checks share."""

from collections.abc import Callable

import pytest

from checks.trees import Files, ground
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome
from folkmoot.model.errors import SourceError


def test_a_place_names_its_line_where_it_is_known() -> None:
    assert Evidence("found", "a.yml", 3).place == "a.yml:3"
    assert Evidence("found", "a.yml").place == "a.yml"


def test_a_place_is_told_once() -> None:
    assert Evidence("“npm ci”", "a.yml", 3).told == "a.yml:3: “npm ci”"
    assert Evidence("a.yml names whom to tell.", "a.yml", 3).told == "a.yml:3 names whom to tell."
    assert Evidence("a.yml-like files", "a.yml").told == "a.yml: a.yml-like files"
    assert Evidence("nothing was found").told == "nothing was found"


def test_what_several_checks_share_is_made_once() -> None:
    made: list[int] = []
    here = ground({"a": "1"})
    assert [here.once("x", lambda: made.append(1) or len(made)) for _ in range(3)] == [1, 1, 1]


def test_the_files_are_those_of_the_tree() -> None:
    here = ground({"b": "12345", "a": None}, links=["b"])
    assert here.paths() == ["a", "b"]
    assert here.read("b", 2) == b"12"
    assert list(here.read_all(["b", "a"], 3)) == [("b", b"123", 5), ("a", None, 0)]
    assert set(here.links()) == {"b"}


class Bare(Files):
    """What a clone without trees shows of a commit."""

    is_missing = True


def asked(tree: Files, decide: Callable[[Ground], Finding]) -> Finding:
    ours = Check("readme", 1, "README", "Is there one?", "community", decide, "https://example.org/readme")
    return ours.ask(Ground(tree))


@pytest.mark.parametrize(
    "look",
    [
        lambda ground: ground.paths(),
        lambda ground: ground.read("README"),
        lambda ground: ground.links(),
        lambda ground: [content for _, content, _ in ground.read_all(["README"]) if content],
        lambda ground: ground.once("paths", ground.tree.paths),
    ],
)
def test_files_that_nobody_can_see_are_unknown_and_not_missing(look: Callable[[Ground], object]) -> None:
    def decide(ground: Ground) -> Finding:
        return Finding("readme", "README", Outcome.YES if look(ground) else Outcome.NO)

    assert asked(Files({}), decide).outcome is Outcome.NO
    unknown = asked(Bare({}), decide)
    assert unknown.outcome is Outcome.UNKNOWN
    assert unknown.lacks_files
    assert unknown.remedy == "`git fetch --refetch --filter=blob:none` in the clone brings them."


def test_what_needs_no_files_is_decided_without_them() -> None:
    found = Finding("readme", "README", Outcome.NO)
    assert asked(Bare({}), lambda _: found) is found
    assert not found.lacks_files


def test_other_errors_of_a_check_stay_what_they_are() -> None:
    def decide(_: Ground) -> Finding:
        raise SourceError("git cat-file ended too early.")

    with pytest.raises(SourceError, match="too early"):
        asked(Bare({}), decide)
