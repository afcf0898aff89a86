"""Whom the headline names in full: the text of a press conference often has the surname alone."""

from __future__ import annotations

import re

from msgspec import structs

from dragoman.annotate.actors import name_actors
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.mentions import find_named, naming_words
from dragoman.annotate.names import name_parts
from dragoman.lexicon import Lexicon
from dragoman.models import parse_text
from dragoman.types import Actor


def completed(actors: tuple[Actor, ...], title: str, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of a text; persons with a surname alone and no side as the headline names them, if it names one such.

    "Foreign Minister Odera" under "Remarks with Kenyan Foreign Minister Amos Odera" is Amos Odera of Kenya.
    """
    words = {part for word in re.split(r"[\s,.:;]+|['’]s\b", title) for part in name_parts(word)}
    if not any(_is_bare(actor) and name_parts(actor.name)[0] in words for actor in actors):
        return actors
    doc = parse_text(title)
    named = find_named(doc, load_gazetteer(lexicon), naming_words(lexicon))
    titled = [a for a in name_actors(doc, named, lexicon)[0] if a.kind == "person" and len(name_parts(a.name)) > 1]
    return tuple(_completed(actor, titled) if _is_bare(actor) else actor for actor in actors)


def _is_bare(actor: Actor) -> bool:
    return actor.kind == "person" and actor.side is None and len(name_parts(actor.name)) == 1


def _completed(actor: Actor, titled: list[Actor]) -> Actor:
    surname = name_parts(actor.name)[0]
    bearers = [one for one in titled if name_parts(one.name)[-1] == surname]
    if len(bearers) != 1:
        return actor
    full = bearers[0]
    aliases = tuple(dict.fromkeys((*actor.aliases, actor.name)))
    return structs.replace(actor, name=full.name, aliases=aliases, side=full.side, role=actor.role or full.role)
