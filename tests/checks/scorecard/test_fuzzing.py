"""Fuzzing as far as files show it."""

from checks.trees import ground
from folkmoot.checks.scorecard.fuzzing import CHECK
from folkmoot.model.check import Outcome
from folkmoot.model.scorecard import Scored, info, warn

GO = "func FuzzA(f *testing.F) {}\n"
C = "int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { return 0; }\n"


def test_a_fuzz_test_is_told_with_its_place() -> None:
    told = (info("GoBuiltInFuzzer integration found", "pkg/a_test.go", 2),)
    expected = Scored("Fuzzing", 10, "project is fuzzed", told)
    assert CHECK.decide(ground({"pkg/a_test.go": "package a\n" + GO})).scored == expected


def test_nothing_found_is_unknown_because_oss_fuzz_keeps_its_own_list() -> None:
    finding = CHECK.decide(ground({"a.py": "x = 1"}))
    assert finding.outcome is Outcome.UNKNOWN
    told = (warn("no fuzzer integrations found"),)
    assert finding.scored == Scored("Fuzzing", 0, "project is not fuzzed", told)


def test_what_suggests_fuzzing_is_named() -> None:
    for path in ("fuzz/parse.go", ".github/workflows/fuzz.yml", "tools/fuzzers/a.rs"):
        finding = CHECK.decide(ground({path: "x"}))
        assert finding.outcome is Outcome.UNKNOWN
        assert str(finding.spots[0].what).startswith(f"{path} suggests that it is fuzzed")


def test_a_workflow_that_runs_what_oss_fuzz_keeps_shows_fuzzing() -> None:
    """CIFuzz works for projects of OSS-Fuzz only; the score stays what Scorecard gives for files."""
    step = "      - uses: google/oss-fuzz/infra/cifuzz/actions/run_fuzzers@master\n"
    flow = "on: [pull_request]\njobs:\n  fuzzing:\n    steps:\n"
    finding = CHECK.decide(ground({".github/workflows/cifuzz.yml": flow + step}))
    assert finding.outcome is Outcome.YES
    assert [spot.place for spot in finding.spots] == [".github/workflows/cifuzz.yml:5"]
    assert finding.scored
    assert finding.scored.score == 0
    assert CHECK.decide(ground({".github/workflows/x.yml": flow})).outcome is Outcome.UNKNOWN
    gone = CHECK.decide(ground({".github/workflows/x.yml": None}))
    assert "OSS-Fuzz" in str(gone.spots[0].what)


def test_a_word_that_begins_like_it_suggests_nothing() -> None:
    assert str(CHECK.decide(ground({"src/fuzzy.py": "x"})).spots[0].what).startswith("No file shows fuzzing.")


def test_cluster_fuzz_lite_counts_when_its_dockerfile_does_something() -> None:
    told = (info("ClusterFuzzLite integration found"),)
    scored = CHECK.decide(ground({".clusterfuzzlite/Dockerfile": "# base\n\nFROM gcr.io/base\n"})).scored
    assert scored == Scored("Fuzzing", 10, "project is fuzzed", told)
    scored = CHECK.decide(ground({".clusterfuzzlite/Dockerfile": "# nothing\n\n"})).scored
    assert scored
    assert scored.score == 0


def test_of_two_endings_the_first_is_told_twice_as_scorecard_does() -> None:
    scored = CHECK.decide(ground({"a.cc": C, "b.cpp": C})).scored
    assert scored
    assert [each.path for each in scored.details] == ["a.cc", "a.cc", "b.cpp"]


def test_what_is_told_twice_is_one_spot() -> None:
    assert [each.path for each in CHECK.decide(ground({"a.cc": C, "b.cpp": C})).spots] == ["a.cc", "b.cpp"]


def test_test_data_is_left_out() -> None:
    scored = CHECK.decide(ground({"testdata/a_test.go": GO})).scored
    assert scored
    assert scored.score == 0


def test_a_source_that_is_not_in_the_clone_is_named() -> None:
    scored = CHECK.decide(ground({"a.c": None, "b.txt": None})).scored
    assert scored == Scored("Fuzzing", -1, "the content of a.c is not in this clone")


def test_what_is_not_known_says_where_to_look() -> None:
    (spot,) = CHECK.decide(ground({"a.py": "x = 1"})).spots
    assert "OSS-Fuzz" in str(spot.what)
