"""Where a contact took place, as far as its clause and the clause above it say."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import (
    VERBAL,
    mention_at,
    objects,
    place_of,
    prepositional,
)
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.status import BEGINNINGS, whole_of
from dragoman.kinds.leaders import with_leaders
from dragoman.kinds.stays import is_there_for, over_town
from dragoman.kinds.topics import aims_of, gatherings_beside
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

AREAS = frozenset(
    {"zone", "area", "suburb", "district", "neighbourhood", "neighborhood", "outskirt", "village", "part"}
)
"""Words for a part of a town or land, which tell a place by what stands behind "in" or "of"."""
OCCASIONS = frozenset({"summit"})
"""Words for a place that are a contact themselves."""
GOALS = frozenset({"to", "into", "in", "at"})
WELCOME = "welcome"
"""Whom one welcomes to a town one receives there."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
ASIDE = frozenset({"ahead", "before", "after", "following", "despite", "amid"})
"""Words by which a journey is set beside a contact that it was not made for."""
DUE = "due"


def place_told(annotated: Annotated, event: Token, lexicon: Lexicon) -> str | None:
    """Where a contact took place: in its own words, else what its verb's clause says; None without either.

    "In Riyadh, X will take part in a dialogue", "flew to Oslo to brief Y", "the Geneva talks".
    """
    own = place_of(annotated, event, lexicon)
    if own and own.rpartition(" ")[2].lower() not in OCCASIONS and any(c.isupper() for c in own):
        return own  # "a hotel" and "the capital" tell no place apart
    motion = lexicon.words("actors/places", "motion")
    locative = lexicon.words("actors/places", "locative")
    of = event.head if event.dep_ == "pobj" and event.head.lower_ == "of" else event
    if of != event and of.head.lemma_ in BEGINNINGS:  # "the resumption of talks next week in Oslo"
        begun = (place_after(annotated, p, lexicon) for p in _prepositions(of.head) if p.lower_ in locative)
        if found := next((place for place in begun if place), None):
            return found
    for verb in verbs_above(event):
        moves = (verb.lemma_.lower() in motion or is_there_for(verb)) and not _is_aside(event)
        if verb != event and not moves and not _carries(verb, event):
            break
        allowed = locative | GOALS if (moves and verb != event) or verb.lemma_ == WELCOME else locative
        for preposition in _prepositions(verb):
            found = place_after(annotated, preposition, lexicon) if preposition.lower_ in allowed else None
            if found:
                return found
    started = [v for v in due_verbs(event) if v.tag_ == "VB" or v.lemma_ in HELD] if event.pos_ == "NOUN" else []
    started += _held_after(event)
    there = [place_after(annotated, p, lexicon) for v in started for p in v.children if p.lower_ in locative]
    named = next((place for place in there if place), None) or _named_before(event)
    return named or _told_aside(annotated, event, lexicon)


GATHERED = frozenset({"meet", "sit", "gather", "convene", "reconvene"})
HELD = frozenset({"hold", "convene", "stage", "open", "begin", "start", "host"})


def _held_after(noun: Token) -> list[Token]:
    """ "Came away from their first meeting, held in Oslo": the participle right behind, whatever it hangs on."""
    after = [t for t in noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)] if t.text != ","]
    return [t for t in after[:1] if noun.pos_ == "NOUN" and t.tag_ == "VBN" and t.lemma_ in HELD]


def _told_aside(annotated: Annotated, event: Token, lexicon: Lexicon) -> str | None:
    """A place that the parser hangs elsewhere: on who was met, on the journey or on the gathering where they met."""
    gatherings = [*gatherings_beside(event), *(aims_of(event) if event.lemma_ in GATHERED else [])]
    gatherings += [t for above in verbs_above(event)[:1] for t in _gatherings_at(above) if t.i > event.i]
    beside = [p for gathering in gatherings for p in gathering.children if p.lower_ in {"in", "at"}]
    towns = (place_after(annotated, preposition, lexicon) for preposition in beside)
    return _town_after_party(annotated, event) or _where(annotated, event) or next((t for t in towns if t), None)


def _gatherings_at(verb: Token) -> list[Token]:
    """ "Met Torv at a conference in Oslo": the conference, also where the parser hangs it on who was met."""
    met = [*objects(verb), *prepositional(verb, ("with",))]
    return [*prepositional(verb, ("at",)), *(t for one in met for t in prepositional(one, ("at",)))]


def _where(annotated: Annotated, event: Token) -> str | None:
    """ "Will visit Oslo on Monday, where she will meet the king": the place that the journey before it goes to.

    "Came from Oslo, where they met", "a visit to Oslo, during which they met", "will fly to Oslo and meet him there".
    """
    if (journey := _journey_of(event)) is not None:
        return destination(annotated, journey)
    is_where = event.dep_ in {"relcl", "advcl"} and any(c.lower_ == "where" and c.i < event.i for c in event.children)
    if not is_where and not any(c.lower_ == "there" and c.dep_ == "advmod" for c in event.children):
        return None
    goals = (destination(annotated, above) for above in event.ancestors if above.pos_ == "VERB")
    town = event.head.text if event.head.ent_type_ == "GPE" else next((goal for goal in goals if goal), None)
    known = load_gazetteer().by_surface.get(town or "")
    is_wide = town is None or not town[:1].isupper() or (known is not None and known.form == "state")
    return None if is_wide else town  # "travels to Israel, where" says no town


JOURNEYS = frozenset({"visit", "trip", "tour", "journey", "stay"})


def _journey_of(verb: Token) -> Token | None:
    """ "A visit to Oslo, during which they met": the visit; None where nothing was done on a journey told before."""
    during = [c for c in verb.lefts if c.lower_ in {"during", "on"} and any(t.lower_ == "which" for t in c.children)]
    before = verb.doc[verb.sent.start : during[0].i] if during else ()
    return next((t for t in reversed(before) if t.lemma_ in JOURNEYS), None)


def _town_after_party(annotated: Annotated, event: Token) -> str | None:
    """ "Met the envoy Ana Torv in Miami", "through mediators in Doha": the town hung on who was met or helped."""
    helped = [t for one in (event, *verbs_above(event)) for t in prepositional(one, ("through", "via"))]
    met = with_leaders(annotated, [*objects(event), *prepositional(event, ("with",)), *helped])
    towns = [t for one in met for t in prepositional(one, ("in",)) if t.ent_type_ == "GPE" and _is_met_in(one, t)]
    return towns[0].doc[towns[0].left_edge.i : towns[0].i + 1].text if len(towns) == 1 else None


def _is_met_in(party: Token, place: Token) -> bool:
    """A person is met where the name says, several nameless ones in a town: "the rebels in Kenya" are only from it."""
    if party.ent_type_ == "PERSON":
        return True
    known = load_gazetteer().by_surface.get(place.text)
    return party.tag_ == "NNS" and place.text[:1].isupper() and (known is None or known.form == "capital")


def due_verbs(noun: Token) -> list[Token]:
    """What tells when and where a contact is to begin: "talks due to begin in Oslo", "a meeting set for Friday"."""
    whole = whole_of(noun)
    due = [c for n in {noun, whole} for c in n.rights if c.dep_ in {"amod", "acl", "relcl", "acomp"}]
    due += [t for t in noun.doc[noun.i + 1 : noun.i + 2] if t.lower_ == DUE]  # hung on the verb by the parser
    return [t for c in due for t in (c, *(v for v in c.children if v.dep_ in {"xcomp", "acl"}))]


def verbs_above(event: Token) -> list[Token]:
    """The verb that tells the event and, where that is an infinitive of purpose, the verb that it hangs on."""
    verb = event
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    found = [verb] if verb.pos_ in VERBAL else []
    if found and verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and verb.head.pos_ in VERBAL:
        found.append(verb.head)
    return found


def _carries(verb: Token, event: Token) -> bool:
    """Whether the verb tells the event itself: it is its object or subject, or what is taken part in."""
    whole = whole_of(event)
    while whole.dep_ == "pobj" and whole.head.lower_ == "in" and whole.head.head != verb:
        whole = whole.head.head
    is_in = whole.dep_ == "pobj" and whole.head.lower_ == "in"
    if whole.ent_type_ in {"DATE", "TIME"} and whole.dep_ == "pobj":  # "made in Oslo over two days of talks"
        return whole != event and whole.head.lower_ in WITHIN and whole.head.head == verb
    return event != verb and (is_in or (whole.head == verb and whole.dep_ != "prep") or whole.dep_ == "conj")


WITHIN = frozenset({"over", "during", "in", "after"})
"""Prepositions before a length of talks that tell where and when something else was done."""


def _is_aside(event: Token) -> bool:
    """ "Flew to Oslo ahead of the talks": where somebody went before or after them, and not to take part."""
    whole = whole_of(event)
    while whole.dep_ in {"pobj", "prep"} and whole.head.lower_ not in ASIDE and whole.head.pos_ not in VERBAL:
        whole = whole.head
    return whole.head.lower_ in ASIDE


def _prepositions(verb: Token) -> list[Token]:
    """The verb's prepositions, and those that the parser hangs on its time: "over the last 48 hours in Oslo"."""
    due = [c for c in verb.children if c.lower_ == DUE]
    own = [*verb.children, *(c for one in due for t in (one, over_town(one)) for c in t.children)]
    times = [c for p in own for c in p.children if p.dep_ == "prep" and c.ent_type_ in {"DATE", "TIME"}]
    return [*own, *(p for time in times for p in time.children if p.dep_ == "prep")]


def place_after(annotated: Annotated, preposition: Token, lexicon: Lexicon) -> str | None:
    """The place that a preposition governs, as written; None for anything else."""
    buildings = lexicon.words("actors/places", "building")
    for noun in preposition.children:
        mention = mention_at(annotated, noun)
        is_place = (mention is not None and mention.form == "place") or noun.ent_type_ in PLACES
        towns = [t for t in prepositional(noun, ("of", "in")) if t.ent_type_ in PLACES]
        is_area = is_place or noun.lemma_.lower() in buildings - OCCASIONS or (noun.lemma_ in AREAS and towns)
        if noun.dep_ == "pobj" and is_area:
            of_place = towns if noun.lemma_ != "capital" else []
            found = of_place[0] if of_place else noun  # "the port city of Oslo"
            words = noun.doc[found.left_edge.i : found.i + 1].text
            return words if any(c.isupper() for c in words) else None
    return None


def _named_before(event: Token) -> str | None:
    """ "the Geneva talks": the one place that stands before the noun."""
    named = [c for c in event.lefts if c.dep_ == "compound" and c.ent_type_ in PLACES and not _is_state(c)]
    others = [c for c in event.lefts if c.dep_ in {"compound", "amod", "nmod"} and c.ent_type_ in {"NORP", "ORG"}]
    is_one = len(named) == 1 and not others and not _is_organisation(named[0].text)
    return named[0].text if event.pos_ == "NOUN" and is_one else None


def _is_organisation(place: str) -> bool:
    """ "At the G7 summit": who gathered, not where."""
    known = load_gazetteer().at(place, 0)
    return known is not None and known.form == "organisation"


def _is_state(token: Token) -> bool:
    """ "the Ukraine talks" are about it."""
    known = load_gazetteer().at(token.doc.text, token.idx)
    return known is not None and known.form in {"state", "demonym"}


# ---- when ------------------------------------------------------------------------------------------------------------


REGION = "region"
"""Where envoys travel, when no state is named: "will return to the region"."""


def destination(annotated: Annotated, journey: Token) -> str | None:
    """Where a journey goes, as written: "flew to Oslo", "a visit to the port of Mombasa"."""
    for token in [*objects(journey), *prepositional(journey, ("to", "in"))]:
        mention = mention_at(annotated, token)
        is_place = token.ent_type_ in PLACES or token.lower_ == REGION or _is_known_place(token)
        if is_place or (mention is not None and mention.form == "place"):
            return token.doc[token.left_edge.i : token.i + 1].text
    return None


def _is_known_place(token: Token) -> bool:
    """A state or capital by the table, whatever the tagger takes it for: "travel to Yerevan"."""
    known = load_gazetteer().at(token.doc.text, token.idx)
    return known is not None and known.form in {"state", "capital"} and known.surface == token.text


def sentence_number(annotated: Annotated, offset: int) -> int:
    """Which sentence of the article holds the code point, from 0."""
    return bisect_right(annotated.sentences, offset, key=lambda sentence: sentence.span.start) - 1
