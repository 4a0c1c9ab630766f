"""What each identity shows about whom it belongs to, worked out once before anything is merged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from folkmoot.model.fact import AccountFact, IdentityFact
from folkmoot.people import addresses, domains, names
from folkmoot.people.mailmap import Mailmap

MOST_NAMES_OF_A_MAILBOX = 3
"""An address under which more unlike full names write is shared by several people."""
BORROWED_AT_MOST = 3
BORROWED_SHARE = 0.01
NO_ACCOUNTS: Mapping[int, AccountFact] = {}
_ADDRESS_IN_NAME = re.compile(r"[^\s<>()\[\]@]{1,64}@[^\s<>()\[\]@]{1,100}\.[a-zA-Z]{2,}")


class Evidence(NamedTuple):
    """One identity's keys; two identities that share one may be one person. Empty keys show nothing.

    `proper` is what the mailmap makes of it. `mailboxes` are reachable addresses, `accounts` those of forges,
    `login` the account's unusual login. `full_name` (with `words` and `is_common`) and `handle` come from the
    name. `local` is an unusual first part of the address, `spelled` the full name it spells (ada.lovelace).
    `workplace` is the domain when it may be an employer's.
    """

    identity: int
    proper: str
    mailboxes: tuple[str, ...]
    accounts: tuple[str, ...]
    login: str
    full_name: str
    words: frozenset[str]
    is_common: bool
    handle: str
    local: str
    spelled: str
    workplace: str


def gather(
    identities: Sequence[IdentityFact],
    mailmap: Mailmap,
    activity: Mapping[int, int],
    accounts: Mapping[int, AccountFact] = NO_ACCOUNTS,
) -> list[Evidence]:
    """Give the evidence of every identity, in their order; `accounts` are those a forge told of."""
    found = [_read(fact, mailmap) for fact in identities]
    sites = _sites(accounts)
    for index, one in enumerate(found if accounts else ()):
        account = accounts.get(one.identity)
        if account and account.login:
            # The forge's word is exact; an address made from it might be read as another's ("12-ada").
            key = f"{sites[account.host]}/{account.login}".casefold()
            numbers = tuple(key for key in one.accounts if "#" in key and identities[index].source == "git")
            found[index] = one._replace(accounts=(key, *numbers), login=names.handle(account.login))
    parts = frozenset(word for one in found if len(one.words) > 1 for word in one.words)
    together = _used_together(found)
    ignored = _shared(together) | _borrowed(found, together, activity)
    without = {identity for identity, _ in ignored}
    for index, one in enumerate(found):
        # A single word that is part of somebody's full name is a first or last name, not a handle.
        if one.handle in parts or one.local in parts or one.identity in without:
            found[index] = one._replace(
                mailboxes=tuple(box for box in one.mailboxes if (one.identity, box) not in ignored),
                handle="" if one.handle in parts else one.handle,
                local="" if one.local in parts else one.local,
            )
    return found


def _sites(accounts: Mapping[int, AccountFact]) -> dict[str, str]:
    """Give how each host stands in noreply addresses, which name no port.

    Two forges at one host are told apart by their ports; whose account an address names is not known then.
    """
    hosts = {account.host for account in accounts.values()}
    forges = Counter(addresses.site_of(host) for host in hosts)
    return {host: site if forges[site := addresses.site_of(host)] == 1 else host for host in hosts}


def _read(fact: IdentityFact, mailmap: Mailmap) -> Evidence:
    said = mailmap.lookup(fact.name, fact.email)
    name = (said.name if said else None) or fact.name
    email = (said.email if said else None) or fact.email
    address, own = addresses.read(email), addresses.read(fact.email)
    # At a bare machine only an unusual login tells people apart: two strangers' PCs are called david@pc.
    proves = not names.is_relayed(fact.name) and (not address.is_machine or names.handle(address.local))
    boxes = [address.mailbox] if proves else []
    if proves and own.mailbox != address.mailbox and not mailmap.splits(fact.email):
        boxes.append(own.mailbox)
    if "@" in name:
        written = _ADDRESS_IN_NAME.findall(name[: names.MOST_LENGTH])
        boxes += [addresses.read(one).mailbox for one in written]
        name = _ADDRESS_IN_NAME.sub(" ", name[: names.MOST_LENGTH])
    is_mail = bool(address.mailbox) and not address.is_machine
    local = address.local if address.mailbox and not addresses.is_role(address.local) else ""
    return Evidence(
        identity=fact.identity,
        proper=(address.mailbox or f"{email} {name}".casefold()) if said and said.email else "",
        mailboxes=tuple(dict.fromkeys(filter(None, boxes))),
        accounts=tuple(key for key in (address.login, address.account) if key),
        login=names.handle(address.local) if address.login else "",
        full_name=names.full_name(name),
        words=frozenset(names.words(name)),
        is_common=names.is_common(name),
        handle=names.handle(name),
        local=names.handle(local),
        spelled=names.full_name(local) if "." in local and not names.is_common(local) else "",
        workplace=domains.workplace(address.domain) if is_mail else "",
    )


def _used_together(found: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """Give the mailboxes that several identities write under, and these identities."""
    first: dict[str, Evidence] = {}
    together: dict[str, list[Evidence]] = {}
    for one in found:
        for box in one.mailboxes:
            known = first.setdefault(box, one)
            if known is not one:
                together.setdefault(box, [known]).append(one)
    return together


def _shared(together: Mapping[str, Sequence[Evidence]]) -> set[tuple[int, str]]:
    """Give the (identity, mailbox) pairs of mailboxes under which many unlike full names write."""
    return {
        (member.identity, box)
        for box, members in together.items()
        if len(members) > MOST_NAMES_OF_A_MAILBOX and _unlike_names(members) > MOST_NAMES_OF_A_MAILBOX
        for member in members
    }


def _unlike_names(members: Sequence[Evidence]) -> int:
    """Count the full names that share no word with one another (greedy, in order of the identities)."""
    kept: list[frozenset[str]] = []
    for member in members:
        if member.full_name and not any(member.words & other for other in kept):
            kept.append(member.words)
            if len(kept) > MOST_NAMES_OF_A_MAILBOX:
                break
    return len(kept)


def _borrowed(
    found: Sequence[Evidence], together: Mapping[str, Sequence[Evidence]], activity: Mapping[int, int]
) -> set[tuple[int, str]]:
    """Give the (identity, mailbox) pairs where somebody's name got on another's address by mistake.

    That is: hardly any commits, next to very many under the address's usual, quite different name, by
    somebody who also has an address of their own.
    """
    suspects: list[tuple[Evidence, str]] = []
    for box, members in together.items():
        named = [one for one in members if one.full_name]
        commits = sum(activity.get(one.identity, 0) for one in members)
        most = min(BORROWED_AT_MOST, commits * BORROWED_SHARE)
        if named and commits:
            usual = max(named, key=lambda one: (activity.get(one.identity, 0), -one.identity))
            suspects += [
                (one, box)
                for one in named
                if activity.get(one.identity, 0) <= most and not one.words & usual.words
            ]
    wanted = {one.full_name for one, _ in suspects}
    boxes_of: dict[str, set[str]] = {name: set() for name in wanted}
    for one in found:
        if one.full_name in wanted:
            boxes_of[one.full_name].update(one.mailboxes)
    return {(one.identity, box) for one, box in suspects if len(boxes_of[one.full_name]) > 1}
