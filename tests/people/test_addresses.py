"""What an address proves: a mailbox, an account of a forge, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.people.addresses import read, site_of


@pytest.mark.parametrize(
    ("email", "login", "account"),
    [
        ("12345+AdaL@users.noreply.github.com", "github.com/adal", "github.com#12345"),
        ("ada-l@users.noreply.github.com", "github.com/ada-l", ""),
        ("12-ada@users.noreply.github.com", "github.com/12-ada", ""),
        ("77-ada@users.noreply.gitlab.com", "gitlab.com/ada", "gitlab.com#77"),
        ("ada@users.noreply.gitlab.com", "gitlab.com/ada", ""),
        ("77-ada@users.noreply.git.lovelace.example", "git.lovelace.example/ada", "git.lovelace.example#77"),
        ("ada@noreply.codeberg.org", "codeberg.org/ada", ""),
        ("5+ada@noreply.codeberg.org", "codeberg.org/ada", "codeberg.org#5"),
        ("49+helper[bot]@users.noreply.github.com", "github.com/helper[bot]", "github.com#49"),
    ],
)
def test_accounts_of_forges(email: str, login: str, account: str) -> None:
    address = read(email)
    assert (address.login, address.account, address.mailbox) == (login, account, "")


@pytest.mark.parametrize(
    ("email", "mailbox"),
    [
        ("Ada@Lovelace.Example", "ada@lovelace.example"),
        (" <ada@lovelace.example> ", "ada@lovelace.example"),
        ("ada+git@lovelace.example", "ada@lovelace.example"),
        ("a.da+git@gmail.com", "ada@gmail.com"),
        ("ada@googlemail.com", "ada@gmail.com"),
        ("a.da@lovelace.example", "a.da@lovelace.example"),
        ("ada@lovelace.example.", "ada@lovelace.example"),
        ("ada@analytical-engine.(none)", "ada@analytical-engine.(none)"),
        ("dev@lovelace.example", "dev@lovelace.example"),
        ("Dev+Ada+Grace@lovelace.example", "dev+ada+grace@lovelace.example"),
        ("pair+ada@lovelace.example", "pair+ada@lovelace.example"),
    ],
)
def test_mailboxes(email: str, mailbox: str) -> None:
    assert read(email).mailbox == mailbox


@pytest.mark.parametrize(
    "email",
    [
        "",
        " ",
        "ada",
        "@",
        "root@localhost",
        "devnull@localhost",
        "ada@localhost",
        "ada@(none)",
        "ada@.(none)",
        "root@engine.(none)",
        "you@example.com",
        "ada@example.org",
        "noreply@lovelace.example",
        "no-reply@lovelace.example",
        "user@pc.local",
        "ada@none",
        "ada@local host",
        "(no author)@x.org",
    ],
)
def test_addresses_that_prove_nothing(email: str) -> None:
    address = read(email)
    assert (address.mailbox, address.login, address.account) == ("", "", "")


def test_subversion_names_an_account_of_one_repository() -> None:
    one = read("ada@d59fc5bb-1a95-4cd3-9f1c-000000000001")
    other = read("ada@d59fc5bb-1a95-4cd3-9f1c-000000000002")
    assert one.login
    assert one.login != other.login
    assert read("(no author)@d59fc5bb-1a95-4cd3-9f1c-000000000001").login == ""


@pytest.mark.parametrize("domain", ["engine", "engine.local", "engine.lan", "engine.(none)", "192.168.1.7"])
def test_machines_are_no_places_on_the_net(domain: str) -> None:
    assert read(f"lovelace77@{domain}").is_machine


@given(st.text(max_size=400))
def test_no_text_breaks_it_and_case_never_matters(text: str) -> None:
    address = read(text)
    assert address.mailbox == address.mailbox.casefold()
    if text.isascii():
        assert read(text.upper()) == read(text.lower())


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("forge.example:8443", "forge.example"),
        ("forge.example", "forge.example"),
        ("[::1]:8080", "[::1]"),
        ("forge.example:", "forge.example:"),
        ("", ""),
    ],
)
def test_the_noreply_addresses_of_a_forge_name_no_port(host: str, site: str) -> None:
    assert site_of(host) == site
