"""One tree of errors: each says what happened and how to go on, and its docstring draws the whole tree."""

import inspect
import re

import pytest

from folkmoot.model import errors

CLASSES = [
    thing
    for _, thing in inspect.getmembers(errors, inspect.isclass)
    if issubclass(thing, errors.FolkmootError)
]


def test_an_error_says_what_happened_and_how_to_go_on() -> None:
    error = errors.NotARepositoryError("There is no repository at x.", hint="name another folder.")
    assert str(error) == "There is no repository at x.\nhint: name another folder."
    assert (error.what, error.hint) == ("There is no repository at x.", "name another folder.")


def test_without_a_hint_there_is_no_empty_line() -> None:
    assert str(errors.StoreError("The store is damaged.")) == "The store is damaged."


def test_a_missing_extra_names_the_command_that_brings_it() -> None:
    error = errors.MissingExtraError("Comparing engines", "engines")
    assert error.extra == "engines"
    assert "folkmoot[engines]" in error.hint
    assert isinstance(error, errors.UsageError)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_the_tree_in_the_docstring_is_the_tree(kind: type[errors.FolkmootError]) -> None:
    (code,) = re.findall(rf"\b{kind.__name__} .*exit code (\d+)", errors.__doc__ or "")
    assert int(code) == kind.exit_code


def test_the_docstring_draws_no_error_that_is_gone() -> None:
    drawn = set(re.findall(r"\b(\w+Error)\b", errors.__doc__ or ""))
    assert drawn == {kind.__name__ for kind in CLASSES}


def test_a_missing_extra_says_what_needs_it_and_how_to_get_it() -> None:
    error = errors.MissingExtraError("Comparing engines", "engines")
    assert str(error) == (
        "Comparing engines needs the optional extra `engines`, which is not installed.\n"
        "hint: pip install 'folkmoot[engines]'"
    )


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_an_error_s_arguments_hold_its_message(kind: type[errors.FolkmootError]) -> None:
    """Logs and debuggers show `args`, whatever `str` makes of it."""
    error = kind("a", "b") if kind is errors.MissingExtraError else kind("a", hint="b")
    assert error.args == (error.what,)
