"""What a forge's settings tell of the files that people look for."""

import pytest

from folkmoot.model.forge_settings import ForgeSettings

URL = "https://github.com/ada/moot"


@pytest.mark.parametrize(
    ("file", "field"), [("contributing", "contributing_guide"), ("security", "security_policy")]
)
@pytest.mark.parametrize("shown", [True, False, None])
def test_a_guide_or_a_policy_is_told_either_way(file: str, field: str, shown: bool | None) -> None:
    assert ForgeSettings("github", URL, **{field: shown}).provides(file) is shown


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("code-of-conduct", "code_of_conduct"),
        ("change-template", "change_template"),
        ("issue-template", "issue_template"),
    ],
)
def test_of_other_files_a_forge_s_silence_is_no_answer(file: str, field: str) -> None:
    assert ForgeSettings("github", URL, **{field: True}).provides(file) is True
    assert ForgeSettings("github", URL, **{field: False}).provides(file) is None


def test_a_file_that_no_forge_tells_of_is_not_known() -> None:
    assert ForgeSettings("github", URL).provides("readme") is None
