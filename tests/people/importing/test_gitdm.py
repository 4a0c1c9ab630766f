"""gitdm's files, in the shapes of the maps and affiliations that projects publish."""

from __future__ import annotations

from folkmoot.people.importing.gitdm import read
from folkmoot.people.importing.told import Employment, Firm, Job

ALIASES = """
# This is the email aliases file, mapping secondary addresses
# onto a single, canonical address.
Ada.L@engines.example ada@x.example
ada@laptop ada@x.example # her first machine
"ada l ada@engines.example" ada@x.example
old@x.example Ada.L@engines.example
bob@x.example bob@x.example
cleo<cleo@y.example cleo@x.example
"""

EMAILS = """# [user!]domain  employer  [< yyyy-mm-dd]
ada!users.noreply.github.com Independent < 2015-10-01
ada!users.noreply.github.com Looms | B Corp < 2014-08-01
ada!users.noreply.github.com Engines, Ltd.
bob@x.example\tLooms Inc. <2016-01-01
cleo!x.example NotFound
dan!x.example NotFound < 2016-01-01
dan!x.example Engines
12+eve!users.noreply.github.com 织机公司
"""

DOMAINS = """
# Domains - Companies
engines.example\tEngines, Ltd.            # ours
lab.engines.example  Engines, Ltd.
looms.test Nebula
looms.test Looms Inc. < 2012-07-20
gmail.com  Somebody
apache.org A Foundation
bogus  Bogus
"""

AFFILIATIONS = """# This is the main developers affiliations file.
Ada L*: ada!users.noreply.github.com, ada!x.example
\tIndependent until 2015-10-01
\tEngines, Ltd. from 2015-10-01 until 2020-01-01
\tLooms from 2020-01-01
Bob: nobody at home
\tMills
Cleo: (none), cleo!x.example
\tNotFound
"""


def test_aliases_are_one_person_through_every_chain() -> None:
    told = read(ALIASES)
    (ada,) = told.people
    assert ada.name == ""
    assert set(ada.identities) == {
        "ada@x.example", "Ada.L@engines.example", "ada@laptop", "old@x.example",
    }  # fmt: skip
    assert ada.identities[0] == "ada@x.example"
    assert not told.jobs
    assert not told.unread


def test_aliases_in_a_circle_come_to_an_end() -> None:
    told = read("a@x.example b@x.example\nb@x.example a@x.example\n")
    assert {box for one in told.people for box in one.identities} == {"a@x.example", "b@x.example"}


def test_an_address_has_each_employer_until_its_day() -> None:
    ada, eve = "ada@users.noreply.github.com", "12+eve@users.noreply.github.com"
    assert read(EMAILS).jobs == (
        Job(ada, Employment("Looms | B Corp", "", "2014-07-31")),
        Job(ada, Employment("", "2014-08-01", "2015-09-30")),
        Job(ada, Employment("Engines, Ltd.", "2015-10-01", "")),
        Job("bob@x.example", Employment("Looms Inc.", "", "2015-12-31")),
        Job("dan@x.example", Employment("Engines", "2016-01-01", "")),
        Job(eve, Employment("织机公司")),
    )


def test_a_domain_is_whose_it_is_now_and_free_mail_nobodys() -> None:
    told = read(DOMAINS)
    assert told.firms == (
        Firm("Engines, Ltd.", ("engines.example", "lab.engines.example")),
        Firm("Nebula", ("looms.test",)),
    )
    assert told.silent == ("apache.org", "gmail.com")
    assert told.unread == ("bogus Bogus",)


def test_affiliations_name_people_with_their_employers() -> None:
    told = read(AFFILIATIONS)
    assert [(one.name, one.identities) for one in told.people] == [
        ("Ada L", ("ada@users.noreply.github.com", "ada@x.example"))
    ]
    assert told.people[0].employers == (
        Employment("", "", "2015-09-30"),
        Employment("Engines, Ltd.", "2015-10-01", "2019-12-31"),
        Employment("Looms", "2020-01-01", ""),
    )
    assert told.unread == ("Bob: nobody at home",)


def test_the_employer_of_a_line_that_makes_no_sense_is_nobody_elses() -> None:
    told = read("Ada: ada!x.example\n\tEngines\n???: \n\tMills\n")
    assert [one.employers for one in told.people] == [(Employment("Engines"),)]


def test_an_organisation_with_a_colon_in_a_map_is_no_person() -> None:
    assert read("engines.example Engines: a firm\n").firms == (Firm("Engines: a firm", ("engines.example",)),)


def test_several_files_may_be_one() -> None:
    told = read(ALIASES + EMAILS + DOMAINS)
    assert (len(told.people), len(told.jobs), len(told.firms)) == (1, 6, 2)


def test_a_hostile_line_takes_no_time() -> None:
    told = read("x: " + "a," * 5_000 + " b c\n" + "!" * 10_000 + "\n" + "a.b" * 5_000 + " x\n")
    assert not told.people
