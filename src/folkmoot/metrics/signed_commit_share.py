"""Share of commits with a signature.

Question:
    How many commits carry a cryptographic signature?

Why it matters:
    Author and committer of a commit are plain text that anybody can write. A signature ties the commit to a
    key, so that a stolen password alone does not make somebody else's commits.

How it is counted:
    Commits of people on the default branch (merges and bots left out) with an OpenPGP, SSH or X.509 signature
    in them, divided by all such commits of the year. n is the number of commits.

What it does not tell:
    Signatures are counted, not verified: whose key it is, and whether it was revoked, is not looked up. What
    is squashed or rebased on a forge is signed by the forge or by nobody, whatever its author did.

References:
    Git, Signing Your Work: https://git-scm.com/book/en/v2/Git-Tools-Signing-Your-Work
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="signed-commit-share",
    version=1,
    title="Commits with a signature",
    question="How many commits carry a cryptographic signature?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql="""
        select year_id as period, 1e0 * sum(is_signed) / count(*) as value, count(*) as n
        from commits
        where is_bot = 0 and is_merge = 0
        group by year_id
    """,
    events="""
        select year_id as period, event,
            case when is_signed = 1 then 'commit.signed' else 'commit' end as kind
        from commits
        where is_bot = 0 and is_merge = 0
    """,
    definition="https://git-scm.com/book/en/v2/Git-Tools-Signing-Your-Work",
    min_n=5,
    order=120,
    caveat="Signatures are counted, not verified; a forge signs what it squashes, whoever wrote it.",
)
