"""Dependencies of workflows, Dockerfiles and scripts, gathered as Scorecard does."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard import _pinning
from folkmoot.checks.scorecard._pinning import gather, is_pinned_action, shell_of
from folkmoot.checks.scorecard._scored import NotHereError
from folkmoot.checks.scorecard._shell import Use
from folkmoot.checks.scorecard._shfmt import program
from folkmoot.checks.scorecard._workflow import parse_workflow

needs_shfmt = pytest.mark.skipif(program() is None, reason="shfmt is not installed (extra “shell”)")
CI = ".github/workflows/ci.yml"
SHA = "0123456789abcdef0123456789abcdef01234567"
DIGEST = "sha256:" + "0123456789abcdef" * 4


def job(*steps: str, head: str = "runs-on: ubuntu-latest") -> str:
    listed = "".join(f"      - {step}\n" for step in steps)
    return f"on: push\njobs:\n  a:\n    {head}\n    steps:\n{listed}"


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        (f"actions/checkout@{SHA}", True), ("actions/checkout@v4", False), ("actions/checkout", False),
        (f"o/r@{SHA[:39]}", False), (f"docker://alpine@{DIGEST}", True), ("docker://alpine:3", False),
        ("./.github/actions/x", True), ("../x", True), ("./", False), (".", False), ("", False),
    ],
)  # fmt: skip
def test_an_action_is_pinned_by_a_commit_or_a_digest(uses: str, expected: bool) -> None:
    assert is_pinned_action(uses) is expected


def test_a_long_name_is_looked_at_once() -> None:
    assert not is_pinned_action("docker://" * 500_000)


def test_actions_are_those_of_steps_and_of_called_workflows() -> None:
    called = "  b:\n    uses: o/r/.github/workflows/w.yml@main\n  c:\n    uses: ./local.yml\n"
    text = job("uses: actions/checkout@v4", "uses: ./mine", "uses: ''", "run: x") + called
    gathered = gather(ground({CI: text}))
    assert [(action.name, action.line) for action in gathered.actions] == [
        ("actions/checkout@v4", 6), ("o/r/.github/workflows/w.yml@main", 11),
    ]  # fmt: skip


def test_images_of_templates_are_left_out() -> None:
    gathered = gather(ground({"Dockerfile": "FROM a\n", "Dockerfile.tmpl": "FROM b\n"}))
    assert [(use.path, use.is_pinned) for use in gathered.images] == [("Dockerfile", False)]


def test_the_folder_of_workflows_is_looked_into_in_its_usual_case_only() -> None:
    assert gather(ground({".GitHub/workflows/ci.yml": job("uses: o/r@v1")})).actions == []


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ({CI: "on: ["}, "workflow"), ({"Dockerfile": "FROM a\nENV x\n"}, "Dockerfile:2"),
        ({"Dockerfile": "FROM a b\n"}, "FROM a b"), ({"Dockerfile": "FROM\n"}, "Dockerfile:1"),
    ],
)  # fmt: skip
def test_what_the_engine_cannot_read_stops_everything(files: dict[str, str], word: str) -> None:
    assert word in gather(ground(files)).stop


@pytest.mark.parametrize(
    ("step", "head", "shell"),
    [
        ("run: x", "runs-on: ubuntu-latest", "bash"),
        ("run: x", "runs-on: windows-latest", "pwsh"),
        ("run: x", "runs-on: [windows-latest, x]", "bash"),
        ("run: x", "name: nowhere", "pwsh"),
        ("{run: x, shell: sh}", "runs-on: windows-latest", "sh"),
        (
            "run: x",
            "runs-on: windows-latest\n    defaults: {run: {shell: bash}}",
            "bash",
        ),
        ("{run: x, if: \"runner.os == 'Windows'\"}", "runs-on: x", "pwsh"),
        ("{run: x, if: \"startsWith(runner.os, 'windows')\"}", "runs-on: x", "bash"),
        ("{run: x, if: \"${{ startsWith(runner.os, 'windows') }}\"}", "runs-on: x", "pwsh"),
        ("{run: x, if: \"matrix.os == 'windows-2022'\"}", "runs-on: x", "pwsh"),
        ("run: x", "runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: [windows-a, Windows-b]}}", "pwsh"),
        ("run: x", "runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: [windows-a, linux]}}", "bash"),
        ("run: x", "runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: '${{ x }}'}}", None),
    ],
)
def test_the_shell_of_a_step(step: str, head: str, shell: str | None) -> None:
    found = parse_workflow(job(step, head=head).encode()).jobs["a"]
    assert shell_of(found.steps[0], found) == shell


@needs_shfmt
def test_commands_are_looked_for_in_all_three_places() -> None:
    files = {
        CI: job("run: |\n          a\n          pip install x"),
        "Dockerfile": "FROM scratch\n\nRUN a && \\\n  pip install x\nRUN <<A\nb\npip install y\nA\n",
        "x/build": "#!/bin/sh\npip install x\n",
    }
    assert gather(ground(files)).commands.uses == [
        Use("pipCommand", "Dockerfile", 3, 4, False),
        Use("pipCommand", "Dockerfile", 7, 8, False),
        Use("pipCommand", "x/build", 2, 2, False),
        Use("pipCommand", CI, 8, 8, False),
    ]


@needs_shfmt
def test_expressions_are_taken_out_of_scripts() -> None:
    gathered = gather(ground({CI: job("run: pip install ${{ matrix.x }} '${{ y }}'")}))
    assert [use.kind for use in gathered.commands.uses] == ["pipCommand"]


@needs_shfmt
def test_steps_of_a_job_and_lines_of_a_dockerfile_share_what_they_fetched() -> None:
    fetch, run = "run: curl https://a/b > x", "run: bash x"
    files = {CI: job(fetch, run), "Dockerfile": "FROM scratch\nRUN curl https://a/b > x\nRUN ./x\n"}
    assert len(gather(ground(files)).commands.uses) == 2
    assert gather(ground({"a.sh": fetch[5:], "b.sh": run[5:]})).commands.uses == []


@needs_shfmt
def test_the_engine_looks_at_no_script_after_one_at_which_it_stops() -> None:
    files = {"a.sh": "pip install a", "b.sh": "x=${ b;}", "c.sh": "pip install c"}
    assert [use.path for use in gather(ground(files)).commands.uses] == ["a.sh"]


@needs_shfmt
def test_in_a_dockerfile_it_stops_altogether_and_in_a_workflow_not_at_all() -> None:
    assert gather(ground({"Dockerfile": "FROM scratch\nRUN x=${ b;}\n"})).stop
    gathered = gather(ground({CI: job("run: 'x=${ b;}'", "run: pip install a")}))
    assert (gathered.stop, len(gathered.failures), len(gathered.commands.uses)) == ("", 1, 1)


@needs_shfmt
@pytest.mark.parametrize(
    ("files", "is_pinned"),
    [
        ({}, False),
        ({"a.csproj": "locked"}, True),
        ({"a.csproj": "locked", "b.csproj": "open"}, False),
        ({"a.csproj": "locked", "b.csproj": "broken"}, True),
        ({"Directory.Packages.props": "fixed"}, True),
        ({"Directory.Packages.props": "loose", "a.csproj": "locked"}, False),
        ({"Directory.Build.props": "open", "a.csproj": "locked"}, True),
    ],
)
def test_restores_are_pinned_where_the_project_locks(files: dict[str, str], is_pinned: bool) -> None:
    central = "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>"
    texts = {
        "locked": "<Project><PropertyGroup><RestoreLockedMode>true</RestoreLockedMode></PropertyGroup>"
        "</Project>",
        "open": "<Project/>",
        "broken": "<Project>",
        "fixed": central + "</PropertyGroup><ItemGroup><PackageVersion Version='[1]'/></ItemGroup></Project>",
        "loose": central + "</PropertyGroup><ItemGroup><PackageVersion Version='1'/></ItemGroup></Project>",
    }
    told = {path: texts[kind] for path, kind in files.items()} | {"x.sh": "dotnet restore"}
    assert [use.is_pinned for use in gather(ground(told)).commands.uses] == [is_pinned]


def test_without_shfmt_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pinning, "program", lambda: None)
    assert gather(ground({"x.sh": "pip install x"})).lacks_shell
    assert not gather(ground({"x.py": "pip install x"})).lacks_shell


def test_a_program_that_makes_no_trees_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pinning, "program", lambda: "/bin/false")
    assert gather(ground({"x.sh": "pip install x"})).lacks_shell


@pytest.mark.parametrize("files", [{"a.sh": None}, {"Dockerfile": None}, {CI: None}, {"run": None}])
def test_a_file_that_decides_and_is_not_here_is_named(files: dict[str, None]) -> None:
    with pytest.raises(NotHereError):
        gather(ground(files))


@needs_shfmt
def test_a_large_file_that_is_not_here_is_no_script() -> None:
    assert gather(ground({"bin/program": None, "photo.jpg": None, "x": "#!/bin/sh\n"})).commands.uses == []
