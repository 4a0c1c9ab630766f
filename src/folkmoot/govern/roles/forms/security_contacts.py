"""SECURITY_CONTACTS of Kubernetes and its family: one handle per line, comments after #."""

from __future__ import annotations

from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import holder


def _read(reading: Reading, text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        told = line.split("#")[0].strip()
        if told and (named := holder(told)):
            reading.add("security contact", "", named, number)
        elif told:
            reading.problem(number, f"{told[:60]!r} is no handle.", "write one account per line.")


FORM = Form("security-contacts", lambda path: path == "SECURITY_CONTACTS", _read)
