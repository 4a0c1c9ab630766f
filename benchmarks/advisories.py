"""How fast components are held against advisories, and versions compared.

    python benchmarks/advisories.py [--advisories N] [--components N] [--from DIR|ZIP]

Makes an archive of advisories as OSV lays them out (or takes a real one), reads it in, and holds components
against it. Beside it, in the same run: the same components by a plain scan, which is what a tool does that
keeps `all.zip` as it is (every record read, decoded and asked), and versions compared by `univers`. Both
must give the same answers. What counts are the ratios. univers is not among what we depend on: install it
(`pip install univers`) beside Folkmoot first.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from pathlib import Path

from folkmoot.model.component import Component
from folkmoot.model.purl import purl
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.feed import pieces
from folkmoot.supply.advisories.known import vulnerabilities_of
from folkmoot.supply.advisories.matching import judge
from folkmoot.supply.advisories.naming import ecosystem_and_name
from folkmoot.supply.advisories.record import Affected, read_record
from folkmoot.supply.versions import compare

PACKAGES = 60_000
ECOSYSTEMS = {"npm": "npm", "pypi": "PyPI", "cargo": "crates.io", "gem": "RubyGems"}


def version(chance: random.Random) -> str:
    """Give a version as packages have them."""
    return f"{chance.randrange(9)}.{chance.randrange(30)}.{chance.randrange(40)}"


def make(path: Path, count: int) -> None:
    """Write an archive of `count` advisories, the same for every run."""
    chance = random.Random(5)  # noqa: S311 - makes the same archive for every run
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(count):
            ecosystem = chance.choice(list(ECOSYSTEMS.values()))
            low, high = sorted((version(chance), version(chance)))
            told = {
                "schema_version": "1.7.0", "id": f"BENCH-2030-{number}", "aliases": [f"CVE-2030-{number}"],
                "modified": "2029-05-01T00:00:00Z", "summary": f"Package reads past the end, {number}",
                "details": "What happens, when, and what to do about it. " * 20,
                "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}],
                "affected": [{
                    "package": {"ecosystem": ecosystem, "name": f"package-{chance.randrange(PACKAGES)}"},
                    "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": low}, {"fixed": high}]}],
                    "versions": [version(chance) for _ in range(chance.randrange(20))],
                }],
            }  # fmt: skip
            archive.writestr(f"{told['id']}.json", json.dumps(told))


def components_of(count: int) -> list[Component]:
    """Give what a large project depends on."""
    chance = random.Random(6)  # noqa: S311 - makes the same components for every run
    kinds = list(ECOSYSTEMS)
    return [
        Component(
            purl(chance.choice(kinds), f"package-{chance.randrange(PACKAGES)}", version=version(chance)),
            "lock",
            n,
        )
        for n in range(count)
    ]


def scanned(source: Path, components: list[Component]) -> set[tuple[str, str]]:
    """Ask every record about every component of its package: (advisory, component)."""
    wanted = defaultdict(set)
    for component in components:
        place = ecosystem_and_name(component.purl)
        if place is not None:
            wanted[place].add(component.purl)
    found = set()
    for piece in pieces(source):
        if piece.problem:
            continue
        advisory = read_record(piece.told)
        for affected in advisory.affected:
            found |= _asked(advisory.id, affected, wanted.get((affected.ecosystem, affected.package), set()))
    return found


def _asked(name: str, affected: Affected, purls: set) -> set[tuple[str, str]]:
    return {(name, str(each)) for each in purls if judge(each.version, affected).is_affected}


def seconds(start: float) -> float:
    return time.perf_counter() - start


def measured_update(source: Path, target: Path) -> tuple[float, int]:
    """Read advisories in, in a process of its own: CPU seconds, and its peak of memory in MB."""
    code = (
        "import sys,time,resource\nfrom pathlib import Path\nfrom folkmoot.model.source import Access\n"
        "from folkmoot.supply.advisories.updating import update\n"
        "update([sys.argv[1]], Path(sys.argv[2]), Access(), int(time.time()))\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)"
    )
    run = [sys.executable, "-c", code, str(source), str(target)]
    cpu, memory = subprocess.run(run, capture_output=True, check=True, text=True).stdout.split()
    return float(cpu), int(memory)


def compared(count: int) -> tuple[float, float]:
    """Compare the same versions by ours and by univers: seconds of each."""
    from univers.versions import MavenVersion, RubygemsVersion, SemverVersion

    chance = random.Random(7)  # noqa: S311 - makes the same versions for every run
    pairs = [(version(chance), version(chance)) for _ in range(count)]
    ours = theirs = 0.0
    for ecosystem, peer in (("npm", SemverVersion), ("RubyGems", RubygemsVersion), ("Maven", MavenVersion)):
        start = time.perf_counter()
        one = [compare(ecosystem, left, right) for left, right in pairs]
        ours += seconds(start)
        start = time.perf_counter()
        other = []
        for left, right in pairs:
            here, there = peer(left), peer(right)
            other.append((here > there) - (here < there))
        theirs += seconds(start)
        if one != other:
            raise SystemExit(f"univers orders versions of {ecosystem} in another way.")
    return ours, theirs


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--advisories", type=int, default=300_000)
    parser.add_argument("--components", type=int, default=5_000)
    parser.add_argument("--from", dest="source", type=Path, help="A real folder or archive instead.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, target = asked.source or Path(folder) / "all.zip", Path(folder) / "advisories.sqlite"
        if asked.source is None:
            make(source, asked.advisories)
        cpu, memory = measured_update(source, target)
        components = components_of(asked.components)
        start = time.perf_counter()
        with Advisories(target) as advisories:
            about = advisories.about
            told = vulnerabilities_of(components, advisories)
        held = seconds(start)
        start = time.perf_counter()
        plain = scanned(source, components)
        scan = seconds(start)
        ours = {(each.id, str(hit.component.purl)) for each in told.found for hit in each.hits}
        if asked.source is None and ours != plain:
            raise SystemExit("The scan found something else.")
        size = target.stat().st_size / 1e6
        print(
            f"{about.advisories} advisories read in: {cpu:.1f} s of CPU, {memory} MB, {size:.0f} MB on disk"
        )
        print(f"{len(components)} components held against them: {held:.2f} s, {len(told.found)} found")
        print(f"the same by a plain scan: {scan:.1f} s; ratio {held / scan:.4f}")
    ours_took, theirs_took = compared(20_000)
    print(
        f"60000 comparisons of versions: {ours_took:.2f} s; univers {theirs_took:.2f} s; "
        f"ratio {ours_took / theirs_took:.2f}"
    )
    print(f"peak of memory here: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
