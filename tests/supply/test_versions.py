"""Each ecosystem's own order of versions, whatever strings come."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.supply.versions import LONGEST, compare, key_of, orders
from supply.version_chains import chains

CHAINS = list(chains(Path(__file__).with_name("version_chains.txt")))
ECOSYSTEMS = sorted({order: name for name, order in sorted(orders().items(), reverse=True)}.values())
"""One ecosystem for each order: the first by name."""
# Where a packaging system's own order goes round in circles with qualifiers, numbers alone do not.
WORDS = {
    "Maven": st.sampled_from(
        ["-alpha", "-beta", "-rc", "-SNAPSHOT", "-sp", "-x", "-1", "-10", ".1", ".2", ".10"]
    ),
    "Packagist": st.sampled_from(["-dev", "a", "beta", "RC1", "pl1", ".1", ".0", ".10", "+x", "_2", "foo"]),
}
ANY_WORDS = st.sampled_from(
    ["0", "1", "2", "10", "01", ".", "..", "-", "_", "+", "~", "^", ":", "!", "v", "a", "b", "rc", "alpha",
     "dev", "post", "p", "_p1", "-r1", "_rc2", "~ab", "X", "é", "١", "\x00", " "]
)  # fmt: skip


def versions(ecosystem: str) -> st.SearchStrategy[str]:
    if ecosystem in WORDS:
        return st.lists(WORDS[ecosystem], max_size=4).map(lambda words: "1" + "".join(words))
    return st.lists(ANY_WORDS, max_size=7).map("".join)


def test_every_pair_of_every_chain_is_in_order() -> None:
    wrong = [each for each in CHAINS if compare(each[0], each[1], each[3]) != each[2]]
    assert wrong == []
    assert len(CHAINS) > 2400


def test_every_order_has_a_chain() -> None:
    shown = {orders()[ecosystem] for ecosystem, *_ in CHAINS}
    assert shown == set(orders().values())


@pytest.mark.parametrize("ecosystem", ECOSYSTEMS)
@given(st.data())
def test_comparing_is_the_same_the_other_way_round(ecosystem: str, data: st.DataObject) -> None:
    one, other = data.draw(st.tuples(st.text(max_size=30), st.text(max_size=30)))
    there, back = compare(ecosystem, one, other), compare(ecosystem, other, one)
    assert there is back is None or (there is not None and back is not None and there == -back)


@pytest.mark.parametrize("ecosystem", ECOSYSTEMS)
@given(st.data())
def test_three_versions_never_go_round_in_a_circle(ecosystem: str, data: st.DataObject) -> None:
    named = data.draw(st.lists(versions(ecosystem), min_size=3, max_size=6))
    keys = sorted(key for each in named if (key := key_of(ecosystem, each)) is not None)
    assert all(one <= other and not other < one for one, other in combinations(keys, 2))


@pytest.mark.parametrize("ecosystem", ECOSYSTEMS)
def test_a_version_as_long_as_it_may_be_is_compared_and_a_longer_one_is_not(ecosystem: str) -> None:
    for piece in ("1", "1.", "a", "1a", "a1", "-", ".", "~", "_p", "1-", "0.", "+a", "9" * 50):
        most = (piece * LONGEST)[:LONGEST]
        assert compare(ecosystem, most, most) in {0, None}
        assert compare(ecosystem, most + "1", most) is None


def test_an_ecosystem_without_an_order_compares_nothing() -> None:
    assert compare("Nowhere", "1", "2") is None


def test_a_release_of_a_distribution_has_the_order_of_all() -> None:
    assert compare("Debian:12", "1.0-1", "1.0-2") == -1
    assert compare("Alpine:v3.20", "1.0-r1", "1.0-r10") == -1


@pytest.mark.parametrize(
    ("ecosystem", "version"),
    [
        ("npm", "latest"),
        ("CRAN", "1.x"),
        ("CRAN", "1.²"),
        ("Debian", "one:1"),
        ("RubyGems", "..."),
        ("npm", ""),
    ],
)
def test_what_is_no_version_is_not_compared(ecosystem: str, version: str) -> None:
    assert key_of(ecosystem, version) is None


def test_digits_of_other_scripts_are_no_numbers() -> None:
    assert compare("Red Hat", "1.١", "1.") == 0


def test_maven_goes_round_in_a_circle_and_so_does_its_order_here() -> None:
    """What a repository manager would say of two versions counts: 2.9.0 < 2.9.0-1 < 2.9.0.RC1 < 2.9.0."""
    circle = ["2.9.0", "2.9.0-1", "2.9.0.RC1", "2.9.0"]
    assert [compare("Maven", one, other) for one, other in pairwise(circle)] == [-1, -1, -1]


def test_the_sign_that_stands_for_any_number_is_equal_to_each() -> None:
    assert [compare("Packagist", "1.2.3.#", each) for each in ("1.2.3", "1.2.3.1", "1.2.3.#")] == [0, 0, 0]
