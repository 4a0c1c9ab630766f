"""OSPS-GV-02.01: a public place to talk.

Question:
    Is there a public place to talk about changes and problems?

Why it matters:
    What is decided in private cannot be joined.

How it is counted:
    Issues or discussions at the forge, templates for issues, or a forum, list or chat that the documentation
    names. "Discourse" counts as the forum of that name, not as a word for talk.

What it does not tell:
    Whether somebody answers there.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0201
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.takes_issues or forge.has_discussions,
            "The forge takes issues or discussions from everybody.",
        ),
        there(
            r"\.(github|gitlab|gitea|forgejo)/(issue_template(s)?(/.+)?|discussion_template/.+|"
            r"issue_template\.md)|(docs/)?issue_template\.md",
            "{path} shows that issues are taken.",
        ),
        told(
            headings=r"^((getting |get )?(help|support|in touch|involved)"
            r"(?= *($|[&:?/,]|and |or |with |from |channel|forum|resource))|"
            r"communit(y|ies)(?= *($|[&:?/,(]|and |or |channel|forum|resource|support|chat|meeting|"
            r"discussion|call|space))|"
            r"communication( channels)?|"
            r"contact( us)?|discussions?|mailing lists?|chat|slack|discord|forum|questions|feedback|"
            r"where to (ask|get help)|meetings?)\b",
            words=r"(/discussions\b(?!/\d)|(?<!oss-fuzz)/issues\b(?!/\d)|discord(app)?\.(gg|com)|slack\.com|"
            r"\.slack\.|gitter\.im|zulipchat|matrix\.to|groups\.google|stackoverflow\.com/questions/tagged|"
            # a word for talk of any kind, too
            r"discourse\.[a-z]|\[discourse\]|\b(?:on|our|via|through) discourse\b|"
            r"\bdiscourse (?:forums?|channels?|groups?|instances?|sites?|servers?|categor(?:y|ies))\b|"
            r"libera\.chat|mailing list|lists\.[a-z])",
            about=(
                "issue",
                "discuss",
                "chat",
                "discord",
                "discourse",
                "slack",
                "matrix",
                "forum",
                "list",
                "gitter",
                "stackoverflow",
                "communit",
            ),
            where=r"^[^/]+$|^\.github/|^docs?/[^/]+$|communit|contribut",
        ),
    ),
    remedy="Switch on issues or discussions at the forge and name them in the README.",
    effort="ten minutes",
    settle="Run it with --forge, or name the place in the README: “Questions: https://…/discussions”.",
)
