"""The news agency that a text is credited to: wire copy in ten papers comes from one origin."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from msgspec import Struct

from dragoman.lexicon import Row, read_table

HEAD = 400  # characters in which a dateline or a byline stands
FOOT = 600  # characters in which a sign-off or a copyright line stands
NOWHERE = "(?!)"


class Credits(Struct, frozen=True):
    """The forms of credit as patterns, group 1 the words that give it, and the agency that such words mean."""

    head: tuple[re.Pattern[str], ...]
    foot: tuple[re.Pattern[str], ...]
    outlet: re.Pattern[str]
    agencies: dict[str, str]


def credited_agency(text: str, outlet: str) -> str | None:
    """The agency that the text's dateline, byline, copyright line or sign-off credits, else the one `outlet` names.

    None when there is none. An agency that is only quoted ("told Reuters") is not credited.
    """
    forms = load_credits()
    places = (
        *((pattern, text[:HEAD]) for pattern in forms.head),
        *((pattern, text[-FOOT:]) for pattern in forms.foot),
        (forms.outlet, outlet),
    )
    for pattern, place in places:
        if found := pattern.search(place):
            return forms.agencies[found[1]]
    return None


@cache
def load_credits() -> Credits:
    """The patterns made of data/parse/agencies.toml."""
    source = files("dragoman.data") / "parse" / "agencies.toml"
    rows = read_table("parse/agencies", source.read_bytes())
    names, foot = any_word(rows, "name"), any_word(rows, "foot")
    return Credits(
        head=(
            re.compile(rf"\((?:[^()\n]{{1,40}}[/,;] ?)?{names}(?:[/,;][^()\n]{{1,40}})?\)[ .]*[-\u2013\u2014_]"),
            re.compile(rf"/{names}/"),
            re.compile(rf"^(?:By|From|Source:)[^\n]{{0,80}}? {names}\W*$", re.MULTILINE),
            re.compile(rf"^{names}$", re.MULTILINE),
        ),
        foot=(
            re.compile(rf"(?:\u00a9|\([cC]\)|Copyright)[^\n]{{0,30}}? {names}\b"),
            re.compile(rf"(?:^|[(;.] ?){foot} [A-Z]", re.MULTILINE),
        ),
        outlet=re.compile(rf"(?:^|(?<=via )){names}(?=$| via )"),
        agencies={words: row.means for row in rows for words in row.words},
    )


def any_word(rows: tuple[Row, ...], place: str) -> str:
    """A group that matches the words of the rows for `place`, longer ones first."""
    words = sorted((words for row in rows if row.pos == place for words in row.words), key=len, reverse=True)
    return f"({'|'.join(map(re.escape, words)) or NOWHERE})"
