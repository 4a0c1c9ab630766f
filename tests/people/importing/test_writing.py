"""What is written is what Folkmoot reads."""

from __future__ import annotations

from folkmoot.people.importing.told import Employment, Firm, Job, Told, someone
from folkmoot.people.importing.writing import organisations, people
from folkmoot.people.overrides import ALWAYS, parse_overrides
from folkmoot.people.stated_organisations import is_organisations_file, parse_organisations

JULY_2025 = 1_751_328_000
ADA = someone(
    'Ada "\\ \x7f" Lovelace',
    ["ada@x.example", "ada@y.example"],
    [Employment("Engines", "", "2025-06-30"), Employment("", "2025-07-01")],
)


def test_a_person_is_read_again_as_written() -> None:
    told = Told(people=(ADA, someone("", ["bot@x.example"], is_bot=True)))
    made = people("hat.json", told)
    assert list(made) == ["ada-lovelace.toml", "bot-x-example.toml"]
    assert all(text.startswith('# Imported from "hat.json".\n') for text in made.values())
    ada, bot = parse_overrides({name: text.encode() for name, text in made.items()}).statements
    assert ada.name == 'Ada "\\ \x7f" Lovelace'
    assert [email for _, email in ada.identities] == ["ada@x.example", "ada@y.example"]
    assert [(job.organisation, job.since, job.until) for job in ada.employers] == [
        ("Engines", 0, JULY_2025),
        ("", JULY_2025, ALWAYS),
    ]
    assert bot.kind == "bot"


def test_two_people_of_one_name_have_two_files() -> None:
    one, other = someone("Ada", ["a@x.example"]), someone("ada!", ["b@x.example"])
    assert list(people("f", Told(people=(one, other, someone("织机", ["c@x.example"]))))) == [
        "ada.toml",
        "ada-2.toml",
        "person.toml",
    ]


def test_jobs_and_organisations_are_read_again_as_written() -> None:
    told = Told(
        jobs=(Job("ada@x.example", Employment('Engines "A"', "2025-07-01")),),
        firms=(Firm('Engines "A"', ("engines.example",)),),
    )
    place, text = organisations("Domain Map", told)
    assert place == ".folkmoot/organisations-domain-map.toml"
    assert is_organisations_file(place)
    found = parse_organisations({place: text.encode()})
    assert [(one.name, one.domains) for one in found.organisations] == [('Engines "A"', ("engines.example",))]
    ((box, (job,)),) = found.employers.items()
    assert (box, job.organisation, job.since) == ("ada@x.example", 'Engines "A"', JULY_2025)


def test_nothing_is_written_of_nobody() -> None:
    assert people("f", Told()) == {}
    assert organisations("???", Told(people=(ADA,))) == (".folkmoot/organisations-imported.toml", "")
