"""Workflows whose token may write to the repository."""

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.views.agenda.tokens_write import raised
from views.guarding.guards import SPOT, found
from views.guarding.test_raising import look_at

CHECK = all_checks()["scorecard-token-permissions"]


def finding_of(permissions: str, job: str = "permissions: {}"):
    text = f"on: push\n{permissions}\njobs:\n  a:\n    runs-on: x\n    {job}\n    steps: [{{run: make}}]\n"
    return CHECK.decide(ground({".github/workflows/a.yml": text}))


def test_what_is_granted_to_a_whole_workflow_is_raised_with_its_line() -> None:
    for granted in ("permissions: {contents: write}", "permissions: write-all"):
        finding = raised(look_at(finding_of(granted)))
        assert str(finding.title) == "A workflow may write to your repository: .github/workflows/a.yml."
        assert str(finding.evidence[0]).startswith(".github/workflows/a.yml:2: The whole workflow may write")
        assert finding.effort == "ten minutes"


def test_no_edit_is_offered_that_would_change_other_workflows_only() -> None:
    texts = {"a": "permissions: {contents: write}", "b": "env: {}"}
    files = {
        f".github/workflows/{name}.yml": f"on: push\n{text}\njobs: {{a: {{runs-on: x}}}}\n"
        for name, text in texts.items()
    }
    finding = CHECK.decide(ground(files))
    assert len(finding.spots) == 2
    assert "folkmoot fix" not in str(raised(look_at(finding)).remedy)


def test_a_workflow_that_says_nothing_may_have_the_least_already() -> None:
    assert raised(look_at(finding_of("env: {}", "env: {}"))) is None


def test_a_job_that_may_write_one_thing_may_need_to() -> None:
    finding = finding_of("permissions: {contents: read}", "permissions: {contents: write}")
    assert raised(look_at(finding)) is None


def test_where_strangers_may_run_code_that_is_enough_about_workflows() -> None:
    danger = found("scorecard-dangerous-workflow", spots=(SPOT,))
    assert raised(look_at(danger, finding_of("permissions: write-all"))) is None


def test_alerts_statuses_and_deployments_are_not_the_repository() -> None:
    for scope in ("security-events", "statuses", "checks", "deployments"):
        assert raised(look_at(finding_of(f"permissions: {{{scope}: write}}"))) is None


def test_several_workflows_are_counted_and_the_page_is_named() -> None:
    text = "on: push\npermissions: {contents: write}\njobs: {a: {runs-on: x}}\n"
    files = {f".github/workflows/{name}.yml": text for name in "ab"}
    finding = raised(look_at(CHECK.decide(ground(files))))
    assert str(finding.title) == "Workflows may write to your repository: 2 files."
    assert (finding.panels, finding.spots) == (("agenda-security",), ())
