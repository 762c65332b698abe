"""Executors by name, and a pool of processes that outlives the death of one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from multiprocessing import get_context
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from korpu.kernel.errors import KorpuError, NotFoundError, UsageError

P = ParamSpec("P")
T = TypeVar("T")
MOST_DEATHS = 5
"""How often a pool is made anew before the work itself is taken to be what kills it."""


@contextmanager
def executor(place: str, *, workers: int | None = None) -> Iterator[Executor | None]:
    """Yield an executor for a place by name; None for "serial", where the work is done by whoever asks.

    "dask" starts a cluster on this computer, "dask:ADDRESS" uses one that runs; its workers must have korpu and see the
    data folder. Raises UsageError KORPU-ENGINE-001 for another name, NotFoundError -002 where dask is not installed.
    """
    name, _, address = place.partition(":")
    count = workers or max(1, os.cpu_count() or 1)
    if name == "serial":
        yield None
    elif name == "pool":
        with Steady(count) as pool:
            yield pool
    elif name == "dask":
        with _dask(address, count) as client:
            yield client
    else:
        raise UsageError("KORPU-ENGINE-001", f"There is no place to work called “{place}”; say serial, pool or dask.")


@contextmanager
def _dask(address: str, workers: int) -> Iterator[Executor]:
    if find_spec("distributed") is None:
        raise NotFoundError("KORPU-ENGINE-002", "Work on a cluster needs korpu's extra “dask” (distributed).")
    import distributed  # noqa: PLC0415

    made: Any = distributed

    if address:
        with made.Client(address, set_as_default=False) as client:
            yield client.get_executor(pure=False)
        return
    local = made.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    )
    with local as cluster, made.Client(cluster, set_as_default=False) as client:
        yield client.get_executor(pure=False)


class Steady(Executor):
    """A pool of processes that goes on after one of them has died: what was not done is done again."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = Lock()
        self._deaths = 0
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        # Processes of their own, not copies of this one: threads of the numerical libraries do not survive a copy.
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that work now."""
        return list(self._pool._processes or {})

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over a piece of work; its result is asked for as of any future."""
        return cast("Future[T]", _Again(self, lambda pool: pool.submit(fn, *args, **kwargs)))

    def begun(self, start: Callable[[ProcessPoolExecutor], Future[Any]], broken: ProcessPoolExecutor | None) -> Any:
        """Start work on the pool, a new one if the one that it ran on broke; return (pool, future)."""
        with self._lock:
            if broken is self._pool:
                self._deaths += 1
                if self._deaths > MOST_DEATHS:
                    raise KorpuError("KORPU-ENGINE-003", "The processes that do the work die again and again.")
                self._pool.shutdown(wait=False)
                self._pool = self._made()
            try:
                return self._pool, start(self._pool)
            except BrokenExecutor:
                pool = self._pool
        return self.begun(start, pool)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes go."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


class _Again(Future[Any]):
    """A future that is started again where its process died under it."""

    def __init__(self, steady: Steady, start: Callable[[ProcessPoolExecutor], Future[Any]]) -> None:
        super().__init__()
        self._steady, self._start = steady, start
        self._pool, self._inner = steady.begun(start, None)

    def result(self, timeout: float | None = None) -> Any:
        """Return the result, waiting for it."""
        while True:
            try:
                return self._inner.result(timeout)
            except BrokenExecutor:
                self._pool, self._inner = self._steady.begun(self._start, self._pool)
