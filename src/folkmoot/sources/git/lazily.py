"""Whether this machine's git leaves alone what is missing when it is told to.

A git that does not know that word starts another git for a commit that a remote keeps back, which misses the
same commit and starts another: thousands of processes. So such a git makes no clone without contents.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from folkmoot.sources.git.command import Git

KNOWN_SINCE = (2, 45)
"""The first git with GIT_NO_LAZY_FETCH. Older ones were mended in part, so that they are tried."""
CONFIG = """[core]
\trepositoryformatversion = 1
\tbare = true
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = file:///dev/null
\tpromisor = true
"""
REFUSED = "lazy fetching disabled"


def can_leave_missing_alone() -> bool:
    """Tell whether git, told to fetch nothing that is missing, says that it does not."""
    with TemporaryDirectory(prefix="folkmoot-") as name:
        place = Path(name)
        git = Git(place)
        if git.is_at_least(*KNOWN_SINCE):
            return True
        for folder in ("objects", "refs"):
            (place / folder).mkdir()
        (place / "HEAD").write_text("ref: refs/heads/main\n", "ascii")
        (place / "config").write_text(CONFIG, "ascii")
        with git.brief.stream("cat-file", "-e", "1" * 40) as call:
            for _ in call.chunks():
                pass
            return REFUSED in call.wait()[1]
