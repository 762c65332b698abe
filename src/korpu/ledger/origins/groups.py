"""Sources of one text as groups: which of them is the origin, and how many independent ones a set of sources holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from korpu.ledger.origins.alike import Alike
from korpu.ledger.pick import PRIMARY
from korpu.ledger.values import time_of

_LATE = 10**9


@dataclass(frozen=True)
class Teller:
    """A source as grouping sees it: what kind it is and when it was published, in the order of taking in."""

    source: str
    kind: str
    published: str | None = None


@dataclass(frozen=True)
class Decided:
    """What a person decided: `source` and `other` are one text or are not; without `other` it stands by itself."""

    entry: str
    source: str
    other: str | None
    same: bool
    reason: str
    by: str = ""
    recorded: str = ""


@dataclass
class Origins:
    """The groups that follow from what is alike and from what people decided, the later decision before the earlier.

    `ties` holds for every source those of the same text with the share of words (None: a person said so), `near` those
    of them that are about as long.
    """

    tellers: dict[str, Teller]
    ties: dict[str, dict[str, float | None]] = field(default_factory=dict)
    near: dict[str, set[str]] = field(default_factory=dict)
    decided: tuple[Decided, ...] = ()

    @classmethod
    def of(cls, tellers: Iterable[Teller], pairs: Iterable[Alike], decided: Sequence[Decided] = ()) -> Origins:
        """Return the groups of sources, given in the order in which they were taken in."""
        made = cls({one.source: one for one in tellers}, decided=tuple(decided))
        for pair in pairs:
            if {pair.one, pair.two} <= made.tellers.keys():
                made._tie(pair.one, pair.two, pair.share, near=pair.whole)
        for one in decided:
            others = [one.other] if one.other else list(made.ties.get(one.source, ()))
            for other in others:
                made._untie(one.source, other)
                if one.same and {one.source, other} <= made.tellers.keys():
                    made._tie(one.source, other, None, near=True)
        return made

    def _tie(self, one: str, two: str, share: float | None, *, near: bool) -> None:
        for a, b in ((one, two), (two, one)):
            self.ties.setdefault(a, {})[b] = share
            if near:
                self.near.setdefault(a, set()).add(b)

    def _untie(self, one: str, two: str) -> None:
        for a, b in ((one, two), (two, one)):
            self.ties.get(a, {}).pop(b, None)
            self.near.get(a, set()).discard(b)

    def group(self, source: str) -> tuple[str, ...]:
        """Return the sources of the same text and about the same length, the origin first; itself alone is a group."""
        return self._sorted(_reached(source, lambda name: self.near.get(name, ())))

    def origin(self, source: str) -> str:
        """Return the source that this one reprints, itself where it reprints none.

        The origin is a primary source before press, then what was published first, then what was taken in first.
        """
        return self.group(source)[0]

    def independent(self, sources: Iterable[str]) -> list[tuple[str, ...]]:
        """Return some sources in groups of one text each: as many groups as there are independent witnesses.

        Only ties among these sources count, so that a collection of many statements does not tie those together.
        """
        wanted = dict.fromkeys(sources)
        found: list[tuple[str, ...]] = []
        while wanted:
            first = next(iter(wanted))
            own = _reached(first, lambda name: [o for o in self.ties.get(name, ()) if o in wanted])
            for name in own:
                wanted.pop(name, None)
            found.append(self._sorted(own))
        return found

    def share(self, one: str, two: str) -> float | None:
        """Return the share of words that two tied sources have in common, None where a person tied them."""
        return self.ties.get(one, {}).get(two)

    def decision(self, source: str) -> Decided | None:
        """Return the last decision that concerns a source."""
        return next((d for d in reversed(self.decided) if source in (d.source, d.other)), None)

    def _sorted(self, names: Iterable[str]) -> tuple[str, ...]:
        order = {name: at for at, name in enumerate(self.tellers)}

        def rank(name: str) -> tuple[bool, int, int]:
            teller = self.tellers.get(name, Teller(name, ""))
            time = time_of(teller.published)
            day = time and (time.low or time.high)
            return teller.kind not in PRIMARY, day.toordinal() if day else _LATE, order.get(name, _LATE)

        return tuple(sorted(names, key=rank))


def _reached(start: str, further: Callable[[str], Iterable[str]]) -> list[str]:
    """Return what can be reached from one source, itself included."""
    found = [start]
    for name in found:
        found += [other for other in further(name) if other not in found]
    return found
