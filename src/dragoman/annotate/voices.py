"""Who speaks where: the actor behind a stretch of speech, and behind a "we" or "I" inside it."""

from __future__ import annotations

import re

from msgspec import Struct, structs

from dragoman.annotate.bands import body_told_before
from dragoman.annotate.belonging import gives_side, side_of_body
from dragoman.annotate.bodies import body_before
from dragoman.annotate.bylines import is_speech_of_one, issuers, speaker_of_text
from dragoman.annotate.documents import Issuer, is_document, issuers_of
from dragoman.annotate.headed import PARTS, apposed, is_aside, is_body_of, is_person, is_some, is_titled_by
from dragoman.annotate.held import holders, mentions_over
from dragoman.annotate.items import whole_list
from dragoman.annotate.kept import kept
from dragoman.annotate.labels import label_actor
from dragoman.annotate.names import is_acronym
from dragoman.annotate.outlets import official_side
from dragoman.annotate.phrases import head_of, joined_before
from dragoman.annotate.sides import common_side
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated, Attribution, Mention, Span

FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my", "ours"})


def is_first_person_words(words: str) -> bool:
    """ "We", "we all", "I", "I've"; not the state "US"."""
    return words != "US" and re.split("['’]| (?:all|both)$", words.lower(), maxsplit=1)[0] in FIRST_PERSON


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def attribution_at(annotated: Annotated, offset: int) -> Attribution | None:
    """The innermost attribution whose content holds the code point `offset`; None outside speech."""
    return max(holders(annotated, offset), key=lambda a: (a.depth, a.content[0].start), default=None)


def names_somebody(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the source is a mention of an actor, not a thing or a "who" that nobody was found for."""
    whole = _antecedent(annotated, attribution.source[0])
    whole = whole or Span(attribution.source[0].start, attribution.source[-1].end)
    return any(m.actors or m.candidates for m in mentions_over(annotated, whole))


def names_a_person(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the source is somebody's name, no pronoun and no group."""
    whole = Span(attribution.source[0].start, attribution.source[-1].end)
    return any(m.form == "name" and is_person(annotated, m) for m in mentions_over(annotated, whole))


def author(annotated: Annotated) -> Actor | None:
    """The state or organisation that issues the article, for an official readout; None for a newspaper."""
    name = official_side(annotated.article.outlet, annotated.article.url)
    return Actor(name, (annotated.article.outlet,), name, None, "state") if name else None


def first_person_of(annotated: Annotated, words: str) -> Actor | None:
    """Whom "I" or "we" is outside all speech: the person whose speech the text is, or those who issue it."""
    alone = re.split("['’]", words.lower(), maxsplit=1)[0] in {"i", "me", "my"}
    if not alone and (states := issuers(annotated)):
        names = tuple(state.name for state in states)
        return Actor(" and ".join(names), names, None, None, "group")
    article = annotated.article
    speaker = speaker_of_text(article) if alone or is_speech_of_one(article) else None
    return _named_holder(annotated, speaker) if speaker else author(annotated)


def _named_holder(annotated: Annotated, speaker: Actor) -> Actor:
    """The one person of that side whom the text names in the speaker's office, where only the office is known."""
    if not speaker.name.endswith(f" of {speaker.side}"):
        return speaker
    holders_of = [a for a in annotated.actors if a.kind == "person" and a.side == speaker.side]
    named = [a for a in holders_of if speaker.role in (a.role or "").split(" and ") and " " in a.name]
    return named[0] if len(named) == 1 else speaker


LABELS = frozenset({"said.turn", "said.label"})
"""Rules whose sources are labels before a colon."""


LEAST_TURNS = 3
"""Turns of speakers from which a text is a transcript."""


def is_transcript(annotated: Annotated) -> bool:
    """Whether people speak in turns: what they talk of is not what the sides they name talked about."""
    return sum(attribution.rule in LABELS for attribution in annotated.speech) >= LEAST_TURNS


class Speaker(Struct, frozen=True):
    """Whom a source names: an actor, and where it stays open between several, all of them."""

    actor: Actor | None
    candidates: tuple[Actor, ...] = ()


MOST_ATTRIBUTIONS = 128
"""Attributions whose speaker is kept: those of an article, which every kind asks for again."""


def source_actor(annotated: Annotated, attribution: Attribution) -> Actor | None:
    """The actor whom an attribution names as its source; None for an empty source."""
    return source_speaker(annotated, attribution).actor


@kept(MOST_ATTRIBUTIONS)
def source_speaker(annotated: Annotated, attribution: Attribution) -> Speaker:
    """Whom an attribution names as its source: the mention that the source's head lies in.

    A source without a mention ("a report") is a group by its own words. A first person is whoever speaks around it,
    else the state or organisation that issues the text. Where a pronoun may be either of two it is itself the actor.
    """
    if not attribution.source:
        return Speaker(None)
    if (teller := told_by(annotated, attribution) or _document_before(annotated, attribution)) is not None:
        return source_speaker(annotated, teller)
    first = attribution.source[0]
    if attribution.rule in LABELS:
        named = label_actor(annotated, annotated.article.text[first.start : first.end])
        if named is not None:
            return Speaker(named)
    if is_first_person_words(annotated.article.text[first.start : first.end]):
        return _first_person(annotated, attribution)
    whole = _antecedent(annotated, first) or Span(attribution.source[0].start, attribution.source[-1].end)
    issued = issuers_of(annotated, whole) or body_before(annotated, whole)
    if issued and isinstance(issued[0], Attribution):
        return source_speaker(annotated, issued[0])
    if issued:
        return Speaker(_issued_by(annotated, issued))
    inside = [m for m in mentions_over(annotated, whole) if m.form != "place"]
    acting = [m for m in inside if m.actors]
    meant = whole_list(annotated, acting, whole, _meant(annotated, acting, whole))
    if meant:
        return Speaker(_unnamed(annotated, meant[0], whole) if len(meant) == 1 else _joint_actor(annotated, meant))
    open_to = next((m.candidates for m in inside if m.candidates), ())
    if open_to:
        candidates = tuple(annotated.actors[i] for i in open_to)
        names = " or ".join(actor.name for actor in candidates)
        return Speaker(Actor(names, (), common_side(candidates)), candidates)
    if (told := body_told_before(annotated, whole)) is not None:
        return Speaker(mention_actor(annotated, told))
    own = first_person_of(annotated, "we") if not attribution.depth and _is_nobodys_paper(annotated, whole) else None
    return Speaker(own or _by_words(annotated, attribution, whole, inside))


def _is_nobodys_paper(annotated: Annotated, whole: Span) -> bool:
    """ "According to first estimates": figures of nobody, which whoever issues the text tells as his own."""
    source = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    if source is None or source.root.lemma_.lower() not in load_lexicon().words("speech/papers", "issued"):
        return False
    return all(kid.dep_ in {"amod", "det", "compound", "punct"} for kid in source.root.children)


def _by_words(annotated: Annotated, attribution: Attribution, whole: Span, inside: list[Mention]) -> Actor:
    """A source that no mention is, by its own words, with the side that they give it."""
    words = _words_for(annotated, attribution, whole)
    source = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    owning = [m for m in inside if source is not None and gives_side(annotated.doc[m.head], source.root)]
    sides = tuple(annotated.actors[i] for m in owning for i in m.actors)
    side = common_side(sides) or (side_of_body(source.root, load_lexicon()) if source is not None else None)
    return Actor(ARTICLE.sub("", words), (), side)


def _first_person(annotated: Annotated, attribution: Attribution) -> Speaker:
    """Whom "I" or "we" as a source stands for: who speaks around it, else whose text it is."""
    first = attribution.source[0]
    outer = [a for a in holders(annotated, first.start) if a.depth < attribution.depth]
    inner = max(outer, key=lambda a: a.depth, default=None)
    said = annotated.article.text[first.start : first.end]
    return source_speaker(annotated, inner) if inner else Speaker(first_person_of(annotated, said))


def _issued_by(annotated: Annotated, issued: tuple[Issuer, ...]) -> Actor | None:
    """The one actor for those in whose name a document is issued."""
    named = [one for one in issued if isinstance(one, Actor)]
    mentions = tuple(one for one in issued if isinstance(one, Mention))
    if named:
        return next((a for a in annotated.actors if a.name == named[0].name), named[0])
    if len(mentions) > 1:
        return _joint_actor(annotated, mentions)
    last = annotated.doc[mentions[0].head].right_edge
    return _unnamed(annotated, mentions[0], Span(mentions[0].span.start, last.idx + len(last)))


def _words_for(annotated: Annotated, attribution: Attribution, whole: Span) -> str:
    """The words for a source that no mention names, without the clause or mark behind them.

    Of figures and papers, those who issued them: "estimates from the harbour office" are the harbour office's.
    """
    words = " ".join(" ".join(annotated.article.text[s.start : s.end] for s in attribution.source).split())
    source = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    head = source.root if source is not None else None
    if head is not None and head.lemma_.lower() in load_lexicon().words("speech/papers", "issued"):
        issuers = [t for by in head.rights if by.lower_ in {"by", "from"} for t in by.children if t.dep_ == "pobj"]
        words = next((head.doc[t.left_edge.i : t.right_edge.i + 1].text for t in issuers), words)
    named = AFTER_SOURCE.split(words)[0].strip() or words
    return named.removesuffix("'s").removesuffix("’s") or named


ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
LONGEST_NAME = 90
"""Code points of the words that stand for a source without a name."""
AFTER_NAME = re.compile(r"[,;:()\[\]—–“\"]|\b(?:who|which|that|speaking|talking)\b")
"""Where the words for an unnamed source end."""
AFTER_SOURCE = re.compile(r"[,;]| (?:who|which|that)\b")
"""Where those for a source without any mention end; a bracket may be part of a name there."""


def _unnamed(annotated: Annotated, mention: Mention, whole: Span) -> Actor | None:
    """The actor of a mention; an unnamed one by all the words for it ("source close to the Kenyan team")."""
    actor = mention_actor(annotated, mention)
    if actor is None or mention.form != "role" or len(mention.actors) != 1 or whole.end <= mention.span.end:
        return actor
    words = annotated.article.text[mention.span.start : whole.end]
    if " ".join(words.split()) == actor.name or actor.name not in " ".join(words.split()) or actor.kind == "state":
        return actor
    full = " ".join(AFTER_NAME.split(words)[0].split())
    name = _cut(full[full.index(actor.name) :]) if actor.name in full else actor.name
    if name == actor.name:
        return actor
    inside = [m for m in mentions_over(annotated, whole) if m.actors and m.span.start > mention.span.start]
    head = annotated.doc[mention.head]
    inside = [m for m in inside if m.form != "place" and gives_side(annotated.doc[m.head], head)]
    sides = (annotated.actors[i].side for m in inside for i in m.actors)
    return structs.replace(actor, name=name, aliases=(actor.name,), side=actor.side or next(filter(None, sides), None))


def _cut(name: str) -> str:
    """A long name at the end of a word."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME + 1].rpartition(" ")[0]


GOING_ON = frozenset({"said.say", "said.add", "said.state"})
"""Rules whose participles only a speaker can be the subject of; "suggesting" may have a fact for its subject."""


def told_by(annotated: Annotated, attribution: Attribution) -> Attribution | None:
    """ "She said Kenya would stay away, saying ...": the words around, whose speaker goes on; else None.

    What will be done or is the case is not done by saying, so that the participle belongs to the cue above it.
    """
    if not attribution.depth or attribution.form == "direct" or not attribution.cue:
        return None
    cue = annotated.doc.char_span(attribution.cue[0].start, attribution.cue[0].end, alignment_mode="expand")
    if (
        cue is None
        or attribution.rule not in GOING_ON
        or cue[0].tag_ != "VBG"
        or cue[0].dep_ != "advcl"
        or annotated.doc[cue[0].i - 1].text != ","
    ):
        return None
    verb = cue[0].head
    if verb.lemma_ != "be" and not any(kid.tag_ == "MD" for kid in verb.children):
        return None
    around = reporters(annotated, attribution)
    return around[-1] if around and around[-1].form != "direct" else None


def _document_before(annotated: Annotated, attribution: Attribution) -> Attribution | None:
    """ "It also said" after "the statement said" or "Voranet said": the words of that source, which "it" stands for.

    Only of a document, or of a name that no actor bears, where the pronoun stands for no actor either.
    """
    it = attribution.source[0]
    if annotated.article.text[it.start : it.end].lower() != "it" or attribution.depth:
        return None
    before = [a for a in annotated.speech if a.source and not a.depth and a.source[0].start < it.start]
    last = max(before, key=lambda a: a.source[0].start, default=None)
    if last is None or it.start - last.source[0].start > NEAR_DOCUMENT:
        return None
    words = annotated.doc.char_span(last.source[0].start, last.source[0].end, alignment_mode="expand")
    is_bare_name = words is not None and words.root.tag_ == "NNP" and not names_somebody(annotated, last)
    is_bare_name = is_bare_name and not names_somebody(annotated, attribution)
    between = annotated.article.text[last.source[0].end : it.start]
    is_meant = words is not None and (is_document(words.root) or is_bare_name)
    return last if is_meant and between.count("\n\n") < 2 else None


NEAR_DOCUMENT = 1_200
"""Code points back in which the document is looked for that "it" goes on with."""


def _antecedent(annotated: Annotated, source: Span) -> Span | None:
    """The noun that a source "who" or "which" stands for; None for any other source."""
    word = annotated.doc.char_span(source.start, source.end, alignment_mode="expand")
    if word is None or len(word) != 1 or word[0].tag_ not in {"WP", "WDT"} or word[0].head.dep_ != "relcl":
        return None
    noun = word[0].head.head
    return Span(noun.idx, noun.idx + len(noun))


def _meant(annotated: Annotated, inside: list[Mention], whole: Span) -> tuple[Mention, ...]:
    """The mentions that a source is about: that of its head noun with those joined to it, else the best of the rest."""
    if not inside:
        return ()
    words = annotated.doc.char_span(whole.start, whole.end, alignment_mode="expand")
    head = head_of(words) if words is not None else None
    if head is not None and (head.lemma_.lower() in PARTS or is_some(head)):
        return ()  # "54 percent of Kenyans", "many Kenyans" are not Kenya
    if head is not None and head.lower_ in FIRST_PERSON:  # "We, the ministers of Kenya and Uganda"
        head = next((kid for kid in head.children if kid.dep_ == "appos"), head)
    if head is None:
        return (_head_mention(annotated, inside, whole),)
    at_head = next((m for m in inside if m.head == head.i or m.span.start <= head.idx < m.span.end), None)
    if at_head is None or not is_person(annotated, at_head):
        named = apposed(annotated, inside, head)
        at_head = named or at_head
    if at_head is None:
        inside = [m for m in inside if not is_aside(annotated.doc[m.head], head)]
        return () if not inside or is_body_of(annotated, inside, head) else (_head_mention(annotated, inside, whole),)
    joined = {token.i for token in (*head.conjuncts, *joined_before(head))}
    others = [
        m
        for m in inside
        if m.head in joined
        or (m.head > head.i and annotated.doc[m.head].head.i in joined)
        or is_titled_by(annotated, m, joined)
    ]
    others = [m for m in others if m.actors != at_head.actors and annotated.doc[m.head].dep_ in JOINED]
    return tuple(sorted((at_head, *others), key=lambda m: m.span.start))


JOINED = frozenset({"conj", "appos", "nsubj", "flat", "nmod"})
"""How the name of one of several speakers stands to the noun before it."""


def _head_mention(annotated: Annotated, inside: list[Mention], whole: Span) -> Mention:
    """The mention a source is about: a person named at its begin or anywhere in it, else whoever begins it.

    An owner is passed over: "Torv's envoy Omar Haddad" is Haddad.
    """
    inside = [m for m in inside if annotated.doc[m.head].dep_ != "poss"] or inside
    starting = [m for m in inside if m.span.start - whole.start <= len("the ")]
    persons = [m for m in inside if any(annotated.actors[i].kind == "person" for i in m.actors)]
    return next((m for m in persons if m in starting), (persons or starting or inside)[0])


def _joint_actor(annotated: Annotated, mentions: tuple[Mention, ...]) -> Actor | None:
    """A joint actor for several mentions ("Kenya and Uganda said"); the one that all of them mean, where it is one."""
    members = tuple(dict.fromkeys(i for m in mentions for i in m.actors))
    actors = tuple(annotated.actors[i] for i in members)
    actors = tuple(a for a in actors if not any(is_acronym(a.name, other.name) for other in actors))
    if len(actors) == 1:
        return actors[0]
    names = tuple(actor.name for actor in actors)
    return Actor(" and ".join(names), names, common_side(actors))


def mention_actor(annotated: Annotated, mention: Mention) -> Actor | None:
    """One actor for a mention: its only one, or a joint one with its members as aliases ("the two leaders")."""
    if not mention.actors:
        return None
    members = [annotated.actors[i] for i in mention.actors]
    if len(members) == 1:
        return members[0]
    text = annotated.article.text[mention.span.start : mention.span.end]
    return Actor(" and ".join(m.name for m in members), (text, *(m.name for m in members)), None, None, "group")


def reporters(annotated: Annotated, attribution: Attribution) -> tuple[Attribution, ...]:
    """The attributions in whose words an attribution stands, the outermost first; empty for the article's own."""
    if not attribution.depth:
        return ()
    at = (attribution.cue or attribution.content)[0].start
    around = [a for a in holders(annotated, at) if a is not attribution and a.depth < attribution.depth]
    return tuple(sorted(around, key=lambda a: (a.depth, a.content[0].start)))


def speaker_at(annotated: Annotated, offset: int) -> Actor | None:
    """Who says the words at `offset`; None where the article itself speaks."""
    attribution = attribution_at(annotated, offset)
    return source_actor(annotated, attribution) if attribution else None
