"""Code that a build made and somebody committed."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, places, words
from checks.trees import ground
from folkmoot.checks.osps._binaries import libraries, programs
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
ELF = b"\x7fELF\x02\x01\x01"


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("moot.exe", b"MZ\x90\0"),
        ("moot.deb", b"!<arch>\ndebian"),
        ("moot.rpm", b"\xed\xab\xee\xdb"),
        ("moot.apk", b"PK\x03\x04"),
        ("moot.msi", b"\xd0\xcf\x11\xe0"),
        ("Moot.class", b"\xca\xfe\xba\xbe"),
        ("moot.pkg", b"xar!"),
        ("moot.crx", b"Cr24"),
        ("moot.pyc", b"\xa7\r\r\n\0"),
        ("MOOT.EXE", b"MZ"),
    ],
)
def test_programs(path: str, content: bytes) -> None:
    found = programs(ground({path: content}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (NO, f"{path} is a program that somebody built.")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("moot.so", ELF),
        ("moot.dylib", b"\xcf\xfa\xed\xfe"),
        ("moot.dylib", b"\xce\xfa\xed\xfe"),
        ("moot.a", b"!<arch>\n"),
        ("moot.wasm", b"\0asm"),
        ("moot.dex", b"dex\n035"),
        ("moot.swf", b"CWS"),
        ("moot.whl", b"PK\x03\x04"),
        ("moot.o", b"\0\x01"),
    ],
)
def test_libraries_are_code_and_no_programs(path: str, content: bytes) -> None:
    found = libraries(ground({path: content}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (NO, f"{path} is code that nobody can review.")
    others = programs(ground({path: content}))
    assert others is not None
    assert others.outcome is YES


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("firmware.bin", b"a table of numbers"),
        ("rules.com", b"only text"),
        ("notes.pyc", b"only text"),
        ("moot.so", b"INPUT(moot.so.1)\n"),
        ("moot.so", b""),
        ("moot.png", ELF),
        ("gradle/wrapper/gradle-wrapper.jar", b"PK\x03\x04"),
        ("maven-wrapper.jar", b"PK\x03\x04"),
    ],
)
def test_what_is_no_built_code(path: str, content: bytes) -> None:
    for found in (programs(ground({path: content})), libraries(ground({path: content}))):
        assert found is not None
        assert (found.outcome, say(found.text)) == (YES, "None. Files looked at: 1.")


def test_a_link_is_no_file_of_its_own() -> None:
    found = libraries(ground({"moot.so": ELF}, links={"moot.so"}))
    assert found is not None
    assert found.outcome is YES


def test_the_size_and_whether_it_is_for_tests_stand_beside_each() -> None:
    finding = asked("QA-05.02", {"moot.so": ELF, "tests/moot.so": ELF + b"\0"})
    assert places(finding) == ["moot.so", "tests/moot.so"]
    assert "moot.so 7 bytes." in words(finding)
    assert "tests/moot.so For tests, 8 bytes." in words(finding)


@pytest.mark.parametrize(
    "folder", ["tests", "a/testdata", "spec", "fixtures", "__tests__", "Examples", "test-data"]
)
def test_what_only_tests_hold_a_person_judges(folder: str) -> None:
    found = libraries(ground({f"{folder}/moot.so": ELF}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (
        UNKNOWN,
        f"Only tests hold such files, {folder}/moot.so first.",
    )


@pytest.mark.parametrize("folder", ["latest", "contests", "specification"])
def test_a_folder_whose_name_only_holds_the_word_is_none_of_tests(folder: str) -> None:
    found = libraries(ground({f"{folder}/moot.so": ELF}))
    assert found is not None
    assert found.outcome is NO


def test_files_that_are_not_in_the_clone_are_counted_and_decide_nothing() -> None:
    found = libraries(ground({"a.so": None, "b.so": None, "c.txt": b"x"}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (
        UNKNOWN, "Files with names of programs or libraries that are not in this clone: 2.",
    )  # fmt: skip
