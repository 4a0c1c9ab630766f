"""Notice, record and templates say what is configured and guess nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from folkmoot.model.privacy import DataClass, PrivacySettings
from folkmoot.render.privacy import balancing, dpia, notice, record

CLASSES = (
    DataClass("identifiers", "Names", "What somebody is called.", "To count once.", "The names go."),
    DataClass("caches", "Caches", "What was worked out.", "To be fast.", "They go.", months=6),
    DataClass("acts", "Acts", "What was done.", "To count.", "They stay.", retained=False),
)
Made = Callable[[PrivacySettings, Sequence[DataClass], Sequence[str]], str]
ALL: tuple[Made, ...] = (notice, record, balancing, dpia)


@pytest.mark.parametrize("made", ALL)
def test_every_class_of_data_is_told(made: Made) -> None:
    text = made(PrivacySettings(), CLASSES, ())
    assert all(one.what in text and one.purpose in text for one in CLASSES)
    assert "6 months" in text


@pytest.mark.parametrize("made", ALL)
def test_a_period_nobody_set_is_to_be_filled(made: Made) -> None:
    assert "to be filled: retention of identifiers" in made(PrivacySettings(), CLASSES, ())
    told = made(PrivacySettings(retention={"identifiers": 36}), CLASSES, ())
    assert "to be filled: retention" not in told
    assert "36 months" in told


@pytest.mark.parametrize("made", ALL)
def test_nothing_configured_becomes_markup(made: Made) -> None:
    hostile = "<script>x</script> | [a](javascript:b)\n# head\x1b[31m"
    settings = PrivacySettings(
        hostile, hostile, hostile, hostile, hostile, (hostile,), hostile, hostile, hostile
    )
    text = made(settings, CLASSES, (hostile,))
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "\x1b" not in text
    assert "\n# head" not in text


def test_the_notice_has_what_articles_13_and_14_ask_for() -> None:
    settings = PrivacySettings(
        controller="Engines e.V.", contact="p@x.example", legal_basis="article 6(1)(f)",
        purposes=("To see.",),
        interest="to stay alive", recipients="nobody", transfers="none", authority="the authority of X",
    )  # fmt: skip
    text = notice(settings, (CLASSES[1],), ("https://x.example/y",))
    assert "to be filled" not in text
    for said in (
        "Engines e.V.",
        "p@x.example",
        "article 6",
        "To see.",
        "nobody",
        "object",
        "erased",
        "complain",
    ):
        assert said in text
