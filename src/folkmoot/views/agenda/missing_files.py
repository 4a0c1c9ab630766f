"""Files that newcomers and users look for are not in the repository."""

from __future__ import annotations

from folkmoot.i18n import Message, say
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

EXPECTED = ("readme", "contributing", "security", "code-of-conduct")
"""Those worth a maintainer's Monday, the most useful first; the page on community files has the others."""
FOR_NEWCOMERS = "contributing"
"""Where the owner may provide all that is missing, this must be: else most would hear it for ever."""

LOOK_FIRST = (
    "Look whether the owner's .github repository has it; `folkmoot check --forge URL` asks the forge. "
    "Where it has not: {remedy}"
)
LOOK_FIRST_FOR_SEVERAL = (
    "Look which of them the owner's .github repository has; `folkmoot check --forge URL` asks the forge. "
    "Of the others one is enough to begin with: {remedy}"
)


def raised(look: Look) -> Finding | None:
    """Name what is missing in one finding; on GitHub, where the owner may provide it, with that doubt."""
    if len(look.findings) != 1:
        return None
    (findings,) = look.findings.values()
    settled = (Outcome.YES, Outcome.NOT_APPLICABLE)
    # What somebody keeps for themselves is asked for nothing but a README: others need not find their way.
    is_own = any(f.id == "contributing" and f.outcome is Outcome.NOT_APPLICABLE for f in findings)
    expected = ("readme",) if is_own else EXPECTED
    absent = [f for name in expected for f in findings if f.id == name and f.outcome not in settled]
    if not absent or absent[0].lacks_files:
        return None
    is_doubtful = all(finding.outcome is Outcome.UNKNOWN for finding in absent)
    if is_doubtful and absent[0].id != FOR_NEWCOMERS:
        return None
    look_first = LOOK_FIRST if len(absent) == 1 else LOOK_FIRST_FOR_SEVERAL
    return Finding(
        id="missing-files",
        title=Message(
            "Not in the repository: {files}.", {"files": ", ".join(str(finding.title) for finding in absent)}
        ),
        outcome=Outcome.UNKNOWN if is_doubtful else Outcome.NO,
        evidence=(
            (
                "The owner's .github repository may provide such files for all its repositories; a clone "
                "cannot show that."
            ),
        )
        if is_doubtful
        else (),
        why=absent[0].why,
        remedy=Message(look_first, {"remedy": say(absent[0].remedy)}) if is_doubtful else absent[0].remedy,
        effort=absent[0].effort,
        panels=("community-files",),
    )


RULE = Rule("missing-files", 35, raised)
