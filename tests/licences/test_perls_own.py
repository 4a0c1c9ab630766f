"""The terms of Perl itself, in a file LICENSE and by themselves."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.licences.perls_own import says_perls_own
from folkmoot.licences.project import licences_of
from licences.licence_texts import text_of


@pytest.mark.parametrize(
    "ours",
    ["Terms of Perl itself", "It is under\nthe same terms as the Perl 5 programming language system itself."],
)
def test_the_terms_of_perl_itself_are_a_choice_of_two(ours: str) -> None:
    terms = f"{ours}\n\na) the GNU General Public License; either version 1, or any later version, or\n"
    text = (
        f'{terms}b) the "Artistic License"\n\n---\n\n{text_of("GPL-1.0")}\n\n---\n\n{text_of("Artistic-1.0")}'
    )
    found = licences_of(ground({"LICENSE": text}))
    assert (found.expression, found.osi) == ("Artistic-1.0-Perl OR GPL-1.0-or-later", True)
    assert found.texts[0].holds == ("GPL-1.0", "Artistic-1.0")
    more = ground({"LICENSE": f"{text}\n\n{text_of('GPL-3.0')}"})
    assert licences_of(more).expression == ""


@pytest.mark.parametrize(
    "text",
    [
        "Except for the fonts it is under the same terms as Perl itself.",
        "It is under the same terms as Perl itself. Portions are by others.",
        "It runs where Perl itself runs.",
        "A" * 2_000 + " the same terms as Perl itself.",
    ],
)
def test_what_adds_to_them_or_only_names_perl_does_not_say_so(text: str) -> None:
    assert not says_perls_own(text)


def test_another_licence_below_is_not_theirs() -> None:
    assert says_perls_own("Terms of Perl itself\n", ("GPL-1.0", "Artistic-1.0"))
    assert not says_perls_own("Terms of Perl itself\n", ("GPL-1.0", "GPL-3.0"))
