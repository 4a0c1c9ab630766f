"""The licence of a project, out of all the places that state one."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.licences.project import decoded, licences_of, same_licence
from folkmoot.model.licence import Licences, Place
from licences.licence_texts import MIT, NOTICE, text_of

CARGO = '[package]\nname = "moot"\nlicense = "{}"\n'


def told(files: dict[str, bytes | str | None], links: tuple[str, ...] = ()) -> Licences:
    return licences_of(ground(files, links))


def test_a_licence_file_decides() -> None:
    found = told({"LICENSE": MIT, "README.md": "# Moot"})
    assert (found.expression, found.osi, found.fsf) == ("MIT", True, True)


def test_every_statement_has_its_place() -> None:
    found = told(
        {"LICENSE": MIT, "Cargo.toml": CARGO.format("MIT"), "README.md": "# Moot\n## License\nMIT\n"}
    )
    assert [(each.place, each.path, each.line) for each in found.said] == [
        (Place.TEXT, "LICENSE", 0),
        (Place.MANIFEST, "Cargo.toml", 3),
        (Place.README, "README.md", 2),
    ]


def test_a_manifest_says_what_the_text_leaves_open() -> None:
    found = told({"COPYING": text_of("GPL-3.0"), "Cargo.toml": CARGO.format("GPL-3.0-or-later")})
    assert found.expression == "GPL-3.0-or-later"


def test_a_deprecated_spelling_is_told_as_its_replacement() -> None:
    assert (
        told({"COPYING": text_of("GPL-3.0"), "Cargo.toml": CARGO.format("GPL-3.0+")}).expression
        == "GPL-3.0-or-later"
    )


def test_without_that_the_text_is_all_that_is_said() -> None:
    assert told({"COPYING": text_of("GPL-3.0")}).expression == "GPL-3.0"


def test_a_manifest_that_says_otherwise_does_not_win() -> None:
    found = told({"LICENSE": MIT, "Cargo.toml": CARGO.format("Apache-2.0")})
    assert found.expression == "MIT"


def test_a_manifest_says_how_two_texts_go_together() -> None:
    files = {"LICENSE-MIT": MIT, "LICENSE-APACHE": text_of("Apache-2.0")}
    assert told({**files, "Cargo.toml": CARGO.format("MIT OR Apache-2.0")}).expression == "MIT OR Apache-2.0"


def test_a_readme_that_offers_two_says_so_where_no_manifest_does() -> None:
    files = {"LICENSE-MIT": MIT, "LICENSE-APACHE": text_of("Apache-2.0")}
    offered = "# Moot\n\n## License\n\nUnder either of the MIT license or the Apache License, Version 2.0.\n"
    assert told({**files, "README.md": offered}).expression == "Apache-2.0 OR MIT"
    assert told(
        {**files, "README.md": offered, "Cargo.toml": CARGO.format("MIT AND Apache-2.0")}
    ).expression == ("MIT AND Apache-2.0")
    assert told({"LICENSE-MIT": MIT, "LICENSE-ISC": text_of("ISC"), "README.md": offered}).expression == ""


def test_two_texts_alone_leave_it_open_but_both_are_approved() -> None:
    found = told({"LICENSE-MIT": MIT, "LICENSE-APACHE": text_of("Apache-2.0")})
    assert (found.expression, found.osi) == ("", True)


def test_the_lesser_licence_wins_over_the_one_it_adds_to() -> None:
    found = told({"COPYING": text_of("GPL-3.0"), "COPYING.LESSER": text_of("LGPL-3.0")})
    assert found.expression == "LGPL-3.0"


def test_a_readme_that_says_gpl_leaves_the_lesser_one_to_a_part() -> None:
    texts = {"COPYING": text_of("GPL-3.0"), "COPYING.LESSER": text_of("LGPL-3.0")}
    assert told({**texts, "README.md": "# Moot\n\n## License\n\nGPL-3.0-or-later\n"}).expression == ""
    assert (
        told({**texts, "README.md": "# Moot\n\n## License\n\nLGPL-3.0-or-later\n"}).expression == "LGPL-3.0"
    )


def test_an_unknown_text_leaves_it_open() -> None:
    found = told({"LICENSE": "Do as you please, but only on Sundays.", "Cargo.toml": CARGO.format("MIT")})
    assert (found.expression, found.osi) == ("", None)


def test_a_changed_text_is_near_and_no_more() -> None:
    found = told(
        {"LICENSE": f"{MIT}\nNobody may use this while whistling or humming, be it on land or at sea.\n"}
    )
    assert (found.texts[0].expression, found.texts[0].near, found.osi) == ("", "MIT", None)


def test_a_notice_is_told_and_grants_nothing() -> None:
    found = told({"COPYING": NOTICE})
    assert found.texts[0].notice
    assert (found.expression, found.osi) == ("", None)


def test_a_grant_of_patents_beside_a_licence_takes_nothing_away() -> None:
    grant = "Additional IP Rights Grant (Patents)\n\nThe moot grants You a perpetual, worldwide licence.\n"
    found = told({"LICENSE": MIT, "PATENTS": grant})
    assert found.expression == "MIT"
    assert [each.path for each in found.texts] == ["LICENSE", "PATENTS"]
    assert told({"PATENTS": grant}).expression == ""


def test_a_notice_beside_a_licence_takes_nothing_away() -> None:
    assert told({"COPYRIGHT": NOTICE, "LICENSE": MIT}).expression == "MIT"


HEADER = """Copyright 2026 The Moot Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
"""


def test_the_header_of_a_licence_in_a_file_on_whose_it_is_names_the_licence() -> None:
    found = told({"COPYRIGHT.txt": HEADER, "LICENSE": text_of("Apache-2.0")})
    (notice,) = [each for each in found.texts if each.path == "COPYRIGHT.txt"]
    assert (notice.expression, notice.notice) == ("Apache-2.0", True)
    assert found.expression == "Apache-2.0"
    assert told({"COPYRIGHT.txt": HEADER, "LICENSE": MIT}).expression == "MIT"


FOR_LATER = """Moot is free software: you can redistribute it and/or modify it under the terms of the GNU
General Public License as published by the Free Software Foundation, either version 3 of the License, or
(at your option) any later version.
"""


@pytest.mark.parametrize(("text", "licence"), [(HEADER, "Apache-2.0"), (FOR_LATER, "GPL-3.0-or-later")])
def test_a_licence_file_may_hold_the_notice_alone(text: str, licence: str) -> None:
    found = told({"LICENSE": text})
    assert (found.expression, found.osi, found.texts[0].likeness) == (licence, True, None)
    assert told({"LICENSE-OAK": text, "LICENSE-MIT": MIT}).expression == ""


@pytest.mark.parametrize(
    "added",
    [
        "Whoever sells it has to ask first, and to say to whom.",
        "This is for schools that teach children how to saw planks out of oak.",
        "For non-commercial use only.",
        "Or under the MIT license.",
        "Or under the GNU General Public License version 2 or later.",
    ],
)
def test_a_notice_with_something_added_is_no_licence(added: str) -> None:
    assert told({"LICENSE": f"{HEADER}\n{added}\n"}).expression == ""


def test_several_licences_in_one_file_are_named() -> None:
    found = told({"LICENSE": f"{MIT}\n\nParts are from elsewhere:\n\n{text_of('Apache-2.0')}"})
    assert (found.expression, found.texts[0].holds) == ("", ("Apache-2.0", "MIT"))


def test_one_that_is_declared_and_stands_there_as_a_whole_holds() -> None:
    """Many projects keep the licences of what they copied in the same file."""
    both = f"{MIT}\n\nParts are from elsewhere:\n\n{text_of('Apache-2.0')}"
    assert told({"LICENSE": both, "Cargo.toml": CARGO.format("MIT")}).expression == "MIT"
    assert told({"LICENSE": both, "Cargo.toml": CARGO.format("ISC")}).expression == ""


def test_a_declared_licence_with_something_added_is_not_that_licence() -> None:
    """Such an addition is often a restriction, whatever the manifest says."""
    changed = MIT.replace(
        "THE SOFTWARE IS", "Nobody may sell it, host it or teach it for money. THE SOFTWARE IS"
    )
    assert told({"LICENSE": changed, "Cargo.toml": CARGO.format("MIT")}).expression == ""


def test_a_file_that_tells_a_story_takes_nothing_away() -> None:
    files = {"LICENSE": MIT, "COPYING.rst": "How we came to our licence is a long story."}
    assert told({**files, "Cargo.toml": CARGO.format("MIT")}).expression == "MIT"
    assert told(files).expression == ""
    story = {"LICENSE": MIT, "COPYRIGHT": "Ada and others, who license it under either of two licences."}
    assert told(story).expression == "MIT"


def test_a_program_is_no_licence() -> None:
    assert told({"rename-licence": "#!/bin/sh\nmv a b\n"}).said == ()


def test_the_licence_at_the_top_is_the_projects_where_the_others_are_of_single_files() -> None:
    files = {"LICENSE": MIT, "LICENSES/MIT.txt": MIT, "LICENSES/ISC.txt": text_of("ISC")}
    assert told(files).expression == "MIT"


def test_a_text_of_ones_own_is_known_by_its_name() -> None:
    found = told({"LICENSES/LicenseRef-Own.txt": "Ask me."})
    assert (found.expression, found.osi) == ("LicenseRef-Own", None)


def test_the_text_of_an_exception_is_no_licence_and_spoils_none() -> None:
    files = {
        "LICENSE": MIT,
        "LICENSES/MIT.txt": MIT,
        "LICENSES/LLVM-exception.txt": text_of("LLVM-exception"),
    }
    assert told(files).expression == "MIT"


def test_without_a_text_manifests_are_asked() -> None:
    assert told({"package.json": '{"license": "ISC"}'}).expression == "ISC"


def test_manifests_that_contradict_one_another_leave_it_open() -> None:
    assert told({"package.json": '{"license": "ISC"}', "Cargo.toml": CARGO.format("MIT")}).expression == ""


def test_last_the_readme_is_asked() -> None:
    assert told({"README.md": "## License\nMIT\n"}).expression == "MIT"


def test_nothing_said_is_nothing_known() -> None:
    found = told({"main.c": "int x;"})
    assert (found.said, found.expression, found.osi, found.fsf) == ((), "", None, None)


def test_a_text_that_is_not_in_the_clone_leaves_it_open() -> None:
    found = told({"LICENSE": None, "Cargo.toml": CARGO.format("MIT")})
    assert (found.unread, found.expression) == (("LICENSE",), "")


def test_a_link_inside_the_tree_is_read() -> None:
    files = {"LICENSE": "legal/mit.txt", "legal/mit.txt": MIT}
    assert told(files, links=("LICENSE",)).expression == "MIT"


@pytest.mark.parametrize("target", ["../outside", "/etc/passwd", "LICENSE", "\0"])
def test_a_link_elsewhere_is_left_alone(target: str) -> None:
    assert told({"LICENSE": target}, links=("LICENSE",)).said == ()


def test_too_many_texts_are_not_all_compared() -> None:
    files: dict[str, bytes | str | None] = {
        f"LICENSES/LicenseRef-{n}.txt": "word " * 80_000 for n in range(12)
    }
    found = told(files)
    assert len(found.unread) == 2
    assert found.expression == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("GPL-3.0", "GPL-3.0-or-later", True),
        ("MIT OR Apache-2.0", "Apache-2.0 OR MIT", True),
        ("MIT OR Apache-2.0", "MIT AND Apache-2.0", False),
        ("MIT", "Apache-2.0", False),
        ("GPL-2.0", "GPL-3.0", False),
        ("", "", False),
    ],
)
def test_what_means_the_same(one: str, other: str, same: bool) -> None:
    assert same_licence(one, other) is same


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("é".encode(), "é"),
        ("\ufeffé".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        ("é und ü".encode("cp1252"), "é und ü"),
        ("é".encode()[:1], "\ufffd"),
    ],
)
def test_encodings(content: bytes, text: str) -> None:
    assert decoded(content) == text


R_STUB = "YEAR: 2026\nCOPYRIGHT HOLDER: Ada Example\n"


@pytest.mark.parametrize(
    ("declared", "licence", "expression"),
    [
        ("MIT + file LICENSE", R_STUB, "MIT"),
        ("BSD_3_clause + file LICENCE", R_STUB + "ORGANIZATION: Boats\n", "BSD-3-Clause"),
        ("MIT + file LICENSE", R_STUB + "\nYou may not use it on Sundays.\n", ""),
        ("MIT", R_STUB, ""),
        ("file LICENSE", R_STUB, ""),
    ],
)
def test_what_r_leaves_to_fill_in_is_no_licence_and_takes_nothing_from_the_one_declared(
    declared: str, licence: str, expression: str
) -> None:
    found = told({"DESCRIPTION": f"Package: moot\nLicense: {declared}\n", "LICENSE": licence})
    assert found.expression == expression
