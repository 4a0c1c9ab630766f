"""Contributing guide: how to take part.

Question:
    Does the project say how to contribute?

Why it matters:
    A guide answers the questions every newcomer has: how to build, how to test, what a good change looks
    like, who answers. Without it each maintainer answers them again and again.

How it is counted:
    A file named CONTRIBUTING, CONTRIBUTE, HACKING or SubmittingPatches, at the top, in a forge folder or
    in docs, or a folder called contributing there; or a README that links to a guide elsewhere, or has a
    section on contributing that says more than that it is welcome: ENOUGH letters or more, those of its
    parts with them.
    Where nobody but one person was ever seen, with a commit or a change, and nothing is released, none is
    asked for.

What it does not tell:
    A guide elsewhere that the README does not link to is not seen. On GitHub the owner's .github repository
    may provide one; then the answer is unknown, not no.

References:
    CHAOSS, Contributing guide: https://chaoss.community/kb/metric-documentation-discoverability/
    GitHub, contributor guidelines: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/setting-guidelines-for-repository-contributors
"""

import re
from dataclasses import replace

from folkmoot.checks.community._presence import FOUND, Sought, by_first_folder, find, presence
from folkmoot.checks.community.readme import SOUGHT as README
from folkmoot.checks.osps._documents import Document, document_of
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Finding, Outcome, Tree

LARGEST = 250_000
ENOUGH = 120
"""Letters below a heading that say how, and not only that everybody is welcome."""
HEADING = re.compile(r"\W{0,4}(?:how (?:to|can i|do i|you can) )?contribut(?:e|ing|ions?)\b", re.IGNORECASE)

SOUGHT = Sought(
    ("contributing", "contribute", "how-to-contribute", "how_to_contribute", "submittingpatches", "hacking"),
    inside=("contributing/", "docs/contributing/", "doc/contributing/"),
    linked=r"contribut(ing|ion) (guid|doc|instruct)|contributing(\.(md|rst|html))?/?$|how to contribute",
    is_for_others=True,
)

_GUIDE = presence(
    "contributing",
    "Contributing guide",
    SOUGHT,
    why=(
        "A guide answers the questions every newcomer has: how to build, how to test, what a good change "
        "looks like, who answers. Without it each maintainer answers them again and again."
    ),
    remedy=(
        "Create CONTRIBUTING.md with four commands that work (get it, build it, test it, check its style) "
        "and one sentence on who reviews and how soon."
    ),
    effort="two hours",
)


def decide(tree: Tree) -> Finding:
    """Look for the guide; where none is here, for a section of the README."""
    found = _GUIDE(tree)
    if found.outcome is Outcome.YES:
        return _with_folder(found)
    path = find(by_first_folder(tree.paths()), README)
    content = tree.read(path, LARGEST) if path else None
    line = _section(document_of(path, content)) if path and content else 0
    if not line:
        return found
    said = Message("{path}:{line} says how.", {"path": path or "", "line": line})
    return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")


def _with_folder(found: Finding) -> Finding:
    """Name the folder where that is the guide: any one of its files may be about a detail."""
    (said,) = found.evidence
    path = str(said.values.get("path", "")) if isinstance(said, Message) and said.text == FOUND else ""
    folder = next((each for each in SOUGHT.inside if path.lower().startswith(each)), "")
    return replace(found, evidence=(Message(FOUND, {"path": path[: len(folder)]}),)) if folder else found


def _section(document: Document) -> int:
    """Give the line of the first heading on contributing with enough below it, 0 where there is none."""
    for heading in document.headings:
        if HEADING.match(heading.text) and len(re.sub(r"\W+", "", document.section(heading))) >= ENOUGH:
            return heading.line
    return 0


CHECK = Check(
    id="contributing",
    version=4,
    title="Contributing guide",
    question="Does the project say how to contribute?",
    page="community",
    decide=decide,
    definition="https://chaoss.community/kb/metric-documentation-discoverability/",
    order=30,
)
