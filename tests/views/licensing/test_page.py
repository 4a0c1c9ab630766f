"""The page on licences, in every format."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.page import Report
from folkmoot.render import formats, render
from folkmoot.views.licensing.page import licences_page
from views.licensing.trees_of_licences import MIT, licensing, text_of

WRONG = {"LICENSE": MIT, "Cargo.toml": '[package]\nname = "m"\nlicense = "ISC"\n'}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"LICENSE": MIT}, "The licence is MIT, and nothing contradicts it."),
        (WRONG, "The licence is MIT; things that want a decision: 1."),
        (
            {"LICENSE": MIT, "a.c": "// SPDX-License-Identifier: GPL-2.0-only\n"},
            "The licence of the whole is MIT. Single files that state another: 1.",
        ),
        (
            {"LICENSE": MIT, "a.c": "// SPDX-License-Identifier: GPL-2.0-only OR ISC\n"},
            "The licence of the whole is MIT. Single files that state another: 1.",
        ),
        (
            {"LICENSE": MIT, "a.c": "// SPDX-License-Identifier: MIT\n"},
            "The licence is MIT, and nothing contradicts it.",
        ),
        (
            {"LICENSE": MIT, "p/package.json": '{"name": "p", "license": "ISC"}'},
            "The licence of the whole is MIT. Packages here that state another: 1.",
        ),
        (
            {
                "LICENSE": MIT,
                "p/package.json": '{"name": "p", "license": "ISC"}',
                "a.c": "// SPDX-License-Identifier: GPL-2.0-only\n",
            },
            "The licence of the whole is MIT. Packages here that state another: 1; single files: 1.",
        ),
        ({"LICENSE": "Ask me."}, "Which licence holds is not clear."),
        (
            {"LICENSE": f"One is for the text, one for code.\n\n{MIT}\n\n{text_of('ISC')}"},
            "Several licences stand in LICENSE; which is for what, only its own words tell.",
        ),
        ({}, "No licence file, manifest or README states a licence."),
        ({"LICENSE": None}, "The licence files are not in this clone, so which licence holds is not known."),
    ],
)
def test_the_first_sentence(files: dict[str, str | None], words: str) -> None:
    assert say(licences_page(licensing(files)).lede) == words


def test_what_wants_a_decision_stands_above_the_rest() -> None:
    panels = [panel.id for panel in licences_page(licensing(WRONG)).panels]
    assert panels == [
        "licences-stated",
        "licences-contradictions",
        "licences-headers",
        "licences-dependencies",
    ]


@pytest.mark.parametrize("form", sorted(formats()))
def test_words_of_strangers_are_harmless_in_every_format(form: str) -> None:
    evil = '\x1b[31m<script>alert(1)</script>=cmd|"\u202e'
    files = {
        "LICENSE": evil,
        "package.json": '{"license": "<script>alert(2)</script>"}',
        evil.replace("/", "_"): "x",
    }
    text = render(Report("moot", "2026-01-01T00:00:00Z", (licences_page(licensing(files)),)), form)
    assert "\x1b[31m" not in text
    assert form == "json" or "\u202e" not in text  # JSON is for machines, and says exactly what stands there
    assert form in {"json", "csv", "text"} or "<script>alert" not in text
