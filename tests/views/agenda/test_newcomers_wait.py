"""First-time contributors who wait are named by what they brought, with links."""

from folkmoot.views.agenda.newcomers_wait import raised
from views.looking import Aliases, look_of
from worked_example import example

COMMITS = "when | who | files\n2024-01-01 | Ada | a.py"


def look(items: str, **other):
    made = example(COMMITS, items="item | who | opened\n" + items, as_of="2026-02-01 12:00")
    made.execute("insert into forge_state values (1, 'test', 'web', 'https://forge.test/a/b')")
    return look_of(made, **other)


THREE = "#1 | Cleo | 2026-01-10\n!2 | Dora | 2026-01-12\n#3 | Emil | 2026-01-20\n#4 | Fred | 2026-01-31"


def test_who_waits_is_counted_and_linked_newest_first() -> None:
    finding = raised(look(THREE))
    assert str(finding.title) == "3 first-time contributors have waited more than 5 days."
    assert [link.address for link in finding.links] == [
        "https://forge.test/a/b/issues/3",
        "https://forge.test/a/b/pull/2",
        "https://forge.test/a/b/issues/1",
    ]
    assert str(finding.evidence[0]) == "The longest wait is 22 days."


def test_one_is_one() -> None:
    assert str(raised(look("#1 | Cleo | 2026-01-10")).title).startswith(
        "One first-time contributor has waited"
    )


def test_the_goal_is_the_communitys() -> None:
    assert raised(look(THREE, response_days=30)) is None
    assert "more than 15 days" in str(raised(look(THREE, response_days=15)).title)


def test_a_goal_of_one_day_is_a_day() -> None:
    """Fred, the fourth, has waited for a day and a half."""
    assert str(raised(look(THREE, response_days=1)).title).endswith("have waited more than a day.")
    one = raised(look("#1 | Cleo | 2026-01-10", response_days=1))
    assert str(one.title) == "One first-time contributor has waited more than a day."


def test_who_came_over_a_year_ago_has_given_up() -> None:
    assert raised(look("#1 | Cleo | 2024-06-01")) is None
    both = raised(look("#1 | Cleo | 2024-06-01\n#2 | Dora | 2026-01-02"))
    assert str(both.evidence[0]) == "The longest wait is 610 days; for over a year: 1."


def test_nobody_is_named() -> None:
    finding = raised(look(THREE))
    assert not any(name in repr(finding) for name in ("Cleo", "Dora", "Emil"))
    hidden = raised(look(THREE, aliases=Aliases()))
    assert [(str(link.text), link.address) for link in hidden.links] == [
        ("12 days", ""), ("20 days", ""), ("22 days", ""),
    ]  # fmt: skip


def test_known_people_do_not_count() -> None:
    assert raised(look("#1 | Ada | 2026-01-10")) is None
