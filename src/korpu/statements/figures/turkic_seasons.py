"""Parts of a year in Azerbaijani: "payızda", "birinci rübündə", "ilk doqquz ayında", "sonunadək"."""

from __future__ import annotations

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import DASHES, at
from korpu.statements.figures.turkic_words import MARKS, bent, part_of, season_of, year_word
from korpu.statements.figures.when import When

_ROMAN = {"i": 1, "ı": 1, "ii": 2, "ıı": 2, "iii": 3, "ııı": 3, "iv": 4, "ıv": 4}


_YEAR = 12


def season_at(scene: Scene, i: int) -> When | None:
    """Read "payızda", "qışın", "yazında", "yay mövsümündə"."""
    tokens = scene.tokens
    season = season_of(tokens[i].low)
    if season is None or at(tokens, i - 1).low == "hər":
        return None
    low, after = tokens[i].low, at(tokens, i + 1).low
    if bent(after, "ay") and after != "ay":
        return When(i, i + 2, season=season, inferred="year")
    part = part_of(after) if low.endswith(("ın", "in")) else None
    if part:
        return When(i, i + 2, season=season, inferred="year")
    owned = i > 0 and year_word(tokens[i - 1])
    placed = low.endswith(("da", "də", "dan", "dən", "dək", "dak"))
    if low == "yaza" and after in ("kimi", "qədər"):
        return When(i, i + 1, season=season, inferred="year")
    if owned or placed or after in ("mövsümündə", "mövsümü", "fəslində", "mövsümünə", "mövsümünün", "mövsümünədək"):
        return When(i, i + 1, season=season, inferred="year")
    return None


def first_months(scene: Scene, i: int) -> When | None:
    """Read "doqquz ayında" behind a year: its first nine months."""
    tokens = scene.tokens
    token, after = tokens[i], at(tokens, i + 1)
    value = int(token.text) if token.text.isdigit() else int(scene.lexicon.numbers.get(token.low, (0, ""))[0])
    owned = bent(after.low, "ay") and after.low.startswith(("ayı", "ayınd"))
    return _months(i, i + 2, 1, value) if owned and 1 < value < _YEAR else None


def slice_at(scene: Scene, i: int) -> When | None:
    """Read "birinci rübündə", "ilk doqquz ayında", "III rübdə", "ikinci yarısında"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    nth = _nth(scene, i)
    if nth is None:
        return None
    number, j = nth
    after = at(tokens, j)
    if bent(after.low, "rüb") or bent(after.low, "kvartal"):
        return _to_its_part(scene, _months(i, j + 1, number, 3))
    if bent(after.low, "yarı") or bent(after.low, "yarımil") or after.low.startswith("yarımilli"):
        return _to_its_part(scene, _months(i, j + 1, number, 6))
    value = int(after.text) if after.text.isdigit() else int(lexicon.numbers.get(after.low, (0, ""))[0])
    if 1 < value < 12 and bent(at(tokens, j + 1).low, "ay") and number in (1, -1):
        return _months(i, j + 2, number, value)
    return None


def _nth(scene: Scene, i: int) -> tuple[int, int] | None:
    tokens = scene.tokens
    token = tokens[i]
    if token.digit and at(tokens, i + 1).text in DASHES and at(tokens, i + 2).low in MARKS:
        return (int(token.text), i + 3) if token.text in ("1", "2", "3", "4") else None
    if token.low == "ilk":
        return 1, i + 1
    if token.low == "son":
        return -1, i + 1
    value = _ROMAN.get(token.low) if token.text.isupper() else None
    value = value or int(scene.lexicon.ordinals.get(token.low, 0))
    return (value, i + 1) if 1 <= value <= 4 else None


def _to_its_part(scene: Scene, when: When | None) -> When | None:
    """Take the words "sonunadək" behind a quarter or half with it: "birinci rübünün sonunadək"."""
    if (
        when
        and scene.tokens[when.end - 1].low.endswith(("ün", "ın", "in", "un"))
        and part_of(at(scene.tokens, when.end).low)
    ):
        when.end += 1
    return when


def _months(i: int, j: int, nth: int, length: int) -> When | None:
    first = 13 - length if nth == -1 else (nth - 1) * length + 1
    return When(i, j, month=first, last_month=first + length - 1, inferred="year") if first + length <= 13 else None


def bare_slice(scene: Scene, i: int) -> When | None:
    """Read a quarter or half without its year: only where it dates something."""
    when = slice_at(scene, i)
    if scene.tokens[i].low == "son" or when is None:
        return None  # "son üç ayda" is a length of time
    short = scene.tokens[i].low == "ilk" and (when.last_month or _YEAR) < _YEAR // 2 and when.end > i + 2
    placed = scene.tokens[when.end - 1].low.endswith(("da", "də", "dan", "dən", "dək", "dak"))
    return when if placed and not short else None


def part_at(scene: Scene, i: int) -> When | None:
    """Read "sonunadək", "əvvəlində" behind a year."""
    part = part_of(scene.tokens[i].low)
    return When(i, i + 1, part=part) if part else None
