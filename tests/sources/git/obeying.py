"""Marks for tests that need what old gits do not do."""

from pathlib import Path

import pytest

from folkmoot.sources.git.clones import FETCHING_AGAIN
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.lazily import can_leave_missing_alone

needs_refetch = pytest.mark.skipif(not Git(Path("/")).is_at_least(*FETCHING_AGAIN), reason="needs git 2.36")
needs_a_git_that_obeys = pytest.mark.skipif(
    not can_leave_missing_alone(), reason="needs a git that fetches nothing missing when it is told so"
)
