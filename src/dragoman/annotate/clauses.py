"""A clause and its parts: who does it, to whom, when and where. What every kind of record asks of a verb or noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.bylines import issuers
from dragoman.annotate.held import mentions_over, times_over
from dragoman.annotate.joined import (
    antecedent,
    auxiliaries,
    before_purpose,
    behind_comma,
    behind_day,
    body_that_says,
    contrasted,
    is_having_done,
    is_no_clause,
    joined,
)
from dragoman.annotate.voices import FIRST_PERSON, first_person_of, mention_actor, overlaps, speaker_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Mention, Span, Timex, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
TOWNS = frozenset({"city", "town"})


# ---- verbs and their arguments ---------------------------------------------------------------------------------------


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject suffers the act ("was released", "towns seized by the rebels")."""
    own = {child.dep_ for child in verb.children}
    if own & {"nsubjpass", "auxpass"} or ("agent" in own and "nsubj" not in own):  # not "they met by video link"
        return True
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" == verb.head.tag_ and not own & {"nsubj", "aux"}
    return joined and is_passive(verb.head)  # "had been charged or jailed"


LINKING = frozenset({"prep", "pcomp", "xcomp", "acomp"})
"""How a word hangs on the verb whose subject is its own: "is due to meet"."""
SEEING = frozenset({"see", "hear", "watch", "find", "show", "catch"})


def subjects(verb: Token, reach: int = 4) -> list[Token]:
    """The verb's subject and what "and" joins to it; borrowed from the verb above where the clause has none.

    "X agreed to propose", "X is expected to propose", "X came and proposed": the subject of *propose* is X. A relative
    pronoun stands for the noun before it. Empty for a passive without "by" and for a verb without any subject.
    """
    current = verb
    for _ in range(reach):
        own = [child for child in current.children if child.dep_ in SUBJECT_DEPS] or behind_day(current)
        own = own or [c for aux in auxiliaries(current) for c in aux.children if c.dep_ == "nsubj"]
        if fronted := behind_comma(current):
            return fronted
        if above := _talk_above(current) or contrasted(current):
            current = above
            continue
        if is_passive(current) and (current == verb or not own):
            own = [c for by in current.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
            return joined(own)
        if own:
            return joined([antecedent(token) for token in own])
        lost = current.dep_ == "acl" and current.tag_ == "VBD"  # "officials negotiated": the sentence's own verb
        if lost or (current.dep_ in {"acl", "relcl"} and is_having_done(current)):
            return joined([current.head])
        if current.dep_ == "advcl" and current.tag_ == "VBG" and current.head.lemma_ in SEEING:
            seen = [c for c in current.head.children if c.dep_ == "dobj" and c.i < current.i]
            if seen:  # "saw protesters calling for a vote"
                return joined(seen)
        if current.dep_ == "acl" and current.tag_ in {"VBG", "VB"} and current.head.pos_ in {"NOUN", "PROPN"}:
            return _acl_subjects(current, reach)
        if current.dep_ not in {"xcomp", "conj", "advcl", "pcomp", "prep", "ccomp"} or current.head == current:
            return []
        current = _joined_to(current)
        while current.pos_ not in VERBAL and current.head != current and current.dep_ in LINKING:
            current = current.head
    return []


def _talk_above(verb: Token) -> Token | None:
    """ "She spoke with President Haddad to stress it", of which the parser takes Haddad for the subject: "spoke"."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.children):
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "with" and verb.head.dep_ == "prep":
        return verb.head.head
    marked = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "with" for c in verb.children)
    return verb.head if marked else None


def _joined_to(verb: Token) -> Token:
    """The verb that "and" joins a verb to: where the parser's choice has another tense, the next above of its own.

    "She noted that it defends itself and urged calm": *urged* goes with *noted*.
    """
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or head.tag_ == "VBD":
        return head
    above = next((t for t in head.ancestors if t.tag_ == "VBD"), None)
    return above if above is not None and head.tag_ in {"VB", "VBZ", "VBP", "NN", "NNP", "NNS"} else head


def _acl_subjects(verb: Token, reach: int) -> list[Token]:
    """ "an agreement to propose": those who agreed, the subject of the verb that governs the noun."""
    noun = verb.head
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    if owners:
        return joined(owners)
    above = noun.head
    return subjects(above, reach - 1) if above.pos_ in VERBAL and above != noun and reach > 1 else []


def objects(verb: Token) -> list[Token]:
    """Direct and indirect objects, and what "and" joins to them; the subject of a passive verb."""
    if is_passive(verb):
        sufferers = [antecedent(child) for child in verb.children if child.dep_ == "nsubjpass"]
        return joined(sufferers or ([verb.head] if verb.dep_ == "acl" else []))
    return joined([child for child in verb.children if child.dep_ in {"dobj", "dative", "iobj"} or is_no_clause(child)])


def prepositional(head: Token, prepositions: Iterable[str]) -> list[Token]:
    """The objects of the given prepositions below `head` ("with", "to"), and what "and" joins to them."""
    wanted = frozenset(prepositions)
    found = []
    below = [c for c in head.children if c.dep_ in {"prep", "dative", "agent"} or (c.dep_, c.pos_) == ("conj", "ADP")]
    below += [c for preposition in below for c in preposition.conjuncts if c.pos_ == "ADP"]  # "with A and with B"
    for child in below:
        if child.lower_ in wanted:
            found += [c for c in child.children if c.dep_ == "pobj"] or before_purpose(child)
            found += [
                c for deeper in child.children if deeper.dep_ == "prep" for c in deeper.children if c.dep_ == "pobj"
            ]
    return joined(found)


# ---- actors ----------------------------------------------------------------------------------------------------------


def mention_at(annotated: Annotated, token: Token) -> Mention | None:
    """The mention headed by the token, else the shortest that covers it; None when it names nobody."""
    covering = mentions_over(annotated, Span(token.idx, token.idx + 1))
    return min(covering, key=lambda m: (m.head != token.i, m.span.end - m.span.start), default=None)


def actors_at(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """The actors that these tokens stand for, each once, in order; "we" and "I" are the speaker's side.

    A plural mention ("both presidents") gives its members. Places give none.
    """
    found: list[Actor] = []
    for token in tokens:
        for actor in _actors_of(annotated, token):
            if all(actor.name != other.name for other in found):
                found.append(actor)
    return tuple(found)


JOINTLY = frozenset({"we", "our", "us", "ours"})


def _actors_of(annotated: Annotated, token: Token) -> list[Actor]:
    if is_first_person(token):
        speaker = speaker_at(annotated, token.idx)
        if speaker is None and token.lower_ in JOINTLY and (jointly := issuers(annotated)):
            return list(jointly)
        speaker = speaker or first_person_of(annotated, token.lower_)
        actor = speaker if token.lower_ in {"i", "me", "my"} else side_of(speaker)
        return [actor] if actor else []
    mention = mention_at(annotated, token) or _name_of_suffix(annotated, token)
    if mention is None:
        return _explained(annotated, token) or _named_after(annotated, token) or _gathered(annotated, token)
    if not mention.actors and not mention.candidates and body_that_says(token) is not None:
        speaker = speaker_at(annotated, token.idx)  # "The department said that it asked for more"
        return [speaker] if speaker is not None and speaker.side else []
    return [] if mention.form == "place" else [annotated.actors[i] for i in mention.actors]


def _name_of_suffix(annotated: Annotated, token: Token) -> Mention | None:
    """ "Ana Torv, Jr. will call": the name of which the parser took the suffix for the subject."""
    before = [t for t in token.doc[max(0, token.i - 2) : token.i] if t.text != ","]
    is_suffix = token.text.rstrip(".") in SUFFIXES and bool(before)
    return mention_at(annotated, before[-1]) if is_suffix else None


def _explained(annotated: Annotated, noun: Token) -> list[Actor]:
    """ "Kenya's foreign minister, Ana Torv": the name in apposition to a noun that stands for nobody by itself."""
    called = [c for c in noun.rights if c.dep_ == "appos"]
    called = joined(called) if noun.tag_ == "NNS" else called  # "his counterparts, Ana Torv and Omar Haddad"
    names = [m for c in called if (m := mention_at(annotated, c)) and m.form == "name"]
    return [annotated.actors[i] for m in (names if noun.tag_ == "NNS" else names[:1]) for i in m.actors]


def _named_after(annotated: Annotated, title: Token) -> list[Actor]:
    """ "Presidents Ana Torv and Omar Haddad": the names that follow a title which the parser made their head."""
    doc = title.doc
    if title.i + 1 >= len(doc) or title.pos_ not in {"NOUN", "PROPN"}:
        return []
    named = mention_at(annotated, doc[title.i + 1])
    if named is None or named.form != "name":
        return []
    words = [t for t in doc[title.i + 1 : named.head + 2] if named.span.start <= t.idx < named.span.end]
    joined = [t for word in words for t in word.conjuncts if t.i > named.head]
    found = [m for m in (mention_at(annotated, head) for head in (doc[named.head], *joined)) if m is not None]
    return [annotated.actors[i] for m in dict.fromkeys(found) for i in m.actors]


def _gathered(annotated: Annotated, noun: Token) -> list[Actor]:
    """ "a group of envoys": those whom the noun gathers, where it stands for nobody by itself."""
    inner = [t for of in noun.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
    found = [m for m in (mention_at(annotated, t) for t in inner if t.pos_ in {"NOUN", "PROPN"}) if m is not None]
    return [annotated.actors[i] for m in found if m.form == "role" for i in m.actors]


def one_actor(annotated: Annotated, token: Token) -> Actor | None:
    """The single actor of a token, a joint one for a plural mention."""
    mention = mention_at(annotated, token)
    if mention is not None and mention.form != "place" and not is_first_person(token):
        return mention_actor(annotated, mention)
    found = _actors_of(annotated, token)
    return found[0] if found else None


def is_first_person(token: Token) -> bool:
    """Whether the token is "we", "I" or a form of them; "US" in capitals is the country, not the pronoun."""
    return token.lower_ in FIRST_PERSON and token.text != "US"


def side_of(actor: Actor | None) -> Actor | None:
    """The party an actor speaks for when it says "we": its side as a state or organisation, itself without a side."""
    if actor is None or actor.side is None or actor.name == actor.side:
        return actor
    return Actor(actor.side, (), actor.side, None, "state")


# ---- time, place, words ----------------------------------------------------------------------------------------------


def sentence_span(annotated: Annotated, token: Token) -> Span:
    """The sentence that holds the token."""
    at = bisect_right(annotated.sentences, token.i, key=lambda sentence: sentence.first) - 1
    if at >= 0 and token.i < annotated.sentences[at].last:
        return annotated.sentences[at].span
    return Span(token.idx, token.idx + len(token))


def clause_span(head: Token) -> Span:
    """The words below `head`, from the first to the last, marks and blanks at the ends left off."""
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    sent = head.sent
    first, last = max(first, sent.start), min(last, sent.end - 1)
    while first < last and (
        doc[first].is_space or doc[first].dep_ in {"mark", "cc"} or doc[first].text in {",", ".", ";", ":"}
    ):
        first += 1
    while last > first and (doc[last].is_space or doc[last].dep_ == "cc" or doc[last].text in {",", ".", ";", ":"}):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def when_of(annotated: Annotated, head: Token, others: Container[Timex] = ()) -> When | None:
    """The time said of an event: a time expression below its head, else the nearest in its sentence that spans no
    more than weeks; durations aside, and the `others`, which the caller knows for those of something else.

    None when the sentence has no time that could be resolved.
    """
    sentence = sentence_span(annotated, head)
    here = [t for t in times_over(annotated, sentence) if t.window is not None and _can_date(t) and t not in others]
    here = [t for t in here if not _is_anothers(annotated, t, head)]
    clause = clause_span(head)
    below = [t for t in here if overlaps(t.span, clause)]
    verb = head.head if head.pos_ == "NOUN" and head.head.pos_ in VERBAL else None
    beside = [t for t in here if overlaps(t.span, clause_span(verb)) and t.span.start > verb.idx] if verb else []
    near = [t for t in here if t.window is not None and _is_short(t.window) and not _is_aside(head)]
    chosen = min(below or beside or near, key=lambda t: abs(t.span.start - head.idx), default=None)
    return _day_of_hours(annotated, chosen, here).window if chosen else None


def _day_of_hours(annotated: Annotated, time: Timex, here: list[Timex]) -> Timex:
    """The day that stands a few words after hours of no day of their own: "at 11pm (2000 GMT) on Tuesday"."""
    is_bare = time.type == "TIME" and time.window is not None and time.window.start == annotated.article.published
    if not is_bare or not time.rule.startswith("clock"):
        return time
    after = (t for t in here if t.type == "DATE" and t.grain == "day" and 0 <= t.span.start - time.span.end <= BESIDE)
    day = next(after, time)
    return day if annotated.article.text[time.span.end : day.span.start].endswith(" on ") else time


BESIDE = len(" local time [20:00 GMT] on ")
"""Code points between hours and their day."""


def _can_date(time: Timex) -> bool:
    """Whether it tells when, and not only how long: "in the coming weeks" and "two days after the vote" do."""
    return time.type != "DURATION" or time.vagueness >= VAGUE or time.basis == "event"


VAGUE = 3
"""Vagueness of lengths of unknown quantity, which reach ahead or back from the day of telling."""


def _is_anothers(annotated: Annotated, time: Timex, event: Token) -> bool:
    """Whether a time belongs to another noun or clause: "Monday's deal is the fruit of the talks", "since he came in
    March", "the envoy, who arrived on Monday", "a plan drawn up in May".
    """
    words = annotated.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None or event in words:
        return False
    above = {event, *event.ancestors}
    token = words.root
    if token.dep_ == "poss" and token.head not in above:
        return True
    if token.dep_ in NAMED_BY_YEAR and time.grain in {"year", "month", "day"} and token.head not in above:
        return True  # "for the first time since the 2022 invasion", "its Jan. 6 test"
    while token not in above and token.head != token:
        if token.dep_ in {"relcl", "acl"} and token.head != event:
            return True
        if token.dep_ == "advcl" and _is_apart(token):
            return True
        if token.dep_ == "conj" and token.head == event and any(c.dep_ in SUBJECT_DEPS for c in token.children):
            return True  # "Kenya seized two boats, and Chad freed one on Monday"
        token = token.head
    return False


NAMED_BY_YEAR = frozenset({"nummod", "compound", "amod", "nmod"})
TIMING_MARKS = frozenset({"before", "after", "when", "while", "as", "once", "until"})
"""Words that begin a clause which says when: its time is near that of the main clause."""


def _is_apart(clause: Token) -> bool:
    """Whether an adverbial clause has its own subject and doesn't say when ("since he became president")."""
    marks = {child.lower_ for child in clause.children}
    return not marks & TIMING_MARKS and any(child.dep_ in SUBJECT_DEPS for child in clause.children)


NEAR_TIME = 45
"""Days that a time outside the clause of an event may span and still be the event's: "1994" is another story's."""


def _is_aside(event: Token) -> bool:
    """Whether the event stands in a subordinate clause: a time of the main clause is not its own."""
    verb = event
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    return verb.dep_ in {"advcl", "relcl", "acl", "pcomp"}


def _is_short(window: When) -> bool:
    return window.start is not None and window.end is not None and (window.end - window.start).days <= NEAR_TIME


def place_of(annotated: Annotated, head: Token, lexicon: Lexicon) -> str | None:
    """Where an event took place: a place named after "in" or "at" that belongs to it; None without one.

    "the war in Ukraine" inside the clause is where the war is, not the event.
    """
    clause = clause_span(head)
    places = [m for m in mentions_over(annotated, clause) if m.form == "place"]
    own = [m for m in places if _is_where_it_was(annotated, annotated.doc[m.head], head)]
    chosen = min(own, key=lambda m: abs(m.span.start - head.idx), default=None)
    if chosen:
        return annotated.article.text[chosen.span.start : chosen.span.end]
    locative, buildings = lexicon.words("actors/places", "locative"), lexicon.words("actors/places", "building")
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ in locative:
            for noun in preposition.children:
                if noun.dep_ == "pobj" and (
                    noun.ent_type_ in {"GPE", "LOC", "FAC"} or noun.lemma_.lower() in buildings
                ):
                    town = [t for t in prepositional(noun, ("of",)) if noun.lemma_ in TOWNS and t.pos_ == "PROPN"]
                    found = town[0] if town else noun  # "the port city of Oslo"
                    return noun.doc[found.left_edge.i : found.i + 1].text
    return None


def _is_where_it_was(annotated: Annotated, place: Token, event: Token) -> bool:
    """Whether the preposition before the place hangs on the event, on its verb or on one of those who took part."""
    token = place
    while token.dep_ in {"compound", "conj", "appos"} and token.head != token:
        token = token.head
    if token.dep_ != "pobj":
        return False
    owner = token.head.head
    while owner.dep_ in {"prep", "npadvmod"} and owner.head != owner:  # "next week in Oslo"
        owner = owner.head
    if owner in (event, event.head) or (event.head.dep_ == "prep" and owner == event.head.head):
        return True
    mention = mention_at(annotated, owner)
    return mention is not None and mention.form in {"name", "role"} and owner.ent_type_ != "EVENT"
