"""Who took part in a contact, as far as its verb or noun and the clause around it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import (
    SUBJECT_DEPS,
    VERBAL,
    actors_at,
    objects,
    prepositional,
    subjects,
)
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.names import name_parts
from dragoman.annotate.namesakes import is_namesake
from dragoman.annotate.status import whole_of
from dragoman.kinds.absent import stays_away, without_absent
from dragoman.kinds.approaches import INVITING, led_to
from dragoman.kinds.bringing import brought
from dragoman.kinds.called_off import between_whom
from dragoman.kinds.dealt import has_dealt
from dragoman.kinds.discussed import by_several, with_whom
from dragoman.kinds.guests import URGING, guests, is_of_one_side
from dragoman.kinds.journeys import is_journey
from dragoman.kinds.leaders import with_leaders
from dragoman.kinds.letters import PAPER, correspondents
from dragoman.kinds.mistaken import taken_for_clause
from dragoman.kinds.readiness import ready_party
from dragoman.kinds.somebody import is_somebody
from dragoman.kinds.stays import is_there_for
from dragoman.kinds.titles import around_titled, is_same, is_title_after, titled_actors
from dragoman.lexicon import Lexicon, Row, load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

BESIDE = ("with", "between", "among", "involving", "alongside", "including", "from")
AROUND = frozenset({"after", "following", "during", "before", "at", "in"})
AFTER = frozenset({"after", "following", "during"})
FROM_AFAR = ("-backed", "-sponsored", "-hosted", "-supported", "-led")
"""Ends of words for who helps others to talk and isn't at the table as a mediator is: "UN-backed talks"."""


class ContactWords(Struct, frozen=True):
    """The tables of contacts: rows by lemma and part of speech, and the words around a contact."""

    verbs: dict[str, Row]
    nouns: dict[str, Row]
    papers: dict[str, Row]
    stays: dict[str, Row]
    light: frozenset[str]
    public: frozenset[str]
    met: frozenset[str]
    phone: frozenset[str]
    video: frozenset[str]
    joining: frozenset[str]
    arranging: frozenset[str]
    motion: frozenset[str]
    beginning: frozenset[str]
    vague: frozenset[str]
    for_the_press: frozenset[str]
    again: frozenset[str]
    hosting: frozenset[str]
    loose: frozenset[str]
    matters: frozenset[str]
    mediating: frozenset[str]


@cache
def contact_words(lexicon: Lexicon) -> ContactWords:
    """The tables `kinds/contact` and `kinds/contact_words`, ready for look-up."""
    rows = lexicon.rows("kinds/contact")
    around = "kinds/contact_words"
    return ContactWords(
        verbs={word: row for row in rows for word in row.words if row.pos == "VERB"},
        nouns={word: row for row in rows for word in row.words if row.pos == "NOUN"},
        papers={word: row for row in rows for word in row.words if row.pos == "PAPER"},
        stays={word: row for row in rows for word in row.words if row.pos == "STAY"},
        light=lexicon.words(around, "light"),
        public=lexicon.words(around, "public"),
        met=lexicon.words(around, "met"),
        phone=lexicon.words(around, "call"),
        video=lexicon.words(around, "video"),
        joining=lexicon.words(around, "joining"),
        arranging=lexicon.words(around, "arranging"),
        motion=lexicon.words("actors/places", "motion"),
        beginning=lexicon.words(around, "beginning"),
        vague=lexicon.words(around, "vague"),
        for_the_press=lexicon.words(around, "for the press"),
        again=lexicon.words(around, "again"),
        hosting=lexicon.words(around, "hosting"),
        loose=lexicon.words(around, "loose"),
        matters=lexicon.words(around, "matters"),
        mediating=lexicon.words(around, "mediating"),
    )


def attending(annotated: Annotated, event: Token, row: Row, words: ContactWords) -> list[Token]:
    """The tokens that name those who took part in the contact that a verb or noun tells; the public left out."""
    if event.pos_ == "VERB":
        told = prepositional(event, ("to", "with")) if row.id == "contact.speak" else []
        if told and all(_is_public(token, words) for token in told):
            return []  # "both presidents spoke to reporters"
        found = _verb_parties(annotated, event, row, words)
    elif row.id == PAPER:
        found = correspondents(event)
    else:
        found = [*gathered(annotated, event), *_noun_parties(annotated, event, words)]
        found += correspondents(event) if row.means == "message" else []
    found = [t for token in found for t in sorted((token, *around_titled(annotated, token)), key=lambda t: t.i)]
    found = [t for t in found if not (is_title_after(annotated, t) or is_same(t) or _is_in_dateline(t))]
    is_met = row.means == "meeting"
    return [t for t in dict.fromkeys(without_absent(event, found)) if not _is_public(t, words, is_met=is_met)]


DATELINE = re.compile(r"[\w ,.]{0,30}\((?:AP|AFP|Reuters|CNN|RFE/RL)\)\s*[—–-]")
"""What follows the place of a dateline up to its dash."""


def _is_in_dateline(token: Token) -> bool:
    """ "OSLO, Norway (AP) — Envoys met": the state belongs to the place of the report."""
    return DATELINE.match(token.doc.text, token.idx + len(token)) is not None


def parties_of(annotated: Annotated, event: Token, tokens: list[Token]) -> tuple[Actor, ...]:
    """The actors of these tokens and of names before the noun ("US-Russia talks"), the whole before its parts."""
    found = list(titled_actors(annotated, with_leaders(annotated, tokens))) or _coming_together(event)
    if event.pos_ == "NOUN":
        coloured = list(_compound_actors(annotated, event))
        if len(coloured) == 1 and len(found) == 1 and coloured[0].kind == "state" and _is_topic(event, coloured[0]):
            coloured = []
        for actor in coloured:
            if all(actor.name != other.name and actor.side != other.side for other in found):
                found.append(actor)
    return tuple(found)


def _is_topic(noun: Token, state: Actor) -> bool:
    """ "Powers began Syria talks": a state's bare name tells what they are about; "its Syrian talks" with whom."""
    return any(child.text == state.name and child.dep_ in {"compound", "nmod"} for child in noun.lefts)


def _coming_together(noun: Token) -> list[Actor]:
    """ "finance ministers meeting in Oslo on Monday": those whom the parser takes for a part of the noun."""
    people = load_lexicon().words("actors/groups", "people")
    of = [c for c in noun.lefts if c.dep_ == "compound" and c.tag_ == "NNS" and c.lemma_.lower() in people]
    meets = noun.lower_ in {"meeting", "gathering"} and not any(c.dep_ in {"det", "poss"} for c in noun.lefts)
    return [Actor(noun.doc[of[0].left_edge.i : of[0].i + 1].text)] if of and meets else []


def _compound_actors(annotated: Annotated, noun: Token) -> Iterator[Actor]:
    """Names that stand before the noun and colour it: states, organisations, surnames of persons in the article."""
    gazetteer = load_gazetteer()
    by_surname = {name_parts(a.name)[-1]: a for a in annotated.actors if a.kind == "person" and name_parts(a.name)}
    for token in noun.doc[noun.left_edge.i : noun.i]:
        if token.dep_ == "poss" or not token.text[:1].isupper() or _is_from_afar(token):
            continue
        known = gazetteer.at(annotated.article.text, token.idx)
        parts = name_parts(token.text)
        if known and known.form in {"state", "demonym", "organisation", "organ"}:
            if known.form == "organisation" and is_namesake(token.doc[token.i : token.i + 2], known, gazetteer):
                continue
            yield Actor(known.name, (), known.side, None, known.kind)
        elif parts and parts[-1] in by_surname:
            yield by_surname[parts[-1]]


def _is_from_afar(token: Token) -> bool:
    word = token.doc.text[token.idx : token.idx + len(token) + 12].split()[0]
    return word.casefold().rstrip(",.;:").endswith(FROM_AFAR)


def _verb_parties(annotated: Annotated, verb: Token, row: Row, words: ContactWords) -> list[Token]:
    """Subjects, objects and "with" phrases, as the verb's frame allows; empty where the verb means another thing."""
    who = doers(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and is_somebody(annotated, verb.head):
        who = [verb.head, *verb.head.conjuncts]  # "ministers meeting in Oslo said"
    who = [*who, *(t for one in (*who, verb) for t in _companions(one))]
    direct = [*objects(verb), *(t for one in objects(verb) for t in _companions(one))]
    together = prepositional(verb, ("with",) if row.id == "contact.speak" else ("with", "alongside"))
    apart = [*(c for c in verb.children if c.lower_ == "along"), *_said_between(verb)]
    together += [*(t for part in apart for t in prepositional(part, ("with",))), *taken_for_clause(verb)]
    if verb.lemma_ == "discuss":
        together += [t for topic in direct for t in with_whom(annotated, topic, words.matters)]
        together = by_several(annotated, who, together)
    match row.id:
        case "contact.meet" | "contact.brief":
            return [*who, *direct, *together]
        case "contact.host":
            owns = any(c.lower_ in NO_GUESTS for c in verb.children)
            is_host = direct and not owns and not _is_gathering(direct[0], words) and direct[0].lower_ != "which"
            is_host = is_host and is_somebody(annotated, direct[0]) and not _is_unit(annotated, direct[0])
            return [*who, *direct] if is_host else []
        case "contact.call_verb":
            describes = any(c.dep_ in {"oprd", "ccomp", "xcomp", "prt"} or calls_for(c) for c in verb.children)
            reached = direct and not describes and is_somebody(annotated, direct[0])
            return [*who, *direct] if reached else []
        case "contact.speak" | "contact.message_verb":
            telephoned = direct if verb.lemma_ in words.phone else []
            return [*who, *together, *prepositional(verb, ("to",)), *telephoned]
        case "contact.visit_verb":
            return who if is_journey(verb) else []
        case "contact.shuttle" | "contact.mediate" | "contact.bring":
            return brought(annotated, verb, row.id, who)
        case "contact.engage" | "contact.work":
            is_told = row.id == "contact.engage" or has_dealt(annotated, verb, together)
            return [*who, *together] if together and is_told else []
        case _:
            alone = len(who) <= 1 and not together and verb.lemma_ != "discuss"  # "discussed aid to Kenya"
            return [*who, *prepositional(verb, ("to",))] if alone else [*who, *together]


NO_GUESTS = frozenset({"'s", "’s", "’", "home", "back"})
"""Words beside a host's verb by which it is none: "welcomed home the hostages", "welcomed X's move" badly parsed."""


def _is_unit(annotated: Annotated, guest: Token) -> bool:
    """ "Kenya hosts the Lake Fleet": a body of no side is stationed there, and no guest."""
    actors = actors_at(annotated, [guest])
    return bool(actors) and all(actor.kind == "organisation" and actor.side is None for actor in actors)


def _is_gathering(noun: Token, words: ContactWords) -> bool:
    """ "Welcomed the Lake Conference": an event by its name, which is nobody who could be received."""
    return noun.lemma_.lower() in words.nouns or noun.lemma_.lower() in {"conference", "forum", "congress"}


def _companions(who: Token) -> list[Token]:
    """ "Torv, joined by Haddad, met Nur": those who came with one of those who met, or to the contact of a verb."""
    beside = [c for c in who.children if c.dep_ in {"acl", "advcl"} and c.lower_ in {"joined", "accompanied"}]
    return [t for participle in beside for t in prepositional(participle, ("by",))]


def _said_between(verb: Token) -> list[Token]:
    """How long and where, on which the parser hangs what follows: "met for two hours with Y", "met in Oslo with Y"."""
    parts = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    return [part for part in parts if part.ent_type_ in {"TIME", "DATE", "GPE", "LOC", "FAC"}]


def doers(verb: Token) -> list[Token]:
    """The verb's subject; in "urged the parties to meet" those who are urged, in "a bid by X to meet" X."""
    if ready := ready_party(verb):
        return ready
    asked = verb
    while asked.dep_ == "conj" and asked.tag_ in {"VB", "VBP"} and asked.head.tag_ == "VB" and not _has_subject(asked):
        asked = asked.head
    if asked.dep_ in ASKED and asked.tag_ == "VB" and not _has_subject(asked):
        called_on = prepositional(asked.head, ("on", "upon")) if asked.head.lemma_ == "call" else []
        named = objects(asked.head) if asked.dep_ != "advcl" or asked.head.lemma_ in URGING | SENDING else []
        urged = [*named, *(t for t in called_on if t.ent_type_ not in {"DATE", "TIME"})]
        urged = [t for t in urged if asked.head.i < t.i < asked.i and t.dep_ != "nsubjpass"]
        if urged:
            return urged
    attempted = prepositional(asked.head, ("by",)) if asked.dep_ == "acl" and asked.tag_ == "VB" else []
    return attempted or subjects(verb)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT_DEPS for c in verb.children)


SENDING = frozenset({"send", "dispatch", "delegate"})
"""Verbs whose object goes to do what follows: "sent two envoys to meet them"."""
ASKED = frozenset({"xcomp", "ccomp", "advcl"})
"""How the verb of what is asked for hangs on that of asking: "called on them to attend"."""


def calls_for(preposition: Token) -> bool:
    """ "called for restraint", "called on Kenya to act"; "called him on Monday" is a call."""
    dated = any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)
    return preposition.lower_ in {"for", "on", "upon"} and not dated


def _noun_parties(annotated: Annotated, noun: Token, words: ContactWords) -> list[Token]:
    """Those whom the noun names ("talks with X", "his meeting with Y"), and the subject of a light verb above it."""
    whole = whole_of(noun)
    among = [t for n in dict.fromkeys((noun, whole)) for t in prepositional(n, BESIDE)]
    owners = [c for n in (noun, whole) for c in n.lefts if c.dep_ == "poss"] or _owner_before(noun)
    found = [t for c in owners for t in (_listed(c) if c.lower_ == "their" else (c, *c.conjuncts))]
    found = list(dict.fromkeys([*found, *among]))
    for child in noun.children:
        if child.dep_ == "acl":
            by = () if child.lemma_ in words.mediating else ("by",)  # who brokers talks takes no part
            found += prepositional(child, ("with", "between", "among", *by))
            # "held in Oslo between A and B", of which the parser makes a town between the two
            found += [t for town in prepositional(child, ("in", "at")) for t in prepositional(town, ("between",))]
        elif child.dep_ == "relcl" and child.lemma_ in words.joining:
            found += objects(child)
    found += [t for t in guests(whole, words.joining) if is_somebody(annotated, t)]
    found += [t for t in between_whom(noun, load_lexicon()) if t not in found]
    if noun.lemma_ in {"visit", "trip"}:
        found += prepositional(noun, ("by",))
        found += [t for t in prepositional(noun, ("of",)) if is_somebody(annotated, t)]
    if noun.lemma_ in {"letter", "message", "note", "call"}:
        found += prepositional(noun, ("to",))
    verb = whole
    while verb.head != verb and verb.pos_ not in VERBAL:
        verb = verb.head
    if verb.pos_ in VERBAL:
        found = [*_above(whole, verb, found, words), *found]
    return found


def _owner_before(noun: Token) -> list[Token]:
    """ "Support for Kenya's direct talks": an owner whom the parser hangs on what stands before."""
    suffix = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    return [suffix.head] if suffix.tag_ == "POS" and suffix.head.i == suffix.i - 1 else []


def _listed(their: Token) -> list[Token]:
    """ "Torv, Haddad and Nur spoke after their talks": all who are the subject of the verb above, else who is meant."""
    verb = their.head
    while verb.head != verb and verb.pos_ not in VERBAL:
        verb = verb.head
    listed = [t for t in subjects(verb) if t.ent_type_ == "PERSON"] if verb.pos_ in VERBAL else []
    return listed if len(listed) > 1 else [their]


def _above(noun: Token, verb: Token, found: list[Token], words: ContactWords) -> list[Token]:
    """Those whom the verb above adds: the subject of a light verb, of what was done after or in the contact."""
    if led := led_to(noun, verb):
        return [*doers(verb), *led] if verb.lemma_ in INVITING else led
    is_kept = noun.lemma_ == "channel" and verb.lemma_ in KEEPING
    is_light = (is_kept or verb.lemma_.lower() in words.light) and noun.dep_ in {"dobj", "pobj", "attr", "conj"}
    is_light = is_light and not (noun.dep_ == "pobj" and (noun.head.lower_ in BESIDE_IT or verb.lemma_ in HEARD))
    if is_light and verb.lemma_.lower() in words.arranging and prepositional(noun, ("between", "among", "of")):
        return []  # who sets up a meeting of others isn't in it
    at = noun.head.lower_ if noun.dep_ == "pobj" else ""
    is_return = at == "from" and verb.lemma_.lower() in words.motion
    if is_return and not found and noun.head.head == verb:
        return doers(verb)
    if at in AFTER and not found and noun.head.head == verb:
        persons = [t for t in subjects(verb) if t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"}]
        return persons  # "X told reporters after the meeting"
    if at == "for" and any(c.lower_ == "due" for c in verb.children):
        return doers(verb)  # "is due in Oslo for talks with Y"
    if at == "for" and verb.lemma_.lower() in words.hosting and noun.head.head == verb and not found:
        return [*doers(verb), *objects(verb)]  # "will host Y for a meeting"
    if at == "for" and (verb.lemma_.lower() in words.motion or is_there_for(verb)):
        return doers(verb)  # "flew to Oslo for talks with Y"
    if at in {"to", "into"} and verb.lemma_.lower() in CONSENTING and verb == noun.head.head and verb.dep_ != "pcomp":
        return doers(verb)  # "agreed to talks with Y"
    if stays_away(verb) or not (is_light or (at in AROUND and is_of_one_side(found))):
        return []
    row = words.nouns.get(noun.lemma_.lower())
    if at in AROUND and row is not None and row.means == "visit":
        return [] if found else doers(verb)  # "met X during her trip to Oslo" is no trip to X
    return [*doers(verb), *prepositional(verb, ("with", "to", "from", "alongside"))]


HEARD = frozenset({"tell", "address"})
"""What one does to those at a meeting: "told a meeting of ministers", not "told her by phone"."""
CONSENTING = frozenset({"agree", "commit", "consent", "return", "enter"})
"""What one does to talks: "agreed to talks", "entered into negotiations"."""
BESIDE_IT = frozenset({"before", "until", "till", "since", "despite", "ahead"})
"""Prepositions by which a deed is set beside a contact: "launched drones before the meeting"."""
KEEPING = frozenset({"keep", "maintain", "open", "use", "run", "establish"})
"""What one does with a channel that one speaks by."""


def gathered(annotated: Annotated, noun: Token) -> list[Token]:
    """ "a meeting of the bloc's ministers": those who gathered, where the words after "of" stand for somebody."""
    gathering = noun.lemma_ in {"meeting", "summit", "session"}
    return [t for t in prepositional(noun, ("of",)) if is_somebody(annotated, t)] if gathering else []


def is_press(actor: Actor, words: ContactWords, *, is_met: bool = False) -> bool:
    """Whether a pronoun or a name stood for the press or the public: "told Al Jazeera that it ..."."""
    named = {word.casefold() for word in actor.name.split()}
    is_body = actor.kind in {"organisation", "group"} or actor.name == "reporter"
    public = words.public - words.met if is_met else words.public
    return is_body and bool((named | {w.removesuffix("s") for w in named}) & public)


def _is_public(token: Token, words: ContactWords, *, is_met: bool = False) -> bool:
    """The press and the public: "reporters", "the BBC", "the Spanish newspaper El Faro".

    `is_met`: of a meeting, to which "the families of the hostages" are a party and no audience.
    """
    named = {
        token.lemma_.lower(),
        *(child.lemma_.lower() for child in token.lefts if child.dep_ in {"compound", "nmod"}),
    }
    return bool(named & (words.public - words.met if is_met else words.public))
