"""OSPS-VM-04.01: known vulnerabilities are published.

Question:
    Does the project publish what it knows about its vulnerabilities, in a place one can foresee?

Why it matters:
    Users cannot act on what they are not told.

How it is counted:
    Advisories that the forge shows, pages or files of advisories, or CVE and GHSA numbers in the README, in
    documents about security or releases, or in the changelog. Elsewhere a number is usually that of others.

What it does not tell:
    Whether all are published. A project that never had one has nothing to publish: then a page that says
    where they would be is enough.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0401
"""

import re

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._paths import NOT_OURS
from folkmoot.checks.osps._releases import changelogs
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import told
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

NUMBER = re.compile(rb"\b(CVE-\d{4}-\d{4,7}|GHSA-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})\b")
PAGE = re.compile(
    r"(.+/)?(security[-_ ]?advisor(y|ies)|advisor(y|ies)|security[-_ ]?bulletins?|"
    r"(known[-_ ])?vulnerabilities|cves?)(/.+)?\.(md|rst|txt|adoc|html|xml|json|ya?ml|toml|csv)|"
    r"(.+/)?vuln\.pm",
    re.IGNORECASE,
)
"""Pages and files of advisories by their names; program text of that name is none."""
MOST_READ = 60


def _changelog(ground: Ground) -> Say | None:
    """Look for numbers of vulnerabilities in the changelogs."""
    logs = sorted(changelogs(ground), key=lambda path: (path.count("/"), path))
    for path, content, _ in ground.read_all(logs[:20], 1_000_000):
        if content and (match := NUMBER.search(content)):
            said = Message("{path} names {number}.", {"path": path, "number": match[0].decode()})
            line = content.count(b"\n", 0, match.start()) + 1
            return Say(Outcome.YES, said, (Evidence(said, path, line),))
    return None


def _pages(ground: Ground) -> Say | None:
    """Look for numbers of vulnerabilities in pages and files that are called advisories or the like."""
    called = [path for path in ground.paths() if PAGE.fullmatch(path) and not NOT_OURS.search(path)]
    called = sorted(
        (path for path in called if path not in ground.links()), key=lambda path: (path.count("/"), path)
    )
    found = []
    for path, content, _ in ground.read_all(called[:MOST_READ], 200_000):
        if content and (match := NUMBER.search(content)):
            said = Message("{path} names {number}.", {"path": path, "number": match[0].decode()})
            found.append(Evidence(said, path, content.count(b"\n", 0, match.start()) + 1))
    if not found:
        return None
    return Say(Outcome.YES, Message("{path} is about advisories.", {"path": found[0].path}), tuple(found[:6]))


CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: (
                None if forge.published_advisories is None else forge.published_advisories > 0 or None
            ),
            "The forge shows published advisories.",
        ),
        _pages,
        told(
            headings=r"(security )?(advisor(y|ies)|bulletins?)|(past|known|disclosed|previous|published) "
            r"(vulnerabilit|security issues)|vulnerability (history|disclosures|announcements?)|"
            r"security (announcements?|releases)",
            words=r"(publish\w*|announc\w*|disclos(e|es|ed|ing)) .{0,60}(advisor|cve|ghsa|vulnerabilit)|"
            r"(advisories|vulnerabilities) (are|will be) (published|announced|disclosed|listed)",
            about=("advisor", "cve", "ghsa", "vulnerab", "bulletin", "announce"),
            # How reports are made is another matter, and so is what nobody shall tell.
            unless=r"\b(not|never|if you|before|refrain|avoid)\b|n't\b",
            where=r"^[^/]+$|^\.github/|^(?!docs?/reference/).*(secur|vulnerab|disclos|bulletin|releas|support)|^docs?/advisor",
        ),
        told(
            words=r"security/advisories\b(?!/new)|(cve|ghsa)-\d{4}",
            about=("advisories", "cve-", "ghsa-"),
            where=r"secur|vulnerab|advisor|disclos|bulletin|support|releas|^readme|contribut",
        ),
        _changelog,
    ),
    remedy=(
        "Publish each fixed vulnerability as an advisory of the forge (it gives a CVE number), and name "
        "the page in SECURITY.md."
    ),
    effort="half an hour each",
    settle=(
        "Write in SECURITY.md where advisories are published: "
        "“https://github.com/OWNER/NAME/security/advisories”."
    ),
)
