"""What an official text says in its own words, where no word of saying stands: "The port must open"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.annotate.bylines import is_speech_of_one, issuers
from dragoman.annotate.clauses import actors_at
from dragoman.annotate.held import mentions_over
from dragoman.annotate.phrases import is_question
from dragoman.annotate.quotes import find_quotes
from dragoman.annotate.voices import author, first_person_of, is_transcript
from dragoman.kinds.voice import is_address
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.parsed import Token

TABLE = "kinds/issued"
FEWEST_TOKENS = 6
"""Tokens from which a sentence says something of the matter."""
FEWEST_OF_PASSAGE = 12
"""Tokens from which a passage of a speech does."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
OWN = frozenset({"we", "i", "our", "my"})
ENDS = ".!?…"


def issued_spans(annotated: Annotated, said: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The words of an official text that its issuer says with no word of saying, in the order of the text.

    `said` are the stretches that are statements already. Each sentence is a statement of its own; in one person's
    speech those of a paragraph that follow one another are one. A text that tells of a journey or of a meeting says
    only what it judges or asks ("The crews deserve ..."): the rest of it is news.
    """
    if (author(annotated) is None and not issuers(annotated)) or is_transcript(annotated):
        return
    is_paper = _is_paper(annotated, lexicon)
    quoted = [quote.span for quote in find_quotes(annotated.article.text)]
    own = [s for s in annotated.sentences if not any(q.start <= s.span.start < q.end for q in quoted)]
    fitting = [s for s in own if _is_said_so(annotated, s, said, lexicon, is_paper=is_paper)]
    is_speech = is_speech_of_one(annotated.article) and not _is_of_state(annotated)
    for run in _passages(annotated, fitting, said) if is_speech else ([sentence] for sentence in fitting):
        first, last = run[0].span.start, run[-1].span.end
        text = annotated.article.text[first:last]
        yield Span(first + len(text) - len(text.lstrip()), first + len(text.rstrip()))


def _passages(annotated: Annotated, fitting: list[Sentence], said: Sequence[Span]) -> Iterator[list[Sentence]]:
    """What a speech says in a paragraph before and behind its statements: short sentences go with those that tell."""
    telling = {sentence.first for sentence in fitting}
    free = [s for s in annotated.sentences if not _is_in(s.span, said)]
    for run in _runs(free):
        if run[-1].last - run[0].first >= FEWEST_OF_PASSAGE and any(s.first in telling for s in run):
            yield run


def _is_in(span: Span, said: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in said)


def _is_of_state(annotated: Annotated) -> bool:
    """ "Statement by President Torv on the Truce": a paper, sentence by sentence, though she says "I" in it."""
    return re.search(r"\b[Ss]tatement\b", annotated.article.title) is not None


def _is_paper(annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether the text states its issuer's views throughout: a statement, an address, one in the first person."""
    title = set(re.findall(r"[a-z]+", annotated.article.title.lower()))
    if title & lexicon.words(TABLE, "note"):
        return False
    return bool(title & lexicon.words(TABLE, "paper")) or is_address(annotated) or is_speech_of_one(annotated.article)


def _runs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that follow one another in one paragraph."""
    run: list[Sentence] = []
    for sentence in sentences:
        if run and (sentence.first != run[-1].last or sentence.paragraph != run[-1].paragraph):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _is_said_so(
    annotated: Annotated, sentence: Sentence, said: Sequence[Span], lexicon: Lexicon, *, is_paper: bool
) -> bool:
    """Whether a sentence is its issuer's own word: whole, in no statement, and no deed, promise or greeting."""
    span = sentence.span
    if sentence.last - sentence.first < FEWEST_TOKENS or _is_in(span, said):
        return False
    words = annotated.doc[sentence.first : sentence.last]
    if words.text.rstrip()[-1:] not in ENDS or words.text.isupper():
        return False
    root = words.root
    subjects = [kid for kid in root.children if kid.dep_ in SUBJECTS]
    if not subjects or not _is_finite(root) or is_question(root):
        return False
    if _is_promise(annotated, root, subjects[0], lexicon) or _is_deed(annotated, root, subjects[0], lexicon):
        return False
    if is_paper:
        return is_speech_of_one(annotated.article) or not _is_event(annotated, root, subjects[0])
    return _judges(root, subjects[0], lexicon)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(kid.tag_ in FINITE for kid in verb.children if kid.dep_ in {"aux", "auxpass"})


def _is_own(annotated: Annotated, subject: Token) -> bool:
    """ "We", "our diplomacy", "the United States" in its own text."""
    if any(t.lower_ in OWN for t in (subject, *subject.lefts)):
        return True
    own = first_person_of(annotated, "we")
    sides = {own.side or own.name} if own is not None else set()
    acting = (m for m in mentions_over(annotated, Span(subject.idx, subject.idx + len(subject))) if m.head == subject.i)
    return any((annotated.actors[i].side or annotated.actors[i].name) in sides for m in acting for i in m.actors)


def _is_promise(annotated: Annotated, root: Token, subject: Token, lexicon: Lexicon) -> bool:
    """ "The United States will stay engaged", "is committed to helping": what the issuer pledges to do itself.

    In a joint statement also what either state does: "Kenya will open its ports" binds Kenya, and is no view.
    """
    ahead = any(kid.lower_ in {"will", "shall"} for kid in root.children if kid.dep_ == "aux")
    beside = [kid for kid in root.children if kid.dep_ in {"acomp", "advmod"}]
    bound = any(kid.lemma_.lower() in lexicon.words(TABLE, "bound") for kid in (root, *beside))
    if not ahead and not bound:
        return False
    is_joint = re.search(r"\bjoint\b", annotated.article.title, re.IGNORECASE) is not None
    return _is_own(annotated, subject) or (is_joint and any(a.kind == "state" for a in actors_at(annotated, [subject])))


def _is_deed(annotated: Annotated, root: Token, subject: Token, lexicon: Lexicon) -> bool:
    """ "Special Envoy Torv spent the week in Kenya", "I spoke with her": a deed that the text tells, and no view."""
    thanks = lexicon.words(TABLE, "courtesy")
    if any(t.lemma_.lower() in thanks for t in (root, *(c for c in root.children if c.dep_ == "xcomp"))):
        return True
    if root.lemma_ == "be":
        return False
    helpers = {kid.lower_ for kid in root.children if kid.dep_ == "aux"}
    if helpers & lexicon.words(TABLE, "ought"):
        return False
    met = root.lemma_.lower() in lexicon.words(TABLE, "deed")
    if subject.lower_ in {"i", "we", "they", "he", "she"}:
        return met
    acting = [m for m in mentions_over(annotated, Span(subject.idx, subject.idx + len(subject))) if m.head == subject.i]
    return met or any(annotated.actors[i].kind == "person" for m in acting for i in m.actors)


def _is_event(annotated: Annotated, root: Token, subject: Token) -> bool:
    """ "The guards freed four of them": what others did, told as news; not "this raid showed", "the state has come"."""
    is_told = root.tag_ == "VBD" and root.lemma_ != "be"
    is_pointed = any(t.lower_ in {"this", "these", "that"} for t in (subject, *subject.lefts))
    return is_told and not is_pointed and not _is_own(annotated, subject)


def _judges(root: Token, subject: Token, lexicon: Lexicon) -> bool:
    """ "Must end", "deserve peace", "is a critical step", "the truce has brought relief": a view within a note."""
    helpers = {kid.lower_ for kid in root.children if kid.dep_ == "aux"}
    if helpers & lexicon.words(TABLE, "ought") or root.lemma_.lower() in lexicon.words(TABLE, "judging"):
        return True
    if subject.lower_ in {"it", "they", "he", "she", "there"} or subject.ent_type_ in {"PERSON", "GPE"}:
        return False
    only = any(t.lower_ == "only" and t.dep_ in {"advmod", "amod"} for t in subject.subtree)
    if only and "can" in helpers:
        return True
    if root.lemma_ == "be" and not helpers & {"will", "would"}:
        return any(kid.dep_ in {"attr", "acomp"} or (kid.dep_ in {"xcomp", "ccomp"}) for kid in root.rights)
    return False
