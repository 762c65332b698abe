"""An allocation as files: GeoJSON for a map, CSV or XLSX for a desk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from korpu.app.tables import xlsx
from korpu.kernel.errors import UsageError

if TYPE_CHECKING:
    from korpu.app.flows import Outcome
    from korpu.corridors.model import Network

COLUMNS = ("from", "to", "cargo", "tonnes", "units", "hours", "usd", "kg_co2e", "legs", "source")


def written(network: Network, found: Outcome, kind: str) -> bytes:
    """Return the flows as .csv or .xlsx; UsageError KORPU-USAGE-002 for another ending."""
    rows = list(_rows(network, found))
    if kind == ".xlsx":
        return xlsx(f"flows a {found.per}", COLUMNS, rows, numbers=(3, 4, 5, 6, 7))
    if kind != ".csv":
        raise UsageError("KORPU-USAGE-002", "A table is written as .csv or .xlsx.")
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows])
    return out.getvalue().encode()


def _rows(network: Network, found: Outcome) -> Iterator[list[str]]:
    """Each way of each row, then what stays behind."""
    name = [str(t["name"]) for t in network.terminals]
    for one in found.flows.going:
        w = one.wanted
        yield [
            name[w.origin], name[w.destination], w.cargo.name, f"{one.tonnes:.3f}",
            f"{one.tonnes / w.cargo.tonnes:.3f}", f"{one.hours:.1f}", f"{one.usd:.2f}", f"{one.kg:.1f}",
            "; ".join(f"{leg.mode} {leg.origin} – {leg.destination}" for leg in one.legs),
            "; ".join(dict.fromkeys(leg.source for leg in one.legs)),
        ]  # fmt: skip
    for back in found.flows.behind:
        w = back.wanted
        yield [
            name[w.origin], name[w.destination], w.cargo.name, f"{back.tonnes:.3f}",
            f"{back.tonnes / w.cargo.tonnes:.3f}", "", "", "", f"stays behind: {back.why}", "",
        ]  # fmt: skip


def drawn(network: Network, found: Outcome) -> dict[str, Any]:
    """Return the flows as GeoJSON: a line for each stretch that carries something, with tonnes and use of capacity."""
    from korpu.corridors import ATTRIBUTION  # noqa: PLC0415
    from korpu.corridors.carried import carried  # noqa: PLC0415

    features = [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": one.line},
            "properties": {
                "mode": one.mode, "from": one.origin, "to": one.destination, "service": one.service or None,
                "tonnes": round(one.tonnes, 3), "use": None if one.use is None else round(one.use, 4),
                "capacity": one.capacity or None,
            },
        }
        for one in carried(network, found.flows)
    ]  # fmt: skip
    return {"type": "FeatureCollection", "attribution": ATTRIBUTION, "per": found.per, "features": features}
