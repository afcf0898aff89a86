"""Where the text tells of a contact: every verb and noun of meeting, with who took part as far as its clause says.

One contact is often told several times; `contact` puts these tellings together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.clauses import VERBAL, is_passive, objects, prepositional
from dragoman.annotate.kept import kept
from dragoman.annotate.standing import standing
from dragoman.annotate.status import whole_of
from dragoman.annotate.storytime import told_lately
from dragoman.annotate.voices import speaker_at
from dragoman.kinds.absent import stays_away
from dragoman.kinds.attending import (
    ContactWords,
    attending,
    contact_words,
    gathered,
    is_press,
    parties_of,
)
from dragoman.kinds.bringing import is_between_sides
from dragoman.kinds.crowds import is_crowd
from dragoman.kinds.dated import has_own_day, when_told
from dragoman.kinds.dealt import OF_ONE, is_held_by_one
from dragoman.kinds.destinations import with_destination
from dragoman.kinds.discussed import held_for
from dragoman.kinds.factuality import Factuality, plainly
from dragoman.kinds.forms import ContactForm, form_told
from dragoman.kinds.gathering import is_gathering, owners_of
from dragoman.kinds.hosting import Hosting, hosting_of
from dragoman.kinds.inner import is_inner
from dragoman.kinds.journeys import is_lone_journey
from dragoman.kinds.lasting import Lasted, how_long
from dragoman.kinds.letters import PAPER, correspondents
from dragoman.kinds.listed import with_both, with_listed, with_senders
from dragoman.kinds.meeting import AHEAD, DONE
from dragoman.kinds.modes import mode_of
from dragoman.kinds.negotiators import counterparts_told, those_at_talks
from dragoman.kinds.one_by_one import REMOTE_MODES, one_by_one
from dragoman.kinds.open_talks import is_body, is_many, is_open, is_trilateral
from dragoman.kinds.other_party import other_party
from dragoman.kinds.parrying import parried_verbs
from dragoman.kinds.rolls import roll_of
from dragoman.kinds.rung import PHONE, spoken_over
from dragoman.kinds.running import days_of_story
from dragoman.kinds.senses import is_other_sense
from dragoman.kinds.setting import destination, place_told, verbs_above
from dragoman.kinds.spoken_of import is_of_those_told
from dragoman.kinds.stays import over_town, status_of_stay, staying
from dragoman.kinds.told_status import day_ahead, is_ahead, status_told
from dragoman.kinds.topics import topics_of
from dragoman.kinds.uncertain import is_known, is_of_nobody, is_uncertain
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, EventStatus, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

GOVERNED = frozenset({"dobj", "pobj", "nsubjpass", "attr"})
AT = ("in", "at")


class Encounter(Struct, frozen=True, kw_only=True):
    """One telling of a contact: who, how, whether, when, where; `span` covers the words that tell it."""

    rule: str
    mode: str
    participants: tuple[Actor, ...]
    span: Span
    status: EventStatus
    factuality: Factuality
    when: When | None
    place: str | None
    lasted: Lasted
    topics: tuple[str, ...]
    hosting: Hosting = Hosting()
    running: When | None = None
    """The day of the story, where the sentence gives no time and tells the contact as done."""
    lately: date | None = None
    """The day of publication, where the sentence gives no time and tells the contact as what "has been" held."""
    is_echo: bool = False
    """Told without its parties ("the call lasted ..."): it adds to a contact told before and makes none of its own."""
    is_open: bool = False
    """An echo with a place or a day of its own: where no contact told elsewhere fits, it is one, of those who talk."""
    is_whole: bool = False
    """An open one whose words say who gathered, though only as one group: "a meeting of the bloc's ministers"."""
    other: Actor | None = None
    """Who talks with the only party that its words name, if nobody tells of these talks elsewhere."""
    is_again: bool = False
    goes_on: bool = False
    """An echo that is counted after others: "another round", "the next meeting"."""
    is_trilateral: bool = False
    """Told as talks of three."""
    form: ContactForm | None = None
    """What its words say of its form: indirect, technical, by a back channel."""
    is_known: bool = False
    """An echo that is spoken of as known: "the call", "their talks"."""
    goes_back: bool = False
    """Told as what was just told: "those talks", though their parties are named only now."""
    roll: tuple[Actor, ...] = ()
    """Those whom an echo counts up as having been there: "participants in the call included"."""


@kept()
def find_encounters(annotated: Annotated, lexicon: Lexicon) -> tuple[Encounter, ...]:
    """Every telling of a contact with at least two parties, in the order of the text."""
    found: list[Encounter] = []
    for told in _encounters(annotated, lexicon, found):
        found.append(told)
    return tuple(found)


def _encounters(annotated: Annotated, lexicon: Lexicon, before: Sequence[Encounter]) -> Iterator[Encounter]:
    """The tellings of contacts; `before` are those found so far."""
    words = contact_words(lexicon)
    nouns = {**words.papers, **words.nouns}
    for token in standing(annotated.doc, {word.split()[0] for word in (*words.verbs, *nouns, *words.stays)}):
        if travellers := staying(token):
            yield from _stay(annotated, token, travellers, lexicon)
            continue
        row = _row_of(token, words.verbs) if token.pos_ == "VERB" else nouns.get(token.lemma_.lower())
        if row is None or token.pos_ not in {"VERB", "NOUN"} or _is_count_of(token, words) or is_other_sense(token):
            continue
        if token.i in parried_verbs(annotated, lexicon):
            continue  # "I'm not going to engage in speculation"
        if token.pos_ == "NOUN" and (counted := roll_of(annotated, token)):
            told = _encounter(annotated, token, row, ((), counted), lexicon)
            yield structs.replace(told, is_echo=True, is_known=True, roll=parties_of(annotated, token, counted))
            continue
        if row.id == PAPER and not correspondents(token):
            continue
        tokens, parties = _who(annotated, token, row, words, before)
        row = held_for(token, words.nouns) or row
        if _is_for_the_press(token, words) or is_uncertain(annotated, token, row, parties):
            continue
        if is_inner(annotated, token, parties):
            continue
        if is_between_sides(annotated, token):
            told = _encounter(annotated, token, row, (parties, tokens), lexicon)
            yield structs.replace(told, is_echo=True, is_open=True, goes_on=True)
            continue
        if len(parties) >= 2:
            told = _encounter(annotated, token, row, (parties, tokens), lexicon)
            told = _with_status(told, _status_of_open(told, token))
            if is_of_nobody(annotated, told, lexicon):
                continue
            told = structs.replace(told, is_echo=is_of_those_told(annotated, token, told, tokens))
            yield from one_by_one(annotated, token, structs.replace(told, goes_back=_goes_back(token)), lexicon)
        else:
            yield from _of_fewer(annotated, token, row, (parties, tokens), lexicon)


def _stay(annotated: Annotated, word: Token, travellers: list[Token], lexicon: Lexicon) -> Iterator[Encounter]:
    """ "Is due in Oslo on Friday", "was in Oslo to support the plan": a visit of those who can pay one."""
    row = contact_words(lexicon).stays[word.lemma_.lower()]
    verb = word.head if word.dep_ == "acomp" else word  # of which the day is told
    for traveller in parties_of(annotated, word, travellers):
        parties = with_destination(annotated, over_town(word), (traveller,))
        told = _encounter(annotated, verb, row, (parties, travellers), lexicon)
        if is_lone_journey((traveller,), told.place):
            yield _with_status(told, status_of_stay(word))


def _row_of(verb: Token, rows: Mapping[str, Row]) -> Row | None:
    """The row of a verb, of one with its particle ("sit down") before that of the bare verb."""
    below = [c for c in verb.subtree if c.dep_ in {"prt", "advmod"} and (c.head == verb or c.head.pos_ not in VERBAL)]
    below += [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NNS"]  # "shook hands"
    beside = (rows.get(f"{verb.lemma_.lower()} {c.lower_}") for c in below)
    return next((row for row in beside if row is not None), rows.get(verb.lemma_.lower()))


def _of_fewer(
    annotated: Annotated, token: Token, row: Row, who: tuple[tuple[Actor, ...], list[Token]], lexicon: Lexicon
) -> Iterator[Encounter]:
    """What is told of one party or of none: a group that gathers, a journey, talks known from elsewhere."""
    parties, tokens = who
    if token.pos_ == "NOUN":
        echo = _echo(annotated, token, row, who, lexicon) if row.id != PAPER else None
        if echo is not None:
            yield echo
    elif is_gathering(annotated, token, row, who):
        told = _encounter(annotated, token, row, (owners_of(annotated, tokens) or parties, tokens), lexicon)
        if told.place or (told.when and has_own_day(annotated, token)):
            yield structs.replace(told, is_echo=True, is_open=True, is_whole=True)
    elif row.means == "visit":
        told = _encounter(annotated, token, row, who, lexicon)
        if is_lone_journey(parties, told.place):
            yield told


def _echo(
    annotated: Annotated, noun: Token, row: Row, who: tuple[tuple[Actor, ...], list[Token]], lexicon: Lexicon
) -> Encounter | None:
    """A contact told by a noun without its parties; None where it is neither known from before nor one of its own."""
    words, parties = contact_words(lexicon), who[0]
    told = _encounter(annotated, noun, row, who, lexicon)
    if is_held_by_one(noun, parties) and told.status in DONE:
        return structs.replace(told, rule=OF_ONE, is_echo=True, is_open=True, is_whole=True)
    other = other_party(annotated, noun, parties)
    of_its_own, goes_on = is_open(annotated, noun, told, words) or other is not None, _goes_on(noun)
    if told.hosting.mediators and told.status == "ongoing" and not parties and whole_of(noun).dep_ == "dobj":
        told, of_its_own, goes_on = structs.replace(told, participants=told.hosting.mediators), True, True
    if not (of_its_own or (is_known(noun) and noun.lemma_.lower() not in words.loose) or goes_on):
        return None
    return structs.replace(
        _with_status(told, _status_of_open(told, noun)),
        is_echo=True,
        is_open=of_its_own,
        is_known=is_known(noun) or goes_on,
        is_whole=bool(gathered(annotated, noun)) or is_body(noun, parties) or is_many(noun, parties),
        is_again=_is_again(noun, words),
        goes_on=goes_on,
        is_trilateral=is_trilateral(noun, words),
        other=other,
    )


def _who(
    annotated: Annotated, token: Token, row: Row, words: ContactWords, before: Sequence[Encounter]
) -> tuple[list[Token], tuple[Actor, ...]]:
    """Those who took part in what a verb or noun tells, as words and as actors; without the press."""
    by_phone = spoken_over(token) if row.id == PHONE else []
    tokens = by_phone or attending(annotated, token, row, words) or spoken_over(token)
    public = words.public - words.met if row.means == "meeting" else words.public
    tokens = with_listed(annotated, token, row.id, tokens, public)
    alone = those_at_talks(annotated, tokens[0], before) if len(tokens) == 1 else ()
    if talked := alone or counterparts_told(annotated, tokens, before):
        return tokens, talked
    parties = tuple(
        p
        for p in parties_of(annotated, token, tokens)
        if not is_press(p, words, is_met=row.means == "meeting") and p.name != "you" and not is_crowd(p)
    )
    parties = with_both(annotated, tokens, with_senders(annotated, tokens, parties))
    parties = (len(parties) == 1 and parties[0].kind == "group" and owners_of(annotated, tokens)) or parties
    if row.means == "visit":
        return tokens, with_destination(annotated, token, parties)
    return tokens, _with_teller(annotated, token, parties)


def _with_teller(annotated: Annotated, verb: Token, parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "It could be discussed with Kenya and Chad, she said": whoever says so is the other party; else nobody."""
    is_bare = verb.lemma_ == "discuss" and is_passive(verb) and not any(c.dep_ == "agent" for c in verb.children)
    if not is_bare:
        return parties
    teller = speaker_at(annotated, verb.idx)
    if teller is None or teller.side is None or any(teller.name == party.name for party in parties):
        return ()
    return (teller, *parties)


def _is_for_the_press(noun: Token, words: ContactWords) -> bool:
    """ "a joint news conference": told to the press, no contact."""
    return noun.lemma_ in {"conference", "briefing"} and any(
        c.lemma_.lower() in words.for_the_press for c in noun.lefts
    )


def _with_status(told: Encounter, status: EventStatus) -> Encounter:
    """The telling with a status that other words give it."""
    return told if told.status == status else structs.replace(told, status=status, factuality=plainly(status))


def _status_of_open(told: Encounter, noun: Token) -> EventStatus:
    """Talks that somebody refuses to attend are not denied by that."""
    away = whole_of(noun).dep_ != "nsubj" and any(stays_away(verb) for verb in verbs_above(noun))
    return "planned" if told.status == "denied" and away else told.status


def _is_count_of(noun: Token, words: ContactWords) -> bool:
    """ "a round of talks" is told by its talks, "a round of golf" by nothing."""
    inner = prepositional(noun, ("of",)) if noun.pos_ == "NOUN" else []
    return noun.lemma_ == "round" and bool(inner) or any(t.lemma_.lower() in words.nouns for t in inner)


def _is_again(noun: Token, words: ContactWords) -> bool:
    """ "Another round of talks", "the next meeting": one of a row of which others are told."""
    return _goes_on(noun) or any(child.lower_ in words.again for n in {noun, whole_of(noun)} for child in n.lefts)


def _goes_back(noun: Token) -> bool:
    """ "Those talks, between the government and the rebels": the talks told in the sentence before."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in {"those", "these"} for c in noun.lefts)


def _goes_on(noun: Token) -> bool:
    """ "Discussions would continue on Wednesday": they go on that were told before."""
    whole = whole_of(noun)
    return whole.dep_ in {"nsubj", "nsubjpass", "dobj"} and whole.head.lemma_.lower() in GOING_ON


GOING_ON = frozenset({"continue", "resume", "restart", "reopen", "relaunch", "renew", "revive", "reconvene"})


def _encounter(
    annotated: Annotated, token: Token, row: Row, who: tuple[tuple[Actor, ...], list[Token]], lexicon: Lexicon
) -> Encounter:
    parties, tokens = who
    mode = mode_of(token, row, contact_words(lexicon))
    when = when_told(annotated, token)
    is_of_other = token.tag_ == "VBD" and is_ahead(annotated, when) and not has_own_day(annotated, token)
    status, how = status_told(annotated, token, when, lexicon, is_of_other=is_of_other)
    is_kept = status == "ongoing" and token.lemma_ == "contact" and not has_own_day(annotated, token)
    when = None if is_of_other or is_kept else when  # "said on Friday that they are in contact"
    when = day_ahead(annotated, token, when) if status in AHEAD else when
    hosting = hosting_of(annotated, token, row, lexicon)
    lasted = how_long(annotated, token)
    return Encounter(
        hosting=hosting,
        rule=row.id,
        mode=mode,
        participants=parties,
        span=_cover(token, tokens),
        status=status,
        factuality=how,
        when=when,
        running=days_of_story(annotated, token) if status == "held" and when is None and mode != "message" else None,
        lately=told_lately(annotated, token) if status == "held" and when is None else None,
        place=_place(annotated, token, mode, lexicon),
        lasted=Lasted() if lasted.length == hosting.latency else lasted,
        form=form_told(token, lexicon),
        topics=topics_of(token),
    )


def _place(annotated: Annotated, event: Token, mode: str, lexicon: Lexicon) -> str | None:
    if mode in REMOTE_MODES:
        return None
    if event.lemma_ == "discuss" and not any(t.i < o.i for t in prepositional(event, AT) for o in objects(event)):
        return None  # "discussed the visit to Oslo", "the situation in Oslo"
    goal = destination(annotated, event) if mode == "visit" else None
    return goal or place_told(annotated, event, lexicon)


# ---- in which words ------------------------------------------------------------------------------------------


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
