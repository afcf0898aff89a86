"""How a statement is found in an article."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from dragoman.annotate.clauses import actors_at
from dragoman.annotate.evidence import cite
from dragoman.annotate.hearers import Hearing, hearing_of
from dragoman.annotate.held import mentions_over
from dragoman.annotate.moods import mood_of
from dragoman.annotate.saying import is_made
from dragoman.annotate.speechtime import time_of_speech
from dragoman.annotate.voices import (
    LONGEST_NAME,
    Speaker,
    author,
    first_person_of,
    names_a_person,
    names_somebody,
    overlaps,
    reporters,
    source_speaker,
    told_by,
)
from dragoman.kinds.finders.worded import cue_verb, is_own, is_worded
from dragoman.kinds.floor import is_idle_turn
from dragoman.kinds.issued import issued_spans
from dragoman.kinds.overheard import tells_words
from dragoman.kinds.passed_on import is_passed_on
from dragoman.kinds.statement import SpeechSpans, Statement, Via
from dragoman.kinds.unstated import is_unstated
from dragoman.kinds.voice import is_address, is_of_nobody
from dragoman.kinds.wordless import has_verb, is_wordless
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Actor, Annotated, Attribution, Span

ISSUED = "said.issued"
"""The rule of what an official text says in its own words."""
TURN = "said.turn"
"""The rule of the turns of a transcript, whose words stand as they were said, without marks."""
NO_NESTED = ("said.noun", "judged.", "thought.", "wanted.")
"""Rules that inside other words find what is meant rather than what was said there."""
NO_SPEECH = ("shown.", "topic.", "stance.")
"""Rules of the speech layer that find no words of anybody's: polls that show, leaders who discuss, states that back."""
QUOTING = "said.quote"
UNKNOWN_CUE = "heard."
REPORTER, MODERATOR = "reporter", "moderator"


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Statement]:
    """Every statement that the article asserts: each attribution with its speaker resolved.

    Inside somebody's words only another's words count ("he said Kyiv had told him ..."), not what the speaker himself
    believes or wants ("I think that ..."): that is part of what he says. An official text says things of itself too.
    """
    found = list(_reported(annotated, lexicon))
    yield from found
    said = [Span(cite.start, cite.end) for one in found for cite in one.evidence]
    speaker = first_person_of(annotated, "we")
    for span in issued_spans(annotated, said, lexicon) if speaker is not None else ():
        yield _as_issued(annotated, span, speaker, lexicon)


def _reported(annotated: Annotated, lexicon: Lexicon) -> Iterator[Statement]:
    """The statements that a word or a mark of saying reports."""
    for attribution in annotated.speech:
        overheard = bool(attribution.content) and tells_words(annotated, attribution, lexicon)
        is_speech = overheard or (bool(attribution.content) and _is_speech(attribution))
        if is_speech and is_made(annotated, _as_told(annotated, attribution)):
            statement = _as_statement(annotated, attribution, lexicon)
            attribution = _as_told(annotated, attribution)
            if (
                (overheard or is_worded(annotated, attribution, lexicon))
                and (overheard or not is_wordless(annotated, attribution))
                and not is_unstated(annotated, attribution)
                and _is_told_of_somebody(annotated, attribution, statement)
                and _is_somebodys(annotated, attribution, statement, lexicon, overheard=overheard)
                and (attribution.depth == 0 or _is_anothers(annotated, attribution, statement))
                and not _quotes_another(annotated, attribution)
            ):
                yield statement


def _as_told(annotated: Annotated, attribution: Attribution) -> Attribution:
    """What another is told to say within quoted words ("They are seeking a share"): it has no marks of its own."""
    first = attribution.content[0].start
    is_inside = attribution.depth > 0 and attribution.form == "direct"
    return (
        structs.replace(attribution, form="indirect")
        if is_inside and not _opens_quote(annotated, first)
        else attribution
    )


def _opens_quote(annotated: Annotated, offset: int) -> bool:
    return annotated.article.text[offset] in MARKS


MARKS = "\"“‘'«"


def _quotes_another(annotated: Annotated, attribution: Attribution) -> bool:
    """ "State radio quoted a minister defending the plan": the words are the minister's, a statement of its own."""
    if attribution.rule != QUOTING or attribution.form == "direct":
        return False
    if attribution.form == "indirect" and not has_verb(annotated, attribution.content):
        return True  # "quoted Ana Torv, the envoy"
    start = attribution.content[0].start
    inner = [one for one in annotated.speech if one.depth > attribution.depth and one.source and one.cue]
    return any(start == one.source[0].start and one.content and names_somebody(annotated, one) for one in inner)


def _is_aside(annotated: Annotated, attribution: Attribution) -> bool:
    """ "as promised years ago": a word by the way about what the article itself says."""
    cue = cue_verb(annotated, attribution)
    return cue is not None and cue.tag_ == "VBN" and any(c.lower_ == "as" and c.dep_ == "mark" for c in cue.children)


def _is_called_so(annotated: Annotated, attribution: Attribution) -> bool:
    """ "A group called the Northern Lakes": a name, which nobody says."""
    cue = cue_verb(annotated, attribution)
    if cue is None or attribution.form != "indirect" or cue.lemma_ not in {"call", "name", "know", "dub"}:
        return False
    return cue.tag_ == "VBN" and cue.dep_ == "acl" and all(c.dep_ != "agent" for c in cue.children)


def _is_plan(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """ "The initiative called for a truce": what is put forward says nothing itself, but a statement does."""
    if not attribution.source or names_somebody(annotated, attribution) or attribution.form == "direct":
        return False
    words = annotated.doc.char_span(attribution.source[0].start, attribution.source[0].end, alignment_mode="expand")
    return words is not None and words.root.lemma_.lower() in lexicon.words("kinds/offer_words", "plan") - {
        "resolution"
    }


def _is_event(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """ "The envoy's trip to Kenya highlights the need for talks": what happened shows it, nobody says it."""
    if not attribution.source or attribution.form == "direct":
        return False
    words = annotated.doc.char_span(attribution.source[0].start, attribution.source[0].end, alignment_mode="expand")
    events = lexicon.words("kinds/statement_words", "event")
    is_figures = words is not None and words[0].lemma_.lower() in FIGURES and words[0].tag_ == "NNS"
    if is_figures and not names_somebody(annotated, attribution):
        return True  # "underlined by data this week"
    if words is None or words.root.lemma_.lower() not in events:
        return False
    if words.root.lemma_.lower() in GATHERINGS and names_somebody(annotated, attribution):
        return False  # "the Lake Union summit called for a truce"
    named = (annotated.doc[m.head] for m in mentions_over(annotated, attribution.source[0]))
    return all(token.i != words.root.i and token.dep_ != "appos" for token in named)  # "a top figure, Ana Torv, said"


FIGURES = frozenset({"datum", "data", "figure", "statistic"})
"""Words for numbers, which show things."""
GATHERINGS = frozenset({"meeting", "summit"})
"""Events of people who may speak as one."""


def _is_somebodys(
    annotated: Annotated, attribution: Attribution, statement: Statement, lexicon: Lexicon, *, overheard: bool = False
) -> bool:
    """Whether somebody says it: a thing without a name doesn't, and what nobody is named for was at least said."""
    if statement.speaker is None:
        return attribution.rule.startswith("said.") and not _is_aside(annotated, attribution)
    if _is_plan(annotated, attribution, lexicon) or _is_event(annotated, attribution, lexicon):
        return False
    if _is_called_so(annotated, attribution) or (
        statement.speaker.kind == "state" and attribution.rule.startswith(UNKNOWN_CUE) and not overheard
    ):
        return False  # "the greeting sounded in Kenya as well": a cue that no row knows, and only a place beside it
    if statement.speaker.kind == "group" and set(statement.speaker.name) & set('“”"'):
        return False  # quoted words, misread as who says them
    if len(statement.speaker.name) > LONGEST_NAME and not statement.speaker.aliases:
        return False  # a whole clause, misread as who says it
    if statement.speaker.role in {REPORTER, MODERATOR} and attribution.rule == TURN:
        return False  # "Has the port opened?", "Your line is open.": what is asked is stated by nobody
    if attribution.rule == TURN and is_idle_turn(annotated, attribution, statement, lexicon):
        return False
    return statement.speaker.name.lower() not in lexicon.words("speech/nobody", "thing")


def _is_told_of_somebody(annotated: Annotated, attribution: Attribution, statement: Statement) -> bool:
    """Whether somebody thinks or says something: no thing that "knows", no bare "what", not the paper of itself."""
    if _is_bare(statement) or statement.content[0].lower() == "what":
        return False  # "that is what they say"
    if statement.evidence[0].quote.isupper():
        return False  # a heading in capitals repeats what stands below it
    if attribution.depth and _holds_itself(attribution):
        return False
    if _is_anothers_cue(annotated, attribution) or _is_read_into(annotated, attribution):
        return False
    if is_passed_on(annotated, attribution):
        return False
    speaker = statement.speaker
    if speaker is not None and _is_press_itself(annotated, attribution, speaker):
        return False
    if attribution.form == "indirect" and _is_evident(annotated, attribution):
        return False
    if not attribution.wish or not attribution.source or names_somebody(annotated, attribution):
        return True
    source = attribution.source[0]
    words = annotated.doc.char_span(source.start, attribution.source[-1].end, alignment_mode="expand")
    return words is None or words.root.tag_ != "NN"


def _is_press_itself(annotated: Annotated, attribution: Attribution, speaker: Actor) -> bool:
    """ "..., the agency reports" of itself, "our correspondent Ana Torv reports": whose text it is, no source of it."""
    if speaker.name and speaker.name == annotated.article.outlet:
        return True
    cue = cue_verb(annotated, attribution)
    is_own = f"{speaker.role or ''} {speaker.name}".lower().split()
    return CORRESPONDENT in is_own and cue is not None and cue.lemma_ == "report"


CORRESPONDENT = "correspondent"


def _holds_itself(attribution: Attribution) -> bool:
    """Whether the words hold their own source and cue: a quotation that was read as what somebody in it says."""
    parts = (*attribution.source, *attribution.cue)
    inside = (any(s.start <= one.start and one.end <= s.end for s in attribution.content) for one in parts)
    return bool(attribution.source) and bool(attribution.cue) and all(inside)


def _is_anothers_cue(annotated: Annotated, attribution: Attribution) -> bool:
    """ "The papers reveal a plot, he added": "he added" is what nobody said."""
    span = attribution.content[0]
    if (
        attribution.form != "indirect"
        or len(attribution.content) > 1
        or annotated.article.text[span.start : span.end].count(" ") > MOST_OF_CUE
    ):
        return False
    others = (a for a in annotated.speech if a is not attribution and a.source and a.cue)
    return any(overlaps(span, other.cue[0]) and overlaps(span, other.source[0]) for other in others)


MOST_OF_CUE = 3
"""Blanks in a source with its cue ("the Torvik agency reports")."""


def _is_read_into(annotated: Annotated, attribution: Attribution) -> bool:
    """ "They want to spread panic", "every invader should know": an orator's view of others' thoughts."""
    inward = attribution.rule.startswith(("thought.", "wanted.")) and not attribution.depth
    return (
        inward and bool(attribution.source) and not is_own(annotated, attribution)
        and is_address(annotated) and not names_a_person(annotated, attribution)
    )  # fmt: skip


def _is_evident(annotated: Annotated, attribution: Attribution) -> bool:
    """ "They left the town, revealing the damage": an event shows it, nobody says it."""
    span = attribution.cue[0] if attribution.cue else None
    cue = annotated.doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
    verb = cue.root if cue is not None else None
    is_participle = verb is not None and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}
    return (
        verb is not None and is_participle and verb.lemma_ in load_lexicon().words("kinds/statement_words", "evident")
    )


BARE = frozenset(
    {"what", "which", "that", "so", "it", "you", "him", "her", "them", "us", "me", "something", "anything"}
)
"""Contents that say nothing by themselves."""


def _is_bare(statement: Statement) -> bool:
    return len(statement.content) == 1 and statement.content[0].lower() in BARE


def _is_speech(attribution: Attribution) -> bool:
    """Whether words are reported; of a cue that no row knows, only words in quotation marks are."""
    if attribution.rule.startswith(UNKNOWN_CUE):
        return attribution.form != "indirect"
    return not attribution.rule.startswith(NO_SPEECH)


def _is_anothers(annotated: Annotated, attribution: Attribution, statement: Statement) -> bool:
    """Whether words inside other words are reported as somebody else's."""
    if told_by(annotated, attribution) is not None:
        return True
    if attribution.wish or not attribution.source or statement.speaker is None or not statement.spans.cue:
        return False
    if not names_somebody(annotated, attribution) or attribution.rule.startswith(NO_NESTED):
        return False
    return not statement.reported_by or statement.reported_by[-1].name != statement.speaker.name


def _as_statement(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> Statement:
    """The attribution as a record; its time is one that stands outside the words said, beside source and cue."""
    article, text = annotated.article, annotated.article.text
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    frame = Span(min(s.start for s in parts), max(s.end for s in parts))
    speaker = source_speaker(annotated, attribution) if attribution.source else Speaker(_issuer(annotated, attribution))
    hearing = hearing_of(annotated, attribution, lexicon)
    mood = mood_of(annotated.doc, attribution.content, lexicon)
    return Statement(
        article=article.id,
        evidence=(cite(article, frame),),
        rule=attribution.rule,
        speaker=None if is_of_nobody(speaker.actor, lexicon) else speaker.actor,
        type="direct" if attribution.rule == TURN else attribution.form,
        content=tuple(text[s.start : s.end] for s in attribution.content),
        cue=" ".join(text[s.start : s.end] for s in attribution.cue) or None,
        to=_words(text, hearing.to),
        when=time_of_speech(annotated, attribution),
        depth=attribution.depth,
        spans=SpeechSpans(attribution.source, attribution.cue, attribution.content),
        ambiguous=speaker.candidates,
        hearers=_hearers(annotated, hearing),
        via=_via(text, hearing),
        reported_by=_reported_by(annotated, attribution, lexicon.words("speech/nobody", "thing")),
        wish=attribution.wish,
        verb=mood.verb,
        tense=mood.tense,
        modality=mood.modality,
        negated=mood.negated,
        condition=_words(text, mood.condition),
        mood=mood.sentence,
    )


def _as_issued(annotated: Annotated, span: Span, speaker: Actor | None, lexicon: Lexicon) -> Statement:
    """What an official text says in its own words, as a statement of whoever issues it."""
    article, mood = annotated.article, mood_of(annotated.doc, (span,), lexicon)
    return Statement(
        article=article.id,
        evidence=(cite(article, span),),
        rule=ISSUED,
        speaker=speaker,
        type="direct" if speaker is not None and speaker.kind == "person" else "indirect",
        content=(article.text[span.start : span.end],),
        spans=SpeechSpans((), (), (span,)),
        verb=mood.verb,
        tense=mood.tense,
        modality=mood.modality,
        negated=mood.negated,
        condition=_words(article.text, mood.condition),
        mood=mood.sentence,
    )


def _issuer(annotated: Annotated, attribution: Attribution) -> Actor | None:
    """The author of an official text whose words have no source; nobody for "we are warned"."""
    verb = cue_verb(annotated, attribution)
    told = verb is not None and any(c.dep_ == "auxpass" for c in verb.children)
    return None if told or _is_aside(annotated, attribution) else author(annotated)


def _words(text: str, span: Span | None) -> str | None:
    return " ".join(text[span.start : span.end].split()) if span else None


def _via(text: str, hearing: Hearing) -> Via | None:
    words = _words(text, hearing.via)
    return Via(hearing.channel, words, _words(text, hearing.outlet)) if hearing.channel and words else None


def _hearers(annotated: Annotated, hearing: Hearing) -> tuple[Actor, ...]:
    """The actors that the hearer's words name."""
    if hearing.to is None:
        return ()
    heads = {m.head for m in mentions_over(annotated, hearing.to) if m.actors}
    words = annotated.doc.char_span(hearing.to.start, hearing.to.end, alignment_mode="expand")
    joined = {words.root.i, *(token.i for token in words.root.conjuncts)} if words is not None else set()
    return actors_at(annotated, [annotated.doc[i] for i in sorted(joined & heads or joined)])


def _reported_by(annotated: Annotated, attribution: Attribution, things: frozenset[str]) -> tuple[Actor, ...]:
    """Those in whose words the statement is told, the outermost first; nobody twice in a row."""
    chain: list[Actor] = []
    around = reporters(annotated, attribution)
    for outer in around[:-1] if told_by(annotated, attribution) is not None else around:
        actor = source_speaker(annotated, outer).actor
        told = actor is not None and actor.name.lower() not in things and not outer.rule.startswith(NO_SPEECH)
        if actor is not None and told and (not chain or chain[-1].name != actor.name):
            chain.append(actor)
    return tuple(chain)
