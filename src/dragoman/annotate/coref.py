"""Who is meant: nouns ("the envoy", "Syrian rebels", "both presidents") and pronouns, read in the order of the text.

A noun or pronoun is resolved to what was said before it, by number, office and side; where two candidates stand
equally near the mention keeps no actor. First persons ("we") are left to `voices`: they depend on who speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.mentions import Named
from dragoman.annotate.nominals import Nominal, find_nominals
from dragoman.annotate.phrases import is_subject
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Mention, MentionForm, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MEMORY = 60
"""Earlier mentions that a pronoun may look back to."""


class Words(Struct, frozen=True):
    """Pronouns by what they can stand for, offices of heads of state, number words."""

    person: frozenset[str]
    many: frozenset[str]
    body: frozenset[str]
    heads: frozenset[str]
    count: frozenset[str]
    against: frozenset[str]


class Trace(Struct, frozen=True):
    """An earlier mention: its token, sentence and actors, whether it was a subject, whether it stood in quotes."""

    token: int
    sentence: int
    actors: tuple[int, ...]
    subject: bool
    quoted: bool
    plural: bool


class Known(Struct):
    """What the walk through the text has found so far; lives within `find_mentions` only."""

    actors: list[Actor]
    trail: list[Trace]
    by_name: dict[str, int]
    named: int
    """How many of the actors, from the first on, have a name of their own."""


def coref_words(lexicon: Lexicon) -> Words:
    """The tables of `actors/groups` that coreference needs."""
    table = "actors/groups"
    return Words(
        lexicon.words(table, "person"),
        lexicon.words(table, "many"),
        lexicon.words(table, "body"),
        lexicon.words(table, "head"),
        lexicon.words(table, "count"),
        lexicon.words(table, "against"),
    )


class Ground(Struct, frozen=True):
    """What the text names, before nouns and pronouns are read: names, their actors, sentences and quotations."""

    named: tuple[Named, ...]
    actors: tuple[Actor, ...]
    actor_of: dict[int, int]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...]


def find_mentions(doc: Doc, ground: Ground, lexicon: Lexicon) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """All mentions in the order of the text, and the actors they stand for (those named, then groups and offices)."""
    words = coref_words(lexicon)
    sentence_of = {i: n for n, s in enumerate(ground.sentences) for i in range(s.first, s.last)}
    in_quote = _quoted_tokens(doc, ground.quoted)
    known = Known(list(ground.actors), [], {actor.name: i for i, actor in enumerate(ground.actors)}, len(ground.actors))
    starts = {n.first: (i, n) for i, n in enumerate(ground.named) if n.form != "marker"}
    nominals = {n.head: n for n in find_nominals(doc, ground.named, ground.actors, ground.actor_of, lexicon)}
    covered = {i for n in ground.named for i in range(n.first, n.last)}
    mentions: list[Mention] = []
    actors: tuple[int, ...]
    for token in doc:
        where = sentence_of.get(token.i, -1)
        if token.i in starts:
            i, one = starts[token.i]
            head, first, last = doc[one.first : one.last].root, one.first, one.last
            actors = (ground.actor_of[i],) if i in ground.actor_of else ()
            form: MentionForm = "place" if one.form == "place" else "name"
        elif token.i in nominals:
            nominal = _owned(nominals[token.i], doc, mentions, known)
            head, first, last, form = token, nominal.first, nominal.last, "role"
            actors = _nominal_actors(nominal, known, words)
        elif token.i not in covered and (kind := _pronoun_kind(token, words)):
            head, first, last, form = token, token.i, token.i + 1, "pronoun"
            actors = _pronoun_actors(token, kind, known, where, token.i in in_quote)
        else:
            continue
        mentions.append(Mention(Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])), head.i, actors, form))
        if actors and form != "place":
            trace = Trace(head.i, where, actors, is_subject(head), token.i in in_quote, _is_plural(head))
            known.trail.append(trace)
            if joint := _joint(doc, trace, known):
                known.trail.append(joint)
    return tuple(known.actors), tuple(mentions)


def _joint(doc: Doc, trace: Trace, known: Known) -> Trace | None:
    """What "A and B" leaves behind beside A and B: both, for a later "they"."""
    head = doc[trace.token].head
    if doc[trace.token].dep_ != "conj" or not trace.subject:
        return None
    earlier = next((t for t in reversed(known.trail[-8:-1]) if t.token == head.i), None)
    if earlier is None or set(earlier.actors) & set(trace.actors):
        return None
    return Trace(head.i, trace.sentence, (*earlier.actors, *trace.actors), True, trace.quoted, True)


def _quoted_tokens(doc: Doc, quoted: tuple[Span, ...]) -> set[int]:
    found: set[int] = set()
    for span in quoted:
        inside = doc.char_span(span.start, span.end, alignment_mode="contract")
        found.update(range(inside.start, inside.end) if inside is not None else ())
    return found


def _owned(nominal: Nominal, doc: Doc, mentions: list[Mention], known: Known) -> Nominal:
    """ "his president": the side is that of the one meant by "his"; unchanged without a possessive pronoun."""
    owner = next((c for c in doc[nominal.head].lefts if c.tag_ == "PRP$"), None)
    if owner is None or nominal.side is not None:
        return nominal
    meant = next((m for m in reversed(mentions) if m.head == owner.i), None)
    side = known.actors[meant.actors[0]].side if meant is not None and len(meant.actors) == 1 else None
    return structs.replace(nominal, side=side) if side else nominal


# ---- nouns -----------------------------------------------------------------------------------------------------------


def _nominal_actors(nominal: Nominal, known: Known, words: Words) -> tuple[int, ...]:
    """The actors of a noun phrase: those it names, a person in that office, all parties, or a group of its own."""
    if nominal.members:
        return nominal.members
    if nominal.means == "parties":
        return _parties(nominal, known, words)
    if nominal.means == "office" and nominal.definite:
        person = _office_holder(nominal, known, words)
        if person is not None:
            return (person,)
    if nominal.lemma in words.against and nominal.side is None:
        earlier = [i for i, a in enumerate(known.actors) if a.side and a.side.endswith(" opposition")]
        if earlier:
            return (earlier[-1],)
    return (_own_actor(nominal, known),)


def _own_actor(nominal: Nominal, known: Known) -> int:
    """The group that the phrase itself names; the same words mean the same group throughout the article."""
    where = known.by_name.get(nominal.name)
    if where is None:
        where = known.by_name[nominal.name] = len(known.actors)
        kind = "state" if nominal.means == "state" else "person" if nominal.means == "office" else "group"
        aliases = (nominal.text,) if nominal.text != nominal.name else ()
        role = nominal.lemma if nominal.means == "office" else None
        known.actors.append(Actor(nominal.name, aliases, nominal.side, role, kind))  # type: ignore[arg-type]
    return where


RANKS = ("vice", "deputy", "general", "former", "prime")
"""Words that make a title another one: a deputy secretary is no secretary general."""


def _office_holder(nominal: Nominal, known: Known, words: Words) -> int | None:
    """The person last mentioned who holds the office the phrase names, of its side where it gives one."""
    for trace in reversed(known.trail):
        for i in trace.actors:
            actor = known.actors[i]
            if actor.kind != "person" or not actor.role or actor.name == nominal.name:
                continue
            if nominal.side and actor.side and nominal.side != actor.side:
                continue
            roles = actor.role.split()
            if any((word in roles) != (word in nominal.text.lower().split()) for word in RANKS):
                continue
            is_head = nominal.lemma == "leader" and any(role in words.heads for role in roles)
            if nominal.lemma in roles or is_head or (nominal.lemma == "envoy" and "representative" in roles):
                return i
    return _only_candidate(nominal, known, words)


def _only_candidate(nominal: Nominal, known: Known, words: Words) -> int | None:
    """The Russian leader, where nobody was introduced so: the only person of that side without another office."""
    if nominal.side is None or nominal.lemma not in words.heads:
        return None
    seen = {i for trace in known.trail for i in trace.actors}
    fitting = [
        i for i in sorted(seen)
        if known.actors[i].kind == "person" and known.actors[i].side == nominal.side and not known.actors[i].role
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _parties(nominal: Nominal, known: Known, words: Words) -> tuple[int, ...]:
    """ "both presidents", "the two sides": the last two persons in that office, or the last two sides that acted."""
    wanted = nominal.count or 2
    group = _group_of(nominal, known) if nominal.count is None else None
    if group is not None:
        return (group,)
    found: list[int] = []
    persons = nominal.lemma in words.heads or nominal.lemma in {"minister", "man"}
    if not persons and len(_sides_nearby(known)) > wanted:
        return (_own_actor(nominal, known),)  # "both sides" where three are spoken of: nobody is guessed at
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            holds = i < known.named and actor.kind == "person" and _holds(actor, nominal.lemma, words)
            fits = holds if persons else _is_side(actor)
            if fits and i not in found and all(known.actors[j].side != actor.side or actor.side is None for j in found):
                found.append(i)
        if len(found) >= wanted:
            return tuple(sorted(found[:wanted]))
    if nominal.lemma == "leader" and (pair := _last_persons(known, wanted)):
        return pair
    return (_own_actor(nominal, known),)


NEARBY = 4
"""Sentences back in which the sides that "both sides" can mean are looked for."""


def _sides_nearby(known: Known) -> set[str]:
    """The sides that were named in the last sentences."""
    last = known.trail[-1].sentence if known.trail else 0
    near = [t for t in known.trail[-MEMORY:] if last - t.sentence < NEARBY]
    return {known.actors[i].name for t in near for i in t.actors if _is_side(known.actors[i])}


def _is_side(actor: Actor) -> bool:
    """A state, or an organisation that is a party of its own; a bank or a paper is none."""
    return actor.kind == "state" or (actor.kind == "organisation" and actor.side == actor.name)


def _group_of(nominal: Nominal, known: Known) -> int | None:
    """ "The leaders" after "leaders of 26 nations": the group named before by the same noun, where one was."""
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            words = actor.name.lower().replace("-", " ").split()
            if actor.kind == "group" and len(words) > 1 and any(word.rstrip("s") == nominal.lemma for word in words):
                return i
    return None


def _last_persons(known: Known, wanted: int) -> tuple[int, ...]:
    """The last so many persons of different sides, whatever their office; empty when there are fewer."""
    found: dict[str, int] = {}
    for trace in reversed(known.trail[-MEMORY:]):
        for i in trace.actors:
            actor = known.actors[i]
            if i < known.named and actor.kind == "person" and actor.side and len(found) < wanted:
                found.setdefault(actor.side, i)
    return tuple(sorted(found.values())) if len(found) == wanted else ()


def _holds(actor: Actor, lemma: str, words: Words) -> bool:
    roles = set((actor.role or "").split())
    return lemma in roles or (lemma in {"leader", "man"} and bool(roles & words.heads)) or lemma == "man"


# ---- pronouns --------------------------------------------------------------------------------------------------------


def _pronoun_kind(token: Token, words: Words) -> str | None:
    if token.pos_ != "PRON" or token.dep_ == "expl":
        return None
    word = token.lower_
    if word in words.person:
        return "person"
    if word in words.many:
        return "many"
    return "body" if word in words.body and token.dep_ in {"nsubj", "poss"} else None


def _pronoun_actors(token: Token, kind: str, known: Known, sentence: int, quoted: bool) -> tuple[int, ...]:
    """The best earlier mention of the right number: subjects before others, near before far."""
    best: tuple[float, int] | None = None
    chosen: tuple[int, ...] = ()
    for order, trace in enumerate(known.trail[-MEMORY:]):
        if not _fits(trace, kind, known) or trace.quoted > quoted or sentence - trace.sentence > 5:
            continue
        score = _salience(token, trace, sentence)
        if best is None or (score, order) >= best:
            best, chosen = (score, order), trace.actors
    if kind == "many" and (best is None or best[0] < PAIR) and (pair := _pair_before(known, sentence)):
        return pair
    return chosen


PAIR = 0.5
"""The salience of two persons of the sentence before, where "they" has no plural to look back to that is as near."""


def _pair_before(known: Known, sentence: int) -> tuple[int, ...]:
    """The two persons of the sentence before ("A spoke with B. They agreed ..."); empty when they are not two."""
    near = [i for t in known.trail if t.sentence == sentence - 1 and not t.quoted for i in t.actors]
    persons = tuple(sorted({i for i in near if known.actors[i].kind == "person"}))
    return persons if len(persons) == 2 else ()


def _is_plural(head: Token) -> bool:
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "them"}


def _fits(trace: Trace, kind: str, known: Known) -> bool:
    actors = [known.actors[i] for i in trace.actors]
    if kind == "person":
        return len(actors) == 1 and actors[0].kind == "person"
    if kind == "many":
        return len(actors) > 1 or actors[0].kind == "organisation" or (actors[0].kind == "group" and trace.plural)
    return len(actors) == 1 and (
        actors[0].kind in {"state", "organisation"} or actors[0].kind == "group" and not trace.plural
    )


def _salience(token: Token, trace: Trace, sentence: int) -> float:
    """How strongly an earlier mention offers itself: a subject outweighs one sentence of distance, not two."""
    distance = sentence - trace.sentence
    score = -float(distance)
    if trace.subject:
        score += 1.5
    if distance == 0 and token.doc[trace.token].head == token.head and token.dep_ not in {"poss", "nsubj"}:
        score -= 4  # "Putin told him": an argument of the same verb is somebody else
    return score
