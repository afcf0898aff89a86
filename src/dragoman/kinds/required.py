"""What a demand is of: told behind "which include", broken off before its object, or nothing that a party could do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional
from dragoman.kinds.frames import parties_at
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ANYBODY = frozenset({"everyone", "everybody", "anyone", "anybody", "all", "people", "one"})
BARE = frozenset({"VB", "VBG"})


def groups_at(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """ "Urged all parties to sign": those asked who are of no side, by what the text calls them."""
    told = tuple(tokens)
    groups = [_as_told(actor) for actor in actors_at(annotated, told) if actor.kind == "group"]
    if groups:
        return tuple(groups)
    return tuple(Actor(t.doc[t.left_edge.i : t.i + 1].text, (), None, None, "group") for t in told if _is_many(t))


def _is_many(noun: Token) -> bool:
    """ "All armed actors", "the international community"."""
    before = {c.lower_ for c in noun.lefts}
    word = noun.lemma_.lower()
    return (word in ACTING and bool(before & WHOLE)) or (word == "community" and "international" in before)


WHOLE = frozenset({"all", "both", "each"})
"""Words before those who are asked together."""
ACTING = frozenset({"actor", "player", "nation", "government", "stakeholder", "faction", "belligerent", "combatant"})
"""Those who can be asked."""


def _as_told(group: Actor) -> Actor:
    """ "All parties" rather than "parties"."""
    whole = next((name for name in group.aliases if name.split()[0].lower() in WHOLE), None)
    if whole is None:
        return group
    name = whole[0].lower() + whole[1:]
    return Actor(name, (group.name, *(a for a in group.aliases if a.lower() != name)), None, None, "group")


def keepers(annotated: Annotated, content: Span) -> tuple[Actor, ...]:
    """ "The release of the envoys held by Kenya", "an end to sanctions imposed by it": of whom it is asked."""
    words = annotated.doc.char_span(content.start, content.end, alignment_mode="expand") or ()
    held = [t for t in words if t.lemma_.lower() in HOLDING and t.dep_ in {"acl", "relcl"} and is_passive(t)]
    by = [t for verb in held for t in prepositional(verb, ("by",))]
    return parties_at(annotated, by) or groups_at(annotated, by)


HOLDING = frozenset({"hold", "detain", "impose", "imprison", "jail", "capture", "occupy", "block"})
"""What those do to whom one turns for an end of it."""


def is_suffered(verb: Token, lot: frozenset[str]) -> bool:
    """ "Kenya must be deprived of it", "must be secure", "should become a member": asked of others than the subject.

    `lot` are words of what somebody is granted.
    """
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    forms = {verb, bound}
    if any(is_passive(t) for t in forms):
        return True
    given = [c for t in forms for c in t.children if c.dep_ in {"acomp", "attr", "dobj"}]
    return any(t.lemma_ in {"be", "become", "have", "remain"} for t in forms) and any(
        t.lemma_.lower() in lot for t in given
    )


def told_after(noun: Token) -> list[Token]:
    """ "Its demands, which include a truce and a vote": the truce; empty where nothing is told so."""
    relatives = [c for c in noun.rights if c.dep_ == "relcl" and c.lemma_ == "include"]
    return [t for clause in relatives for t in objects(clause)[:1]]


def is_budget(verb: Token, thing: Token) -> bool:
    """ "Requested an additional $5 million": a sum that is asked of one's own parliament; "from Kenya" is a demand."""
    is_sum = any(t.ent_type_ == "MONEY" for t in (thing, *thing.lefts))
    return verb.lemma_ == "request" and is_sum and not prepositional(verb, ("from", "of"))


def is_for_anybody(subject: Token, verb: Token) -> bool:
    """ "Everyone should be happy": how people should feel or be, and nothing that a party could do."""
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    is_state = bound.lemma_ in {"be", "feel", "stay", "remain"} and any(c.dep_ == "acomp" for c in bound.children)
    return subject.lower_ in ANYBODY and is_state


def is_pointed_at(subject: Token) -> bool:
    """ "That must stop", "all of this has to be dealt with": what it is isn't told by the words."""
    of = [g for c in subject.children if c.lower_ == "of" for g in c.children]
    is_all = subject.lower_ == "all" and any(t.lower_ in {"that", "this", "it"} for t in of)
    return is_all or subject.lower_ in {"that", "this"}


def is_supposed(modal: Token) -> bool:
    """ "The price should such a raid occur", "should it fail": if it does."""
    after = modal.doc[min(modal.i + 1, len(modal.doc) - 1)]
    return modal.lower_ == "should" and after.i > modal.i and (after.lower_ in {"such", "any", "it", "they"})


def to_its_object(doc: Doc, content: Span) -> Span:
    """ "Allow and facilitate, without delay, all aid": the words up to the object that stands behind an aside."""
    words = doc.char_span(content.start, content.end, alignment_mode="expand")
    if words is not None and words[-1].tag_ == "IN" and words.end < words.sent.end and doc[words.end].is_alpha:
        return _to_mark(doc, content, words.end)
    if words is None or words[-1].tag_ not in BARE or words.end >= words.sent.end or doc[words.end].text != ",":
        return content
    if any(c.dep_ in {"dobj", "xcomp", "ccomp", "acomp"} and c.i > words[-1].i for c in words[-1].children):
        return content
    commas = [t.i for t in doc[words.end + 1 : words.sent.end] if t.text == ","]
    if not commas or doc[words.end + 1].pos_ not in {"ADP", "SCONJ", "ADV"}:
        return content
    last = words.sent.end
    while last > words.end and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return Span(content.start, doc[last - 1].idx + len(doc[last - 1]))


def _to_mark(doc: Doc, content: Span, behind: int) -> Span:
    """ "To withdraw from", which the parser cuts before "all occupied land": the words up to the next mark."""
    sentence = doc[behind].sent
    last = next((t.i for t in doc[behind : sentence.end] if t.is_punct and t.text != "-"), sentence.end) - 1
    return Span(content.start, doc[last].idx + len(doc[last]))
