"""Panels on the files that name packages: where each comes from, what is apart, what could not be read."""

from __future__ import annotations

from folkmoot.i18n import say
from folkmoot.model.component import Inventory, Kind, Manifest
from folkmoot.model.problem import Problem
from folkmoot.views.supplying.files import MOST_SHOWN, MOST_UNREAD, files_panel, unread_panel
from views.supplying.supplies import component, manifest, supply


def test_files_come_by_how_many_packages_they_name_and_then_by_path() -> None:
    two = [component("pkg:npm/a"), component("pkg:npm/b")]
    shown = files_panel(
        supply(
            manifest("a", component("pkg:npm/a")), manifest("c", *two), manifest("b", *two), manifest("empty")
        )
    )
    assert [entry.id for entry in shown.entries] == ["b", "c", "a"]
    assert say(shown.headline) == "Files that name packages: 3."


def test_a_package_named_twice_counts_once_in_the_order_and_in_the_text() -> None:
    twice = [component("pkg:npm/a@1"), component("pkg:npm/a@2")]
    shown = files_panel(supply(manifest("a", *twice), manifest("b", component("pkg:npm/b@1"))))
    assert [entry.id for entry in shown.entries] == ["a", "b"]
    assert say(shown.entries[0].facts[0]) == "Packages: 1, by exact version."


def test_a_package_is_exact_only_where_every_line_about_it_is() -> None:
    mixed = [component("pkg:npm/a@1"), component("pkg:npm/a"), component("pkg:npm/b@1")]
    (entry,) = files_panel(supply(manifest("a", *mixed))).entries
    assert say(entry.facts[0]) == "Packages: 2, 1 of them by exact version."
    (other,) = files_panel(supply(manifest("a", *mixed[1::-1]))).entries
    assert say(other.facts[0]) == "Packages: 1, none by exact version."


def test_a_manifest_asks_and_a_lock_file_locks() -> None:
    one = component("pkg:npm/a")
    shown = files_panel(supply(manifest("a", one), manifest("b", one, kind=Kind.LOCK)))
    assert [entry.state for entry in shown.entries] == ["asks", "locks"]


def test_files_in_folders_that_are_not_the_project_s_own_are_counted_by_folder() -> None:
    apart = [manifest(f"testdata/{n}", apart="testdata") for n in range(2)]
    shown = files_panel(supply(*apart, manifest("vendor/x", apart="vendor"), manifest("a")))
    assert say(shown.caveat) == (
        "Files not counted, as they lie in folders of test data, examples or copies of others (testdata, "
        "vendor): 3."
    )
    assert files_panel(supply(manifest("a"))).caveat == ""


def test_five_of_these_folders_are_named() -> None:
    shown = files_panel(supply(*(manifest(f"{n}/x", apart=f"folder-{n}") for n in range(7))))
    assert "(folder-0, folder-1, folder-2, folder-3, folder-4): 7." in say(shown.caveat)


def test_a_long_list_of_files_ends() -> None:
    named = [manifest(f"{n:03}", component("pkg:npm/a")) for n in range(MOST_SHOWN + 3)]
    shown = files_panel(supply(*named))
    assert (len(shown.entries), shown.more) == (MOST_SHOWN, 3)
    assert files_panel(supply(*named[:MOST_SHOWN])).more == 0


def test_a_problem_is_told_at_its_line_where_that_is_known() -> None:
    broken = Manifest(
        "a.json", "form", Kind.MANIFEST, "npm",
        problems=(Problem("a.json", 7, "It is broken."), Problem("a.json", 0, "It is odd.")),
    )  # fmt: skip
    (shown,) = unread_panel(supply(broken))
    assert [(entry.id, entry.state, say(entry.facts[0])) for entry in shown.entries] == [
        ("a.json:7", "not understood", "It is broken."), ("a.json", "not understood", "It is odd."),
    ]  # fmt: skip


def test_what_could_be_read_whole_has_no_panel() -> None:
    assert list(unread_panel(supply(manifest("a")))) == []


def test_files_beyond_the_bounds_are_counted_even_where_none_is_named() -> None:
    (shown,) = unread_panel(supply(inventory=Inventory(left_out=4)))
    assert (shown.entries, shown.more) == ((), 4)


def test_a_long_list_of_what_was_not_read_ends_and_counts_all_that_is_left_out() -> None:
    unread = tuple(f"{n:03}.json" for n in range(MOST_UNREAD))
    (shown,) = unread_panel(supply(inventory=Inventory(unread=unread, foreign=("build.gradle",), left_out=4)))
    assert (len(shown.entries), shown.more) == (MOST_UNREAD, 5)
    assert {entry.state for entry in shown.entries} == {"not in this clone"}


def test_files_of_one_name_are_told_together_where_there_are_many() -> None:
    few = ("a/build.gradle", "b/build.gradle", "c/Podfile")
    (shown,) = unread_panel(supply(inventory=Inventory(foreign=few)))
    assert [entry.id for entry in shown.entries] == list(few)
    many = (*few, "build.gradle", "d/e/build.gradle")
    (shown,) = unread_panel(supply(inventory=Inventory(foreign=many)))
    assert [str(entry.title) for entry in shown.entries] == ["build.gradle", "c/Podfile"]
    assert [str(fact) for fact in shown.entries[0].facts] == ["In a/build.gradle and 3 places more."]
    assert shown.more == 0
