"""Actions inside of composite actions that can change unseen.

Question:
    Are actions of others that the project's own actions use named by a commit?

Why it matters:
    A composite action is a list of steps in a file action.yml. What it uses runs in every workflow that uses
    it: here, and at all who use ours. A tag can be moved to other code by whoever takes that action over.

How it is counted:
    A step of a composite action that uses an action of another owner without the 40 digits of a commit (or
    the digest of an image). Actions of GitHub (actions/, github/) and of this repository (./) are left out,
    and so are files in folders for tests and examples. Scorecard looks at workflows only.

What it does not tell:
    What those actions use themselves. An action of your own organisation counts like that of a stranger,
    because a clone does not say who you are.

References:
    GitHub, using third-party actions: https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
    zizmor, unpinned-uses: https://docs.zizmor.sh/audits/#unpinned-uses
    Scorecard, Pinned-Dependencies: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.checks.hardening._looking import actions, hardening_check
from folkmoot.checks.scorecard._pinning import is_pinned_action
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk

GITHUB = ("actions/", "github/")


def _places(ground: Ground) -> Iterator[Evidence]:
    for action in actions(ground).actions:
        for step in action.steps:
            uses = step.uses
            if uses and _is_of_others(uses.value) and not is_pinned_action(uses.value):
                told = Message("{uses} is not named by a commit.", {"uses": uses.value})
                yield Evidence(told, action.path, uses.line)


def _is_of_others(uses: str) -> bool:
    return uses != "" and not uses.startswith((".", *GITHUB)) and "${{" not in uses


CHECK = hardening_check(
    "composite-pins",
    _places,
    [actions],
    title="Own actions that use others by their commit",
    question="Are actions of others that the project's own actions use named by a commit?",
    found="Steps of the project's own actions that use what can change unseen: {places}.",
    none="The project's own actions use those of others by their commit.",
    nothing="There are no composite actions.",
    why=(
        "What a composite action uses runs in every workflow that uses it, here and elsewhere. A tag can be "
        "moved to other code by whoever takes that action over."
    ),
    remedy=(
        "Write “uses: owner/name@” and the 40 digits of the commit, with the version behind it (# v2.1.0). "
        "Dependabot keeps both fresh, if .github/dependabot.yml has an entry for github-actions with the "
        "action's folder under “directories”."
    ),
    effort="ten minutes for each action",
    risk=Risk.MEDIUM,
    definition="https://docs.zizmor.sh/audits/#unpinned-uses",
    order=21,
)
