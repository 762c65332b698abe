"""HTML: the words of the article, block by block, without menus, scripts, forms and lists of links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from korpu.documents.decode import decode
from korpu.documents.extracted import Block, Extracted, checked
from korpu.kernel.errors import InputError

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio",
    "form", "button", "select", "textarea", "input", "nav", "aside", "footer", "dialog", "head", "menu",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
    "dt", "dd", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "figure", "figcaption", "address", "hr",
    "body", "html", "caption", "details", "summary",
))  # fmt: skip
_GROUPS = frozenset(("div", "section", "ul", "ol", "dl", "table", "header", "figure"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|share|sharing|social|sidebar|menu|navbar|newsletter|subscribe|"
    r"related|comments?|advert(?:isement)?|banner|pagination|popup|modal|footer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._-]{2,40})", re.I
)
_SUBSET = re.compile(r"<!doctype[^>\[]{0,400}\[|<!entity", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]*>")
_DAY = re.compile(r"\s*((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:$|[T\s])")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DATED = (
    "//meta[@property='article:published_time']/@content", "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date']/@content", "//meta[@name='DC.date.issued']/@content", "//article//time/@datetime",
)  # fmt: skip


def read_html(raw: bytes) -> Extracted:
    """Read a web page.

    Raises InputError: KORPU-INPUT-001 for no words, -005 an encoding that is not known, -013 entities declared, -015
    too long, -017 nested too deeply or damaged.
    """
    markup, encoding, guessed = _decoded(raw)
    if _SUBSET.search(markup[:100_000]):
        raise InputError("KORPU-INPUT-013", "The page declares entities, which korpu does not read.")
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_XML.sub("", markup).replace("\0", ""), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError("KORPU-INPUT-017", "The page is damaged and cannot be read.") from error
    if root is None:
        raise InputError("KORPU-INPUT-001", "The page holds no words.")
    if any("depth" in entry.message for entry in parser.error_log):
        raise InputError("KORPU-INPUT-017", "The page is nested more deeply than pages are.")
    walk = _Walk()
    walk.go(_article(root), inside=True)
    walk.close("p")
    text = checked("\n\n".join(walk.texts))
    notes = (f"Left out as menus, links and the like: {walk.left_out:,} characters.",) if walk.left_out else ()
    return Extracted(
        text, title=_title(root), published=_published(root), blocks=_numbered(walk), notes=notes,
        encoding=encoding, guessed=guessed,
    )  # fmt: skip


def _decoded(raw: bytes) -> tuple[str, str, bool]:
    """Decode by the byte-order mark, then by what the page says, then as any text."""
    said = None if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) else _CHARSET.search(raw[:4096])
    if said is None or said[1].lower() in (b"utf-8", b"utf8"):
        return decode(raw)
    name = said[1].decode().lower()
    try:
        return raw.decode(name), name, False
    except (LookupError, UnicodeError):
        return decode(raw)


def _article(root: Any) -> Any:
    """Return the one element that says it is the main part, if most words stand in it; else the body."""
    for path in ("//main", "//*[@role='main']", "//article"):
        found = root.xpath(path)
        if len(found) == 1 and _size(found[0]) >= 200:
            return found[0]
    body = root.find("body")
    return root if body is None else body


def _size(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


@dataclass
class _Walk:
    """The blocks found so far and the words of the open one."""

    texts: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    size: int = 0
    linked: int = 0
    links: int = 0
    left_out: int = 0

    def go(self, element: Any, *, inside: bool = False, link: bool = False) -> None:
        """Walk an element: its words, its children, and the words after each of them."""
        tag = element.tag
        if not inside and _is_furniture(element):
            self.left_out += _size(element)
            return
        block = tag in _BLOCKS
        if block:
            self.close("p")
        mark = (len(self.texts), self.size, self.linked, self.links)
        if tag == "br":
            self.open.append("\n")
        link = link or tag == "a"
        self.links += tag == "a"
        self.say(element.text, link, pre=tag == "pre")
        for child in element:
            self.go(child, link=link)
            self.say(child.tail, link, pre=tag == "pre")
        if tag in ("td", "th"):
            self.open.append("\t")
        if block:
            self.close(tag)
        if tag in _GROUPS and not inside:
            self.forget_links(*mark)

    def say(self, text: str | None, link: bool, *, pre: bool = False) -> None:
        """Add words to the open block."""
        if text:
            words = text if pre else _SPACE.sub(" ", text)
            self.open.append(words)
            self.size += len(words.strip())
            self.linked += len(words.strip()) if link else 0

    def close(self, tag: str) -> None:
        """End the open block, if it has words."""
        text = re.sub(r" ?\n ?| {2,}", lambda m: "\n" if "\n" in m[0] else " ", "".join(self.open)).strip()
        text = re.sub(r" ?\t[ \t]*", "\t", text).strip() if tag == "tr" else text
        self.open.clear()
        if text:
            self.texts.append(text)
            self.kinds.append(tag)

    def forget_links(self, texts: int, size: int, linked: int, links: int) -> None:
        """Take back a group of blocks that was little else than links."""
        words = self.size - size
        if self.links - links >= 3 and self.linked - linked > 0.6 * words:
            self.left_out += words
            del self.texts[texts:], self.kinds[texts:]
            self.size, self.linked, self.links = size, linked, links


def _is_furniture(element: Any) -> bool:
    tag = element.tag
    if tag in _SKIPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search", "dialog"):
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return tag in _BLOCKS and bool(_FURNITURE.search(named) or _HIDDEN.search(element.get("style", "")))


def _numbered(walk: _Walk) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    for number, (text, kind) in enumerate(zip(walk.texts, walk.kinds, strict=True), 1):
        blocks.append(Block(at, at + len(text), kind, number))
        at += len(text) + 2
    return tuple(blocks)


def _title(root: Any) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//title/text()", "//h1//text()"):
        for found in root.xpath(path):
            if words := " ".join(str(found).split())[:300]:
                return words
    return None


def _published(root: Any) -> str | None:
    for path in _DATED:
        for found in root.xpath(path):
            if match := _DAY.match(str(found)):
                return match[1]
    return None
