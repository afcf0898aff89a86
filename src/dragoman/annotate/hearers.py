"""To whom and by what way something is said: "told Torv", "in an interview with the radio", "in a post on Telegram".

Read from the parse around the cue, outside the words said; the words of both stand in data/speech/channels.toml.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.held import mentions_over
from dragoman.annotate.phrases import left_of
from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.types import Annotated, Attribution, ChannelType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.parsed import Doc, Token

TABLE = "speech/channels"
BY_WAY = frozenset({"in", "on", "at", "during", "via", "through", "by", "over", "after", "from", "of"})
"""Prepositions that lead from a cue to its channel."""
LOOSE = frozenset({"interview", "press_conference", "statement", "post", "letter", "article"})
"""Channels that are one wherever they stand beside the cue; a call or a meeting only where the cue's verb has it."""
TOLD = frozenset({"press_conference", "meeting", "address"})
"""Channels that may be the object of "told"."""
PARTNERS = frozenset({"with", "to", "for", "by", "on", "of", "alongside"})
"""Prepositions after a channel's noun that lead to its outlet or to the hearer."""
NEVER_HEARD = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
NEAR = 24
"""Tokens between a cue and its channel; farther apart the noun belongs to something else."""
LONGEST = 14
"""Tokens of a hearer or a channel."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
ANSWERING = frozenset({"respond", "reply"})
"""Participles whose "to" leads to what is answered ("responding to Torv, the council said")."""
PARTICIPLES = frozenset({"advcl", "acl", "conj"})


class Hearing(Struct, frozen=True):
    """Who is spoken to and by what way, as spans of the text; `outlet` is the paper's or network's name."""

    to: Span | None = None
    channel: ChannelType | None = None
    via: Span | None = None
    outlet: Span | None = None


class _Words(Struct, frozen=True):
    """Channel types by noun and by name (its words in order), and verbs by how they lead to the hearer."""

    nouns: dict[str, ChannelType]
    names: dict[str, tuple[tuple[tuple[str, ...], ChannelType], ...]]
    telling: frozenset[str]
    speaking: frozenset[str]


class _Scene(Struct, frozen=True):
    """What is looked at: the tokens of the cue's sentence that belong to nobody's words, and the cue's verb or noun."""

    doc: Doc
    cue: Token
    free: frozenset[int]
    actors: frozenset[int]
    """Tokens that head a mention of somebody."""
    words: _Words


@cache
def _channel_words(lexicon: Lexicon) -> _Words:
    rows = [row for row in lexicon.rows(TABLE) if row.id.startswith("channel.")]
    names: dict[str, list[tuple[tuple[str, ...], ChannelType]]] = {}
    for row in rows:
        for name in row.words if row.pos == "name" else ():
            parts = tuple(name.replace("-", " - ").split())
            names.setdefault(parts[0], []).append((parts, row.means))  # type: ignore[arg-type]
    return _Words(
        {word: row.means for row in rows if row.pos != "name" for word in row.words},  # type: ignore[misc]
        {first: tuple(sorted(several, reverse=True)) for first, several in names.items()},
        lexicon.words(TABLE, "object"),
        lexicon.words(TABLE, "to"),
    )


def hearing_of(annotated: Annotated, attribution: Attribution, lexicon: Lexicon | None = None) -> Hearing:
    """To whom an attribution's words are said and by what way; empty where the text doesn't say it beside the cue."""
    scene = _scene(annotated, attribution, _channel_words(lexicon or load_lexicon()))
    if scene is None:
        return Hearing()
    verbs = list(_verbs(scene))
    hearer = _ordered(scene, verbs, attribution) or next((t for v in verbs if (t := _told(scene, v))), None)
    found = _channel(scene, verbs)
    if found is None:
        return _by_hearer(scene, hearer)
    noun, channel = found
    last, partner = _partners(scene, noun)
    via = Span(scene.doc[left_of(noun)].idx, _end(scene.doc[last]))
    outlet = _outlet(scene, noun, last, partner)
    if hearer is None and partner is not None and channel not in {"interview", "press_conference", "statement"}:
        hearer = partner if outlet is None else None
    to = _noun_span(scene, hearer) if hearer is not None else None
    return Hearing(to, channel, via, outlet)


def _scene(annotated: Annotated, attribution: Attribution, words: _Words) -> _Scene | None:
    """The free words around the cue; None for an attribution without one."""
    if not attribution.cue:
        return None
    cues = [
        token
        for span in attribution.cue
        for token in annotated.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
    ]
    cue = next((t for t in cues if t.pos_ == "VERB"), cues[0] if cues else None)
    if cue is None:
        return None
    low, high = max(cue.sent.start, cue.i - NEAR), min(cue.sent.end, cue.i + NEAR)
    said = [span for span in attribution.content if span.start < _end(annotated.doc[high - 1])]
    free = frozenset(t.i for t in annotated.doc[low:high] if not any(span.start <= t.idx < span.end for span in said))
    around = Span(annotated.doc[low].idx, _end(annotated.doc[high - 1]))
    heads = frozenset(m.head for m in mentions_over(annotated, around) if m.form != "place")
    return _Scene(annotated.doc, cue, free, heads, words)


def _verbs(scene: _Scene) -> Iterator[Token]:
    """The cue, and a participle of speaking that goes with it ("said, speaking to reporters")."""
    yield scene.cue
    for kid in scene.cue.children:
        is_participle = kid.dep_ in PARTICIPLES and kid.tag_ == "VBG" and kid.i in scene.free
        if kid.lemma_.lower() in ANSWERING:
            continue
        if is_participle and kid.lemma_.lower() in scene.words.speaking | scene.words.telling:
            yield kid


# ---- the hearer ------------------------------------------------------------------------------------------------------


def _ordered(scene: _Scene, verbs: list[Token], attribution: Attribution) -> Token | None:
    """ "urged Kenya to leave": who is to do it is told so, though the parser makes it a part of what is said."""
    cue = verbs[0]
    if cue.lemma_.lower() not in scene.words.telling:
        return None
    for kid in cue.rights:
        if kid.dep_ in {"ccomp", "xcomp"} and any(g.tag_ == "TO" for g in kid.lefts):
            doers = (g for g in (*cue.rights, *kid.lefts) if g.dep_ in {"dobj", "nsubj", "nsubjpass"} and g.i < kid.i)
            return next((g for g in doers if g.i > cue.i and g.pos_ in NOMINAL), None)
    return None


def _told(scene: _Scene, verb: Token) -> Token | None:
    """The object of "told", or what "to" leads to after "wrote": whoever is spoken to."""
    lemma = verb.lemma_.lower()
    if lemma in scene.words.telling:
        passive = any(kid.dep_ == "auxpass" for kid in verb.children)
        wanted = {"nsubjpass"} if passive else {"dobj", "dative"}
        for kid in verb.children:
            if kid.dep_ in wanted and (passive or kid.i > verb.i) and _may_hear(scene, kid):
                return kid
        if verb.i + 1 < len(scene.doc) and (outlet := _outlet_after(scene, verb)) is not None:
            return outlet
    if lemma in scene.words.telling | scene.words.speaking or verb.pos_ == "NOUN":
        for kid in verb.rights:
            with_whom = kid.lower_ == "with" and lemma in {"speak", "talk"}
            if kid.dep_ in {"prep", "dative"} and (kid.lower_ == "to" or with_whom):
                heard = next((t for t in kid.children if t.dep_ == "pobj"), None)
                if heard is not None and _may_hear(scene, heard):
                    return heard
    return None


def _outlet_after(scene: _Scene, verb: Token) -> Token | None:
    """ "told the BBC Kenya was ready": the paper right after the verb, though the parser joins it to what is said."""
    first = scene.doc[verb.i + 1]
    first = scene.doc[first.i + 1] if first.pos_ == "DET" and first.i + 1 < len(scene.doc) else first
    span = _name_span(scene, first, "press")
    return next((t for t in scene.doc[first.i : first.i + LONGEST] if span and _end(t) >= span.end), None)


def _may_hear(scene: _Scene, token: Token) -> bool:
    """Whether the noun is somebody: an actor, a name, a pronoun, people; no thing, no channel, no day."""
    if token.i not in scene.free or token.pos_ not in NOMINAL or token.ent_type_ in NEVER_HEARD:
        return False
    channel = _channel_at(scene, token)
    if channel is not None:
        return channel == "press" or token.i in scene.actors
    is_thing = token.lower_ in {"it", "that", "this", "what", "which"}
    return not is_thing and (token.i in scene.actors or token.pos_ in {"PROPN", "PRON"} or token.tag_ == "NNS")


def _by_hearer(scene: _Scene, hearer: Token | None) -> Hearing:
    """A hearer alone: reporters and papers are the way by which something is said as well."""
    if hearer is None:
        return Hearing()
    to = _noun_span(scene, hearer)
    first, last = left_of(hearer), hearer.i
    after = _outlet_after(scene, scene.cue) if scene.cue.i + 1 < hearer.i + 1 else None
    if after is not None and after.i == hearer.i:
        to = Span(scene.doc[min(first, after.i)].idx, _end(after))
    outlet = next((s for t in scene.doc[first : last + 1] if (s := _name_span(scene, t, "press"))), None)
    if outlet is not None or _channel_at(scene, hearer) == "press":
        return Hearing(to, "press", to, outlet)
    return Hearing(to)


def _noun_span(scene: _Scene, noun: Token) -> Span:
    """The noun phrase, its "and" included, to the first comma, clause or time."""
    last = noun.i
    for token in scene.doc[noun.i + 1 : min(noun.right_edge.i + 1, noun.i + LONGEST)]:
        is_time = token.ent_type_ in {"DATE", "TIME"}
        if token.is_punct and token.text not in {"-", "’", "'"} or token.is_space or is_time:
            break
        if token.pos_ in {"VERB", "AUX"} or token.dep_ in {"relcl", "mark"} or token.tag_ in {"WDT", "WP", "WRB"}:
            break
        last = token.i
    while last > noun.i and scene.doc[last].pos_ in {"ADP", "CCONJ", "SCONJ", "DET", "PART"}:
        last -= 1
    return Span(scene.doc[left_of(noun)].idx, _end(scene.doc[last]))


# ---- the channel -----------------------------------------------------------------------------------------------------


def _channel(scene: _Scene, verbs: list[Token]) -> tuple[Token, ChannelType] | None:
    """The channel's noun or name that stands nearest to the cue after a preposition, and its type."""
    near = sorted(scene.free, key=lambda i: (abs(i - scene.cue.i), i))
    found: list[tuple[Token, ChannelType]] = []
    for i in near:
        token = scene.doc[i]
        channel = _channel_at(scene, token)
        if channel in TOLD and token.dep_ == "dobj" and any(token.head.i == verb.i for verb in verbs):
            found.append((token, channel))  # "told a news briefing"
        preposition = _preposition(token) if channel else None
        if channel is None or preposition is None or not _is_by_way(token, preposition, channel):
            continue
        governed = any(preposition.head.i == verb.i for verb in verbs)
        if governed or (channel in LOOSE and not _is_of_another(scene, preposition, verbs)):
            found.append((token, channel))
    nouns = [one for one in found if one[0].pos_ == "NOUN"]
    return next(iter(nouns or found), None)


def _channel_at(scene: _Scene, token: Token) -> ChannelType | None:
    """The type of channel that a noun or a name beginning at `token` is; None for any other word."""
    for parts, channel in scene.words.names.get(token.text.rstrip("."), ()):
        if _stands(scene.doc, token.i, parts):
            return channel
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
        return None
    before = token.doc[token.i - 1].lower_ if token.i else ""
    nouns, lemma = scene.words.nouns, token.lemma_.lower()
    return nouns.get(f"{before} {lemma}") or nouns.get(lemma) or nouns.get(token.lower_)


def _preposition(token: Token) -> Token | None:
    """The preposition that leads to the noun phrase of `token`."""
    while token.dep_ in {"compound", "nmod", "poss", "amod"} and token.head.i > token.i:
        token = token.head
    return token.head if token.dep_ == "pobj" else None


def _is_by_way(token: Token, preposition: Token, channel: ChannelType) -> bool:
    word = preposition.lower_
    if channel == "press":  # "on state television"; "in the press" is a place, "to the press" a hearer
        return word in {"on", "via", "through"}
    if word in {"after", "from", "of"}:
        return False
    return word in BY_WAY


def _is_of_another(scene: _Scene, preposition: Token, verbs: list[Token]) -> bool:
    """Whether a verb other than the cue has the phrase ("the minister, who resigned in a letter, said")."""
    head = preposition.head
    while head.dep_ in {"pobj", "prep", "dobj", "compound", "pcomp"} and head.head.i != head.i:
        head = head.head
    if head.pos_ not in {"VERB", "AUX"} or any(head.i == verb.i for verb in verbs):
        return False
    return head.i in scene.free and head.dep_ in {"relcl", "advcl", "acl", "conj"}


def _partners(scene: _Scene, noun: Token) -> tuple[int, Token | None]:
    """Where a channel's phrase ends, and whom its preposition leads to: "an interview with the radio"."""
    last, partner = noun.i, None
    for parts, _ in scene.words.names.get(noun.text.rstrip("."), ()):
        if _stands(scene.doc, noun.i, parts):
            last = max(last, noun.i + len(parts) - 1)
    for kid in noun.rights:
        things = [t for t in kid.children if t.dep_ == "pobj" and t.ent_type_ not in NEVER_HEARD and t.i in scene.free]
        if kid.dep_ != "prep" or kid.lower_ not in PARTNERS or not things or kid.i > last + 2:
            continue
        span = _noun_span(scene, things[0])
        after = scene.doc[things[0].i : things[0].i + LONGEST]
        last = max(last, things[0].i, *(token.i for token in after if _end(token) <= span.end))
        if kid.lower_ in {"with", "to", "on", "by", "for"} and partner is None:
            partner = things[0]
    return last, partner


def _outlet(scene: _Scene, noun: Token, last: int, partner: Token | None) -> Span | None:
    """The paper or network that the channel's phrase names; with an interview whatever organisation it is with."""
    for token in scene.doc[left_of(noun) : last + 1]:
        found = _name_span(scene, token)
        if found is not None:
            return found
    if partner is not None and partner.ent_type_ == "ORG" and _channel_at(scene, noun) in {"interview", "article"}:
        first = left_of(partner)
        first += scene.doc[first].pos_ == "DET" and first < partner.i
        return Span(scene.doc[first].idx, _end(partner))
    return None


def _name_span(scene: _Scene, token: Token, wanted: ChannelType | None = None) -> Span | None:
    """The name of a paper or network that begins at `token`, as a span."""
    for parts, channel in scene.words.names.get(token.text.rstrip("."), ()):
        if wanted in {None, channel} and _stands(scene.doc, token.i, parts):
            return Span(token.idx, _end(scene.doc[token.i + len(parts) - 1]))
    return None


def _stands(doc: Doc, first: int, parts: tuple[str, ...]) -> bool:
    words = tuple(token.text.rstrip(".") for token in doc[first : first + len(parts)])  # "on X." is one token
    return words == parts


def _end(token: Token) -> int:
    """The character after the token, the full stop of its sentence left out ("on X." is one token)."""
    stopped = token.text.endswith(".") and (token.i + 1 == token.sent.end or len(token) == 2)
    return int(token.idx) + len(token.text.rstrip(".") if stopped else token.text)
