"""E-mail addresses as evidence: which mailbox is meant, which account of a forge, or nothing at all.

Forges write addresses that cannot be mailed but name an account: `ID+login@users.noreply.github.com` and
`login@users.noreply.github.com`, GitLab's `ID-login@users.noreply.gitlab.com` (the same for other GitLab
hosts), Codeberg's `login@noreply.codeberg.org` (every Forgejo and Gitea). Imports from Subversion write
`login@<repository uuid>`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from folkmoot.people.names import data

MOST_LENGTH = 320
_FORGE_HOST = re.compile(r"(?:users\.)?noreply\.(?P<host>[a-z0-9][a-z0-9.-]*\.[a-z]+)")
_FORGE_LOCAL = re.compile(r"(?:(?P<id>\d+)\+)?(?P<login>[^+@\s]+)")
_GITLAB_LOCAL = re.compile(r"(?P<id>\d+)[-+](?P<login>[^+@\s]+)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_GMAIL = ("gmail.com", "googlemail.com")


class Address(NamedTuple):
    """What an address tells. Empty fields tell nothing.

    `mailbox` is the same for two addresses that reach the same mailbox; `login` is `forge/login`, `account`
    is `forge#number`; `local` and `domain` are the two parts in lower case.
    """

    mailbox: str = ""
    login: str = ""
    account: str = ""
    local: str = ""
    domain: str = ""
    is_machine: bool = False


@lru_cache(maxsize=65536)
def read(email: str) -> Address:
    """Read one address, as it stands in a commit."""
    text = email[:MOST_LENGTH].strip().strip("<>\"'").casefold()
    local, _, domain = text.rpartition("@")
    domain = domain.rstrip(".")
    if not local:
        return Address(local=domain)
    forge = _FORGE_HOST.fullmatch(domain)
    if forge:
        return _account(local, domain, forge["host"])
    if _UUID.fullmatch(domain):
        if local in ("(no author)", "root"):
            return Address(local=local, domain=domain)
        return Address(mailbox=text, login=f"svn {domain}/{local}", local=local, domain=domain)
    if _is_made_up(local, domain):
        return Address(local=local, domain=domain)
    plain = local.partition("+")[0] or local
    if _is_machine(domain):
        return Address(f"{plain}@{domain}", local=plain, domain=domain, is_machine=True)
    if domain in _GMAIL:
        return Address(f"{plain.replace('.', '')}@gmail.com", local=plain, domain="gmail.com")
    return Address(f"{plain}@{domain}", local=plain, domain=domain)


def _account(local: str, domain: str, host: str) -> Address:
    match = None if host == "github.com" else _GITLAB_LOCAL.fullmatch(local)
    match = match or _FORGE_LOCAL.fullmatch(local)
    if not match or match["login"] in _data("locals"):
        return Address(local=local, domain=domain)
    number = f"{host}#{match['id']}" if match["id"] else ""
    return Address("", f"{host}/{match['login']}", number, match["login"], domain)


def _is_made_up(local: str, domain: str) -> bool:
    """Say whether many people may share this address by accident: role accounts, templates, bare machines."""
    hosts = _data("hosts")
    labels = domain.split(".")
    if domain in hosts or not re.fullmatch(r"[\w.()-]+", domain):
        return True
    below = any(".".join(labels[start:]) in hosts for start in range(1, len(labels)))
    return local in _data("never") or (local in _data("locals") and (below or _is_machine(domain)))


def _is_machine(domain: str) -> bool:
    """Say whether a domain names one computer ("ada-laptop", "mac.local") instead of a place on the net."""
    return "." not in domain or domain.rpartition(".")[2] in _data("machines") or domain[-1:].isdigit()


def is_role(local: str) -> bool:
    """Say whether the first part of an address is a role or a template, such as info or hello."""
    return local in _data("locals")


@cache
def _data(key: str) -> frozenset[str]:
    return frozenset(data("placeholders.toml")[key])
