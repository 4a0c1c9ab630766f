"""A rule for yes/no decisions: one record that holds every scheme in use, and says itself in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from folkmoot.i18n import Message, Text


class Of(StrEnum):
    """What the threshold is a share of: yes and no votes cast, or everybody who may vote."""

    CAST = "cast"
    ELECTORATE = "electorate"


class Veto(StrEnum):
    """Whether a single no stops the decision: never, always, or only when it gives a reason."""

    NONE = "none"
    ANY = "any"
    JUSTIFIED = "justified"


class Clock(StrEnum):
    """From when `min_days` runs: the opening, or the moment all other conditions were met."""

    OPENING = "opening"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Rule:
    """One rule for yes/no decisions.

    `quorum` is how many of the electorate must take part: a Fraction of it, or a number; `min_cast` is the
    least number whatever the fraction gives (at most the electorate itself). `abstain_counts`: abstentions
    count for the quorum; they never count as yes or no. `threshold` is the share of yes that is needed,
    `strict` means more than it, else at least it; None asks for no share. `min_yes` is a number of yes votes.
    `blocking_concerns`: a concern that nobody has answered stops the decision. `max_silent` is how many of
    the electorate may not have voted. `min_days` is how long it must be open, counted from `clock`;
    `early_close`: it may close before that as soon as no missing vote could change the outcome.
    `later` is the easier rule that holds once its own days have passed, where `later_needs` says what must be
    on record for that. `excusing` says when silent members may be left out of the electorate; "" = never.
    """

    name: str
    title: Text = ""
    source: str = ""
    quorum: Fraction | int = 0
    min_cast: int = 0
    abstain_counts: bool = True
    threshold: Fraction | None = None
    strict: bool = False
    of: Of = Of.CAST
    min_yes: int = 0
    veto: Veto = Veto.NONE
    blocking_concerns: bool = False
    max_silent: int | None = None
    min_days: int = 0
    clock: Clock = Clock.OPENING
    early_close: bool = False
    later: Rule | None = None
    later_needs: Text = ""
    excusing: Text = ""

    def quorum_of(self, electorate: int) -> int:
        """Give how many of an electorate of this size must take part."""
        asked = ceil(self.quorum * electorate) if isinstance(self.quorum, Fraction) else self.quorum
        return max(asked, min(self.min_cast, electorate))

    def in_words(self) -> tuple[Text, ...]:
        """Say the rule, one whole sentence for each condition."""
        said: list[Text] = [self.title] if self.title else []
        said += self._participation() + self._approval() + self._stops() + self._time()
        if self.later is not None:
            text = "After {days} days without a decision, an easier rule holds:"
            if self.later.min_days == 1:
                text = "After a day without a decision, an easier rule holds:"
            said.append(Message(text, {"days": self.later.min_days}))
            said += self.later.in_words()
            if self.later_needs:
                said.append(self.later_needs)
        return tuple(said)

    def _participation(self) -> list[Text]:
        said: list[Text] = []
        if isinstance(self.quorum, Fraction) and self.quorum:
            said.append(
                Message("At least {share} of those who may vote take part.", {"share": shown(self.quorum)})
            )
        elif self.quorum:
            text = "At least one person takes part." if self.quorum == 1 else "At least {n} people take part."
            said.append(Message(text, {"n": int(self.quorum)}))
        if self.min_cast:
            said.append(
                Message(
                    "In any case at least {n} take part, or everybody where fewer may vote.",
                    {"n": self.min_cast},
                )
            )
        if (self.quorum or self.min_cast) and self.abstain_counts:
            said.append("Abstaining is taking part, but is neither yes nor no.")
        elif self.quorum or self.min_cast:
            said.append("Abstaining does not count as taking part.")
        if self.max_silent is not None:
            said.append(
                Message("At most {n} of those who may vote have not answered.", {"n": self.max_silent})
            )
        if self.excusing:
            said.append(self.excusing)
        return said

    def _approval(self) -> list[Text]:
        said: list[Text] = []
        if self.min_yes:
            text = "At least one person votes yes." if self.min_yes == 1 else "At least {n} vote yes."
            said.append(Message(text, {"n": self.min_yes}))
        if self.threshold is not None:
            said.append(Message(_SHARES[self.of, self.strict], {"share": shown(self.threshold)}))
        return said

    def _stops(self) -> list[Text]:
        said: list[Text] = []
        if self.veto is Veto.ANY:
            said.append("One no is enough to stop it.")
        elif self.veto is Veto.JUSTIFIED:
            said.append(
                "One no that gives its reason is enough to stop it; a no without a reason is void as a veto."
            )
        if self.blocking_concerns:
            said.append("Every concern on record must be answered first.")
        return said

    def _time(self) -> list[Text]:
        said: list[Text] = []
        if self.min_days and self.clock is Clock.AGREEMENT:
            text = "Once all that is met, {days} more days pass before it takes effect."
            if self.min_days == 1:
                text = "Once all that is met, one more day passes before it takes effect."
            said.append(Message(text, {"days": self.min_days}))
        elif self.min_days:
            text = "It is open for at least {days} days."
            if self.min_days == 1:
                text = "It is open for at least a day."
            said.append(Message(text, {"days": self.min_days}))
        if self.early_close:
            said.append("It may close earlier once no missing vote could change the outcome.")
        return said


_SHARES = {
    (Of.CAST, True): "More than {share} of the yes and no votes are yes.",
    (Of.CAST, False): "At least {share} of the yes and no votes are yes.",
    (Of.ELECTORATE, True): "More than {share} of those who may vote say yes.",
    (Of.ELECTORATE, False): "At least {share} of those who may vote say yes.",
}


def shown(share: Fraction) -> str:
    """Give a share as people write it: whole percents where they are exact, else a fraction."""
    percent = share * 100
    return f"{percent.numerator}%" if percent.denominator == 1 else f"{share.numerator}/{share.denominator}"
