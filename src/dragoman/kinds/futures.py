"""Clauses about the future: what is foreseen, how surely, by whom; shared by forecasts, pledges and threats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.bylines import issuers
from dragoman.annotate.clauses import (
    actors_at,
    is_first_person,
    is_passive,
    subjects,
)
from dragoman.annotate.phrases import is_question
from dragoman.annotate.standing import standing
from dragoman.annotate.voices import author, overlaps
from dragoman.kinds.deeds import doing, holds_to, is_aloud, is_blame, is_sought, is_struggle
from dragoman.kinds.foreseen import clause_words, window_in
from dragoman.kinds.future_words import FutureWords, future_words
from dragoman.kinds.hedges import hedged
from dragoman.kinds.rhetoric import (
    is_cry,
    is_habit,
    is_mistaken,
    is_of_all,
    is_only_sayable,
    is_praise,
    is_torn,
    is_torso,
)
from dragoman.kinds.senses import is_other_sense
from dragoman.kinds.turned import has_faded, is_cut_off, is_of_idiom
from dragoman.kinds.unclaimed import is_agreed, is_unclaimed, is_vague
from dragoman.kinds.unforeseen import AIMS, is_term, is_unforeseen, is_unreal
from dragoman.kinds.unpromised import is_hoped_for, is_price, is_threat_if, warns
from dragoman.kinds.voice import another_person, is_quoted, own_side, voice_at, voices_at
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Sort = Literal["forecast", "pledge", "threat", "none"]
SIDE_CLAUSES = frozenset({"relcl", "advcl", "acl"})
WH_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
NEAR = 5
SHORTEST = 3
MAY = "forecast.may"
THINGS = frozenset({"it", "that", "this", "which", "they"})


class Future(Struct, frozen=True):
    """A clause about the future: its verb, the word its subject hangs on, its row, its words, whose words they are."""

    verb: Token
    root: Token
    row: Row
    span: Span
    speaker: Actor | None
    sort: Sort


@lru_cache(maxsize=1)
def find_futures(annotated: Annotated, lexicon: Lexicon) -> tuple[Future, ...]:
    """Every clause about the future, each once, in the order of the text; conditions, questions and idle talk aside.

    Clauses joined by "and" that say it in the same way are one ("you and he will meet, and we'll wrap it up").
    """
    found: list[Future] = []
    for future in _clauses(annotated, future_words(lexicon)):
        before = found[-1] if found else None
        if before is not None and _goes_on(annotated, before, future):
            found[-1] = replace(before, span=Span(before.span.start, future.span.end))
        else:
            found.append(future)
    return tuple(found)


def _goes_on(annotated: Annotated, before: Future, future: Future) -> bool:
    """Whether a clause is joined to the one before by "and", in one voice and sort, and not each has its own day."""
    if (before.row, before.speaker, before.sort) != (future.row, future.speaker, future.sort):
        return False
    if future.root.dep_ != "conj" or future.root.head not in (before.root, *before.root.conjuncts):
        return False
    between = {t.lower_ for t in annotated.doc[before.root.i : future.root.i] if t.dep_ == "cc"}
    dated = [any(overlaps(t.span, each.span) for t in annotated.times) for each in (before, future)]
    return "and" in between and not between & {"but", "or"} and not all(dated)


def _clauses(annotated: Annotated, words: FutureWords) -> Iterator[Future]:
    seen: set[int] = set()
    for token in standing(annotated.doc, {*words.modal, *words.frame, "going", "be"}):
        found = _modal(token, words) or _copula(token, words) or _frame(token, words)
        if found is None or found[0].i in seen:
            continue
        verb, root, row = found
        seen.add(verb.i)
        if _is_idle(verb, root, words) or (token.lower_ == "would" and is_term(verb, words.terms)):
            continue
        row = hedged(verb, root, row, words.above, words.adverb)
        speaker = voice_at(annotated, token.idx)
        span = clause_words(root)
        dated = window_in(annotated, span, token) is not None
        if is_unclaimed(verb, root) or (not dated and row.id == MAY and is_vague(root, words.state)):
            continue
        if not _is_asserted(annotated, token, root, row, dated) or (not dated and _is_over(annotated, root, span)):
            continue
        if _is_fragment(annotated, root, span) or (speaker and speaker.name.lower() in words.chair):
            continue
        sort: Sort = "forecast" if row.means == "possible" else _sort(annotated, verb, root, speaker, words)
        if sort == "forecast" and (is_of_all(verb) or (row.means == "doubtful" and verb.lemma_ in words.cry)):
            sort = "none"
        if sort == "pledge" and not dated and verb.lemma_ in words.cry:
            sort = "none"
        if sort == "forecast" and not dated and is_agreed(root):
            sort = "none"
        if sort == "forecast" and not dated and row.pos == "modal" and row.means == "certain":
            sort = "none" if is_cry(verb, words.cry) or is_praise(verb, root, words.state) else sort
        yield Future(verb, root, row, span, speaker, sort)


# ---- how the future is said ------------------------------------------------------------------------------------------


def _modal(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "will meet", "might collapse", "is going to meet": the verb, the word its subject hangs on, the row."""
    if token.lower_ == "going" and token.tag_ == "VBG":
        below = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        moves = any(c.dep_ == "prep" and c.lower_ == "to" for c in token.children)  # "are going to Torv to demand"
        return (below[0], token, words.modal["going"]) if below and not moves else None
    row = words.modal.get(token.lower_)
    if row is None or token.dep_ != "aux" or token.tag_ != "MD":
        return None
    return token.head, token.head, row


TO_COME = frozenset(
    {"talk", "truce", "ceasefire", "cease-fire", "meeting", "summit", "negotiation", "deal", "session", "round", "swap"}
)
"""Nouns of what a negotiation brings about: "the truce is to begin"."""


def _copula(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "is to host": a form of be with nothing but an infinitive below it, said of somebody who can act."""
    if token.lemma_ != "be" or token.tag_ not in {"VBZ", "VBP", "VBD"} or token.dep_ in {"aux", "auxpass"}:
        return None
    below = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB" and 0 < c.i - token.i < NEAR]
    who = [c for c in token.children if c.dep_ == "nsubj"]
    before = [t for subject in who for t in (subject, *subject.lefts)]
    named = any(t.ent_type_ or t.tag_ in {"NNPS", "NNP"} or t.lemma_.lower() in TO_COME for t in before)
    named = named or bool(below and is_passive(below[0]))
    if not below or not who or not named:
        return None
    if any(t.lemma_.lower() in AIMS for t in before) or any(c.dep_ == "csubj" for c in token.children):
        return None  # "plan A is to fight", "what they agreed was to leave": what it is, not what will be
    filled = any(c.dep_ in {"acomp", "attr", "advcl", "prep"} and token.i < c.i < below[0].i for c in token.children)
    filled = filled or any(c.lower_ == "yet" for c in (*token.children, *below[0].children))  # "is yet to answer"
    return None if filled else (below[0], token, words.copula)


def _frame(token: Token, words: FutureWords) -> tuple[Token, Token, Row] | None:
    """ "are expected to meet", "is likely to fail", "expects them to meet", "is scheduled for Friday"."""
    row = words.frame.get(token.lemma_.lower()) or words.frame.get(token.lower_)
    if row is None or token.pos_ not in {"VERB", "ADJ", "AUX"} or not is_of_idiom(token):
        return None
    root = token.head if token.dep_ == "acomp" else token
    if root.dep_ != "conj" and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children):
        return None
    for child in token.children:
        if child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child):
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
            if token.tag_ in {"VBN", "JJ"} or own:
                return child, child if own else root, row
    timed = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"for", "on", "in"}]
    if timed and token.tag_ == "VBN" and is_passive(token) and "above" not in row.pos and token.lemma_ != "set":
        return token, token, row
    return None


def _is_infinitive(verb: Token) -> bool:
    """ "To sign", "to be signed"; not "to have signed"."""
    helped = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "to" in helped and "have" not in helped and (verb.tag_ == "VB" or "be" in helped)


# ---- what is no forecast ---------------------------------------------------------------------------------------------


UNREAL = re.compile(r"\b(?:were|had) it not\b|\bbut for\b|\bif not for\b", re.IGNORECASE)
"""What makes a "would" tell of what is."""
AUDIENCE = frozenset({"you", "guys", "folks"})
"""Those who listen, with whom nothing is negotiated."""


def _beneath(verb: Token) -> set[str]:
    """The lemmas of what a verb governs."""
    return {c.lemma_.lower() for c in verb.children}


def _is_idle(verb: Token, root: Token, words: FutureWords) -> bool:
    """States, remarks on one's own speech, what might have been, and questions."""
    particles = [c for c in verb.children if c.dep_ == "prt"]  # "end up with" is not "end with"
    below = particles or [c for c in verb.children if c.dep_ != "nsubj"]  # "a truce that will take effect"
    if particles and any(c.dep_ == "dobj" for c in verb.children):  # who will "hand over" prisoners says no farewell
        below = []
    beside = {f"{verb.lemma_.lower()} {t.lemma_.lower()}" for c in below for t in (c, *c.children)}
    if verb.lemma_.lower() in words.idle or beside & words.idle or verb.pos_ not in {"VERB", "AUX"}:
        return True
    if is_unforeseen(verb) or _goes_on_idly(verb, words):
        return True
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" for c in verb.children):  # "will have to decide"
        return True
    if any(t.lower_ in AUDIENCE for c in verb.children if c.lower_ in {"to", "with"} for t in c.children):
        return True  # "we'll be talking to you"
    who = {c.lemma_.lower() for c in root.children if c.dep_ == "nsubj"}
    if "eye" in who or (verb.lemma_ == "see" and "you" in who) or (verb.lemma_ == "have" and "more" in _beneath(verb)):
        return True  # "all eyes will be on", "as you will see", "we'll have more to say"
    if is_question(root):
        return True
    words_beside = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" in words_beside and not words_beside & {"will", "wo"}


def _things(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def _goes_on_idly(verb: Token, words: FutureWords) -> bool:
    """ "Will continue to believe", "will be able to offer a readout": idle, though one goes on with it or can do it."""
    deed = doing(verb)
    if deed != verb and deed.lemma_.lower() in words.idle and not _things(deed):
        return True
    able = [t for c in verb.children if c.lemma_ == "able" for t in c.children if t.dep_ == "xcomp"]
    deeds = [t for t in (deed, *able) if t != verb]
    return any(f"{t.lemma_.lower()} {c.lemma_.lower()}" in words.idle for t in deeds for c in _things(t))


def _is_asserted(annotated: Annotated, cue: Token, root: Token, row: Row, dated: bool) -> bool:
    """Whether the article or its speaker says that it will be so: no condition, no side clause without a date."""
    marks = {c.lower_ for c in root.children if c.dep_ in {"mark", "advmod"} and c.i < cue.i}
    if marks & {"if", "whether", "unless", "so", "until", "before", "how", "why", "where", "lest"}:
        return False
    as_said = is_quoted(annotated, cue.idx) or not voices_at(annotated, cue.idx)
    if is_mistaken(root) or is_only_sayable(root) or has_faded(root.head) or (as_said and is_unreal(cue.head)):
        return False
    top = root
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    if top.dep_ in SIDE_CLAUSES and not (
        dated or top.head.lower_ in {"confidence", "hope", "chance", "possibility", "doubt"}
    ):
        return False
    if root.dep_ in {"ccomp", "pcomp"} and any(
        c.tag_ in WH_TAGS and c.i < cue.i and root in (c.head, c.head.head) for c in root.subtree
    ):
        return False
    spoken = voice_at(annotated, cue.idx) is not None
    if cue.lower_ == "going" and not spoken and any(c.tag_ == "VBD" for c in cue.children if c.dep_ == "aux"):
        return False  # "was never going to happen": over, as the article tells it
    if cue.lower_ == "can":
        side = root.dep_ in SIDE_CLAUSES or any(c.dep_ in {"neg", "ccomp"} for c in root.children)
        return dated and spoken and not side  # not "those that can stop a raid in a day"
    if cue.lower_ == "should":  # "we believe we should have a plan by then"; else it tells what is right
        is_outlook = cue.head.lemma_ in {"have", "be"} and not _is_verdict(root)
        return row.pos != "modal" and (dated or is_outlook)
    if cue.lower_ in {"would", "'d", "’d"}:
        if UNREAL.search(root.sent.text):
            return False  # "would not be there, were it not for him"
        return (
            not _is_verdict(root) and not is_habit(root) and (dated or (spoken and not is_quoted(annotated, cue.idx)))
        )
    if row.means == "possible":
        negated = cue.lower_ == "could" and any(c.dep_ == "neg" for c in root.children)
        going_on = root.tag_ == "VBG" and root.lemma_ != "go"  # "may be growing desperate": today
        return dated or (spoken and not negated and not going_on and not is_habit(root))
    return True


def _is_fragment(annotated: Annotated, root: Token, span: Span) -> bool:
    """Too few words to foresee anything ("will remain so"), or a question in a clause ("what they might do")."""
    said = annotated.article.text[span.start : span.end].split()
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children)
    if root.lemma_ == "be" and root.tag_ == "VB" and not any(c.i > root.i and not c.is_punct for c in root.children):
        return True  # "as we know they will be"
    asks = root.dep_ != "relcl" and any(t.idx == span.start and t.tag_ in WH_TAGS for t in root.subtree)
    asks = asks or is_torn(annotated.article.text[span.start : span.end], root) or is_torso(root)
    asks = asks or is_cut_off(annotated.article.text[span.start : span.end], root)
    return asks or len(said) < (SHORTEST if has_subject else SHORTEST + 1)


def _is_over(annotated: Annotated, root: Token, span: Span) -> bool:
    """ "was expected on Thursday", told on Friday: what was to come has come or not."""
    was = any(t.lower_ in {"was", "were"} for t in (root, *root.children))
    return was and any(t.window is not None and overlaps(t.span, span) for t in annotated.times)


def _is_verdict(root: Token) -> bool:
    """ "would be a mistake", "would be wrong": a judgement, not a forecast."""
    return root.lemma_ == "be" and any(c.dep_ in {"acomp", "attr"} for c in root.children)


# ---- forecast, pledge or threat --------------------------------------------------------------------------------------


def _sort(annotated: Annotated, verb: Token, root: Token, speaker: Actor | None, words: FutureWords) -> Sort:
    """A pledge where the speaker's own side will do something; a threat where that is harm; else a forecast."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    phrase = f"{verb.lemma_.lower()} {particle}"
    lemma = phrase if phrase in words.meeting else doing(verb).lemma_.lower()
    is_deed = is_aloud(doing(verb)) or is_blame(doing(verb))
    negated = any(c.dep_ == "neg" for t in (verb, root) for c in t.children)
    if not is_own(annotated, root, speaker) or is_passive(verb):
        return "forecast"
    if negated and lemma in words.refusal:
        return "none"
    of_meetings = any(c.lemma_.lower() in words.meeting for c in verb.children if c.dep_ == "dobj")
    befalls = lemma in words.happening and not holds_to(doing(verb), words.bond) and not is_sought(doing(verb))
    is_met = lemma in words.meeting and not is_deed and not is_other_sense(doing(verb))
    if of_meetings or is_met or befalls:
        return "forecast"
    if is_hoped_for(root):
        return "forecast"
    if warns(annotated, verb, root, words):
        return "threat"
    if is_threat_if(root) or is_price(verb):
        return "none"
    if negated:
        return "pledge"
    return "threat" if lemma in words.harm and not is_struggle(verb) else "pledge"


OURS = frozenset({"administration", "government", "country", "state", "team", "army", "troop", "force", "delegation"})
"""Of whom somebody who leads them speaks as of himself: "my administration"."""


def _is_ours(token: Token) -> bool:
    """ "My administration", "our government"."""
    return token.lemma_.lower() in OURS and any(c.dep_ == "poss" and is_first_person(c) for c in token.lefts)


SIGNERS = frozenset({"parties", "sides", "participants", "countries", "nations", "governments", "leaders"})


def is_of_signers(annotated: Annotated, who: list[Token], speaker: Actor | None) -> bool:
    """ "The parties will open the road", in what several states issue together: all of them."""
    many = all(t.lower_ in SIGNERS for t in who)
    bare = many and all(c.lower_ in {"the", "both", "two", "all"} for t in who for c in t.children)
    return bare and speaker is None and len(issuers(annotated)) > 1


def is_own(annotated: Annotated, root: Token, speaker: Actor | None) -> bool:
    """Whether those who are to act are the speaker or its side ("we", "the United States" in its own statement)."""
    who = subjects(root)
    if not who or (speaker is None and author(annotated) is None):
        return False
    if is_quoted(annotated, root.idx) and any(token.lower_ in THINGS for token in who):
        return False
    if all(is_first_person(token) or _is_ours(token) for token in who) or is_of_signers(annotated, who, speaker):
        return True
    if (
        speaker is not None
        and speaker.kind == "person"
        and all(token.lower_ in {"it", "this", "that"} for token in who)
    ):
        return False  # "she argues it would deter a raid"
    actors = actors_at(annotated, who)
    if another_person(speaker, who, actors):
        return False
    side = own_side(annotated, speaker)
    together = {speaker.name, *speaker.aliases} if speaker else set()
    if actors and {a.name for a in actors} <= together:
        return True
    if side is None or not actors:
        return False
    own = [side in (a.side, a.name) for a in actors]
    signers = {actor.name for actor in issuers(annotated)} if speaker is None else set()
    if {a.side or a.name for a in actors} <= signers:
        return True  # "Kenya will open the road", in a statement of Kenya and Uganda
    issued = speaker is None and all(a.kind in {"state", "organisation"} for a in actors)
    return all(own) or (issued and any(own))  # a joint statement binds all who make it
