"""Start the fake forge from the command line."""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from fake_forge import __doc__ as about
from fake_forge.resolving import ContractMissingError, schema
from fake_forge.running import with_runs
from fake_forge.serving import FakeForge, Switches
from fake_forge.worlds import dumped, invented


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dump", type=Path, action="append", default=[], help="an archive.json[.gz]")
    parser.add_argument("--runs", action="store_true", help="make up what ran on the changes of a dump")
    parser.add_argument("--issues", type=int, default=40)
    parser.add_argument("--changes", type=int, default=60)
    parser.add_argument("--port", type=int, default=8080)
    switches = [
        name
        for name in Switches.__dataclass_fields__
        if name not in {"renamed", "packed", "elsewhere", "refusal"}
    ]
    for name in switches:
        parser.add_argument(
            f"--{name.replace('_', '-')}", type=float if name == "slow" else int, default=None
        )
    chosen = parser.parse_args()
    set_ones = {name: value for name in switches if (value := getattr(chosen, name)) is not None}
    dumps = [dumped(path) for path in chosen.dump]
    projects = [with_runs(project) if chosen.runs else project for project in dumps] or [
        invented(issues=chosen.issues, changes=chosen.changes)
    ]
    try:
        schema()
    except ContractMissingError as error:
        # Told before anything is served: later it would only look like a broken forge.
        parser.exit(1, f"{error}\n")
    forge = FakeForge({project["nameWithOwner"]: project for project in projects}, Switches(**set_ones))
    with forge.serving(chosen.port) as address:
        for name in forge.world:
            print(f"{address}/{name}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{forge.asked} GraphQL and {forge.rest} REST requests", file=sys.stderr)


if __name__ == "__main__":
    main()
