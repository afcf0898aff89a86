"""What a demand is of: told behind "which include", broken off before its object, or nothing that a party could do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, objects, prepositional
from dragoman.annotate.phrases import phrase, word_begin
from dragoman.kinds.frames import is_party, parties_at
from dragoman.kinds.wielding import NAMING_DEPS, actors_of
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token
    from dragoman.parsed import Span as Words

ANYBODY = frozenset({"everyone", "everybody", "anyone", "anybody", "all", "people", "one"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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


def named_at(annotated: Annotated, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    """ "Urged Torv to sign", "urged certain brokers to wait": whoever is asked outright, though of no side."""
    told = tuple(t for t in tokens if t.pos_ != "PRON")
    persons = tuple(actor for actor in actors_at(annotated, told) if actor.kind == "person")
    many = (t for t in told if t.tag_ in {"NNS", "NNPS"} or (t.tag_ == "NNP" and t.text.endswith("States")))
    names = (phrase(t, with_prepositions=False).text.removeprefix("the ") for t in many)
    return persons or tuple(Actor(name, (), None, None, "group") for name in names)


def doers_in(annotated: Annotated, things: Iterable[Token], deeds: frozenset[str]) -> tuple[Actor, ...]:
    """ "Urged Kenya's withdrawal", "urged Kenyan de-escalation": whose deed is asked for; `deeds` are their words."""
    done = [t for t in things if t.lemma_.lower() in deeds]
    before = [word for t in done for word in t.doc[max(t.doc[word_begin(t.doc, t.i)].left_edge.i, t.sent.start) : t.i]]
    owners = (word for word in before if word.dep_ in NAMING_DEPS and word.pos_ in {"ADJ", "PROPN"})
    found = dict.fromkeys(actor.name for word in owners for actor in actors_of(annotated, word) if is_party(actor))
    return tuple(Actor(name, (), name, None, "state") for name in found)


def is_own_task(thing: Token, issue: str) -> bool:
    """ "The importance of working with allies", "of maintaining stability": one's own task, asked of nobody."""
    shared = thing.tag_ == "VBG" and thing.lemma_ in TOGETHER and any(c.lower_ == "with" for c in thing.children)
    return shared or (thing.lemma_ in KEEPING_UP and issue in GENERAL)


TOGETHER = frozenset({"work", "cooperate", "coordinate", "collaborate", "partner", "engage", "consult"})
KEEPING_UP = frozenset({"maintain", "strengthen", "enhance", "deepen", "expand", "continue", "preserve", "uphold"})
"""Verbs of what goes on, which is valued and not asked for."""
GENERAL = frozenset({"other", "governance", "economy"})
"""Issues of what is valued in general words."""


def is_judged(verb: Token, modal: Token) -> bool:
    """ "Trade should be a bridge", "it should serve as a tool": what a thing is worth, and nothing to be done."""
    if modal.lower_ != "should":
        return False
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    is_what = bound.lemma_ == "be" and any(c.dep_ == "attr" and c.pos_ == "NOUN" for c in bound.children)
    return is_what or (bound.lemma_ in {"serve", "act"} and any(c.lower_ == "as" for c in bound.children))


def are_circumstances(noun: Token) -> bool:
    """ "The conditions that would allow talks": how things are to be, and no terms."""
    relatives = (c for c in noun.children if c.dep_ == "relcl")
    return noun.lemma_ == "condition" and any(c.lemma_ in {"allow", "enable", "permit", "lead"} for c in relatives)


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
    if any(is_passive(t) or t.lemma_ in {"receive", "get", "obtain"} for t in forms):
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
    if words is not None and (last := _place_after(words) or _list_after(words) or _told_behind(words)):
        return Span(content.start, doc[last].idx + len(doc[last]))
    if words is not None and words[-1].tag_ == "IN" and any(c.tag_ == "WDT" for c in words[-1].children):
        return content  # "the clause that it insists on"
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


def _part_after(words: Words) -> int | None:
    """ "Control" before "over the coast" in "its demand for control over the coast", which the parser hangs on demand.

    The last word of that part.
    """
    root, doc = words.root, words.doc
    after = doc[min(words.end, len(doc) - 1)]
    noun = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "for" else None
    if noun is None or noun.pos_ != "NOUN" or after.head != noun or after.dep_ != "prep" or after.i != words.end:
        return None
    return None if after.lower_ in {"by", "from", "as", "to"} else _before_punctuation(after.right_edge)


def _doing_after(words: Words) -> int | None:
    """ "The rebels" before "keeping the truce" in "depends on the rebels keeping the truce": the last word of it."""
    root, doc = words.root, words.doc
    after = doc[min(words.end, len(doc) - 1)]
    if root.dep_ != "pobj" or after.tag_ != "VBG" or after.dep_ != "advcl" or after.i != words.end:
        return None
    return _before_punctuation(after.right_edge) if after.head == root.head.head else None


def _place_after(words: Words) -> int | None:
    """ "Peace" before "across the strait", which the parser hangs on the verb: the last word of where."""
    after = words.doc[min(words.end, len(words.doc) - 1)]
    where = [c for c in after.children if c.dep_ == "pobj"] if after.lower_ in WHERE and after.i == words.end else []
    if not where or where[0].ent_type_ in {"DATE", "TIME"} or words[-1].is_punct:
        return None
    return _before_punctuation(after.right_edge)


def _list_after(words: Words) -> int | None:
    """ "To seize it" before ", hear them, and sign": the last word of the verbs that the parser hangs on "urged"."""
    doc, behind = words.doc, words.end + 1
    if behind >= words.sent.end or doc[words.end].text != ",":
        return None
    verb = doc[behind]
    above = (words.root, words.root.head)
    hung = verb.dep_ in {"dep", "xcomp"} and words.root.dep_ == "xcomp" and verb.head in above
    beside = hung and verb.tag_ == "VB" and not any(c.dep_ in {"aux", *SUBJECTS} for c in verb.children)
    return _before_punctuation(verb.right_edge) if beside else None


def _told_behind(words: Words) -> int | None:
    return _state_after(words) or _colon_after(words) or _part_after(words) or _doing_after(words)


def _colon_after(words: Words) -> int | None:
    """ "Recognize one thing" before ": nobody can win": the last word of what the colon opens."""
    doc, end, last = words.doc, words.end, words.sent.end
    if end + 1 >= last or doc[end].text != ":" or not doc[end + 1].is_alpha:
        return None
    stop = next((t.i for t in doc[end + 1 : last] if t.is_quote or t.text in {";", "—", "–"}), last)
    return _before_punctuation(doc[stop - 1])


def is_torn_clause(doc: Doc, content: Span) -> bool:
    """ "Urged that the rebels meeting in Torvik for talks" before "agree to it": the parser lost what is asked."""
    words = doc.char_span(content.start, content.end, alignment_mode="expand")
    if words is None or words.start <= words.sent.start:
        return False
    root = words.root
    bare = root.tag_ == "VBG" and not any(c.dep_ in {"aux", "auxpass"} for c in root.children)
    if (root.pos_ not in {"NOUN", "PROPN"} and not bare) or root.dep_ == "csubj":
        return False
    mark = doc[words.start - 1]
    return mark.lower_ == "that" and mark.tag_ == "IN"


def _state_after(words: Words) -> int | None:
    """ "Ensuring votes" before "are held in May": the last word of what is to be ensured."""
    after = words.doc[min(words.end, len(words.doc) - 1)]
    if words[0].lemma_ != "ensure" or after.i != words.end or after.pos_ != "AUX" or after.i >= words.sent.end:
        return None
    mark = (t.i for t in words.doc[words.end : words.sent.end] if t.is_punct and t.text != "-")
    return next(mark, words.sent.end) - 1


def _before_punctuation(last: Token) -> int:
    while last.i > 0 and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return last.i


WHERE = frozenset({"across", "throughout", "between", "among"})
"""Prepositions of where something shall be, seldom of where it was asked."""


def _to_mark(doc: Doc, content: Span, behind: int) -> Span:
    """ "To withdraw from", which the parser cuts before "all occupied land": the words up to the next mark."""
    sentence = doc[behind].sent
    last = next((t.i for t in doc[behind : sentence.end] if t.is_punct and t.text != "-"), sentence.end) - 1
    return Span(content.start, doc[last].idx + len(doc[last]))
