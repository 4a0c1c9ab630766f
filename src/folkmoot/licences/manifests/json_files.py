"""package.json, bower.json, elm.json, composer.json and datapackage.json: JSON with a key on the licence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from folkmoot.licences.manifests.declared import Declared, line_of


def npm(text: str) -> Iterator[Declared]:
    """Give `license`: an expression, or once an object; and `licenses`, which npm gave up."""
    document = _object(text)
    for value in [document.get("license"), *_list(document.get("licenses"))]:
        words = value.get("type") if isinstance(value, dict) else value
        if isinstance(words, str):
            yield Declared(words, line_of(text, words))


def composer(text: str) -> Iterator[Declared]:
    """Give `license`: an expression, or a list that leaves the choice, as Composer defines it."""
    value = _object(text).get("license")
    words = [each for each in _list(value) if isinstance(each, str)] if isinstance(value, list) else []
    if isinstance(value, str):
        yield Declared(value, line_of(text, value))
    elif words:
        yield Declared(" OR ".join(words[:20]), line_of(text, words[0]))


def data_package(text: str) -> Iterator[Declared]:
    """Give `licenses`, of each its name, else its title.

    The form: https://specs.frictionlessdata.io/data-package/
    """
    for value in _list(_object(text).get("licenses")):
        words = (value.get("name") or value.get("title")) if isinstance(value, dict) else None
        if isinstance(words, str):
            yield Declared(words, line_of(text, words))


def _object(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _list(value: object) -> list[Any]:
    return value[:20] if isinstance(value, list) else []


READERS = (
    ("package.json", npm),
    ("bower.json", npm),
    ("elm.json", npm),
    ("elm-package.json", npm),
    ("composer.json", composer),
    ("datapackage.json", data_package),
)
