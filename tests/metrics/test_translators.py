"""Translators per language, worked by hand."""

from folkmoot.metrics.translators import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_people_of_the_last_twelve_months() -> None:
    """German: Ada and Bob. French: Bob. Italian: Cleo's is too old, so nobody."""
    store = example("""
        when       | who        | files
        2024-01-03 | Cleo       | po/it.po
        2026-01-03 | Ada        | po/de.po
        2026-01-04 | Ada        | po/de.po; app.py
        2026-01-05 | Bob        | po/de.po; po/fr.po
        2026-01-06 | build[bot] | po/de.po
    """)
    assert values(store, METRIC) == {(1, "de"): 2, (1, "fr"): 1, (1, "it"): 0}
    assert {row.label: row.n for row in answer(store, METRIC)} == {"de": 3, "fr": 1, "it": 0}
    assert drilled(store, METRIC) == {1: 4}


def test_who_translated_is_not_known_where_only_bots_changed_a_language() -> None:
    """A bot brings the work of a service; French nobody changed, and Ada's Spanish is known."""
    store = example(
        """
        when       | who          | files
        2024-01-03 | Cleo         | po/fr.po
        2026-01-03 | Ada          | po/es.po
        2026-01-06 | weblate[bot] | po/it.po; po/es.po
    """
    )
    assert values(store, METRIC) == {(1, "es"): 1, (1, "fr"): 0, (1, "it"): None}


def test_a_sweep_over_many_languages_does_not_tell_who_translated() -> None:
    """Four languages in one commit is more than three."""
    store = example("""
        when       | who | files
        2026-01-03 | Ada | po/de.po; po/fr.po; po/it.po; po/es.po
    """)
    assert values(store, METRIC) == dict.fromkeys([(1, "de"), (1, "es"), (1, "fr"), (1, "it")])
    assert drilled(store, METRIC) == {}


def test_who_brings_six_languages_brings_what_others_translated() -> None:
    """One commit each; Bob's five are his own, and so is the one of Ada's that he changed too."""
    ada = [
        f"2026-01-0{day} | Ada | po/{tongue}.po"
        for day, tongue in enumerate(("cs", "da", "de", "es", "fi", "fr"), 1)
    ]
    bob = [
        f"2026-02-0{day} | Bob | po/{tongue}.po"
        for day, tongue in enumerate(("fr", "it", "ko", "nl", "pl"), 1)
    ]
    store = example("\n".join(["when | who | files", *ada, *bob]))
    unknown = dict.fromkeys([(1, tongue) for tongue in ("cs", "da", "de", "es", "fi")])
    assert values(store, METRIC) == unknown | {(1, tongue): 1 for tongue in ("fr", "it", "ko", "nl", "pl")}
    assert drilled(store, METRIC) == {1: 5}


def test_a_language_dropped_this_year_still_had_its_translator() -> None:
    store = example("when | who | files\n2026-01-03 | Ada | po/de.po", files=[])
    assert values(store, METRIC) == {(1, "de"): 1}


def test_many_files_of_few_languages_are_translation() -> None:
    """Three languages are not too many, and four files of one language are one language and one commit."""
    store = example("""
        when       | who | files
        2026-01-03 | Ada | po/de.po; po/fr.po; po/it.po
        2026-01-04 | Bob | a/po/es.po; b/po/es.po; c/po/es.po; d/po/es.po
    """)
    assert values(store, METRIC) == {(1, "de"): 1, (1, "es"): 1, (1, "fr"): 1, (1, "it"): 1}
    assert drilled(store, METRIC) == {1: 4}


def test_texts_in_english_alone_have_no_translators() -> None:
    history = "when | who | files\n2026-01-03 | Ada | lang/en/auth.php"
    store = example(history, files=["lang/en/auth.php"])
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}
    beside = example(history, files=["lang/en/auth.php", "lang/de/auth.php"])
    assert values(beside, METRIC) == {(1, "en"): 1, (1, "de"): 0}
