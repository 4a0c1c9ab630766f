"""Lock files and the manifests they answer."""

from __future__ import annotations

from folkmoot.model.component import Manifest
from folkmoot.supply.joining import joined, locks_of
from supply.reading_files import read, told

PACKAGE = '{"dependencies": {"a": "^1"}, "devDependencies": {"d": "^1"}}'
YARN = """\
a@^1:
  version "1.0.0"
  dependencies:
    b "^1"

b@^1:
  version "1.1.0"

c@^1:
  version "1.2.0"

d@^1:
  version "1.3.0"
  dependencies:
    b "^1"
    c "^1"
"""


def by_path(manifests: list[Manifest]) -> dict[str, Manifest]:
    return {each.path: each for each in manifests}


def test_a_manifest_tells_what_its_lock_file_does_not() -> None:
    lock = by_path(joined([read("package.json", PACKAGE), read("yarn.lock", YARN)]))["yarn.lock"]
    assert told(lock) == [
        "1: a@1.0.0 runtime direct",
        "6: b@1.1.0 runtime needed",
        "9: c@1.2.0 development needed",
        "12: d@1.3.0 development direct",
    ]


def test_a_workspace_below_is_answered_by_the_lock_file_above() -> None:
    manifests = [
        read("package.json", "{}"),
        read("packages/x/package.json", PACKAGE),
        read("apart/package.json", PACKAGE),
        read("apart/yarn.lock", YARN),
        read("yarn.lock", YARN),
    ]
    assert locks_of(manifests) == {
        "package.json": ("yarn.lock",),
        "packages/x/package.json": ("yarn.lock",),
        "apart/package.json": ("apart/yarn.lock",),
    }
    assert "12: d@1.3.0 development direct" in told(by_path(joined(manifests))["yarn.lock"])


def test_composer_looks_only_beside() -> None:
    manifests = [read("composer.lock", '{"packages": []}'), read("sub/composer.json", "{}")]
    assert locks_of(manifests) == {"sub/composer.json": ()}


def test_a_lock_file_without_a_manifest_stays_as_it_is() -> None:
    lock = read("yarn.lock", YARN)
    assert joined([lock]) == [lock]


def test_what_a_lock_file_says_itself_is_kept() -> None:
    lock = read(
        "Pipfile.lock", '{"default": {"a": {"version": "==1"}}, "develop": {"b": {"version": "==1"}}}'
    )
    manifest = read("Pipfile", '[dev-packages]\na = "*"\n')
    assert told(by_path(joined([manifest, lock]))["Pipfile.lock"]) == [
        "1: a@1 runtime direct",
        "1: b@1 development needed",
    ]


def test_a_circle_of_needs_ends() -> None:
    block = '{}@^1:\n  version "1.0.0"\n  dependencies:\n    {} "^1"\n'
    text = block.format("a", "b") + block.format("b", "a")
    package = '{"devDependencies": {"a": "^1"}}'
    lock = by_path(joined([read("package.json", package), read("yarn.lock", text)]))["yarn.lock"]
    assert told(lock) == ["1: a@1.0.0 development direct", "5: b@1.0.0 development needed"]


def test_what_tests_and_tools_ask_for_is_for_development() -> None:
    manifest = joined([read("tools/go.mod", "module m\ngo 1.20\nrequire example.org/a v1.0.0\n")])[0]
    assert told(manifest) == ["3: example.org/a@v1.0.0 development direct"]


def test_each_python_tool_answers_its_own_files() -> None:
    manifests = [
        read("pyproject.toml", '[project]\nname = "m"\ndependencies = ["a"]\n'),
        read("Pipfile", '[packages]\na = "*"\n'),
        read("poetry.lock", '[[package]]\nname = "a"\nversion = "1"\n'),
        read("requirements.in", "a\n"),
        read("requirements-dev.in", "a\n"),
        read("requirements.txt", "a==1\n"),
        read("extra-requirements.txt", "a\n"),
    ]
    assert locks_of(manifests) == {
        "pyproject.toml": ("poetry.lock", "requirements.txt"),
        "Pipfile": (),
        "requirements.in": ("requirements.txt",),
        "requirements-dev.in": (),
        "extra-requirements.txt": (),
    }


def test_a_lock_file_of_gradle_answers_no_pom() -> None:
    pom = read("pom.xml", "<project><artifactId>a</artifactId></project>")
    catalogue = read("libs.versions.toml", '[libraries]\na = "org.a:a:1"\n')
    assert locks_of([pom, catalogue, read("gradle.lockfile", "org.a:a:1=x\n")]) == {
        "pom.xml": (),
        "libs.versions.toml": ("gradle.lockfile",),
    }


def test_modules_of_one_project_that_ask_for_one_another_are_no_dependencies() -> None:
    core = "<project><groupId>org.moot</groupId><artifactId>core</artifactId><version>2</version></project>"
    web = (
        "<project><groupId>org.moot</groupId><artifactId>web</artifactId><version>2</version><dependencies>"
        "<dependency><groupId>org.moot</groupId><artifactId>core</artifactId><version>{}</version></dependency>"
        "<dependency><groupId>org.else</groupId><artifactId>core</artifactId><version>2</version></dependency>"
        "</dependencies></project>"
    )
    found = joined([read("core/pom.xml", core), read("web/pom.xml", web.format("${project.version}"))])
    assert [str(each.purl) for each in found[1].components] == ["pkg:maven/org.else/core@2"]
    found = joined([read("core/pom.xml", core), read("web/pom.xml", web.format("1"))])
    assert [each.purl.version for each in found[1].components] == ["1", "2"]
