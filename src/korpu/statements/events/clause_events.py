"""One candidate for each clause that tells an event or a state of substance."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.statements.events.context import Context
from korpu.statements.events.describe import frame
from korpu.statements.events.extent import host_of, merged, own_stretches, pointed_back, whole_span
from korpu.statements.events.gapped import gapped
from korpu.statements.events.listed import listed
from korpu.statements.events.meaning import event_class, in_sentence, predicate_stage
from korpu.statements.events.scene import Scene
from korpu.statements.events.stage import stage_of
from korpu.statements.events.substance import substantial
from korpu.statements.reading import Candidate


def clause_events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of a sentence's clauses, and of the lists within it."""
    text, tokens, found = scene.sentence.text, scene.tokens, scene.clauses
    taken: set[int] = set()
    skip: set[int] = set()
    for i, clause in reversed(list(enumerate(found))):
        cls = event_class(scene, clause)
        group = in_sentence(scene, found, i)
        stage = (None if group.negated else predicate_stage(scene, clause)) or stage_of(group, cls)
        stage = context.stage_of_member(scene, clause, stage)
        own = list(own_stretches(scene, found, i, skip))
        if i in skip or merged(scene, found, i) or not substantial(scene, clause, group, cls, stage, own):
            skip.add(i)
            continue
        span = whole_span(scene, found, i, skip)
        pieces = gapped(scene, clause)
        own = [(a, min([b, *(p[0] for p in pieces if p[0] > a)])) for a, b in own]
        host = host_of(scene, found, i)
        if host is not None:
            span = (whole_span(scene, found, host, skip)[0], span[1])
            own.insert(0, scene.chars(found[host].start, found[host].end))
            skip.add(host)
        earlier = pointed_back(scene, found, i)
        if earlier is not None:
            span = (whole_span(scene, found, earlier, skip)[0], span[1])
            own.append(scene.chars(found[earlier].start, found[earlier].end))
            skip.add(earlier)
        if (
            stage in ("ongoing", "under_way", "opened", "completed")
            and clause.group.time == "now"
            and context.ahead(scene, own)
        ):
            stage = "planned"
        made = frame(scene, context, span, own, clause.group, stage, cls, clause.kind, taken)
        if made is not None:
            yield made
        for piece in pieces:
            repeated = frame(scene, context, piece, [piece], clause.group, stage, cls, "gapped", taken)
            if repeated is not None:
                yield repeated
    yield from listed(scene)
