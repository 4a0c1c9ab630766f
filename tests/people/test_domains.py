"""Which domains may be an employer's."""

from __future__ import annotations

import publicsuffixlist
import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.people import domains


@pytest.mark.parametrize(
    ("domain", "registered"),
    [
        ("a.b.analytical.co.uk", "analytical.co.uk"),
        ("analytical.com", "analytical.com"),
        ("co.uk", ""),
        ("engine", ""),
        ("", ""),
        ("bad domain.com", ""),
    ],
)
def test_registrable_domains(domain: str, registered: str) -> None:
    assert domains.registrable(domain) == registered


@pytest.mark.parametrize(
    ("domain", "workplace"),
    [
        ("lab.analytical.co.uk", "analytical.co.uk"),
        ("cs.ox.ac.uk", "ox.ac.uk"),
        ("gmail.com", ""),
        ("mailinator.com", ""),
        ("tuta.io", ""),
        ("users.noreply.github.com", ""),
        ("github.com", "github.com"),
        ("mit.edu", "mit.edu"),
        ("alum.mit.edu", ""),
        ("git.kernel.org", ""),
        ("linux.dev", ""),
        ("ada.github.io", ""),
        ("engines.uk.com", ""),
        ("mac.local", ""),
        ("localhost", ""),
    ],
)
def test_workplaces(domain: str, workplace: str) -> None:
    assert domains.workplace(domain) == workplace


@pytest.mark.parametrize(
    "domain",
    ["mit.edu", "ox.ac.uk", "nasa.gov", "defence.gov.au", "un.int", "army.mil", "uni-bonn.de", "univ-lr.fr"],
)
def test_institutions(domain: str) -> None:
    assert domains.is_institution(domain)


@pytest.mark.parametrize(
    "domain", ["analytical.com", "edu.com", "ac.com", "gov.example", "uni-bonn.com", "unity.de"]
)
def test_companies_are_no_institutions(domain: str) -> None:
    assert not domains.is_institution(domain)


@given(st.text(max_size=80))
def test_no_text_breaks_them(text: str) -> None:
    domain = text.casefold()
    assert domains.workplace(domain) in ("", domains.registrable(domain))


def test_a_part_of_the_list_says_what_the_whole_list_says() -> None:
    """Every rule of the list, and names above and below it, for registries alone and with providers."""
    whole = publicsuffixlist.PublicSuffixList(accept_encoded_idn=False)
    registries = publicsuffixlist.PublicSuffixList(only_icann=True, accept_encoded_idn=False)
    for rule in sorted(whole._publicsuffix):
        suffix = rule.lstrip("!*.")
        top = suffix.rpartition(".")[2]
        for domain in (suffix, f"a.{suffix}", f"b.a.{suffix}"):
            assert domains._suffixes(top).privatesuffix(domain) == registries.privatesuffix(domain)
            with_private = domains._suffixes(top, with_private=True)
            assert with_private.privatesuffix(domain) == whole.privatesuffix(domain)


def test_a_top_level_domain_that_is_not_listed_is_taken_for_one() -> None:
    assert domains.registrable("cs.analytical.nosuchdomain") == "analytical.nosuchdomain"
