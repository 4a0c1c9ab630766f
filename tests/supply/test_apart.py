"""What is the project's own, and what only lies in its tree."""

import pytest

from folkmoot.supply.apart import apart, is_for_development


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("package.json", ""),
        ("packages/a/package.json", ""),
        ("tests/requirements.txt", ""),
        ("e2e/package.json", ""),
        ("node_modules/a/package.json", "node_modules"),
        ("web/vendor/a/composer.json", "vendor"),
        ("pkg/testdata/go.mod", "testdata"),
        ("Third_Party/a/Cargo.toml", "Third_Party"),
        ("tests/functional/a/package.json", "tests"),
        ("examples/a/go.mod", "examples"),
        ("vendor", ""),
        ("parser/testfiles-negative/a/Dockerfile", "testfiles-negative"),
        ("parser/TestFiles/a/Dockerfile", "TestFiles"),
        ("a/test_cases/Cargo.toml", "test_cases"),
        ("testing-tools/go.mod", ""),
        ("test-file-reader/go.mod", ""),
        ("sample-spring-boot/pom.xml", "sample-spring-boot"),
        ("java-demos/a/pom.xml", "java-demos"),
        ("down-sample/Cargo.toml", ""),
        ("quickstart/src/main/resources/archetype-resources/pom.xml", "archetype-resources"),
    ],
)
def test_folders_set_files_apart(path: str, folder: str) -> None:
    assert apart(path) == folder


@pytest.mark.parametrize(
    ("path", "is_so"),
    [
        ("go.mod", False),
        ("tests/go.mod", True),
        ("src/go.mod", False),
        ("tools/mod/go.mod", True),
        ("docs/requirements.txt", True),
        (".github/workflows/requirements.txt", True),
        ("test.txt", False),
        ("gix/fuzz/Cargo.toml", True),
    ],
)
def test_what_a_project_is_made_with_is_for_development(path: str, is_so: bool) -> None:
    assert is_for_development(path) is is_so
