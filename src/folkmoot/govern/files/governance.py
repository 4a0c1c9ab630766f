"""`.folkmoot/governance.toml`: the roles, the rules, and which rule decides what.

::

    format = 1

    [roles.maintainer]
    title = "Maintainers"

    [roles.steering]

    [rules.ordinary]                       # a preset, alone or with settings of its own on top
    preset = "lazy-majority"

    [actions.rfc]                          # what can be decided
    title = "Accept a proposal"
    rule = "ordinary"                      # a rule above, or a preset by its name
    electorate = ["maintainer"]            # who may vote: everybody with one of these roles
    min_days = 7
    withdrawal = ["maintainer"]            # who may withdraw it beside its proposer; without it: nobody

    [actions.change-rules]
    rule = "two-thirds-of-all"
    electorate = ["maintainer"]
    min_days = 14
    changes_rules = true                   # only such an action changes this file

    [actions.appoint]
    rule = "ordinary"
    electorate = ["maintainer"]
    roles = ["maintainer"]                 # roles it may give and take
    min_days = 7

    [actions.elect-steering]
    method = "schulze"                     # an election instead of a rule
    seats = 3
    employer_cap = 1
    quorum = "1/2"                         # of the electorate
    electorate = ["maintainer"]
    roles = ["steering"]
    term_days = 365                        # how long the role is given for; without it: until taken
    min_days = 14

    [proof]                                # what `folkmoot verify` asks for; without it: level 0
    level = 2                              # 0: the history alone; 1: signed commits too; 2: checkpoints too
    checkpoint_keys = ["example.org/decisions+3d6f1a2b+AQ..."]  # who signs checkpoints
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from typing import Any

from folkmoot.govern.files.table import CHECKPOINT_KEY, Table, read_table, unix_lines
from folkmoot.govern.rules import all_presets, preset, rule_from
from folkmoot.govern.tally import Strength, Unranked, all_methods
from folkmoot.i18n import Text
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Rule

FOUNDING = "founding"
"""The action of the first decision, which no rule could yet decide."""
MOST_DAYS = 36_500
HISTORY, SIGNATURES, CHECKPOINTS = range(3)
"""The levels of proof."""

_ACTION = {
    "title", "rule", "method", "electorate", "min_days", "changes_rules", "roles", "term_days", "seats",
    "employer_cap", "quorum", "unranked", "strength", "withdrawal",
}  # fmt: skip
_ELECTION = {"seats", "employer_cap", "quorum", "unranked", "strength"}


@dataclass(frozen=True)
class Election:
    """How an election is counted. `turnout` is the rule that says how many must take part."""

    method: str
    seats: int
    employer_cap: int | None
    unranked: Unranked
    strength: Strength
    turnout: Rule


@dataclass(frozen=True)
class Action:
    """One kind of decision: exactly one of `rule` and `election` is given, and the rest says who and when.

    `roles` are what it may give and take; `term_days` is how long it gives them for, None: until taken.
    `withdrawal` are the roles that may withdraw such a decision beside its proposer.
    """

    name: str
    title: Text
    electorate: tuple[str, ...]
    min_days: int
    rule: Rule | None = None
    election: Election | None = None
    roles: tuple[str, ...] = ()
    term_days: int | None = None
    changes_rules: bool = False
    withdrawal: tuple[str, ...] = ()

    def in_words(self) -> tuple[Text, ...]:
        """Say the rule, one sentence for each condition."""
        if self.rule is not None:
            return self.rule.in_words()
        assert self.election is not None  # noqa: S101 - one of the two is always there
        return (all_methods()[self.election.method].says, *self.election.turnout.in_words())


@dataclass(frozen=True)
class Governance:
    """All of one `governance.toml`, and the digest of its text.

    `level` is the level of proof it asks for, `checkpoint_keys` by which keys checkpoints are signed.
    """

    digest: str
    roles: Mapping[str, str]
    actions: Mapping[str, Action]
    level: int = HISTORY
    checkpoint_keys: tuple[str, ...] = ()


def digest_of(content: bytes) -> str:
    """Give the digest by which decisions name a file, whatever its line ends."""
    return f"sha256:{sha256(unix_lines(content)).hexdigest()}"


def read_governance(path: str, content: bytes) -> Governance:
    """Read the rules. Raises SourceError, naming the file and what is wrong with it."""
    table = read_table(path, content)
    table.only({"format", "roles", "rules", "actions", "proof"})
    if table.number("format", 0) != 1:
        raise table.wrong("is not of format 1, the one this version reads")
    roles = table.named("roles", _role)
    rules = table.named("rules", _rule)
    actions = table.named("actions", lambda name, inner: _action(name, inner, roles, rules))
    if FOUNDING in actions:
        raise table.wrong(f"defines the action {FOUNDING!r}, which happens once and has no rule")
    proof = table.table("proof") or Table(path, {})
    proof.only({"level", "checkpoint_keys"})
    level = proof.number("level", HISTORY, most=CHECKPOINTS)
    keys = proof.words("checkpoint_keys", CHECKPOINT_KEY)
    if level == CHECKPOINTS and not keys:
        raise proof.wrong("asks for signed checkpoints, but has no `checkpoint_keys`")
    return Governance(digest_of(content), roles, actions, level, keys)


def _role(name: str, table: Table) -> str:
    table.only({"title"})
    return table.text("title", name)


def _rule(name: str, table: Table) -> Rule:
    settings: dict[str, Any] = dict(table.values)
    base = settings.pop("preset", None)
    try:
        changed = rule_from(name, settings)
        if base is None:
            return changed
        if not isinstance(base, str):
            raise table.wrong("has a `preset` that is no name")
        return replace(preset(base), name=name, **{key: getattr(changed, key) for key in settings})
    except UsageError as error:
        raise table.wrong(f"cannot be used: {error.what}") from error


def _action(name: str, table: Table, roles: Mapping[str, str], rules: Mapping[str, Rule]) -> Action:
    table.only(_ACTION)
    if ("rule" in table.values) == ("method" in table.values):
        raise table.wrong("needs a `rule` or a `method`, and not both")
    electorate, given, withdrawal = (table.words(key) for key in ("electorate", "roles", "withdrawal"))
    for role in (*electorate, *given, *withdrawal):
        if role not in roles:
            raise table.wrong(f"names the role {role!r}, which is not in [roles]")
    if not electorate:
        raise table.wrong("lacks an `electorate`: nobody could decide")
    days = table.number("min_days", 0, most=MOST_DAYS)
    action = Action(
        name=name,
        title=table.text("title", name),
        electorate=electorate,
        min_days=days,
        roles=given,
        term_days=table.number("term_days", least=1, most=MOST_DAYS) if "term_days" in table.values else None,
        changes_rules=table.flag("changes_rules"),
        withdrawal=withdrawal,
    )
    if "method" in table.values:
        return replace(action, election=_election(table, action))
    if _ELECTION & set(table.values):
        raise table.wrong("has settings of an election, but no `method`")
    return replace(action, rule=_rule_of(table, rules, days))


def _rule_of(table: Table, rules: Mapping[str, Rule], days: int) -> Rule:
    name = table.word("rule")
    known = {**all_presets(), **rules}
    if name not in known:
        raise table.wrong(f"names the rule {name!r}, which is neither in [rules] nor a preset")
    rule = known[name]
    return replace(rule, min_days=max(rule.min_days, days))


def _election(table: Table, action: Action) -> Election:
    method = table.word("method")
    if method not in all_methods():
        raise table.wrong(f"names the method {method!r}; methods are {', '.join(all_methods())}")
    if action.changes_rules:
        raise table.wrong("elects people, so it cannot change the rules")
    if len(action.roles) > 1:
        raise table.wrong("elects for several `roles`; one election fills one")
    unranked, strength = table.text("unranked", "ignored"), table.text("strength", "winning")
    if unranked not in list(Unranked) or strength not in list(Strength):
        raise table.wrong("has an `unranked` or a `strength` that there is not")
    try:
        turnout = rule_from(
            "turnout", {"quorum": table.values.get("quorum", "0"), "min_days": action.min_days}
        )
    except UsageError as error:
        raise table.wrong(f"cannot be used: {error.what}") from error
    return Election(
        method=method,
        seats=table.number("seats", 1, least=1, most=100),
        employer_cap=table.number("employer_cap", least=1) if "employer_cap" in table.values else None,
        unranked=Unranked(unranked),
        strength=Strength(strength),
        turnout=replace(turnout, quorum=turnout.quorum or Fraction(0)),
    )
