"""OSPS-QA-06.03: major changes come with tests.

Question:
    Does a policy say that major changes add or update tests?

Why it matters:
    What has no test breaks with the next change, and nobody hears it.

How it is counted:
    Lines in documents for contributors or in the template for changes that ask for tests with a change.

What it does not tell:
    Whether reviewers insist.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0603
"""

import re

from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import told
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

TEMPLATE = re.compile(
    r"(\.github/|docs/|\.gitlab/|\.gitea/|\.forgejo/)?(pull_request_template|"
    r"merge_request_templates?)(/[^/]+)?(\.md)?",
    re.IGNORECASE,
)
ASKS = re.compile(
    rb"\btests?\b(?!\s+(?:this|the|it|your|that|my|these|locally|runners?|frameworks?|drivers?)\b)",
    re.IGNORECASE,
)
"""Tests as things; how somebody can test a change is another question."""


def _template(ground: Ground) -> Say | None:
    """Look whether the form for changes asks for tests."""
    for path in (each for each in ground.paths() if TEMPLATE.fullmatch(each)):
        content = ground.read(path, 50_000) or b""
        if match := ASKS.search(content):
            said = Message("{path} asks about tests.", {"path": path})
            return Say(Outcome.YES, said, (Evidence(said, path, content.count(b"\n", 0, match.start()) + 1),))
    return None


CHECK = requirement(
    __doc__,
    (
        told(
            words=r"\b(must|should|need\w*|have to|required|please|always|make sure|ensure|expect\w*|"
            r"remember|"
            r"don't forget)\b.{0,100}\b(add|includ|writ|updat|accompan|provid|creat|come with|"
            r"contain)\w*.{0,60}"
            r"\btests?\b(?!['’])|\b(add|includ|writ|updat|provid)\w* (\w+ ){0,3}tests? "
            r"(for|that|to|when|if)\b|"
            r"^\W*(add|include|write|update|provide) (\w+ ){0,3}tests?( cases?| coverage)?\b(?!['’])|"
            r"\b(changes?|patch(es)?|features?|fix(es)?|pull requests?|prs?|contributions?)\b.{0,80}"
            r"\b(with|have|has|include|come with|accompanied by)\b.{0,30}\btests?\b|without (a )?tests?\b|"
            r"\ba test\W{1,4}that fails|need to be tested|"
            r"tests? (have been|are|were|is) (added|included|updated|required|mandatory)|\[[ "
            r"x]\].{0,60}tests?",
            about=("test",),
            where=r"contribut|develop|hack|pull_request|merge_request|guideline|polic|^readme|"
            r"internals|^\.github/|^docs?/dev",
        ),
        _template,
    ),
    remedy=(
        "Write in CONTRIBUTING: “Every change that alters behaviour comes with a test that fails without it.”"
    ),
    effort="ten minutes",
    settle=(
        "Write in CONTRIBUTING.md: “Every change that alters behaviour comes with a test that fails "
        "without it.”"
    ),
)
