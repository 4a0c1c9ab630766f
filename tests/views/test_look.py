"""One look at one scope, each question asked once."""

from folkmoot.metrics import metric
from folkmoot.model.check import Outcome
from folkmoot.model.component import Inventory
from folkmoot.model.metric import Label
from folkmoot.store.scope import look_at
from folkmoot.views import look as module
from folkmoot.views.guarding.standing import Beside, stand
from views.looking import LAST_YEAR, Aliases, files, look_of, monthly, panel, told
from worked_example import example

TWO_COMMITS = """
    when       | who
    2026-01-03 | Ada
    2026-03-03 | Bob
"""


def test_a_metric_is_asked_once(monkeypatch) -> None:
    asked = []
    answer = module.answer
    monkeypatch.setattr(module, "answer", lambda store, one: asked.append(one.id) or answer(store, one))
    look = look_of(example(TWO_COMMITS))
    assert look.panel("commits") is look.panel("commits")
    assert look.points("commits") == list(look.panel("commits").points)
    assert asked == ["commits"]


def test_an_unknown_metric_has_no_panel_and_no_points() -> None:
    look = look_of(example(TWO_COMMITS))
    assert look.panel("no-such-metric") is None
    assert look.points("no-such-metric") == []
    assert look.value("no-such-metric", "2026-01") is None


def test_points_are_found_by_label_and_period() -> None:
    look = look_of(example(TWO_COMMITS))
    assert [point.value for point in look.points("commits", label="commits", period="2026-03")] == [1]
    assert look.points("commits", label="merges") == []


def test_a_value_that_cannot_be_said_is_none() -> None:
    look = told(panel("commits", monthly([None, 2], label="commits")))
    assert look.value("commits", "2024-01", "commits") is None
    assert look.value("commits", "2024-02", "commits") == 2
    assert look.value("commits", "2024-02", "merges") is None
    assert look.point("commits", LAST_YEAR) is None


def test_silence_counts_from_the_newest_commit_to_the_clock() -> None:
    assert look_of(example(TWO_COMMITS, as_of="2026-03-13")).silent_days == 10
    assert look_of(example("")).silent_days == 0


def test_changes_and_releases_show_that_a_silent_clone_is_fresh() -> None:
    store = example(
        TWO_COMMITS,
        changes="number | who | opened\n1 | Cleo | 2026-05-03",
        as_of="2026-05-13",
    )
    look = look_of(store)
    assert (look.silent_days, look.unseen_days) == (71, 10)
    assert look.trusted_until > "2026-05"


def test_an_old_clone_is_trusted_to_the_month_before_its_newest_commit() -> None:
    assert look_of(example(TWO_COMMITS, as_of="2026-09-01")).trusted_until == "2026-02"


def test_people_are_named_or_hidden() -> None:
    store = example(TWO_COMMITS)
    assert set(look_of(store).names[Label.PERSON].values()) == {"(unknown)", "Ada", "Bob"}
    hidden = look_of(store, aliases=Aliases()).names[Label.PERSON].values()
    assert not {"Ada", "Bob"} & set(hidden)


def test_projects_go_by_the_name_in_the_store_or_by_the_subject() -> None:
    look = look_of(example(TWO_COMMITS))
    assert (look.project_name(1), look.project_name(99)) == ("example", "example")
    look.subject = "both"
    assert look.project_name(99) == "both"


def test_metrics_that_compare_projects_wait_for_a_second_one() -> None:
    store = example(TWO_COMMITS)
    assert metric("hard-forks") not in look_of(store).metrics_of("overview")
    store.execute("insert into project values (2, 'second', 'made for a test')")
    look_at(store)
    assert metric("hard-forks") in look_of(store).metrics_of("overview")


def test_metrics_of_a_page_come_in_their_order() -> None:
    orders = [known.order for known in look_of(example(TWO_COMMITS)).metrics_of("people")]
    assert orders == sorted(orders)
    assert orders


def test_every_tree_is_checked() -> None:
    look = look_of(example(TWO_COMMITS), trees={1: files("README.md"), 7: files("LICENSE")})
    found = {
        project: {f.id for f in own if f.outcome is Outcome.YES} for project, own in look.findings.items()
    }
    assert found == {1: {"declared-end", "readme"}, 7: {"licence"}}


def test_no_changelog_is_asked_for_where_nothing_is_released() -> None:
    def changelog(*more: str, **other: str) -> Outcome:
        look = look_of(example(TWO_COMMITS, **other), trees={1: files("README.md", *more)})
        return next(finding.outcome for finding in look.findings[1] if finding.id == "changelog")

    assert changelog() is Outcome.NOT_APPLICABLE
    assert changelog(".github/x.yml") is Outcome.NOT_APPLICABLE
    released = "tag | when\nv1 | 2026-02-01"
    assert changelog(releases=released) is Outcome.NO
    assert changelog(".github/x.yml", releases=released) is Outcome.UNKNOWN


def test_no_release_is_promised_support_where_there_is_none() -> None:
    def advice(**other: str) -> str:
        look = look_of(example(TWO_COMMITS, **other), trees={1: files("README.md")})
        return next(str(finding.remedy) for finding in look.findings[1] if finding.id == "security")

    assert "newest release" not in advice()
    assert "within 7 days" in advice()
    assert "newest release" in advice(releases="tag | when\nv1 | 2026-02-01")


def test_nobody_who_works_alone_is_asked_who_decides() -> None:
    def governance(history: str, *paths: str) -> Outcome:
        look = look_of(example(history), trees={1: files("README.md", *paths)})
        return next(finding.outcome for finding in look.findings[1] if finding.id == "governance")

    alone = "when | who\n2024-01-03 | Dora\n2026-01-03 | Ada\n2026-01-04 | Ada"
    assert governance(alone) is Outcome.NOT_APPLICABLE
    assert governance(alone, ".github/x.yml") is Outcome.NOT_APPLICABLE
    assert governance(alone, "CODEOWNERS") is Outcome.UNKNOWN
    assert governance(f"{alone}\n2025-11-04 | Bob") is Outcome.NO


def test_what_a_community_suppresses_is_not_asked_of_its_files() -> None:
    text = '[[suppress]]\nrule = "readme"\nreason = "The manual is the README."\nuntil = 2027-01-01\n'
    given = {".folkmoot/checks.toml": text.encode()}
    look = told(as_of=1_700_000_000, trees={1: files("LICENSE", **given)})
    outcomes = {finding.id: finding.outcome for finding in look.findings[1]}
    assert outcomes["readme"] is Outcome.YES
    assert outcomes["contributing"] is Outcome.NO


def test_the_checks_that_guard_are_asked_only_where_a_page_shows_them() -> None:
    look = told(as_of=1_700_000_000, trees={1: files("LICENSE")})
    assert look.guards == ()


def test_pages_and_checks_share_what_was_read_of_a_project(monkeypatch) -> None:
    read = []
    monkeypatch.setattr(
        "folkmoot.views.supplying.reading.read_inventory", lambda tree: read.append(tree) or Inventory()
    )
    look = told(trees={1: files("LICENSE", **{"requirements.txt": b"a==1\n"})})
    assert look.supplying is look.supplying
    assert look.supplying[0].inventory is look.licensing[0].inventory
    assert look.licensing[0].licences is stand(look.grounds[1], Beside()).licences
    assert read == [look.trees[1]]
