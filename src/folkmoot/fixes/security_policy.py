"""A SECURITY.md: how to report a vulnerability in private, and what happens then, from three answers.

What it writes:
    SECURITY.md, where there is no security policy yet: whom to write to, within how many days they are
    answered, which versions are looked after, when a hole is made public.

What it never does:
    Change a policy that is there, or promise anything that was not answered.

References:
    OpenSSF, guide to coordinated vulnerability disclosure: https://github.com/ossf/oss-vulnerability-guide
"""

from __future__ import annotations

import re

from folkmoot.i18n import Message
from folkmoot.model.check import Finding
from folkmoot.model.errors import UsageError
from folkmoot.model.fix import Asked, Bench, Edit, Fix, Mending

PATH = "SECURITY.md"
USUAL = re.compile(
    r"(?:|\.github/|\.gitlab/|docs/|\.well-known/)security(?:[-_](?:policy|process))?(?:\.\w+)?"
)
CONTACT = Asked("contact", "Where do reports go: a mail address, or an https address of a private form")
DAYS = Asked("days", "Within how many days do you answer", "7")
DISCLOSE = Asked("disclose", "After how many days at the latest is a hole made public", "90")
VERSIONS = Asked("versions", "Which versions get fixes", "The newest release")

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"https://[^\s<>\"'`()\[\]]{3,300}")

TEXT = """\
# Security

## Reporting a vulnerability

Please report a vulnerability in private, to {contact}, and not in a public issue. Say which version you
looked at, what somebody could do with it, and how to see it happen. If you are unsure whether it is a
vulnerability, report it all the same.

You get an answer within {days} days. We then work out together how bad it is and how to mend it, keep you
informed while we do, and name you when it is published, if you like.

## Disclosure

We publish a security advisory together with the fix, and ask you to keep the vulnerability to yourself until
then, for {disclose} days at most.

## Supported versions

{versions} gets security fixes.
"""


def propose(bench: Bench) -> Mending:
    """Give the new file. Raises UsageError when nobody said where reports go, or that is no address."""
    there = [path for path in bench.ground.paths() if USUAL.fullmatch(path.lower())]
    if there:
        return Mending(notes=(Message("There is a policy already: {path}.", {"path": there[0]}),))
    contact = bench.answer(CONTACT)
    if not MAIL.fullmatch(contact) and not WEB.fullmatch(contact):
        raise UsageError(
            f"{contact!r} is neither a mail address nor an https address." if contact else
            "A security policy needs somewhere that reports go to.",
            hint="add --answer contact=security@example.org, or the address of a private form.",
        )  # fmt: skip
    days, disclose = (_number(bench, asked) for asked in (DAYS, DISCLOSE))
    link = f"<{contact}>" if WEB.fullmatch(contact) else f"[{contact}](mailto:{contact})"
    versions = bench.answer(VERSIONS).rstrip(".")
    text = TEXT.format(
        contact=link, days=days, disclose=disclose, versions=versions[:1].upper() + versions[1:]
    )
    note = "Read it as if you had found a hole; promise only what you will keep."
    return Mending((Edit(PATH, None, text.encode()),), (note,))


def _number(bench: Bench, asked: Asked) -> int:
    said = bench.answer(asked)
    if not re.fullmatch(r"[1-9]\d{0,3}", said):
        raise UsageError(
            f"{said!r} is no number of days.", hint=f"add --answer {asked.name}={asked.default}."
        )
    return int(said)


def is_without_policy(finding: Finding) -> bool:
    """Tell whether a finding is about a policy that is not there; one that is there is mended by hand."""
    return not any(detail.path for detail in finding.scored.details) if finding.scored else True


FIX = Fix(
    id="security-policy",
    title="Write a SECURITY.md",
    answers=("security", "scorecard-security-policy"),
    propose=propose,
    asks=(CONTACT, DAYS, DISCLOSE, VERSIONS),
    fits=is_without_policy,
)
