"""Limits per employer in prose: sentences that say one, and the many that do not."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from folkmoot.govern.audit.prose_caps import PATHS, Cap, caps_in, read_caps
from govern.audit.moot import Moot


def only(text: str) -> Cap:
    (found,) = caps_in("GOVERNANCE.md", text)
    return found


@pytest.mark.parametrize(
    ("sentence", "most"),
    [
        ("**No more than 2 council members can have the same funder:** Each member is one.", 2),
        ("- There should be no more than 1 chair from a single company. Here is why.", 1),
        ("At most two committee members may work for the same employer.", 2),
        ("That limits the number of members employed by the same company to three.", 3),
        ("A maximum of two seats may be\nheld by people of any one organization.", 2),
    ],
)
def test_a_number_of_seats_per_employer_is_read(sentence: str, most: int) -> None:
    assert (only(sentence).most, only(sentence).share) == (most, None)


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("No more than one-fourth of the voting membership may be affiliated with the same company.", "1/4"),
        ("No more than 1/3 of the members may be affiliated with the same employer.", "1/3"),
        ("no more than 40% of the maintainers may work for a single vendor", "2/5"),
        ("At most half of the board may come from one company.", "1/2"),
    ],
)
def test_a_share_of_the_seats_is_read(sentence: str, share: str) -> None:
    assert (only(sentence).most, only(sentence).share) == (None, Fraction(share))


@pytest.mark.parametrize(
    "sentence",
    [
        "No more than one sponsor can be from the same company.",
        "No more than 2 members of the quorum may be from the same company.",
        "Members should come from more than one company.",
        "No more than 2 members may be absent.",
        "Our members work for the same employer.",
        "No more than 0 members may be from the same company.",
        "No more than 7/0 of the members may be from the same company.",
    ],
)
def test_other_sentences_are_no_limit(sentence: str) -> None:
    assert caps_in("GOVERNANCE.md", sentence) == []


def test_the_line_is_that_of_the_paragraph_and_the_words_are_kept() -> None:
    cap = only("# Rules\n\nWords.\n\nBesides, no more than 2 council members\nmay have the same employer.\n")
    assert (cap.line, cap.said) == (5, "no more than 2 council members may have the same employer")
    assert cap.body == "council member"


def test_the_same_limit_is_told_once() -> None:
    text = "No more than 2 members may have the same employer.\n\n" * 3
    assert len(caps_in("GOVERNANCE.md", text)) == 1


def test_what_a_limit_allows() -> None:
    assert Cap("x", 1, "", "", "", most=2).allows(2, 9)
    assert not Cap("x", 1, "", "", "", most=2).allows(3, 9)
    assert Cap("x", 1, "", "", "", share=Fraction(1, 3)).allows(3, 9)
    assert not Cap("x", 1, "", "", "", share=Fraction(1, 3)).allows(4, 9)


def test_only_documents_that_set_rules_are_read(tmp_path: Path) -> None:
    rule = "No more than 2 members may have the same employer.\n"
    files = dict.fromkeys(("TSC-Charter.md", "sig-web/charter.md", "notes/2020.md", "src/README.md"), rule)
    with Moot.create(tmp_path, files).practice() as practice:
        found = {cap.path: cap.scope for cap in read_caps(practice.repository.tree)}
    assert found == {"TSC-Charter.md": "", "sig-web/charter.md": "sig-web"}


def test_a_long_line_of_nothing_is_soon_read() -> None:
    assert caps_in("GOVERNANCE.md", "no more than 2 members " * 2_000) == []


@pytest.mark.parametrize(
    ("words", "most", "share"),
    [
        ("one", 1, None),
        ("five", 5, None),
        ("12", 12, None),
        ("half", None, "1/2"),
        ("one half", None, "1/2"),
        ("one-half", None, "1/2"),
        ("one third", None, "1/3"),
        ("one-third", None, "1/3"),
        ("one quarter", None, "1/4"),
        ("one-quarter", None, "1/4"),
        ("one-fourth", None, "1/4"),
        ("two-thirds", None, "2/3"),
        ("1 / 3", None, "1/3"),
        ("33 %", None, "33/100"),
        ("100%", None, "1"),
    ],
)
def test_numbers_in_words_and_figures(words: str, most: int | None, share: str | None) -> None:
    cap = only(f"No more than {words} of the members may have the same employer.")
    assert (cap.most, cap.share) == (most, Fraction(share) if share else None)


@pytest.mark.parametrize(
    ("beginning", "end"),
    [
        ("At most", "a given vendor"),
        ("a maximum of", "any one organisation"),
        ("Not more than", "the same funding source"),
        ("no more than", "any single entity"),
        ("No more than", "one corporation"),
    ],
)
def test_limits_in_other_words(beginning: str, end: str) -> None:
    assert only(f"{beginning} 2 council members may be from {end}.").most == 2


@pytest.mark.parametrize(
    ("seats", "body"),
    [
        ("TOC members", "toc member"),
        ("voting seats", "voting seat"),
        ("Steering Committee members", "steering committee member"),
        ("chairs", "chair"),
    ],
)
def test_whom_a_limit_is_about(seats: str, body: str) -> None:
    assert only(f"No more than 2 {seats} may have the same employer.").body == body


def test_two_limits_of_one_document_are_both_told() -> None:
    text = (
        "No more than 2 council members may have the same employer.\n\n"
        "- No more than 1 chair may be from a single company.\n- No more than 3 council members may have the "
        "same employer.\n"
    )
    assert [(cap.line, cap.body, cap.most) for cap in caps_in("GOVERNANCE.md", text)] == [
        (1, "council member", 2), (3, "chair", 1), (4, "council member", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path",
    ["GOVERNANCE.md", "docs/governance-rules.rst", "a/b/charter.txt", "bylaws.md", "election.md",
     "elections.md", "working_groups.md", "README.md", "contributing.md", "tsc-charter.md"],
)  # fmt: skip
def test_documents_that_may_set_limits(path: str) -> None:
    assert PATHS.fullmatch(path)


@pytest.mark.parametrize("path", ["a/b/c/GOVERNANCE.md", "docs/README.md", "governance.py", "notes.md"])
def test_documents_that_do_not(path: str) -> None:
    assert not PATHS.fullmatch(path)


def test_the_whole_of_one_person_is_within_any_share_of_nobody() -> None:
    half = Cap("x", 1, "", "", "", share=Fraction(1, 2))
    assert [half.allows(*each) for each in ((0, 0), (1, 2), (2, 3), (1, 1))] == [True, True, False, False]
    assert Cap("x", 1, "", "", "").allows(9, 9)
