"""A mark for tests that need a git which makes clones without contents."""

import pytest

from folkmoot.sources.git.lazily import can_leave_missing_alone

needs_a_git_that_obeys = pytest.mark.skipif(
    not can_leave_missing_alone(), reason="needs a git that fetches nothing missing when it is told so"
)
