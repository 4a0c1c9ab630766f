"""What a README says about the licence."""

from __future__ import annotations

import pytest

from folkmoot.licences.readme import named_in, said_in
from licences.licence_texts import MIT


def stated(text: str) -> str | None:
    said = said_in("README.md", text)
    return None if said is None else said.expression


@pytest.mark.parametrize(
    "text",
    [
        "# Moot\n\n## License\n\nMIT\n",
        "# Moot\n\n## Licence\n\nReleased under the [MIT License](LICENSE).\n\n## Thanks\nApache-2.0\n",
        "Moot\n====\n\nLicense\n-------\n\nThe MIT License (MIT), see LICENSE\n",
        "= Moot\n\n== Licensing\n\nExpat\n",
        f"# Moot\n\n### License\n\n{MIT}",
    ],
)
def test_a_section_states_the_licence(text: str) -> None:
    assert stated(text) == "MIT"


@pytest.mark.parametrize(
    "text",
    [
        "MIT and Apache-2.0",
        "The sources are MIT, the pictures CC-BY-4.0.",
        "MIT, Apache-2.0 or ISC, at your option",
        "GPL-2.0 or (at your option) any later version; parts are MIT.",
        "MIT / BSD",
        "MIT/BSD",
        "The code is MIT, the fonts are under the GPL.",
    ],
)
def test_several_names_make_no_statement(text: str) -> None:
    assert stated(f"## License\n\n{text}") == ""


@pytest.mark.parametrize(
    "text",
    [
        "MIT or Apache-2.0, at your option",
        "Licensed under either of\n\n* Apache License, Version 2.0 ([text](A))\n* MIT license\n",
        "This project is dual-licensed under the Apache-2.0 license or the MIT license.",
    ],
)
def test_two_that_are_offered_to_choose_from_are_a_choice(text: str) -> None:
    assert stated(f"## License\n\n{text}") == "Apache-2.0 OR MIT"


def test_only_the_section_is_asked() -> None:
    assert stated("## Use\n\nMIT\n\n## License\n\nSee the file.\n\n## See also\n\nApache-2.0") == ""


def test_a_readme_without_a_section_says_nothing() -> None:
    assert stated("# Moot\n\nMIT") is None


def test_the_line_of_the_heading_is_told() -> None:
    said = said_in("README.md", "# Moot\n\n## License\n\nMIT\n")
    assert said is not None
    assert (said.line, said.words) == (3, "MIT")


@pytest.mark.parametrize("text", ["permitted", "vim", "the curl of Python", "MIT-like", "GPL"])
def test_everyday_words_name_no_licence(text: str) -> None:
    assert named_in(text) == ()


@pytest.mark.parametrize("piece", ["# License\n", "#", "\n---\n", "License\n", "[", "MIT "])
def test_texts_made_to_be_slow_are_read(piece: str) -> None:
    assert said_in("README", piece * 40_000) is None or stated(piece * 40_000) in ("", "MIT")


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("BSD (BSD-3-Clause), see LICENSE", "BSD-3-Clause"),
        ("AGPL-3.0, a stronger GPL", "AGPL-3.0"),
        ("MIT, a GPL-compatible licence", "MIT"),
        ("[MIT](https://oak.example/bsd/BSD), see [the file](licences/gpl)", "MIT"),
        ("MIT, not of the Apache Software Foundation", "MIT"),
    ],
)
def test_the_family_of_the_licence_itself_is_no_other_one(text: str, licence: str) -> None:
    assert stated(f"## License\n\n{text}") == licence


@pytest.mark.parametrize(
    "heading",
    ["Lizenz", "Licencia", "Licença", "Licenza", "Лицензия", "ライセンス", "라이선스", "许可证", "開源協議",
     "授权协议", "📄 使用許可", "الترخيص", "लाइसेंस", "Lisans", "Licence d'utilisation"],
)  # fmt: skip
def test_a_section_in_another_language_states_it_too(heading: str) -> None:
    assert stated(f"# Moot\n\n## {heading}\n\nMIT\n") == "MIT"


@pytest.mark.parametrize(
    "heading", ["Licenciado en Moot", "Lisansüstü", "Обзор", "使用方法", "协作", "协议", "授权"]
)
def test_other_words_head_no_such_section(heading: str) -> None:
    assert stated(f"# Moot\n\n## {heading}\n\nMIT\n") is None


@pytest.mark.parametrize(
    ("address", "licence"),
    [
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/deed.zh", "CC-BY-NC-ND-4.0"),
        ("http://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
        ("https://www.creativecommons.org/licenses/by-sa/3.0/legalcode", "CC-BY-SA-3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
    ],
)
def test_the_address_of_a_deed_names_a_licence(address: str, licence: str) -> None:
    assert stated(f"## License\n\nThe text is [free]({address}).\n") == licence
    link = f'<a rel="license" href="{address}"><img></a>'
    assert stated(f'# Moot\n\nBy {link}, and\n<a href="x">y</a>.\n') == licence


@pytest.mark.parametrize(
    "text",
    [
        "By [free](https://creativecommons.org/licenses/by/4.0/) pictures.",
        '<a href="https://creativecommons.org/licenses/by/4.0/">Pictures</a>',
        '<a rel="license" href="https://moot.example/terms">Terms</a>',
        '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">A</a><a rel="license">MIT</a>',
    ],
)
def test_links_that_are_not_marked_or_not_one_state_nothing(text: str) -> None:
    assert stated(f"# Moot\n\n{text}\n") is None


def test_a_deed_of_one_country_is_none_of_the_general_ones() -> None:
    assert named_in("https://creativecommons.org/licenses/by/3.0/us/") == ()


NOTICE = """Copyright (C) 2020 Ada Oak

This program is free software; you can redistribute it and/or modify
it under the terms of the GNU General Public License as published by
the Free Software Foundation; either version 3 of the License, or
(at your option) any later version.

A copy of the GNU General Public License is in the top directory of the official distribution, and on the web.
"""


def test_the_notice_of_a_licence_names_it_among_other_paragraphs() -> None:
    assert stated(f"# License\n\n{NOTICE}") == "GPL-3.0-or-later"
    assert stated(f"# License\n\nGPLv3+\n\n{NOTICE}") == "GPL-3.0-or-later"


@pytest.mark.parametrize(
    "more",
    [
        "libmoot is licensed under LGPLv3+.",
        "The library is under the GNU Lesser General Public License.",
        "The fonts are under the Apache License.",
    ],
)
def test_a_notice_beside_another_licence_makes_no_statement(more: str) -> None:
    assert stated(f"# License\n\n{NOTICE}\n{more}\n") == ""


def test_the_terms_of_perl_are_a_choice_of_two() -> None:
    text = "This library is free software; you may redistribute it under the same terms as Perl itself."
    assert stated(f"# Copyright\n\n# License\n\n{text}\n") == "Artistic-1.0-Perl OR GPL-1.0-or-later"
    assert stated(f"# License\n\n{text} The fonts are MIT.\n") != "Artistic-1.0-Perl OR GPL-1.0-or-later"
