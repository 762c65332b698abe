"""Pages of a PDF: places kept in few bytes, right on turned and cut pages too, and drawn with the quote marked."""

from __future__ import annotations

import io
import struct
import zlib
from array import array

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.documents.typeset import as_pdf

from korpu.documents import load
from korpu.documents.apart import draw_apart
from korpu.documents.extracted import Page
from korpu.documents.packed import pack, unpack
from korpu.documents.page_image import draw_page
from korpu.documents.where import spots
from korpu.kernel.errors import InputError
from korpu.statements.locate import locate

edge = st.integers(-40_000, 40_000)


@given(st.lists(st.tuples(edge, edge, edge, edge), max_size=60))
def test_packed_boxes_come_back_as_they_were(boxes: list[tuple[int, int, int, int]]) -> None:
    page = Page(3, 10, 10 + len(boxes), 5953, 8419, array("i", [e for box in boxes for e in box]))
    assert unpack(pack(page)) == page


def test_boxes_take_about_a_byte_a_letter() -> None:
    text = "\n\n".join(f"In May {n} beds were given to the clinic, as its head said to the press." for n in range(400))
    loaded = load(as_pdf(text))
    kept = sum(len(pack(page)[5]) for page in loaded.pages)
    assert kept < 1.6 * len(loaded.text)


def pixels(png: bytes) -> list[bytes]:
    """Decode a PNG of ours into rows of red, green and blue."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    columns, rows, depth, kind = struct.unpack(">IIBB", png[16:26])
    data, at = b"", 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert zlib.crc32(name + body) == struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]
        data += body if name == b"IDAT" else b""
        at += 12 + size
    raw, wide = zlib.decompress(data), columns * (1 if kind == 0 else 3) + 1
    assert (depth, len(raw)) == (8, rows * wide)
    lines = [raw[y * wide + 1 : (y + 1) * wide] for y in range(rows)]
    return [bytes(v for grey in line for v in (grey,) * 3) if kind == 0 else line for line in lines]


def ink(png: bytes) -> tuple[int, int, int, int]:
    """Return the left, upper, right and lower end of what is dark on a picture."""
    rows = pixels(png)
    dark = [(x, y) for y, row in enumerate(rows) for x in range(len(row) // 3) if row[3 * x] < 100]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across) + 1, max(down) + 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("cut", [False, True])
def test_the_box_lies_where_the_ink_is(turn: int, cut: bool) -> None:
    document = pypdfium2.PdfDocument(_one_word())
    page = document[0]
    if cut:
        page.set_cropbox(40, 300, 400, 820)
    page.set_rotation(turn)
    raw = io.BytesIO()
    document.save(raw)
    loaded = load(raw.getvalue())
    (spot,) = spots(loaded.pages, ((0, len(loaded.text)),))
    sheet = loaded.pages[0]
    wide, high = sheet.width / 10, sheet.height / 10
    png = draw_page(raw.getvalue(), 1, round(2 * wide))
    left, upper, right, lower = (v / 2 for v in ink(png))
    assert loaded.text == "HHHHHHHH"
    expected = (spot.left, high - spot.top, spot.right, high - spot.bottom)
    assert all(abs(a - b) < 2 for a, b in zip((left, upper, right, lower), expected, strict=True)), expected


def _one_word() -> bytes:
    import typst

    return bytes(typst.compile(b"#set page(width: 500pt, height: 842pt)\n#set text(size: 20pt)\nHHHHHHHH"))


def test_the_quote_is_marked_and_stays_legible() -> None:
    raw = as_pdf("The first line says nothing.\n\nTwo buses were given to the town.\n\nThe last line says nothing.")
    loaded = load(raw)
    place = locate(loaded.text, "Two buses were given")
    assert place is not None
    (spot,) = spots(loaded.pages, place.ranges)
    plain = pixels(draw_page(raw, 1, 800))
    rows = pixels(draw_page(raw, 1, 800, [(spot.left, spot.bottom, spot.right, spot.top)]))
    changed = [(x, y) for y, (a, b) in enumerate(zip(plain, rows, strict=True)) if a != b for x in range(800)]
    scale = 800 / (loaded.pages[0].width / 10)
    high = loaded.pages[0].height / 10
    assert min(y for _, y in changed) == pytest.approx((high - spot.top) * scale, abs=4)
    assert max(y for _, y in changed) == pytest.approx((high - spot.bottom) * scale, abs=4)
    middle = rows[round((high - (spot.top + spot.bottom) / 2) * scale)]
    shades = {middle[3 * x : 3 * x + 3] for x in range(round(spot.left * scale), round(spot.right * scale))}
    assert bytes((255, 216, 102)) in shades
    assert any(max(shade) < 90 for shade in shades)


def test_a_hostile_page_is_refused_in_a_sentence() -> None:
    for raw in (b"%PDF-1.7\nnothing", b"", as_pdf("A word.")[:900]):
        with pytest.raises(InputError, match="KORPU-INPUT-017"):
            draw_apart(raw, 1, 400)
    with pytest.raises(InputError, match="KORPU-INPUT-017"):
        draw_apart(as_pdf("A word."), 7, 400)


@pytest.mark.parametrize("box", ["[0 0 0 0]", "[0 0 0 800]", "[9 9 1 1]", "[0 0 99999999 9]"])
def test_an_odd_page_is_drawn_or_refused(box: str) -> None:
    import re

    raw = as_pdf("A word.")
    odd = re.sub(rb"/MediaBox *\[[^\]]*\]", lambda m: f"/MediaBox {box}".encode().ljust(len(m[0]))[: len(m[0])], raw)
    assert odd != raw
    try:
        assert draw_apart(odd, 1, 400).startswith(b"\x89PNG")
    except InputError as refused:
        assert refused.code == "KORPU-INPUT-017"


def test_an_endless_page_is_drawn_small() -> None:
    import typst

    raw = bytes(typst.compile(b"#set page(width: 100pt, height: 14000pt)\nA word."))
    rows = pixels(draw_apart(raw, 1, 1240))
    assert len(rows) * len(rows[0]) / 3 < 6_100_000
