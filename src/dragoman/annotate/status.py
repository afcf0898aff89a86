"""Whether something happened: held, ongoing, planned, expected, proposed, cancelled or denied.

Read from the tense of the event's verb, from the verbs and modals above it ("are expected to meet", "denied having
met"), and, for an event told by a noun ("talks"), from the words beside that noun and its verb.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.joined import auxiliaries
from dragoman.annotate.phrases import are_side_by_side, is_at_no_time, is_of_headline, is_opener
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import EventStatus, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

CHAIN_DEPS = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "pcomp", "dobj", "pobj", "nsubj", "nsubjpass", "prep", "conj", "attr", "relcl"}
)
STRENGTH: tuple[EventStatus, ...] = ("denied", "cancelled", "proposed", "expected", "planned", "ongoing")
"""Where cues mix, the first of these wins: a meeting that was planned and then cancelled is cancelled."""
AFTERWARDS = frozenset({"after", "following", "since", "during"})
"""What follows an event, or falls into it, has that event behind it."""
TOWARDS = frozenset({"toward", "towards"})
"""What is worked towards has not come about."""
WAITING = frozenset({"once", "until", "unless"})
"""What is waited for has not happened yet ("once he has briefed the president")."""
SETTING = frozenset({"in", "at"})
PURPOSES = frozenset({"for", "of", "to"})
REACH = 3
"""How many verbs above the event are asked."""


class Status(Struct, frozen=True):
    """What became of an event, and the words that tell so."""

    value: EventStatus
    cues: tuple[Span, ...] = ()


class StatusWords(Struct, frozen=True):
    """Lemmas by the status they give to an event below them."""

    by_word: dict[str, EventStatus]
    only: dict[str, str]
    """Words that tell it as one part of speech only: "open to talks", not "opened the talks"."""


@cache
def status_words(lexicon: Lexicon | None = None) -> StatusWords:
    """The table `status/events`, by word; phrases by their first word and particle ("call off")."""
    rows = (lexicon or load_lexicon()).rows("status/events")
    by_word = {word: row.means for row in rows for word in row.words}
    only = {word: row.pos for row in rows for word in row.words if row.pos}
    return StatusWords(by_word, only)  # type: ignore[arg-type]


WILL = frozenset({"will", "'ll", "’ll"})
BEGUN = ("collaps", "fail", "stall", "suspend", "suspension", "break", "broke", "abandon", "halt", "derail")
"""Stems of what can only befall what has begun; what is put off or called off has not."""
BEARING = frozenset({"help", "hurt", "harm", "affect", "boost", "undermine", "complicate", "jeopardise", "jeopardize"})
"""What bears on an event and tells nothing of whether it takes place: "the move would help the talks"."""
BEGINNINGS = frozenset({"resumption", "restart", "start", "opening", "beginning", "launch"})
"""What is told as under way is only the beginning, which is near: "the start of the talks is drawing close"."""
NOBODY = frozenset({"no", "neither", "nobody", "none"})
"""Words that, as a subject or before one, deny what its verb tells."""


def event_status(event: Token) -> Status:
    """The status of the event that a verb or noun tells."""
    if _is_behind(event):
        return Status("held")
    if _is_let(event):
        return event_status(event.head)
    cues = _cues(event)
    if "denied" in cues and "cancelled" in cues:  # "denied that the talks had collapsed"
        return Status("held", (cues["denied"], cues["cancelled"]))
    if "proposed" in cues and "cancelled" in cues:  # "the talks could collapse", "wants the summit put off"
        said = event.doc.text[cues["cancelled"].start : cues["cancelled"].end].lower()
        return Status("ongoing" if said.startswith(BEGUN) else "planned", (cues["proposed"], cues["cancelled"]))
    strongest = next((value for value in STRENGTH if value in cues), None)
    return Status(strongest, (cues[strongest],)) if strongest else Status(_by_tense(event))


def _cues(event: Token) -> dict[EventStatus, Span]:
    """The first word for each status among those that bear on the event."""
    words = status_words()
    cues: dict[EventStatus, Span] = {}
    if event.dep_ == "pobj" and event.head.lower_ in TOWARDS:
        cues["proposed"] = _span(event.head)
    for token in _asked(event):
        for word in (_with_particle(token), token.lemma_.lower(), _in_full(token)):
            value = words.by_word.get(word)
            if value and token != event and words.only.get(word, token.pos_) == token.pos_:
                cues.setdefault(value, _span(token))
                break
    if event.pos_ == "VERB" and any(c.lower_ in WAITING and c.dep_ in {"mark", "advmod"} for c in event.children):
        cues.setdefault("planned", _span(event))
    if event.pos_ == "NOUN" and (ahead := _ahead_of(event)) is not None:
        cues.setdefault("planned", _span(ahead))
    if event.pos_ == "NOUN" and _is_beside(event):
        cues = _of_its_own(event, cues)
    if negation := _negation(event):
        cues.setdefault("denied", _span(negation))
    return cues


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


BEGINNING = frozenset({"take", "begin", "start", "happen", "materialise", "materialize", "resume", "occur", "proceed"})


def _is_only_fruitless(event: Token, verb: Token) -> bool:
    """ "The talks failed to bring peace": they were held; "failed to begin" tells that they weren't."""
    if verb.lemma_ != "fail" or event.i > verb.i:
        return False
    return any(child.dep_ == "xcomp" and child.lemma_ not in BEGINNING for child in verb.children)


def whole_of(noun: Token) -> Token:
    """The noun that a noun is counted by: "eight hours of talks", "the first of three rounds of talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NOUN", "ADJ", "NUM"}:
        noun = noun.head.head
    return noun


LETTING = frozenset({"let", "have", "make", "help"})


def _is_let(event: Token) -> bool:
    """ "I would let them meet": whether they met is told by the verb that lets them."""
    bare = event.tag_ in {"VB", "VBP"} and not any(c.dep_ == "aux" for c in event.children)
    return bare and event.dep_ in {"ccomp", "xcomp"} and event.head.lemma_ in LETTING and event.head.i < event.i


def _is_behind(event: Token) -> bool:
    """What is told as done after the event, or in it, has that event behind it: "after talks", "after receiving X"."""
    whole = whole_of(event) if event.pos_ == "NOUN" else event
    if whole.head.lower_ == "during" and any(c.lower_ in WILL for c in whole.head.head.children):
        return False  # "will discuss it during her visit"
    if whole.dep_ == "pcomp":  # not "after never having met him"
        return whole.head.lower_ in AFTERWARDS and not any(c.dep_ == "neg" for c in whole.children)
    return whole.dep_ == "pobj" and (whole.head.lower_ in AFTERWARDS or _is_setting(whole))


def _ahead_of(noun: Token) -> Token | None:
    """ "Ahead" in "she is pushing for it ahead of the meeting", which is to come while the verb is in the present."""
    whole = whole_of(noun)
    of = whole.head
    if whole.dep_ != "pobj" or of.lower_ != "of" or of.head.lower_ != "ahead":
        return None
    verb = of.head.head
    while verb.head.i != verb.i and (verb.pos_ not in {"VERB", "AUX"} or _is_same_clause(verb)):
        verb = verb.head
    forms = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    is_present = any(t.tag_ in {"VBZ", "VBP"} for t in forms) and not any(t.tag_ in {"VBN", "VBD"} for t in forms)
    return of.head if is_present else None


def _is_same_clause(verb: Token) -> bool:
    """Whether a verb joined to another one has no subject of its own: "is pushing for a truce and increased aid"."""
    return verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_beside(noun: Token) -> bool:
    """Whether the noun tells only the circumstances of the verb above it: what befalls another thing isn't its own."""
    whole = whole_of(noun)
    return whole.dep_ == "pobj" and whole.head.lower_ in {"in", "at", "on", "during", "before", "with", "by"}


def _of_its_own(noun: Token, cues: dict[EventStatus, Span]) -> dict[EventStatus, Span]:
    """The cues that bear on the event itself, where its noun only tells the circumstances of the verb above it."""
    fronted = _is_fronted(noun)
    kept: dict[EventStatus, Span] = {}
    for value, span in cues.items():
        if value != "cancelled" and (span.start < noun.idx or not fronted):  # "agreed to halt the raids in a call"
            kept[value] = span
    return kept


def _is_fronted(noun: Token) -> bool:
    """ "At the June talks, they want to ...", "speaking in the meeting, she asked ...": the rest isn't said of it."""
    whole = whole_of(noun)
    verb = whole
    while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        verb = verb.head
    return verb.pos_ in {"VERB", "AUX"} and noun.i < verb.i


LEANINGS = frozenset({"favour", "favor", "support", "pursuit", "need", "search", "hope"})


def _is_setting(event: Token) -> bool:
    """ "announced it in a call": what was done at or in the event has the event behind it."""
    if event.lemma_ in LEANINGS:
        return False  # "in favour of talks"
    verb = event.head.head  # the parser often hangs the phrase on the object, or on a noun further down
    while verb.pos_ in {"NOUN", "PROPN", "NUM"} and verb.dep_ in {"dobj", "pobj", "prep", "npadvmod"}:
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_ == "agree":
        verb = verb.head  # "agreed to halt the raids in a call"
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in auxiliaries))
    return event.head.lower_ in SETTING and is_past and not any(c.tag_ == "MD" for c in auxiliaries)


def _asked(event: Token) -> list[Token]:
    """The tokens whose words bear on the event: its own modifiers and auxiliaries, then verbs above it and theirs."""
    asked = [child for child in event.children if child.dep_ in {"aux", "amod", "advmod", "acomp", "compound", "prt"}]
    asked += _purposes(event) + [c for c in event.children if c.dep_ == "mark" and c.lower_ == "whether"]
    verb = event
    if (event.dep_ == "dobj" and event.head.lemma_ in BEARING) or _is_commented_on(event):
        return asked
    for _ in range(REACH):
        if verb.dep_ == "acl" and verb.tag_ == "VB":  # "its readiness to meet"
            asked += [verb.head, *(c for c in verb.head.lefts if c.dep_ == "amod")]
        if (verb != event or event.pos_ == "VERB") and _is_clause_beside(verb):
            break  # "he promised to end it, and officials have had talks"
        if verb.dep_ == "pcomp" and verb.head.lower_ == "before":
            asked += _foretelling(verb.head.head)
        above = None if _is_before_all(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBG") else _verb_above(verb)
        if above is None or (_is_past(verb) and above.lemma_ not in {"deny", "refuse"}):
            break
        asked.append(above)
        asked += [
            c
            for c in above.children
            if c.dep_ in {"aux", "acomp", "advmod"} or (c.dep_ == "mark" and c.lower_ in {"if", "whether"})
        ]
        if above.pos_ == "ADJ" and above.dep_ == "acomp":  # "would be glad to meet"
            asked += [c for c in above.head.children if c.dep_ == "aux"]
        verb = above
    others = (token for token in asked if not (_is_only_fruitless(event, token) or is_opener(token)))
    return [token for token in others if not _is_effort_itself(event, token)]


def _is_commented_on(event: Token) -> bool:
    """ "Asked to comment on the talks": what one is asked for is the comment."""
    return event.dep_ == "pobj" and event.head.head.lemma_ in {"comment", "remark", "elaborate"}


TRYING = frozenset({"effort", "bid"})


def _is_effort_itself(event: Token, noun: Token) -> bool:
    """ "Their efforts, consultations among them": only an effort to do the thing itself leaves it undone."""
    aims = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"]
    below = any(aim == event or aim.is_ancestor(event) for aim in aims)
    return noun.lemma_ in TRYING and (not below or any(t.lower_ == "including" for t in event.ancestors))


def _is_before_all(verb: Token) -> bool:
    """ "before leaving to meet him, she insisted": the main verb says nothing of what came before or after it."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"before", "after", "since", "while", "when"}


def _foretelling(main: Token) -> list[Token]:
    """ "Is due to arrive before heading to talks": the words that put off the main verb, and so what comes after it."""
    verbs = [main]
    while verbs[-1].dep_ in {"xcomp", "advcl"} and verbs[-1].head != verbs[-1]:
        verbs.append(verbs[-1].head)
    beside = [t for verb in verbs for t in (verb, *verb.children) if t in verbs or t.dep_ in {"aux", "acomp", "advmod"}]
    return [t for t in beside if status_words().by_word.get(t.lemma_.lower()) in {"planned", "expected"}]


def _is_clause_beside(verb: Token) -> bool:
    """Whether a verb joined to another has its own subject and tense: the other says nothing of it."""
    return verb.dep_ == "conj" and _is_finite(verb) and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _purposes(event: Token) -> list[Token]:
    """The nouns that an event hangs on by a preposition: "groundwork for a dialogue", "the collapse of the talks"."""
    found, token = [], event
    while token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.lower_ in PURPOSES:
        purpose, token = token.head.lower_ == "for", token.head.head
        if purpose and token.pos_ == "VERB":  # "laid the groundwork for talks": the parser hangs it on the verb
            token = next((c for c in token.children if c.dep_ == "dobj"), token)
        if token.pos_ != "NOUN":
            break
        found.append(token)
    return found


SAYING = frozenset(
    {"say", "tell", "add", "note", "report", "state", "underscore"}
    | {"stress", "emphasize", "emphasise", "highlight", "mention", "confirm", "explain", "clarify"}
)
"""What is said in these words has its own tense: "we'll stress that they are in touch"."""


def _verb_above(token: Token) -> Token | None:
    """The next verb or predicate that governs the token through complements and prepositions; None at the top."""
    current = token
    while current.head != current and current.dep_ in CHAIN_DEPS:
        is_reported = current.dep_ == "ccomp" and current.pos_ in {"VERB", "AUX"} and _is_finite(current)
        below, current = current, current.head
        if current.pos_ in {"VERB", "AUX", "ADJ"}:
            return None if is_reported and (current.lemma_ in SAYING or are_side_by_side(below, current)) else current
    return None


def _is_finite(verb: Token) -> bool:
    forms = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in forms)


HAVE = frozenset({"'ve", "’ve", "'d", "’d"})


def _is_past(verb: Token) -> bool:
    """Whether a clause has a past or perfect verb of its own: what stands above it no longer makes it a plan."""
    auxiliaries = {c.tag_: "have" if c.lower_ in HAVE else c.lemma_ for c in verb.children if c.dep_ == "aux"}
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"ccomp", "relcl", "advcl"} or "MD" in auxiliaries:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and "have" in auxiliaries.values())


def _in_full(token: Token) -> str:
    """The word in small letters, "'d" before an infinitive as "would"."""
    return "would" if token.lower_ in HAVE and token.lower_.endswith("d") and token.head.tag_ == "VB" else token.lower_


def _with_particle(token: Token) -> str:
    beside = (c.lower_ for c in token.children if c.dep_ in {"prt", "prep", "advmod"} and c.i == token.i + 1)
    return " ".join([token.lemma_.lower(), *beside])


def _negation(event: Token) -> Token | None:
    for child in (*event.children, *(c for aux in auxiliaries(event) for c in aux.children if is_at_no_time(c))):
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") or is_at_no_time(child):
            return child
    if (nobody := _nobody(event)) is not None:
        return nobody
    if event.dep_ == "acl" and event.tag_ == "VB":  # "no plans to meet"
        return next((c for c in event.head.children if c.dep_ == "det" and c.lower_ == "no"), None)
    above = _verb_above(event)
    if above is not None and event.pos_ == "NOUN" and event.dep_ in {"dobj", "nsubjpass", "attr"}:
        return next((c for c in above.children if c.dep_ == "neg"), None)
    return None


def _nobody(verb: Token) -> Token | None:
    """ "Neither side attacked", "no envoy came", "none of them met": the word that leaves nobody to have done it."""
    for subject in (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i):
        if subject.lower_ in NOBODY:
            return subject
        found = next((c for c in subject.lefts if c.lower_ in NOBODY and c.dep_ in {"det", "preconj", "cc"}), None)
        if found is not None:
            return found
    return None


def _by_tense(event: Token) -> EventStatus:
    """The status that the tense of the nearest verb gives: a progressive is ongoing, the rest held."""
    verb: Token | None = event if event.pos_ in {"VERB", "AUX"} else _verb_above(event)
    if verb is None:
        return "held"
    helping = {_aux_of(c): c for c in auxiliaries(verb)}
    if verb.tag_ == "VBG" and "be" in helping and helping["be"].tag_ in {"VBZ", "VBP", "VB"}:
        return "planned" if event.pos_ == "NOUN" and whole_of(event).lemma_ in BEGINNINGS else "ongoing"
    if verb.tag_ == "VBG" and "be" in helping and "have" in helping and helping["have"].tag_ != "VBD":
        return "ongoing"  # "have been talking"
    is_to = verb.tag_ == "VB" and "to" in helping and _is_to_come(verb.head) and verb.dep_ == "xcomp"
    is_to &= verb.head.lemma_ not in SENDING or event == verb or event.dep_ == "dobj"  # not "to speak after the talks"
    if is_to and not any(c.dep_ == "acomp" for c in verb.head.children):  # "was glad to meet her"
        return "planned"
    return "planned" if is_of_headline(verb) else "ongoing" if _is_under_way(verb) else "held"


def _aux_of(token: Token) -> str:
    """The auxiliary's lemma; a curly "’s", which the parser leaves as it is, is "be" before a participle in "-ing"."""
    return "be" if token.lower_ in {"’s", "’re", "’m"} and token.tag_ in {"VBZ", "VBP"} else token.lemma_.lower()


def _is_to_come(above: Token) -> bool:
    """ "They are to meet", "they are going to meet", "she directed them to meet"; not "they went to meet"."""
    return above.lemma_ == "be" or (above.lemma_ == "go" and above.tag_ == "VBG") or above.lemma_ in SENDING


SENDING = frozenset({"direct", "instruct", "task"})
"""What somebody is charged to do hasn't been done."""


def _is_under_way(be: Token) -> bool:
    """ "Talks are already under way"."""
    under = [c for c in be.children if c.lower_ == "under" and c.dep_ == "prep"] if be.lemma_ == "be" else []
    return be.tag_ in {"VBZ", "VBP"} and any(t.lower_ == "way" for c in under for t in c.children)
