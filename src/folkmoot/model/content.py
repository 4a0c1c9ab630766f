"""What kind of content a path holds, told by its name alone.

The place of a file says more than its ending: a Python file below `tests/` is a test, below `docs/` it is
documentation. So the folders are asked first (once per folder, remembered), then the name, then the ending.
What nothing speaks for is code. The lists follow the documentation rules of GitHub Linguist where it has any.

The order in which kinds win: documentation below a top-level `docs/`, test, continuous integration,
translation, documentation, build, configuration, media, data, code.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from folkmoot.model import path_names as known
from folkmoot.model.locales import locale_of, plain_locale_of


class Content(StrEnum):
    """The closed list of kinds of content.

    CODE: what runs, and what is not told otherwise. DOCUMENTATION: prose, examples, licences, changelogs and
    pictures below `docs/`. TEST: tests and what they need. CI: what a build service runs. TRANSLATION:
    texts in another language, message catalogues in the first one too. BUILD: how it is built, packaged,
    and what it depends on. CONFIGURATION: settings. DATA: tables and archives. MEDIA: pictures, sounds,
    fonts.
    """

    CODE = "code"
    DOCUMENTATION = "documentation"
    TEST = "test"
    CI = "continuous integration"
    TRANSLATION = "translation"
    BUILD = "build"
    CONFIGURATION = "configuration"
    DATA = "data"
    MEDIA = "media"


class PathClass(NamedTuple):
    """The directory a path is counted under, the kind of its content, and the language it translates into.

    `directory` is the top-level folder, or two levels where the top one is a container such as `packages/`;
    files at the top are "(top level)". `content` is a value of `Content`. `locale` is a BCP 47 tag or "".
    """

    directory: str
    content: str
    locale: str


class _Place(NamedTuple):
    """What folders say. `area` "": nothing. `catalogue` 2: translations are kept there; 1: perhaps; 0: no."""

    directory: str
    area: str
    locale: str
    catalogue: int


TOP_LEVEL = "(top level)"
CODE, DOCUMENTATION, TEST, CI, TRANSLATION, BUILD, CONFIGURATION, DATA, MEDIA = (
    kind.value for kind in Content
)

_KIND_OF_ENDING = {
    ending: kind
    for kind, endings in (
        (DOCUMENTATION, known.DOCUMENTATION_ENDINGS),
        (TRANSLATION, known.TRANSLATION_ENDINGS),
        (BUILD, known.BUILD_ENDINGS),
        (CONFIGURATION, known.CONFIGURATION_ENDINGS),
        (MEDIA, known.MEDIA_ENDINGS),
        (DATA, known.DATA_ENDINGS),
    )
    for ending in endings
}
_TEST_FOLDER = re.compile(r"tests?[-_.].*|.+[-_.](tests?|spec|e2e)", re.DOTALL)
_TEST_NAME = re.compile(r"(test|e2e)[-_.].+|.+[-_.](tests?|spec|e2e|test-d)|tests?|conftest", re.DOTALL)
_TEST_CLASS = re.compile(r".*[a-z0-9](Tests?|TestCase|Spec)", re.DOTALL)
_BUILD_NAME = re.compile(
    r"(dockerfile|makefile)[-._].*|(requirements|constraints)[-\w]*\.(txt|in)|"
    r"(rollup|webpack|vite|esbuild|babel|tsup|metro|postcss)\b.*\.(js|ts|cjs|mjs|mts|json)"
)
_CONFIG_NAME = re.compile(
    r"[ts]s?config\b.*\.json|.+[.]config\.(js|ts|cjs|mjs|mts|json)|.+rc(\.(js|cjs|json|yml|yaml))"
)
_NAME_AND_LOCALE = re.compile(r"(.+?)([._-])([A-Za-z]{2,3}(?:[-_@][A-Za-z0-9]{2,8}){0,2})", re.DOTALL)


def classify(name: str) -> PathClass:
    """Classify one path, given with `/` between its folders. Any text is accepted; nothing is raised."""
    head, _, base = name.rpartition("/")
    place = _place(head)
    stem, dot, ending = base.rpartition(".")
    if not dot or not stem:
        stem, ending = base, ""
    ending = ending.lower()
    kind = place.area
    if kind == TEST and ending in known.PROSE_ENDINGS and _is_about_tests(head):
        kind = DOCUMENTATION
    if kind in (TEST, CI):
        return PathClass(place.directory, kind, "")
    if kind != DOCUMENTATION and _is_test(stem, ending):
        return PathClass(place.directory, TEST, "")
    if locale := _locale(place, head, stem, ending):
        return PathClass(place.directory, TRANSLATION, locale)
    kind = kind or _by_name(base.lower(), stem.lower(), ending)
    if kind == DATA and ending.startswith("json") and (not head or head[0] == "."):
        kind = CONFIGURATION  # tool settings; JSON further down is data
    if place.catalogue == 2 and (kind == DATA or (kind == CODE and not ending)):
        kind = TRANSLATION  # lists of languages and of translators beside the catalogues
    return PathClass(place.directory, kind, "")


@lru_cache(maxsize=65536)
def _place(head: str) -> _Place:
    """Say what the folders of a path mean, from the outside in."""
    folders = [folder for folder in head.split("/") if folder]
    if not folders:
        return _Place(TOP_LEVEL, "", "", 0)
    directory = "/".join(folders[:2]) if folders[0].lower() in known.CONTAINERS else folders[0]
    lowered = [folder.lower() for folder in folders]
    area = _area(lowered)
    locale, catalogue = _folder_locale(folders, lowered) if area not in (TEST, CI) else ("", 0)
    return _Place(directory, area, locale, catalogue)


def _area(folders: list[str]) -> str:
    """Give the kind that the folders alone decide, or ""."""
    first = folders[0]
    if first in known.DOC_FOLDERS:
        return DOCUMENTATION
    if first == "t" or any(part in known.TEST_FOLDERS or _TEST_FOLDER.fullmatch(part) for part in folders):
        return TEST
    if first in known.CI_FOLDERS or (first == ".github" and folders[1:2] not in ([], ["issue_template"])):
        return CI
    if first in known.EXAMPLE_FOLDERS:
        return DOCUMENTATION
    return BUILD if first in known.BUILD_FOLDERS else ""


def _folder_locale(folders: list[str], lowered: list[str]) -> tuple[str, int]:
    """Give the language the folders name, and how sure it is that translations are kept there."""
    locale, catalogue = "", 0
    for part, lower, before in zip(folders, lowered, ["", *lowered], strict=False):
        found = ""
        if lower.startswith("values-"):
            found = locale_of(part[7:])
        elif lower.endswith(".lproj"):
            found = locale_of(part[:-6])
        elif catalogue == 2:
            found = locale_of(part)
        elif before in known.WORD_FOLDERS:
            found = plain_locale_of(part)
        elif before in ("language", "languages"):  # of people or of programming: only a region tells
            found = locale_of(part) if "-" in locale_of(part) else ""
        elif before in known.PAGE_FOLDERS:
            found = plain_locale_of(part)
            found = "" if found.startswith("en") else found
        if found:
            locale, catalogue = found, 2
        elif lower in known.CATALOGUE_FOLDERS:
            catalogue = 2
        elif lower in known.WORD_FOLDERS:
            catalogue = max(catalogue, 1)
    return locale, catalogue


def _locale(place: _Place, head: str, stem: str, ending: str) -> str:
    """Give the language a file is in when it is a translation, by its own name or by its folders.

    A message catalogue may lie in a folder of its language wherever that is: `poqm/de/moot.po`.
    """
    if place.catalogue == 2 or ending in known.TRANSLATION_ENDINGS:
        own = locale_of(stem)
        if not own and (match := _NAME_AND_LOCALE.fullmatch(stem)):
            # In `ko/module.d.ts.md` the folder has said it: `ts` ends a name there, and is no Tsonga.
            named = locale_of(match[3])
            is_ending = match[2] == "." and _language(named) != _language(place.locale)
            own = "" if place.locale and is_ending else named
        return own or place.locale or locale_of(head.rpartition("/")[2])
    if place.catalogue == 1 and ending not in known.CODE_ENDINGS:
        return plain_locale_of(stem)
    if ending in known.PROSE_ENDINGS and (match := _NAME_AND_LOCALE.fullmatch(stem)):
        is_page = match[2] == "." and ending != "txt"
        return plain_locale_of(match[3]) if is_page or match[1].lower() in known.DOC_NAMES else ""
    return ""


def _language(locale: str) -> str:
    return locale.partition("-")[0]


def _is_test(stem: str, ending: str) -> bool:
    if ending not in known.CODE_ENDINGS or ending in known.PROSE_ENDINGS:
        return False
    return bool(_TEST_NAME.fullmatch(stem.lower()) or _TEST_CLASS.fullmatch(stem))


def _is_about_tests(head: str) -> bool:
    """Tell prose below `spec/` or `testing/` (a specification, a text on testing) from a test's own files."""
    folders = set(head.lower().split("/"))
    return (folders & known.TEST_FOLDERS) in ({"spec"}, {"specs"}, {"testing"})


def _by_name(lower: str, stem: str, ending: str) -> str:
    """Tell the kind by the name, then by the ending."""
    if lower in known.CI_NAMES:
        return CI
    if lower in known.BUILD_NAMES or _BUILD_NAME.fullmatch(lower):
        return BUILD
    if ending not in known.CODE_ENDINGS and (
        stem in known.DOC_NAMES or stem.partition("-")[0] in ("license", "copying", "readme")
    ):
        return DOCUMENTATION
    if lower[:1] == "." or lower in known.CONFIG_NAMES or _CONFIG_NAME.fullmatch(lower):
        return CONFIGURATION
    if len(ending) == 1 and ending in "12345678":  # sections of the manual
        return DOCUMENTATION
    return _KIND_OF_ENDING.get(ending, CODE)
