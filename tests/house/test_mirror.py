"""Tests mirror the sources: who reads a module knows where its tests are."""

from pathlib import Path

from house.tree import SOURCES, TESTS, modules, shown

# Modules whose behaviour another test module shows, and why. Keep it short.
SHOWN_ELSEWHERE = {
    "model/check.py": "a form without behaviour; its only functions are the form of a tree",
    "model/path_names.py": "closed lists of names; test_content shows what they do",
}


def places_for_tests(path: Path) -> list[Path]:
    """Give where the tests of a module may stand, the best place first.

    `render/formats/csv_points.py` is tested by `tests/render/formats/test_csv_points.py`, by the same name in
    a folder above, or, where a folder holds many small rooms alike, by `tests/render/test_formats.py`.
    """
    inside = path.relative_to(SOURCES)
    folders = inside.parts[:-1]
    name = folders[-1] if inside.name == "__init__.py" and folders else inside.stem
    above = [TESTS.joinpath(*folders[:depth]) for depth in range(len(folders), 0, -1)]
    places = [folder / f"test_{name.strip('_')}.py" for folder in above]
    if len(folders) > 1:
        places.append(TESTS.joinpath(*folders[:-1]) / f"test_{folders[-1]}.py")
    return places


def holds_code(path: Path) -> bool:
    """Tell whether a module does anything: a file of names, types or docstrings has nothing to test."""
    return "\ndef " in path.read_text(encoding="utf-8") or "    def " in path.read_text(encoding="utf-8")


def test_modules_have_their_tests() -> None:
    missing = [
        shown(path)
        for path in modules("src")
        if holds_code(path)
        and not any(place.exists() for place in places_for_tests(path))
        and path.relative_to(SOURCES).as_posix() not in SHOWN_ELSEWHERE
    ]
    assert missing == []


def test_the_exceptions_are_still_exceptions() -> None:
    there = [name for name in SHOWN_ELSEWHERE if any(p.exists() for p in places_for_tests(SOURCES / name))]
    gone = [name for name in SHOWN_ELSEWHERE if not (SOURCES / name).exists()]
    assert there + gone == []
