"""Scripts, languages and paragraphs of a text, told by letters alone.

The document is never changed: everything here returns offsets into its canonical text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from korpu.kernel.finding import Range

CYRILLIC, LATIN = "Cyrl", "Latn"

_ENOUGH = 4000
_NAMES = 2  # so many letters of Azerbaijani a foreign sentence may have in its names
_TELLING = 15
_FOREIGN = 3  # so many words of another script are no mere name
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
_BETWEEN = " \t\n\u00a0/|–—"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_RUSSIAN_WORDS = re.compile(r"\b(?:и|в|что|года|году|для|его|при|от|как|был[аио]?)\b", re.IGNORECASE)
_ONLY_RUSSIAN = re.compile(r"\b(?:и|что|года|году|его|от|был[аио]?)\b", re.IGNORECASE)
_UKRAINIAN_WORDS = re.compile(r"\b(?:та|й|у|що|року|році|рік|для|від|як|був|була|було)\b", re.IGNORECASE)
_AZERI = re.compile(r"[əƏ]")
_TURKIC = re.compile(r"[ığşĞŞİ]")
_AZERI_WORDS = re.compile(
    r"\b(?:və|ilə|üçün|bu|ilin?|olan|edib|Azərbaycan|ildə|tarixində|manat|dollar[ıi]?|milyon|min)\b", re.IGNORECASE
)
_AZERI_FORMS = re.compile(
    r"\b[^\W\d_]{2,}(?:[aəıiuü][ln]|ər|ed|ver|ol|gəl|[aə]y|d[ıiuü]r)[ıiuü]b(?:l[aə]r)?\b|\b[^\W\d_]{3,}l[aə]nd[ıiuü]r[ıiuü]l\w+"
    r"|\b(?:yanvar|fevral|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr|q[rv][aıiou]\w+|Qazaxıstan|qrivna)\w*\b"
    r"|[-\s]c[iıuü]\b|\bil(?:də|in|dən|ə)\b",
    re.IGNORECASE,
)
"""Forms of verbs and names of months that Azerbaijani has and its neighbours have not."""
_TURKISH = re.compile(
    r"\b(?:ve|için|ile|yıl(?:ı|ın|da|ında)?|dolar\w*|olarak|göre|kadar|edildi|değil|milyar|bakan\w*|ülke\w*|anlaşma\w*|"
    r"jeneratör\w*|gönder(?:di|il)\w*|arasında(?=\s+anlaşma))\b|\w[ıiuü]yor\w*\b|[a-zçğışöü]'(?:[ny]?[aeıiuü]|[dt][ae]n?)\b"
)
_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|in|a|is|for|was|with|by|on|from|that)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\s][^\n]*(?:\n(?![ \t]*(?:\n|- |\Z))[^\n]*)*")
_BULLET = re.compile(
    r"^[ \t]*(?:[-–—•·*●▪◆►➤✔✅☑🔹🔸🔷🔶📌➡▶✓]\ufe0f?|\(?[a-z0-9]{1,2}\)|\(?[а-яіїєґ]\)|"
    r"[0-9]{1,2}\.(?=[ \t]+[«\"]?[\u0400-\u04ff]))[ \t]+(?=\S)",
    re.MULTILINE,
)
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*\s*\Z")


@dataclass(frozen=True)
class Paragraph:
    """A run of lines without a blank line, from its first to its last visible character.

    `gap` counts the line breaks before it: one for the next line, two for a blank line, more for a page break.
    """

    start: int
    end: int
    text: str
    gap: int


def paragraphs(text: str) -> list[Paragraph]:
    """Cut a text into paragraphs; a line that opens with "- " starts a paragraph of its own."""
    found: list[Paragraph] = []
    last = 0
    for match in _PARAGRAPH.finditer(text):
        body = match.group().rstrip()
        between = text[last : match.start()]
        gap = between.count("\n") + 2 * between.count("\f")
        found.append(Paragraph(match.start(), match.start() + len(body), body, gap))
        last = match.start() + len(body)
    return found


def bullets(text: str) -> list[int]:
    """Return where the items of a list begin; a line with a dash that has no like is no item, but a line break."""
    found = [m.start() for m in _BULLET.finditer(text)]
    return found if len(found) > 1 or (found == [0]) else []


def ends_sentence(text: str) -> bool:
    """Say whether the text closes with a full stop, a question mark or the like, quotation marks aside."""
    return _FINAL.search(text[-8:]) is not None


def script(word: str) -> str | None:
    """Return the script of a word by its letters, None when it has both or none.

    >>> script("Київ"), script("Kyiv"), script("ОВA")
    ('Cyrl', 'Latn', None)
    """
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
    if cyrillic == 0:
        return LATIN if any(letter.isalpha() for letter in word) else None
    return CYRILLIC if cyrillic == sum(letter.isalpha() for letter in word) else None


def language_of(text: str, default: str = "en") -> str:
    """Guess among English, Ukrainian, Russian and Azerbaijani by letters, then by frequent small words.

    >>> language_of("21 січня 2025 року"), language_of("16 yanvar 2026-cı il"), language_of("21 января 2025 года")
    ('uk', 'az', 'ru')
    """
    text = text[:_ENOUGH]
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    latin = sum(map(len, _LETTERS.findall(text))) - cyrillic
    if cyrillic > latin:
        return _cyrillic_language(text)
    if not latin:
        return default
    azeri = len(_AZERI.findall(text))
    if not azeri:
        if _ENGLISH_WORDS.search(text) or _TURKISH.search(text):
            return "en"
        return "az" if _AZERI_FORMS.search(text) or (_TURKIC.search(text) and _AZERI_WORDS.search(text)) else "en"
    if azeri * 60 > latin or (_TURKIC.search(text) and _AZERI_WORDS.search(text)):
        return "az" if len(_ENGLISH_WORDS.findall(text)) <= len(_AZERI_WORDS.findall(text)) + azeri // 4 else "en"
    return "en"


def spoken(text: str, language: str) -> str:
    """Return the language of one sentence in a passage of some language, where its words are plainly of the other.

    >>> spoken("Səfirlik 5 generator göndərib.", "en"), spoken("The school was opened in May.", "az")
    ('az', 'en')
    >>> spoken("Литва передала 10 автобусів.", "en"), spoken("The school was opened in May.", "uk")
    ('uk', 'en')
    """
    if _other_script(text, language):
        return language_of(text, language)
    if language in ("uk", "ru"):
        return _told_apart(text, language)
    if language == "en" and _AZERI.search(text) and not _ENGLISH_WORDS.search(text):
        told = _AZERI_FORMS.search(text) or _AZERI_WORDS.search(text) or len(_AZERI.findall(text)) > _NAMES
        return "az" if told else language
    if language == "az" and not _AZERI.search(text) and len(_ENGLISH_WORDS.findall(text)) > 1:
        return language if _TURKIC.search(text) else "en"
    return language


def _other_script(text: str, language: str) -> bool:
    """Say whether a sentence of three words or more has only names in the script of the language."""
    own = CYRILLIC if language in ("uk", "ru") else LATIN
    scripts = [script(word) for word in _WORD.findall(text)]
    foreign = sum(kind not in (own, None) for kind in scripts)
    return foreign >= _FOREIGN and foreign > 2 * scripts.count(own)


def _told_apart(text: str, language: str) -> str:
    """Return Ukrainian or Russian of a sentence without a letter of the one and with enough of the other."""
    if language == "uk":
        russian = _RUSSIAN.search(text) or _ONLY_RUSSIAN.search(text)
        enough = sum(map(len, _CYRILLIC.findall(text))) >= _TELLING
        return "ru" if russian and enough and not _UKRAINIAN.search(text) else language
    ukrainian = any(word.islower() and _UKRAINIAN.search(word) for word in _WORD.findall(text))  # names are not
    return "uk" if ukrainian and not _RUSSIAN.search(text) else language


def _cyrillic_language(text: str) -> str:
    ukrainian = 3 * len(_UKRAINIAN.findall(text)) + len(_UKRAINIAN_WORDS.findall(text))
    russian = 3 * len(_RUSSIAN.findall(text)) + len(_RUSSIAN_WORDS.findall(text))
    if ukrainian == russian == 0 and sum(map(len, _CYRILLIC.findall(text))) >= _TELLING:
        return "ru"  # Ukrainian of that length has an "і"
    return "ru" if russian > ukrainian else "uk"


def script_runs(text: str, smallest: int = 3) -> list[Range]:
    """Cut a text where its script changes for good: a foreign name or two inside a run do not cut it.

    A run begins with at least `smallest` words of the other script in a row. Figures and marks between two runs stay
    with the run before, unless a sentence has ended there.
    """
    if not (_CYRILLIC.search(text) and _ASCII_LETTER.search(text)):
        return [(0, len(text))] if text.strip() else []
    words = [(m.start(), m.end(), script(m.group())) for m in _WORD.finditer(text)]
    scripts = [s for _, _, s in words]
    cuts: list[int] = []
    current = next((s for s in scripts if s), None)
    for i, kind in enumerate(scripts):
        if kind is None or kind == current:
            continue
        ahead = [s for s in scripts[i : i + smallest + 1] if s][:smallest]
        if len(ahead) == smallest and all(s == kind for s in ahead):
            cuts.append(_cut(text, words[i - 1][1], words[i][0]))
            current = kind
    edges = [0, *cuts, len(text)]
    runs = []
    for a, b in pairwise(edges):
        inner = text[a:b].strip(_BETWEEN)
        start = a + text[a:b].find(inner)
        runs.append((start, start + len(inner)))
    return [(a, b) for a, b in runs if a < b]


def _cut(text: str, after: int, before: int) -> int:
    """Place the cut between two runs: after a closing full stop if there is one, else right before the new word."""
    between = text[after:before]
    stop = re.search(r"[.!?]\s+(?=\S)", between)
    if stop:
        return after + stop.end()
    opening = re.search(r"[(\[«“\"']+\Z", between)
    return before - (len(opening.group()) if opening else 0)
