"""A file that cannot be read is an error of that file, and hides nothing."""

from collections.abc import Iterator

import pytest

from checks.trees import ground
from folkmoot.checks.hardening._looking import Seen, actions, hardening_check, workflows
from folkmoot.checks.scorecard._scored import NotHereError
from folkmoot.i18n import say
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk

FOLDER = ".github/workflows/"
COMPOSITE = "runs:\n  using: composite\n  steps:\n  - run: x\n    shell: sh\n"


def named_bad(place: Ground) -> Iterator[Evidence]:
    for path, _workflow in workflows(place).workflows:
        if "bad" in path:
            yield Evidence("bad", path, 1)


CHECK: Check = hardening_check(
    "test", named_bad, [workflows], title="T", question="Q?", found="{places} are bad.", none="None is bad.",
    nothing="Nothing.", why="Why.", remedy="Do ${{ this }}.", effort="1 h", risk=Risk.LOW,
    definition="x", order=1,
)  # fmt: skip


def found(**files: str | None) -> Finding:
    return CHECK.decide(ground({f"{FOLDER}{name}.yml": text for name, text in files.items()}))


def test_places_make_a_no_with_all_of_them() -> None:
    finding = found(bad="on: push", worse_bad="on: push", good="on: push")
    assert (finding.outcome, say(finding.evidence[0])) == (Outcome.NO, "2 are bad.")
    assert len(finding.spots) == 2
    assert say(finding.remedy) == "Do ${{ this }}."


def test_one_place_is_told_once() -> None:
    def twice(_place: Ground) -> Iterator[Evidence]:
        yield from [Evidence("a", "x", 1), Evidence("b", "x", 1), Evidence("a", "x", 1)]

    check = hardening_check(
        "test", twice, [workflows], title="T", question="Q?", found="{places}", none="", nothing="", why="",
        remedy="", effort="", risk=Risk.LOW, definition="x", order=1,
    )  # fmt: skip
    finding = check.decide(ground({f"{FOLDER}a.yml": "on: push"}))
    assert ([spot.what for spot in finding.spots], say(finding.evidence[0])) == (["a", "b"], "2")


def test_no_place_makes_a_yes_that_asks_for_nothing() -> None:
    finding = found(good="on: push")
    assert (finding.outcome, finding.evidence, finding.remedy) == (Outcome.YES, ("None is bad.",), "")


def test_without_a_file_it_does_not_apply() -> None:
    assert found().outcome is Outcome.NOT_APPLICABLE


def test_a_broken_file_is_an_error_with_its_place() -> None:
    finding = found(broken="on: [\n", good="on: push")
    assert finding.outcome is Outcome.ERROR
    assert [spot.place for spot in finding.spots] == [f"{FOLDER}broken.yml:2"]


def test_a_broken_file_hides_no_place_of_another() -> None:
    finding = found(broken="on: [\n", bad="on: push")
    assert finding.outcome is Outcome.NO
    assert [spot.path for spot in finding.spots] == [f"{FOLDER}bad.yml", f"{FOLDER}broken.yml"]


def test_what_is_not_in_the_clone_makes_it_unknown() -> None:
    finding = found(bad="on: push", absent=None)
    assert finding.outcome is Outcome.UNKNOWN
    assert f"{FOLDER}absent.yml" in say(finding.evidence[0])


def test_aliases_are_followed_as_github_does() -> None:
    text = "jobs:\n  a:\n    steps: &s [{run: x}]\n  b:\n    steps: *s\n"
    ((_path, workflow),) = workflows(ground({f"{FOLDER}a.yml": text})).workflows
    assert len(workflow.jobs["b"].steps) == 1


def test_aliases_that_multiply_are_an_error_of_the_file() -> None:
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    seen = workflows(ground({f"{FOLDER}a.yml": "\n".join(lines), f"{FOLDER}b.yml": "on: push"}))
    assert ([spot.path for spot in seen.broken], len(seen.workflows)) == ([f"{FOLDER}a.yml"], 1)


def test_files_are_read_once() -> None:
    place = ground({f"{FOLDER}a.yml": "on: push", "action.yml": COMPOSITE})
    assert workflows(place) is workflows(place)
    assert actions(place) is actions(place)


@pytest.mark.parametrize(
    "path", ["action.yml", "action.yaml", ".github/actions/x/action.yml", "lint/action.yml"]
)
def test_composite_actions_are_found_by_name_and_kind(path: str) -> None:
    (action,) = actions(ground({path: COMPOSITE})).actions
    assert (action.path, action.folder) == (path, path.rpartition("/")[0])
    assert action.steps[0].run is not None


@pytest.mark.parametrize("folder", ["tests", "x/fixtures/y", "node_modules/z", "examples", "src/test"])
def test_actions_that_are_only_looked_at_do_not_count(folder: str) -> None:
    assert actions(ground({f"{folder}/action.yml": COMPOSITE})) == Seen()


@pytest.mark.parametrize("text", ["runs: {using: node20, main: x.js}", "runs: []", "- a", "", "name: x"])
def test_other_actions_have_no_steps(text: str) -> None:
    assert actions(ground({"action.yml": text})) == Seen()


def test_a_broken_action_is_named() -> None:
    seen = actions(ground({"action.yml": "runs: [", "x/action.yml": COMPOSITE}))
    assert [spot.path for spot in seen.broken] == ["action.yml"]
    assert len(seen.actions) == 1


def test_an_action_that_is_not_here_is_said() -> None:
    with pytest.raises(NotHereError):
        actions(ground({"action.yml": None}))


def test_a_workflow_whose_aliases_lead_nowhere_is_named_and_hides_no_other() -> None:
    files = {
        ".github/workflows/a.yml": "on: push\nx: &x\n  - *x\njobs: {}\n",
        ".github/workflows/b.yml": "on: push\njobs: {}\n",
    }
    seen = workflows(ground(files))
    assert [spot.path for spot in seen.broken] == [".github/workflows/a.yml"]
    assert [path for path, _ in seen.workflows] == [".github/workflows/b.yml"]


def test_variables_may_stand_behind_an_alias() -> None:
    text = "on: push\nenv: &e {A: b}\njobs:\n  a:\n    env: *e\n    steps: [{run: x}]\n"
    (found,) = workflows(ground({".github/workflows/a.yml": text})).workflows
    assert found[1].jobs["a"].variables["a"].value == "b"


@pytest.mark.parametrize(
    "folder",
    ["test", "tests", "spec", "fixtures", "fixture", "testdata", "test-data", "example", "examples",
     "node_modules", "vendor", "third_party"],
)  # fmt: skip
def test_every_folder_of_things_to_look_at(folder: str) -> None:
    files = {f"{folder}/action.yml": COMPOSITE, f"a/{folder}/b/action.yml": COMPOSITE}
    assert actions(ground(files)).actions == []
    assert len(actions(ground({f"{folder}x/action.yml": COMPOSITE})).actions) == 1


def test_what_is_wrong_with_a_file_is_told() -> None:
    (broken,) = workflows(ground({f"{FOLDER}a.yml": "on: [\n"})).broken
    assert say(broken.what).startswith("This file is no YAML: ")
    assert len(say(broken.what)) > len("This file is no YAML: ")


def test_of_several_rooms_one_with_something_is_enough() -> None:
    check = hardening_check(
        "test", named_bad, [workflows, actions], title="T", question="Q?", found="{places}", none="None.",
        nothing="Nothing.", why="", remedy="Do.", effort="1 h", risk=Risk.LOW, definition="x", order=1,
    )  # fmt: skip
    assert check.decide(ground({"action.yml": COMPOSITE})).outcome is Outcome.YES
    assert check.decide(ground({"README.md": "x"})).outcome is Outcome.NOT_APPLICABLE
    assert (check.id, check.page) == ("hardening-test", "security")


def test_only_a_no_asks_for_something() -> None:
    told = {
        "no": found(bad="on: push"), "yes": found(good="on: push"), "error": found(broken="on: [\n"),
        "nothing": found(), "absent": found(absent=None),
    }  # fmt: skip
    assert {name: (bool(each.remedy), bool(each.effort)) for name, each in told.items()} == {
        "no": (True, True), "yes": (False, False), "error": (False, False), "nothing": (False, False),
        "absent": (False, False),
    }  # fmt: skip
