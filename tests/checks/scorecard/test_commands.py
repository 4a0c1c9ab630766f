"""Commands as words: what fetches, what installs, what is pinned."""

import pytest

from folkmoot.checks.scorecard._commands import (
    base,
    clean,
    fetched_file,
    files_run,
    has_unpinned_addresses,
    installed,
    interpreter_with_command,
    is_download,
    key_of,
)
from folkmoot.checks.scorecard._gourl import NoAddressError

SHA = "0123456789abcdef0123456789abcdef01234567"
RAW = f"https://raw.githubusercontent.com/o/r/{SHA}/install.sh"


@pytest.mark.parametrize(
    ("path", "expected"), [("", "."), ("/", "/"), ("a/b", "b"), ("a/b//", "b"), ("./curl", "curl")]
)
def test_the_last_part_of_a_path(path: str, expected: str) -> None:
    assert base(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"), [("", "."), ("//a//b/", "/a/b"), ("./a/../b", "b"), ("../a", "../a")]
)
def test_the_shortest_form_of_a_path(path: str, expected: str) -> None:
    assert clean(path) == expected


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("curl x", True), ("/usr/bin/WGET x", True), ("gsutil cp", True), ("aws s3api get-object a b", True),
        ("aws S3API Get-Object", True), ("aws s3 cp", False), ("fetch curl", False), ("", False),
    ],
)  # fmt: skip
def test_what_fetches(command: str, expected: bool) -> None:
    assert is_download(command.split()) is expected


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (f"curl -sSfL {RAW}", False),
        (f"curl '{RAW}'", False),
        (f'curl "{RAW}"', False),
        (f"curl {RAW} {RAW}", False),
        (f"curl {RAW} -o /tmp/x", True),
        (f"curl {RAW.replace('https', 'http')}", True),
        (f"curl {RAW.replace(SHA, 'main')}", True),
        (f"curl https://raw.githubusercontent.com/o/r/{SHA}", True),
        ("curl https://example.org/x", True),
        ("curl -sSfL", True),
        ("curl '", True),
    ],
)
def test_only_files_of_a_commit_are_pinned(command: str, expected: bool) -> None:
    assert has_unpinned_addresses(command.split()) is expected


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("wget -q -O /srv/x https://a/b", "/srv/x"),
        ("wget -o log https://a/b", "log"),
        ("wget -q https://a/b/c.sh?d=e", "c.sh"),
        ("wget https://a/", "/"),
        ("wget ftp://a/b", None),
        ("wget -O", None),
        ("gsutil cp gs://b/c.sh dir", "dir"),
        ("gsutil cp gs://b/c.sh .", "c.sh"),
        ("gsutil cp gs://b/c.sh dir/", "dir/c.sh"),
        ("gsutil ls", None),
        ("aws s3api get-object --key k.sh out.sh", "out.sh"),
        ("aws s3api get-object --key k.sh ./", "k.sh"),
        ("aws s3 cp a b", None),
        ("curl -o x https://a", None),
        ("", None),
    ],
)
def test_the_file_that_is_fetched(command: str, file: str | None) -> None:
    assert fetched_file(command.split()) == file


def test_an_address_that_go_refuses_is_an_error() -> None:
    with pytest.raises(NoAddressError):
        fetched_file(["wget", "http://{{host}}/x"])


@pytest.mark.parametrize(
    ("command", "file", "expected"),
    [
        ("./x.sh", "x.sh", True), ("X.sh a", "x.sh", True), ("bash x.sh", "./x.sh", True),
        ("python3 -u /srv/x", "/srv//x", True), ("cat x.sh", "x.sh", False), ("bash y.sh", "x.sh", False),
        ("", "x", False),
    ],
)  # fmt: skip
def test_what_runs_a_file(command: str, file: str, expected: bool) -> None:
    assert (key_of(file) in files_run(command.split())) is expected


@pytest.mark.parametrize(
    ("command", "interpreter"),
    [
        ("bash -c x", "bash"), ("env bash -ec x", "bash"), ("su me -c x", "su"), ("python -c x", "python"),
        ("bash x", ""), ("git -c x bash", ""), ("exec bash -c x", "exec"), ("perl -c bash", "perl"),
    ],
)  # fmt: skip
def test_what_is_handed_a_command(command: str, interpreter: str) -> None:
    assert interpreter_with_command(command.split()) == interpreter


@pytest.mark.parametrize(
    ("command", "kind", "is_pinned"),
    [
        ("go install ./...", "goCommand", True),
        ("go install example.org/x/y@latest", "goCommand", False),
        ("go get example.org/x/y@v1.2.3", "goCommand", True),
        ("go get -insecure example.org/x/y@v1.2.3", "goCommand", False),
        ("go get example.org/x/y@v1.2", "goCommand", False),
        (f"go get -u -v example.org/x/y@{SHA}", "goCommand", True),
        ("go get example.org/x/y@none", "goCommand", True),
        ("go get -d -v", "goCommand", True),
        ("go get example.org/x/y example.org/x/z@v1.2.3", "goCommand", True),
        ("pip install x", "pipCommand", False),
        ("pip3 install -r requirements.txt", "pipCommand", False),
        ("pip install --require-hashes -r requirements.txt", "pipCommand", True),
        ("pip install x.whl", "pipCommand", True),
        ("pip install x.whl y", "pipCommand", False),
        ("pip install", "pipCommand", False),
        ("python -m pip install x", "pipCommand", False),
        ("python3 -u -m pip install --require-hashes x", "pipCommand", True),
        ("pip install -e .", "pipCommand", False),
        ("pip install --no-deps -e .", "pipCommand", True),
        (f"pip install --no-deps -e git+https://a/b.git@{SHA}#egg=b", "pipCommand", True),
        ("pip install --no-deps -e git+https://a/b.git", "pipCommand", False),
        ("pip install -U", "pipCommand", False),
        ("npm ci", "npmCommand", True),
        ("npm install", "npmCommand", False),
        ("npm i x", "npmCommand", False),
        (f"npm install github:o/r#{SHA}", "npmCommand", True),
        ("npm install github:o/r", "npmCommand", False),
        ("npm install git://a/b#v1", "npmCommand", False),
        ("choco install x", "chocoCommand", False),
        ("choco.exe install --requirechecksums=true x", "chocoCommand", True),
        ("nuget install x", "nugetCommand", False),
        ("nuget install", "nugetCommand", True),
        ("nuget install packages.config", "nugetCommand", True),
        ("nuget install x -Version 1", "nugetCommand", True),
        ("dotnet add package x", "nugetCommand", False),
        ("dotnet add p package x -v 1", "nugetCommand", True),
        ("dotnet restore", "nugetCommand", False),
        ("dotnet restore --locked-mode", "nugetCommand", True),
        ("nuget.exe restore -LockedMode", "nugetCommand", True),
        ("msbuild /t:restore", "nugetCommand", False),
        ("msbuild /t:restore /p:RestoreLockedMode=true", "nugetCommand", True),
    ],
)
def test_what_installs_and_whether_it_is_pinned(command: str, kind: str, is_pinned: bool) -> None:
    assert installed(command.split()) == (kind, is_pinned)


@pytest.mark.parametrize(
    "command",
    ["", "go install", "go build x y", "pip", "pip download x", "python -m venv x", "npm run x", "npm",
     "choco list", "dotnet add x", "dotnet build", "nuget push x", "msbuild x", "echo pip install x"],
)  # fmt: skip
def test_what_installs_nothing(command: str) -> None:
    assert installed(command.split()) is None


@pytest.mark.parametrize(
    "name", ["exec", "su", "sh", "bash", "mksh", "dash", "ksh", "perl", "ruby", "php", "node", "nodejs",
             "java", "python", "python3", "python2.7", "dotnet", "nuget"]
)  # fmt: skip
def test_every_interpreter_runs_the_files_it_is_given(name: str) -> None:
    assert "x/install" in files_run([f"/usr/bin/{name}", "x/Install"])
    assert files_run(["other", "install"]) == {"other"}


@pytest.mark.parametrize("flag", ["-d", "-f", "-t", "-u", "-v", "-fix", "-insecure"])
def test_flags_of_go_stand_before_the_package(flag: str) -> None:
    assert installed(f"go get {flag} example.org/moot@v1.2.3".split()) == ("goCommand", flag != "-insecure")
    assert installed(f"go get {flag} example.org/moot".split()) == ("goCommand", False)


def test_a_commit_is_pinned_even_where_nothing_is_checked() -> None:
    assert installed(f"go get -insecure example.org/moot@{SHA}".split()) == ("goCommand", True)


@pytest.mark.parametrize("command", ["pip install --REQUIRE-HASHES x", "pip3 INSTALL --require-hashes x"])
def test_words_of_pip_are_read_without_regard_to_case(command: str) -> None:
    assert installed(command.split()) == ("pipCommand", True)


@pytest.mark.parametrize("command", ["nuget", "dotnet", "nuget.exe", "msbuild", "choco"])
def test_a_program_by_itself_installs_nothing(command: str) -> None:
    assert installed([command]) is None
