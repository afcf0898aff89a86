"""Plain text, with or without front matter between two lines of `---`."""

from __future__ import annotations

import re

import msgspec

from dragoman.errors import ParseError
from dragoman.parse.parts import Parts
from dragoman.types import Marking

KEYS = ("title", "outlet", "published", "url", "section", "marking")
FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
OPENED = re.compile(r"---[ \t]*\n\s*[A-Za-z_]+[ \t]*:")
HINT = f"front matter takes {', '.join(KEYS)}"


def fronted_parts(text: str, name: str) -> Parts:
    """The text below its front matter, blank lines between the two left out; the text as it is when it has none.

    ParseError names the line that is no `key: value`, a key that isn't known or given twice, or a missing last `---`.
    """
    if not OPENED.match(text):
        return Parts(text=text)
    fences = [fence.span() for fence in FENCE.finditer(text, 0, 10_000)][:2]
    if len(fences) < 2:
        raise ParseError(f"{name}: front matter begins with '---' and never ends; close it with a line of '---'")
    given = read_front(text[fences[0][1] : fences[1][0]], name)
    try:
        return msgspec.convert({"text": text[fences[1][1] :].lstrip("\n"), **given}, Parts)
    except msgspec.ValidationError:
        known = ", ".join(Marking.__args__)  # type: ignore[attr-defined]
        raise ParseError(f"{name}: marking {given['marking']!r} is not known; use one of {known}") from None


def read_front(front: str, name: str) -> dict[str, str]:
    """The `key: value` lines; quotes around a value and lines that are blank or begin with `#` are left out."""
    given: dict[str, str] = {}
    for number, line in enumerate(front.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, colon, value = line.partition(":")
        key = key.strip().lower()
        if not colon:
            raise ParseError(f"{name}:{number}: {line.strip()!r} is no 'key: value'; {HINT}")
        if key not in KEYS:
            raise ParseError(f"{name}:{number}: unknown key {key!r}; {HINT}")
        if key in given:
            raise ParseError(f"{name}:{number}: {key!r} stands twice; keep one")
        given[key] = unquoted(value.strip())
    return {key: value for key, value in given.items() if value}


def unquoted(value: str) -> str:
    """`value` without the pair of quotes that YAML would take off."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
