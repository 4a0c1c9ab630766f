"""Issue template: what a report should say.

Question:
    Does the project ask reporters for what it needs to know?

Why it matters:
    Every report without a version or steps costs a question and a day of waiting. A template asks once.

How it is counted:
    A file named ISSUE_TEMPLATE in a forge folder, at the top or in docs, or anything inside the folders
    GitHub, GitLab, Gitea and Forgejo read templates from.
    Where nobody but one person was ever seen, with a commit or a change, and nothing is released, none is
    asked for.

What it does not tell:
    Projects that take reports by mail need none: without any forge folder the answer is unknown. On
    GitHub the owner's .github repository may provide templates; then it is unknown, too.

References:
    GitHub, issue templates: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/about-issue-and-pull-request-templates
    GitLab, description templates: https://docs.gitlab.com/user/project/description_templates/
"""

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, presence
from folkmoot.model.check import Check, Risk

QUESTIONS = "with four questions: what did you do, what did you expect, what happened, which version."
SOUGHT = Sought(
    ("issue_template",),
    endings=(*TEXT_ENDINGS, ".yml", ".yaml"),
    inside=(
        "issue_template/",
        "docs/issue_template/",
        ".github/issue_template/",
        ".gitlab/issue_templates/",
        ".gitea/issue_template/",
        ".forgejo/issue_template/",
    ),
    forge_only=True,
    is_for_others=True,
    accept=lambda path: not path.lower().endswith(("/config.yml", "/config.yaml")),  # says what is offered
)

DECIDE = presence(
    "issue-template",
    "Issue template",
    SOUGHT,
    why=(
        "Every report without a version or steps costs a question and a day of waiting. A template asks once."
    ),
    remedy={
        "": f"Create a template for reports where your forge looks for it {QUESTIONS}",
        "github": f"Create .github/ISSUE_TEMPLATE/bug.md {QUESTIONS}",
        "gitlab": f"Create .gitlab/issue_templates/Bug.md {QUESTIONS}",
        "forgejo": f"Create .forgejo/issue_template/bug.md {QUESTIONS}",
        "gitea": f"Create .gitea/issue_template/bug.md {QUESTIONS}",
    },
    effort="half an hour",
)

CHECK = Check(
    id="issue-template",
    version=2,
    title="Issue template",
    question="Does the project ask reporters for what it needs to know?",
    page="community",
    decide=DECIDE,
    definition=(
        "https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/about-issue-and-pull-request-templates"
    ),
    order=70,
    risk=Risk.LOW,
)
