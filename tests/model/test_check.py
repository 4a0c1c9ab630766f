"""The ground of checks: files of one commit, and what several checks share."""

from checks.trees import ground
from folkmoot.model.check import Evidence


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
