"""Write what our checks take from the OSPS Baseline: requirements, their levels, and what it maps them to.

    python tools/baseline.py REPOSITORY [TAG]

REPOSITORY is a clone of https://github.com/ossf/security-baseline, TAG the version to read. The texts of the
requirements are not copied; ids, titles, levels and the Baseline's own mappings are, with its attribution.
The Baseline's crosswalk spreadsheets are older than the mappings in its YAML files, which are what is read.
"""

from __future__ import annotations

import json
import lzma
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

WRITTEN = Path(__file__).parents[1] / "src" / "folkmoot" / "checks" / "osps" / "baseline.json.xz"
TAG = "v2026.02.19"
RETIRED = "retired"


FRAMEWORK = re.compile(r"- id: *(\S+) *\n +title: *(.+)\n +version: *(.*)\n +url: *(\S+)")
"""The Baseline's own list of frameworks: its file is not valid YAML at this tag."""


def text(repository: str, tag: str, path: str) -> str:
    """Give a file of the Baseline as it stands at a tag. Raises CalledProcessError."""
    command = ["git", "-C", repository, "show", f"{tag}:{path}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def words(text: object) -> str:
    """Give a text on one line."""
    return " ".join(str(text).split()).rstrip(".")


def maps(control: dict[str, Any]) -> dict[str, list[str]]:
    """Give the ids a control is mapped to, by framework, each once, in their order; empty ones left out."""
    found: dict[str, list[str]] = {}
    for mapping in control.get("guideline-mappings", ()):
        for entry in mapping["entries"]:
            name, identifier = mapping["reference-id"], words(entry["reference-id"] or "")
            if name and identifier and identifier not in found.setdefault(str(name), []):
                found[str(name)].append(identifier)
    return found


def catalogue(repository: str, tag: str) -> dict[str, Any]:
    """Give everything that is written."""
    families = [
        path for path in subprocess.run(
            ["git", "-C", repository, "ls-tree", "--name-only", tag, "baseline/"],
            check=True, capture_output=True, text=True,
        ).stdout.split() if path.startswith("baseline/OSPS-")
    ]  # fmt: skip
    controls, requirements = {}, {}
    for path in families:
        for control in yaml.safe_load(text(repository, tag, path))["controls"]:
            for asked in control["assessment-requirements"]:
                levels = [int(each[-1]) for each in asked["applicability"] if each != RETIRED]
                if levels:
                    requirements[asked["id"]] = levels
            controls[control["id"]] = {"title": words(control["title"]), "maps": maps(control)}
    used = {name for control in controls.values() for name in control["maps"]}
    # The newer list counts; only the older one names NIST SP 800-161.
    listed = "".join(text(repository, tag, f"baseline/{name}.yaml") for name in ("frameworks", "metadata"))
    frameworks = {
        name: {"title": words(title), "version": version.strip().strip('"'), "url": url.strip('"')}
        for name, title, version, url in FRAMEWORK.findall(listed)
        if name in used
    }
    return {
        "title": "Open Source Project Security Baseline",
        "version": tag,
        "source": f"https://baseline.openssf.org/versions/{tag[1:].replace('.', '-')}",
        "attribution": "From the OSPS Baseline by the OpenSSF and its contributors, "
        "https://github.com/ossf/security-baseline: data under CDLA-Permissive-1.0, documentation under "
        "CC-BY-4.0, code under Apache-2.0. Shortened: requirement texts are at the source.",
        "frameworks": frameworks,
        "controls": controls,
        "requirements": requirements,
    }


def main() -> None:
    """Write the file."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    told = catalogue(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else TAG)
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
    WRITTEN.write_bytes(lzma.compress(written.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(told['requirements'])} requirements of {len(told['controls'])} controls in {WRITTEN.name}")


if __name__ == "__main__":
    main()
