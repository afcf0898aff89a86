"""Whether an article says what its writer thinks: an editorial, a column, a guest's essay, letters."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from msgspec import Struct

from dragoman.lexicon import read_table
from dragoman.parse.credit import any_word

HEAD, FOOT = 300, 700
"""Characters above and below in which a note about the writer stands."""
OWN = r"[^.\n]{0,80}\b(?:own|alone|authors?|writers?|contributors?|not (?:\w+ )?reflect)\b"
"""What makes a sentence on "views expressed" a note about the writer; a communique speaks of views too."""
JOINTS = re.compile(r"[-_+\s]+")


class Forms(Struct, frozen=True):
    """The forms as patterns: of a whole section's name, of a title, of a note about the writer."""

    section: re.Pattern[str]
    title: re.Pattern[str]
    foot: re.Pattern[str]


def is_opinion(title: str, sections: str, url: str, text: str) -> bool:
    """Whether the title, a section (a line each), a part of the address or a note about the writer says so.

    What no one labels isn't guessed: a feature in the first person is news all the same.
    """
    forms = load_forms()
    named = [*sections.splitlines(), *path_parts(url)]
    return (
        any(forms.section.fullmatch(JOINTS.sub(" ", name).strip()) for name in named)
        or forms.title.search(JOINTS.sub(" ", title.strip())) is not None
        or any(forms.foot.search(place) for place in (text[:HEAD], text[-FOOT:]))
    )


def path_parts(url: str) -> list[str]:
    """The folders of an address and the labels of its host; its last part is the article's own name."""
    try:
        parted = urlsplit(url)
    except ValueError:  # an address that is none
        return []
    return [*(parted.hostname or "").split("."), *parted.path.split("/")[:-1]]


@cache
def load_forms() -> Forms:
    """The patterns made of data/parse/opinion.toml."""
    source = files("dragoman.data") / "parse" / "opinion.toml"
    rows = read_table("parse/opinion", source.read_bytes())
    section, label, foot, views = (any_word(rows, pos) for pos in ("section", "label", "foot", "views"))
    return Forms(
        section=re.compile(section, re.IGNORECASE),
        title=re.compile(rf"^{label}\s*[:|\u2013\u2014]|\s[|\u2013\u2014]\s*{label}$", re.IGNORECASE),
        foot=re.compile(rf"\b(?:{foot}|{views}{OWN})\b", re.IGNORECASE),
    )
