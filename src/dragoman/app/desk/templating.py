"""The templates, and the few words that they know: days, clipped quotes, addresses that keep what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.app.desk.assets import addresses
from dragoman.app.desk.sheet import Asked
from dragoman.app.desk.sheets.marked import marking_of
from dragoman.brief.byhand import hand_words, note_words
from dragoman.brief.nouns import Brief, Line, Section
from dragoman.brief.phrases import clip, day_words, quoted, short_day, when_words
from dragoman.brief.readouts import SUPPORT
from dragoman.brief.text import counted
from dragoman.corrections.words import in_full

MOST_IDS = 3
"""Entries that name a line."""


def make_templates(form_token: str, *, is_open: bool = False) -> Environment:
    """The templates of the package; everything that is put into one is escaped.

    `form_token` is put into forms; at an open desk, which knows nobody's name, they ask for it.
    """
    made = Environment(
        loader=PackageLoader("dragoman.app.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words: dict[str, Callable[..., object]] = {
        "address": address,
        "asset": lambda name: addresses()[name],
        "age": age,
        "clip": clip,
        "day": day_words,
        "quoted": quoted,
        "short_day": short_day,
        "when": when_words,
        "counted": counted,
        "keyed": keyed,
        "hand_words": hand_words,
        "in_full": in_full,
        "marking_of": marking_of,
        "later_words": desk_later_words,
        "as_json": lambda shown: msgspec.json.encode(shown).decode(),
        "iso": lambda day: day.isoformat() if day else "",
    }
    made.globals.update(words)
    made.filters["note_words"] = note_words
    made.globals["support"] = SUPPORT
    made.globals["is_open"] = is_open
    made.globals["own_token"] = form_token
    made.globals["readers"] = tuple
    return made


def desk_later_words(brief: Brief) -> str:
    """That articles without a day count on this page."""
    return f"{counted(brief.later, 'article')} without a day, fetched later"


def address(path: str, asked: Asked | None = None, /, **more: object) -> str:
    """A path of the desk with the days that are being looked at, and more: `address("/search", asked, q="truce")`.

    Underscores in names stand for hyphens. What is None or empty is left out; a path is quoted where it must be.
    """
    kept = {"as-of": asked.as_of, "since": asked.since} if asked else {}
    named = {name.replace("_", "-"): value for name, value in more.items()}
    query = {name: str(value) for name, value in {**kept, **named}.items() if value not in (None, "")}
    return quote(path, safe="/:@") + (f"?{urlencode(query)}" if query else "")


def age(then: date | None, now: date | None) -> str:
    """How long ago a day was, in few words: "today", "3 d", "5 wk", "2 yr"; empty where either is unknown."""
    if then is None or now is None:
        return ""
    days = (now - then).days
    if days <= 0:
        return "today"
    for length, unit in ((365, "yr"), (30, "mo"), (7, "wk")):
        if days >= 2 * length:
            return f"{days // length} {unit}"
    return f"{days} d"


def keyed(section: Section) -> list[tuple[Line, str]]:
    """The lines of a section, each with a name that stays its own when others come and go.

    It is that of its entries; of two lines about the same ones the second has a number.
    """
    times: dict[str, int] = {}
    named = []
    for line in section.lines:
        name = ".".join([section.id, *(line.entries[:MOST_IDS] or (line.label or "line",))]).replace(" ", "-")
        times[name] = times.get(name, 0) + 1
        named.append((line, name if times[name] == 1 else f"{name}.{times[name]}"))
    return named
