"""Actions that refuse to run from a commit: who verifies what they made has to see their version."""

from __future__ import annotations

BY_TAG_ONLY = ("slsa-framework/slsa-github-generator",)
"""https://github.com/slsa-framework/slsa-github-generator#referencing-slsa-builders-and-generators"""


def runs_by_tag_only(action: str) -> bool:
    """Tell whether an action, with or without a path inside of it, can be named by its tag alone."""
    return "/".join(action.casefold().split("/")[:2]) in BY_TAG_ONLY
