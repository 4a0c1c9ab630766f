"""Every file of Python's tools.

Long because each of eleven formats is shown in a whole file.
"""

from __future__ import annotations

import pytest

from folkmoot.model.component import Kind
from folkmoot.supply.joining import joined
from supply.reading_files import needs, read, told

PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.25"]

[project]
name = "Folk_Tool"
version = "1.2"
dependencies = [
  "click>=8,<9",
  "Zope.Interface[test]==5.4; python_version < '3.12'",
]

[project.optional-dependencies]
fast = ["orjson == 3.*"]

[dependency-groups]
test = ["pytest===8.1", {include-group = "lint"}]
lint = ["ruff @ https://example.org/ruff.whl"]

[tool.poetry.dependencies]
python = "^3.11"
rich = "^13.0"
attrs = { version = "23.1.0", optional = true }
local = { path = "../local" }

[tool.poetry.group.dev.dependencies]
black = { git = "https://example.org/black", rev = "abc" }
"""


def test_pyproject_lists_what_every_tool_installs() -> None:
    manifest = read("pyproject.toml", PYPROJECT)
    assert told(manifest) == [
        "2: hatchling build direct '>=1.25'",
        "8: click runtime direct '<9,>=8'",
        "9: zope.interface@5.4 runtime direct '==5.4; python_version < \"3.12\"'",
        "13: orjson optional direct '==3.*'",
        "16: pytest@8.1 development direct '===8.1'",
        "17: ruff development direct",
        "21: rich runtime direct '^13.0'",
        "22: attrs@23.1.0 optional direct '23.1.0'",
        "26: black development direct",
    ]
    assert str(manifest.own) == "pkg:pypi/folk-tool@1.2"
    assert [each.source for each in manifest.components if each.source] == [
        "https://example.org/ruff.whl",
        "https://example.org/black@abc",
    ]


def test_a_requirement_that_is_none_is_a_problem_with_its_line() -> None:
    manifest = read("pyproject.toml", '[project]\nname = "a"\ndependencies = ["???", "ok"]\n')
    assert [(each.line, str(each.what)) for each in manifest.problems] == [(3, "??? is no requirement.")]
    assert told(manifest) == ["3: ok runtime direct"]


REQUIREMENTS = """\
# made by a tool
--index-url https://example.org/simple
-e git+https://example.org/a/tool@v1#egg=tool
./local
click==8.1.7 \\
    --hash=sha256:ae74fb96c20a0277a1d615f1e4d73c8414f5a98db8b799a7931d1582f3390c28
    # via
    #   -c constraints.txt
    #   -r requirements.in
colorama==0.4.6 ; sys_platform == "win32"  # via click, -c constraints.txt
flask>=2
"""


def test_requirements_give_pins_hashes_and_who_needs_what() -> None:
    manifest = read("requirements.txt", REQUIREMENTS)
    assert told(manifest) == [
        "3: tool runtime direct",
        "5: click@8.1.7 runtime direct '==8.1.7'",
        "10: colorama@0.4.6 runtime needed '==0.4.6; sys_platform == \"win32\"'",
        "11: flask runtime ? '>=2'",
    ]
    assert manifest.components[1].hashes[0][1].startswith("ae74fb96")
    assert needs(manifest) == {"click@8.1.7": ["colorama@0.4.6"]}
    assert manifest.kind is Kind.MANIFEST


def test_requirements_that_are_all_pinned_are_a_lock_file() -> None:
    assert read("requirements.txt", "a==1\nb===2\n").kind is Kind.LOCK
    assert read("requirements.txt", "a==1\nb==2.*\n").kind is Kind.MANIFEST


def test_an_include_is_followed_inside_the_tree_only_and_once() -> None:
    beside = {"deps/more.txt": "-r ../requirements.txt\n-r more.txt\nb==1\n", "etc/passwd": "stolen==1"}
    manifest = read(
        "requirements.txt", "a==1\n-r deps/more.txt\n-r ../../etc/passwd\n-r /etc/passwd\n", beside
    )
    assert [each.place for each in manifest.components] == ["requirements.txt:1", "deps/more.txt:3"]
    assert [each.line for each in manifest.problems] == [3, 4]


def test_an_include_that_is_a_list_of_its_own_is_left_to_itself() -> None:
    manifest = read("requirements.txt", "-r requirements-dev.txt\na\n", {"requirements-dev.txt": "b"})
    assert told(manifest) == ["2: a runtime direct"]


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("requirements.txt", "runtime"),
        ("requirements-dev.txt", "development"),
        ("requirements/docs.in", "development"),
        ("build-requirements.txt", "build"),
        ("docs/requirements.txt", "development"),
    ],
)
def test_the_name_of_a_list_says_what_it_is_for(path: str, scope: str) -> None:
    assert read(path, "a\n").components[0].scope == scope


LOCK = """\
[[package]]
name = "click"
version = "8.1.7"
files = [{file = "click.whl", hash = "sha256:aa"}]

[package.dependencies]
colorama = {version = "*", markers = "platform_system == \\"Windows\\""}

[[package]]
name = "colorama"
version = "0.4.6"
optional = true

[[package]]
name = "pytest"
version = "8.0"
CATEGORY

[package.source]
type = "git"
url = "https://example.org/pytest"
resolved_reference = "abc"
"""


@pytest.mark.parametrize("said", ['category = "dev"', 'groups = ["test"]'])
def test_poetry_lock(said: str) -> None:
    manifest = read("poetry.lock", LOCK.replace("CATEGORY", said))
    assert told(manifest) == [
        "2: click@8.1.7 runtime ?",
        "10: colorama@0.4.6 optional ?",
        "15: pytest@8.0 development ?",
    ]
    assert needs(manifest) == {"click@8.1.7": ["colorama@0.4.6"]}
    assert manifest.components[0].hashes == (("sha256", "aa"),)
    assert manifest.components[2].source == "https://example.org/pytest@abc"


def test_uv_lock_knows_what_the_project_asks_for() -> None:
    manifest = read(
        "uv.lock",
        """\
version = 1
[[package]]
name = "mine"
version = "0.1"
source = { editable = "." }
dependencies = [{ name = "a" }]
[package.dev-dependencies]
test = [{ name = "c" }, { name = "a" }]

[[package]]
name = "a"
version = "1.0"
source = { registry = "https://example.org/simple" }
dependencies = [{ name = "b", version = "2.0" }]
sdist = { url = "https://example.org/a.tar.gz", hash = "sha256:bb" }

[[package]]
name = "b"
version = "1.0"
[[package]]
name = "b"
version = "2.0"
[[package]]
name = "c"
version = "3.0"
""",
    )
    assert told(manifest) == [
        "11: a@1.0 runtime direct",
        "18: b@1.0 runtime needed",
        "21: b@2.0 runtime needed",
        "24: c@3.0 development direct",
    ]
    assert needs(manifest) == {"a@1.0": ["b@2.0"]}
    assert str(manifest.own) == "pkg:pypi/mine@0.1"


def test_pdm_lock_gives_a_package_with_extras_once() -> None:
    text = """\
[[package]]
name = "a"
version = "1"
groups = ["default"]
dependencies = ["b>=1"]
[[package]]
name = "a"
version = "1"
extras = ["fast"]
dependencies = ["a==1", "c"]
[[package]]
name = "b"
version = "2"
groups = ["test"]
[[package]]
name = "c"
version = "3"
"""
    manifest = read("pdm.lock", text)
    assert told(manifest) == ["2: a@1 runtime ?", "12: b@2 development ?", "16: c@3 runtime ?"]
    assert needs(manifest) == {"a@1": ["b@2", "c@3"]}


def test_pylock() -> None:
    text = """\
lock-version = "1.0"
[[packages]]
name = "a"
version = "1"
dependencies = [{name = "b"}]
wheels = [{name = "a.whl", hashes = {sha256 = "cc"}}]
[[packages]]
name = "b"
vcs = {type = "git", url = "https://example.org/b", commit-id = "abc"}
[[packages]]
name = "mine"
directory = {path = "."}
"""
    manifest = read("pylock.dev.toml", text)
    assert told(manifest) == ["3: a@1 runtime ?", "8: b runtime ?"]
    assert manifest.components[0].hashes == (("sha256", "cc"),)
    assert manifest.components[1].source == "https://example.org/b@abc"


def test_pipfile_takes_a_bare_version_for_a_wish() -> None:
    text = '[packages]\na = "*"\nb = "==1.0"\n\n[dev-packages]\nc = {version = "~=2.0"}\nd = {path = "."}\n'
    assert told(read("Pipfile", text)) == [
        "2: a runtime direct '*'",
        "3: b@1.0 runtime direct '==1.0'",
        "6: c development direct '~=2.0'",
    ]


def test_pipfile_lock_gives_a_package_of_both_groups_once_unless_versions_differ() -> None:
    text = """{
  "default": {"a": {"version": "==1.0"}, "b": {"version": "==1.0", "hashes": ["sha256:dd"]}},
  "develop": {
    "a": {"version": "==1.0"},
    "b": {"version": "==2.0"},
    "c": {"git": "https://example.org/c", "ref": "abc"}
  }
}"""
    manifest = read("Pipfile.lock", text)
    assert told(manifest) == [
        "2: a@1.0 runtime ?",
        "2: b@1.0 runtime ?",
        "5: b@2.0 development ?",
        "6: c development ?",
    ]
    assert manifest.components[3].source == "https://example.org/c@abc"


def test_setup_cfg() -> None:
    text = """\
[metadata]
name = mine
version = attr: mine.VERSION

[options]
install_requires =
    a>=1
    b==2 # why
    file: requirements.txt

[options.extras_require]
fast = c
"""
    manifest = read("setup.cfg", text)
    assert told(manifest) == [
        "7: a runtime direct '>=1'",
        "8: b@2 runtime direct '==2'",
        "12: c optional direct",
    ]
    assert str(manifest.own) == "pkg:pypi/mine"


SETUP = """\
import os
from setuptools import setup
NEEDS = ["a>=1"]
os.system("touch was_run")
setup(
    name="mine", version="1.0",
    install_requires=NEEDS + ["b==2"] + computed(),
    extras_require={"fast": "c\\n# no\\nd==1"},
    tests_require=["%s==1" % name],
)
"""


def test_setup_py_is_read_literally_and_never_run() -> None:
    manifest = read("setup.py", SETUP)
    assert told(manifest) == [
        "3: a runtime direct '>=1'",
        "7: b@2 runtime direct '==2'",
        "8: c optional direct",
        "10: d@1 optional direct '==1'",
    ]
    assert str(manifest.own) == "pkg:pypi/mine@1.0"


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "-" * 100_000 + "1", "[" * 500 + "]" * 500, "print 'two'", "\0"]
)
def test_a_setup_py_that_is_no_python_is_a_problem(text: str) -> None:
    manifest = read("setup.py", text)
    assert manifest.components == ()
    assert len(manifest.problems) == 1


@pytest.mark.parametrize(
    "path",
    [
        "pyproject.toml",
        "poetry.lock",
        "uv.lock",
        "pdm.lock",
        "pylock.toml",
        "Pipfile",
        "Pipfile.lock",
        "setup.cfg",
    ],
)
@pytest.mark.parametrize("text", ["= = =", "[[[[", '{"a": '])
def test_what_cannot_be_read_is_one_problem_and_no_component(path: str, text: str) -> None:
    manifest = read(path, text)
    assert manifest.components == ()
    assert len(manifest.problems) == 1
    assert path in str(manifest.problems[0].what)


def test_a_list_that_installs_the_tree_to_edit_it_is_for_who_works_on_it() -> None:
    text = "-e .[full]\nblack==25.1\nanyio==4.9\n"
    project = read("pyproject.toml", '[project]\nname = "moot"\ndependencies = ["anyio>=3"]\n')
    lock = joined([project, read("requirements.txt", text)])[1]
    assert {each.purl.name: each.scope.value for each in lock.components} == {
        "black": "development",
        "anyio": "runtime",
    }
    assert {
        each.scope.value for each in read("requirements.txt", text.replace("-e .[full]", "")).components
    } == {"runtime"}


def test_a_list_of_extras_is_one_whatever_list_installs_it() -> None:
    lists = {"requirements/extras/yaml.txt": "pyyaml\n"}
    text = "-r extras/yaml.txt\npytest\n"
    told_of = {
        each.purl.name: each.scope.value for each in read("requirements/test.txt", text, lists).components
    }
    assert told_of == {"pyyaml": "optional", "pytest": "development"}
    assert [each.scope.value for each in read("requirements/extras.txt", "a\n").components] == ["optional"]
