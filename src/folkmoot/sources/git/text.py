"""Bytes out of git as text: UTF-8 where it is, else the commonest older encoding, never an error."""

from __future__ import annotations

AT, HASH = b"@#"
# To look for one byte is ten times cheaper than to look for several.


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

    As git does it, the mail stands between the first `<` and the first `>` after it. Trailers and broken
    commits come without these: the first word such as ada@example.org is the mail, what follows it or ` #` a
    remark.
    """
    name, bracket, rest = value.partition(b"<")
    mail = rest.partition(b">")[0]
    if not bracket and (HASH in name or AT in name):
        name, mail = _bare(name)
    return text(name.strip(b" \t\"'")), text(mail.strip(b" \t<>"))


def _bare(value: bytes) -> tuple[bytes, bytes]:
    """Split `Name mail remark`, written without brackets; a remark may also stand after ` #`."""
    words = value.partition(b" #")[0].split()
    for place, word in enumerate(words):
        if word.find(b"@", 1) > 0:
            return b" ".join(words[:place]), word.strip(b"(),;<>")
    return b" ".join(words), b""
