"""Where a party demands something: verbs of asking, "must" in speech, conditions, red lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.kinds.frames import (
    Met,
    clause_words,
    is_party,
    is_somebody,
    own_words,
    parties_at,
    people_at,
    phrase_table,
    rows_met,
    speakers_at,
    telling_span,
    trimmed,
)
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE = "kinds/demand"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
UNDER = frozenset({"if", "whether", "unless"})
OUTRIGHT = frozenset({"order", "thing", "clause", "need"})
"""Frames whose verbs demand by themselves, whoever speaks; the others count only in a party's mouth."""
LINKS = frozenset({"that", "to", "because", "and", "but", "so"})
LEAST = 2
"""Words below which a content is too thin to be of use ("urged it to reconsider")."""
TIMES = frozenset({"DATE", "TIME", "CARDINAL"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "advcl"})


class Asked(Struct, frozen=True):
    """One demand as the text tells it: who asks what of whom; `told` covers the words that tell it."""

    by: tuple[Actor, ...]
    of: tuple[Actor, ...]
    content: Span
    told: Span
    rule: str


class Wanted(Struct, frozen=True):
    """What a frame found at a row: the heads of what is asked, those who ask and those asked."""

    contents: tuple[Token, ...]
    by: tuple[Actor, ...]
    of: tuple[Token, ...] = ()
    bare: bool = False
    """Whether the asked one stands before the content and is no part of it ("urged Kenya to sign")."""


def find_asked(annotated: Annotated, lexicon: Lexicon) -> Iterator[Asked]:
    """Every demand, in the order of the text; one a content, coordinated contents apart where they differ in issue."""
    table = phrase_table(lexicon.rows(TABLE))
    last = -1  # a word demands by one row only
    for met in rows_met(annotated.doc, table):
        if met.head.i == last or _is_idle(met.head):
            continue
        wanted = FRAMES[met.row.means](annotated, met, lexicon)
        if wanted is None or not wanted.by or not (met.row.means in OUTRIGHT or any(map(is_party, wanted.by))):
            continue
        last = met.head.i
        of = parties_at(annotated, wanted.of)
        for content in _contents(annotated, wanted, lexicon):
            if len(_words(annotated, content)) < LEAST:
                continue
            told = telling_span(met, [*_tellers(annotated, met), *wanted.contents])
            yield Asked(wanted.by, tuple(a for a in of if a not in wanted.by), content, told, met.row.id)


def _words(annotated: Annotated, span: Span) -> list[str]:
    return annotated.article.text[span.start : span.end].split()


def _is_idle(head: Token) -> bool:
    """Whether the word demands nothing as it stands: denied, or only supposed ("if Kenya demanded")."""
    below = list(head.children)
    return any(c.dep_ == "neg" or (c.dep_ == "mark" and c.lower_ in UNDER) for c in below)


def _tellers(annotated: Annotated, met: Met) -> list[Token]:
    return [t for t in subjects(met.head) if t.sent == met.head.sent and t.i < met.head.i and t.dep_ in SUBJECTS][:1]


# ---- what is asked, as words -----------------------------------------------------------------------------------------


def _contents(annotated: Annotated, wanted: Wanted, lexicon: Lexicon) -> list[Span]:
    """The contents as spans, joined ones apart where each has an issue of its own."""
    found: list[Span] = []
    for head in wanted.contents:
        parts = [head, *head.conjuncts] if head.i < min((c.i for c in head.conjuncts), default=head.i + 1) else [head]
        spans = [_own_part(part, bare=wanted.bare) for part in parts]
        issues = [issue_at(annotated, span, lexicon) for span in spans]
        if len(parts) > 1 and "other" not in issues and len(set(issues)) > 1:
            found += spans
        else:
            found.append(_whole(head, bare=wanted.bare))
    return list(dict.fromkeys(found))


def _own_part(head: Token, *, bare: bool) -> Span:
    """The words of one of several joined contents, the others left off."""
    aside = frozenset({"conj", "cc", *(SUBJECTS if bare else ())})
    first, last = own_words(head, aside)
    return _without_to(head, first, last)


def _whole(head: Token, *, bare: bool) -> Span:
    first, last = own_words(head, SUBJECTS if bare else frozenset())
    return _without_to(head, first, last)


def _without_to(head: Token, first: int, last: int) -> Span:
    first, last = max(first, head.sent.start), min(last, head.sent.end)
    while first < head.i and (head.doc[first].is_space or head.doc[first].lower_ in LINKS):
        first += 1
    return trimmed(head.doc, first, last)


# ---- frames: one function a meaning of data/kinds/demand.toml --------------------------------------------------------


def _order(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "urged the parties to sign", "called on Kenya to sign": what follows "to" is asked of the object."""
    clause = _clause_below(met)
    if clause is None or clause.tag_ not in {"VB", "VBP"} or any(c.tag_ == "MD" for c in clause.children):
        return None
    asked = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > met.head.i]
    asked = asked or objects(met.head) or prepositional(met.head, ("on", "upon", "to", "with"))
    asked = [t for t in asked if met.head.i < t.i < clause.i]
    if not asked and met.row.id != "demand.request":
        return None
    everybody = tuple(t for a in asked for t in (a, *a.conjuncts))
    return Wanted((clause,), _askers(annotated, met.head), everybody, bare=True)


def _thing(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "demanded a truce", "called for a truce": the object is asked; "that" or "to" clauses as well."""
    below = [c for part in met.parts for c in part.children if c.i > met.head.i]
    things = [c for c in below if c.dep_ in {"dobj", "pobj"} and c.pos_ != "PRON" and c.ent_type_ not in TIMES]
    if met.parts[-1].pos_ == "NOUN":  # "sought guarantees of a truce"
        things += prepositional(met.parts[-1], ("of", "for"))
    things = things or [c for c in below if c.dep_ in {"pcomp", "ccomp"}]
    things = sorted((t for t in things if t not in met.parts), key=lambda t: t.i)
    if not things:
        return None
    thing = things[0]
    clause = _clause_below(met)
    if clause is not None and is_somebody(annotated, thing) and thing.i < clause.i and clause.tag_ == "VB":
        return Wanted((clause,), _askers(annotated, met.head), (thing, *thing.conjuncts), bare=True)
    of = prepositional(met.head, ("from", "of")) or prepositional(thing, ("from", "by"))
    doers = [c for c in thing.children if c.dep_ in {"nsubj"}] if thing.pos_ == "VERB" else []
    contents = tuple(_listed(t) for t in things if t.dep_ == things[0].dep_ or t.dep_ == "dobj")
    return Wanted(contents, _askers(annotated, met.head), tuple(doers or of))


def _listed(thing: Token) -> Token:
    """ "steps including a truce": the truce, where the words before "including" say nothing of their own."""
    for preposition in thing.children:
        if preposition.lower_ in {"including", "include"}:
            return next((c for c in preposition.children if c.dep_ in {"pobj", "dobj"}), thing)
    return thing


def _clause(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "demanded that Kenya sign", "insists Kenya sign": a clause that states what shall be, not what is."""
    clause = _clause_below(met)
    if clause is None:
        return None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    modal = any(c.lemma_.lower() in lexicon.words(TABLE, "must") for c in clause.children if c.dep_ == "aux")
    is_wish = clause.tag_ in {"VB", "VBP"} or (bool(doers) and doers[0].tag_ == "NNP" and clause.tag_ == "VBZ")
    finite = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in clause.children)
    if not doers or modal or finite or not (is_wish or met.row.id == "demand.demand_that"):
        return None  # "must" finds its own clause
    return Wanted((clause,), _askers(annotated, met.head), tuple(doers))


def _want(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "wants Kenya to sign", "wants a truce"; not "wants to sign", which is its own wish."""
    clause = _clause_below(met)
    if clause is not None:
        doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if not doers and clause.lemma_.lower() == "see":  # "would like to see a truce"
            return _seen(annotated, met, clause)
        return Wanted((clause,), _askers(annotated, met.head), tuple(doers), bare=True) if doers else None
    things = [c for c in met.head.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    if not things or issue_at(annotated, _own_part(things[0], bare=False), lexicon) == "other":
        return None
    return Wanted((things[0],), _askers(annotated, met.head), tuple(prepositional(met.head, ("from",))))


def _seen(annotated: Annotated, met: Met, clause: Token) -> Wanted | None:
    things = [c for c in clause.children if c.dep_ in {"dobj", "ccomp"} and c.pos_ in {"NOUN", "VERB"}]
    of = prepositional(clause, ("from",))
    return Wanted((things[0],), _askers(annotated, met.head), tuple(of)) if things else None


def _must(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Kenya must sign", said by somebody else: the speaker asks it of the subject."""
    verb, subject = _bound_verb(met.head)
    if verb is None or subject is None or subject.lower_ in {"we", "i", "who", "what", "which"}:
        return None
    forms = [c for c in verb.children if c.dep_ in {"aux", "neg", "mark"}]
    supposed = any(c.lower_ in UNDER or c.lemma_ == "have" and c is not met.head for c in forms)
    speakers = speakers_at(annotated, met.head.idx)
    relative = met.head.dep_ == "relcl" or any(c.tag_ in {"WP", "WDT", "WRB"} for c in verb.children)
    if supposed or relative or not speakers or verb.sent.text.rstrip(" ”\"'’").endswith("?"):
        return None
    asked = (subject, *subject.conjuncts)
    if parties_at(annotated, asked) == speakers:
        return None
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    listed = [c for c in bound.children if c.dep_ == "dobj"] if bound.lemma_.lower() == "include" else []
    return Wanted(tuple(listed) or (verb,), speakers, asked)


def _bound_verb(modal: Token) -> tuple[Token | None, Token | None]:
    """The verb that "must", "has to" or "needs to" binds, and its subject."""
    if modal.dep_ == "aux" and modal.head.pos_ in {"VERB", "AUX"}:
        verb, holder = modal.head, modal.head
    else:
        below = [c for c in modal.children if c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.children)]
        if not below:
            return None, None
        verb, holder = modal, modal
    own = [c for c in holder.children if c.dep_ in SUBJECTS]
    return verb, own[0] if own else None


def _crucial(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "it is crucial that Kenya sign", in somebody's words."""
    above = met.head.head if met.head.dep_ in {"acomp", "attr"} else met.head
    clauses = [c for t in {met.head, above} for c in t.children if c.dep_ in {"ccomp", "xcomp"} and c is not met.head]
    speakers = speakers_at(annotated, met.head.idx)
    if not clauses or not speakers:
        return None
    doers = [c for c in clauses[0].children if c.dep_ in {"nsubj", "nsubjpass"}]
    return Wanted((clauses[0],), speakers, tuple(doers)) if doers else None


def _need(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "stressed the need for a truce", "reaffirmed the importance of freeing the hostages"."""
    noun = met.parts[-1]
    below = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    below = below or [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB"]
    if not below:
        return None
    doers = [c for c in below[0].children if c.dep_ == "nsubj"]
    return Wanted((below[0],), _askers(annotated, met.head), tuple(doers))


def _noun(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "its demands for an amnesty", "set out conditions for a truce"."""
    noun = met.head
    owners = [t for c in noun.children if c.dep_ == "poss" for t in (c, *c.conjuncts)]
    below = [g for c in noun.children if c.lower_ in {"for"} for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"}]
    below += [c for c in clauses if any(g.lower_ == "to" for g in c.children) and c.dep_ != "ccomp"]
    by = parties_at(annotated, owners)
    whole = _quantity(noun)
    verb = whole.head
    is_set = whole.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in lexicon.words(TABLE, "set")
    if is_set:
        return Wanted((whole,), by or _askers(annotated, verb))
    if by and below and met.row.id == "demand.demand_noun":
        return Wanted((_listed(below[0]),), by)
    return None


def _quantity(noun: Token) -> Token:
    """ "a series of conditions": the series."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun


def _oppose(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "objected to the inclusion of rebels": what a party won't have; the verb belongs to the content."""
    below = [c for part in met.parts for c in part.children if c.i > met.head.i]
    if not any(c.dep_ in {"dobj", "pobj", "pcomp", "xcomp"} and c.pos_ in {"NOUN", "VERB"} for c in below):
        return None
    whole = clause_words(met.head)
    by = _askers(annotated, met.head)
    if issue_at(annotated, whole, lexicon) == "other":
        return None
    return Wanted((met.head,), by, bare=True)


def _only_if(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "could succeed only if Kenya left": the clause after "if" is the condition."""
    near = [met.head.head, *met.head.head.children, *met.head.head.ancestors]
    clause = next((t for t in near if t.dep_ == "advcl" and any(c.lower_ == "if" for c in t.children)), None)
    speakers = speakers_at(annotated, met.head.idx)
    if clause is None or not speakers:
        return None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return Wanted((clause,), speakers, tuple(doers))


def _depend(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "peace depends on a withdrawal", in somebody's words."""
    things = [c for part in met.parts for c in part.children if c.dep_ in {"pobj", "pcomp"} and c not in met.parts]
    speakers = speakers_at(annotated, met.head.idx)
    return Wanted((things[0],), speakers) if things and speakers else None


def _only_way(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "the only way out is a vote", in somebody's words."""
    verb = met.head.head
    speakers = speakers_at(annotated, met.head.idx)
    if verb.lemma_ != "be" or not any(c.lower_ == "only" for c in met.head.lefts):
        return None
    return Wanted((verb,), speakers)


def _question(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Who will watch it?", asked by a party: a condition put as a question (guidelines, convention 8)."""
    verb = met.head
    asked = [c for c in verb.children if c.tag_ in {"WP", "WRB"} and c.i < verb.i]
    ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "can"} for c in verb.children)
    present = verb.tag_ == "VBZ"
    if not asked or not (ahead or present) or not verb.sent.text.rstrip(" ”\"'’\n").endswith("?"):
        return None
    speakers = speakers_at(annotated, verb.idx)
    return Wanted((verb,), speakers) if verb.dep_ in {"ROOT", "ccomp", "conj"} and speakers else None


def _nothing(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """Rows that only lend their words to a frame."""
    return None


Frame = Callable[[Annotated, Met, Lexicon], Wanted | None]
FRAMES: dict[str, Frame] = {
    "order": _order,
    "thing": _thing,
    "clause": _clause,
    "want": _want,
    "must": _must,
    "crucial": _crucial,
    "need": _need,
    "noun": _noun,
    "oppose": _oppose,
    "only_if": _only_if,
    "depend": _depend,
    "only_way": _only_way,
    "question": _question,
    "set": _nothing,
}


def _clause_below(met: Met) -> Token | None:
    """The clause that is asked for: the first complement after the verb."""
    below = [c for part in met.parts for c in part.children if c.dep_ in COMPLEMENTS and c.i > met.head.i]
    below = [c for c in below if c.dep_ != "advcl" or any(g.lower_ == "to" for g in c.children)]
    return min(below, key=lambda c: c.i, default=None)


def _askers(annotated: Annotated, verb: Token) -> tuple[Actor, ...]:
    """Those who are the verb's subject."""
    return people_at(annotated, subjects(verb))
