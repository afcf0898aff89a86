"""Where parties agree, or are near it, or a deal breaks: "agreed to", "signed a deal", "a truce brokered by"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.belonging import OPPOSED
from dragoman.annotate.clauses import is_passive, prepositional, subjects
from dragoman.annotate.status import event_status
from dragoman.kinds.agreed import agreed_words, are_others, is_of_one_side, is_of_others, when_agreed, when_expected
from dragoman.kinds.agreeing import TABLE, AccordStatus, Agreed, agreed_in, is_unreached
from dragoman.kinds.counterparties import sides_meeting, with_speaker, with_the_met
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.frames import (
    Met,
    has_lost_subject,
    is_performed,
    people_at,
    phrase_table,
    rows_met,
    telling_span,
)
from dragoman.kinds.hoped import is_hoped
from dragoman.kinds.how_told import how_told
from dragoman.kinds.negotiators import BACK, JUST, day_of_talks, is_vague, those_at_talks, who_talked
from dragoman.kinds.pact_parties import paired
from dragoman.kinds.pairs import is_anybody, parties_of_several
from dragoman.kinds.unasked import is_of_asker
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

ELSEWHERE = frozenset({"proclaim", "welcome", "announcement", "renewal"})
"""Rows of kinds/proclaimed.py."""
STANDING = frozenset({"union", "keep", "resolve", "over"})
"""Rows of kinds/standing_pacts.py."""
LENDING = frozenset({"empty", "vague", "decide", "soft", "assess", "many", "hope", "body", "forum", "bloc", "tie"})
IN_FRAMES = LENDING | ELSEWHERE | STANDING
"""Rows that only lend their words to a frame."""


class Accord(Struct, frozen=True):
    """One agreement as the text tells it; `told` covers the words that tell it."""

    parties: tuple[Actor, ...]
    content: Span
    told: Span
    status: AccordStatus
    rule: str
    when: When | None = None
    factuality: Factuality | None = None


def find_accords(annotated: Annotated, lexicon: Lexicon) -> Iterator[Accord]:
    """Every agreement with its parties, in the order of the text."""
    table = phrase_table(lexicon, TABLE, IN_FRAMES)
    for met in rows_met(annotated.doc, table):
        agreed = agreed_in(met, lexicon)
        if agreed is None or is_supposed(met.head, lexicon) or has_lost_subject(met.head):
            continue
        if is_of_asker(annotated, met.head):
            continue
        parties = _parties(annotated, met.head, agreed, lexicon)
        if len(parties) == 1 and met.head.lemma_ in DEALING and _is_new(agreed.head):
            parties = _with_the_other(annotated, met.head, parties, lexicon)
        if len(parties) == 1:
            parties = with_the_met(annotated, agreed.head, met.head, parties)
        if len(parties) == 1:
            parties = with_speaker(annotated, met.head, parties)
            if len(parties) == 1 and is_passive(met.head):
                parties = _with_the_other(annotated, met.head, parties, lexicon)
        if not parties or (len(parties) < 2 and not _is_many(annotated, agreed.who, lexicon)):
            continue
        if _is_of_one(met, parties):
            continue
        status = agreed.status or status_of(met.head, agreed.head)
        stays_out = status == "denied" and not is_unreached(met.head)
        if status is None or (stays_out and is_of_others(met.head, agreed.head, len(parties))):
            continue
        content = agreed_words(agreed.head, met.head)
        told = telling_span(met, [*_near(met.head, agreed.who), agreed.head])
        yield Accord(
            parties=parties,
            content=content,
            told=Span(min(told.start, content.start), max(told.end, content.end)),
            status=status,
            rule=met.row.id,
            when=_when(annotated, met, status, parties, lexicon),
            factuality=how_told(annotated, met.head, lexicon) if agreed.status is None else None,
        )


def _when(
    annotated: Annotated, met: Met, status: AccordStatus, parties: tuple[Actor, ...], lexicon: Lexicon
) -> When | None:
    """Its day, else that of the talks at which it was agreed."""
    if status == "expected":
        return when_expected(annotated, met.head)
    when = when_agreed(annotated, met.head)
    is_main = met.head.dep_ in {"ROOT", "ccomp", "conj"} and met.row.means in {"agree", "reach", "jointly"}
    at_talks = when is None and is_main and status in {"reached", "denied"}
    return day_of_talks(annotated, met.head, parties, find_encounters(annotated, lexicon)) if at_talks else when


def _parties(annotated: Annotated, verb: Token, agreed: Agreed, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Those who agreed; of "the sides" alone, and where nobody is named, those who talked."""
    who = agreed.who
    talks = find_encounters(annotated, lexicon)
    if not who and (met := sides_meeting(annotated, verb, lexicon)):
        return met
    if not who:
        back = BACK if agreed.head.pos_ == "VERB" else JUST
        return who_talked(annotated, agreed.head, talks, back=back) if _is_of_talks(verb, agreed.head, lexicon) else ()
    if are_others(annotated, who):
        return ()
    talked = those_at_talks(annotated, who[0], talks) if len(who) == 1 else ()
    found = talked or _these_two(annotated, who, lexicon) or parties_of_several(annotated, who, lexicon)
    unnamed = bool(found) and all(actor.kind == "group" and actor.side is None for actor in found)
    if len(who) == 1 and unnamed and is_vague(who[0]):
        return who_talked(annotated, who[0], talks) or found  # "the two sides met. They agreed"
    return found


def _with_the_other(
    annotated: Annotated, verb: Token, parties: tuple[Actor, ...], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """ "We did not get a deal", said after talks of two: with whom, where one of the two says so of itself."""
    talked = who_talked(annotated, verb, find_encounters(annotated, lexicon), back=JUST)
    own = {actor.side or actor.name for actor in parties}
    return talked if own <= {actor.side or actor.name for actor in talked} else parties


def _is_of_one(met: Met, parties: tuple[Actor, ...]) -> bool:
    """Whether only one side is told: what it makes or decides by itself is agreed with nobody."""
    if met.row.means == "reach":
        return is_of_one_side(parties)
    return met.row.means in {"jointly", "found", "mend"} and not _are_sides(parties)


def _is_new(deal: Token) -> bool:
    """ "A deal", "no deal", "an agreement on the port"; not "the deal", which may be of others."""
    return any(c.lower_ in {"a", "an", "no", "any"} for c in deal.lefts)


def _is_of_talks(verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """ "It was agreed that the port will open", "no deal was reached": of the talks just told; not "the deal was"."""
    is_beside = verb.dep_ == "advcl" and verb.tag_ == "VBG"  # "talks were held, reaching a deal"
    came_of = subjects(verb) or [c for c in verb.head.children if is_beside and c.dep_ == "nsubjpass"]
    if came_of and all(t.lemma_.lower() in lexicon.words("kinds/offer_words", "talks") | {"round"} for t in came_of):
        return True  # "the talks failed to secure a truce"
    is_told = any(c.dep_ == "auxpass" and c.tag_ != "VB" for c in verb.children) and verb.lemma_ in TOLD_OF_TALKS
    own = (c for c in head.lefts if c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "any"})
    is_step = verb.lemma_ == "agree" and any(c.lower_ == "of" for c in head.rights)  # "the opening of the port was"
    return is_told and (head.pos_ == "VERB" or is_step or next(own, None) is None)


TOLD_OF_TALKS = frozenset({"agree", "reach", "sign", "strike", "find", "conclude", "achieve", "seal", "clinch"})
"""Verbs whose passive tells what came of talks, by nobody in particular."""


def _these_two(annotated: Annotated, who: tuple[Token, ...], lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "These two countries": the only pair between whom the text tells a deal, a truce or a war to be."""
    is_pair = len(who) == 1 and who[0].lemma_ in {"country", "nation", "state"} and who[0].tag_ == "NNS"
    if not is_pair or not {word.lower_ for word in who[0].lefts} & {"two", "both"}:
        return ()
    return paired(annotated, lexicon)


def _are_sides(parties: tuple[Actor, ...]) -> bool:
    """Whether two sides at least are told by name: what several of one side decide is agreed with nobody."""
    return len({actor.side or actor.name for actor in parties if not is_anybody(actor)}) > 1


def is_supposed(head: Token, lexicon: Lexicon) -> bool:
    """ "if both agree", "efforts to sign", "must sign", "is negotiating": nothing agreed."""
    if is_hoped(head, lexicon):
        return True
    if head.lemma_ == "negotiate" and head.tag_ in {"VB", "VBG", "VBP"}:
        return True
    ahead = lexicon.words("status/events", "expected") | lexicon.words("status/events", "planned")
    if not (is_unreached(head) or is_performed(head, ahead | lexicon.words(TABLE, "decide"))):
        return True
    if _is_bare(head):
        return True
    bound = (head, head.head) if head.dep_ == "xcomp" else (head,)  # "if Kenya fails to sign"
    below = [c for verb in bound for c in verb.children]
    denied = any(c.dep_ == "neg" for c in head.children)  # "could not agree"
    unsure = UNSURE - {"can", "could", "ca"} if denied else UNSURE
    if any(c.dep_ == "aux" and c.lower_ in unsure for c in below):
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "until", "whether"} for c in below)


DEALING = frozenset({"get", "reach", "strike", "conclude", "secure", "achieve"})
"""Verbs of what takes two, though one alone tells it of himself."""
UNSURE = frozenset({"must", "should", "can", "could", "may", "might", "ca"})


def _is_bare(verb: Token) -> bool:
    """ "help both sides reach a truce", "support for efforts to end it and reach a truce": what is aimed at."""
    if verb.tag_ not in {"VB", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    if verb.dep_ == "conj":  # the parser joins "reach" to the past verb instead of to its own "to end"
        return verb.head.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in HELPING


HELPING = frozenset({"help", "let", "make", "see"})
"""Verbs that take a bare infinitive of what shall come about."""


def _is_many(annotated: Annotated, who: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether one plural phrase stands for all of them ("major powers"); those of one side are one party."""
    many = lexicon.words(TABLE, "many")
    if len(who) == 1 and who[0].i and f"{who[0].nbor(-1).lower_} {who[0].lower_}" in lexicon.words(TABLE, "forum"):
        return True  # "the Contact Group has agreed": all who sit in it
    if len(who) == 1 and _is_of_bloc(who[0], lexicon):
        return True
    plural = [t for t in who if t.tag_ in {"NNS", "NNPS"} and t.lemma_.lower() in many]
    opposed = any(c.lower_ in OPPOSED for t in plural for c in t.lefts)  # "Kenya's warring sides"
    return opposed or any(all(actor.side is None for actor in people_at(annotated, [t])) for t in plural)


def _is_of_bloc(noun: Token, lexicon: Lexicon) -> bool:
    """ "The G7", "EU ministers", "leaders of the African Union": a bloc agrees where its members do."""
    blocs, of = lexicon.words(TABLE, "bloc"), prepositional(noun, ("of",))
    is_body = noun.lower_ in blocs or noun.pos_ == "PROPN"
    is_body = is_body or noun.lemma_.lower() in {*lexicon.words(TABLE, "many"), "bloc", "alliance"}
    if noun.dep_ not in {"nsubj", "nsubjpass"} and noun.head.dep_ != "agent":
        return False  # "Kenya wants a deal with the EU"
    told = (*noun.doc[noun.left_edge.i : noun.i + 1], *of)
    names = {name for t in told for name in (t.lower_, f"{t.nbor(-1).lower_} {t.lower_}" if t.i else "")}
    return is_body and bool(names & blocs)


def _near(head: Token, who: tuple[Token, ...]) -> list[Token]:
    return [t for t in who if t.sent == head.sent and t.head == head or t.head.head == head]


def status_of(verb: Token, noun: Token) -> AccordStatus | None:
    """The status that the verb's own words give; None where it is only demanded or wished for."""
    told = event_status(verb).value
    if (
        is_unreached(verb)
        or any(c.dep_ == "neg" for c in verb.children)
        or told in {"denied", "cancelled"}
        or verb.head.lemma_ == "unable"
    ):
        return "denied"
    if noun.lower_ == "nothing" or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return "denied"
    is_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.tag_ == "TO" for c in verb.children)
    if told in {"planned", "expected"} or is_to:  # "is to be signed"
        return "expected"
    return None if told == "proposed" else "reached"
