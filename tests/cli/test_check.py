"""`folkmoot check`, as a user and a CI system call it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folkmoot.store.database import connect
from folkmoot.store.schema import SCHEMA_VERSION
from folkmoot.views.guarding import standing
from govern.audit.moot import Moot, vote
from sources.git.repositories import Repository
from sources.settings_at_hand import forge

if TYPE_CHECKING:
    from cli.conftest import Call


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep sentences on as few lines as can be, to look for them."""
    monkeypatch.setenv("COLUMNS", "100")


def test_findings_are_exit_code_one(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    answer = call("check", moot.made.place, "--profile", "governance")
    assert answer.code == 1
    assert "binding yes: 1 of 2 needed" in answer.out


def test_nothing_to_act_on_is_exit_code_zero(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    assert call("check", moot.made.place, "--profile", "governance").code == 0


def test_nothing_to_audit_is_exit_code_zero_and_said(call: Call, project: Repository) -> None:
    answer = call("check", project.place, "--profile", "governance")
    assert answer.code == 0
    assert "not applicable" in answer.out
    assert not any(line.startswith(" no ") for line in answer.out.splitlines())


def test_a_place_without_repository_is_exit_code_three(call: Call, tmp_path: Path) -> None:
    assert call("check", tmp_path).code == 3


def test_json_and_sarif_tell_the_same(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    document = json.loads(call("check", moot.made.place, "--profile", "governance", "--format", "json").out)
    log = json.loads(call("check", moot.made.place, "--profile", "governance", "--format", "sarif").out)
    failing = {each["id"] for each in document["answers"] if each["outcome"] == "no"}
    assert failing == {each["ruleId"] for each in log["runs"][0]["results"]} == {"decisions-with-result"}


def test_the_community_profile_asks_for_files(call: Call, project: Repository) -> None:
    answer = call("check", project.place, "--profile", "community")
    assert answer.code == 1
    assert "[licence]" in answer.out


def test_a_synced_store_tells_who_is_silent(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "moot")
    made.commit("Ada <7+ada@users.noreply.github.com>", files={"SECURITY_CONTACTS": "ada\nbob\n"})
    assert "Nothing was synced" in call("check", made.place, "--profile", "governance").out
    call("sync", made.place)
    answer = call("check", made.place, "--profile", "governance")
    assert answer.code == 0
    assert "ada, security contact: nothing seen since 2023-11-14." in answer.out
    assert "bob, security" not in answer.out


def test_profiles_can_be_listed(call: Call) -> None:
    answer = call("check", "--profiles")
    assert answer.code == 0
    names = [line.split()[0] for line in answer.out.splitlines()]
    assert {"first", "community", "governance", "osps-1"} <= set(names)
    assert names == sorted(names)


def test_an_unknown_profile_is_a_usage_error(call: Call, project: Repository) -> None:
    assert call("check", project.place, "--profile", "nobody").code == 2


WORKFLOW = """on: {issue_comment: {}}
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.comment.body }}"
"""


def insecure(place: Path, **more: str) -> Repository:
    made = Repository.create(place)
    made.commit(files={"README.md": "Boats.\n", ".github/workflows/greet.yml": WORKFLOW} | more)
    return made


def suppressing(rule: str, path: str, until: str = "2099-01-01") -> str:
    return (
        f'[[suppress]]\nrule = "{rule}"\npath = "{path}"\n'
        f'reason = "The bot that reads this is being replaced."\nuntil = {until}\n'
    )


def test_what_to_do_first_stands_first_with_its_place_and_the_rest_after_it(
    call: Call, tmp_path: Path
) -> None:
    answer = call("check", insecure(tmp_path / "boats").place)
    assert answer.code == 1
    first, _, rest = answer.out.partition("After that:")
    assert first.startswith("boats: What to do first\n\nThese three, this weekend:\n")
    assert first.count("\n no  ") == 3
    assert "[scorecard-dangerous-workflow]" in first
    assert ".github/workflows/greet.yml:6" in first
    assert rest.index("Not known, and what would settle it:") < rest.index("In place")


def test_a_finding_names_the_command_that_writes_its_edit(call: Call, tmp_path: Path) -> None:
    out = " ".join(call("check", insecure(tmp_path / "boats").place).out.split())
    assert "`folkmoot fix workflow-permissions` shows the edit." in out


def test_a_suppression_with_reason_and_end_holds_for_a_path_of_any_check(call: Call, tmp_path: Path) -> None:
    rule, path = "scorecard-dangerous-workflow", ".github/workflows/greet.yml"
    files = {".folkmoot/checks.toml": suppressing(rule, path)}
    out = call("check", insecure(tmp_path / "boats", **files).place, "--format", "json").out
    (told,) = [each for each in json.loads(out)["answers"] if each["id"] == rule]
    assert told["outcome"] == "yes"
    assert told["suppressed"][0]["path"] == path
    assert told["suppressed"][0]["reason"].startswith("The bot")


def test_a_suppression_for_another_path_or_past_its_end_does_not_hold(call: Call, tmp_path: Path) -> None:
    rule, path = "scorecard-dangerous-workflow", ".github/workflows/greet.yml"
    for number, text in enumerate((suppressing(rule, "other.yml"), suppressing(rule, path, "2020-01-01"))):
        made = insecure(tmp_path / f"boats{number}", **{".folkmoot/checks.toml": text})
        out = call("check", made.place, "--format", "json").out
        (told,) = [each for each in json.loads(out)["answers"] if each["id"] == rule]
        assert told["outcome"] == "no"


def test_every_format_is_what_it_says(call: Call, tmp_path: Path) -> None:
    place = insecure(tmp_path / "boats").place
    said = {form: call("check", place, "--format", form).out for form in ("sarif", "json", "scorecard-json")}
    assert all(json.loads(text) for text in said.values())
    assert json.loads(said["sarif"])["version"] == "2.1.0"
    names = {check["name"] for check in json.loads(said["scorecard-json"])["checks"]}
    assert {"Token-Permissions", "Dangerous-Workflow"} <= names
    osps = json.loads(call("check", place, "--profile", "osps-1", "--format", "osps-json").out)
    assert osps["metadata"]["type"] == "EvaluationLog"
    assert call("check", place, "--format", "markdown").out.startswith("# boats: What to do first\n")


def test_a_clone_without_contents_says_unknown_and_never_no(call: Call, tmp_path: Path) -> None:
    clone = insecure(tmp_path / "boats").clone(tmp_path / "bare", "--bare", "--filter=blob:none")
    out = call("check", clone, "--format", "json").out
    told = {each["id"]: each["outcome"] for each in json.loads(out)["answers"]}
    assert told["scorecard-dangerous-workflow"] == told["scorecard-token-permissions"] == "unknown"


def test_a_url_is_checked_with_the_contents_of_its_newest_commit(call: Call, tmp_path: Path) -> None:
    made = insecure(tmp_path / "boats")
    made.run("config", "uploadpack.allowFilter", "true")
    made.run("config", "uploadpack.allowAnySHA1InWant", "true")
    out = call("check", f"file://{made.place}", "--format", "json").out
    told = {each["id"]: each["outcome"] for each in json.loads(out)["answers"]}
    assert told["scorecard-dangerous-workflow"] == "no"


def test_the_second_time_nothing_is_decided_anew(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = insecure(tmp_path / "boats").place
    first = call("check", place)
    monkeypatch.setattr(standing, "stand", None)  # whoever needed the ground again would fail
    assert call("check", place) == first


def test_a_forge_settles_what_a_clone_leaves_open(call: Call, project: Repository) -> None:
    shown = {
        "/repos/ada/moot": {"private": False, "default_branch": "main", "has_issues": True},
        "/repos/ada/moot/branches/main": {"protected": False},
        "/repos/ada/moot/rules/branches/main": [],
    }
    before = json.loads(call("check", project.place, "--profile", "osps-1", "--format", "json").out)
    with forge(shown) as origin:
        answer = call("check", project.place, "--profile", "osps-1", "--format", "json", "--forge", origin)
    after = {each["id"]: each["outcome"] for each in json.loads(answer.out)["answers"]}
    assert {each["id"]: each["outcome"] for each in before["answers"]}["OSPS-QA-01.01"] == "unknown"
    assert (after["OSPS-QA-01.01"], after["OSPS-AC-03.01"]) == ("yes", "no")
    assert "does not show: " in answer.err
    assert answer.code == 1


def test_a_forge_that_has_no_such_project_is_exit_code_three(call: Call, project: Repository) -> None:
    with forge({}) as origin:
        assert call("check", project.place, "--profile", "osps-1", "--forge", origin).code == 3


def test_offline_asks_no_forge(call: Call, project: Repository) -> None:
    answer = call("check", project.place, "--offline", "--forge", "https://github.com/ada/moot")
    assert answer.code == 2
    assert "--offline asks nobody" in answer.err


def test_where_nothing_is_to_be_done_that_is_said(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    named = ("README", "LICENSE", "CONTRIBUTING", "CODE_OF_CONDUCT", "GOVERNANCE", "CHANGELOG")
    files = {f"{name}.md": "Something.\n" for name in named}
    policy = "Report a vulnerability to security@boats.test. You get an answer within 7 days.\n"
    more = {"SECURITY.md": policy, ".github/dependabot.yml": "version: 2\n"}
    templates = {".github/ISSUE_TEMPLATE/bug.md": "What?\n", ".github/pull_request_template.md": "Why?\n"}
    made.commit(files=files | more | templates)
    answer = call("check", made.place)
    assert (answer.code, [line for line in answer.out.splitlines() if line.startswith(" no ")]) == (0, [])
    said = " ".join(answer.out.split())
    assert "Nothing: no check found anything" in said
    (unknown, asked) = re.findall(r" ([0-9]+) of ([0-9]+) could not be known\.", said)[0]
    assert answer.out.splitlines()[-1].startswith(f"{asked} questions: ")
    assert f" {unknown} unknown," in answer.out.splitlines()[-1]


def test_where_nothing_was_released_no_changelog_is_asked_for(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    made.commit(files={"README.md": "Boats.\n"})

    def told() -> str:
        answers = json.loads(call("check", made.place, "--format", "json").out)["answers"]
        return next(each["outcome"] for each in answers if each["id"] == "changelog")

    assert told() == "not applicable"
    made.tag("v1.0")
    assert told() == "no"


def test_a_store_of_a_newer_version_is_left_alone_and_what_it_knows_is_unknown(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    store = tmp_path / "store.duckdb"
    call("sync", project.place, "--store", store)

    def told() -> str:
        out = call("check", project.place, "--store", store, "--format", "json").out
        answers = {each["id"]: each for each in json.loads(out)["answers"]}
        return str(answers["scorecard-maintained"]["evidence"])

    assert "was not looked at" not in told()
    with connect(store) as connection:
        connection.execute("update meta set value = ? where name = 'schema'", [str(SCHEMA_VERSION + 1)])
    assert "was not looked at" in told()


def test_a_check_of_files_loads_neither_the_engine_nor_what_reads_votes(
    project: Repository, tmp_path: Path
) -> None:
    script = (
        "import sys\n"
        "from folkmoot.cli import main\n"
        "try:\n"
        f"    main(['check', {str(project.place)!r}, '--store', {str(tmp_path / 'none.duckdb')!r}])\n"
        "except SystemExit:\n"
        "    print(sorted(sys.modules), file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(run.stderr.splitlines()[-1]))
    assert "folkmoot.checks.community.licence" in loaded
    wanted_elsewhere = {
        "duckdb",
        "_duckdb",
        "folkmoot.govern.audit.rules",
        "folkmoot.govern.votes",
        "folkmoot.views.report",
    }
    assert not loaded & wanted_elsewhere


@pytest.mark.parametrize(
    ("name", "told"), [("none.duckdb", "There is no store at"), ("README.md", "is no store")]
)
def test_a_store_that_was_named_in_vain_is_told(
    call: Call, project: Repository, name: str, told: str
) -> None:
    Path("README.md").write_text("# Hall")
    answer = call("check", project.place, "--store", name)
    assert told in answer.err
    assert "not known" in answer.err
    assert call("check", project.place).err == ""
