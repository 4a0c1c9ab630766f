"""A project that says it has ended."""

from folkmoot.i18n import say
from folkmoot.views.agenda import agenda
from folkmoot.views.agenda.declared_end import raised
from views.looking import Files, files, told

OVER = Files({"README.md": b"# Oar\n\nThis project is no longer maintained. Use paddles.\n"})


def test_what_the_readme_says_is_raised_with_its_line() -> None:
    finding = raised(told(trees={1: OVER}))
    assert say(finding.title) == "The README says that this project is no longer looked after here."
    assert [say(each) for each in finding.evidence] == ["README.md says so in line 3."]


def test_among_several_the_project_is_named() -> None:
    finding = raised(told(trees={1: files("README.md"), 2: OVER}))
    assert say(finding.title) == "The README of example says that it is no longer looked after here."


def test_a_readme_that_says_nothing_of_it_raises_nothing() -> None:
    assert raised(told(trees={1: files("README.md")})) is None
    assert raised(told()) is None


def test_advice_on_its_work_is_then_left_out_and_what_concerns_users_stays() -> None:
    assert [finding.id for finding in agenda(told(trees={1: OVER}))] == ["declared-end", "licence"]


def test_others_are_still_advised_where_one_of_several_has_ended() -> None:
    found = [finding.id for finding in agenda(told(trees={1: files("a"), 2: OVER}))]
    assert found[:2] == ["declared-end", "licence"]


AFTER = 1_300_000_000


def announced(when: str) -> Files:
    return Files({"README.md": f"# Oar\n\nThis project will be archived {when}.\n".encode()})


def test_an_end_announced_for_a_time_that_has_passed_is_raised_as_such() -> None:
    finding = raised(told(trees={1: announced("in March 2009")}, as_of=AFTER))
    assert say(finding.title) == "The README announces an end of this project for a time that has passed."
    assert "by 2009-03-31 at the latest, which has passed" in say(finding.evidence[0])
    among = raised(told(trees={1: files("README.md"), 2: announced("in March 2009")}, as_of=AFTER))
    assert say(among.title) == "The README of example announces its end for a time that has passed."


def test_one_that_is_to_come_or_has_no_day_ends_no_advice() -> None:
    assert raised(told(trees={1: announced("in March 2098")}, as_of=AFTER)) is None
    assert raised(told(trees={1: announced("soon")}, as_of=AFTER)) is None
    assert raised(told(trees={1: announced("in March 2009")})) is None
