"""Where the text tells of an act between parties: who acts on whom, when; and which tellings are of one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import actors_at, mention_at, objects, place_of, prepositional, subjects, when_of
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.status import event_status
from dragoman.annotate.voices import overlaps
from dragoman.kinds.cues import Cue, find_cues
from dragoman.kinds.futures import clause_words, find_futures
from dragoman.kinds.windows import apart_in_time
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, EventStatus, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMING_DEPS = frozenset({"amod", "compound", "nmod", "poss"})
UNREAL = frozenset({"if", "unless", "whether"})
TOLD = frozenset({"held", "ongoing"})


class Act(Struct, frozen=True, kw_only=True):
    """One telling of an act: its row, who acts on whom, when, where, whether; `span` covers the words that tell it."""

    row: Row
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    when: When | None
    place: str | None
    status: EventStatus
    span: Span
    head: Token


class ActWords(Struct, frozen=True):
    """The table `action_words` by meaning."""

    light: frozenset[str]
    figure: frozenset[str]
    aimed: frozenset[str]


@cache
def _words(rows: tuple[Row, ...]) -> ActWords:
    return ActWords(
        *(
            frozenset(word for row in rows if row.means == means for word in row.words)
            for means in ("light", "figure", "aimed")
        )
    )


def find_acts(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    """Every telling of an act by somebody who is named, as news or background; what is only planned or feared aside."""
    words = _words(lexicon.rows("kinds/action_words"))
    rows = [row for row in lexicon.rows("kinds/action") if row.pos != "modal"]
    for cue in find_cues(annotated.doc, rows):
        head = _head(annotated.doc, cue)
        status = event_status(head).value
        if status not in TOLD or _is_unreal(head) or _is_figure(head, words):
            continue
        who = _by_noun(annotated, head, words) if head.pos_ in {"NOUN", "PROPN"} else subjects(head)
        actors = _parties(tuple(actor for token in who for actor in _acting(annotated, token)))
        if not actors:
            continue
        if cue.row.means == "ACCUSE" and not _is_between_parties(actors, _targets(annotated, head, words)):
            continue
        targets = [a for a in _targets(annotated, head, words) if all(a.name != b.name for b in actors)]
        yield Act(
            row=cue.row,
            actors=actors,
            targets=tuple(targets),
            when=_past(annotated, when_of(annotated, head)),
            place=place_of(annotated, head, lexicon),
            status=status,
            span=_cover(head, cue, who),
            head=head,
        )
    yield from _threats(annotated, lexicon)


def _threats(annotated: Annotated, lexicon: Lexicon) -> Iterator[Act]:
    """ "We will bomb the harbour": a speaker's own harm to come."""
    row = next(row for row in lexicon.rows("kinds/action") if row.pos == "modal")
    day = annotated.article.published
    for future in find_futures(annotated, lexicon):
        if future.sort == "threat" and future.speaker is not None:
            yield Act(
                row=row,
                actors=(future.speaker,),
                targets=_parties(actors_at(annotated, objects(future.verb))),
                when=None if day is None else When("", day, day, approx=True),
                place=None,
                status="held",
                span=clause_words(future.root),
                head=future.verb,
            )


# ---- who and whom ----------------------------------------------------------------------------------------------------


def _head(doc: Doc, cue: Cue) -> Token:
    """The word that tells the act: the first of a verb's phrase, the last noun of a noun's."""
    first, last = doc[cue.first], doc[cue.last]
    if first.pos_ == "VERB":
        return first
    return first if last.head is first or last.head.head is first else last


def _is_unreal(head: Token) -> bool:
    """ "if they attack", "must withdraw": a condition or a duty, also where it stands on the verb joined before."""
    first = head
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    below = [*head.children, *first.children]
    return any((c.dep_ == "mark" and c.lower_ in UNREAL) or (c.dep_ == "aux" and c.tag_ == "MD") for c in below)


def _is_figure(head: Token, words: ActWords) -> bool:
    """ "struck a deal", "seized the moment"; a verb without any object of its own where it needs one."""
    return any(c.lemma_.lower() in words.figure for c in head.children if c.dep_ in {"dobj", "nsubjpass", "compound"})


def _by_noun(annotated: Annotated, noun: Token, words: ActWords) -> list[Token]:
    """Who acts in "Russia's attack", "Russian air raids", "an attack by X", "X launched an attack", "help from X"."""
    named = [c for c in noun.lefts if c.dep_ in NAMING_DEPS]
    found = [t for c in named for t in (c, *c.conjuncts) if _is_party(annotated, t) or _demonym(t)]
    found = found or prepositional(noun, ("by", "from", "between"))
    found = found or [t for c in noun.children if c.dep_ == "acl" for t in prepositional(c, ("by",))]
    if found:
        return found
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "one of its largest attacks", "a wave of attacks"
        noun = noun.head.head
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words.light:
        return subjects(verb)
    return []


def _acting(annotated: Annotated, token: Token) -> tuple[Actor, ...]:
    """The actors of a token; an adjective of a state ("Russian air raids") stands for the state."""
    found = actors_at(annotated, [token])
    state = _demonym(token)
    return found or ((state,) if state else ())


def _demonym(token: Token) -> Actor | None:
    known = load_gazetteer().at(token.doc.text, token.idx) if token.text[:1].isupper() else None
    if known is None or known.form not in {"state", "demonym", "organisation"}:
        return None
    return Actor(known.name, (token.text,), known.side, None, known.kind)


def _is_party(annotated: Annotated, token: Token) -> bool:
    mention = mention_at(annotated, token)
    return mention is not None and bool(mention.actors) and mention.form != "place"


def _targets(annotated: Annotated, head: Token, words: ActWords) -> tuple[Actor, ...]:
    """Whom the act is aimed at: the verb's object, a noun's "on" or "against"; a place stands for its state."""
    tokens = objects(head) if head.pos_ == "VERB" else []
    tokens = tokens + prepositional(head, words.aimed)
    for token in list(tokens):  # "sanctions on X": what is aimed hangs on the object
        tokens += prepositional(token, words.aimed)
    return _parties(tuple(actor for token in tokens for actor in _struck(annotated, token)))


def _struck(annotated: Annotated, token: Token) -> tuple[Actor, ...]:
    """The party that a target stands for: itself, the state of a place, the owner of a thing ("Russian oil")."""
    found = actors_at(annotated, [token])
    if found:
        return found
    mention = mention_at(annotated, token)
    if mention is not None and mention.actors:
        return (annotated.actors[mention.actors[0]],)
    return tuple(actor for c in token.lefts if c.dep_ in NAMING_DEPS for actor in _acting(annotated, c))


def _is_between_parties(actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> bool:
    """Whether one side accuses another; a critic of a politician is none."""
    sides, others = {a.side for a in actors} - {None}, {a.side for a in targets} - {None}
    return bool(sides and others and not sides & others)


def _parties(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Each actor once, troops and other unnamed groups as the party that they act for."""
    found: list[Actor] = []
    for actor in actors:
        if actor.kind == "group" and actor.side and actor.side != actor.name:
            actor = Actor(actor.side, (actor.name, *actor.aliases), actor.side, None, "state")
        if all(actor.name != other.name for other in found):
            found.append(actor)
    return tuple(found)


def _past(annotated: Annotated, when: When | None) -> When | None:
    """The time of an act that is told as done; a time after publication is another event's."""
    published = annotated.article.published
    return None if when and published and when.start and when.start > published else when


def _cover(head: Token, cue: Cue, who: list[Token]) -> Span:
    """From the actor to the end of the verb's object or the noun's phrase, inside the sentence."""
    doc, sent = head.doc, head.sent
    inside = [t for t in who if sent.start <= t.i < sent.end]
    first = min([head.i, cue.first, *(t.left_edge.i for t in inside)])
    nearby = [c.right_edge.i for c in head.children if c.dep_ in {"dobj", "prep", "npadvmod", "agent"}]
    last = max([head.i, cue.last, *(t.i for t in inside), *nearby])
    last = min(last, sent.end - 1)
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


# ---- one act, however often told -------------------------------------------------------------------------------------


def without_means(acts: Iterable[Act]) -> Iterator[Act]:
    """The acts without those that only tell the means of an attack around them ("attacked, deploying 70 missiles")."""
    told = tuple(acts)
    for act in told:
        if act.row.means != "MOBILIZE" or not any(
            other.row.means == "ASSAULT" and other.head.sent == act.head.sent and _share(act.actors, other.actors)
            for other in told
        ):
            yield act


def is_one_act(a: Act, b: Act) -> bool:
    """One act in one article: the same type, an actor in common, no targets or days apart, and the same word or day."""
    if a.row.means != b.row.means or not _share(a.actors, b.actors):
        return False
    if (a.targets and b.targets and not _share(a.targets, b.targets)) or apart_in_time(a.when, b.when):
        return False
    if a.place and b.place and a.place != b.place:
        return False
    if a.row.id.split("_")[0] == b.row.id.split("_")[0] or overlaps(a.span, b.span):
        return True
    return a.head in b.head.conjuncts or (a.when is not None and a.when == b.when)


def _share(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return any(x.name == y.name for x in a for y in b)
