"""`folkmoot people`: review likely matches, and ask why identities are one person, or whom they count for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._options import existing_store, store_option
from folkmoot.cli._people_deciding import different, mailmap, same, undo
from folkmoot.cli._people_importing import import_
from folkmoot.cli._people_opting_out import opt_out
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.model.fact import AccountFact, IdentityFact
    from folkmoot.people.resolution import Proposal, Resolution


@click.group()
def command() -> None:
    """Say who is who: review likely matches, and see why identities belong together."""


for subcommand in (same, different, undo, mailmap, opt_out, import_):
    command.add_command(subcommand)


@command.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option(
    "--accept", "accepted", multiple=True, metavar="N", help="Yes to this proposal (again for more)."
)
@click.option(
    "--reject", "rejected", multiple=True, metavar="N", help="No to this proposal (again for more)."
)
@store_option
def review(
    repositories: tuple[str, ...], accepted: tuple[str, ...], rejected: tuple[str, ...], store: Path | None
) -> None:
    """List matches that are likely but not proved; nothing is merged before you say yes.

    Answers are kept in a file beside the store, whose path is told on standard error.
    """
    chosen = existing_store(store, list(repositories) or ["."])
    if accepted or rejected:
        _answer(chosen, accepted, rejected)
    known, _, resolution = _known(chosen)
    facts = {fact.identity: fact for fact in known}
    for proposal in resolution.proposals:
        click.echo(f"{_number(proposal)}")
        for identity in dict.fromkeys((proposal.identity_a, proposal.identity_b)):
            click.echo(f"    {_shown(facts[identity])}")
        click.echo(on_screen(_plain(proposal.why), "    ", "    "))
    if resolution.proposals:
        click.echo("Answer with --accept N or --reject N.", err=True)
    else:
        click.echo("Nothing to review.", err=True)


@command.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def why(one: str, other: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Explain why A and B are one person, or say that they are two.

    A and B are e-mails, names, "Name <e-mail>", numbers of identities, or logins such as @ada.
    """
    from folkmoot.i18n import say
    from folkmoot.people.why import chain, find, sentence

    facts, logins, resolution = _known(existing_store(store, list(repositories) or ["."]))
    known = {fact.identity: fact for fact in facts}
    left, right = _found(find(facts, one, logins), one), _found(find(facts, other, logins), other)
    person_of = {row.identity: row.person for row in resolution.assignments}
    for asked, meant in ((one, left), (other, right)):
        if len({person_of[fact.identity] for fact in meant}) > 1:
            # What is said of one of them would be taken for the other.
            raise UsageError(
                f"{asked!r} may be several persons: {', '.join(_shown(fact) for fact in meant[:5])}.",
                hint='write it as "Name <e-mail>".',
            )
    chains = [chain(resolution.links, a.identity, b.identity) for a in left for b in right]
    linked = [links for links in chains if links is not None]
    if not linked:
        click.echo(f"{_shown(left[0])} and {_shown(right[0])} are two persons: no rule joins them.")
        for proposal in resolution.proposals:
            if {proposal.identity_a, proposal.identity_b} & {fact.identity for fact in left} and {
                proposal.identity_a, proposal.identity_b,
            } & {fact.identity for fact in right}:  # fmt: skip
                click.echo(f"It is proposed, though ({_number(proposal)}): {_plain(proposal.why)}")
        return
    shortest = min(linked, key=len)
    if not shortest:
        click.echo("That is one and the same identity.")
    for link in shortest:
        text = sentence(link, _shown(known[link.identity_a]), _shown(known[link.identity_b]))
        click.echo(on_screen(_plain(say(text)), "", "    "))


@command.command()
@click.argument("who", metavar="A")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def organisation(who: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Say which organisation A counts for, and why; or why for none.

    A is an e-mail, a name, "Name <e-mail>", the number of an identity, or a login such as @ada.
    """
    from folkmoot.i18n import say
    from folkmoot.people import why as reasons

    facts, logins, resolution = _known(existing_store(store, list(repositories) or ["."]))
    for fact in _found(reasons.find(facts, who, logins), who):
        for text in reasons.organisation(fact, resolution, _shown(fact)):
            click.echo(on_screen(_plain(say(text)), "", "    "))


@command.command(name="list")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option("--programs", is_flag=True, help="List bots and AI agents, and the rule that named each.")
@store_option
def listing(repositories: tuple[str, ...], store: Path | None, *, programs: bool) -> None:
    """List every person with the identities that belong to them, in alphabetical order."""
    facts, _, resolution = _known(existing_store(store, list(repositories) or ["."]))
    known = {fact.identity: fact for fact in facts}
    members: dict[int, list[IdentityFact]] = {}
    for row in resolution.assignments:
        members.setdefault(row.person, []).append(known[row.identity])
    for person in sorted(resolution.persons, key=lambda row: (row.name.casefold(), row.person)):
        if bool(person.is_bot) == programs:
            click.echo(_plain(person.name) + (f" ({_plain(person.bot_rule)})" if person.is_bot else ""))
            for fact in members[person.person]:
                click.echo(f"    {_shown(fact)}")


def _answer(store: Path, accepted: tuple[str, ...], rejected: tuple[str, ...]) -> None:
    """Keep the answers, then say anew who is who. Raises UsageError for what is not proposed."""
    from folkmoot.people import decisions
    from folkmoot.store.people import decisions_beside, identities, resolve_people, who_is_who
    from folkmoot.store.writer import writing

    path = decisions_beside(store)
    with writing(store) as connection:
        facts = {fact.identity: fact for fact in identities(connection)}
        open_proposals = {_number(proposal): proposal for proposal in who_is_who(connection).proposals}
        kept = decisions.read(path)
        for number, answers in (
            *((number, ("same", "program")) for number in accepted),
            *((number, ("different", "person")) for number in rejected),
        ):
            proposal = open_proposals.get(number)
            if proposal is None:
                raise UsageError(
                    f"There is no proposal {number!r}.", hint="`folkmoot people review` lists what is open."
                )
            about = tuple(dict.fromkeys((proposal.identity_a, proposal.identity_b)))
            answer = answers[0] if len(about) == 2 else answers[1]
            kept = decisions.added(
                kept, decisions.Decision(answer, tuple(decisions.written(facts[one]) for one in about))
            )
        decisions.write(path, kept)
        resolve_people(connection)
    click.echo(f"Kept in {path}", err=True)


def _known(store: Path) -> tuple[list[IdentityFact], list[AccountFact], Resolution]:
    """Give the identities and accounts of a store, and who is who among them."""
    from folkmoot.store.database import connect
    from folkmoot.store.people import accounts, identities, who_is_who

    connection = connect(store, read_only=True)
    try:
        return identities(connection), accounts(connection), who_is_who(connection)
    finally:
        connection.close()


def _number(proposal: Proposal) -> str:
    """Give a proposal's number; it stays the same when others are answered."""
    if proposal.identity_a == proposal.identity_b:
        return str(proposal.identity_a)
    return f"{proposal.identity_a}-{proposal.identity_b}"


def _found(facts: list[IdentityFact], text: str) -> list[IdentityFact]:
    if not facts:
        raise UsageError(
            f"Nobody in the store is called {text!r}.", hint="`folkmoot people list` names everybody."
        )
    return facts


def _shown(fact: IdentityFact) -> str:
    return _plain(f"{fact.name} <{fact.email}>")


def _plain(text: str) -> str:
    from folkmoot.render.plain import plain

    return plain(text)
