"""OSPS-DO-01.01: a guide to the basic functions.

Question:
    Is there a guide to what the software does and how it is used?

Why it matters:
    Most misuse of software is a missing page of documentation.

How it is counted:
    A heading about usage, first steps or a tutorial with something below it, in the README or the
    documentation; or a guide that SECURITY-INSIGHTS names. “Getting started” in a guide for contributors or
    on installing is about something else.

What it does not tell:
    Whether it covers all basic functions and is up to date; documentation on a website is not seen.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0101
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import hinted, told

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"^(\d[.\d]* )?(usage|how to use|using |getting started|get started|quick ?-?start|"
            r"tutorials?|user(s|'s)? (guide|manual)|examples?|basic usage|first steps|introduction|"
            r"synopsis|a simple example|how it works|guides?$)",
            files=r"(quick-?start|getting[-_]started|tutorial|user[-_]?guide|usage|manual)",
            where=r"^(?!(.+/)?(contribut|commit|maint|hacking|develop|install|build|releas|testing|governance|"
            r"security)[^/]*$)(?!docs?/(dev|devel\w*|developers?|contribut\w*|internals?)/)"
            r"([^/]+$|docs?/|documentation/|website/|\.github/)",
        ),
        attested(
            "project.documentation.detailed-guide",
            "project.documentation.quickstart-guide",
            "documentation.*",
        ),
        hinted(
            words=r"(documentation|docs|guide|manual)\S{0,20} .{0,40}https?://|\[[^\[\]]{0,80}(documentation|docs|"
            r"guide|manual)[^\]]{0,80}\]\(",
            where=r"^readme",
        ),
    ),
    remedy="Write a section “Usage” in the README: install, the smallest example, and what it prints.",
    effort="an afternoon",
    settle="Add `project.documentation.detailed-guide: https://…` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
