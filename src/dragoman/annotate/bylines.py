"""Whose speech an official text is, where its title names the speaker: "Address by President Ana Torv"."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.names import fold
from dragoman.annotate.outlets import official_side
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Article

BYLINE = re.compile(r"\b(?:Address|Speech|Statement|Remarks|Message|Appeal)\s+(?:by|of|from)\s+(?:the\s+)?(.+)")
NAME_WORD = re.compile(r"[A-Z][\w.’'-]*")
JOINT = re.compile(r"\band\b|,(?! Jr)")


@lru_cache(maxsize=64)
def title_speaker(title: str, side: str) -> Actor | None:
    """The person whom a title names after "by", with the office beside the name; None for an office without a name.

    Only one speaker counts: a joint statement is its states' own.
    """
    found = BYLINE.search(title)
    if found is None or "Joint" in title[: found.start()]:
        return None
    titles = load_lexicon().words("actors/roles")
    office: list[str] = []
    name: list[str] = []
    words = found[1].split()
    at = 0
    while at < len(words):
        word = words[at].rstrip(",;:")
        bare = re.split("['’]s$", word)[0]
        if fold(bare) in titles and not name:
            office.append(bare.lower())
        elif bare in {"of", "the"} and not name:
            pass
        elif not name and (skip := _state_words(" ".join(words[at:]))):
            at += skip
            continue
        elif NAME_WORD.fullmatch(bare):
            name.append(bare)
        else:
            break
        at += 1
    joined = at < len(words) and JOINT.match(words[at]) is not None
    return Actor(" ".join(name), (), side, " ".join(office), "person") if office and name and not joined else None


def _state_words(text: str) -> int:
    """How many words of the text's begin name a state; 0 where it begins with none."""
    known = load_gazetteer().at(text, 0)
    return len(known.surface.split()) if known is not None and known.form in {"state", "demonym"} else 0


def speaker_of_text(article: Article) -> Actor | None:
    """Who says "I" in an official text: the person whom its title names, else None."""
    side = official_side(article.outlet, article.url)
    return title_speaker(article.title, side) if side and article.title else None
