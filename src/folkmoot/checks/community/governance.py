"""Governance: who decides, and how somebody comes to decide.

Question:
    Does the project say who decides?

Why it matters:
    People invest in a project when they can see how their word comes to count, and a project survives its
    founders when that is written down.

How it is counted:
    A file named GOVERNANCE, MAINTAINERS, OWNERS, COMMITTERS or STEERING, with the usual endings, at the
    top, in a forge folder or in docs, or a folder called governance; or a README or guide for contributors
    that links to such a document elsewhere. OWNERS says who approves: it counts where nothing else is
    there, and only with a line that is no comment. Without any of them, a charter or bylaws there, whatever
    stands before the word, such as TSC-Charter.md, where it speaks of votes, elections, consensus or a
    committee: other charters tell what a project is about. Where there is a CODEOWNERS alone the answer is
    unknown: it says whose review is asked for, and not whether that decides, nor how anybody becomes one.
    Where nobody but one person made commits in the year before the newest one, none is asked for: there is
    nobody to agree with.

What it does not tell:
    Whether it is followed. A charter on a web site that no README leads to is not seen; on GitHub the
    owner's .github repository may provide one; then the answer is unknown, not no.

References:
    Minimum Viable Governance: https://github.com/github/MVG
    CHAOSS, Project governance: https://chaoss.community/kb/metrics-model-project-awareness/
"""

import re
from dataclasses import replace

from folkmoot.checks.community._presence import FOUND, MAYBE_ELSEWHERE, NOT_HERE, Sought, presence
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Finding, Ground, Outcome, Tree

LEADS_THERE = (
    r"^((the|our|project|community) )*governance"
    r"( (model|process|policy|documents?|guide(lines)?|structure|charter))?$|"
    r"(^|/)(governance|maintainers)(\.(md|markdown|rst|txt|adoc|html))?/?([#?].*)?$"
)
"""Words or the address of a link that name the document; a program for governance is called otherwise."""
SOUGHT = Sought(
    ("governance", "maintainers", "owners", "committers", "steering", "core_team", "core-team"),
    inside=("governance/", "docs/governance/"),
    weaker=frozenset({"owners"}),
    linked=LEADS_THERE,
)
CHARTER = re.compile(
    r"(?:(?:\.github|\.gitlab|\.gitea|\.forgejo|docs?|documentation)/)?(?:[\w.]{1,30}[-_ ]){0,3}"
    r"(?:charter|by-?laws)(?:\.(?:md|markdown|rst|txt|adoc|html))?",
    re.IGNORECASE,
)
DECIDING = (
    re.compile(rb"\b(?:vot(?:e[sd]?|ing)|ballots?)\b", re.IGNORECASE),
    re.compile(rb"\b(?:elect(?:s|ed|ions?)|nominat(?:e[sd]?|ions?)|appoint(?:s|ed)?)\b", re.IGNORECASE),
    re.compile(rb"\b(?:consensus|quorum|majority)\b", re.IGNORECASE),
    re.compile(rb"\b(?:steering (?:committee|council|group)|[TP][SM]C|chair(?:person|s)?)\b"),
)
"""What a text on who decides speaks of; one that has words of two kinds is held to be such."""
LARGEST = 250_000
REVIEWERS = Sought(("codeowners",), endings=("",), weaker=frozenset({"codeowners"}))
ALONE = "One person made all commits of the year before the newest one, so there is nobody to agree with."
ASKED = "{path} says whose review is asked for; who decides, and how, it does not say."

_says_who = presence(
    "governance",
    "Governance",
    SOUGHT,
    why=(
        "People invest in a project when they can see how their word comes to count, and a project survives "
        "its founders when that is written down."
    ),
    remedy=(
        "Create MAINTAINERS.md: who may merge, who releases, how a decision is made when they disagree, and "
        "how somebody becomes one of them. Half a page will do."
    ),
    effort="two hours, plus agreeing on it",
)

_names_reviewers = presence("governance", "Governance", REVIEWERS, why="", remedy="", effort="")


def decide(tree: Tree) -> Finding:
    """Decide; CODEOWNERS alone leaves it unknown."""
    found, beside = _says_who(tree), _names_reviewers(tree)
    if found.outcome is Outcome.YES:
        return found
    if charter := _charter(tree):
        told = Message(FOUND, {"path": charter})
        return replace(found, outcome=Outcome.YES, evidence=(told,), remedy="", effort="")
    if beside.outcome is not Outcome.YES:
        is_lone = isinstance(tree, Ground) and tree.released is not None and tree.released.authors == 1
        if is_lone and is_unwritten(found):
            return replace(found, outcome=Outcome.NOT_APPLICABLE, evidence=(ALONE,))
        return found
    asked = tuple(Message(ASKED, each.values) for each in beside.evidence if isinstance(each, Message))
    return replace(found, outcome=Outcome.UNKNOWN, evidence=asked)


def _charter(tree: Tree) -> str:
    """Give the charter or bylaws that say who decides, the shortest path first, or ""."""
    for path in sorted(filter(CHARTER.fullmatch, tree.paths()), key=lambda path: (len(path), path)):
        content = tree.read(path, LARGEST) or b""
        if sum(bool(words.search(content)) for words in DECIDING) >= 2:
            return path
    return ""


def is_unwritten(found: Finding) -> bool:
    """Tell whether there is nothing at all: an empty file, or one on reviewers, was begun by somebody."""
    return found.evidence in ((NOT_HERE,), (MAYBE_ELSEWHERE,))


CHECK = Check(
    id="governance",
    version=4,
    title="Governance",
    question="Does the project say who decides?",
    page="community",
    decide=decide,
    definition="https://github.com/github/MVG",
    order=60,
)
