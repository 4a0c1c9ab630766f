"""Rules in `governance.toml`: what an action says, and every way in which one cannot work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest

from folkmoot.govern.files.governance import Action, digest_of, read_governance
from folkmoot.govern.files.person import read_person
from folkmoot.govern.files.state import MOST_FILES, parse_state
from folkmoot.govern.files.table import MOST_BYTES, Table
from folkmoot.model.errors import SourceError

BASE = "format = 1\n[roles.maintainer]\n[roles.steering]\n"
ELECTION = "[actions.elect]\nmethod = 'schulze'\nelectorate = ['maintainer']\nroles = ['steering']\n"


def action(text: str, name: str) -> Action:
    return read_governance("governance.toml", (BASE + text).encode()).actions[name]


def wrong(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read_governance("governance.toml", (BASE + text).encode())
    assert caught.value.hint
    return str(caught.value.what)


def test_a_preset_may_have_settings_of_its_own_on_top() -> None:
    base = action("[actions.a]\nrule = 'lazy-majority'\nelectorate = ['maintainer']\n", "a").rule
    own = "[rules.ordinary]\npreset = 'lazy-majority'\nmin_yes = 7\n"
    changed = action(f"{own}[actions.a]\nrule = 'ordinary'\nelectorate = ['maintainer']\n", "a").rule
    assert base is not None
    assert changed is not None
    assert (changed.name, changed.min_yes) == ("ordinary", 7)
    assert (changed.threshold, changed.strict) == (base.threshold, base.strict)


def test_a_rule_of_ones_own_hides_the_preset_of_its_name() -> None:
    own = "[rules.lazy-majority]\nmin_yes = 9\n"
    found = action(f"{own}[actions.a]\nrule = 'lazy-majority'\nelectorate = ['maintainer']\n", "a").rule
    assert found is not None
    assert found.min_yes == 9


@pytest.mark.parametrize(("asked", "open_for"), [(3, 5), (5, 5), (8, 8)])
def test_an_action_can_lengthen_its_rule_and_never_shorten_it(asked: int, open_for: int) -> None:
    text = (
        f"[rules.r]\nmin_days = 5\n[actions.a]\nrule = 'r'\nelectorate = ['maintainer']\nmin_days = {asked}\n"
    )
    found = action(text, "a").rule
    assert found is not None
    assert found.min_days == open_for


def test_an_election_without_more_words_fills_one_seat_without_a_quorum() -> None:
    election = action(ELECTION, "elect").election
    assert election is not None
    assert (election.seats, election.employer_cap, election.turnout.quorum) == (1, None, Fraction(0))


def test_an_election_is_said_in_words() -> None:
    said = [str(text) for text in action(ELECTION + "quorum = '1/2'\nmin_days = 14\n", "elect").in_words()]
    assert "At least 50% of those who may vote take part." in said
    assert "It is open for at least 14 days." in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules.r]\npreset = 3\n", "has a `preset` that is no name"),
        ("[rules.r]\npreset = 'none-such'\n", "cannot be used"),
        ("[rules.r]\nthreshhold = '1/2'\n", "cannot be used"),
        (ELECTION + "changes_rules = true\n", "so it cannot change the rules"),
        (ELECTION.replace("['steering']", "['steering', 'maintainer']"), "one election fills one"),
        (ELECTION + "unranked = 'first'\n", "`unranked` or a `strength` that there is not"),
        (ELECTION + "strength = 'brute'\n", "`unranked` or a `strength` that there is not"),
        (ELECTION + "quorum = 'most'\n", "cannot be used"),
        (ELECTION + "seats = 0\n", "no whole number from 1 to 100"),
        (ELECTION + "employer_cap = 0\n", "no whole number from 1"),
        (ELECTION + "term_days = 0\n", "no whole number from 1"),
        (ELECTION + "withdrawal = ['king']\n", "names the role 'king'"),
        (ELECTION + "changes_rules = 'yes'\n", "neither true nor false"),
        (ELECTION + "min_days = 1.5\n", "no whole number"),
        (ELECTION + "electorate_of = 1\n", "means nothing"),
        (ELECTION.replace("['maintainer']", "['maintainer', 'maintainer']"), "twice"),
        (ELECTION.replace("['maintainer']", "'maintainer'"), "no list"),
        (ELECTION.replace("['maintainer']", "[3]"), "not of its form"),
        ("[roles.x]\ntitle = 3\n", "no text"),
    ],
)
def test_rules_that_could_not_work_are_named(text: str, said: str) -> None:
    assert said in wrong(text)


def test_one_other_byte_is_another_digest() -> None:
    assert digest_of(BASE.encode()) != digest_of(BASE.encode() + b"\n")
    assert read_governance("g", BASE.encode()).digest == digest_of(BASE.encode())


def test_a_title_is_shown_and_without_one_the_name() -> None:
    found = read_governance("g", (BASE + "[roles.lead]\ntitle = 'Leads'\n").encode())
    assert dict(found.roles) == {"maintainer": "maintainer", "steering": "steering", "lead": "Leads"}


@pytest.mark.parametrize("setting", ["seats = 2", "employer_cap = 1", "quorum = '1/2'", "unranked = 'last'"])
def test_settings_of_an_election_need_a_method(setting: str) -> None:
    text = f"[actions.a]\nrule = 'lazy-majority'\nelectorate = ['maintainer']\n{setting}\n"
    assert "has settings of an election, but no `method`" in wrong(text)
    assert "has settings of an election" in wrong(text.replace(setting, "strength = 'margin'"))


def test_an_action_is_called_by_its_title_or_its_name() -> None:
    text = "[actions.a]\nrule = 'lazy-majority'\nelectorate = ['maintainer']\n"
    assert action(text, "a").title == "a"
    assert action(text + "title = 'Paint it'\n", "a").title == "Paint it"


def test_an_action_without_more_words_lasts_and_changes_no_rules() -> None:
    found = action("[actions.a]\nrule = 'bdfl'\nelectorate = ['maintainer']\n", "a")
    assert (found.min_days, found.roles, found.term_days) == (0, (), None)
    assert (found.changes_rules, found.withdrawal, found.election) == (False, (), None)


def test_every_setting_of_an_election_is_kept() -> None:
    text = ELECTION + (
        "seats = 100\nemployer_cap = 1\nquorum = '1/3'\nunranked = 'last'\nstrength = 'margin'\n"
        "min_days = 7\nterm_days = 730\nwithdrawal = ['maintainer']\n"
    )
    found = action(text, "elect")
    election = found.election
    assert election is not None
    assert (election.method, election.seats, election.employer_cap) == ("schulze", 100, 1)
    assert (election.unranked.value, election.strength.value) == ("last", "margin")
    assert (election.turnout.quorum, election.turnout.min_days) == (Fraction(1, 3), 7)
    assert (found.term_days, found.withdrawal, found.rule) == (730, ("maintainer",), None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("seats = 101", "from 1 to 100"),
        ("term_days = 36501", "from 1 to 36500"),
        ("min_days = 36501", "from 0 to 36500"),
    ],
)
def test_numbers_of_an_action_are_bounded(line: str, said: str) -> None:
    assert said in wrong(f"{ELECTION}{line}\n")


def test_a_role_has_a_title_and_nothing_else() -> None:
    assert "'color' that means nothing" in wrong("[roles.x]\ncolor = 'green'\n")


def test_a_role_without_its_first_day_is_refused() -> None:
    with pytest.raises(SourceError, match="lacks `since`"):
        read_person("people/ada.toml", b"[[roles]]\nrole = 'maintainer'\ndecision = 1\n")


@pytest.mark.parametrize("path", ["people/.toml", "people/a b.toml", "people/-ada.toml"])
def test_a_person_needs_a_handle(path: str) -> None:
    with pytest.raises(SourceError, match="not named after a handle"):
        read_person(path, b"")


def test_a_folder_of_far_too_many_files_is_not_read() -> None:
    state = parse_state(dict.fromkeys(map(str, range(MOST_FILES + 1)), b""))
    assert [str(problem.what) for problem in state.problems] == ["Over 50000 files are more than is read."]


@pytest.mark.parametrize(
    "path", ["decisions/notes.txt", "decisions/0001/x.toml", "decisions/0001/ballots/a/b.toml"]
)
def test_a_file_that_belongs_to_no_decision_is_named(path: str) -> None:
    (problem,) = parse_state({path: b""}).problems
    assert (problem.file, str(problem.what)) == (
        f".folkmoot/{path}",
        "This file does not belong to a decision.",
    )


def test_files_of_other_rooms_are_left_alone() -> None:
    assert parse_state({"checks.toml": b"[", "keys/x": b"\xff"}).problems == []


def test_a_table_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(SourceError, match="larger than 200 kB"):
        read_governance("governance.toml", b"#" * (MOST_BYTES + 1))


def test_a_moment_beyond_all_calendars_is_named() -> None:
    """The year 1 in Kiritimati began in the year 0 of UTC."""
    early = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    with pytest.raises(SourceError, match="beyond all calendars"):
        Table("x", {"cast": early}).moment("cast")
    assert Table("x", {"cast": datetime(1, 1, 1, tzinfo=UTC)}).moment("cast") == datetime(1, 1, 1, tzinfo=UTC)


def test_a_time_is_no_day() -> None:
    with pytest.raises(SourceError, match="no day like 2026-03-31"):
        Table("x", {"until": datetime(2026, 3, 31, tzinfo=UTC)}).day("until")
