"""How documentation is looked through: names of files, headings with something below them, and lines."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.osps._requirement import Say
from folkmoot.checks.osps._told import ENOUGH, MOST, Topic, at_word, hinted, missing, spots_of, told
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

FILLER = "Here is enough to read for everybody who wants to know more about it.\n"


def found(tree: dict[str, str | bytes | None], /, **sought: object) -> list[tuple[str, str]]:
    """Give (place, words) of what is found."""
    topic = Topic(**sought)  # type: ignore[arg-type]
    return [(spot.place, say(spot.what)) for spot in spots_of(ground(tree), topic)]


# -- names -------------------------------------------------------------------------------------------------


def test_a_file_of_that_name_counts_when_it_says_enough() -> None:
    sought = {"files": "roadmap|plans?"}
    assert found({"ROADMAP.md": FILLER}, **sought) == [("ROADMAP.md", "A file of that name.")]
    assert found({"docs/plan.rst": FILLER}, **sought) == [("docs/plan.rst", "A file of that name.")]
    assert found({"ROADMAP.md": "Soon.\n"}, **sought) == []
    assert found({"my-roadmap.md": FILLER}, **sought) == []


@pytest.mark.parametrize(("length", "counts"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_enough_is_counted_without_the_space_around_it(length: int, counts: bool) -> None:
    files = {"ROADMAP.md": "  \n" + "x" * length + "\n\n"}
    assert bool(found(files, files="roadmap")) is counts


def test_how_much_is_enough_can_be_set() -> None:
    assert found({"ROADMAP.md": "Soon.\n"}, files="roadmap", enough=5)


# -- headings ----------------------------------------------------------------------------------------------


def test_a_heading_counts_with_its_words_and_line() -> None:
    text = f"# Moot\n\n## Our Road Map\n\n{FILLER}"
    assert found({"README.md": text}, headings="road ?map") == [("README.md:3", "“Our Road Map”")]


def test_what_stands_below_inner_headings_counts() -> None:
    text = f"# Roadmap\n\n## Spring\n\n{FILLER}"
    assert found({"README.md": text}, headings="roadmap") == [("README.md:1", "“Roadmap”")]


def test_a_heading_with_little_below_it_says_nothing() -> None:
    assert found({"README.md": "# Roadmap\n\nSoon.\n"}, headings="roadmap") == []
    assert found({"README.md": "# Roadmap\n\n" + "-\n" * 80}, headings="roadmap") == []


def test_a_heading_may_have_to_say_something() -> None:
    text = f"# Roadmap\n\n{FILLER}\n# Our roadmap of 2027\n\n{FILLER}"
    assert found({"README.md": text}, headings="roadmap", says=r"20\d\d") == [
        ("README.md:5", "“Our roadmap of 2027”")
    ]


def test_two_headings_of_a_document_are_shown_and_one_beside_its_name() -> None:
    text = "".join(f"# Roadmap {n}\n\n{FILLER}\n" for n in range(4))
    assert len(found({"README.md": text}, headings="roadmap")) == 2
    assert [place for place, _ in found({"ROADMAP.md": text}, headings="roadmap", files="roadmap")] == [
        "ROADMAP.md", "ROADMAP.md:1",
    ]  # fmt: skip


# -- words -------------------------------------------------------------------------------------------------


def test_words_are_searched_in_lower_case_and_shown_as_they_stand() -> None:
    assert found({"README.md": "Moot.\n\nWe SIGN each Tag.\n"}, words="sign each tag") == [
        ("README.md:3", "“We SIGN each Tag.”")
    ]


def test_only_documents_about_it_are_searched() -> None:
    sought = {"words": "each tag", "about": ("gpg", "sigstore")}
    assert found({"README.md": "We sign each tag.\n"}, **sought) == []
    assert found({"README.md": "We sign each tag.\n\nBy GPG.\n"}, **sought)


def test_a_line_may_say_that_it_is_about_something_else() -> None:
    text = "Sign each tag of a parcel.\nSign each tag.\n"
    assert found({"README.md": text}, words="sign each tag", unless="parcel") == [
        ("README.md:2", "“Sign each tag.”")
    ]


def test_near_the_top_words_may_go_over_lines() -> None:
    text = "Please sign\neach tag.\n"
    assert found({"README.md": text}, words="sign each tag") == [("README.md:1", "“Please sign”")]
    assert found({"docs/a.md": text}, words="sign each tag")
    assert found({"docs/deep/a.md": text}, words="sign each tag") == []


def test_one_line_of_each_document_comes_before_a_second_of_any() -> None:
    files = {"README.md": "a tag\na tag\n", "SECURITY.md": "a tag\n"}
    assert [place for place, _ in found(files, words="a tag")] == [
        "README.md:1",
        "SECURITY.md:1",
        "README.md:2",
    ]


def test_a_line_is_shown_once_and_six_places_at_most() -> None:
    assert len(found({"README.md": "a tag, a tag\n"}, words="a tag")) == 1
    assert len(found({"README.md": "a tag\n" * 20}, words="a tag")) == MOST


def test_long_lines_and_headings_are_cut() -> None:
    ((_, line),) = found({"README.md": "a tag " + "x" * 500 + "\n"}, words="a tag")
    assert len(line) == 162


# -- together ----------------------------------------------------------------------------------------------


def test_names_come_before_headings_and_headings_before_lines() -> None:
    files = {"README.md": "a roadmap\n", "docs/a.md": f"# Roadmap\n\n{FILLER}", "docs/roadmap.md": FILLER}
    places = [place for place, _ in found(files, files="roadmap", headings="roadmap", words="a roadmap")]
    assert places == ["docs/roadmap.md", "docs/a.md:1", "README.md:1"]


def test_all_three_keep_to_the_paths_that_are_wanted() -> None:
    files = {
        "README.md": f"# Roadmap\n\na roadmap {FILLER}",
        "docs/roadmap.md": f"# Roadmap\n\na roadmap {FILLER}",
    }
    sought = {"files": "roadmap", "headings": "roadmap", "words": "a roadmap", "where": "^docs/"}
    assert {place.partition(":")[0] for place, _ in found(files, **sought)} == {"docs/roadmap.md"}


def outcome_of(found_one: Say | None) -> tuple[Outcome, str]:
    assert found_one is not None
    return found_one.outcome, say(found_one.text)


def test_what_is_told_is_a_yes_and_a_hint_decides_nothing() -> None:
    place = ground({"ROADMAP.md": FILLER})
    assert outcome_of(told(files="roadmap")(place)) == (
        Outcome.YES, "The documentation speaks of it: ROADMAP.md.",
    )  # fmt: skip
    assert outcome_of(hinted(files="roadmap")(place)) == (
        Outcome.UNKNOWN, "This may be about it; somebody has to read it: ROADMAP.md.",
    )  # fmt: skip


def test_nothing_is_ever_a_no() -> None:
    assert told(files="roadmap")(ground({"README.md": FILLER})) is None
    assert hinted(files="roadmap")(ground({"README.md": FILLER})) is None


def test_what_is_not_in_the_clone_is_told_once() -> None:
    place = ground({"README.md": None, "SECURITY.md": None})
    text = "Files of documentation that are not in this clone: 2, README.md among them."
    assert outcome_of(told(files="roadmap")(place)) == (Outcome.UNKNOWN, text)
    assert outcome_of(missing(place)) == (Outcome.UNKNOWN, text)
    assert hinted(files="roadmap")(place) is None
    assert missing(ground({"README.md": FILLER})) is None


@pytest.mark.parametrize(
    ("text", "is_found"), [("sign it", True), ("we sign it", True), ("(sign it", True), ("design it", False)]
)
def test_a_word_is_found_at_its_beginning(text: str, is_found: bool) -> None:
    assert bool(found({"README.md": text + "\n"}, words=at_word("sign"))) is is_found
