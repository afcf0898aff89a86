"""The words of a clause about the future, and the days that they name."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import sentence_span, subjects
from dragoman.annotate.held import times_over
from dragoman.annotate.phrases import word_end
from dragoman.kinds.borrowed import is_of_what_comes_later
from dragoman.kinds.quoting import whole_quotes
from dragoman.types import Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

NOW = "PRESENT_REF"
BESIDE = len(", “in the ")
"""How far behind a clause its time may begin: the parser often hangs a quoted time elsewhere."""
TRAILING = frozenset({"as", "while", "after", "although", "though", "because", "since", "whereas", "amid", "despite"})
CONTRAST = frozenset({"while", "although", "though", "whereas"})


LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]*,? ){0,6}[A-Z][A-Z.’'-]*:\s+")
"""Who speaks in a transcript, before his words: "MS. LUND: "."""


def clause_words(root: Token) -> Span:
    """The clause of `root` with its subject; without joined clauses that have their own subject or modal."""
    doc, sent = root.doc, root.sent
    first, last = _first_of(root), root.right_edge.i
    for child in root.children:
        if child.dep_ in {"conj", "parataxis", "ccomp"} and (_stands_alone(child) or _is_past_after(child, root)):
            if child.i > root.i:
                last = min(last, child.left_edge.i - 1)
            elif child.dep_ == "parataxis" and not _is_put_in(child, root):
                first = max(first, child.right_edge.i + 1)
    for child in (c for t in (root, *(x for x in root.children if x.dep_ == "xcomp")) for c in t.children):
        if child.i > root.i and _is_aside(child) and not _stands_within(child):
            last = min(last, child.left_edge.i - 1)
    first, last = max(first, sent.start, _behind_semicolon(root)), min(last, sent.end - 1)
    if root.head.tag_ == "VBG":  # "saying"
        last = next((token.i - 2 for token in doc[root.i + 1 : last + 1] if _is_said_besides(token)), last)
    label = LABEL.match(doc.text, doc[sent.start].idx)
    while label and first < last and doc[first].idx < label.end():
        first += 1
    while first < last and (_is_trimmed(doc[first]) or _opens(doc[first], root)):
        first += 1
    while last > first and _ends_loosely(doc[last]):
        last -= 1
    last = word_end(doc, last + 1) - 1
    return whole_quotes(doc.text, Span(doc[first].idx, doc[last].idx + len(doc[last])))


def _is_put_in(said: Token, root: Token) -> bool:
    """ "The talks, she said, will fail": between the subject and its verb, so that the words hold it too."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.right_edge.i < said.left_edge.i for c in root.children)


def _stands_within(aside: Token) -> bool:
    """ "Bring the longest war since 1945 to an end": what the verb needs goes on right behind the aside."""
    behind = aside.doc[min(aside.right_edge.i + 1, len(aside.doc) - 1)]
    return aside.dep_ == "prep" and behind.head == aside.head and behind.dep_ in {"prep", "dobj", "prt", "xcomp"}


OUTLOOKS = frozenset(
    {"confidence", "hope", "chance", "possibility", "doubt", "risk", "fear", "concern", "worry", "speculation",
     "expectation", "likelihood", "prospect", "warning", "prediction", "danger", "sign", "indication", "way", "belief",
     "optimism", "pessimism", "scepticism", "skepticism", "conviction", "anxiety", "forecast", "announcement"}
)  # fmt: skip
"""Nouns whose side clause is what is foreseen: "the hope that it will hold", "fears it may fail"."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FAR = 25
"""Tokens behind which the subject of an earlier verb is no longer cited with a later one."""


def described_from_afar(root: Token) -> Token | None:
    """ "The toll, which the fund warned is likely to rise": the toll, of which the clause of `root` tells.

    None where the clause has a subject of its own.
    """
    above = root.head
    if root.dep_ != "ccomp" or above.dep_ != "relcl" or _has_own_subject(root):
        return None
    if any(c.dep_ in {"csubj", "mark"} for c in root.children):
        return None  # "critics, who argued that letting them in would fail"
    which = any(c.tag_ in {"WDT", "WP"} and c.i < above.i for c in (*above.children, *root.children))
    return _described(above) if which else None


def with_subject(root: Token, words: Span) -> Span | None:
    """The words of a clause that begins with its modal, from the subject that it shares with the verb before.

    "The clans have met and will sign": "will sign" alone doesn't tell who. Words that begin otherwise stay as they
    are, and so do those whose subject stands far before; None where there is no subject.
    """
    first = next((c for c in root.children if c.idx == words.start and c.dep_ in {"aux", "auxpass"}), None)
    if (noun := described_from_afar(root)) is not None and 0 <= root.i - noun.i <= FAR:
        return Span(root.doc[_noun_start(noun)].idx, words.end)
    if first is None:
        return words
    joined = root
    while joined.dep_ == "conj" and joined.head != joined:
        joined = joined.head
        subject = next((c for c in joined.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < joined.i), None)
        if subject is not None and any(t.tag_ in FINITE for t in (joined, *joined.children)):
            whose = subject.left_edge.i
            if subject.tag_ in {"WDT", "WP"}:  # "the truce, which began in May and will go on": of the truce
                whose = _noun_start(_described(joined)) if joined.dep_ == "relcl" else first.i
            return Span(subject.doc[whose].idx, words.end) if first.i - whose <= FAR else words
    return words if subjects(root) else None


def _behind_semicolon(root: Token) -> int:
    """The token behind the last semicolon before the root: what stands before it is another clause."""
    whose = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < root.i), root)
    among = range(whose.left_edge.i, whose.right_edge.i)  # "a panel of Lund, of Oslo; Moe; and Dahl will meet"
    marks = [t.i for t in root.doc[root.sent.start : root.i] if t.text == ";" and t.i not in among]
    return marks[-1] + 1 if marks else root.sent.start


def _first_of(root: Token) -> int:
    """The first token of a clause, behind what is told before it."""
    first = root.left_edge.i
    if root.dep_ == "relcl" and not (root.head.lemma_.lower() in OUTLOOKS and _has_own_subject(root)):
        first = min(first, _noun_start(_described(root)))
    elif root.dep_ in {"acl", "amod"} and root.head.i < root.i and is_bare_participle(root):  # "talks due to begin"
        first = min(first, _noun_start(root.head))
    if (said := said_before(root)) is not None:
        first = max(first, said.i + 2)
    for child in root.children:
        left = child.left_edge.i
        if child.dep_ == "nsubj" and left > root.sent.start and root.doc[left - 1].text == ":":
            first = max(first, left)  # "Labour: Kenya will pay"
        contrasts = child.dep_ == "advcl" and child.i < root.i and _is_contrast(child)
        if contrasts or _is_joined_before(child, root):  # "While it pays now, it will fail"
            first = max(first, child.right_edge.i + 1)
    return first


def _has_own_subject(clause: Token) -> bool:
    """ "Fears the summit may fail", which the parser takes for a relative clause; not "fears that may come true"."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.tag_ not in {"WDT", "WP"} for c in clause.children)


def is_bare_participle(word: Token) -> bool:
    """ "Expected", "due", "likely" behind the noun that they describe, with no subject and no modal of their own."""
    told = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "mark"} or c.tag_ == "MD" for c in word.children)
    return word.tag_ in {"VBN", "JJ", "IN"} and not told


def said_before(root: Token) -> Token | None:
    """ "Expressing her hope that the truce will last": the hope, where the parser takes "expressing" for who lasts."""
    for clause in (c for c in root.children if c.dep_ == "csubj" and c.tag_ == "VBG" and c.i < root.i):
        for noun in (c for c in clause.children if c.dep_ == "dobj" and c.i + 2 < root.i):
            if noun.nbor().lower_ == "that":
                return noun
    return None


def _is_joined_before(joined: Token, root: Token) -> bool:
    """ "We will pay the crews, we will open the port": the first, which the parser takes for what the second says."""
    if joined.dep_ != "ccomp" or joined.right_edge.i >= root.i:
        return False
    own = [any(c.tag_ == "MD" for c in verb.children) and _has_subject(verb) for verb in (joined, root)]
    return all(own)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _is_past_after(joined: Token, root: Token) -> bool:
    """ "would attend the talks but accused the others": what was done is no part of what will be."""
    is_verb = joined.dep_ == "conj" and joined.tag_ == "VBD"
    return is_verb and any(c.tag_ == "MD" for c in root.children)


def _is_contrast(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in CONTRAST for c in clause.children)


def _described(clause: Token) -> Token:
    """The noun that a relative clause is about: "the report of the council, which will be ready", past the council.

    Only behind a comma: without one the clause belongs to the noun right before it.
    """
    noun, which = clause.head, next((c for c in clause.children if c.tag_ == "WDT"), None)
    aside = which is not None and which.lower_ == "which" and which.i > 0 and clause.doc[which.i - 1].text == ","
    while aside and noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
    return noun


def _noun_start(noun: Token) -> int:
    lefts = [c.left_edge.i for c in noun.lefts if c.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod"}]
    return min([noun.i, *lefts])


def _stands_alone(verb: Token) -> bool:
    """A joined clause with its own subject or its own modal is a clause of its own."""
    if verb.dep_ == "ccomp":
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} or c.tag_ == "MD" for c in verb.children)


SAID_BESIDES = frozenset(
    {"accuse", "blame", "denounce", "condemn", "criticise", "criticize", "praise", "thank", "urge"}
)


def _is_said_besides(verb: Token) -> bool:
    """ "Saying it will pay and accusing the others": what else who speaks says, though the parser joins it to "pay"."""
    return verb.tag_ == "VBG" and verb.lemma_ in SAID_BESIDES and verb.nbor(-1).lower_ == "and"


def _is_aside(child: Token) -> bool:
    """What else was the case ("as the war goes on", ", adding that ..."): no part of what is foreseen."""
    marks = {c.lower_ for c in child.children} | {child.lower_}
    if "after" in marks and any(c.lower_ == "only" and c.dep_ == "advmod" for c in child.head.children):
        return False  # "can only begin after the raids end"
    if child.dep_ == "advcl":
        return child.tag_ == "VBG" or any(c.dep_ in {"mark", "advmod"} and c.lower_ in TRAILING for c in child.children)
    is_meant = child.lower_ == "as" and child.head.lemma_ in TAKEN_FOR
    return child.dep_ == "prep" and child.lower_ in TRAILING and not is_meant


TAKEN_FOR = frozenset(
    {"treat", "regard", "view", "see", "recognise", "recognize", "describe", "designate", "serve", "consider"}
    | {"act", "function", "use", "emerge", "qualify", "count"}
)
"""Verbs whose sense hangs on what something is taken for: "will treat them as rebels"."""


def _opens(token: Token, root: Token) -> bool:
    """ "that", "and", "but" before the clause, "clear" of "made clear"; the "if" of a condition belongs to it."""
    if token.lower_ == "clear" and token.i > 0 and token.nbor(-1).lemma_ == "make":
        return True
    even = token.lower_ == "even" and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"as", "while"}
    return even or (
        token.dep_ in {"mark", "cc"} and (token.head == root or token.lower_ == "that" or token.dep_ == "cc")
    )


def _ends_loosely(token: Token) -> bool:
    """A mark, "and", or the "also" of "but also" before a clause that is left off."""
    also = token.lower_ == "also" and token.i > 0 and token.nbor(-1).dep_ == "cc"
    return also or (_is_trimmed(token) and token.text not in {")", "%"})


def _is_trimmed(token: Token) -> bool:
    return bool(token.is_space or token.is_punct or token.dep_ == "cc")


def _is_behind(window: When, published: date | None) -> bool:
    """ "Months ago": what reaches up to today from further back than a month lies behind."""
    if published is None or window.start is None or window.end != published:
        return False
    return (published - window.start).days > MONTH


MONTH = 31


def window_in(annotated: Annotated, span: Span, head: Token) -> When | None:
    """The days said in the words of a future clause, or right after them, that aren't over on publication.

    A length counts where it was read as days to come ("in the coming weeks"). A time elsewhere in the sentence is most
    often that of the report. None when the clause says no such time, else the nearest to its head.
    """
    near = Span(span.start, min(span.end + BESIDE, sentence_span(annotated, head).end))
    published = annotated.article.published
    ahead = [
        t
        for t in times_over(annotated, near)
        if t.value != NOW
        and t.window is not None
        and (t.window.start is not None or t.window.end is not None)
        and (published is None or t.window.end is None or t.window.end >= published)
        and not (t.role == "from" and published and t.window.start and t.window.start < published)  # "since 2012"
        and not _is_behind(t.window, published)
        and annotated.article.text[t.span.start :][: len(PAST)].lower() != PAST
        and not is_of_ages(annotated.article.text[t.span.start : t.span.end], head)
        and not (t.window.end == published and _is_of_what_was_done(annotated, t.span, head))
    ]
    chosen = min(ahead, key=lambda t: abs(t.span.start - head.idx), default=None)
    if chosen is None or chosen.window is None:
        return None
    after = annotated.article.text[chosen.span.end : chosen.span.end + len(EARLIEST) + 1].strip().lower()
    words = annotated.doc.char_span(chosen.span.start, chosen.span.end, alignment_mode="expand")
    if words is not None and is_of_what_comes_later(words, head):
        return structs.replace(chosen.window, start=published, role="before")
    return structs.replace(chosen.window, end=None) if after == EARLIEST else chosen.window


def _is_of_what_was_done(annotated: Annotated, time: Span, head: Token) -> bool:
    """ "The accord announced today will bring ...": the day of the announcement; not "the talks set for today"."""
    words = annotated.doc.char_span(time.start, time.end, alignment_mode="expand")
    if words is None or time.start > head.idx:
        return False
    above = [word for word in words.root.ancestors if word.dep_ in {"acl", "relcl"}][:1]
    return any(word.tag_ in {"VBN", "VBD"} and word.lemma_ not in ARRANGED and word.i < head.i for word in above)


ARRANGED = frozenset({"arrange", "due", "expect", "plan", "schedule", "set"})
"""Participles whose day is still to come."""


def is_of_ages(time: str, head: Token) -> bool:
    """ "Pay little today, or much tomorrow": set against each other, they are no days; not in "today or tomorrow"."""
    if time.lower() not in {"today", "tomorrow"}:
        return False
    todays = [t.i for t in head.sent if t.lower_ == "today"]
    tomorrows = [t.i for t in head.sent if t.lower_ == "tomorrow"]
    return any(later - now > AT_ONCE for now in todays for later in tomorrows)


AT_ONCE = 2
"""Tokens from "today" to the "tomorrow" that is joined to it."""


PAST = "earlier "
"""Opens what lies behind: "the note that we sent earlier today"."""
EARLIEST = "at the earliest"
"""Behind a day: what is foreseen may also come at any time after it."""
