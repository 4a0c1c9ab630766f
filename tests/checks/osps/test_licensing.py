"""The licence: where it stands, whether it is open, and whether packages declare the same."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, places, words
from checks.trees import ground
from folkmoot.checks.osps._licensing import in_known_place, is_open, released_is_open
from folkmoot.i18n import say
from folkmoot.model.check import Ground, Outcome
from folkmoot.model.licence import Licences, Place, Said

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN


def licensed(expression: str, *, osi: bool = False, fsf: bool = False, declared: str = "") -> Ground:
    """Give a project with this licence, and a package that declares `declared`."""
    said = [Said(Place.TEXT, "LICENSE", 1, expression=expression)]
    if declared:
        said.append(Said(Place.MANIFEST, "pyproject.toml", 6, declared, declared))
    made = ground({"LICENSE": "x"})
    made.licences = Licences(tuple(said), expression, osi, fsf)
    return made


def told(made: Ground) -> tuple[Outcome, str]:
    found = is_open(made)
    assert found is not None
    return found.outcome, say(found.text)


# -- where it stands ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "Licence",
        "license.rst",
        "COPYING.LESSER",
        "licenses/MIT",
        "LICENSE_MIT",
        "copying",
        "LICENSE-2.0",
        "MIT-LICENSE",
    ],
)
def test_names_of_licences_at_the_top(path: str) -> None:
    assert in_known_place(ground({path: "x"})).outcome is YES


@pytest.mark.parametrize(
    "path",
    [".license", "license.go", "LICENSES.rb", "relicense.md", "src/LICENSE", "copyingfiles.txt", "copy"],
)
def test_what_is_none(path: str) -> None:
    assert in_known_place(ground({path: "x"})).outcome is NO


def test_the_shortest_name_nearest_to_the_top_is_told() -> None:
    found = in_known_place(ground(dict.fromkeys(["LICENSES/MIT.txt", "LICENSE-APACHE", "COPYING"], "x")))
    assert say(found.text) == "The licence stands in COPYING."
    assert [spot.path for spot in found.spots] == ["COPYING", "LICENSE-APACHE", "LICENSES/MIT.txt"]


# -- whether it is open ------------------------------------------------------------------------------------


def test_who_approved_it_is_told() -> None:
    assert told(licensed("MIT", osi=True, fsf=True)) == (
        YES, "LICENSE is MIT, which the Open Source Initiative approved.",
    )  # fmt: skip
    assert told(licensed("WTFPL", fsf=True)) == (
        YES, "LICENSE is WTFPL, which the Free Software Foundation calls free.",
    )  # fmt: skip


@pytest.mark.parametrize(
    "expression",
    [
        "BUSL-1.1", "SSPL-1.0", "Elastic-2.0", "PolyForm-Noncommercial-1.0.0", "CC-BY-NC-SA-4.0",
        "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "FSL-1.1-MIT", "Parity-7.0.0", "Hippocratic-2.1",
        "LicenseRef-Proprietary", "Apache-2.0 AND LicenseRef-Commons-Clause",
    ],
)  # fmt: skip
def test_licences_that_restrict_users_or_uses_are_a_no(expression: str) -> None:
    assert told(licensed(expression)) == (
        NO, f"LICENSE is {expression}, which restricts who may use it or for what.",
    )  # fmt: skip


@pytest.mark.parametrize("expression", ["curl", "CC-BY-4.0", "LicenseRef-Moot", "NIST-PD"])
def test_licences_on_neither_list_are_for_a_person_to_judge(expression: str) -> None:
    finding = asked("LE-02.01", {"LICENSE": "x"}, licences=licensed(expression).licences)
    assert finding.outcome is UNKNOWN
    assert f"whether {expression} meets the OSI's or the FSF's definition" in words(finding)


def test_a_text_that_is_no_known_licence_is_told_by_its_path() -> None:
    made = ground({"LICENSE": "x"})
    made.licences = Licences((Said(Place.TEXT, "LICENSE"),))
    assert told(made) == (UNKNOWN, "Which licence it is could not be told from LICENSE.")


def test_nothing_is_said_where_no_place_says_anything() -> None:
    made = ground({"README.md": "x"})
    made.licences = Licences()
    assert is_open(made) is None
    made.licences = None
    assert is_open(made) is None


def test_every_place_that_says_it_is_evidence_with_its_expression() -> None:
    finding = asked("LE-02.01", {}, licences=licensed("MIT", osi=True, declared="MIT").licences)
    assert places(finding) == ["LICENSE:1", "pyproject.toml:6"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Said(Place.TEXT, "LICENSE", holds=("MIT", "ISC")), "MIT, ISC, and more"),
        (Said(Place.TEXT, "LICENSE", near="MIT", holds=("MIT",)), "MIT, with words added"),
        (Said(Place.TEXT, "LICENSE", near="MIT"), "MIT, changed"),
    ],
)
def test_a_text_that_holds_more_than_a_licence_is_named_by_what_it_holds(text: Said, said: str) -> None:
    made = ground({"LICENSE": "x"})
    stated = (text, Said(Place.MANIFEST, "moot.toml", 2, expression="MIT"), Said(Place.README, "README.md"))
    made.licences = Licences(stated, "MIT", osi=True)
    found = is_open(made)
    assert found is not None
    assert [(spot.path, say(spot.what)) for spot in found.spots] == [("LICENSE", said), ("moot.toml", "MIT")]


def test_where_no_place_states_a_licence_each_says_so() -> None:
    made = ground({"LICENSE": "x"})
    made.licences = Licences((Said(Place.TEXT, "LICENSE"),))
    found = is_open(made)
    assert found is not None
    assert [say(spot.what) for spot in found.spots] == ["No licence that is known."]


# -- what packages declare ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "declared", "expected"),
    [
        ("MIT", "MIT", YES),
        ("MIT OR Apache-2.0", "MIT", YES),
        ("MIT", "MIT OR Apache-2.0", UNKNOWN),
        ("MIT AND Apache-2.0", "MIT OR Apache-2.0", YES),
        ("GPL-3.0", "GPL-3.0-only", YES),
        ("GPL-3.0-or-later", "GPL-3.0", YES),
        ("GPL-3.0", "GPL-2.0-only", UNKNOWN),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0", YES),
        ("MIT", "", YES),
    ],
)
def test_what_a_package_declares_is_the_source_s_own(source: str, declared: str, expected: Outcome) -> None:
    found = released_is_open(licensed(source, osi=True, declared=declared))
    assert found is not None
    assert found.outcome is expected


def test_another_declaration_is_told_with_its_place() -> None:
    found = released_is_open(licensed("MIT", osi=True, declared="ISC"))
    assert found is not None
    assert say(found.text) == "pyproject.toml declares ISC for the package, the source is MIT."
    assert [spot.place for spot in found.spots] == ["pyproject.toml:6"]


def test_a_closed_source_is_closed_whatever_a_package_declares() -> None:
    found = released_is_open(licensed("BUSL-1.1", declared="MIT"))
    assert found is not None
    assert found.outcome is NO
