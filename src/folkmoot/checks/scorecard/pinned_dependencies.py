"""Pinned-Dependencies: what is built and released with is named by its hash.

Question:
    Are actions, images and downloads named by a hash, so that they cannot change unseen?

Why it matters:
    A tag or a branch can be moved. Whoever takes over an action, an image or a download site then runs code
    in every build that asks for it by such a name; it has happened to actions that tens of thousands of
    projects use. A hash names one content for ever.

How it is counted:
    Scorecard's rule. Of each kind of dependency that there is, the share that is pinned: actions (those of
    GitHub weigh 2, others 8, either alone 10), images of Dockerfiles, downloads that are run, and commands of
    pip, npm, go, choco and nuget (10 each) in scripts, Dockerfiles and workflows. All shares with their
    weights and counts together give 0 to 10. Without any: -1.

    One thing differs from Scorecard, which takes every name with "dockerfile" in it for a Dockerfile, but for
    eight languages: a program, text or file of settings with such a name counts only where it begins as a
    Dockerfile must, with FROM or ARG.

What it does not tell:
    Whether what is pinned is good, and whether a tool keeps the hashes fresh. Actions inside of composite
    actions are not seen by Scorecard; they are a finding of ours. Scripts that do not parse are named and
    left out. Without shfmt (extra "shell") commands cannot be judged: then the answer is unknown. What only
    tests, examples or a developer's own container use is told as a small risk.

References:
    Scorecard, Pinned-Dependencies: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/pinned_dependencies.go
    GitHub, third-party actions: https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
"""

from __future__ import annotations

from collections import Counter

from folkmoot.checks.scorecard._pinning import ACTION, Gathered, gather
from folkmoot.checks.scorecard._pinning_advice import advice, is_aside, is_meant, plainly, weight
from folkmoot.checks.scorecard._scored import Ruling, normalized, scorecard_check
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, Detail, Kind, debug, info, warn

WEIGHT = 10
GITHUB_WEIGHT, OTHER_WEIGHT = 2, 8
GITHUB, OTHER = f"GitHub-owned {ACTION}", f"third-party {ACTION}"
UNPINNED = "{kind} not pinned by hash"


def _rule(ground: Ground) -> Ruling:
    gathered = gather(ground)
    details = (*_problems(gathered), *_warnings(gathered))
    if gathered.stop:
        reason = f"internal error: {gathered.stop}"
        return Ruling(INCONCLUSIVE, reason, outcome=Outcome.ERROR)
    if gathered.lacks_shell:
        reason = "shell commands were not looked at, because shfmt is not installed (extra “shell”)"
        return Ruling(INCONCLUSIVE, reason, details, Outcome.UNKNOWN)
    pinned: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for kind, is_pinned in _uses(gathered):
        whole[kind] += 1
        pinned[kind] += is_pinned
    details += tuple(
        info(f"{pinned[kind]:3d} out of {whole[kind]:3d} {kind} dependencies pinned")
        for kind in sorted(whole)
    )
    if not whole:
        return Ruling(INCONCLUSIVE, "no dependencies found", details)
    weights = dict.fromkeys(whole, WEIGHT)
    if GITHUB in whole and OTHER in whole:
        weights |= {GITHUB: GITHUB_WEIGHT, OTHER: OTHER_WEIGHT}
    part = sum(pinned[kind] * weight for kind, weight in weights.items())
    score = BEST * part // sum(whole[kind] * weight for kind, weight in weights.items())
    if score == BEST:
        return Ruling(BEST, "all dependencies are pinned", details)
    kinds = {kind for kind in whole if pinned[kind] < whole[kind]}
    warned = sorted((d for d in details if d.kind is Kind.WARN), key=lambda d: weight(d.text))
    spots = tuple(dict.fromkeys(Evidence(plainly(d.text), d.path, d.line) for d in warned))
    if spots and all(is_meant(ground, spot) for spot in spots):
        reason = normalized("dependency not pinned by hash detected", score)
        told = tuple(
            Evidence("Not named by a hash, and its line says that this is meant.", s.path, s.line)
            for s in spots
        )
        return Ruling(score, reason, details, Outcome.YES, told)
    remedy, effort = advice(kinds, len(spots))
    risk = Risk.LOW if all(is_aside(spot.path) for spot in spots) else None
    reason = normalized("dependency not pinned by hash detected", score)
    return Ruling(score, reason, details, None, spots, remedy, effort, risk)


def _owner(name: str) -> str:
    return GITHUB if name.startswith(("actions/", "github/")) else OTHER


def _uses(gathered: Gathered) -> list[tuple[str, bool]]:
    actions = [(_owner(action.name), action.is_pinned) for action in gathered.actions]
    return actions + [(use.kind, use.is_pinned) for use in (*gathered.images, *gathered.commands.uses)]


def _problems(gathered: Gathered) -> list[Detail]:
    malformed = [warn(text) for text in gathered.malformed]
    skipped = [
        info(f"Possibly incomplete results: {problem}", path, line)
        for path, line, problem in gathered.commands.skipped
    ]
    return malformed + skipped


def _warnings(gathered: Gathered) -> list[Detail]:
    actions = [
        warn(UNPINNED.format(kind=_owner(action.name)), action.path, action.line, action.line)
        for action in gathered.actions
        if not action.is_pinned
    ]
    others = [
        warn(UNPINNED.format(kind=use.kind), use.path, use.line, use.end)
        for use in (*gathered.images, *gathered.commands.uses)
        if not use.is_pinned
    ]
    return actions + others + [debug(text) for text in gathered.failures]


CHECK = scorecard_check(
    "pinned-dependencies",
    "Pinned-Dependencies",
    _rule,
    title="Builds that name what they use by its hash",
    question="Are actions, images and downloads named by a hash, so that they cannot change unseen?",
    why=(
        "A tag or a branch can be moved. Whoever takes over an action, an image or a download site runs code "
        "in every build that asks for it by such a name."
    ),
    remedy="Name what is used by its hash: actions by their commit, images by their digest.",
    effort="an hour",
    risk=Risk.MEDIUM,
    order=20,
)
