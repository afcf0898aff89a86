"""Who several are that a text names only as several: "both governments", "delegations from Kenya and Uganda"."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import mention_at, prepositional, side_of
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.held import mentions_over
from dragoman.kinds.frames import is_party, people_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

MANY = "kinds/agreement"
PLURAL = frozenset({"NNS", "NNPS"})
BACK = 4
"""Sentences before the one that says "both" in which they are named."""
PAIRED = frozenset({"both", "two"})


def parties_of_several(annotated: Annotated, tokens: Iterable[Token], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of some words, where a noun for several stands for those it is said to come from, or last named.

    "Delegations from Kenya, Uganda and Norway" are the three states, "both governments" the only two sides named in
    the last sentence that names several.
    """
    found: dict[str, Actor] = {}
    for token in tokens:
        for actor in _from_states(annotated, token, lexicon) or _meant(annotated, token, lexicon):
            found.setdefault(actor.name, actor)
    return tuple(found.values())


NOBODY = frozenset({"sides", "parties", "governments", "countries", "nations", "countries presidents"})
"""Those who have agreed, where a text tells nowhere who they are; "all participants" are those of its event."""
PLAIN = frozenset({"the", "both", "two", "these", "those", "our", "their", "warring", "negotiating", "other"})
"""Words before a noun for several that tell nothing of who they are."""


def is_anybody(actor: Actor) -> bool:
    """Whether an actor is nobody in particular: "both sides", "the two governments"."""
    words = [word.rstrip("'’") for word in actor.name.lower().split()]
    told = " ".join(word for word in words if word not in PLAIN)
    return actor.kind == "group" and actor.side is None and told in NOBODY


def _meant(annotated: Annotated, token: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    actors = people_at(annotated, [token])
    if token.tag_ in PLURAL and all(actor.side is None for actor in actors) and _is_paired(token, lexicon):
        return last_two(annotated, token) or actors
    return actors


def _is_paired(token: Token, lexicon: Lexicon) -> bool:
    """ "Both governments", "the two sides", "both countries' presidents"; also the bare "the sides"."""
    if token.lemma_.lower() not in lexicon.words(MANY, "many"):
        return False
    said = {t.lower_ for c in token.lefts for t in c.subtree}
    return bool(said & PAIRED) or (token.lemma_ in {"side", "party"} and said == {"the"})


def last_two(annotated: Annotated, token: Token, apart: Collection[str | None] = ()) -> tuple[Actor, ...]:
    """The two sides named together in the nearest sentence, back from the word, that names more than one; else nobody.

    Together are "Kenya and Uganda" and "Kenya ... with Uganda"; who is named beside them by the way is none of two, and
    so are the sides that stand `apart` from them: those who spoke with both.
    """
    spans = [s.span for s in annotated.sentences if s.span.start < token.idx][-BACK - 1 :]
    for span in reversed(spans):
        sides: dict[str, tuple[Actor, Token]] = {}
        for mention in mentions_over(annotated, Span(span.start, min(span.end, token.idx))):
            for actor in (annotated.actors[i] for i in mention.actors):
                party = side_of(actor) if mention.form != "place" else None
                if party is not None and is_party(party) and party.kind != "person" and party.name not in apart:
                    sides.setdefault(party.name, (party, annotated.doc[mention.head]))
        if len(sides) > 1:
            (one, first), (other, second), *more = sides.values()
            return (one, other) if not more and _are_together(first, second) else ()
    return ()


def _are_together(first: Token, second: Token) -> bool:
    """Whether "and" joins two words, or "with" or "between" the second to what the first does."""
    if second in first.conjuncts or first.head in second.head.conjuncts:
        return True
    with_it = second.dep_ == "pobj" and second.head.lower_ in {"with", "between"}
    return with_it and first.head in (second.head.head, *second.head.head.ancestors)


def _from_states(annotated: Annotated, token: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "Delegations from Kenya, Uganda and Norway", "envoys of states, including Kenya and Uganda": two or more."""
    if token.tag_ not in PLURAL or token.lemma_.lower() not in lexicon.words(MANY, "many"):
        return ()
    named = (*prepositional(token, ("from", "of")), *token.conjuncts)
    counted = [t for c in token.subtree if c.lower_ == "including" for t in prepositional(c.head, ("including",))]
    return _states(annotated, named) or _states(annotated, counted)


def _states(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The states and organisations that some words name, two or more; else nobody."""
    found: dict[str, Actor] = {}
    for token in (t for said in tokens for t in (*_torn_off(said), said)):
        known = load_gazetteer().at(token.doc.text, token.idx) if token.text[:1].isupper() else None
        mention = mention_at(annotated, token)
        if known is not None and known.form == "state":
            found.setdefault(known.name, Actor(known.name, (), known.side, None, known.kind))
        elif mention is not None and mention.head == token.i:
            named = (annotated.actors[i] for i in mention.actors)
            found.update({a.name: a for a in named if a.kind == "organisation" or a.name == a.side})
    return tuple(found.values()) if len(found) > 1 else ()


def _torn_off(name: Token) -> list[Token]:
    """ "From Kenya, Uganda, and Norway": the parser hangs the first name on the second as a modifier."""
    return [c for c in name.lefts if c.dep_ in {"nmod", "compound"} and c.ent_type_ == "GPE" and c.nbor().text == ","]
