"""From the files of a project to what is known against what they name."""

from pathlib import Path

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.known_vulnerabilities import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.errors import StoreError
from folkmoot.views.guarding.advised import vulnerabilities_in, with_advisories
from supply.advisories.records import database, record

LOCK = """\
version = 3

[[package]]
name = "moot"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
"""


def test_a_lock_file_leads_to_its_line_and_the_update(tmp_path: Path) -> None:
    advisories = database(tmp_path, record(ecosystem="crates.io"))
    finding = CHECK.decide(with_advisories(ground({"Cargo.lock": LOCK}), advisories))
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == ["Cargo.lock:4"]
    assert "`cargo update -p moot --precise 1.2.0`" in say(finding.remedy)


def test_without_advisories_nothing_is_known() -> None:
    held = ground({"Cargo.lock": LOCK})
    assert with_advisories(held, None) is held
    assert held.vulnerabilities is None


def test_a_project_without_manifests_has_nothing_to_ask_about(tmp_path: Path) -> None:
    held = with_advisories(ground({"README.md": "Hello"}), database(tmp_path, record()))
    assert CHECK.decide(held).outcome is Outcome.NOT_APPLICABLE


def test_manifests_whose_content_is_not_in_the_clone_are_not_known(tmp_path: Path) -> None:
    held = with_advisories(ground({"Cargo.lock": None}), database(tmp_path, record(ecosystem="crates.io")))
    assert CHECK.decide(held).outcome is Outcome.UNKNOWN


def test_a_lock_file_that_is_broken_is_no_clean_one(tmp_path: Path) -> None:
    held = with_advisories(ground({"Cargo.lock": "[[["}), database(tmp_path, record(ecosystem="crates.io")))
    assert CHECK.decide(held).outcome is Outcome.UNKNOWN


def test_a_broken_file_of_advisories_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"nothing")
    with pytest.raises(StoreError, match="holds no advisories"):
        with_advisories(ground({"Cargo.lock": LOCK}), tmp_path / "file")


def test_the_same_ground_is_held_against_the_same_advisories_once(tmp_path: Path) -> None:
    held = ground({"Cargo.lock": LOCK})
    one = database(tmp_path, record(ecosystem="crates.io"))
    assert vulnerabilities_in(held, one) is vulnerabilities_in(held, one)
    (tmp_path / "more").mkdir()
    assert vulnerabilities_in(held, database(tmp_path / "more", record())) is not vulnerabilities_in(
        held, one
    )


def test_a_broken_lock_file_beside_a_clean_one_is_not_called_read(tmp_path: Path) -> None:
    """Nothing is known against the one that can be read; of the other nobody can tell."""
    advisories = database(tmp_path, record(ecosystem="crates.io"))
    clean = LOCK.replace("moot", "hull")
    assert vulnerabilities_in(ground({"Cargo.lock": clean}), advisories).unread == ()
    both = ground({"Cargo.lock": clean, "sub/Cargo.lock": "[[["})
    assert vulnerabilities_in(both, advisories).unread == ("sub/Cargo.lock",)
    assert CHECK.decide(with_advisories(both, advisories)).outcome is not Outcome.YES
