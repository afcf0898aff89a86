"""Where the text tells of a contact: every verb and noun of meeting, with who took part as far as its clause says.

One contact is often told several times; `contact` puts these tellings together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.clauses import (
    VERBAL,
    actors_at,
    duration_of,
    mention_at,
    objects,
    prepositional,
    subjects,
)
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.names import name_parts
from dragoman.annotate.status import event_status, whole_of
from dragoman.kinds.setting import has_own_day, place_told, running_day, verbs_above, when_told
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, EventStatus, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Token

GOVERNED = frozenset({"dobj", "pobj", "nsubjpass", "attr"})
REMOTE_MODES = frozenset({"call", "video", "message"})
"""Modes that take place nowhere: a place in their clause is what they were about."""
TOPIC_PREPOSITIONS = ("on", "about", "regarding", "over", "concerning")


class Encounter(Struct, frozen=True, kw_only=True):
    """One telling of a contact: who, how, whether, when, where; `span` covers the words that tell it."""

    rule: str
    mode: str
    participants: tuple[Actor, ...]
    span: Span
    status: EventStatus
    when: When | None
    place: str | None
    duration: str | None
    topics: tuple[str, ...]
    running: When | None = None
    """The day of the story, where the sentence gives no time and tells the contact as done."""
    is_echo: bool = False
    """Told without its parties ("the call lasted ..."): it adds to a contact told before and makes none of its own."""
    is_open: bool = False
    """An echo with a place or a day of its own: where no contact told elsewhere fits, it is one, of those who talk."""
    is_whole: bool = False
    """An open one whose words say who gathered, though only as one group: "a meeting of the bloc's ministers"."""
    is_trilateral: bool = False
    """Told as talks of three."""
    is_known: bool = False
    """An echo that is spoken of as known: "the call", "their talks"."""


class ContactWords(Struct, frozen=True):
    """The tables of contacts: rows by lemma and part of speech, and the words around a contact."""

    verbs: dict[str, Row]
    nouns: dict[str, Row]
    light: frozenset[str]
    public: frozenset[str]
    phone: frozenset[str]
    video: frozenset[str]
    joining: frozenset[str]
    arranging: frozenset[str]
    motion: frozenset[str]


def contact_words(lexicon: Lexicon) -> ContactWords:
    """The tables `kinds/contact` and `kinds/contact_words`, ready for look-up."""
    rows = lexicon.rows("kinds/contact")
    around = "kinds/contact_words"
    return ContactWords(
        {word: row for row in rows for word in row.words if row.pos == "VERB"},
        {word: row for row in rows for word in row.words if row.pos == "NOUN"},
        lexicon.words(around, "light"),
        lexicon.words(around, "public"),
        lexicon.words(around, "call"),
        lexicon.words(around, "video"),
        lexicon.words(around, "joining"),
        lexicon.words(around, "arranging"),
        lexicon.words("actors/places", "motion"),
    )


def find_encounters(annotated: Annotated, lexicon: Lexicon) -> Iterator[Encounter]:
    """Every telling of a contact with at least two parties, in the order of the text."""
    words = contact_words(lexicon)
    for token in annotated.doc:
        lemma = token.lemma_.lower()
        row = words.verbs.get(lemma) if token.pos_ == "VERB" else None
        if row is not None:
            tokens = _verb_parties(annotated, token, row, words)
        elif token.pos_ == "NOUN" and (row := words.nouns.get(lemma)) and not _is_count_of(token, words):
            tokens = [*_gathered(annotated, token), *_noun_parties(token, words)]
        else:
            continue
        tokens = [t for t in tokens if not _is_public(t, words)]
        parties = _parties(annotated, token, tokens)
        if row.means == "visit":
            parties = _with_destination(annotated, token, parties)
        if len(parties) >= 2:
            told = _encounter(annotated, token, row, (parties, tokens), lexicon)
            yield structs.replace(told, is_echo=token.lemma_ == "discuss" and _are_spoken_of(annotated, tokens))
        elif token.pos_ == "NOUN":
            told = _encounter(annotated, token, row, (parties, tokens), lexicon)
            is_open, is_known = _is_open(annotated, token, told), _is_known(token)
            if is_open or is_known:
                yield structs.replace(
                    told,
                    is_echo=True,
                    is_open=is_open,
                    is_known=is_known,
                    is_whole=bool(_gathered(annotated, token)),
                    is_trilateral=any(c.lower_ == "trilateral" for c in token.lefts),
                    status=_status_of_open(told, token),
                )


OPEN_ROWS = frozenset({"contact.meeting", "contact.talks", "contact.negotiations", "contact.summit"})
NEVER_OPEN = frozenset({"audience", "encounter", "contact", "engagement", "diplomacy", "mediation"})
"""Nouns that are no certain contact where they name nobody: "told an audience in Oslo"."""


def _is_open(annotated: Annotated, noun: Token, told: Encounter) -> bool:
    """Whether talks told without their parties are certain ones: they have a place or a day of their own."""
    if told.rule not in OPEN_ROWS or noun.lemma_.lower() in NEVER_OPEN or (noun.tag_ == "NN" and not _is_counted(noun)):
        return False
    return bool(told.place) or has_own_day(annotated, noun)


ATTENDING = frozenset({"attend", "join", "participate", "take", "come", "boycott", "send", "skip"})


def _status_of_open(told: Encounter, noun: Token) -> EventStatus:
    """Talks that somebody refuses to attend are not denied by that."""
    above = {verb.lemma_.lower() for verb in verbs_above(noun)}
    return "planned" if told.status == "denied" and above & ATTENDING else told.status


def _gathered(annotated: Annotated, noun: Token) -> list[Token]:
    """ "a meeting of the bloc's ministers": those who gathered, where the words after "of" stand for somebody."""
    gathering = noun.lemma_ in {"meeting", "summit", "gathering", "session"}
    return [t for t in prepositional(noun, ("of",)) if _is_somebody(annotated, t)] if gathering else []


def _is_count_of(noun: Token, words: ContactWords) -> bool:
    """ "a round of talks" is told by its talks, "a round of golf" by nothing."""
    inner = prepositional(noun, ("of",))
    return noun.lemma_ == "round" and bool(inner) or any(t.lemma_.lower() in words.nouns for t in inner)


def _is_counted(noun: Token) -> bool:
    """Whether a singular noun is one contact and not the thing as such: "a meeting", "Monday's summit"."""
    return any(child.dep_ in {"det", "poss", "amod", "compound", "nummod"} for child in noun.lefts)


def _is_public(token: Token, words: ContactWords) -> bool:
    """The press and the public: "reporters", "the BBC", "the Spanish newspaper El Faro"."""
    named = {
        token.lemma_.lower(),
        *(child.lemma_.lower() for child in token.lefts if child.dep_ in {"compound", "nmod"}),
    }
    return bool(named & words.public)


def _are_spoken_of(annotated: Annotated, tokens: list[Token]) -> bool:
    """Whether all are named by a pronoun or as "the leaders": "they also discussed" is no contact of its own."""
    mentions = [mention_at(annotated, token) for token in tokens]
    return all(m is not None and (m.form == "pronoun" or (m.form == "role" and len(m.actors) > 1)) for m in mentions)


def _is_known(noun: Token) -> bool:
    """ "the call", "that meeting", "their talks": spoken of as known."""
    return any(child.lower_ in {"the", "that", "this"} or child.dep_ == "poss" for child in noun.lefts)


def _encounter(
    annotated: Annotated, token: Token, row: Row, who: tuple[tuple[Actor, ...], list[Token]], lexicon: Lexicon
) -> Encounter:
    parties, tokens = who
    words = contact_words(lexicon)
    mode = _mode(token, row, words)
    status, when = event_status(token).value, when_told(annotated, token)
    return Encounter(
        rule=row.id,
        mode=mode,
        participants=parties,
        span=_cover(token, tokens),
        status=status,
        when=when,
        running=running_day(annotated, token) if status == "held" and when is None else None,
        place=None if mode in REMOTE_MODES else place_told(annotated, token, lexicon),
        duration=duration_of(annotated, token),
        topics=tuple(topic.doc[topic.left_edge.i : topic.right_edge.i + 1].text for topic in _topics(token))[:3],
    )


def _topics(token: Token) -> list[Token]:
    if token.lemma_ == "discuss":
        found = [child for child in token.children if child.dep_ == "dobj"]
    else:
        found = prepositional(token, TOPIC_PREPOSITIONS)
    return [topic for topic in found if topic.ent_type_ not in {"DATE", "TIME"}]


# ---- who took part ---------------------------------------------------------------------------------------------------


def _parties(annotated: Annotated, event: Token, tokens: list[Token]) -> tuple[Actor, ...]:
    """The actors of these tokens and of names before the noun ("US-Russia talks"), the whole before its parts."""
    found = list(actors_at(annotated, tokens))
    if event.pos_ == "NOUN":
        for actor in _compound_actors(annotated, event):
            if all(actor.name != other.name and actor.side != other.side for other in found):
                found.append(actor)
    return tuple(found)


def _compound_actors(annotated: Annotated, noun: Token) -> Iterator[Actor]:
    """Names that stand before the noun and colour it: states, organisations, surnames of persons in the article."""
    gazetteer = load_gazetteer()
    by_surname = {name_parts(a.name)[-1]: a for a in annotated.actors if a.kind == "person" and name_parts(a.name)}
    for token in noun.doc[noun.left_edge.i : noun.i]:
        if token.dep_ == "poss" or not token.text[:1].isupper():
            continue
        known = gazetteer.at(annotated.article.text, token.idx)
        parts = name_parts(token.text)
        if known and known.form in {"state", "demonym", "organisation", "organ"}:
            yield Actor(known.name, (), known.side, None, known.kind)
        elif parts and parts[-1] in by_surname:
            yield by_surname[parts[-1]]


def _verb_parties(annotated: Annotated, verb: Token, row: Row, words: ContactWords) -> list[Token]:
    """Subjects, objects and "with" phrases, as the verb's frame allows; empty where the verb means another thing."""
    who = subjects(verb)
    direct = objects(verb)
    together = prepositional(verb, ("with", "alongside"))
    together += [t for adverb in verb.children if adverb.lower_ == "along" for t in prepositional(adverb, ("with",))]
    if verb.lemma_ == "discuss":
        together += [t for topic in direct for t in prepositional(topic, ("with",))]
    match row.id:
        case "contact.meet" | "contact.brief":
            return [*who, *direct, *together]
        case "contact.host":
            return [*who, *direct] if direct and _is_somebody(annotated, direct[0]) else []
        case "contact.call_verb":
            describes = any(c.dep_ in {"oprd", "ccomp", "xcomp", "prt"} or _calls_for(c) for c in verb.children)
            reached = direct and not describes and _is_somebody(annotated, direct[0])
            return [*who, *direct] if reached else []
        case "contact.speak" | "contact.message_verb":
            telephoned = direct if verb.lemma_ in words.phone else []
            return [*who, *together, *prepositional(verb, ("to",)), *telephoned]
        case "contact.visit_verb":
            return who
        case "contact.engage":
            return [*who, *together] if together else []
        case _:
            return [*who, *together] if together or len(who) > 1 else [*who, *prepositional(verb, ("to",))]


def _calls_for(preposition: Token) -> bool:
    """ "called for restraint", "called on Kenya to act"; "called him on Monday" is a call."""
    dated = any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)
    return preposition.lower_ in {"for", "on"} and not dated


def _is_somebody(annotated: Annotated, token: Token) -> bool:
    """Whether the token itself, and not a word inside its phrase, stands for an actor.

    "welcomed the release of prisoners" names prisoners, and welcomed none of them.
    """
    mention = mention_at(annotated, token)
    if mention is not None:
        return mention.head == token.i
    is_group = any(child.lower_ == "of" for child in token.children)
    return not is_group and bool(actors_at(annotated, [token]))


def _noun_parties(noun: Token, words: ContactWords) -> list[Token]:
    """Those whom the noun names ("talks with X", "his meeting with Y"), and the subject of a light verb above it."""
    whole = whole_of(noun)
    among = [t for n in dict.fromkeys((noun, whole)) for t in prepositional(n, BESIDE)]
    found = [t for n in (noun, whole) for c in n.lefts if c.dep_ == "poss" for t in (c, *c.conjuncts)]
    found = list(dict.fromkeys([*found, *among]))
    for child in noun.children:
        if child.dep_ == "acl":
            found += prepositional(child, ("with", "between", "among", "by"))
        elif child.dep_ == "relcl" and child.lemma_ in words.joining:
            found += objects(child)
    if noun.lemma_ in {"letter", "message", "note", "call"}:
        found += prepositional(noun, ("to",))
    verb = whole
    while verb.head != verb and verb.pos_ not in VERBAL:
        verb = verb.head
    if verb.pos_ in VERBAL:
        found = [*_above(whole, verb, found, words), *found]
    return found


BESIDE = ("with", "between", "among", "involving", "alongside", "including", "from")


def _above(noun: Token, verb: Token, found: list[Token], words: ContactWords) -> list[Token]:
    """Those whom the verb above adds: the subject of a light verb, of what was done after or in the contact."""
    is_light = verb.lemma_.lower() in words.light and noun.dep_ in {"dobj", "pobj", "attr", "conj"}
    if is_light and verb.lemma_.lower() in words.arranging and prepositional(noun, ("between", "among", "of")):
        return []  # who sets up a meeting of others isn't in it
    at = noun.head.lower_ if noun.dep_ == "pobj" else ""
    is_return = at == "from" and verb.lemma_.lower() in words.motion
    if (at in AFTER or is_return) and not found and noun.head.head == verb:
        persons = [t for t in subjects(verb) if t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"}]
        return persons  # "X told reporters after the meeting"
    if not is_light and not (at in AROUND and len(found) == 1):
        return []
    return [*subjects(verb), *prepositional(verb, ("with", "to", "from", "alongside"))]


AROUND = frozenset({"after", "following", "during", "before", "at", "in"})
AFTER = frozenset({"after", "following", "during"})


def _with_destination(annotated: Annotated, event: Token, parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A visit's host: the state of the place that is visited, beside the one who travels."""
    goal = [*objects(event), *prepositional(event, ("to", "in"))]
    for token in goal:
        mention = mention_at(annotated, token)
        if mention is not None and mention.actors:
            host = annotated.actors[mention.actors[0]]
            if all(host.side != actor.side for actor in parties) and parties:
                return (*parties, host)
    return parties


# ---- how and in which words ------------------------------------------------------------------------------------------


def _mode(event: Token, row: Row, words: ContactWords) -> str:
    """The mode of the row, unless words beside the event say that it was by phone or by video."""
    beside = {t.lemma_.lower() for child in event.children for t in (child, *child.children)}
    if beside & words.video:
        return "video"
    if beside & words.phone and row.means in {"talks", "meeting", "call"}:
        return "call"
    return row.means


def _cover(event: Token, parties: list[Token]) -> Span:
    """From the first to the last word that tells the contact, inside the sentence of its event."""
    doc, sent = event.doc, event.sent
    inside = [t for t in parties if sent.start <= t.i < sent.end]
    first = min([whole_of(event).left_edge.i, *(t.left_edge.i for t in inside)])
    last = max(
        [
            event.i,
            *(t.i for t in inside),
            *(c.right_edge.i for c in event.children if c.dep_ in {"prep", "npadvmod", "dobj"}),
        ]
    )
    first, last = max(first, sent.start), min(last, sent.end - 1)
    while first < last and (doc[first].is_space or doc[first].is_punct):
        first += 1
    while last > first and (doc[last].is_space or doc[last].text in {",", ".", ";"}):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
