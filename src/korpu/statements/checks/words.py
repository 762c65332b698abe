"""Content words, cut to rough stems so that "coordinating" and "coordination" are one."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STOP = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "it", "its", "they", "them", "their", "he", "she", "his", "her", "we", "us", "our", "you", "your", "i", "me", "my", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "done", "have", "has", "had", "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "of", "in", "on", "at", "to", "for", "from", "by", "with", "about", "into", "over", "under", "between", "among", "through", "during", "after", "before", "since", "until", "as", "than", "then", "so", "and", "or", "but", "if", "not", "no", "nor", "also", "too", "very", "more", "most", "much", "many", "some", "any", "all", "both", "each", "every", "other", "another", "such", "only", "just", "even", "still", "yet", "already", "there", "here", "now", "today", "again", "ever", "never", "once", "up", "down", "out", "off", "new", "current", "currently", "existing", "specific", "particular", "key", "main", "important", "possible", "further", "future", "recent", "recently", "year", "years", "month", "months", "week", "day", "time", "one", "two", "three", "first", "second", "last", "next", "past", "own", "same", "different", "various", "several", "few", "mr", "mrs", "ms", "madam", "sir", "excellency", "your", "ambassador", "minister", "president", "please", "could", "tell", "say", "think", "believe", "like", "well", "make", "makes", "made", "take", "takes", "taken", "give", "gives", "given", "hold", "holds", "held", "bring", "brings", "brought", "get", "gets", "got", "see", "sees", "seen", "come", "comes", "came", "go", "goes", "going", "gone", "plan", "plans", "planned", "exist", "exists", "view", "opinion", "thank", "thanks", "regard", "regarding", "terms", "term", "kind", "kinds", "sort", "part", "parts", "side", "sides", "thing", "things", "way", "ways", "case", "matter", "general", "overall", "dollars", "dollar", "million", "billion", "trillion", "per", "cent", "percent", "us", "eu", "un"]
)


def stem(word: str) -> str:
    """Cut a word to what its relatives share: the first five letters, or the whole word if it is short."""
    bare = word.lower().replace("’", "'").removesuffix("'s")
    if len(bare) > 4 and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:6] if len(bare) > 7 else bare[:5]


def content(text: str) -> set[str]:
    """The stems of the words that carry meaning."""
    return {stem(w) for w in _WORD.findall(text) if w.lower() not in _STOP and len(w) > 2}
