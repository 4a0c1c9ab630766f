"""What a first page loads: nothing that only other pages, or projects unlike this one, need."""

import ast
import subprocess
import sys
from pathlib import Path

from sources.git.repositories import Repository

FILES = {"LICENSE": "MIT License\n", "README.md": "# Hall\n", "CHANGELOG.md": "# Changes\n\n## 1.0\n"}


def loaded(project: Repository, folder: Path) -> set[str]:
    words = ["report", str(project.place), "--page", "overview", "--lines", "never"]
    words += ["--store", str(folder / "s.duckdb"), "--output", str(folder / "page.html")]
    script = (
        "import sys\n"
        "from folkmoot.cli import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "except SystemExit:\n"
        "    print(sorted(sys.modules), file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ast.literal_eval(run.stderr.splitlines()[-1]))


def test_a_first_page_loads_only_what_it_shows(project: Repository, tmp_path: Path) -> None:
    project.commit(files=FILES)
    modules = loaded(project, tmp_path)
    assert {"folkmoot.checks.community.licence", "folkmoot.checks.community.changelog"} <= modules
    wanted_elsewhere = {
        "folkmoot.checks.community._unnamed_licence",
        "folkmoot.checks.osps._manifests",
        "folkmoot.checks.osps._releases",
        "folkmoot.licences.manifests",
        "folkmoot.licences.readme",
        "folkmoot.views.compare",
        "folkmoot.views.pages.community",
    }
    assert not modules & wanted_elsewhere
