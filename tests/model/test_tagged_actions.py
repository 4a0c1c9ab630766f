"""Actions that only run from a tag."""

import pytest

from folkmoot.model.tagged_actions import runs_by_tag_only


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("slsa-framework/slsa-github-generator", True),
        ("SLSA-Framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml", True),
        ("slsa-framework/slsa-verifier", False),
        ("actions/checkout", False),
    ],
)
def test_they_are_known_by_owner_and_name(action: str, said: bool) -> None:
    assert runs_by_tag_only(action) is said
