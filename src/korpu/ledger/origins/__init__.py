"""Which sources tell one and the same text, so that five outlets that reprint one statement count as one witness.

In: the texts of sources, and what people decided about them. Out: which reprint which, how much of the words they
share, and how many independent origins a thing is told by. A translation is only hinted at, for a person to decide.
"""

from korpu.ledger.origins.alike import Alike, Sketch, alike, sketch
from korpu.ledger.origins.groups import Decided, Origins, Teller

__all__ = ["Alike", "Decided", "Origins", "Sketch", "Teller", "alike", "sketch"]
