"""Tests mirror the sources: who reads a module knows where its tests are."""

from pathlib import Path

from house.tree import SOURCES, TESTS, modules, shown

# Modules whose behaviour another test module shows, and why. Keep it short.
SHOWN_ELSEWHERE: dict[str, str] = {}


def expected_test(path: Path) -> Path:
    """Give where the tests of a module stand: the same folder below tests, the same name after `test_`."""
    inside = path.relative_to(SOURCES)
    name = inside.parent.name if inside.name == "__init__.py" else inside.stem
    folder = inside.parent.parent if inside.name == "__init__.py" else inside.parent
    return TESTS / folder / f"test_{name.strip('_')}.py"


def holds_code(path: Path) -> bool:
    """Tell whether a module does anything: a file of names, types or docstrings has nothing to test."""
    return "\ndef " in path.read_text(encoding="utf-8") or "    def " in path.read_text(encoding="utf-8")


def test_modules_have_their_tests() -> None:
    missing = [
        shown(path)
        for path in modules("src")
        if holds_code(path)
        and not expected_test(path).exists()
        and path.relative_to(SOURCES).as_posix() not in SHOWN_ELSEWHERE
    ]
    assert missing == []


def test_the_exceptions_are_still_exceptions() -> None:
    there = [name for name in SHOWN_ELSEWHERE if expected_test(SOURCES / name).exists()]
    gone = [name for name in SHOWN_ELSEWHERE if not (SOURCES / name).exists()]
    assert there + gone == []
