"""Every fuzzer is known by one line of source."""

import pytest

from folkmoot.checks.scorecard._fuzzers import FUZZERS, fuzzer_for, lines_of

LINES = {
    "GoBuiltInFuzzer": ("a_test.go", b"func FuzzReverse(f *testing.F) {"),
    "ErlangPropertyBasedTesting": ("a.hrl", b'-include_lib("proper/include/proper.hrl").'),
    "HaskellPropertyBasedTesting": ("a.hs", b"import qualified Test.Tasty.QuickCheck as Q"),
    "ElixirPropertyBasedTesting": ("a.exs", b"  use ExUnitProperties"),
    "GleamPropertyBasedTesting": ("a.gleam", b"import qcheck"),
    "JavaScriptPropertyBasedTesting": ("a.jsx", b"const fc = require( 'fast-check' )"),
    "TypeScriptPropertyBasedTesting": ("a.ts", b'import fc from "@fast-check/vitest"'),
    "PythonAtherisFuzzer": ("a.py", b"import atheris"),
    "CLibFuzzer": ("a.c", b"int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)"),
    "CppLibFuzzer": ("a.CC", b'extern "C" int LLVMFuzzerTestOneInput(const uint8_t *d, size_t s)'),
    "RustCargoFuzzer": ("a.rs", b"use libfuzzer_sys::fuzz_target;"),
    "JavaJazzerFuzzer": ("A.java", b"import com.code_intelligence.jazzer.api.FuzzedDataProvider;"),
    "SwiftLibFuzzer": ("a.swift", b'@_cdecl("LLVMFuzzerTestOneInput")'),
    "CSharpPropertyBasedTesting": ("a.cs", b"using FsCheck.Xunit;"),
    "FSharpPropertyBasedTesting": ("a.fs", b"open Expecto.ExpectoFsCheck"),
}


def test_every_fuzzer_has_an_example() -> None:
    assert list(LINES) == [fuzzer.name for fuzzer in FUZZERS]


@pytest.mark.parametrize("name", LINES)
def test_a_line_shows_the_fuzzer_with_its_number(name: str) -> None:
    path, line = LINES[name]
    sought = fuzzer_for("." + path.partition(".")[2], path)
    assert sought
    assert sought[0].name == name
    assert lines_of(sought[0], b"first\n\n" + line + b"\r\nlast") == [3]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("a_test.go", b"func FuzzReverse(t *testing.T)"), ("a_test.go", b"func Fuzz\n(f *testing.F)"),
        ("a.py", b"import hypothesis"), ("a.js", b"const fc = require('faster-check')"),
        ("a.cs", b"using FsCheck"), ("a.hs", b"import Test.HUnit"),
    ],
)  # fmt: skip
def test_other_lines_show_nothing(path: str, line: bytes) -> None:
    sought = fuzzer_for("." + path.partition(".")[2], path)
    assert sought
    assert lines_of(sought[0], line) == []


@pytest.mark.parametrize("path", ["a.go", "a.h", "a.txt", "Makefile", "test.go"])
def test_other_files_are_not_searched(path: str) -> None:
    assert fuzzer_for("." + path.partition(".")[2], path) is None


@pytest.mark.parametrize("piece", [b"func Fuzz", b"import ", b"require( ", b"use  " * 50])
def test_long_lines_take_no_time(piece: bytes) -> None:
    for fuzzer in FUZZERS:
        assert lines_of(fuzzer, piece * 5_000 + fuzzer.word + b" " * 50_000 + piece) in ([], [1])
