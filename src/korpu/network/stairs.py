"""What is already known at each node, kept so that "does anything here beat this?" is answered by bisection.

Labels reach a node in the order of their first criterion, so only the other two or three have to be compared. The kept
rows of a node lie side by side in one pool, sorted by the second criterion: with three criteria the third then falls
strictly (a staircase) and one look decides; with four the rows before the place are looked through.
"""

from __future__ import annotations

import numpy as np

from korpu.network.compiled import compiled
from korpu.network.graph import Ints


@compiled
def place(rows: Ints, start: int, size: int, second: int) -> int:
    """Return how many of the `size` rows from `start` have a second criterion of at most `second`."""
    low, high = 0, size
    while low < high:
        middle = (low + high) >> 1
        if rows[start + middle, 0] <= second:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def beaten(rows: Ints, start: int, size: int, second: int, third: int, fourth: int) -> bool:
    """Whether one of a node's rows is nowhere above (second, third, fourth); `rows` has 2 columns or 3."""
    at = place(rows, start, size, second)
    if rows.shape[1] == 2:
        return at > 0 and bool(rows[start + at - 1, 1] <= third)
    for i in range(start, start + at):  # noqa: SIM110  (compiled)
        if rows[i, 1] <= third and rows[i, 2] <= fourth:
            return True
    return False


@compiled
def keep(rows: Ints, spans: Ints, end: int, node: int, second: int, third: int, fourth: int) -> tuple[Ints, int]:
    """Add a row that is not beaten to a node, drop those it beats; return the pool and its new end.

    `spans[node]` is (start, size, room); a node that has outgrown its room moves to the end of the pool.
    """
    start, size, room = spans[node]
    if size == room:
        wider = max(4, 2 * room)
        while end + wider > rows.shape[0]:
            grown = np.empty((2 * rows.shape[0], rows.shape[1]), rows.dtype)
            grown[:end] = rows[:end]
            rows = grown
        rows[end : end + size] = rows[start : start + size]
        start = end
        end += wider
        spans[node, 0] = start
        spans[node, 2] = wider
    at = place(rows, start, size, second)
    three = rows.shape[1] == 3
    # An equal second criterion with a worse rest is beaten too, though it stands before the place.
    while at > 0 and rows[start + at - 1, 0] == second and not three:
        at -= 1
    kept = start + at
    for i in range(start + at, start + size):
        worse = rows[i, 1] >= third and (not three or (rows[i, 0] >= second and rows[i, 2] >= fourth))
        if not worse:
            rows[kept] = rows[i]
            kept += 1
    for i in range(kept, start + at, -1):
        rows[i] = rows[i - 1]
    rows[start + at, 0] = second
    rows[start + at, 1] = third
    if three:
        rows[start + at, 2] = fourth
    spans[node, 1] = kept - start + 1
    return rows, end
