"""Whose a weapon, a branch of forces or an act is that stands where a doer stands: "Kenyan drones struck a town"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, mention_at, objects, prepositional, side_of
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

NAMING_DEPS = frozenset({"amod", "compound", "nmod", "poss"})
GIVERS = ("by", "from", "between")
SUFFERED_IN = ("in", "by", "during")


def wielders(annotated: Annotated, doers: list[Token], verb: Token, lexicon: Lexicon) -> list[Token]:
    """The doers of a verb, each weapon, branch of forces or act among them replaced by those whose it is.

    "Warplanes of the coalition hit a depot", "the shelling by rebels killed six"; an act that somebody suffered in
    stands for its doer too ("four were killed in a Kenyan raid"). Empty where the text doesn't say whose it is.
    """
    if not doers and is_passive(verb):
        doers = [t for t in prepositional(verb, SUFFERED_IN) if t.lemma_.lower() in _acts(lexicon)]
    some = [t for t in doers if not any(c.dep_ == "det" and c.lower_ == "no" for c in t.children)]
    some = [t for t in some if not _is_either(annotated, t, verb)]
    return [t for token in some for t in _behind(annotated, token, lexicon)]


def _is_either(annotated: Annotated, doer: Token, verb: Token) -> bool:
    """ "Kenya has backed Uganda since it attacked the port": an "it" that either may be, who did so isn't told."""
    if doer.lower_ != "it" or doer.dep_ != "nsubj" or verb.dep_ != "advcl" or verb.head.i > doer.i:
        return False
    between = verb.doc[verb.head.i + 1 : doer.i]
    own = {actor.side for actor in actors_at(annotated, [doer])}
    named = (
        m for t in between if (m := mention_at(annotated, t)) is not None and m.head == t.i and m.form != "pronoun"
    )
    others = {annotated.actors[i].side for m in named for i in m.actors if annotated.actors[i].kind == "state"}
    return bool(others - own - {None})


def _behind(annotated: Annotated, token: Token, lexicon: Lexicon) -> list[Token]:
    word = token.lemma_.lower()
    if word in CROWD:  # "thousands of Kenyans"
        return prepositional(token, ("of",))
    if word in _acts(lexicon):  # "the strike by Kenyan jets"
        return [t for owner in owners(annotated, token) for t in _behind(annotated, owner, lexicon)]
    if word in lexicon.words("kinds/action_words", "force") and not actors_at(annotated, [token]):
        return owners(annotated, token, (*GIVERS, "of"))
    return [token]


CROWD = frozenset({"thousand", "hundred", "dozen", "million", "ten", "score", "crowd", "handful"})
"""Words that count those who act."""


def owners(annotated: Annotated, thing: Token, prepositions: tuple[str, ...] = GIVERS) -> list[Token]:
    """Heads of the names that say whose a thing is: before it, after it, or as who launched it."""
    named = [c for c in thing.lefts if c.dep_ in NAMING_DEPS]
    named = [other for c in named for other in (_blamed(annotated, c, thing) or (c,))]
    found = [
        t for c in named for t in (c, *c.conjuncts) if is_party(annotated, t) or demonym(t) or one_side(annotated, t)
    ]
    found = found or [t for n in (thing, *thing.conjuncts) for t in prepositional(n, prepositions)]
    return found or [t for c in thing.children if c.dep_ == "acl" for t in prepositional(c, ("by",))]


def movers(annotated: Annotated, noun: Token) -> list[Token]:
    """Who does what a noun says of its "of": "the release of captives by Kenya", "the withdrawal of Kenyan troops"."""
    things = prepositional(noun, ("of",))
    by = [t for above in (noun, *things) for t in prepositional(above, ("by",))]
    named = [c for c in noun.lefts if c.dep_ in NAMING_DEPS and (is_party(annotated, c) or demonym(c))]
    if by or named or noun.lemma_ in GIVEN:
        return by or named
    return [c for t in things for c in t.lefts if c.dep_ in NAMING_DEPS and (is_party(annotated, c) or demonym(c))]


GIVEN = frozenset(
    {
        "release",
        "liberation",
        "repatriation",
        "handover",
        "capture",
        "recapture",
        "seizure",
        "takeover",
        "arrest",
        "detention",
        "imprisonment",
        "abduction",
        "kidnapping",
        "deportation",
        "expulsion",
    }
)
"""Nouns whose "of" tells whom or what somebody else let go or took."""


def between_after(noun: Token) -> list[Token]:
    """ "Clashes raged in the north between rebels and troops": those whom the parser hangs on the verb or a place."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    places = [c for p in verb.children if p.dep_ == "prep" and p.i > verb.i for c in p.children if c.dep_ == "pobj"]
    return [t for above in (verb, *places) for t in prepositional(above, ("between",))]


def _blamed(annotated: Annotated, owner: Token, thing: Token) -> list[Token]:
    """ "Impose costs on Kenya for its raid", "condemned Kenya for its raid": the party before "for", for "its"."""
    above = thing.head.head
    if owner.lower_ not in {"its", "their"} or thing.head.lower_ != "for":
        return []
    things = [above, *(objects(above) if above.pos_ == "VERB" else ())]
    before = [t for t in (*(o for each in things for o in prepositional(each, ("on",))), *things) if t.i < owner.i]
    return [t for t in before if is_party(annotated, t)][:1]


@cache
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Last words of the nouns that tell acts of force."""
    rows = lexicon.rows("kinds/action")
    return frozenset(w.split()[-1] for row in rows if row.pos == "NOUN" and row.means == "ASSAULT" for w in row.words)


def actors_of(annotated: Annotated, token: Token) -> tuple[Actor, ...]:
    """The actors of a token; an adjective of a state ("Russian air raids") stands for the state."""
    if (side := loyal_to(annotated, token)) is not None:
        return (side,)
    if found := actors_at(annotated, [token]):
        return found
    state = demonym(token) or one_side(annotated, token)
    return (state,) if state else ()


def loyal_to(annotated: Annotated, token: Token) -> Actor | None:
    """ "Forces loyal to the president": the side that he acts for; None for others, and for loyal to one of no side."""
    whose = [t for c in token.children if c.lower_ == "loyal" for t in prepositional(c, ("to",))]
    sides = (side_of(actor) for actor in actors_at(annotated, whose) if actor.side is not None)
    return next((side for side in sides if side is not None), None)


@cache
def _sides() -> frozenset[str]:
    return load_lexicon().words("kinds/action_words", "side")


def one_side(annotated: Annotated, token: Token) -> Actor | None:
    """ "A rebel attack", "coalition jets": the rebels or the coalition of whom the article last spoke, else they."""
    word = token.lemma_.lower()
    if token.dep_ not in NAMING_DEPS or token.text[:1].isupper() or word not in _sides():
        return None
    before = (m for m in reversed(annotated.mentions) if m.head < token.i and m.actors and m.form != "place")
    same = (m for m in before if annotated.doc[m.head].lemma_.lower() == word)
    found = next((annotated.actors[m.actors[0]] for m in same if len(m.actors) == 1), None)
    if found is not None or word in STATELY:
        return found
    name = word if word in GATHERED else f"{word}s"
    return Actor(name, (), None, None, "group")


STATELY = frozenset({"government", "regime", "army", "opposition", "militia"})
"""Those of whom, without a state, nobody knows who they are."""
GATHERED = frozenset({"coalition", "alliance"})


def demonym(token: Token) -> Actor | None:
    """The state, people or organisation that a capitalised word names by itself."""
    first = token if token.dep_ != "compound" else token.left_edge  # "an Islamic State raid"
    known = load_gazetteer().at(token.doc.text, first.idx) if first.text[:1].isupper() else None
    if known is None or known.form not in {"state", "demonym", "organisation"}:
        return None
    return Actor(known.name, (token.doc[first.i : token.i + 1].text,), known.side, None, known.kind)


def is_party(annotated: Annotated, token: Token) -> bool:
    """Whether a word stands for somebody, not for a place."""
    mention = mention_at(annotated, token)
    return mention is not None and bool(mention.actors) and mention.form != "place"
