"""What a repository keeps of its own history to be quick, damaged or forged, is not believed."""

from pathlib import Path

import pytest

from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository, git, small_history


def commits_of(made: Repository, scheme: str = "") -> int:
    with open_repository(f"{scheme}{made.place}") as opened:
        return len(opened.git.text("log", "--format=%H", "--raw", "--no-patch", opened.tip).split())


@pytest.mark.parametrize("scheme", ["", "file://"])
@pytest.mark.parametrize("is_forged", [True, False])
def test_a_commit_graph_tells_no_other_history(tmp_path: Path, is_forged: bool, scheme: str) -> None:
    made = small_history(tmp_path / "r")
    made.commit(files={"of its own": "1\n"})
    git(made.place, "commit-graph", "write", "--reachable")
    graph = made.place / "objects" / "info" / "commit-graph"
    told = bytearray(graph.read_bytes())
    data = told.index(bytes.fromhex(made.run("rev-parse", f"{made.head}^{{tree}}")))
    # The parents stand behind the tree: no parent, or one that is not there.
    told[data + 20 : data + 24] = (0x70000000 if is_forged else 0x0FFFFFFF).to_bytes(4, "big")
    graph.chmod(0o644)
    graph.write_bytes(told)
    assert commits_of(made, scheme) == 7


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_damaged_index_of_packs_hides_nothing(tmp_path: Path, scheme: str) -> None:
    made = small_history(tmp_path / "r")
    git(made.place, "repack", "--quiet", "-a", "-d")
    git(made.place, "multi-pack-index", "write")
    index = made.place / "objects" / "pack" / "multi-pack-index"
    told = index.read_bytes()
    index.chmod(0o644)
    index.write_bytes(told.replace(bytes.fromhex(made.head), b"\xff" * 20))
    assert commits_of(made, scheme) == 6
