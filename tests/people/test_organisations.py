"""Organisations from e-mail domains, from statements, and what is no organisation."""

from __future__ import annotations

import pytest

from folkmoot.people import domains, names
from folkmoot.people.organisations import verdict_of
from folkmoot.people.overrides import ALWAYS, parse_overrides
from folkmoot.people.resolution import AffiliationRow, Ground, OrganisationRow
from folkmoot.people.stated_organisations import (
    StatedByCommunity,
    StatedOrganisation,
    parse_organisations,
)
from people.crowds import Crowd, crowd

NEW_YEAR_2024 = 1_704_067_200
JULY_2025 = 1_751_328_000


def test_a_domain_of_two_people_is_an_organisation() -> None:
    found = crowd("Ada Lovelace <ada@lab.analytical.com>", "Bob Babbage <bob@analytical.com>")
    assert set(found.organisations.values()) == {"analytical.com"}
    assert found.resolution.organisations == [OrganisationRow(1, "analytical.com")]


@pytest.mark.parametrize(
    "crowded",
    [
        ("Ada Lovelace <ada@lovelace.com>",),
        ("Ada Lovelace <ada@lovelace.com>", "Bob Lovelace <bob@lovelace.com>"),
        ("Ada Lovelace <ada@engine.com>", "Ada Lovelace <al@engine.com>"),
        ("Ada Lovelace <ada@engine.com>", "countess <git@engine.com>"),
        ("Ada Lovelace <ada@lovelace.com>", "Bob Babbage <bob@lovelace.com>"),
        ("Ada Lovelace <engine@engine.com>", "Bob Babbage <bob@engine.com>"),
        ("Ada Lovelace <xx-ada@xxada.moe>", "Bob Babbage <bob@xxada.moe>", "Cleo Clark <cleo@xxada.moe>"),
        ("Ada Lovelace <ada@gmail.com>", "Bob Babbage <bob@gmail.com>"),
        ("Ada Lovelace <ada@mailinator.com>", "Bob Babbage <bob@mailinator.com>"),
        ("Ada Lovelace <ada@users.noreply.github.com>", "Bob Babbage <bob@users.noreply.github.com>"),
        ("Ada Lovelace <ada@debian.org>", "Bob Babbage <bob@debian.org>"),
        ("Ada Lovelace <ada@alum.mit.edu>", "Bob Babbage <bob@alum.mit.edu>"),
        ("Ada Lovelace <ada@acm.org>", "Bob Babbage <bob@acm.org>"),
        ("Ada Lovelace <ada@engine.blogspot.com>", "Bob Babbage <bob@engine.blogspot.com>"),
        ("Ada Lovelace <ada@engine>", "Bob Babbage <bob@engine>"),
        ("Ada Lovelace <ada@192.168.1.7>", "Bob Babbage <bob@192.168.1.7>"),
        ("Ada Lovelace <>", "Bob Babbage <>"),
        ("helper[bot] <1@analytical.com>", "Ada Lovelace <ada@analytical.com>"),
    ],
)
def test_what_is_no_organisation(crowded: tuple[str, ...]) -> None:
    assert crowd(*crowded).organisations == {}


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("ada@redhat.com", "Red Hat"),
        ("ada@suse.de", "SUSE"),
        ("ada@cs.ox.ac.uk", "ox.ac.uk"),
        ("ada@lab.mit.edu", "mit.edu"),
        ("ada@jpl.nasa.gov", "NASA"),
    ],
)
def test_known_organisations_and_institutions_need_one_person_only(email: str, name: str) -> None:
    assert crowd(f"Ada Lovelace <{email}>").organisations == {f"Ada Lovelace <{email}>": name}


def test_many_people_are_an_organisation_even_under_the_name_of_one() -> None:
    crowded = [
        f"{name} <{name[0]}@babbage.com>"
        for name in ("Ada Lovelace", "Bob Babbage", "Cleo Clark", "Dee Dunn")
    ]
    assert set(crowd(*crowded).organisations.values()) == {"babbage.com"}


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("ada@dropbox.com", "dropbox.com"),
        ("ada@inf.ethz.ch", "ethz.ch"),
        ("ada@physik.uni-bonn.de", "uni-bonn.de"),
        ("ada@univ-lyon1.fr", "univ-lyon1.fr"),
    ],
)
def test_employers_and_universities_that_are_listed_need_one_person_only(email: str, name: str) -> None:
    assert crowd(f"Ada Lovelace <{email}>").organisations == {f"Ada Lovelace <{email}>": name}


def test_two_domains_of_one_company_are_one_organisation() -> None:
    found = crowd("Ada Lovelace <ada@suse.de>", "Bob Babbage <bob@suse.com>")
    assert found.resolution.organisations == [OrganisationRow(1, "SUSE")]


def test_an_organisation_belongs_to_the_identity_not_the_person() -> None:
    found = crowd("Ada Lovelace <ada@gmail.com>", "Ada Lovelace <ada@redhat.com>")
    assert found.is_one_person
    assert found.organisations == {"Ada Lovelace <ada@redhat.com>": "Red Hat"}


STATED = b"""
identities = ["ada@x.example"]
[[employers]]
organisation = "Analytical"
since = 2024-01-01
until = 2025-06-30
[[employers]]
organisation = ""
since = "2025-07-01"
"""


def test_stated_employers_have_dates() -> None:
    found = crowd("Ada Lovelace <ada@x.example>", overrides=parse_overrides({"a.toml": STATED}))
    assert found.resolution.organisations == [OrganisationRow(1, "Analytical")]
    assert found.resolution.affiliations == [
        AffiliationRow(1, 0, JULY_2025, ALWAYS),
        AffiliationRow(1, 1, NEW_YEAR_2024, JULY_2025),
    ]


def test_where_two_jobs_overlap_the_later_one_begins() -> None:
    content = STATED.replace(b"until = 2025-06-30", b"")
    found = crowd("Ada Lovelace <ada@x.example>", overrides=parse_overrides({"a.toml": content}))
    assert sorted((row.since, row.until) for row in found.resolution.affiliations) == [
        (NEW_YEAR_2024, JULY_2025),
        (JULY_2025, ALWAYS),
    ]


def test_a_stated_domain_is_an_organisation_even_for_one_person() -> None:
    stated = parse_overrides(
        {"a.toml": b'identities = ["ada@engine.com"]\n[[employers]]\norganisation = "engine.com"\n'}
    )
    found = crowd("Ada Lovelace <ada@engine.com>", overrides=stated)
    assert set(found.organisations.values()) == {"engine.com"}


def test_no_organisation_of_the_list_is_free_mail_or_a_project() -> None:
    listed = names.data("organisations.toml")
    for owned in (*listed["names"].values(), listed["employers"], listed["universities"]):
        assert [domain for domain in owned if domains.workplace(domain) != domain] == []


def test_no_organisation_is_listed_twice() -> None:
    listed = names.data("organisations.toml")
    every = [
        *listed["employers"],
        *listed["universities"],
        *(d for owned in listed["names"].values() for d in owned),
    ]
    assert sorted(every) == sorted(set(every))


ENGINES = StatedOrganisation("f.toml", "Engines Ltd", "company", ("engines.example",), ("Old Engines",))


def test_a_stated_domain_is_an_organisation_with_one_person() -> None:
    found = crowd(
        "Ada Lovelace <ada@lab.engines.example>", "Bob Babbage <bob@looms.example>", organisations=[ENGINES]
    )
    assert found.organisations == {"Ada Lovelace <ada@lab.engines.example>": "Engines Ltd"}
    assert found.sectors == {"Engines Ltd": ("company", "stated")}


def test_the_closest_stated_domain_decides() -> None:
    lab = StatedOrganisation("f.toml", "Lab", "academia", ("lab.engines.example",))
    found = crowd("Ada Lovelace <ada@x.lab.engines.example>", organisations=[ENGINES, lab])
    assert set(found.organisations.values()) == {"Lab"}


def test_no_stated_domain_is_taken_from_an_address_of_a_machine_or_an_account() -> None:
    forge = StatedOrganisation("f.toml", "Forge", domains=("users.noreply.github.com", "github.com"))
    assert crowd("Ada Lovelace <1+ada@users.noreply.github.com>", organisations=[forge]).organisations == {}


def test_the_other_names_of_an_organisation_are_one() -> None:
    files = {
        f"{who}.toml": f"identities = ['{who}@x.example']\n[[employers]]\norganisation = '{firm}'".encode()
        for who, firm in (("ada", "OLD engines"), ("bob", "engines LTD"), ("cleo", "Looms"))
    }
    found = crowd(
        "Ada Lovelace <ada@x.example>",
        "Bob Babbage <bob@x.example>",
        "Cleo Clark <cleo@x.example>",
        overrides=parse_overrides(files),
        organisations=[ENGINES],
    )
    names_of = {row.organisation: row.name for row in found.resolution.organisations}
    assert [names_of[row.organisation] for row in found.resolution.affiliations] == [
        "Engines Ltd",
        "Engines Ltd",
        "Looms",
    ]
    assert found.sectors == {"Engines Ltd": ("company", "stated")}


def test_what_is_stated_outranks_what_a_registry_says() -> None:
    press = StatedOrganisation("f.toml", "Press", "company", ("press.ac.uk",))
    found = crowd("Ada <ada@press.ac.uk>", "Bob <bob@looms.ac.uk>", organisations=[press])
    assert found.sectors == {"Press": ("company", "stated"), "looms.ac.uk": ("academia", "ending")}


def test_a_sector_is_never_guessed() -> None:
    found = crowd("Ada Lovelace <ada@ibm.com>", "Bob Babbage <bob@uni-engines.de>")
    assert set(found.organisations.values()) == {"IBM", "uni-engines.de"}
    assert found.sectors == {}


@pytest.mark.parametrize(
    ("email", "domain", "ground"),
    [
        ("ada@x.engines.example", "engines.example", Ground.STATED),
        ("bob@cs.looms.ac.uk", "looms.ac.uk", Ground.INSTITUTION),
        ("cleo@gmail.com", "", None),
    ],
)
def test_which_domain_decided(email: str, domain: str, ground: Ground | None) -> None:
    found = crowd("Ada <ada@engines.example>", "Bob <bob@looms.ac.uk>", organisations=[ENGINES])
    decided, verdict = verdict_of(email, found.resolution.domains)
    assert (decided, verdict.ground if verdict else None) == (domain, ground)


def employed(*emails: str) -> StatedByCommunity:
    lines = [f"{{ email = '{email}', organisation = 'Engines' }}," for email in emails]
    return parse_organisations({"f.toml": f"employers = [{' '.join(lines)}]".encode()})


def firms(found: Crowd) -> list[str]:
    names_of = {row.organisation: row.name for row in found.resolution.organisations}
    return [names_of[row.organisation] for row in found.resolution.affiliations]


def test_the_employers_of_an_address_are_those_of_its_person() -> None:
    found = crowd(
        "Ada Lovelace <ada@x.example>",
        "Ada Lovelace <ada@home.example>",
        "Bob Babbage <bob@x.example>",
        community=employed("ada@x.example", "nobody@x.example"),
    )
    assert found.groups == {
        frozenset({"Ada Lovelace <ada@x.example>", "Ada Lovelace <ada@home.example>"}),
        frozenset({"Bob Babbage <bob@x.example>"}),
    }
    assert firms(found) == ["Engines"]


def test_what_people_state_themselves_outranks_what_is_stated_of_their_address() -> None:
    stated = b"identities = ['ada@x.example']\n[[employers]]\norganisation = 'Looms'"
    found = crowd(
        "Ada Lovelace <ada@x.example>",
        overrides=parse_overrides({"ada.toml": stated}),
        community=employed("ada@x.example"),
    )
    assert firms(found) == ["Looms"]
