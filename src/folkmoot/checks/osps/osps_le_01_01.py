"""OSPS-LE-01.01: contributors say that they may contribute.

Question:
    Must contributors state that they have the right to give what they give?

Why it matters:
    Code that its author's employer owns has to be taken out again, years later and by somebody else.

How it is counted:
    A forge that requires sign-off, a bot or workflow that checks a DCO or CLA, or at least 95 % signed-off
    commits of people that landed in the year to the newest one (merges and programs left out) are a yes.
    Documents that ask for it are shown where nothing shows that it is enforced.

What it does not tell:
    Whether each statement is true. The terms of some forges (GitHub's “inbound=outbound”) say something of
    the kind for everybody.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-le-0101
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import at_word, hinted
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome

ENOUGH = 0.95
FEWEST = 20


def _practice(ground: Ground) -> Say | None:
    """Look how many commits of the last year carry a sign-off."""
    told = ground.released
    if told is None or told.commits < FEWEST or not told.signed_off:
        return None
    values: dict[str, str | int | float] = {"signed": told.signed_off, "commits": told.commits}
    text = "{signed} of {commits} commits of people that landed in the year to the newest one are signed off."
    said = Message(text, values)
    return Say(Outcome.YES if told.signed_off >= ENOUGH * told.commits else Outcome.UNKNOWN, said)


CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.sign_off_required or None,
            "The forge requires a sign-off for what is edited there.",
        ),
        there(
            r"\.github/dco\.ya?ml|\.?clabot(\.json)?|\.github/cla(bot)?\.ya?ml|\.cla-assistant.*|"
            r"\.github/workflows/[^/]*\b(cla|dco)\b[^/]*\.ya?ml",
            "{path} checks that contributors made the statement.",
        ),
        runs(
            r"contributor-assistant/|cla-assistant|dco-check|dco-bot|probot/dco|christophebedard/dco|"
            r"tim-actions/dco",
            text="{path} checks that contributors made the statement.",
        ),
        _practice,
        hinted(
            words=r"developer certificate of origin|developercertificate\.org|signed-off-by|"
            r"contributor licen[sc]e agreement|git commit (-s|--signoff)|"
            rf"{at_word('dco')}\b|{at_word('cla')}\b",
            about=("dco", "cla", "signed-off", "certificate of origin", "licen", "signoff"),
            where=r"^[^/]+$|^\.github/|contribut|develop|govern|licen|dco|^docs?/[^/]+$",
        ),
    ),
    remedy={
        "": "Let a pipeline check that each commit has a line Signed-off-by, and write in CONTRIBUTING: "
        "“Sign "
        "off each commit: `git commit -s`”.",
        "github": "Install the DCO app (https://github.com/apps/dco) and make its check required; write in "
        "CONTRIBUTING: “Sign off each commit: `git commit -s`”.",
        "gitlab": "Settings > Repository > Push rules > Reject commits that aren't DCO certified "
        "(Premium), and "
        "write in CONTRIBUTING: “Sign off each commit: `git commit -s`”.",
    },
    effort="an hour",
    settle=(
        "Name the check for DCO or CLA: a workflow in the repository, or a required status check that "
        "--forge can see."
    ),
)
