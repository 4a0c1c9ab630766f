"""A licence is known by the name of its file alone, as Scorecard knows it."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.license import CHECK, licence_named
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.scorecard import Scored, debug, info, warn

NOT_APPROVED = warn("project license file does not contain an FSF or OSI license.")


def scored(*paths: str) -> Scored:
    found = finding(*paths).scored
    assert found
    return found


def finding(*paths: str) -> Finding:
    return CHECK.decide(ground(dict.fromkeys(paths, "text")))


def test_a_plain_name_holds_nine_and_is_fine() -> None:
    there = info("project has a license file", "LICENSE")
    assert scored("LICENSE") == Scored("License", 9, "license file detected", (there, NOT_APPROVED))
    assert finding("LICENSE").outcome is Outcome.YES


def test_an_approved_id_in_the_name_holds_ten() -> None:
    assert scored("LICENSES/Apache-2.0.txt").details == (
        info("project has a license file", "LICENSES/Apache-2.0.txt"),
        info("FSF or OSI recognized license: Apache License 2.0", "LICENSES/Apache-2.0.txt"),
    )
    assert scored("LICENSES/Apache-2.0.txt").score == 10


def test_without_a_file_the_answer_is_no() -> None:
    missing = "project does not have a license file"
    expected = Scored("License", 0, "license file not detected", (warn(missing), debug(missing)))
    assert scored("README.md", "src/LICENSE") == expected
    assert finding("README.md").outcome is Outcome.NO


def test_the_first_file_of_the_walk_counts() -> None:
    assert scored("LICENSE", "COPYING").details[0] == info("project has a license file", "COPYING")


@pytest.mark.parametrize(
    ("path", "spdx"),
    [
        ("license", ""), ("LICENCE.md", ""), ("COPYING", ""), ("Copyright.txt", ""), ("PATENTS", ""),
        ("LICENSE-MIT", "MIT"), ("MIT-LICENSE.txt", "MIT"), ("GPL-3.0-LICENSE", "GPL-3.0"),
        ("LICENSE.Apache-2.0", "Apache-2.0"), ("UNLICENSE", "UNLICENSE"), ("LICENSE/GPL-3.0.md", "GPL-3.0"),
        ("0BSD-LICENSE-GPL-2.0.txt", "0BSD"),
    ],
)  # fmt: skip
def test_names_that_count_and_their_ids(path: str, spdx: str) -> None:
    assert licence_named(path) == (path, spdx)


@pytest.mark.parametrize(
    "path",
    ["src/LICENSE", ".LICENSE", "LICENSE.py", "LICENSE copy.txt", "licensing.md", "README"],
)
def test_names_that_do_not_count(path: str) -> None:
    assert licence_named(path) is None


@pytest.mark.parametrize("length", [200, 100_000])
@pytest.mark.parametrize("end", ["", " LICENSE", "-LICENSE?"])
def test_long_names_take_no_time(length: int, end: str) -> None:
    """Without a bound such a name takes longer than the age of the universe."""
    found = licence_named("a1-" * (length // 3) + end)
    assert found is None or length == 200
