"""Licences that are said where no file has a usual name."""

import pytest

from checks.trees import ground, tree
from folkmoot.checks.community.licence import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

DEED = "Words.\n\nCopyright\n=========\n\nThis document is placed in the public domain.\n"


def collection(stating: int, silent: int, more: int = 0) -> dict[str, bytes | str | None]:
    told: dict[str, bytes | str | None] = {f"texts/{number:03}.rst": DEED for number in range(stating)}
    told |= {f"texts/{number:03}.rst": "Words.\n" for number in range(stating, stating + silent)}
    return told | {f"src/{number}.py": "x = 1\n" for number in range(more)}


def test_a_collection_of_documents_that_say_it_themselves_needs_no_file() -> None:
    finding = CHECK.decide(ground(collection(60, 5)))
    assert finding.outcome is Outcome.YES
    assert str(finding.evidence[0]) == "Each document says it itself, such as texts/000.rst."
    assert not finding.remedy


@pytest.mark.parametrize(("stating", "silent", "more"), [(30, 30, 0), (60, 0, 90), (12, 0, 0)])
def test_few_documents_or_half_of_them_say_nothing_for_all(stating: int, silent: int, more: int) -> None:
    assert CHECK.decide(ground(collection(stating, silent, more))).outcome is Outcome.NO


def test_what_stands_in_the_middle_of_a_document_is_about_something_else() -> None:
    about = "It is licensed under the terms of the day.\n" + "Words.\n" * 1000
    files = {f"texts/{number:03}.md": about for number in range(40)}
    assert CHECK.decide(ground(files)).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("readme", "line"),
    [
        ("# Moot\n\n## License\n\nThis is under the [PDDL](https://oak.example/).\n", 3),
        ("Moot\n====\n\nCopyright and licence\n---------------------\n\nMIT\n", 4),
        ("# Moot\n\n## Licence\n\n## Thanks\n\nTo Ada.\n", 0),
        ("# Moot\n\nLicensed to nobody.\n", 0),
    ],
)
def test_a_section_of_the_readme_is_no_text_and_the_advice_begins_with_it(readme: str, line: int) -> None:
    found = CHECK.decide(tree(contents={"README.md": readme.encode()}))
    assert found.outcome is Outcome.NO
    spoken = [f"README.md:{line} speaks of the licence."] if line else []
    assert [say(each) for each in found.evidence[1:]] == spoken
    assert say(found.remedy).startswith(
        "If a licence is named there" if line else "Agree with the other authors"
    )


@pytest.mark.parametrize(("naming", "is_told"), [(6, True), (5, True), (3, False)])
def test_headers_of_source_files_are_no_text_either(naming: int, is_told: bool) -> None:
    header = b"// Distributed under the Moot\n// Software License, Version 1.0.\n"
    held = {f"include/{n}.hpp": header if n < naming else b"// Ada\n" for n in range(6)}
    found = CHECK.decide(tree(contents=held))
    assert found.outcome is Outcome.NO
    told = ["Most source files name a licence in their headers, such as include/0.hpp."] if is_told else []
    assert [say(each) for each in found.evidence[1:]] == told


def test_a_few_source_files_tell_nothing_of_the_whole() -> None:
    held = {f"{n}.c": b"/* SPDX-License-Identifier: MIT */\n" for n in range(4)}
    assert len(CHECK.decide(tree(contents=held)).evidence) == 1


def test_a_manifest_that_names_a_licence_is_no_text_but_no_silence() -> None:
    """Nobody is told that the work may not be used where its package says under which terms it may."""
    found = CHECK.decide(tree(contents={"DESCRIPTION": b"Package: moot\nLicense: GPL-2\n"}))
    assert found.outcome is Outcome.NO
    assert say(found.evidence[1]) == "DESCRIPTION:2 names GPL-2.0."
    assert say(found.why).startswith("Where a licence is only named")
    silent = CHECK.decide(tree(contents={"DESCRIPTION": b"Package: moot\nLicense: file TERMS\n"}))
    assert len(silent.evidence) == 1


def test_a_link_of_the_readme_that_names_the_licence_is_no_text_either() -> None:
    link = '<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/deed.zh"><img></a>'
    found = CHECK.decide(tree(contents={"README.md": f"# Moot\n\n## 声明\n\n{link}\n".encode()}))
    assert found.outcome is Outcome.NO
    assert say(found.evidence[-1]) == "README.md:5 names CC-BY-NC-4.0."


def test_a_section_in_another_language_speaks_of_it_too() -> None:
    found = CHECK.decide(tree(contents={"README.md": "# Moot\n\n## 许可证\n\n木兰宽松许可证\n".encode()}))
    assert say(found.evidence[-1]) == "README.md:3 speaks of the licence."
