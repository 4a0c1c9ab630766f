"""How Scorecard knows fuzzers by the source of programs: a pattern that one line of a file must hold.

https://github.com/ossf/scorecard/blob/main/checks/raw/fuzzing.go
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Fuzzer:
    """One kind of fuzzing. `endings` are those of file names in lower case, in the engine's order.

    `word` must be somewhere in the file for `line` to be found in one of its lines.
    """

    name: str
    endings: tuple[str, ...]
    word: bytes
    line: re.Pattern[bytes]


def _fuzzer(name: str, endings: str, word: bytes, line: bytes) -> Fuzzer:
    # Go's \s does not hold the vertical tab.
    return Fuzzer(name, tuple(endings.split()), word, re.compile(line.replace(rb"\s", rb"[\t\n\f\r ]")))


ENTRY = b"LLVMFuzzerTestOneInput"
FAST_CHECK = (
    rb"""(from\s+['"](fast-check|@fast-check/(ava|jest|vitest))['"]|"""
    rb"""require\(\s*['"](fast-check|@fast-check/(ava|jest|vitest))['"]\s*\))"""
)
FUZZERS = (
    _fuzzer("GoBuiltInFuzzer", "_test.go", b"Fuzz", rb"func\s+Fuzz\w+\s*\(\w+\s+\*testing.F\)"),
    _fuzzer(
        "ErlangPropertyBasedTesting", ".erl .hrl", b"-include_lib(",
        rb'-include_lib\("(eqc|proper)/include/(eqc|proper).hrl"\)\.',
    ),
    _fuzzer(
        "HaskellPropertyBasedTesting", ".hs .lhs", b"Test.",
        rb"import\s+(qualified\s+)?Test\.((Hspec|Tasty)\.)?(QuickCheck|Hedgehog|Validity|SmallCheck)",
    ),
    _fuzzer("ElixirPropertyBasedTesting", ".ex .exs", b"use", rb"use\s+(PropCheck|ExUnitProperties)"),
    _fuzzer("GleamPropertyBasedTesting", ".gleam", b"qcheck", rb"import\s+qcheck"),
    _fuzzer("JavaScriptPropertyBasedTesting", ".js .jsx", b"fast-check", FAST_CHECK),
    _fuzzer("TypeScriptPropertyBasedTesting", ".ts .tsx", b"fast-check", FAST_CHECK),
    _fuzzer("PythonAtherisFuzzer", ".py", b"import atheris", rb"import atheris"),
    _fuzzer("CLibFuzzer", ".c", ENTRY, ENTRY),
    _fuzzer("CppLibFuzzer", ".cc .cpp", ENTRY, ENTRY),
    _fuzzer("RustCargoFuzzer", ".rs", b"libfuzzer_sys", rb"libfuzzer_sys"),
    _fuzzer(
        "JavaJazzerFuzzer", ".java", b"FuzzedDataProvider;",
        rb"com.code_intelligence.jazzer.api.FuzzedDataProvider;",
    ),
    _fuzzer("SwiftLibFuzzer", ".swift", ENTRY, ENTRY),
    _fuzzer(
        "CSharpPropertyBasedTesting", ".cs", b"FsCheck",
        rb"(using\s+(FsCheck|FsCheck\.(NUnit|Xunit)|Expecto\.ExpectoFsCheck));",
    ),
    _fuzzer(
        "FSharpPropertyBasedTesting", ".fs", b"FsCheck",
        rb"(open\s+(FsCheck|FsCheck\.(NUnit|Xunit)|Expecto\.ExpectoFsCheck))",
    ),
)  # fmt: skip
BY_ENDING = {ending: fuzzer for fuzzer in FUZZERS for ending in fuzzer.endings}


def fuzzer_for(suffix: str, name: str) -> tuple[Fuzzer, str] | None:
    """Give the fuzzer to look for, and the ending that says so, by the end and the name of a file."""
    low = suffix.lower()
    if low == ".go":
        low = "_test.go" if name.lower().endswith("_test.go") else ""
    fuzzer = BY_ENDING.get(low)
    return (fuzzer, low) if fuzzer else None


def lines_of(fuzzer: Fuzzer, content: bytes) -> list[int]:
    """Give the lines, from 1, that show the fuzzer."""
    if fuzzer.word not in content:
        return []
    lines = enumerate(content.split(b"\n"), start=1)
    return [number for number, line in lines if fuzzer.word in line and fuzzer.line.search(line)]
