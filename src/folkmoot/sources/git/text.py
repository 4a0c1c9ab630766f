"""Bytes out of git as text: UTF-8 where it is, else the commonest older encoding, never an error."""

from __future__ import annotations


def text(value: bytes) -> str:
    """Decode `value`; NUL and other control characters become the replacement character."""
    try:
        decoded = value.decode("utf-8")
    except UnicodeDecodeError:
        decoded = value.decode("cp1252", "replace")
    if decoded.isprintable():
        return decoded
    return "".join(
        character if character >= " " and not "\x7f" <= character < "\xa0" else "\ufffd"
        for character in decoded
    )


def ident(value: bytes) -> tuple[str, str]:
    """Split `Name <mail>` into name and mail; either may be empty, and either may be the only one there.

    As git does it, the mail stands between the first `<` and the first `>` after it.
    """
    name, bracket, rest = value.partition(b"<")
    mail = rest.partition(b">")[0]
    if not bracket and b"@" in name and b" " not in name.strip():
        name, mail = b"", name
    return text(name.strip(b" \t\"'")), text(mail.strip(b" \t<>"))
