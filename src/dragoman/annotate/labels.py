"""Who the labels of a transcript name: "SECRETARY BLINKEN:", "MR. PRICE:", "QUESTION:", "SENIOR OFFICIAL:"."""

from __future__ import annotations

import re

from msgspec import structs

from dragoman.annotate.bylines import holders_in_title
from dragoman.annotate.kept import kept
from dragoman.annotate.names import fold, known_people, name_parts
from dragoman.annotate.outlets import official_side
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated

ASIDE = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
"""What a label adds in brackets ("Rossi (via interpreter)")."""


FEW = 32
"""Labels of a text whose actors are kept."""


@kept(FEW)
def label_actor(annotated: Annotated, label: str) -> Actor | None:
    """The actor behind a label in capitals: the person of that surname in the article, else what the label says.

    Whoever asks is a reporter without a name. An office without a name ("SENIOR ADMINISTRATION OFFICIAL") is one of the
    state that issues the transcript. None for a label that is written as a name, which is read as any other name.
    """
    lexicon = load_lexicon()
    bare = " ".join(ASIDE.sub(" ", label).split())
    folded = bare.lower().rstrip(".")
    for means in ("reporter", "moderator"):
        if folded in lexicon.words("speech/nobody", means):
            return Actor(means, (label,), None, means, "person")
    if bare != bare.upper():
        return None
    words = bare.replace(",", " ").split()
    titles, groups = lexicon.words("actors/roles"), lexicon.words("actors/groups")
    last = max((n for n, word in enumerate(words) if _is_title(word, titles | groups)), default=-1)
    name, role = words[last + 1 :], [w.lower() for w in words[: last + 1] if fold(w) in titles | groups]
    courtesy = lexicon.words("actors/roles", "courtesy")
    office = " ".join(word for word in role if fold(word) not in courtesy) or None
    side = official_side(annotated.article.outlet, annotated.article.url)
    if not name:
        headed = _holder_in_title(annotated.article.title, office) if side else None
        return headed and structs.replace(headed, side=side) or Actor(bare.lower(), (label,), side, office, "person")
    parts = name_parts(" ".join(name))
    bearer = next((a for a in annotated.actors if a.kind == "person" and _is_bearer(a, parts)), None)
    if bearer is not None:  # a spokesman in a transcript speaks for whoever issues it
        return structs.replace(bearer, side=side) if bearer.side is None and "spokes" in (bearer.role or "") else bearer
    known = known_people(lexicon).get(parts[-1]) if parts else None
    if known is not None and known[1] == side:
        return Actor(known[0], (label,), side, office, "person")
    return Actor(" ".join(word.capitalize() for word in name), (label,), None, office, "person")


def _holder_in_title(title: str, office: str | None) -> Actor | None:
    """ "THE PRESIDENT:" under "Remarks by President Torv": the one person whom the title names in that office."""
    holders = [one for one in holders_in_title(title) if office and one.role == office]
    return holders[0] if len(holders) == 1 else None


def _is_title(word: str, titles: frozenset[str]) -> bool:
    return fold(word) in titles


def _is_bearer(actor: Actor, parts: tuple[str, ...]) -> bool:
    """Whether a person of the article, named as a name, bears the surname, and the first name where one is given."""
    own = name_parts(actor.name)
    written = actor.name != actor.name.upper()
    return written and len(own) > 1 and bool(parts) and own[-1] == parts[-1] and (len(parts) == 1 or own[0] == parts[0])
