"""GrimoireLab's identities and organisations in YAML, in their own shape."""

from __future__ import annotations

import pytest

from folkmoot.people.importing.grimoirelab import MOST_BYTES, is_one, read
from folkmoot.people.importing.told import Employment, Firm

PEOPLE = """# our people
- profile:
    name: Ada Lovelace-Díaz
  enrollments:
    - organization: Looms
      start: 2003-01-01
      end: 2011-12-31
    - organization: Engines/Lab
      start: 2012-01-01T00:00:00
    - organization: unknown
  github:
    - adal
  irc:
    - ada
  email:
    - ada@engines.example
    - no

# a robot
- profile:
    name: Owl Bot
    is_bot: true
  email:
    - owlbot@engines.example
  enrollments:
    - organization: Unknown
      start: 2017-01-01T00:00:00

- blacklist:
    - no-reply@engines.example
    - root
"""

ORGANISATIONS = """---
- organization: Engines/Lab
  domains:
    - Engines.example
    - gmail.com
- organization: Looms
  domains:
"""


def test_people_with_all_they_have() -> None:
    ada, bot = read(PEOPLE).people
    assert ada.name == "Ada Lovelace-Díaz"
    assert ada.identities == ("ada@engines.example", "no", "adal@users.noreply.github.com")
    assert ada.employers == (
        Employment("Looms", "2003-01-01", "2011-12-31"),
        Employment("Engines/Lab", "2012-01-01", ""),
    )
    assert (bot.name, bot.is_bot, bot.employers, ada.is_bot) == ("Owl Bot", True, (), False)


def test_organisations_with_their_domains() -> None:
    told = read(ORGANISATIONS)
    assert told.firms == (Firm("Engines/Lab", ("engines.example",)),)
    assert told.silent == ("gmail.com",)


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        (PEOPLE, True),
        (ORGANISATIONS, True),
        ("\n# x\n\n- a\n", True),
        ("ada@x.example Engines\n", False),
        ("-ada@x.example Engines\n", False),
        ("", False),
    ],
)
def test_how_a_list_begins(text: str, is_list: bool) -> None:
    assert is_one(text) is is_list


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {", "no YAML"),
        ("- " * 100_000, "nested over 8 deep"),
        ("- a: &x [1]\n  b: *x\n", "aliases"),
        ("- " + "x" * MOST_BYTES, "larger than 5 MB"),
    ],
)
def test_what_is_hostile_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "- profile: 3\n",
        "- profile:\n  email: ada@x.example\n",
        "- profile: {}\n  email: [[x]]\n  enrollments: [3, {organization: [x]}]\n",
        "- organization: [x]\n",
        "- organization: A\n  domains: x.example\n",
        "- 3\n",
        "profile: x\n",
        "",
    ],
)
def test_wrong_types_everywhere_tell_nothing(text: str) -> None:
    told = read(text)
    assert (told.people, told.firms) == ((), ())
