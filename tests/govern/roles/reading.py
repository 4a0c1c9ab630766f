"""Reading an invented file in the form its path says, for the tests of the forms."""

from __future__ import annotations

from folkmoot.govern.roles.form import Reading, read_file
from folkmoot.govern.roles.forms import form_of


def read(path: str, text: str | bytes) -> Reading:
    form = form_of(path)
    assert form is not None, f"no form reads {path}"
    return read_file(form, path, text.encode() if isinstance(text, str) else text)


def said(reading: Reading) -> list[tuple[str, str, str, int]]:
    """Give (role, scope, holder, line) of each listing."""
    return [(each.role.name, each.role.scope, each.holder.key, each.line) for each in reading.listings]
