"""Why two identities are one person, and why an identity counts for an organisation or for none."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from folkmoot.i18n import Message
from folkmoot.model.fact import AccountFact, IdentityFact
from folkmoot.people import addresses
from folkmoot.people.organisations import verdict_of
from folkmoot.people.overrides import ALWAYS
from folkmoot.people.resolution import Ground, Link, Resolution
from folkmoot.people.sectors import Said

MOST_FOUND = 20
_SENTENCES = {
    "stated": "{a} and {b}: {because} says that they are one.",
    "confirmed": "{a} and {b}: confirmed in `folkmoot people review`.",
    "mailmap": "{a} and {b}: the project's mailmap gives both the e-mail {because}.",
    "same program": "{a} and {b}: the same program ({because}).",
    "same e-mail": "{a} and {b}: the same mailbox, {because}.",
    "same account": "{a} and {b}: the same account, {because}.",
    "same name": "{a} and {b}: the same full name, {because}.",
    "same commit": "{a} and {b}: the forge says that commit {because} is this account's, by an address it "
    "has verified.",
    "same changes": "{a} and {b}: the account opened changes that hold this author's commits ({because}), "
    "and none of anybody else's contradicts.",
    "same handle": "{a} and {b}: the same unusual name or login, {because}.",
}

_GROUNDS = {
    Ground.STATED: "{who} counts for {name}: .folkmoot/organisations*.toml says that {domain} is theirs.",
    Ground.LISTED: "{who} counts for {name}: {domain} is on the list of known organisations.",
    Ground.INSTITUTION: "{who} counts for {name}: only institutions have a domain such as {domain}.",
    Ground.SEVERAL: "{who} counts for {name}: {people} people use addresses at {domain}, "
    "and it is not named after one of them.",
    Ground.OWN_NAME: "{who} counts for no organisation: {domain} looks like somebody's own domain, "
    "because it is named after a person who uses it.",
    Ground.ONE_PERSON: "{who} counts for no organisation: {domain} is on no list "
    "and only one person uses it, so it may be their own.",
}
_SECTORS = {
    Said.STATED: "{name} is of the sector {sector}, as .folkmoot/organisations*.toml says.",
    Said.ENDING: "{name} is of the sector {sector}: registries give such a domain to nobody else.",
    Said.LISTED: "{name} is of the sector {sector}: it is on the list of universities.",
}
_SAYS_NOTHING = "{who} counts for no organisation: such an address says nothing about an employer."
_STATED = {
    (False, False): "{who} counts for {name}, as a file in .folkmoot/ says.",
    (True, False): "{who} counts for {name} from {since} on, as a file in .folkmoot/ says.",
    (False, True): "{who} counts for {name} before {until}, as a file in .folkmoot/ says.",
    (True, True): "{who} counts for {name} from {since} until before {until}, as a file in .folkmoot/ says.",
}
_INDEPENDENT = {
    (False, False): "{who} counts for no organisation, as a file in .folkmoot/ says.",
    (
        True,
        False,
    ): "{who} counts for no organisation from {since} on, as a file in .folkmoot/ says.",
    (
        False,
        True,
    ): "{who} counts for no organisation before {until}, as a file in .folkmoot/ says.",
    (True, True): "{who} counts for no organisation from {since} until before {until}, "
    "as a file in .folkmoot/ says.",
}


def chain(links: Iterable[Link], one: int, other: int) -> list[Link] | None:
    """Give the shortest chain of merges between two identities: [] for itself, None when there is none."""
    around: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links):
        around[link.identity_a].append(link)
        around[link.identity_b].append(link)
    reached: dict[int, list[Link]] = {one: []}
    waiting = deque([one])
    while waiting:
        here = waiting.popleft()
        if here == other:
            return reached[here]
        for link in around[here]:
            there = link.identity_b if link.identity_a == here else link.identity_a
            if there not in reached:
                reached[there] = [*reached[here], link]
                waiting.append(there)
    return None


def find(
    identities: Sequence[IdentityFact], text: str, accounts: Sequence[AccountFact] = ()
) -> list[IdentityFact]:
    """Give the identities somebody means: by number, e-mail, name, `Name <e-mail>`, or a part of these.

    `@login`, `@forge/login` and `forge/login` mean accounts; noreply addresses name accounts too.
    """
    wanted = " ".join(text.casefold().split())
    if wanted.startswith("@"):
        login = wanted.removeprefix("@")
        meant = {one.identity for one in accounts if login in (one.login.casefold(), *_written(one))}
        return [
            fact for fact in identities
            if fact.identity in meant or login in _logins(fact.email)
        ][:MOST_FOUND]  # fmt: skip
    if wanted.isdecimal():
        return [fact for fact in identities if fact.identity == int(wanted)]

    def forms(fact: IdentityFact) -> tuple[str, ...]:
        name, email = " ".join(fact.name.casefold().split()), fact.email.casefold()
        return (name, email, f"{name} <{email}>")

    exact = [fact for fact in identities if wanted in forms(fact)]
    found = exact or [fact for fact in identities if wanted and wanted in forms(fact)[2]]
    return found[:MOST_FOUND]


def _written(account: AccountFact) -> tuple[str, ...]:
    """Give the ways to write an account with its forge: with the port it was asked at, and without."""
    sites = (account.host, addresses.site_of(account.host))
    return tuple(f"{site}/{account.login}".casefold() for site in sites)


def _logins(email: str) -> tuple[str, ...]:
    """Give the ways to write the account that an address names, if it names one."""
    login = addresses.read(email).login
    return (login, login.partition("/")[2]) if login else ()


def sentence(link: Link, one: str, other: str) -> Message:
    """Say why one merge was made; `one` and `other` are the two identities as they are shown."""
    return Message(_SENTENCES[link.rule], {"a": one, "b": other, "because": link.because})


def organisation(fact: IdentityFact, resolution: Resolution, shown: str) -> list[Message]:
    """Say which organisation one identity counts for and why; `shown` is the identity as it is shown.

    What somebody states about their employers outranks the domain of the address for the days it names.
    """
    domain, verdict = verdict_of(fact.email, resolution.domains)
    if verdict is None:
        said = Message(_SAYS_NOTHING, {"who": shown})
    else:
        said = Message(
            _GROUNDS[verdict.ground],
            {"who": shown, "domain": domain, "name": verdict.name, "people": verdict.people},
        )
    person = next((row.person for row in resolution.assignments if row.identity == fact.identity), 0)
    named = {row.organisation: row.name for row in resolution.organisations}
    stated = [
        Message(
            (_STATED if row.organisation else _INDEPENDENT)[row.since > 0, row.until < ALWAYS],
            {
                "who": shown,
                "name": named.get(row.organisation, ""),
                "since": _day(row.since),
                "until": _day(row.until),
            },
        )
        for row in resolution.affiliations
        if row.person == person
    ]
    counted = {row.organisation for row in resolution.affiliations if row.person == person}
    counted |= {row.organisation for row in resolution.assignments if row.identity == fact.identity}
    of_sectors = [
        Message(_SECTORS[Said(row.rule)], {"name": named[row.organisation], "sector": row.sector})
        for row in resolution.sectors
        if row.organisation in counted
    ]
    return [*stated, said, *of_sectors]


def _day(moment: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(moment))
