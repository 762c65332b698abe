"""Runs inside hum-router's own Python: the same network in its tables, a route by time, and a closure to the new route.

Prints the median milliseconds of a route and of `set_overrides` with three live metrics up to the three new routes.
"""

from __future__ import annotations

import logging
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

MODES = ("sea", "rail", "road", "ferry")


def tables(network: Any, folder: Path) -> None:
    """Write its four tables; every edge keeps its mode, so that each network stays whole."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    n, m = network["latitude"].size, network["tail"].size
    road = np.zeros(n, np.bool_)
    mode = network["mode"]
    road[network["tail"][mode == 2]] = True
    nodes = {
        "x": network["longitude"].astype(float), "y": network["latitude"].astype(float),
        "domain": np.where(road, "road", "rail"), "name": pa.nulls(n, pa.string()),
    }  # fmt: skip
    edges = {
        "tail": network["tail"], "head": network["head"], "mode": np.array(MODES)[mode],
        "distance_km": network["km"], "time_hours": network["cost"] / 60.0,
        "crossing_id": pa.nulls(m, pa.int32()), "transfer_kind": pa.array(["rail|road"] * m),
        "geometry_wkt": pa.nulls(m, pa.string()), "way_id": np.arange(m) // 2,
        "osm_from": network["tail"].astype(np.int64), "osm_to": network["head"].astype(np.int64),
    }  # fmt: skip
    gateways = {"vertex": pa.array([], pa.int32()), "gateway_kind": pa.array([], pa.string())}
    gateways |= {"name": pa.array([], pa.string()), "country": pa.array([], pa.string())}
    gateways |= {"x": pa.array([], pa.float64()), "y": pa.array([], pa.float64())}
    for name, columns in (
        ("nodes", nodes),
        ("edges", edges),
        ("gateways", gateways),
        ("crossings", {"crossing_id": []}),
    ):
        pq.write_table(pa.table(columns), folder / f"unified_{name}.parquet")


def main(place: str) -> None:
    """Measure and print."""
    from multimodal_router.engine import EdgeOverride, RouteRequest, RoutingEngine

    logging.disable(logging.CRITICAL)
    network = np.load(place)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables(network, folder)
        engine = RoutingEngine(folder, folder / "cache", thread_count=1)

        def ask(pair: Any, by: str) -> Any:
            (a, b), x, y = pair, network["longitude"], network["latitude"]
            return engine.route(RouteRequest(x[a], y[a], x[b], y[b], impedance=by))

        def milliseconds(work: Any) -> float:
            started = time.process_time()
            work()
            return 1000 * (time.process_time() - started)

        three = ("time", "cost", "distance")
        pairs = network["pairs"]
        for by in three:
            ask(pairs[0], by)
        asked = [milliseconds(lambda p=p: ask(p, "time")) for p in pairs]
        closed = []
        for i, pair in enumerate(pairs[:3]):
            best = ask(pair, "time").best
            arc = best.arcs[len(best.arcs) // 2] if best else i
            shut = [EdgeOverride(override_id=str(i), action="close", arc=int(arc))]
            closed.append(milliseconds(lambda s=shut, p=pair: (engine.set_overrides(s), [ask(p, by) for by in three])))
        print(statistics.median(asked), statistics.median(closed))


if __name__ == "__main__":
    main(sys.argv[1])
