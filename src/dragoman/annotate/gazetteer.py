"""Names that every reader knows: states, capitals, demonyms, seats of power, organisations.

States, capitals and demonyms come from the packages countryinfo and babel; what they lack stands in data/actors.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from msgspec import Struct, structs

from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import ActorKind

KnownForm = Literal["state", "capital", "demonym", "organ", "organisation"]
ALNUM = re.compile(r"[^\W_]*")
WORD_END = frozenset(".,;:!?()[]{}'’\"“”‘/-–— \t\n\u00a0…")


class Known(Struct, frozen=True):
    """A known name: as written, the actor it stands for, that actor's side, and what sort of name it is."""

    surface: str
    name: str
    side: str
    form: KnownForm
    kind: ActorKind


class Gazetteer(Struct, frozen=True):
    """Known names by their first word, longest first; `by_surface` by their whole form."""

    by_first: dict[str, tuple[Known, ...]]
    by_surface: dict[str, Known]

    def at(self, text: str, start: int) -> Known | None:
        """The longest known name that begins at `start` (the begin of a word) and ends at a word's end."""
        for known in self.by_first.get(first_word(text, start), ()):
            end = start + len(known.surface)
            if text.startswith(known.surface, start) and (end >= len(text) or text[end] in WORD_END):
                return known
        return None


def first_word(text: str, start: int) -> str:
    """Letters and digits from `start` on: the key under which a name is filed."""
    found = ALNUM.match(text, start)
    return found[0] if found else ""


def _country_names() -> list[Known]:
    """States, capitals and demonyms, the most populous first, so that "French" is France and no overseas territory."""
    from babel import Locale
    from countryinfo import CountryInfo  # reads its files on import

    territories = Locale("en").territories
    found: list[Known] = []
    rows: list[dict[str, Any]] = [dict(row) for row in CountryInfo("Ukraine").all().values()]
    for row in sorted(rows, key=lambda row: (-(row.get("population") or 0), row.get("name") or "")):
        name = (row.get("name") or "").removeprefix("The ")
        capital, demonym = row.get("capital"), row.get("demonym") or ""
        if not name or "," in name or "(" in name or not row.get("population"):
            continue
        english = territories.get((row.get("ISO") or {}).get("alpha2") or "", name)
        full = {form for form in row.get("altSpellings") or () if form.isascii() and " " in form and "," not in form}
        found += [Known(form, name, name, "state", "state") for form in sorted({name, english, *full})]
        if isinstance(capital, str) and len(capital) > 3:
            found.append(Known(capital, name, name, "capital", "state"))
        for one in demonym.replace("/", ",").split(","):
            if len(one) > 3:
                found += [Known(form, name, name, "demonym", "state") for form in (one, one + "s")]
    return found


def _curated_names(lexicon: Lexicon) -> list[Known]:
    """The rows of data/actors; they win over the packages."""
    found: list[Known] = []
    for row in lexicon.rows("actors/organs"):
        found += [Known(word, row.means, row.means, "organ", "state") for word in row.words]
    for row in lexicon.rows("actors/demonyms"):
        found += [Known(word, row.means, row.means, "demonym", "state") for word in row.words]
    for row in lexicon.rows("actors/organisations"):
        name = row.words[0]
        side = row.means or name
        found += [Known(word, name, side, "organisation", "organisation") for word in row.words]
    return found


def _listed_names(lexicon: Lexicon) -> list[Known]:
    """The states, organisations and groups of a dossier's roster; persons are found by their names."""
    rows = [row for row in lexicon.tables.get("actors/roster", ()) if row.pos != "person"]
    return [
        Known(
            word,
            row.words[0],
            row.means or row.words[0],
            "organisation",
            "state" if row.pos == "state" else "organisation",
        )
        for row in rows
        for word in row.words
        if word[:1].isupper()
    ]


def load_gazetteer(lexicon: Lexicon | None = None) -> Gazetteer:
    """The gazetteer of `lexicon`, else of the tables that ship; about a tenth of a second the first time."""
    return _gazetteer(lexicon or load_lexicon())


@cache
def _gazetteer(tables: Lexicon) -> Gazetteer:
    by_surface: dict[str, Known] = {}
    for known in (*_listed_names(tables), *_curated_names(tables), *_country_names()):
        by_surface.setdefault(known.surface, known)
        if "'" in known.surface:  # printed with either apostrophe
            curly = known.surface.replace("'", "’")
            by_surface.setdefault(curly, structs.replace(known, surface=curly))
    by_first: dict[str, list[Known]] = {}
    for known in by_surface.values():
        by_first.setdefault(first_word(known.surface, 0), []).append(known)
    longest_first = {
        first: tuple(sorted(many, key=lambda k: (-len(k.surface), k.surface))) for first, many in by_first.items()
    }
    return Gazetteer(longest_first, by_surface)
