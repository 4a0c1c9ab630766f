"""Languages of translations, worked by hand."""

from folkmoot.metrics.translation_languages import METRIC
from worked_example import drilled, example, values


def test_files_of_the_tree_by_language() -> None:
    """German: two files. Brazilian Portuguese: one, first written by a bot. French is gone from the tree."""
    store = example(
        """
        when       | who        | files
        2026-01-03 | Ada        | po/de.po; docs/de/index.md; app.py
        2026-01-04 | Bob        | po/fr.po
        2026-01-05 | build[bot] | po/pt_BR.po
        """,
        files=["po/de.po", "docs/de/index.md", "app.py", "po/pt_BR.po"],
    )
    assert values(store, METRIC) == {(0, "de"): 2, (0, "pt-BR"): 1}
    assert drilled(store, METRIC) == {0: 3}


def test_english_alone_is_translated_into_nothing() -> None:
    history = """
        when       | who | files
        2026-01-03 | Ada | lang/en/auth.php; lang/en_GB/auth.php; app.php
    """
    alone = example(history, files=["lang/en/auth.php", "lang/en_GB/auth.php", "app.php"])
    assert values(alone, METRIC) == {}
    assert drilled(alone, METRIC) == {}
    beside = example(history, files=["lang/en/auth.php", "lang/de/auth.php"])
    assert values(beside, METRIC) == {(0, "en"): 1, (0, "de"): 1}


def test_without_translations_there_are_no_languages() -> None:
    store = example("""
        when       | who | files
        2026-01-03 | Ada | app.py; it/is.py
    """)
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}
