"""Metrics answered before they are asked for, by a second thread: the engine counts without Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from folkmoot.model.metric import Metric, Row
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection
from folkmoot.store.scope import beside


class Ahead:
    """What is being asked by another thread. Whoever would have to wait answers something else meanwhile."""

    def __init__(self, connection: Connection, asked: dict[str, tuple[Metric, Future[list[Row]]]]) -> None:
        self._connection = connection
        self._asked = asked

    def answer(self, metric: Metric) -> list[Row]:
        """Give what `store.answer.answer` gives. Raises QueryError when the SQL does not run."""
        known, future = self._asked.pop(metric.id, (metric, None))
        if future is None or known != metric or future.cancel():
            return answer(self._connection, metric)
        for identifier, (other, pending) in list(self._asked.items()):
            if future.done():
                break
            if pending.cancel():
                self._asked[identifier] = (other, _answered(self._connection, other))
        return future.result()


@contextmanager
def answering_ahead(connection: Connection, metrics: Iterable[Metric]) -> Iterator[Ahead]:
    """Let a second thread answer `metrics` in their order, from what `look_at` has laid down."""
    other = beside(connection)
    if other is None:
        yield Ahead(connection, {})
        return
    with other, ThreadPoolExecutor(1, "answers") as pool:
        try:
            yield Ahead(connection, {each.id: (each, pool.submit(answer, other, each)) for each in metrics})
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _answered(connection: Connection, metric: Metric) -> Future[list[Row]]:
    future: Future[list[Row]] = Future()
    future.set_running_or_notify_cancel()
    try:
        future.set_result(answer(connection, metric))
    except Exception as error:  # noqa: BLE001 - told to whoever asks for it, as the other thread does
        future.set_exception(error)
    return future
