"""What form of a known verb a word is, apart from the words beside it."""

from __future__ import annotations

from functools import lru_cache

from korpu.statements.turkic.forms import Form, ending
from korpu.statements.turkic.lexicon import longest_stem, verbs, word_list

_VOWELS = frozenset("aəeıioöuü")
_SHORTEST = 4


@lru_cache(maxsize=8192)
def form_of(word: str) -> Form | None:
    """Return the form of a word in lower case, None where it is no form of a known verb.

    >>> form_of("göndərilib").name, form_of("yanacaq")
    ('perfect', None)
    """
    if len(word) < _SHORTEST or word in word_list("no verb") or word.startswith(tuple(word_list("no verb stem"))):
        return None
    for cut in range(min(len(word) - 1, longest_stem()), 1, -1):
        if word[:cut] in verbs() and not (word[cut] in "ln" and word[cut - 1] not in _VOWELS):
            form = ending(word[cut:])
            if form is not None:
                return form
    return None
