"""What settings hold when nothing is configured."""

from folkmoot.model.privacy import DataClass, Holds, PrivacySettings


def test_nothing_is_guessed() -> None:
    settings = PrivacySettings()
    assert {settings.controller, settings.contact, settings.legal_basis} == {""}
    assert settings.retention == {}


def test_a_class_is_kept_with_the_store_unless_it_says_otherwise() -> None:
    one = DataClass("x", "X", "x.", "x.", "x.")
    assert one.retained
    assert one.months == 0


def test_every_kind_of_column_has_a_word() -> None:
    assert {str(kind) for kind in Holds} == {"identifier", "person", "text", "trace", "plain"}
