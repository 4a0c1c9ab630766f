"""E-mail addresses as evidence: which mailbox is meant, which account of a forge, or nothing at all.

Forges write addresses that cannot be mailed but name an account: `ID+login@users.noreply.github.com` and
`login@users.noreply.github.com`, GitLab's `ID-login@users.noreply.gitlab.com` (the same for other GitLab
hosts), Codeberg's `login@noreply.codeberg.org` (every Forgejo and Gitea). Imports from Subversion write
`login@<repository uuid>`. Only GitLab (`users.noreply.`) parts the number with a hyphen; at a Forgejo,
12-ada is somebody's login. What follows a "+" is a tag of one person's, but where a pair shares a machine
(`dev+ada+grace@`) it says who sat at it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from folkmoot.people import names

MOST_LENGTH = 320
_FORGE_HOST = re.compile(r"(?:users\.)?noreply\.(?P<host>[a-z0-9][a-z0-9.-]*\.[a-z]+)")
_FORGE_LOCAL = re.compile(r"(?:(?P<id>\d+)\+)?(?P<login>[^+@\s]+)")
_GITLAB_LOCAL = re.compile(r"(?P<id>\d+)[-+](?P<login>[^+@\s]+)")
_PORT = re.compile(r":\d{1,5}$")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DOMAIN = re.compile(r"[\w.()-]+")
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


@lru_cache(maxsize=names.REMEMBERED)
def read(email: str) -> Address:
    """Read one address, as it stands in a commit."""
    text = email[:MOST_LENGTH].strip().strip("<>\"'").casefold()
    local, _, domain = text.rpartition("@")
    domain = domain.rstrip(".")
    if not local:
        return Address(local=domain)
    kind, host = _place(domain)
    if kind == "forge":
        return _account(local, domain, host)
    is_role_there = kind == "machine" and is_role(local)
    if kind == "made up" or local in _data("never") or is_role_there:
        return Address(local=local, domain=domain)
    if kind == "svn":
        return Address(mailbox=text, login=f"svn {domain}/{local}", local=local, domain=domain)
    plain = local.partition("+")[0] or local
    if plain in _data("shared"):
        return Address(f"{local}@{domain}", local=plain, domain=domain, is_machine=kind == "machine")
    if kind == "machine":
        return Address(f"{plain}@{domain}", local=plain, domain=domain, is_machine=True)
    if domain in _GMAIL:
        return Address(f"{plain.replace('.', '')}@gmail.com", local=plain, domain="gmail.com")
    return Address(f"{plain}@{domain}", local=plain, domain=domain)


def _account(local: str, domain: str, host: str) -> Address:
    is_gitlab = host != "github.com" and domain.startswith("users.")
    match = _GITLAB_LOCAL.fullmatch(local) if is_gitlab else None
    match = match or _FORGE_LOCAL.fullmatch(local)
    if not match or match["login"] in _data("locals"):
        return Address(local=local, domain=domain)
    number = f"{host}#{match['id']}" if match["id"] else ""
    return Address("", f"{host}/{match['login']}", number, match["login"], domain)


@lru_cache(maxsize=names.REMEMBERED)
def _place(domain: str) -> tuple[str, str]:
    """Give what kind of place a domain is, and for a forge its host.

    "forge"; "svn", the number of an imported Subversion repository; "made up", where strangers meet by
    accident (localhost, example.com); "machine", one computer (ada-laptop, mac.local); "" for the others.
    """
    forge = _FORGE_HOST.fullmatch(domain)
    if forge:
        return "forge", forge["host"]
    if _UUID.fullmatch(domain):
        return "svn", ""
    hosts, labels = _data("hosts"), domain.split(".")
    if domain in hosts or domain.startswith(".") or not _DOMAIN.fullmatch(domain):
        return "made up", ""
    is_below = any(".".join(labels[start:]) in hosts for start in range(1, len(labels)))
    if is_below or len(labels) == 1 or labels[-1] in _data("machines") or domain[-1].isdigit():
        return "machine", ""
    return "", ""


def site_of(host: str) -> str:
    """Give a forge's host as it stands in its noreply addresses: without a port."""
    return _PORT.sub("", host)


def is_role(local: str) -> bool:
    """Say whether the first part of an address is a role or a template, such as info or hello."""
    return local in _data("locals")


@cache
def _data(key: str) -> frozenset[str]:
    return frozenset(names.data("placeholders.toml")[key])
