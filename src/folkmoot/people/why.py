"""Why two identities are one person: the chain of merges between them, each with its rule."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from folkmoot.i18n import Message
from folkmoot.model.fact import IdentityFact
from folkmoot.people.resolution import Link

MOST_FOUND = 20
_SENTENCES = {
    "stated": "{a} and {b}: {because} says that they are one.",
    "confirmed": "{a} and {b}: confirmed in `folkmoot people review`.",
    "mailmap": "{a} and {b}: the project's mailmap gives both the e-mail {because}.",
    "same program": "{a} and {b}: the same program ({because}).",
    "same e-mail": "{a} and {b}: the same mailbox, {because}.",
    "same account": "{a} and {b}: the same account, {because}.",
    "same name": "{a} and {b}: the same full name, {because}.",
    "same handle": "{a} and {b}: the same unusual name or login, {because}.",
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


def find(identities: Sequence[IdentityFact], text: str) -> list[IdentityFact]:
    """Give the identities somebody means: by number, e-mail, name, `Name <e-mail>`, or a part of these."""
    wanted = " ".join(text.casefold().split())
    if wanted.isdecimal():
        return [fact for fact in identities if fact.identity == int(wanted)]

    def forms(fact: IdentityFact) -> tuple[str, ...]:
        name, email = " ".join(fact.name.casefold().split()), fact.email.casefold()
        return (name, email, f"{name} <{email}>")

    exact = [fact for fact in identities if wanted in forms(fact)]
    found = exact or [fact for fact in identities if wanted and wanted in forms(fact)[2]]
    return found[:MOST_FOUND]


def sentence(link: Link, one: str, other: str) -> Message:
    """Say why one merge was made; `one` and `other` are the two identities as they are shown."""
    return Message(_SENTENCES[link.rule], {"a": one, "b": other, "because": link.because})
