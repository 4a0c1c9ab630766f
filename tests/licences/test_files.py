"""Where licences are looked for."""

import pytest

from folkmoot.licences.files import licence_files, named_in_licenses, readme_files


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "LICENCE",
        "license.md",
        "LICENSE.txt",
        "LICENSES.md",
        "UNLICENSE",
        "COPYING",
        "COPYING.LESSER",
        "LICENSE-MIT",
        "LICENSE_1_0.txt",
        "LICENSE.APACHE",
        "LICENSE.Apache-2.0",
        "MIT-LICENSE",
        "mit-license.txt",
        "OFL.txt",
        "COPYRIGHT",
        "PATENTS",
        "LICENSES/MIT.txt",
        "LICENSES/LicenseRef-Own.txt",
        "LICENSES/Apache-2.0",
    ],
)
def test_names_that_say_licence_are_found(path: str) -> None:
    assert licence_files(["README.md", path]) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "license.py",
        "LICENSE.spdx",
        "LICENSE.header",
        "licenses.json",
        "copying.sh",
        "src/LICENSE",
        "licensee.rb",
        "THIRD-PARTY-LICENSES.txt",
        "LICENSE-3rdparty",
        "LICENSES_bundled.txt",
        "licence-notice.txt",
        "relicensed.md",
        "LICENSES/sub/MIT.txt",
        "LICENSES/.keep",
        "LICENSES/README.rst",
    ],
)
def test_other_names_are_not(path: str) -> None:
    assert licence_files([path]) == []


def test_the_likeliest_comes_first() -> None:
    assert licence_files(["PATENTS", "COPYING", "LICENSE-MIT", "LICENSE"]) == [
        "LICENSE",
        "COPYING",
        "LICENSE-MIT",
        "PATENTS",
    ]


def test_the_plainest_readme_comes_first() -> None:
    assert readme_files(["docs/README", "README.rst", "readme", "README.sh"]) == ["readme", "README.rst"]


@pytest.mark.parametrize(
    ("path", "named"),
    [("LICENSES/MIT.txt", "MIT"), ("LICENSES/Apache-2.0", "Apache-2.0"), ("LICENSE.txt", "")],
)
def test_the_name_of_a_text_states_an_identifier(path: str, named: str) -> None:
    assert named_in_licenses(path) == named
