"""Change template: what a pull or merge request should say.

Question:
    Does the project ask contributors for what a reviewer needs?

Why it matters:
    A few lines (what, why, how tested, which issue) save a round of questions, and tell newcomers what is
    expected before they ask.

How it is counted:
    A file named PULL_REQUEST_TEMPLATE or MERGE_REQUEST_TEMPLATE in a forge folder, at the top or in docs,
    or anything inside the folders GitHub, GitLab, Gitea and Forgejo read templates from.
    Where nobody but one person was ever seen, with a commit or a change, and nothing is released, none is
    asked for.

What it does not tell:
    Projects that take patches by mail need none: without any forge folder the answer is unknown. On
    GitHub the owner's .github repository may provide a template; then it is unknown, too.

References:
    GitHub, pull request templates: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/creating-a-pull-request-template-for-your-repository
    GitLab, description templates: https://docs.gitlab.com/user/project/description_templates/
"""

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, presence
from folkmoot.model.check import Check, Risk

LINES = "with four lines: what changes, why, how it was tested, which issue it closes."
SOUGHT = Sought(
    ("pull_request_template", "merge_request_template"),
    endings=(*TEXT_ENDINGS, ".yml", ".yaml"),
    inside=(
        "pull_request_template/",
        "docs/pull_request_template/",
        ".github/pull_request_template/",
        ".gitlab/merge_request_templates/",
        ".gitea/pull_request_template/",
        ".forgejo/pull_request_template/",
    ),
    forge_only=True,
    is_for_others=True,
)

DECIDE = presence(
    "change-template",
    "Change template",
    SOUGHT,
    why=(
        "A few lines (what, why, how tested, which issue) save a round of questions, and tell newcomers "
        "what is expected before they ask."
    ),
    remedy={
        "": f"Create a template for changes where your forge looks for it {LINES}",
        "github": f"Create .github/PULL_REQUEST_TEMPLATE.md {LINES}",
        "gitlab": f"Create .gitlab/merge_request_templates/Default.md {LINES}",
        "forgejo": f"Create .forgejo/PULL_REQUEST_TEMPLATE.md {LINES}",
        "gitea": f"Create .gitea/PULL_REQUEST_TEMPLATE.md {LINES}",
    },
    effort="a quarter of an hour",
)

CHECK = Check(
    id="change-template",
    version=2,
    title="Change template",
    question="Does the project ask contributors for what a reviewer needs?",
    page="community",
    decide=DECIDE,
    definition=(
        "https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/creating-a-pull-request-template-for-your-repository"
    ),
    order=80,
    risk=Risk.LOW,
)
