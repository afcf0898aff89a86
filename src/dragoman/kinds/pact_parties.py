"""Who a truce or deal is between: by the words around its noun, else by the only two that the article gives one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, mention_at, objects, prepositional, side_of, subjects
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.kept import kept
from dragoman.annotate.standing import standing
from dragoman.kinds.frames import is_party
from dragoman.kinds.pairs import is_anybody
from dragoman.kinds.truces import is_truce
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS, TRUCE = "kinds/agreement", "kinds/offer_words", "kinds/truce"
BETWEEN = ("between", "among", "with")
HYPHENS = frozenset({"-", "–", "—", "/"})
NAMING = frozenset({"NNP", "NNPS", "JJ"})
PAIR = 2


def own_parties(annotated: Annotated, noun: Token, verb: Token | None = None) -> tuple[Actor, ...]:
    """The parties that the words of a truce or deal name: "between Kenya and Uganda", "Kenya's deal with Uganda".

    Also "the Kenya-Uganda truce" and, beside the verb that tells it, "was agreed between both"; those who brokered it
    are none, and one alone counts only beside another.
    """
    having = (c for c in noun.children if c.dep_ == "relcl" and c.lemma_ == "have")
    inner = (noun, *prepositional(noun, ("of",)), *having)  # "memorandum of understanding between"
    heads = inner if verb is None else (*inner, verb)
    between = _as_parties(annotated, (t for each in heads for t in prepositional(each, BETWEEN)))
    owners = _as_parties(annotated, (t for c in noun.lefts if c.dep_ == "poss" for t in (c, *c.conjuncts)))
    if len(between) < PAIR and not owners:
        held = _as_parties(annotated, _holding(noun))
        owners = held if between or len({a.side or a.name for a in held}) == PAIR else ()
    found = {a.side or a.name: a for a in (*owners, *between)} or {a.name: a for a in hyphened(annotated, noun)}
    return tuple(found.values()) if len(found) >= PAIR else ()


def _holding(noun: Token) -> list[Token]:
    """Who has a deal with somebody: "the accord that Kenya has with Uganda", "left the port under an accord with"."""
    having = [c for c in noun.children if c.dep_ == "relcl" and c.lemma_ == "have"]
    own = [t for c in having for t in subjects(c) if t != noun]
    if noun.dep_ == "dobj" and noun.head.lemma_ == "have":
        own += subjects(noun.head)
    verb = bound_by(noun)
    return [*own, *(subjects(verb) if verb is not None else ())]


def bound_by(noun: Token) -> Token | None:
    """The verb for what is done "under a deal", "as part of a deal", "in a deal"; None for any other deal."""
    near = noun.head if noun.dep_ == "pobj" else noun
    if near.lower_ == "of" and near.head.dep_ == "pobj" and near.head.lemma_ in {"part", "term", "line"}:
        near = near.head.head
    verb = near.head
    fits = near.lower_ == "under" or (near.lower_ in {"as", "in"} and verb.tag_ in {"VBD", "VBN"})
    supposed = any(c.lower_ in {"would", "could", "might", "may"} for c in verb.children)
    return verb if fits and verb.pos_ == "VERB" and not supposed else None


def _as_parties(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The parties of some words, a person as the side that he acts for; a group ("the rebels") may be one by itself."""
    found = (side_of(actor) for actor in actors_at(annotated, tokens))
    return tuple(dict.fromkeys(a for a in found if a is not None and a.kind != "person" and not is_anybody(a)))


def hyphened(annotated: Annotated, noun: Token) -> list[Actor]:
    """Those whose names a hyphen or dash joins before the noun: "the Kenya-Uganda truce deal"."""
    doc, at = noun.doc, noun.i - 1
    while at > noun.sent.start and doc[at].tag_ in {"NN", "JJ"} and not _is_named(annotated, doc[at]):
        at -= 1  # "peace", "border"
    names: list[Token] = []
    while at >= noun.sent.start and _is_named(annotated, doc[at]):
        names.insert(0, doc[at])
        if at == noun.sent.start or doc[at - 1].text not in HYPHENS:
            break
        at -= 2
    found = [actor for name in names if (actor := _party_of(annotated, name)) is not None]
    return found if len(found) == len(names) >= PAIR else []


def _is_named(annotated: Annotated, token: Token) -> bool:
    return token.tag_ in NAMING and token.text[:1].isupper() and _party_of(annotated, token) is not None


def _party_of(annotated: Annotated, token: Token) -> Actor | None:
    """The state or organisation that a name before a noun stands for; None for persons and other words."""
    known = load_gazetteer().at(token.doc.text, token.idx) if token.text[:1].isupper() else None
    if known is not None:
        return Actor(known.name, (), known.side, None, known.kind) if known.form in {"state", "demonym"} else None
    mention = mention_at(annotated, token)
    actor = annotated.actors[mention.actors[0]] if mention is not None and mention.actors else None
    return actor if actor is not None and is_party(actor) and actor.kind != "person" else None


# ---- of another place in the article ---------------------------------------------------------------------------------


Group = tuple[bool, str, tuple[Actor, ...]]
"""Who made a pact that the article tells: whether it is a truce, its noun, they."""


def lent_parties(annotated: Annotated, noun: Token, lexicon: Lexicon, told: Iterable[Group] = ()) -> tuple[Actor, ...]:
    """The only pair or group that the article names as the parties of such a pact; nobody where it names two.

    A truce borrows from any truce of the article, another deal only from one of its own name ("accord"), and only where
    it is the one spoken of: "the accord", not "an accord". `told` are those whose parties are told by verbs.
    """
    of_truce = is_of_truce(noun, lexicon)
    if noun.tag_ == "NNS" or not of_truce and not any(c.lower_ in {"the", "this", "that"} for c in noun.lefts):
        return ()
    groups: dict[frozenset[str], tuple[Actor, ...]] = {}
    for truce, lemma, parties in (*_groups(annotated, lexicon), *told):
        if truce if of_truce else lemma == noun.lemma_.lower():
            groups.setdefault(frozenset(a.side or a.name for a in parties), parties)
    return next(iter(groups.values())) if len(groups) == 1 else ()


def paired(annotated: Annotated, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The two whose truces and deals the article tells, where it tells of no others; else nobody."""
    groups = {frozenset(a.side or a.name for a in parties): parties for _, _, parties in _groups(annotated, lexicon)}
    pairs = [parties for parties in groups.values() if len(parties) == PAIR]
    return pairs[0] if len(groups) == len(pairs) == 1 else ()


@kept()
def _groups(annotated: Annotated, lexicon: Lexicon) -> tuple[Group, ...]:
    """Every truce and deal of the article whose own words name its parties."""
    nouns = _pact_words(lexicon)
    found = ((noun, own_parties(annotated, noun)) for noun in standing(annotated.doc, nouns) if noun.pos_ == "NOUN")
    return tuple(dict.fromkeys((is_of_truce(n, lexicon), n.lemma_.lower(), who) for n, who in found if who))


def _pact_words(lexicon: Lexicon) -> frozenset[str]:
    """The last words of truces and deals: "truce", "accord"; of "cease-fire" the parser's "fire"."""
    words = lexicon.words(TRUCE, "noun") | lexicon.words(TRUCE, "stop") | lexicon.words(OFFERS, "deal")
    return frozenset(word.rsplit("-", 1)[-1] for word in words)


def is_pact(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a truce or a deal at all."""
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in lexicon.words(OFFERS, "deal") or is_truce(noun, lexicon))


def is_of_truce(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a truce, or a deal on one or on peace: "a truce agreement", "a deal to extend the truce"."""
    if is_truce(noun, lexicon):
        return True
    if noun.lemma_.lower() not in lexicon.words(OFFERS, "deal"):
        return False
    beside = (*(c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"}), *prepositional(noun, ("on", "for")))
    aims = [t for c in noun.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB" for t in objects(c)]
    return any(is_truce(t, lexicon) or t.lemma_.lower() == "peace" for t in (*beside, *aims))
