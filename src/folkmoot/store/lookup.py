"""Finding an identity again by a keyed hash, so that nothing but one table needs to hold its name.

Facts carry an identity's number and nothing else of a person. The number comes from the hash too: without the
key it tells neither who came first nor what the person is called. Which number somebody has is found through
HMAC-SHA-256 of what a source saw, under a key in the user's configuration folder, never through the name; so
names can go (erased, or no longer kept) and the next commit still counts for the same person.

A store whose key is not at hand gets the digests of a new key, as long as every name in it is there to make
them from; otherwise nothing is written, and the error says which key is missing.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from folkmoot.model.errors import StoreError
from folkmoot.people import tombstones
from folkmoot.people.organisations import domain_of, is_listed
from folkmoot.people.pseudonyms import load_key
from folkmoot.store.database import Connection, append, one
from folkmoot.store.withheld import settings_folder

SAID = "login"
"""The source of identities that messages name without an address; alone they are nobody in particular."""
NUMBERS = 1 << 30
"""Numbers are below this; two digests that give the same one are rare, and the second takes the next."""
MARK = "identities-key"


class Lookup:
    """The identities of one store by digest; what is new is kept in `rows`, by table, until it is written."""

    def __init__(self, connection: Connection) -> None:
        folder = settings_folder()
        self.erased = tombstones.read(folder)
        key = load_key(folder / tombstones.KEY_FILE)
        bring_up_to_date(connection, key)
        self.key = keyed(key)
        self._numbers: dict[str, int] = dict(
            connection.execute("select digest, identity from lookup order by identity desc").fetchall()
        )
        self._taken = {number for (number,) in connection.execute("select identity from identity").fetchall()}
        self._bundles: dict[str, int] = dict(
            connection.execute(
                "select bundle || ' ' || domain, identity from bundle order by identity desc"
            ).fetchall()
        )
        self._nameless = {number for (number,) in connection.execute(
            "select identity from bundle where not list_contains(?, bundle)", [sorted(self.erased.bundles)]
        ).fetchall()}  # fmt: skip
        self.rows: dict[str, list[Sequence[Any]]] = {}
        self.returned: dict[int, tuple[str, str]] = {}
        self._returned_accounts: dict[int, str] = {}

    def ident(self, source: str, name: str, email: str) -> int:
        """Give the number of a name and an e-mail; whoever was erased has one, and no name in the store."""
        mark = digest(self.key, "ident", name, email)
        number = self._numbers.get(mark)
        if number is not None:
            self._welcome_back(number, name, email)
            return number
        if bundle := self.erased.bundle_of(name, email):
            number = self.bundled(bundle, source, email)
        else:
            number = self.fresh(mark)
            self._add("identity", (number, source, name, email))
        self._numbers[mark] = number
        self._add("lookup", (number, mark))
        return number

    def said(self, login: str) -> int:
        """Give the number of a login, or a name, that a message tells without an address."""
        mark = digest(self.key, SAID, login)
        number = self._numbers.get(mark)
        if number is not None:
            self._welcome_back(number, login, "")
            return number
        if bundle := self.erased.bundle_of(login, ""):
            number = self.bundled(bundle, SAID, "")
        else:
            number = self.fresh(mark)
            self._add("identity", (number, SAID, login, ""))
        self._numbers[mark] = number
        self._add("lookup", (number, mark))
        return number

    def account(self, host: str, login: str, name: str, email: str, *, is_bot: bool) -> int:
        """Give the number of an account; `name` and `email` are what it is called where it is new."""
        mark = digest(self.key, "account", host, login.casefold())
        number = self._numbers.get(mark)
        if number is not None:
            is_let_go = number in self._nameless and not login.startswith(tombstones.STAND_IN)
            if is_let_go and not self.erased.bundle_of(name, email, host, login):
                self.returned[number] = (name, email)
                self._returned_accounts[number] = login
            return number
        number = self.fresh(mark)
        if bundle := self.erased.bundle_of(name, email, host, login):
            login = tombstones.stand_in(bundle)
            self._add("identity", (number, host, "", ""))
            self._add("bundle", (number, bundle, ""))
        else:
            self._add("identity", (number, host, name, email))
            self._add("lookup", (number, digest(self.key, "ident", name, email)))
        self._add("account", (number, host, login, int(is_bot)))
        self._add("lookup", (number, mark))
        self._numbers[mark] = number
        return number

    def bundled(self, bundle: str, source: str, email: str) -> int:
        """Give an identity of somebody who was erased; addresses of one organisation have one together."""
        domain = kept_domain(email)
        number = self._bundles.get(f"{bundle} {domain}")
        if number is None:
            number = self._bundles[f"{bundle} {domain}"] = self.fresh(
                digest(self.key, "bundle", bundle, domain)
            )
            self._add("identity", (number, source, "", ""))
            self._add("bundle", (number, bundle, domain))
        return number

    def fresh(self, mark: str) -> int:
        """Give a number that nobody has: the same for the same digest, unless another took it before."""
        number = int(mark[:8], 16) % NUMBERS + 1
        while number in self._taken:
            number = number % NUMBERS + 1
        self._taken.add(number)
        return number

    def flush(self, connection: Connection) -> None:
        """Write what is new."""
        for table, rows in self.rows.items():
            if rows:
                append(connection, table, rows)
        self.rows = {}
        for number, names in self.returned.items():
            connection.execute("update identity set name = ?, email = ? where identity = ?", [*names, number])
        for number, login in self._returned_accounts.items():
            connection.execute("update account set login = ? where identity = ?", [login, number])
        self.returned, self._returned_accounts = {}, {}

    def _welcome_back(self, number: int, name: str, email: str) -> None:
        """Name somebody again whose name was no longer kept, who has come back, and was not erased since."""
        if number in self._nameless and not self.erased.bundle_of(name, email):
            self.returned[number] = (name, email)

    def _add(self, table: str, row: Sequence[Any]) -> None:
        self.rows.setdefault(table, []).append(row)


def keyed(key: bytes) -> hmac.HMAC:
    """Give what `digest` goes on from: to copy it costs half as much as to begin with the key each time."""
    return hmac.new(key, digestmod=hashlib.sha256)


def digest(key: hmac.HMAC, *words: str) -> str:
    """Give the keyed hash of what a source saw: 128 bits, as hexadecimal digits."""
    mark = key.copy()
    mark.update("\0".join(words).encode("utf-8", "surrogatepass"))
    return mark.hexdigest()[:32]


def kept_domain(email: str) -> str:
    """Give the domain of an e-mail where it is a well-known organisation's and so nobody's own, else ""."""
    domain = domain_of(email)
    return domain if domain and is_listed(domain) else ""


def bring_up_to_date(connection: Connection, key: bytes) -> None:
    """Give every identity its digests: those of older stores, and all of them under a new key.

    Raises StoreError when the key was lost and some identities have no names any more.
    """
    mark = tombstones.key_mark(key)
    known = one(connection, "select value from meta where name = ?", [MARK])
    if known != (mark,):
        nameless = one(connection, "select count(*) from bundle")[0]
        if known and nameless:
            place = settings_folder() / tombstones.KEY_FILE
            raise StoreError(
                f"The key of this store is not at {place}, and {nameless} identities without names can "
                "only be found with it.",
                hint="put that key back; or remove the store and read its sources again.",
            )
        connection.execute("delete from lookup")
        connection.execute("delete from meta where name = ?", [MARK])
        connection.execute("insert into meta values (?, ?)", [MARK, mark])
    idents = connection.execute(
        """select i.identity, i.source, i.name, i.email from identity i
        anti join lookup l on l.identity = i.identity anti join bundle b on b.identity = i.identity"""
    ).fetchall()
    if not idents:
        return
    begun = keyed(key)
    rows = [
        (
            number,
            digest(begun, SAID, name) if source == SAID else digest(begun, "ident", name, email),
        )
        for number, source, name, email in idents
    ]
    accounts = connection.execute(
        "select a.identity, a.host, a.login from account a anti join lookup l on l.identity = a.identity"
    ).fetchall()
    rows += [(number, digest(begun, "account", host, login.casefold())) for number, host, login in accounts]
    append(connection, "lookup", rows)
