"""The stores that engines are compared on: an invented community and, where one is named, a real one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engines.chdb_engine import ChdbEngine
from engines.invented_history import invented_history
from folkmoot.store.database import connect
from folkmoot.store.schema import VIEW_ORDER
from folkmoot.store.scope import look_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from folkmoot.store.database import Connection

REAL_STORE = "FOLKMOOT_CONFORMANCE_STORE"
"""Set it to the file of a store made by `folkmoot sync` to hold the engines to real history too."""


@pytest.fixture(scope="session", params=["invented", *(["real"] if REAL_STORE in os.environ else [])])
def store(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A store with its views laid down."""
    if request.param == "invented":
        opened = invented_history()
    else:
        opened = connect(Path(os.environ[REAL_STORE]), read_only=True)
        look_at(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chdb(store: Connection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChdbEngine]:
    """Chdb holding the same tables as `store`."""
    pytest.importorskip("chdb", reason="the optional extra `engines` is not installed")
    folder = tmp_path_factory.mktemp("laid_down")
    files = {name: folder / f"{name}.parquet" for name in VIEW_ORDER}
    for name, file in files.items():
        store.execute(f"copy (select * from {name}) to '{file}' (format parquet)")
    engine = ChdbEngine(files)
    yield engine
    engine.close()
