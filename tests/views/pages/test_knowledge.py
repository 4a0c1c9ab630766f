"""Knowledge: how many heads a typical file is in."""

from folkmoot.views.pages.knowledge import lede
from views.looking import look_of
from worked_example import example

FILES = "; ".join(f"f{n}.py" for n in range(6))


def said(*rows: str, as_of: str = "2026-06-15") -> str:
    return str(lede(look_of(example("\n".join(["when | who | files", *rows]), as_of=as_of))))


def test_authors_and_orphans_are_told() -> None:
    both = said(f"2025-06-03 | Ada | {FILES}", f"2026-06-04 | Bob | {FILES}")
    assert both.startswith("A typical file has been changed by 2 people. For 0% of 6 files, the last person ")


def test_where_only_bots_still_work_no_share_is_named() -> None:
    told = said(f"2025-06-03 | Ada | {FILES}", f"2026-06-04 | dependabot[bot] | {FILES}")
    assert told == "A typical file has been changed by one person."


def test_one_author_has_a_sentence_of_their_own() -> None:
    assert said(f"2026-06-03 | Ada | {FILES}").startswith("A typical file has been changed by one person.")


def test_in_a_young_project_nobody_can_be_gone_yet() -> None:
    both = said(f"2026-06-03 | Ada | {FILES}", f"2026-06-04 | Bob | {FILES}")
    assert both == "A typical file has been changed by 2 people."


def test_in_a_silent_project_no_share_is_named() -> None:
    sentence = said(f"2026-06-03 | Ada | {FILES}", as_of="2027-06-15")
    assert "%" not in sentence
    assert sentence == "A typical file has been changed by one person."


def test_in_a_silent_project_several_authors_are_told() -> None:
    both = said(f"2026-06-03 | Ada | {FILES}", f"2026-06-04 | Bob | {FILES}", as_of="2027-06-15")
    assert both == "A typical file has been changed by 2 people."


def test_a_tree_of_a_few_files_is_too_small() -> None:
    assert "too few files" in said("2026-06-03 | Ada | a.py")
