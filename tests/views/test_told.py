"""What a forge has told decides which pages there are."""

from folkmoot.store.patches import OF_ACTS, OF_ITEMS, Patches
from folkmoot.views.missing import NO_ATTENTION, NO_COMMITS, NO_FORGE, NO_REVIEWS
from folkmoot.views.told import DELIVERED, HOLED, ITEMS, LOOKS, REMARKS, tells_of, untold
from views.looking import told


def test_nothing_is_missing_where_any_of_it_was_told() -> None:
    look = told(told=frozenset({"issue.opened"}))
    assert tells_of(look, ITEMS)
    assert untold(look, ITEMS) == ""


def test_each_lack_has_its_sentence() -> None:
    assert untold(told(), ITEMS) == NO_FORGE
    assert untold(told(commits=0), ITEMS) == NO_COMMITS
    assert untold(told(told=frozenset({"issue.opened"})), LOOKS) == NO_ATTENTION
    assert untold(told(told=frozenset({"issue.opened"})), REMARKS) == NO_REVIEWS


def test_what_only_archives_told_in_part_is_said_first() -> None:
    year = 366 * 86400
    holed = Patches(OF_ITEMS | OF_ACTS, stretches=(((0, 3600),),), as_of=year)
    whole = Patches(OF_ITEMS | OF_ACTS, stretches=(((0, year),),), begins=-1, as_of=year)
    kinds = frozenset({"issue.opened", "star", "comment"})
    assert untold(told(told=kinds, patches=holed), ITEMS) == HOLED
    assert untold(told(told=kinds, patches=holed), LOOKS) == HOLED
    assert untold(told(told=kinds, patches=whole), ITEMS) == ""
    assert untold(told(told=kinds, patches=holed), REMARKS) == ""


def test_what_only_webhooks_delivered_is_called_so() -> None:
    delivered = Patches(OF_ACTS, is_delivered=True, stretches=(((0, 3600),),), as_of=366 * 86400)
    assert untold(told(told=frozenset({"star"}), patches=delivered), LOOKS) == DELIVERED
