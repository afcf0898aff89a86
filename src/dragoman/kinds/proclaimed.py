"""Agreements told without those who made them: "a ceasefire was announced", "mediators welcomed its extension".

Whose they are is read from the words around the truce or deal, else from the only other place of the article that names
the parties of one. A truce that is new or prolonged is told even where nobody says whose it is; other deals are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional, subjects
from dragoman.annotate.status import event_status
from dragoman.annotate.storytime import when_happened
from dragoman.kinds.accords import Accord, is_supposed, status_of
from dragoman.kinds.acts import TOLD
from dragoman.kinds.agreeing import OFFERS, TABLE, broken, told_of
from dragoman.kinds.frames import (
    Met,
    clause_words,
    has_lost_subject,
    modified_noun,
    phrase_table,
    rows_met,
    telling_span,
)
from dragoman.kinds.how_told import how_told
from dragoman.kinds.lapsed import lapse_of
from dragoman.kinds.pact_parties import Group, is_of_truce, is_pact, lent_parties, own_parties
from dragoman.kinds.pairs import is_anybody
from dragoman.kinds.truces import NOUNS, WHERE, is_truce, is_unsure, places_of, truce_of
from dragoman.kinds.truces import TABLE as TRUCE
from dragoman.kinds.unasked import is_of_asker
from dragoman.kinds.warring import warring
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

MADE = frozenset({"agree", "reach", "broker", "proclaim", "welcome"})
"""Frames of verbs whose object is what was agreed."""
TELLING = frozenset({"proclaim", "welcome", "broker"})
"""Frames of verbs whose subject need not be a party."""
NEWS = timedelta(days=10)
"""How long before publication a truce began that the article tells as its news."""
OLD = timedelta(days=60)
"""How long before publication what nobody in particular agreed is of no use any more."""
PROLONGING = frozenset({"extend", "prolong", "renew"})
SINCE = frozenset({"since", "before", "until", "if", "unless"})
"""Words that open a clause about a truce which is the background, or the condition, of what is told."""


class Scene(Struct, frozen=True):
    """What an agreement is told in: the article's layers, the words, the agreements told with their parties."""

    annotated: Annotated
    lexicon: Lexicon
    lenders: tuple[Group, ...]


class Told(Struct, frozen=True):
    """What a frame found: the truce or deal, the words for it, the word that tells it."""

    thing: Token
    content: Token
    teller: Token
    is_new: bool = False
    """Whether it says by itself that something new was agreed: "the announcement of", "an extension of"."""
    is_broken: bool = False
    is_brokered: bool = False
    """Whether it is told who brought it about, which without a day tells of a truce that is known."""
    when: When | None = None
    """Its days, where they stand beside another verb: "the road opened on Friday as the truce began"."""
    is_known: bool = False
    """Whether it is spoken of as made, whatever is said of it: "the truce reached on Sunday may hold"."""


def find_proclaimed(annotated: Annotated, lexicon: Lexicon, named: Sequence[Accord]) -> Iterator[Accord]:
    """Every agreement that is told without those who made it; those of `named`, told with them, lend their parties."""
    reached = (accord for accord in named if accord.status == "reached")
    lenders = tuple(dict.fromkeys(lender(annotated, accord, lexicon) for accord in reached))
    scene = Scene(annotated, lexicon, lenders)
    for met in rows_met(annotated.doc, phrase_table(lexicon, TABLE)):
        told = _told(met, lexicon)
        if told is not None and (accord := _accord(scene, met, told)) is not None:
            yield accord
    for met in rows_met(annotated.doc, phrase_table(lexicon, TRUCE, NOUNS)):
        told = _begun(annotated, met, lexicon) if met.row.means == "begin" else None
        if told is not None and (accord := _accord(scene, met, told)) is not None:
            yield accord


def _told(met: Met, lexicon: Lexicon) -> Told | None:
    if met.row.means == "break":
        return _broken(met, lexicon)
    if met.row.means in MADE:
        return _made(met, lexicon)
    return _announced(met, lexicon) if met.row.means == "announcement" else None


def lender(annotated: Annotated, accord: Accord, lexicon: Lexicon) -> Group:
    """Who made what an agreement is on: whether a truce, its noun, they."""
    words = annotated.doc.char_span(accord.content.start, accord.content.end, alignment_mode="expand") or ()
    noun = next((token for token in words if is_pact(token, lexicon)), None)
    return (is_of_truce(noun, lexicon), noun.lemma_.lower(), accord.parties) if noun is not None else (False, "", ())


def _accord(scene: Scene, met: Met, told: Told) -> Accord | None:
    """The agreement, where its parties are known or a truce is the news, and who tells it didn't make it alone."""
    annotated, lexicon = scene.annotated, scene.lexicon
    if _is_one_sided(told.thing) or _is_conditional(met.head) or is_of_asker(annotated, met.head):
        return None
    when = when_happened(annotated, told.content if met.row.means == "welcome" else told.teller) or told.when
    own = own_parties(annotated, told.thing, told.teller)
    is_truce_told = is_of_truce(told.thing, lexicon)
    parties = own or lent_parties(annotated, told.thing, lexicon, scene.lenders)
    parties = parties or (warring(annotated, lexicon) if is_truce_told or told.is_brokered else ())
    if not is_truce_told and told.teller.dep_ in {"relcl", "acl"} and not (own or (told.is_brokered and parties)):
        return None  # "the deal that was reached": what the reader knows of
    if not parties and not (is_truce_told and _is_news(annotated, told, when)):
        return None
    is_prolonged = any(_is_prolonged(word, lexicon) for word in (told.content, met.head))
    if not parties and met.row.means in {"welcome", "announcement"} and (is_prolonged or not told.is_new):
        return None  # of a truce that the text doesn't tell: whose, the reader must know
    if not (_may_break if told.is_broken else _may_tell)(scene, met, told, parties):
        return None
    if told.is_broken:
        parties = _breaker_first(scene, met, parties)
    content = clause_words(told.content if parties else _with_place(told))
    span = telling_span(met, [told.content])
    return Accord(
        parties=parties,
        content=content,
        told=Span(min(span.start, content.start), max(span.end, content.end)),
        status="broken" if told.is_broken else "reached",
        rule=met.row.id,
        when=when,
        factuality=None if told.is_known else how_told(annotated, told.teller, lexicon),
    )


def _is_news(annotated: Annotated, told: Told, when: When | None) -> bool:
    """Whether it is told as of these days: no participle beside a noun without a day, no day long past."""
    published = annotated.article.published
    if when is not None and published is not None:
        return when.end is None or when.end >= published - OLD
    return told.is_new or (modified_noun(told.teller) is None and not told.is_brokered)


def _with_place(told: Told) -> Token:
    """ "A truce began in Kenya": of nobody's truce also where it is, though that hangs on the verb."""
    is_subject = told.content.head == told.teller and told.content.i < told.teller.i
    said_where = any(c.dep_ == "prep" and c.lower_ in WHERE for c in told.teller.children)
    return told.teller if is_subject and said_where else told.content


def _is_prolonged(content: Token, lexicon: Lexicon) -> bool:
    """ "The extension of the truce", "the announcement of its extension"."""
    below = (content, *prepositional(content, ("of", "on", "about", "by")))
    return any(t.lemma_.lower() in lexicon.words(TABLE, "renewal") for t in below)


def _is_one_sided(thing: Token) -> bool:
    """ "A unilateral truce", "its truce": what one declares is agreed with nobody."""
    own = (c for c in thing.lefts if c.dep_ == "poss" and c.tag_ == "PRP$" and c.lower_ != "their")
    return any(c.lower_ in {"unilateral", "one-sided"} for c in thing.lefts) or any(own)


def is_renewal(annotated: Annotated, accord: Accord, lexicon: Lexicon) -> bool:
    """Whether the words tell that an agreement was prolonged, which is another than that on the first of it."""
    words = annotated.doc.char_span(accord.told.start, accord.told.end, alignment_mode="expand") or ()
    wanted = lexicon.words(TABLE, "renewal") | lexicon.words(TRUCE, "extend")
    return any(token.lemma_.lower() in wanted for token in words)


def _is_conditional(verb: Token) -> bool:
    """ "Is extended if both comply"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(g.dep_ == "mark" and g.lower_ in {"if", "unless"} for c in clauses for g in c.children)


def _is_ahead(noun: Token) -> bool:
    """ "Ahead of the announcement", "before the signing"."""
    before = noun.head if noun.dep_ == "pobj" else noun
    return before.lower_ in {"before", "until"} or (before.lower_ == "of" and before.head.lower_ == "ahead")


# ---- frames ----------------------------------------------------------------------------------------------------------


def _made(met: Met, lexicon: Lexicon) -> Told | None:
    """ "Announced a ceasefire", "the truce was extended", "welcomed the announcement of a deal": what was agreed."""
    verb = met.head
    if verb.dep_ == "amod" or is_supposed(verb, lexicon) or has_lost_subject(verb) or not _is_told(verb):
        return None  # "a negotiated truce" is any
    for noun, content in _agreed_on(met, lexicon):
        thing, is_new = _thing_of(noun, lexicon)
        if thing is None or _is_open(noun) or lapse_of(thing, lexicon) is not None:
            continue
        if met.row.means == "welcome" and not is_new and not _is_definite(thing):
            return None  # "would welcome a truce"
        described = modified_noun(verb) == thing and _is_definite(thing)  # "the truce agreed on Sunday will ..."
        if described or status_of(verb, noun) == "reached":
            return Told(thing, content, verb, is_new=is_new, is_known=described, is_brokered=met.row.means == "broker")
    return None


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what was done: not "helped to broker", nor "once it is reached"."""
    is_bare = verb.tag_ == "VB" and verb.head.lemma_ != "agree"
    return not is_bare and not any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP", "VB"} for c in verb.children)


def _agreed_on(met: Met, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Nouns for what a verb says was agreed, each with the head of the words for it: "agreed to extend the truce"."""
    verb = met.head
    described = modified_noun(verb)
    told = told_of(verb, lexicon.words(OFFERS, "deal") | lexicon.words(OFFERS, "truce"))
    beside = [described] if described else told if met.row.means == "broker" else []
    for noun in (*objects(verb), *prepositional(verb, ("to", "on", "upon")), *beside):
        is_prolonged = noun.dep_ == "nsubjpass" and verb.lemma_ in PROLONGING
        yield noun, verb if is_prolonged else _without_announcement(noun, lexicon)
    for clause in (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and met.row.means == "agree"):
        yield from ((noun, clause) for noun in objects(clause))


def _announced(met: Met, lexicon: Lexicon) -> Told | None:
    """ "The announcement of a truce brought joy", "after the signing of the accord"; not "ahead of the signing"."""
    thing, _ = _thing_of(met.head, lexicon)
    if thing is None or _is_open(met.head) or _is_ahead(met.head) or event_status(met.head).value != "held":
        return None
    return Told(thing, thing, met.head, is_new=True)


def _broken(met: Met, lexicon: Lexicon) -> Told | None:
    """ "The truce has collapsed", "Kenya tore up the accord"."""
    agreed = broken(met, lexicon)
    if agreed is None or not is_pact(agreed.head, lexicon) or is_supposed(met.head, lexicon) or _is_open(agreed.head):
        return None
    finite = met.head.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in met.head.children)
    return Told(agreed.head, agreed.head, met.head, is_known=True, is_broken=True) if finite else None


def _begun(annotated: Annotated, met: Met, lexicon: Lexicon) -> Told | None:
    """ "The truce took effect at dawn" as news; not "since the truce took effect", "the truce, which began in May"."""
    verb = met.head
    truce = truce_of(verb, lexicon)
    if truce is None or is_unsure(verb) or event_status(verb).value not in TOLD or verb.dep_ == "relcl":
        return None
    if any(c.lower_ in SINCE or c.dep_ == "xcomp" for c in verb.children) or verb.tag_ in {"VBZ", "VBP"}:
        return None  # "takes effect today": announced, and not yet seen
    is_beside = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"as", "after"} for c in verb.children)
    when = when_happened(annotated, verb) or (when_happened(annotated, verb.head) if is_beside else None)
    published = annotated.article.published
    if when is None:
        return Told(truce, truce, verb) if is_beside or verb.dep_ in {"ROOT", "ccomp", "conj"} else None
    recent = published is not None and when.end is not None and when.end >= published - NEWS
    return Told(truce, truce, verb, is_new=True, when=when) if recent else None


def _thing_of(noun: Token, lexicon: Lexicon) -> tuple[Token | None, bool]:
    """The truce or deal that a noun is or is about, and whether the noun says that something new was agreed.

    "The extension of the truce", "the announcement on an extension of the truce", "the ceasefire extension".
    """
    if noun.lemma_.lower() not in lexicon.words(TABLE, "announcement") | lexicon.words(TABLE, "renewal"):
        return (noun if is_pact(noun, lexicon) else None), False
    about = (*prepositional(noun, ("of", "on", "about", "to")), *(c for c in noun.lefts if c.dep_ == "compound"))
    things = (_thing_of(token, lexicon)[0] for token in about)
    return next((thing for thing in things if thing is not None), None), True


def _without_announcement(noun: Token, lexicon: Lexicon) -> Token:
    """ "The announcement of an extension": the extension."""
    if noun.lemma_.lower() not in lexicon.words(TABLE, "announcement"):
        return noun
    about = prepositional(noun, ("of", "on", "about"))
    return next((token for token in about if _thing_of(token, lexicon)[0] is not None), noun)


def _is_open(noun: Token) -> bool:
    """ "Any truce", "no extension": none that was made."""
    return any(c.lower_ in {"any", "no", "every", "such"} for c in noun.lefts)


def _is_definite(thing: Token) -> bool:
    return any(c.lower_ in {"the", "this", "today", "yesterday"} for c in thing.lefts)


# ---- who tells it ----------------------------------------------------------------------------------------------------


def _may_tell(scene: Scene, met: Met, told: Told, parties: tuple[Actor, ...]) -> bool:
    """Whether the verb's subject leaves it an agreement of others: nobody, "the sides", a mediator, who welcomes it."""
    if met.row.means not in MADE or met.row.means == "welcome":
        return True
    who = subjects(met.head)
    actors = actors_at(scene.annotated, who)
    if met.row.means not in TELLING:
        unnamed = all(is_anybody(actor) or _is_side(who, actor) for actor in actors)
        return unnamed and (bool(actors) or is_passive(met.head) or modified_noun(met.head) is not None)
    sides = _sides_of(scene, met)
    if parties or met.row.means == "broker":
        return not sides & {actor.side or actor.name for actor in parties}
    mutual = told.is_new or not is_truce(told.thing, scene.lexicon)  # a deal takes two
    return (
        mutual
        or all(_mediates(actor, scene.lexicon) for actor in actors)
        or _is_elsewhere(scene.annotated, told, sides)
    )


def _may_break(scene: Scene, met: Met, told: Told, parties: tuple[Actor, ...]) -> bool:
    """Whether who is said to have broken it is one of its parties: a third breaks it with nobody."""
    return _sides_of(scene, met) <= {actor.side or actor.name for actor in parties}


def _breaker_first(scene: Scene, met: Met, parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    broke = _sides_of(scene, met)
    return tuple(sorted(parties, key=lambda actor: (actor.side or actor.name) not in broke))


def _sides_of(scene: Scene, met: Met) -> set[str]:
    return {actor.side or actor.name for actor in actors_at(scene.annotated, subjects(met.head))}


def _is_side(who: list[Token], actor: Actor) -> bool:
    """ "The warring parties", "the sides in the conflict": they agreed, whoever they are."""
    return actor.side is None and any(t.lemma_ in {"side", "party"} and t.tag_ == "NNS" for t in who)


def _mediates(actor: Actor, lexicon: Lexicon) -> bool:
    mediating = lexicon.words("actors/roles", "mediates")
    words = {word.removesuffix("s") for word in (*actor.name.lower().split(), *(actor.role or "").split())}
    return bool(words & mediating)


def _is_elsewhere(annotated: Annotated, told: Told, sides: set[str]) -> bool:
    """ "The bloc announced a truce in Kenya": a truce of another land than that of whoever announces it."""
    there = places_of(annotated, prepositional(told.thing, WHERE))
    return bool(there) and not sides & {state.side or state.name for state in there}
