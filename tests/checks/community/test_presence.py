"""Whether a community file is there: places, names and honest doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.trees import Files, ground, tree
from folkmoot.checks import all_checks
from folkmoot.checks.community._presence import Sought, by_first_folder, find, presence
from folkmoot.i18n import say
from folkmoot.model.check import Ground, Outcome
from folkmoot.model.forge_settings import ForgeSettings
from folkmoot.model.released import Released, VersionTag

URL = "https://github.com/ada/moot"
GUIDE = Sought(("guide", "handbook"), inside=("guides/",))


def outcome(sought: Sought, *paths: str) -> Outcome:
    decide = presence("guide", "Guide", sought, why="Because.", remedy="Write it.", effort="an hour")
    return decide(tree(*paths)).outcome


@pytest.mark.parametrize(
    "path",
    [
        "guide", "GUIDE", "Guide.md", "guide.RST", "guide.txt", "guide.adoc", ".github/guide.md",
        ".gitlab/guide.md", ".gitea/guide.md", ".forgejo/guide.md", "docs/guide.md", "doc/guide.md",
        "Documentation/guide.md", "handbook.md", "guides/one.md", "guides/deep/er.md",
    ],
)  # fmt: skip
def test_the_usual_places_and_names(path: str) -> None:
    assert find(by_first_folder([path]), GUIDE) == path


@pytest.mark.parametrize(
    "path", ["guide.py", "src/guide.md", "guidebook.md", "my-guide.md", "docs/en/guide.md", "guides", ""]
)
def test_other_places_and_names_are_not_meant(path: str) -> None:
    assert find(by_first_folder([path]), GUIDE) is None


def test_the_best_place_wins_then_the_best_name() -> None:
    paths = ["guides/a.md", "docs/guide.md", ".github/guide.md", "handbook.md", "guide.md"]
    for best in reversed(paths):
        assert find(by_first_folder(paths), GUIDE) == best
        paths.remove(best)


@given(st.permutations(["GUIDE", "guide.md", "docs/guide.md", "handbook"]))
def test_the_order_of_the_tree_does_not_matter(paths: list[str]) -> None:
    assert find(by_first_folder(paths), GUIDE) == "GUIDE"


def test_a_path_can_be_turned_down() -> None:
    sought = Sought(("guide",), accept=lambda path: path != "guide.md")
    assert find(by_first_folder(["guide.md", "docs/guide.md"]), sought) == "docs/guide.md"


def test_on_github_the_owner_may_provide_it() -> None:
    assert outcome(GUIDE, "a.py") is Outcome.NO
    assert outcome(GUIDE, "a.py", ".github/workflows/test.yml") is Outcome.UNKNOWN
    assert outcome(GUIDE, "a.py", ".gitlab/x.yml") is Outcome.NO


def test_what_an_owner_cannot_provide_is_a_plain_no() -> None:
    assert outcome(Sought(("guide",), shared_by_owner=False), ".github/x.yml") is Outcome.NO


def test_what_only_a_forge_needs_is_unknown_without_one() -> None:
    sought = Sought(("guide",), forge_only=True)
    assert outcome(sought, "a.py") is Outcome.UNKNOWN
    assert outcome(sought, "a.py", ".gitlab/x.yml") is Outcome.NO


def test_what_a_project_may_go_without_is_not_applicable() -> None:
    assert outcome(Sought(("guide",), is_optional=True), "a.py", ".github/x.yml") is Outcome.NOT_APPLICABLE


def test_paths_are_parted_by_the_folder_at_the_top() -> None:
    assert by_first_folder(["README", "Docs/a", "docs/b/c", ".github/x"]) == {
        "": ["README"],
        "docs": ["Docs/a", "docs/b/c"],
        ".github": [".github/x"],
    }


def test_checks_on_the_same_ground_list_the_paths_once() -> None:
    asked = 0

    class Counting(Files):
        def paths(self) -> list[str]:
            nonlocal asked
            asked += 1
            return ["README"]

    place = Ground(Counting({}))
    for _ in range(3):
        presence("guide", "Guide", GUIDE, why="", remedy="", effort="")(place)
    assert asked == 1


WEAK = Sought(("guide", "owners"), weaker=frozenset({"owners"}))


def weak(files: dict[str, bytes | None]) -> tuple[Outcome, str]:
    decide = presence("guide", "Guide", WEAK, why="Because.", remedy="Write it.", effort="an hour")
    finding = decide(Files(files))
    return finding.outcome, str(finding.evidence[0])


def test_a_weaker_name_serves_only_where_no_other_is_there() -> None:
    assert weak({".github/OWNERS": b"* @ada\n", "docs/guide.md": b"x"}) == (
        Outcome.YES, "Found: docs/guide.md",
    )  # fmt: skip
    assert weak({".github/OWNERS": b"* @ada\n"}) == (Outcome.YES, "Found: .github/OWNERS")


def test_a_weaker_name_with_nothing_but_comments_is_not_there() -> None:
    assert weak({"OWNERS": b"# Copyright Ada\n\n"})[0] is Outcome.NO
    assert weak({"OWNERS": None})[0] is Outcome.YES


@pytest.mark.parametrize(
    ("check", "forge", "expected"),
    [
        ("code-of-conduct", ForgeSettings("github", URL, code_of_conduct=True), Outcome.YES),
        ("code-of-conduct", ForgeSettings("github", URL, code_of_conduct=False), Outcome.UNKNOWN),
        ("security", ForgeSettings("github", URL, security_policy=True), Outcome.YES),
        ("security", ForgeSettings("github", URL, security_policy=False), Outcome.NO),
        ("security", ForgeSettings("github", URL), Outcome.UNKNOWN),
        ("change-template", ForgeSettings("github", URL, change_template=True), Outcome.YES),
        ("governance", ForgeSettings("github", URL), Outcome.UNKNOWN),
    ],
)
def test_a_forge_tells_what_the_owner_provides(check: str, forge: ForgeSettings, expected: Outcome) -> None:
    made = Ground(tree(".github/workflows/a.yml", "README.md"), forge=forge)
    finding = all_checks("community")[check].decide(made)
    assert finding.outcome is expected
    if expected is not Outcome.UNKNOWN:
        assert URL in say(finding.evidence[0])
    assert bool(finding.remedy) is (expected is not Outcome.YES)


@pytest.mark.parametrize(
    ("shown", "said"), [("github", Outcome.UNKNOWN), ("some", Outcome.UNKNOWN), ("gitlab", Outcome.NO)]
)
def test_a_clone_that_shows_its_forge_needs_no_folder_of_the_forge(shown: str, said: Outcome) -> None:
    """Pull requests in a clone: the owner may provide files, and templates are not out of place."""
    decide = presence("guide", "Guide", GUIDE, why="Because.", remedy="Write it.", effort="an hour")
    assert decide(Ground(tree("a.py"), shown_forge=shown)).outcome is said
    of_forge = Sought(("guide",), forge_only=True)
    decide = presence("guide", "Guide", of_forge, why="Because.", remedy="Write it.", effort="an hour")
    assert decide(Ground(tree("a.py"))).evidence != decide(Ground(tree("a.py"), shown_forge=shown)).evidence


FOR_OTHERS = ("contributing", "code-of-conduct", "issue-template", "change-template")


@pytest.mark.parametrize("identifier", FOR_OTHERS)
def test_who_keeps_something_for_themselves_tells_nobody_how_to_come(identifier: str) -> None:
    check = all_checks("community")[identifier]
    made = ground({"README.md": "# Dots\n", ".github/workflows/x.yml": "on: push\n"})
    made.released = Released(is_solitary=True)
    found = check.decide(made)
    assert found.outcome is Outcome.NOT_APPLICABLE
    assert say(found.evidence[0]).startswith("Nobody but one person was ever seen here")
    made.released = Released((VersionTag("v1.0"),), is_solitary=True)
    assert check.decide(made).outcome is Outcome.UNKNOWN


def test_what_is_for_users_is_asked_of_one_person_too() -> None:
    made = ground({"x.py": ""})
    made.released = Released(is_solitary=True)
    asked = {check.decide(made).outcome for name, check in all_checks("community").items()
             if name in {"readme", "licence", "security"}}  # fmt: skip
    assert asked == {Outcome.NO}


def test_the_only_author_agrees_with_nobody_on_a_licence() -> None:
    made = ground({"x.py": ""})
    decide = all_checks("community")["licence"].decide
    assert "other authors" in str(decide(made).remedy)
    made.released = Released((VersionTag("v1.0"),), is_solitary=True)
    assert "authors" not in str(decide(made).remedy) + str(decide(made).effort)
    made = ground({"README.md": "# Dots\n\n## License\n\nSee below.\n"})
    made.released = Released(is_solitary=True)
    assert "other authors" not in str(decide(made).remedy)


def test_what_is_filled_counts_beside_an_empty_file_of_a_better_name() -> None:
    decide = presence("guide", "Guide", GUIDE, why="Because.", remedy="Write it.", effort="an hour")
    found = decide(ground({"guide": "", "handbook": "How to row.\n"}))
    assert (found.outcome, say(found.evidence[0])) == (Outcome.YES, "Found: handbook")
    found = decide(ground({"guide": "", "handbook": " \n"}))
    assert (found.outcome, say(found.evidence[0])) == (Outcome.NO, "guide is there but empty.")
