"""How long all checks take on a repository, beside the tools that check one part of it.

    python benchmarks/guard_speed.py [--runs N] [--together] REPOSITORY [REPOSITORY ...]

Every figure is taken in this run on these repositories, the commands taking turns; what counts is the ratios.
The median of the runs is shown; CPU counts every child process. All checks of all rooms are asked of a bare
clone: starting Python, git, everything. The peers are `reuse lint` (licence headers of every file) and
`zizmor --offline` (workflows), installed from PyPI into an environment of their own in a temporary folder;
they get a checkout, whose making is not counted. What git alone takes to give every file is shown too.

`--together` lays the trees of all the repositories into one: the first as it is, the others below `parts/`.
Alone, each repository may be written FOLDER@COMMIT.

Bars: under 5 s on a tree of 20,000 files, under 1 s on the median repository of the golden set, git included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from git_speed import Cost, cost, median

EVERYTHING = """
import sys
from folkmoot.checks import all_checks
from folkmoot.model.check import Ground
from folkmoot.sources.git.repository import open_repository
from folkmoot.sources.git.tree import GitTree
with open_repository(sys.argv[1]) as opened:
    ground = Ground(GitTree(opened.git, sys.argv[2]))
    for check in all_checks().values():
        check.decide(ground)
"""
WHATEVER_IT_SAYS = ["sh", "-c", '"$@"; exit 0', "sh"]
"""The peers end with other numbers than 0 when they find something."""
EVERY_FILE = "git -C {} ls-tree -r --format='%(objectname)' {} | git -C {} cat-file --batch --buffer"


def git(folder: Path, *arguments: str, **more: str) -> str:
    """Run git in a folder and give what it says. `more` goes into its environment."""
    answer = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True,
        env={**os.environ, **more},
    )  # fmt: skip
    return answer.stdout.strip()


def named(repository: str) -> tuple[Path, str]:
    """Give the folder and the commit that FOLDER@COMMIT or FOLDER means."""
    folder, _, commit = repository.partition("@")
    place = Path(folder).resolve()
    return place, git(place, "rev-parse", f"{commit or 'HEAD'}^{{commit}}")


def together(repositories: list[str], room: Path) -> str:
    """Make one bare repository of the trees of several; give it as FOLDER@COMMIT."""
    made = room / "together.git"
    git(room, "init", "--quiet", "--bare", str(made))
    index = {"GIT_INDEX_FILE": str(room / "index"), "GIT_WORK_TREE": str(room)}
    for number, repository in enumerate(repositories):
        place, _commit = named(repository)
        git(made, "fetch", "--quiet", "--depth", "1", f"file://{place}", "HEAD")
        tree = git(made, "rev-parse", "FETCH_HEAD^{tree}")
        prefix = [f"--prefix=parts/{number}/"] if number else []
        git(made, "read-tree", *prefix, tree, **index)
    author = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    commit = git(made, "commit-tree", "-m", "Together", git(made, "write-tree", **index), **author)
    git(made, "update-ref", "refs/heads/main", commit)
    git(made, "symbolic-ref", "HEAD", "refs/heads/main")
    git(made, "repack", "-adq")
    return f"{made}@{commit}"


def peers(room: Path) -> Path:
    """Install the peers into an environment of their own and give the folder of their commands."""
    home = room / "peers"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    subprocess.run([str(home / "bin" / "pip"), "install", "--quiet", "reuse", "zizmor"], check=True)
    return home / "bin"


def measure(repository: str, runs: int, commands_of_peers: Path, room: Path) -> None:
    """Measure one repository and print its table."""
    place, commit = named(repository)
    checkout = room / "checkout"
    subprocess.run(["rm", "-rf", str(checkout)], check=True)
    git(room, "clone", "--quiet", "--shared", "--no-checkout", str(place), str(checkout))
    git(checkout, "checkout", "--quiet", "--detach", commit)
    commands = {
        "all checks": [sys.executable, "-c", EVERYTHING, str(place), commit],
        "git cat-file of every file": ["sh", "-c", EVERY_FILE.format(place, commit, place)],
        "reuse lint": [
            *WHATEVER_IT_SAYS, str(commands_of_peers / "reuse"), "--root", str(checkout), "lint", "--quiet",
        ],
        "zizmor --offline": [
            *WHATEVER_IT_SAYS, str(commands_of_peers / "zizmor"), "--offline", "--quiet", str(checkout),
        ],
    }  # fmt: skip
    taken: dict[str, list[Cost]] = {title: [] for title in commands}
    for _ in range(runs):
        for title, command in commands.items():
            taken[title].append(cost(command, room))
    figures = {title: median(costs) for title, costs in taken.items()}
    files = len(git(place, "ls-tree", "-r", "--name-only", commit).splitlines())
    load = os.getloadavg()[0]
    print(f"\n{place}: {files} files, {runs} runs, medians, {os.cpu_count()} cores, load {load:.1f}")
    print(f"{'':28} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'all checks / it, wall':>22} {'CPU':>6}")
    own = figures["all checks"]
    for title, figure in figures.items():
        print(
            f"{title:28} {figure.wall:8.2f} {figure.cpu:8.2f} {figure.peak:8.0f}"
            f" {own.wall / figure.wall:22.2f} {own.cpu / max(figure.cpu, 0.01):6.2f}"
        )


def main() -> None:
    """Read the arguments and measure each repository, or all in one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repositories", nargs="+", metavar="REPOSITORY")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--together", action="store_true", help="lay all the trees into one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="folkmoot-bench-") as name:
        room = Path(name)
        installed = peers(room)
        wanted = arguments.repositories
        for repository in [together(wanted, room)] if arguments.together else wanted:
            measure(repository, arguments.runs, installed, room)


if __name__ == "__main__":
    main()
