"""What a project says about its licence, place by place."""

from folkmoot.model.licence import Licences, Place, Said


def test_texts_are_what_the_licence_files_say() -> None:
    text = Said(Place.TEXT, "LICENSE", expression="MIT", likeness=1.0)
    manifest = Said(Place.MANIFEST, "package.json", 3, "MIT", "MIT")
    assert Licences((text, manifest), "MIT").texts == (text,)


def test_nothing_is_claimed_about_an_unknown_licence() -> None:
    assert (Licences().osi, Licences().fsf) == (None, None)
