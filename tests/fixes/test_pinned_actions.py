"""Actions pinned to what is known, never to a guess."""

from __future__ import annotations

import pytest

from fixes.benches import bench, ground_after, notes
from folkmoot.checks.scorecard.pinned_dependencies import CHECK
from folkmoot.fixes.pinned_actions import FIX, propose
from folkmoot.model.check import Outcome
from folkmoot.model.fix import Pin

PATH, OTHER = ".github/workflows/test.yml", ".github/workflows/release.yml"
OLD, NEW = "1" * 40, "2" * 40
PINNED = f"on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@{OLD} # v4.1.0\n"


def workflow(uses: str) -> str:
    return f"on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      {uses}\n"


def pinned(uses: str, **files: str) -> str:
    known = {OTHER: PINNED} | files
    mending = propose(bench({PATH: workflow(uses)} | known))
    (line,) = [edit.after.decode().splitlines()[-1] for edit in mending.edits if edit.path == PATH] or [""]
    return line.strip()


def test_the_commit_comes_from_another_workflow_with_the_version_as_comment() -> None:
    assert pinned("- uses: actions/checkout@v4.1.0") == f"- uses: actions/checkout@{OLD} # v4.1.0"


def test_a_major_version_gets_the_newest_pinned_within_it() -> None:
    newer = {".github/workflows/x.yml": PINNED.replace(OLD, NEW).replace("v4.1.0", "v4.10.0")}
    assert pinned("- uses: actions/checkout@v4", **newer) == f"- uses: actions/checkout@{NEW} # v4.10.0"


@pytest.mark.parametrize("version", ["v3", "v4.2", "main", "v40", "4.1.0.1", "v4-beta"])
def test_no_commit_is_guessed(version: str) -> None:
    assert pinned(f"- uses: actions/checkout@{version}") == ""


def test_what_is_not_known_is_named_with_what_would_tell() -> None:
    said = notes(propose(bench({PATH: workflow("- uses: Acme/deploy@v1")})))
    assert "Acme/deploy@v1: its commit is not known here." in said
    assert "--known deploy" in said


def test_clones_that_were_named_tell_first() -> None:
    def pin(action: str, version: str) -> Pin | None:
        return Pin(NEW, "v4.2.2", "a clone") if (action, version) == ("actions/checkout", "v4") else None

    files = {PATH: workflow("- uses: actions/checkout@v4"), OTHER: PINNED}
    (edit,) = propose(bench(files, pin=pin)).edits
    assert f"actions/checkout@{NEW} # v4.2.2" in edit.after.decode()


def test_once_written_the_check_says_yes() -> None:
    files = {PATH: workflow("- uses: actions/checkout@v4"), OTHER: PINNED}
    assert CHECK.decide(bench(files).ground).outcome is Outcome.NO
    assert CHECK.decide(ground_after(files, propose(bench(files)))).outcome is Outcome.YES
    assert CHECK.id in FIX.answers


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('- uses: "actions/checkout@v4" # why', f'- uses: "actions/checkout@{OLD}" # v4.1.0 why'),
        ("- uses: 'actions/checkout@v4'", f"- uses: 'actions/checkout@{OLD}' # v4.1.0"),
        ("- {uses: actions/checkout@v4}", ""),
        (
            "- uses:   actions/checkout/sub/dir@v4.1.0 # v4.1.0",
            f"- uses:   actions/checkout/sub/dir@{OLD} # v4.1.0",
        ),
        ("- name: x", ""),
        ("- uses: ./.github/actions/own", ""),
        ("- uses: docker://alpine:3", ""),
        (f"- uses: actions/checkout@{NEW}", ""),
        ("- uses: ACTIONS/Checkout@v4", f"- uses: ACTIONS/Checkout@{OLD} # v4.1.0"),
    ],
)
def test_everything_around_it_stays(before: str, after: str) -> None:
    assert pinned(before) == after


def test_words_in_a_script_are_not_touched() -> None:
    text = workflow("- run: |\n          echo '\n          - uses: actions/checkout@v4'")
    assert propose(bench({PATH: text, OTHER: PINNED})).edits == ()


def test_the_ends_of_lines_are_the_files_own() -> None:
    files = {PATH: workflow("- uses: actions/checkout@v4").replace("\n", "\r\n"), OTHER: PINNED}
    (edit,) = propose(bench(files)).edits
    assert b"\n" not in edit.after.replace(b"\r\n", b"")


def test_actions_kept_here_are_pinned_too() -> None:
    own = "runs:\n  using: composite\n  steps:\n    - uses: actions/checkout@v4\n"
    (edit,) = propose(bench({".github/actions/own/action.yml": own, OTHER: PINNED})).edits
    assert edit.path == ".github/actions/own/action.yml"


def test_what_only_runs_from_a_tag_is_left() -> None:
    uses = "- uses: slsa-framework/slsa-github-generator/.github/workflows/x.yml@v2.0.0"
    assert "only runs from a tag" in notes(propose(bench({PATH: workflow(uses)})))


def test_a_comment_that_names_no_version_tells_nothing() -> None:
    vague = PINNED.replace("# v4.1.0", "# the newest")
    assert propose(bench({PATH: workflow("- uses: actions/checkout@v4"), OTHER: vague})).edits == ()


def test_what_is_no_yaml_is_named_and_left() -> None:
    mending = propose(bench({PATH: "jobs: [\n- uses: actions/checkout@v4\n", OTHER: PINNED}))
    assert mending.edits == ()
    assert "cannot be read as YAML" in notes(mending)
