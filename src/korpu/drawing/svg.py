"""The few SVG elements korpu draws with: escaped, without styles, so that a strict page policy shows them."""

from __future__ import annotations

from html import escape


def element(tag: str, inner: str = "", **attributes: object) -> str:
    """Return one SVG element; attribute names take an underscore for a hyphen, and `class_` for class.

    >>> element("rect", x=1, class_="rung")
    '<rect x="1" class="rung"/>'
    """
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{pairs}>{inner}</{tag}>" if inner else f"<{tag}{pairs}/>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """Return a text element with its words escaped."""
    return element("text", escape(words), x=x, y=y, **attributes)


def picture(width: float, height: float, label: str, inner: str, css: str) -> str:
    """Return a whole SVG with `label` as what a screen reader says instead of the drawing."""
    title = element("title", escape(label))
    return element(
        "svg",
        title + inner,
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        role="img",
        aria_label=label,
        class_=css,
        focusable="false",
    )


def hatching(x: float, y: float, width: float, height: float, gap: float = 4) -> str:
    """Return diagonal lines that fill a box: the sign for what was never reported."""
    lines = []
    offset = gap
    while offset < width + height:
        start_x, start_y = (x + offset, y) if offset <= width else (x + width, y + offset - width)
        end_x, end_y = (x, y + offset) if offset <= height else (x + offset - height, y + height)
        lines.append(f"M{_plain(start_x)} {_plain(start_y)}L{_plain(end_x)} {_plain(end_y)}")
        offset += gap
    return element("path", d="".join(lines), class_="hatch", stroke="#5A6169", stroke_width=1, fill="none")


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
