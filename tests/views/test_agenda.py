"""The agenda: what is raised, in which order, and that every rule behaves."""

import re

import pytest

from folkmoot.i18n import Message
from folkmoot.metrics import all_metrics
from folkmoot.model.check import Finding, Outcome
from folkmoot.views import agenda as module
from folkmoot.views.agenda import Rule, agenda, all_rules
from views.looking import files, look_of, told
from worked_example import example


def rules(count: int, outcome: Outcome) -> tuple[Rule, ...]:
    """Give rules that each raise one finding."""
    return tuple(
        Rule(f"{outcome}-{n}", 100 - n, lambda _look, n=n: Finding(f"{outcome}-{n}", "So it is.", outcome))
        for n in range(count)
    )


def raised(monkeypatch: pytest.MonkeyPatch, *all_of_them: Rule) -> list[str]:
    monkeypatch.setattr(module, "all_rules", lambda: all_of_them)
    return [finding.id for finding in agenda(told())]


def test_at_most_seven_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(raised(monkeypatch, *rules(12, Outcome.NO), *rules(3, Outcome.YES))) == 7


def test_good_news_stands_last_and_is_never_more_than_three(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raised(monkeypatch, *rules(5, Outcome.YES), *rules(1, Outcome.NO)) == [
        "no-0", "yes-0", "yes-1", "yes-2",
    ]  # fmt: skip


def test_good_news_fills_only_what_room_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raised(monkeypatch, *rules(5, Outcome.NO), *rules(3, Outcome.YES))[5:] == ["yes-0", "yes-1"]
    assert len(raised(monkeypatch, *rules(7, Outcome.NO), *rules(3, Outcome.YES))) == 7


def test_what_cannot_be_known_is_raised_like_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raised(monkeypatch, *rules(1, Outcome.UNKNOWN)) == ["unknown-0"]


def test_a_rule_may_have_nothing_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    assert raised(monkeypatch, Rule("quiet", 1, lambda _look: None)) == []


def test_the_heaviest_stands_first() -> None:
    weights = [rule.weight for rule in all_rules()]
    assert weights == sorted(weights, reverse=True)


def test_who_waits_stands_before_what_has_been_so_for_years_and_what_can_be_done_before_moods() -> None:
    """The order that the backtest in docs/concepts/agenda.md asked for."""
    order = [rule.id for rule in all_rules()]
    wanted = ["silence", "newcomers-wait", "changes-wait", "few-carry-it", "fewer-people", "release-overdue"]
    wanted += ["slower-merging", "fewer-merged", "quieter"]
    assert sorted(wanted, key=order.index) == wanted


def test_no_two_rules_share_a_name() -> None:
    names = [rule.id for rule in all_rules()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_an_empty_project_is_left_in_peace(rule: Rule) -> None:
    assert rule.look(look_of(example(""))) is None


def test_a_small_healthy_project_hears_nothing_urgent() -> None:
    store = example("when | who\n2026-06-01 | Ada\n2026-06-10 | Bob\n2026-06-14 | Cleo")
    everything = files(
        "README.md", "LICENSE", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "GOVERNANCE.md"
    )
    assert agenda(look_of(store, trees={1: everything})) == ()


def busy_year() -> str:
    """Two years in which Ada does nearly everything, and the newest commit is half a year old."""
    rows = [f"{2024 + n // 12}-{n % 12 + 1:02d}-{day:02d} | Ada" for n in range(24) for day in range(1, 9)]
    return "when | who\n" + "\n".join([*rows, "2025-12-09 | Bob"])


def test_a_finding_says_what_why_and_what_to_do() -> None:
    found = agenda(look_of(example(busy_year(), as_of="2026-05-01"), trees={1: files("a.py")}))
    assert [finding.id for finding in found] == ["silence", "licence", "few-carry-it", "missing-files"]
    for finding in found:
        assert str(finding.title).endswith(".")
        assert finding.why
        assert finding.remedy
        assert finding.effort


def test_findings_never_name_a_person() -> None:
    found = agenda(look_of(example(busy_year(), as_of="2026-05-01")))
    assert found
    for finding in found:
        texts = [finding.title, finding.why, finding.remedy, *finding.evidence]
        assert not re.search(r"\b(Ada|Bob)\b", " ".join(map(str, texts)))


def test_findings_point_to_panels_that_exist() -> None:
    known = {*all_metrics(), "community-files"}
    found = agenda(look_of(example(busy_year(), as_of="2026-05-01"), trees={1: files("a.py")}))
    assert {panel for finding in found for panel in finding.panels} <= known
    assert any(isinstance(finding.title, Message) for finding in found)


def test_what_matters_where_nobody_works_any_more_is_what_its_users_need() -> None:
    """Of a project that has ended, these are still said; the rest would be advice to nobody."""
    assert {rule.id for rule in all_rules() if rule.concerns_users} == {
        "declared-end", "no-licence", "known-holes", "old-clone", "strangers-code",
    }  # fmt: skip
