"""Mark-up to paragraphs: the words of each block on one line, blocks parted by an empty line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement  # type: ignore[import-untyped]

INLINE = re.compile(  # HTML's phrasing content, and what trafilatura makes of it (hi, ref)
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|hi|i|ins|kbd|label|mark|nobr|q|ref|s|samp|small|span|strike"
    "|strong|sub|sup|time|tt|u|var|wbr"
)
WORDLESS = re.compile(
    "script|style|noscript|template|svg|figure|figcaption|button|form|iframe|audio|video|object|select|nav"
)
QUOTED = "q"  # browsers show its quotation marks, the source has none
WHITE = re.compile(r"\s+")


def block_text(root: HtmlElement) -> str:
    """The words below `root`, a paragraph a line and an empty line between two; white space runs are one blank."""
    lines = [WHITE.sub(" ", "".join(block)).strip() for block in blocks(root)]
    return "\n\n".join(line for line in lines if line)


def blocks(root: HtmlElement) -> Iterator[list[str]]:
    """The pieces of text of each block, in the order of the page."""
    block: list[str] = []
    for piece in pieces(root):
        if piece is None:
            yield block
            block = []
        else:
            block.append(piece)
    yield block


def pieces(root: HtmlElement) -> Iterator[str | None]:
    """The text below `root` piece by piece, None wherever a block begins or ends.

    Walks without recursion: broken pages nest thousands deep.
    """
    stack: list[HtmlElement | str | None] = [root]
    while stack:
        step = stack.pop()
        if step is None or isinstance(step, str):
            yield step
            continue
        yield from opening(step)
        stack.extend(reversed(within(step)))


def opening(element: HtmlElement) -> Iterator[str | None]:
    """What stands before an element's own text."""
    if element.tag == QUOTED:
        yield "\u201c"
    elif not INLINE.fullmatch(element.tag):
        yield None


def within(element: HtmlElement) -> list[HtmlElement | str | None]:
    """The text, the children with the text behind each, and the end of an element; comments have none."""
    steps: list[HtmlElement | str | None] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not WORDLESS.fullmatch(child.tag):
            steps.append(child)
        steps.append(child.tail or "")
    if element.tag == QUOTED:
        steps.append("\u201d")
    elif not INLINE.fullmatch(element.tag):
        steps.append(None)
    return steps
