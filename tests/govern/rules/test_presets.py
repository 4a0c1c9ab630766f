"""Every rule that the design names is there, and says itself in words."""

import pytest

from folkmoot.govern.rules import all_presets, preset
from folkmoot.model.errors import UsageError

NAMED = {
    "lazy-consensus", "apache-code", "apache-release", "rust-fcp", "tikv-consensus", "lazy-majority",
    "two-thirds-of-all", "conda-50", "conda-60", "conda-75", "node", "python-two-thirds", "bdfl",
}  # fmt: skip


def test_all_presets_are_there() -> None:
    assert set(all_presets()) == NAMED


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_preset_says_itself_and_where_it_is_from(name: str) -> None:
    words = [str(text) for text in preset(name).in_words()]
    assert len(words) >= 2
    assert all(text.endswith((".", ":")) and "{" not in text for text in words)
    assert preset(name).source.startswith("https://")


def test_an_unknown_preset_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="apache-code"):
        preset("apache-cod")
