"""Security-Policy: a file that says how to report a vulnerability, with an address and some words.

Question:
    Does a security policy say where to report, and what happens then?

Why it matters:
    Somebody who finds a hole and no address has two choices: publish it or keep silent.

How it is counted:
    Scorecard's rule: the first of 13 names at the top, in .github or in docs. 6 for a link or an address in
    it, 3 for text beside those, 1 for more than one number of up to four digits or word that begins with
    "disclos" or "vuln". With an address and text, which is 9, we say "yes".

What it does not tell:
    Whether reports are answered. Whether the owner's .github repository provides a policy for all its
    repositories: Scorecard asks GitHub about that. So without a file the answer is "unknown" where the
    project is on GitHub, while the score stays 0.

References:
    Scorecard, Security-Policy: https://github.com/ossf/scorecard/blob/main/docs/checks.md#security-policy
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/security_policy.go
"""

from __future__ import annotations

import re

from folkmoot.checks.scorecard._files import listing, matching, read_files
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import Detail, info, warn

NAMES = {
    *(f"{place}security.{end}" for place in ("", ".github/", "docs/") for end in ("md", "markdown", "adoc")),
    *(f"{place}security.rst" for place in ("", ".github/", "doc/", "docs/")),
}
FOR_LINKS, FOR_TEXT, FOR_HINTS = 6, 3, 1
ENOUGH = FOR_LINKS + FOR_TEXT
LINK = re.compile(rb"https?://[a-zA-Z0-9./?=_%:-]*")
MAIL = re.compile(rb"\b[A-Za-z0-9._%+-]++(?:(?P<rest>(?:@|\\?\[at\\?\])[A-Za-z0-9.-]+\.[A-Za-z]{2,6}\b))?")
"""An address where `rest` is found. What could begin one is consumed either way: no text takes long."""
HINT = re.compile(rb"[0-9]{1,4}\b|disclos|vuln", re.IGNORECASE)

NOT_HERE = "No security policy at the top, in .github or in docs, under a name that Scorecard knows."
ELSEWHERE = (
    "No security policy in this repository. The owner's .github repository may provide one for all its "
    "repositories, which a clone cannot show."
)
NOTHING = "no security file to analyze"
HAS_LINKS, NO_LINKS = "Found linked content", "no linked content found"
HAS_TEXT, NO_TEXT = (
    "Found text in security policy",
    "No text (besides links / emails) found in security policy",
)
HAS_HINTS, NO_HINTS = (
    "Found disclosure, vulnerability, and/or timelines in security policy",
    "One or no descriptive hints of disclosure, vulnerability, and/or timelines in security policy",
)


def judge(path: str, content: bytes) -> Ruling:
    """Give the ruling about the policy at `path`, by what is in it."""
    lines = content.split(b"\n")
    linked = {match for line in lines for match in LINK.findall(line)}
    linked |= {match[0] for line in lines for match in MAIL.finditer(line) if match["rest"]}
    hints = sum(len(HINT.findall(line)) for line in lines)
    is_text = len(content) > 1 and len(content) > sum(map(len, linked)) + 2 * len(linked)
    told: list[Detail] = [info("security policy file detected", path, 1)]
    score = 0
    for holds, points, yes, no in (
        (bool(linked), FOR_LINKS, HAS_LINKS, NO_LINKS),
        (hints > 1, FOR_HINTS, HAS_HINTS, NO_HINTS),
        (is_text, FOR_TEXT, HAS_TEXT, NO_TEXT),
    ):
        score += points if holds else 0
        told.append(info(yes, path, 1) if holds else warn(no))
    is_enough = Outcome.YES if score >= ENOUGH else None
    return Ruling(score, "security policy file detected", tuple(told), is_enough)


def _rule(ground: Ground) -> Ruling:
    paths = listing(ground).paths
    policy = next((path for path in paths if path.lower() in NAMES), None)
    if policy is None:
        told = (warn("no security policy file detected"), *(3 * (warn(NOTHING),)))
        is_on_github = any(path.startswith(".github/") for path in paths)
        doubt = Outcome.UNKNOWN if is_on_github else None
        spots = (Evidence(ELSEWHERE if is_on_github else NOT_HERE),)
        return Ruling(0, "security policy file not detected", told, doubt, spots)
    # The engine looks for the content by the name alone, so that a file of the same name that its walk
    # meets earlier is read in place of this one.
    read = read_files(ground, matching(ground, policy))
    content = next((content for _path, content in read if content), b"")
    return judge(policy, content)


CHECK = scorecard_check(
    "security-policy",
    "Security-Policy",
    _rule,
    title="Security policy with an address",
    question="Does a security policy say where to report, and what happens then?",
    why="Somebody who finds a hole and no address has two choices: publish it or keep silent.",
    remedy=(
        "Create SECURITY.md: “Please report vulnerabilities to ADDRESS, not in a public issue. We answer "
        "within 7 days and agree with you on a day of disclosure. We support the newest release.”"
    ),
    effort="half an hour",
    risk=Risk.MEDIUM,
    order=35,
)
