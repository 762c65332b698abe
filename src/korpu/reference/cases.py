"""Case forms of Ukrainian and Russian names, made from the nominative by its ending.

The sets are generous: a form that nobody writes does no harm, a form that is missing hides a name.
"""

from __future__ import annotations

# Ending of the nominative -> endings that replace it, tried from the longest. A name keeps its nominative too.
_UK: tuple[tuple[str, str], ...] = (
    ("вне", "вного вному вним"),
    ("рне", "рного рному рним"),
    ("ька", "ької ькій ьку ькою"),
    ("ий", "ого ому им"),
    ("ія", "ії ію ією"),
    ("ка", "ки ці ку кою"),
    ("га", "ги зі гу гою"),
    ("ха", "хи сі ху хою"),
    ("жа", "жі жу жею"),
    ("ша", "ші шу шею"),
    ("ча", "чі чу чею"),
    ("ща", "щі щу щею"),
    ("а", "и і у ою"),
    ("я", "і ю ею"),
    ("ець", "ця цю цем ці цеві"),
    ("ість", "ості істю"),
    ("сть", "сті стю"),
    ("ів", "ова ову овом ові"),
    ("їв", "єва єву євом єві"),
    ("піль", "поля полю полем полі"),
    ("ь", "я ю ем і еві"),
    ("є", "я ю єм ї"),
    ("ще", "ща щу щем щі"),
    ("е", "я ю ем і ого ому им"),
    ("о", "а у ом і"),
    ("й", "ю я єм ї"),
    ("ці", "ців цям цями цях"),
    ("ни", "н нам нами нах"),
    ("и", " ам ами ах ів"),
    ("і", "ів ям ями ях их им ими"),
    ("ї", "їв ям ями ях"),
)
_RU: tuple[tuple[str, str], ...] = (
    ("ая", "ой ую ою"),
    ("ий", "ого ому им ом ия ию ии"),
    ("ый", "ого ому ым ом"),
    ("ия", "ии ию ией"),
    ("ка", "ки ке ку кой"),
    ("га", "ги ге гу гой"),
    ("жа", "жи же жу жей"),
    ("ша", "ши ше шу шей"),
    ("ча", "чи че чу чей"),
    ("а", "ы е у ой"),
    ("я", "и е ю ей"),
    ("ец", "ца цу цом це"),
    ("сть", "сти стью"),
    ("ь", "я ю ем ём е и ью"),
    ("ие", "ия ию ием ии"),
    ("е", "я ю ем"),
    ("о", "а у ом е"),
    ("й", "я ю ем е"),
    ("ки", "к кам ками ках"),
    ("цы", "ц цам цами цах цев"),
    ("ы", " ам ами ах ов"),
    ("и", "ей ям ями ях"),
)
_CONSONANT = {"uk": " а у ом і ові", "ru": " а у ом е"}
_FIXED = set("уюыэёaeioun")


def _by_last_letter(table: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, list[str]]]]:
    """Sort the endings by their last letter, each list in the order of the table."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for ending, others in table:
        found.setdefault(ending[-1], []).append((ending, others.split(" ")))
    return found


_TABLES = {"uk": _by_last_letter(_UK), "ru": _by_last_letter(_RU)}


def case_forms(word: str, language: str) -> tuple[str, ...]:
    """Return the nominative and the other cases of a Ukrainian or Russian word; other languages are left as they are.

    >>> case_forms("Бородянка", "uk")
    ('Бородянка', 'Бородянки', 'Бородянці', 'Бородянку', 'Бородянкою')
    """
    table = _TABLES.get(language)
    if table is None or len(word) < 3 or word.isupper() or not "\u0400" <= word[0] <= "\u04ff":
        return (word,)
    for ending, others in table.get(word[-1], ()):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return (word, *[stem + other for other in others])
    if word[-1] in _FIXED:
        return (word,)
    return tuple(word + ending for ending in _CONSONANT[language].split(" "))


# Endings of an adjective that stands before a noun in a name, as in "Велика Британія" or "Чёрное море".
_MODIFIER = {
    "uk": (("ий", "ого ому им"), ("а", "ої ій у ою"), ("е", "ого ому им"), ("є", "ього ьому ім"), ("і", "их им ими")),
    "ru": (
        ("ий", "ого ому им ом"),
        ("ый", "ого ому ым ом"),
        ("ая", "ой ую ою"),
        ("ое", "ого ому ым им ом"),
        ("ее", "его ему им ем"),
        ("ые", "ых ым ыми"),
        ("ие", "их им ими"),
    ),
}


def modifier_forms(word: str, language: str) -> tuple[str, ...]:
    """Return the cases of a word that is not the last of its name: those of a noun and those of an adjective.

    >>> "Великої" in modifier_forms("Велика", "uk")
    True
    """
    forms = case_forms(word, language)
    if len(word) > 2 and not word.isupper():
        for ending, others in _MODIFIER.get(language, ()):
            if word.endswith(ending):
                return (*forms, *(word[: -len(ending)] + other for other in others.split(" ")))
    return forms


_ADJECTIVE = {
    "uk": ("ий", "а", "е", "і", "ого", "ої", "ому", "ій", "у", "ою", "им", "их", "ими", "о"),
    "ru": ("ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими", "о"),
}


def adjective_forms(word: str, language: str) -> tuple[str, ...]:
    """Return every form of a Ukrainian or Russian adjective in -ий; other words are declined as nouns.

    >>> adjective_forms("український", "uk")[:3]
    ('український', 'українська', 'українське')
    """
    endings = _ADJECTIVE.get(language)
    if endings and word.endswith("ий"):
        return tuple(word[:-2] + ending for ending in endings)
    return case_forms(word, language)
