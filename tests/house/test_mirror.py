"""Tests mirror the sources: who reads a module knows where its tests are."""

from pathlib import Path

from house.tree import SOURCES, TESTS, modules, shown

# Modules whose behaviour another test module shows, and why. Keep it short.
SHOWN_ELSEWHERE = {
    "cli/__init__.py": "tests/cli/test_commands.py calls it as a user does",
    "cli/_making.py": "tests/cli/test_report.py and test_panel.py make every report through it",
    "cli/_verifying.py": "tests/cli/test_governing.py verifies through it",
    "cli/checkpoint.py": "tests/cli/test_proving.py writes and compares checkpoints",
    "cli/decide.py": "tests/cli/test_governing.py takes a decision from opening to closing",
    "cli/verify.py": "tests/cli/test_governing.py verifies what was decided, and what was forged",
    "govern/files/": "tests/govern/files/test_formats.py writes and reads every format of this room",
    "govern/proof/": "tests/govern/proof/test_whole_life.py goes through the whole room, byte by byte",
    "govern/proposals/layout.py": "tests/govern/proposals/test_reading.py recognises every layout",
    "render/__init__.py": "test_formats renders in every format through it",
    "render/badge.py": "test_panel_file tests the badge beside the other single files",
    "render/document.py": "test_json_document validates what it gives against its schema",
    "render/html_table.py": "test_html_page and test_tables read the tables it writes",
    "render/strokes.py": "test_terminal_text and the golden pages see every stroke",
    "sources/forges/_brand.py": "tests/sources/forges/test_listed.py reads each brand through it",
    "store/export.py": "tests/cli/test_export.py reads the files it writes",
    "store/query.py": "tests/cli/test_sql.py asks it everything it must refuse",
    "views/drill.py": "tests/cli/test_events.py drills as a user does",
}


def places_for_tests(path: Path) -> list[Path]:
    """Give where the tests of a module may stand, the best place first.

    `render/formats/csv_points.py` is tested by `tests/render/formats/test_csv_points.py`, by the same name in
    a folder above, or, where a folder holds many small rooms alike, by `tests/render/test_formats.py`.
    """
    inside = path.relative_to(SOURCES)
    folders = inside.parts[:-1]
    name = folders[-1] if inside.name == "__init__.py" and folders else inside.stem
    above = [TESTS.joinpath(*folders[:depth]) for depth in range(len(folders), 0, -1)] or [TESTS]
    places = [folder / f"test_{name.strip('_')}.py" for folder in above]
    if len(folders) > 1:
        places.append(TESTS.joinpath(*folders[:-1]) / f"test_{folders[-1]}.py")
    return places


def holds_code(path: Path) -> bool:
    """Tell whether a module does anything: a file of names, types or docstrings has nothing to test."""
    return "\ndef " in path.read_text(encoding="utf-8") or "    def " in path.read_text(encoding="utf-8")


def is_shown_elsewhere(path: Path) -> bool:
    """Tell whether a module, or the room it stands in, is one of the exceptions."""
    inside = path.relative_to(SOURCES)
    return inside.as_posix() in SHOWN_ELSEWHERE or f"{inside.parent.as_posix()}/" in SHOWN_ELSEWHERE


def test_modules_have_their_tests() -> None:
    missing = [
        shown(path)
        for path in modules("src")
        if holds_code(path)
        and not any(place.exists() for place in places_for_tests(path))
        and not is_shown_elsewhere(path)
    ]
    assert missing == []


def test_the_exceptions_are_still_exceptions() -> None:
    single = [name for name in SHOWN_ELSEWHERE if not name.endswith("/")]
    there = [name for name in single if any(p.exists() for p in places_for_tests(SOURCES / name))]
    gone = [name for name in SHOWN_ELSEWHERE if not (SOURCES / name).exists()]
    assert there + gone == []
