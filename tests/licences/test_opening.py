"""What is quoted of a licence text that is none of SPDX's."""

import pytest

from folkmoot.licences.project import text_said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n\nMoot is available under the licence commonly\n  known as ours:\n\nDo good.\n",
         "Moot is available under the licence commonly known as ours:"),
        ("====\nOurs\n====\nDo good.", "Ours"),
        ("", ""),
        ("====\n\n", ""),
        ("moot " * 60, f"{'moot ' * 40}…"),
        ("m" * 300, f"{'m' * 200} …"),
    ],
)  # fmt: skip
def test_the_first_paragraph_is_quoted_whole(text: str, words: str) -> None:
    assert text_said("LICENSE", text).words == words
