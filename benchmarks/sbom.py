"""Write a bill of materials of 5,000 components: ours beside the official libraries, in the same run.

    python benchmarks/sbom.py [COMPONENTS]

Components are invented: a lock file of npm in which each package needs three others. The libraries are
cyclonedx-python-lib and spdx-tools, as their documents tell to use them; both come with the test tools.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from spdx_tools.spdx.parser.jsonlikedict.json_like_dict_parser import JsonLikeDictParser
from spdx_tools.spdx.writer.json.json_writer import write_document_to_file

from folkmoot.model.component import Inventory
from folkmoot.supply.manifests import all_formats, read_manifest
from folkmoot.supply.sbom import Bill, all_forms, bill_of


def lock_file(count: int) -> bytes:
    """Give a package-lock.json with `count` packages."""
    packages: dict[str, object] = {"": {"dependencies": {f"package-{n}": "^1" for n in range(0, count, 20)}}}
    for n in range(count):
        needed = {f"package-{(n * 7 + step) % count}": "^1" for step in range(1, 4)}
        packages[f"node_modules/package-{n}"] = {
            "version": f"1.{n}.0",
            "license": "MIT",
            "dependencies": needed,
        }
    return json.dumps({"name": "mine", "lockfileVersion": 3, "packages": packages}, indent=2).encode()


def taken(make: Callable[[], object]) -> float:
    """Give how many seconds it takes, the best of three."""
    found = []
    for _ in range(3):
        begun = perf_counter()
        make()
        found.append(perf_counter() - begun)
    return min(found)


def with_cyclonedx(bill: Bill) -> str:
    """Write the same components and relations with the official library."""
    bom = Bom()
    made = {
        part.reference: Component(
            type=ComponentType.LIBRARY, name=part.purl.name, version=part.purl.version, bom_ref=part.reference
        )
        for part in bill.parts
    }
    for component in made.values():
        bom.components.add(component)
    for part in bill.parts:
        bom.register_dependency(made[part.reference], [made[each] for each in part.needs])
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()


def main() -> None:
    """Read, put together, write, and compare."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    content = lock_file(count)
    form = all_formats()["package-lock"]
    inventory = Inventory((read_manifest(form, "package-lock.json", content),))
    bill = bill_of(inventory, "mine", "0" * 40, 0)
    print(f"{len(bill.parts)} components, {sum(len(part.needs) for part in bill.parts)} relations")
    reading = taken(lambda: read_manifest(form, "package-lock.json", content))
    putting = taken(lambda: bill_of(inventory, "mine", "0" * 40, 0))
    print(f"read the lock file   {reading:8.3f} s")
    print(f"put the bill together{putting:8.3f} s")
    own = {name: taken(lambda write=each.write: write(bill)) for name, each in all_forms().items()}  # type: ignore[misc]
    for name, seconds in own.items():
        print(f"write {name.ljust(15)}{seconds:8.3f} s")
    begun = perf_counter()
    with_cyclonedx(bill)
    official = perf_counter() - begun
    print(f"cyclonedx-python-lib {official:8.3f} s, {official / own['cyclonedx']:.0f} times ours")
    document = JsonLikeDictParser().parse(json.loads(all_forms()["spdx"].write(bill)))
    with tempfile.TemporaryDirectory() as folder:
        begun = perf_counter()
        write_document_to_file(document, str(Path(folder, "bill.spdx.json")), validate=False)
        official = perf_counter() - begun
    print(f"spdx-tools           {official:8.3f} s, {official / own['spdx']:.0f} times ours (already parsed)")


if __name__ == "__main__":
    main()
