"""Who met or spoke last, the list of them whole: for a later "all", "the participants" or "the leaders".

"Torv spoke today with President Omar Haddad of Utopia and Minister Lea Nur (LN) of Lakonia" is one meeting of three,
however the parser takes the titles and states apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.phrases import HYPHENS
from dragoman.annotate.trail import MEMORY, Known, Trace

if TYPE_CHECKING:
    from dragoman.annotate.nominals import Nominal
    from dragoman.parsed import Doc, Span, Token

MEETING = frozenset({"meet", "speak", "talk", "confer"})
"""Verbs of those who meet or speak with somebody."""
HOLDING = frozenset({"hold", "have", "host", "convene", "conduct"})
"""Verbs of those who hold what is named next."""
HELD = frozenset({"call", "meeting", "talk", "conversation", "consultation", "conference", "discussion"})
BETWEEN = frozenset({",", "and", "of", "the", "for", "with", "(", ")", "as", "well", "’s", "'s", "&"})
"""What may stand between two of those met, beside names, titles and "representing"."""
LONGEST_LEAD = 10
"""Tokens from the verb of a meeting to the "with" that names whom somebody met."""
BACK = 6
"""Sentences back in which a meeting is looked for."""


def those_met(known: Known, doc: Doc) -> tuple[int, ...]:
    """The persons of the last meeting told so far: who met, then those met; empty without two.

    Empty too where somebody outside it has been the subject of a main clause since.
    """
    last = known.trail[-1].sentence if known.trail else 0
    near = [t for t in known.trail[-MEMORY:] if not t.quoted and last - t.sentence <= BACK]
    for at in sorted({t.sentence for t in near}, reverse=True):
        here = [t for t in near if t.sentence == at]
        hosts = [t for t in here if t.subject and t.main and _are_persons(t, known)]
        met = next((found for t in hosts if (found := _met_by(t, hosts, here, doc, known))), ())
        if met:
            since = [t for t in near if t.sentence > at and t.subject and t.main]
            return met if all(set(t.actors) <= set(met) for t in since) else ()
    return ()


def all_met(nominal: Nominal, known: Known, doc: Doc, heads: frozenset[str]) -> tuple[int, ...]:
    """ "Participants", "both officials": those who met, as many as the words tell; empty for words that tell more.

    "The leaders" are they where one of them is a head of state (`heads`), "the ministers" where each is a minister.
    """
    said = [word for word in nominal.text.lower().split() if word not in COUNTS]
    if nominal.side is not None or not said or doc[nominal.head].tag_ not in {"NNS", "NNPS"}:
        return ()
    met = those_met(known, doc)
    office = {*said[:-1], nominal.lemma}  # "the vice foreign ministers": of all who met those in that office
    roles = {i: set((known.actors[i].role or "").split()) for i in met}
    if len(said) > 1:
        met = tuple(i for i in met if office <= roles[i])
    if len(met) < len(("one", "other")) or nominal.count not in {None, len(met)}:
        return ()
    if nominal.lemma in ALIKE and len(said) == 1:
        return met
    if nominal.lemma == "leader" and len(said) == 1:
        return met if any(roles[i] & heads for i in met) else ()
    return met if all(office <= roles[i] for i in met) else ()


ALIKE = frozenset({"participant", "official", "principal", "diplomat", "interlocutor"})
"""Nouns for each of those who met, whatever his office."""
COUNTS = frozenset({"the", "both", "all", "two", "three", "four"})


def _are_persons(trace: Trace, known: Known) -> bool:
    return all(known.actors[i].kind == "person" for i in trace.actors)


def _met_by(host: Trace, hosts: list[Trace], here: list[Trace], doc: Doc, known: Known) -> tuple[int, ...]:
    """Who met in the clause whose subject is `host`; empty where its verb tells of no meeting with persons."""
    subject = doc[host.token]
    while subject.dep_ == "conj" and subject.head.i != subject.i:
        subject = subject.head
    verb = subject.head
    lead = _lead(verb)
    if lead is None:
        return _met_each_other(verb, here, known) if verb.lemma_ in MEETING else ()
    whom = [t for t in here if t.token > lead.i and _are_persons(t, known) and not _is_first_title(doc[t.token])]
    listed: list[int] = []
    last = lead.i
    for trace in sorted(whom, key=lambda t: t.token):
        if trace.token <= last:
            continue
        if _acts_itself(doc[trace.token]) or not _are_joined(doc[last + 1 : trace.token]):
            break
        if listed and _tells_whose(doc[last + 1 : trace.token]):
            break
        listed += trace.actors
        last = trace.token
    first = [i for t in hosts if t.token < verb.i for i in t.actors]
    met = tuple(dict.fromkeys((*first, *listed)))
    return met if listed and len(met) > len(set(first)) else ()


def _met_each_other(verb: Token, here: list[Trace], known: Known) -> tuple[int, ...]:
    """ "President Torv of Kenya, Chancellor Nur of Chad, and Minister Abdi met today": those listed before the verb."""
    listed: list[int] = []
    first = verb.i
    for trace in sorted((t for t in here if t.token < verb.i), key=lambda t: -t.token):
        if _is_first_title(verb.doc[trace.token]) or not _are_persons(trace, known):
            continue
        if not _are_joined(verb.doc[trace.token + 1 : first]):
            break
        listed = [*trace.actors, *listed]
        first = trace.token
    met = tuple(dict.fromkeys(listed))
    return met if len(met) > 1 else ()


def _is_first_title(word: Token) -> bool:
    """ "Crown Prince and Prime Minister Torv": the first of two titles of one person."""
    behind = word.doc[word.i + 1 : word.i + 3]
    is_bare = (
        word.pos_ == "PROPN"
        and word.ent_type_ != "PERSON"
        and not any(kid.dep_ in {"det", "poss"} for kid in word.lefts)
    )
    return is_bare and len(behind) == len(("and", "Prime")) and behind[0].lower_ == "and" and behind[1].is_title


def _lead(verb: Token) -> Token | None:
    """The "with" behind the verb of a meeting, or the verb itself where whom somebody met is its object."""
    things = [kid for kid in verb.rights if kid.dep_ == "dobj"]
    is_held = verb.lemma_ in HOLDING and any(kid.lemma_.lower() in HELD for kid in things)
    if verb.lemma_ not in MEETING and not is_held:
        return None
    until = min(verb.i + LONGEST_LEAD, verb.sent.end)
    with_ = next((t for t in verb.doc[verb.i + 1 : until] if t.lower_ == "with"), None)
    is_direct = verb.lemma_ == "meet" and any(kid.pos_ == "PROPN" for kid in things)
    return verb if with_ is None and is_direct else with_


def _acts_itself(name: Token) -> bool:
    """ "Met with Haddad and Nur said": the subject of the next clause, which parsers may join to the name before."""
    behind = name.doc[name.i + 1 : name.i + 2]
    return name.dep_ in {"nsubj", "nsubjpass"} or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in behind)


def _are_joined(between: Span) -> bool:
    """Whether nothing stands between two names but titles, states, and bodies that one of them represents."""
    words = {token.lower_ for token in between}
    place = {"in"} if "representing" in words else set()
    return all(_may_stand_between(token, place) for token in between)


def _tells_whose(between: Span) -> bool:
    """ "With Haddad, Chief of Staff for President Nur": the post of the first, which names whom he serves."""
    words = [token.text for token in between]
    if "and" in words or not words:
        return False
    behind = words[len(words) - words[::-1].index(",") :] if "," in words else words
    return "," not in words or any(word.islower() and word not in {"of", "the"} for word in behind)


def _may_stand_between(token: Token, place: set[str]) -> bool:
    if token.tag_ == "NNS" and token.text.islower():
        return False  # "with aides of Haddad"
    is_told = token.pos_ in {"PROPN", "NOUN", "ADJ", "NUM"} or token.lower_ in {"representing", "foreign", *place}
    is_part = token.i > 0 and token.nbor(-1).text in HYPHENS  # "Chairman-in-Office"
    return is_told or is_part or token.lower_ in BETWEEN or token.text in HYPHENS
