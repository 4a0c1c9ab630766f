"""Security policy: how to report a vulnerability without making it public.

Question:
    Can somebody who finds a vulnerability tell the maintainers in private?

Why it matters:
    Somebody who finds a hole and no address has two choices: publish it or keep silent. Both are worse
    than a mail.

How it is counted:
    A file named SECURITY, SECURITY-POLICY or SECURITY-PROCESS at the top, in a forge folder or in docs,
    or security.txt. In docs only a name in capitals or a Markdown file counts, because a page called
    security is often about something else. Where there is none, a link of the README or the guide for
    contributors that leads to a policy elsewhere, or a section of the README on security that names an
    address or another private way, is an answer too.

What it does not tell:
    Whether reports are answered, and whether private reporting is switched on at the forge. On GitHub the
    owner's .github repository may provide a policy; then the answer is unknown, not no.

References:
    OpenSSF, Security-Policy: https://github.com/ossf/scorecard/blob/main/docs/checks.md#security-policy
    GitHub, security policies: https://docs.github.com/en/code-security/getting-started/adding-a-security-policy-to-your-repository
    RFC 9116, security.txt: https://www.rfc-editor.org/rfc/rfc9116
"""

from dataclasses import replace

from folkmoot.checks.community._presence import USUAL_FOLDERS, Sought, by_first_folder, find, presence
from folkmoot.checks.community.readme import SOUGHT as README
from folkmoot.checks.osps._documents import document_of
from folkmoot.checks.osps._reporting import way_in
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Finding, Outcome, Tree


def _is_about_reporting(path: str) -> bool:
    """Turn down pages such as docs/security.rst, which explain security features."""
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.partition(".")
    return folder.lower() not in {"docs", "doc", "documentation"} or stem.isupper() or ending == "md"


LARGEST = 250_000

SOUGHT = Sought(
    ("security", "security_policy", "security-policy", "security-process"),
    folders=(*USUAL_FOLDERS, ".well-known/"),
    accept=_is_about_reporting,
    linked=r"(?<!\w)security (polic|process|guideline|report)|"
    r"report\w* (a |an |any )?(security|vulnerabilit)|"
    r"(vulnerability|responsible|coordinated) disclosure|(?<!/settings)(?<!/account)(?<!/profile)(?<!/user)"
    r"/security(\.(md|rst|txt|html))?/?$|"
    r"/security/policy/?$|security[-_](policy|process)|vulnerability-disclosure",
)

WITHOUT_RELEASES = (
    "Create SECURITY.md: “Please report vulnerabilities to ADDRESS, not in a public issue. We answer "
    "within 7 days.”"
)
"""What to do where nothing is released: no version has to be supported then."""
_POLICY = presence(
    "security",
    "Security policy",
    SOUGHT,
    why=(
        "Somebody who finds a hole and no address has two choices: publish it or keep silent. Both are "
        "worse than a mail."
    ),
    remedy=(
        "Create SECURITY.md: “Please report vulnerabilities to ADDRESS, not in a public issue. We answer "
        "within 7 days. We support the newest release.”"
    ),
    effort="half an hour",
)


def decide(tree: Tree) -> Finding:
    """Look for the policy; where none is here, for a section of the README that says whom to tell."""
    found = _POLICY(tree)
    if found.outcome is Outcome.YES:
        return found
    path = find(by_first_folder(tree.paths()), README)
    content = tree.read(path, LARGEST) if path else None
    way = way_in(document_of(path, content)) if path and content else None
    if way is None:
        return found
    said = Message("{path}:{line} says whom to tell.", {"path": path or "", "line": way[0]})
    return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")


CHECK = Check(
    id="security",
    version=2,
    title="Security policy",
    question="Can somebody who finds a vulnerability tell the maintainers in private?",
    page="community",
    decide=decide,
    definition="https://github.com/ossf/scorecard/blob/main/docs/checks.md#security-policy",
    order=50,
)
