"""How fast routes, closures, disruptions and flows are answered on the merged network, beside other programs.

The network is built from the tables of searoute and scgraph-data; pairs are drawn with seed 7 from its terminals.
Costs are whole minutes, USD and kg CO2e (and points of risk) of one TEU. Times are processor time unless two
processes work.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import Measure

FLOWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "network"
KNOWN = {"500_2000_50": 4735910.7258}
PAIRS = 50
PATIENCE = 300_000
"""Partial ways with four criteria before a pair is counted as too large."""


def measure() -> Iterator[Measure]:
    """Yield every figure of the network: one criterion, closures, fronts, disruptions, flows, and the peers'."""
    from korpu.corridors import raw

    if raw.installed():
        network = _Merged()
        yield from single(network)
        yield from fronts(network)
        yield from closures(network)
        yield from disruptions(network)
        yield from peers(network)
    else:
        print("     the network is left out: scgraph-data and searoute are not installed")
    yield from flows()


def milliseconds(work: Callable[[], Any], times: int = 1) -> float:
    """Return the processor time of one call in milliseconds."""
    started = time.process_time()
    for _ in range(times):
        work()
    return 1000 * (time.process_time() - started) / times


class _Merged:
    """The network with its costs, and fifty pairs of terminals that lie in its largest piece."""

    def __init__(self) -> None:
        from scipy.sparse import coo_matrix
        from scipy.sparse.csgraph import connected_components

        from korpu.corridors import cargo, costs, services, store
        from korpu.network.graph import Graph

        with tempfile.TemporaryDirectory() as folder:
            network = store.built(Path(folder))
        self.network = network
        terms = costs.terms(network, services.by_id(services.services()), cargo.Cargo())
        self.exact = np.column_stack([terms.hours * 60, terms.usd, terms.kg, terms.risk])
        self.costs = np.rint(self.exact).astype(np.int64)
        self.latitude, self.longitude = network.lat, network.lon
        self.mode, self.km = np.repeat(network.mode, 2), np.repeat(network.km, 2)
        tail, head = network.arcs()
        self.graph = Graph(network.points, tail, head)
        shape = (network.points, network.points)
        piece = connected_components(coo_matrix((np.ones(tail.size), (tail, head)), shape=shape), directed=False)[1]
        ends = network.terminal_point[piece[network.terminal_point] == np.bincount(piece).argmax()]
        chance = np.random.default_rng(7)
        self.pairs = [tuple(map(int, chance.choice(ends, 2, replace=False))) for _ in range(PAIRS)]
        self.ends = chance.choice(ends, (2, 100))


def single(network: _Merged) -> Iterator[Measure]:
    """Yield the time of a best way by one criterion, and of a closure up to the three new best ways."""
    from korpu.network.graph import BLOCKED
    from korpu.network.hierarchy import prepare

    hierarchy = prepare(network.graph, network.latitude, network.longitude)
    yield Measure("network: nodes", network.graph.n, None, "")
    metrics = [hierarchy.metric(network.costs[:, i]) for i in range(3)]
    asked = [statistics.median(milliseconds(lambda p=p, m=m: m.route(*p), 5) for p in network.pairs) for m in metrics]
    yield Measure("one criterion with its path, median of the slowest", max(asked), 0.2, "ms")
    chance = np.random.default_rng(7)
    for count in (1, 20):
        taken: list[float] = []
        for pair in network.pairs:
            routes = [metric.route(*pair) for metric in metrics]
            used = np.unique(np.concatenate([route[1] for route in routes if route]))
            shut = chance.choice(used, min(count, used.size), replace=False)

            def answer(shut: Any = shut, pair: Any = pair) -> None:
                for metric in metrics:
                    metric.update(shut, np.full(shut.size, BLOCKED))
                    metric.route(*pair)

            taken.append(milliseconds(answer))
            for i, metric in enumerate(metrics):
                metric.update(shut, network.costs[shut, i])
        name = f"{count} arcs of the best ways closed to three new ones"
        yield Measure(f"{name}, median", statistics.median(taken), 5, "ms")
        yield Measure(f"{name}, worst", max(taken), None, "ms")


def fronts(network: _Merged) -> Iterator[Measure]:
    """Yield the times of exact fronts of three criteria, coarse and fine, within 1 %, and of four criteria."""
    from korpu.kernel.errors import KorpuError
    from korpu.network.pareto import Pareto

    def asked(costs: Any, **how: Any) -> tuple[list[tuple[float, int]], float]:
        pareto = Pareto(network.graph, costs)
        pareto.front(*network.pairs[0], epsilon=1.0)
        ready = milliseconds(lambda: Pareto(network.graph, costs).front(*network.pairs[0], epsilon=1.0)) / 1000
        found: list[tuple[float, int]] = []
        for pair in network.pairs:
            started = time.process_time()
            try:
                size = len(pareto.front(*pair, **how))
            except KorpuError:
                continue
            found.append((time.process_time() - started, size))
        return found, ready

    found, ready = asked(network.costs[:, :3])
    yield Measure("exact front, 3 criteria, worst of 50 pairs", max(found)[0], 1, "s")
    yield Measure("  ways in that front", max(found)[1], None, "")
    yield Measure("  median", statistics.median(t for t, _ in found), None, "s")
    yield Measure("  preparation, once for a set of closures", ready, None, "s")
    found, _ = asked(network.costs[:, :3], epsilon=0.01)
    yield Measure("front within 1 %, worst of 50 pairs", max(found)[0], None, "s")
    fine = np.rint(network.exact[:, :3] * [1, 10, 10]).astype(np.int64)
    yield Measure("exact front in minutes, 0.1 USD, 0.1 kg, worst", max(asked(fine)[0])[0], None, "s")
    found, _ = asked(network.costs, epsilon=0.01, patience=PATIENCE)
    yield Measure("front within 1 %, 4 criteria, worst of those that end", max(found)[0], None, "s")
    yield Measure("  pairs of 50 that end within 300,000 partial ways", len(found), None, "")
    found, _ = asked(network.costs, patience=PATIENCE)
    yield Measure("exact front, 4 criteria, worst of those that end", max(found)[0], None, "s")
    yield Measure("  pairs of 50 that end within 300,000 partial ways", len(found), None, "")


def closures(network: _Merged) -> Iterator[Measure]:
    """Yield what a question with closures of its own waits for, where the regions were drawn together before."""
    from korpu.corridors.ready import regions_of
    from korpu.kernel.errors import KorpuError
    from korpu.network.regions import Opened, draw_together

    region = np.repeat(regions_of(network.network), 2).astype(np.int32)
    ends = np.unique(np.array(network.pairs).ravel()).astype(np.int32)
    regions = draw_together(network.graph, network.costs, region, ends)
    chance = np.random.default_rng(7)
    taken: list[float] = []
    for pair in network.pairs[:10]:
        shut = np.isin(region, chance.choice(region.max() + 1, 3))
        opened = Opened(network.graph, network.costs, region, regions, shut)
        started = time.process_time()
        try:
            opened.front(*pair, epsilon=0.01, patience=PATIENCE)
        except KorpuError:
            continue
        taken.append(time.process_time() - started)
    middle = statistics.median(taken)
    yield Measure("three regions closed anew to a front of 4 criteria within 1 %, median", middle, None, "s")


def disruptions(network: _Merged) -> Iterator[Measure]:
    """Yield the wall time of 1,000 disruptions of 1 % of all arcs with 100 x 100 pairs on two processes."""
    from korpu.network.ensemble import distances, independent, write

    probability = np.full(network.graph.m, 0.01)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = write(folder, network.graph, network.latitude, network.longitude, network.costs[:, 0])
        started = time.perf_counter()
        closures = [independent(i, probability, seed=7) for i in range(1000)]
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            pooled = [row.tobytes() for row in distances(pool, folder, kept, closures, *network.ends)]
        yield Measure("1,000 disruptions of 100 x 100 pairs, two processes", time.perf_counter() - started, 60, "s")
        serial = [row.tobytes() for row in distances(None, folder, kept, closures[:40], *network.ends)]
        yield Measure("  of the first 40, those that differ when serial", _differ(serial, pooled), 0, "")


def _differ(serial: list[bytes], pooled: list[bytes]) -> int:
    return sum(a != b for a, b in zip(serial, pooled[: len(serial)], strict=True))


def peers(network: _Merged) -> Iterator[Measure]:
    """Yield what others take for one best way with its path on the same network and pairs, and for a closure."""
    from scipy.sparse.csgraph import dijkstra

    graph, cost = network.graph, network.costs[:, 0]
    from korpu.network.plain import PlainMetric

    plain = PlainMetric(graph, cost)
    few = network.pairs[:10]
    taken = [milliseconds(lambda p=p: dijkstra(plain.table, indices=p[0], return_predecessors=True)) for p in few]
    yield Measure("scipy: one criterion, median", statistics.median(taken), None, "ms")
    yield Measure(
        "scipy: closure to a new way", milliseconds(lambda: plain.update([0], cost[:1])) + taken[0], None, "ms"
    )
    order = np.argsort(-cost, kind="stable")
    arcs = list(zip(graph.tail[order].tolist(), graph.head[order].tolist(), cost[order].tolist(), strict=True))
    try:
        import networkx

        other = networkx.DiGraph()
        other.add_weighted_edges_from(arcs)
        taken = [milliseconds(lambda p=p: networkx.bidirectional_dijkstra(other, *p)) for p in few]
        yield Measure("networkx: one criterion, median", statistics.median(taken), None, "ms")
    except ImportError:
        print("     networkx is left out: it is not installed")
    yield from _scgraph(network, arcs)
    yield from _hum_router(network)


def _scgraph(network: _Merged, arcs: list[tuple[int, int, int]]) -> Iterator[Measure]:
    try:
        from scgraph import Graph
    except ImportError:
        print("     scgraph is left out: it is not installed")
        return
    rows: list[dict[int, int]] = [{} for _ in range(network.graph.n)]
    for tail, head, cost in arcs:
        rows[tail][head] = cost
    other = Graph(rows)
    taken = [milliseconds(lambda p=p: other.dijkstra(origin_id=p[0], destination_id=p[1])) for p in network.pairs[:10]]
    yield Measure("scgraph: one criterion, median", statistics.median(taken), None, "ms")


def _hum_router(network: _Merged) -> Iterator[Measure]:
    """Run hum-router's engine in its own Python 3.12, named by KORPU_HUM_ROUTER, on the same network."""
    python = os.environ.get("KORPU_HUM_ROUTER")
    if not python or not Path(python).exists():
        print("     hum-router is left out: KORPU_HUM_ROUTER does not name a Python 3.12 that has it")
        return
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "network.npz"
        np.savez(
            place, tail=network.graph.tail, head=network.graph.head, cost=network.costs[:, 0],
            latitude=network.latitude, longitude=network.longitude, pairs=np.array(network.pairs[:10]),
            mode=network.mode, km=network.km,
        )  # fmt: skip
        code = Path(__file__).with_name("_hum_router.py")
        done = subprocess.run([python, code, place], capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        print(f"     hum-router is left out: {(done.stderr.strip().splitlines() or ['it failed'])[-1]}")
        return
    asked, closed = map(float, done.stdout.split()[-2:])
    yield Measure("hum-router: one criterion, median", asked, None, "ms")
    yield Measure("hum-router: closure to a new way", closed, None, "ms")


FLOW = """
import gzip, sys, time
import numpy as np
from korpu.network.flow import Demands, allocate
from korpu.network.graph import Graph
folder, name, gap, seconds = sys.argv[1:]
def table(kind):
    return np.loadtxt(gzip.open(f"{folder}/{name}.{kind}.csv.gz"), delimiter=",", skiprows=1)
arcs, demands = table("arcs"), table("demands")
asked = Demands(demands[:, 0].astype(int), demands[:, 1].astype(int), demands[:, 2], np.full(len(demands), 20000.0))
graph = Graph(int(arcs[:, :2].max()) + 1, arcs[:, 0].astype(int), arcs[:, 1].astype(int))
started, worked = time.perf_counter(), time.process_time()
found = allocate(graph, arcs[:, 2], arcs[:, 3], asked, gap=float(gap), seconds=float(seconds))
wall, cpu = time.perf_counter() - started, time.process_time() - worked
# Not getrusage, which goes on from the memory of the process that started this one.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(found.cost, found.gap, wall, cpu, int(peak.split()[1]) / 1024)
"""


def flows() -> Iterator[Measure]:
    """Yield cost, proven gap, seconds and memory of the shared flow instances, each in a process of its own."""
    if not FLOWS.exists():
        print("     the flow instances are left out: ../shared/data/network is not there")
        return
    for name, gap, seconds in (("500_2000_50", 1e-9, 0.6), ("2000_8000_200", 1e-9, 10), ("5000_20000_500", 1e-4, 60)):
        command = [sys.executable, "-c", FLOW, str(FLOWS), name, str(gap), str(max(seconds, 60))]
        # The first run of the quick ones may compile, which is kept.
        times = 1 + (seconds <= 10)
        out = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(times)]
        cost, proven, wall, cpu, memory = map(float, out[-1].split()[-5:])
        yield Measure(f"flow {name}: seconds", wall, seconds, "s")
        yield Measure("  processor time", cpu, None, "s")
        yield Measure("  proven gap", proven, max(gap, 1e-9), "")
        if name in KNOWN:
            yield Measure("  distance to the known optimum", abs(cost - KNOWN[name]), 1e-4, "")
            yield Measure("  memory of the process", memory, 100, "MB")
