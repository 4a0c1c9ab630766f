"""The comparisons of osv-scalibr and osv.dev, 0 wrong: about 72,000, from the packaging systems themselves.

The clones are `<owner>+<name>/repo` in the folder that FOLKMOOT_REAL_REPOSITORIES names, or in `.mirror`
beside the project; without them these tests are skipped.
"""

import os
import subprocess
from pathlib import Path

import pytest

from folkmoot.supply.versions import compare
from supply.version_chains import comparisons

PROJECT = Path(__file__).parents[2]
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")
ECOSYSTEMS = {
    "alpine": ("Alpine", "Wolfi"), "cran": ("CRAN",), "debian": ("Debian", "Ubuntu"), "hackage": ("Hackage",),
    "maven": ("Maven",), "nuget": ("NuGet",), "packagist": ("Packagist",), "pub": ("Pub",), "pypi": ("PyPI",),
    "redhat": ("Red Hat", "SUSE"), "rubygems": ("RubyGems",), "semver": ("npm", "crates.io", "Go", "Hex"),
}  # fmt: skip


def read(repository: str, *command: str) -> str:
    place = REAL / repository / "repo"
    if not place.is_dir():
        pytest.skip(f"{repository} is not here")
    run = ["git", "-C", str(place), *command]
    return subprocess.run(run, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("name", sorted(ECOSYSTEMS))
def test_the_comparisons_of_osv_scalibr(name: str) -> None:
    listed = read("google+osv-scalibr", "ls-tree", "-r", "--name-only", "HEAD", "semantic/testdata").split()
    files = [path for path in listed if Path(path).name.startswith(f"{name}-versions")]
    assert files
    for path in files:
        text = read("google+osv-scalibr", "show", f"HEAD:{path}")
        for ecosystem in ECOSYSTEMS[name]:
            told = list(comparisons(ecosystem, text))
            assert [each for each in told if compare(each[0], each[1], each[3]) != each[2]] == []


def test_the_comparisons_of_osv_dev() -> None:
    text = read("google+osv.dev", "show", "HEAD:osv/ecosystems/testdata/packagist_test_cases.txt")
    told = list(comparisons("Packagist", text))
    assert [each for each in told if compare(each[0], each[1], each[3]) != each[2]] == []
    assert told
