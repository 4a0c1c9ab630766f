"""Top-level permissions: two lines are added, and nothing else changes."""

from __future__ import annotations

import pytest

from fixes.benches import bench, ground_after, notes
from folkmoot.checks.scorecard.token_permissions import CHECK
from folkmoot.fixes.workflow_permissions import FIX, propose
from folkmoot.model.check import Outcome

PATH = ".github/workflows/test.yml"
PLAIN = "name: test\non: push\n\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n"


def after(text: str) -> str:
    (edit,) = propose(bench({PATH: text})).edits
    return edit.after.decode()


def test_the_lines_stand_before_the_jobs() -> None:
    assert after(PLAIN) == PLAIN.replace("jobs:", "permissions:\n  contents: read\n\njobs:")


def test_once_written_the_check_says_yes() -> None:
    files = {PATH: PLAIN, ".github/workflows/other.yaml": "# why\non: {push: {}}\njobs: {a: {runs-on: x}}\n"}
    assert CHECK.decide(bench(files).ground).outcome is Outcome.NO
    mending = propose(bench(files))
    assert len(mending.edits) == 2
    assert CHECK.decide(ground_after(files, mending)).outcome is Outcome.YES
    assert CHECK.id in FIX.answers


def test_it_is_offered_only_where_a_workflow_says_nothing() -> None:
    writing = PLAIN.replace("jobs:", "permissions:\n  contents: write\n\njobs:")
    assert FIX.fits(CHECK.decide(bench({PATH: PLAIN, ".github/workflows/b.yml": writing}).ground))
    assert not FIX.fits(CHECK.decide(bench({PATH: writing}).ground))
    assert propose(bench({PATH: writing})).edits == ()


def test_a_second_time_there_is_nothing_to_change() -> None:
    assert propose(bench({PATH: after(PLAIN)})).edits == ()


def test_comments_and_formatting_stay_byte_by_byte() -> None:
    odd = (
        "#!yaml\n'on':   [push]   # every push\n\n\n# the jobs\n# of ours\n"
        "jobs:\n    a: { runs-on:  x } # here\n"
    )
    changed = after(odd)
    assert changed.replace("permissions:\n  contents: read\n\n", "") == odd
    assert changed.index("permissions:") < changed.index("# the jobs")


def test_a_line_before_the_jobs_is_parted_by_an_empty_one() -> None:
    assert after("on: push\njobs: {a: {runs-on: x}}\n") == (
        "on: push\n\npermissions:\n  contents: read\n\njobs: {a: {runs-on: x}}\n"
    )


def test_the_ends_of_lines_are_the_files_own() -> None:
    changed = after(PLAIN.replace("\n", "\r\n"))
    assert "\r\npermissions:\r\n  contents: read\r\n\r\njobs:" in changed
    assert "\n" not in changed.replace("\r\n", "")


def test_jobs_may_stand_first_and_the_last_line_may_lack_its_end() -> None:
    assert after("jobs: {a: {runs-on: x}}\non: push").startswith("permissions:\n  contents: read\n\njobs:")


@pytest.mark.parametrize("said", ["read-all", "write-all", "{}", "\n  contents: write"])
def test_what_says_something_already_is_left_alone(said: str) -> None:
    assert propose(bench({PATH: f"on: push\npermissions: {said}\njobs: {{}}\n"})).edits == ()


def test_the_word_in_a_job_or_a_script_is_not_the_key_at_the_top() -> None:
    text = PLAIN.replace(
        "- run: make", "- run: |\n          cat <<X\n          permissions:\n          jobs:\n          X"
    )
    assert after(text).count("contents: read") == 1


@pytest.mark.parametrize("text", ['{"on": "push", "jobs": {}}', "on: [push\njobs: x", "on: push\n", "- jobs"])
def test_what_cannot_be_edited_safely_is_named_and_left(text: str) -> None:
    mending = propose(bench({PATH: text}))
    assert mending.edits == ()
    assert PATH in notes(mending)


def test_a_job_that_seems_to_write_is_named_unless_it_has_rights_of_its_own() -> None:
    text = (
        "on: push\njobs:\n"
        "  build: {runs-on: x, steps: [{run: make}]}\n"
        "  publish: {runs-on: x, steps: [{run: git push origin}]}\n"
        "  release: {runs-on: x, steps: [{uses: softprops/action-gh-release@v2}]}\n"
        "  pages: {runs-on: x, permissions: {pages: write}, steps: [{uses: actions/deploy-pages@v4}]}\n"
    )
    said = notes(propose(bench({PATH: text})))
    assert "job publish: it seems to use the token for more than reading (git push)" in said
    assert "job release" in said
    assert "job build" not in said
    assert "job pages" not in said
