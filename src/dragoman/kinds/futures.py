"""Clauses about the future: what is foreseen, how surely, by whom; shared by forecasts, pledges and threats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.bylines import issuers
from dragoman.annotate.clauses import (
    actors_at,
    is_first_person,
    is_passive,
    prepositional,
    subjects,
)
from dragoman.annotate.kept import kept
from dragoman.annotate.phrases import is_question
from dragoman.annotate.standing import standing
from dragoman.annotate.voices import author, overlaps
from dragoman.kinds.asserted import WH_TAGS, is_asserted, is_loose_guess, is_told_besides
from dragoman.kinds.deeds import doing, holds_to, is_aloud, is_blame, is_sought, is_struggle
from dragoman.kinds.extraposed import agents
from dragoman.kinds.foreseen import clause_words, window_in
from dragoman.kinds.foretold import LEAN, foretold
from dragoman.kinds.future_words import FutureWords, future_words
from dragoman.kinds.hedges import hedged
from dragoman.kinds.own_part import is_grant, is_of_own_people
from dragoman.kinds.rhetoric import (
    is_cry,
    is_of_all,
    is_praise,
    is_torn,
    is_torso,
)
from dragoman.kinds.roused import is_mere_fear
from dragoman.kinds.senses import is_other_sense
from dragoman.kinds.this_talk import is_of_this_talk, phrases_of
from dragoman.kinds.turned import is_cut_off
from dragoman.kinds.unclaimed import is_agreed, is_unclaimed, is_vague
from dragoman.kinds.undecided import left_open
from dragoman.kinds.unforeseen import is_term, is_unforeseen
from dragoman.kinds.unpromised import is_hoped_for, is_price, is_threat_if, warns
from dragoman.kinds.voice import another_person, is_quoted, own_side, voice_at
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

Sort = Literal["forecast", "pledge", "threat", "none"]
SHORTEST = 3
MAY = "forecast.may"
WOULD = "forecast.would"
THINGS = frozenset({"it", "that", "this", "which", "they"})


class Future(Struct, frozen=True):
    """A clause about the future: its verb, the word its subject hangs on, its row, its words, whose words they are."""

    verb: Token
    root: Token
    row: Row
    span: Span
    speaker: Actor | None
    sort: Sort


@kept()
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


def _how_surely(verb: Token, root: Token, row: Row, words: FutureWords, *, is_guess: bool) -> Row:
    """The row that says how surely it is foreseen; a "would" of the article itself only tells what may follow."""
    row = hedged(verb, root, row, words.above, words.adverb)
    return words.supposed if is_guess and row.id == WOULD else row


def _goes_on(annotated: Annotated, before: Future, future: Future) -> bool:
    """Whether a clause is joined to the one before by "and", in one voice and sort, and not each has its own day."""
    if (before.row, before.speaker, before.sort) != (future.row, future.speaker, future.sort):
        return False
    if (
        _are_of_two(before.root, future.root)
        or future.root.dep_ != "conj"
        or future.root.head not in (before.root, *before.root.conjuncts)
    ):
        return False
    between = {t.lower_ for t in annotated.doc[before.root.i : future.root.i] if t.dep_ == "cc"}
    dated = [any(overlaps(t.span, each.span) for t in annotated.times) for each in (before, future)]
    return "and" in between and not between & {"but", "or"} and not all(dated)


def _are_of_two(before: Token, root: Token) -> bool:
    """ "The port will open and the rebels will leave": two things are named, and each has its own future."""
    first, second = ([c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}] for verb in (before, root))
    return bool(first and second) and all(t.pos_ in {"NOUN", "PROPN"} for t in (*first, *second))


def _clauses(annotated: Annotated, words: FutureWords) -> Iterator[Future]:
    seen: set[int] = set()
    for token in standing(
        annotated.doc, {*words.modal, *words.frame, *words.lean, *words.timetable, *words.granting, "going", "be"}
    ):
        found = foretold(token, words)
        if found is None or found[0].i in seen:
            continue
        verb, root, way = found
        seen.add(verb.i)
        if _is_idle(verb, root, words) or is_of_this_talk(annotated, verb, root, words.talk):
            continue
        if token.lower_ == "would" and is_term(verb, words.terms):
            continue
        future = _future(annotated, token, found, words)
        if future is not None:
            yield future


def _future(annotated: Annotated, token: Token, found: tuple[Token, Token, Row], words: FutureWords) -> Future | None:
    """What `token` foretells, with its speaker and its sort; None where nobody puts it forward."""
    verb, root, way = found
    span, speaker = clause_words(root), voice_at(annotated, token.idx)
    window = _window_of_aim(annotated, token, root, span) if LEAN in way.pos else window_in(annotated, span, token)
    if "ahead" in way.pos and not _is_ahead(annotated, window):
        return None
    dated = window is not None
    is_guess = speaker is None and not dated
    still_open = left_open(root, words.whether) if token.lower_ != "can" else None
    row = still_open or _how_surely(verb, root, way, words, is_guess=is_guess)
    was_to = way.id == words.copula.id and token.tag_ == "VBD"  # "was to be led", in a report: is to be led
    needs_day = "dated" in way.pos and not (was_to and speaker is not None)
    if not dated and (needs_day or (row.id == MAY and is_vague(root, words.state))):
        return None
    if is_unclaimed(verb, root) or (is_guess and (is_mere_fear(root) or is_loose_guess(root, row, words))):
        return None
    if still_open is None and not is_asserted(annotated, token, root, row, dated=dated):
        return None
    if not dated and _is_over(annotated, root, span):
        return None
    if _is_fragment(annotated, root, span) or (speaker and speaker.name.lower() in words.chair):
        return None
    sort: Sort = "forecast" if row.means == "possible" else _sort(annotated, verb, root, speaker, words)
    if sort == "forecast" and row.means == "certain" and speaker is None and is_grant(annotated, verb, root, words):
        sort = "pledge"
    if (sort == "forecast" and _is_nothing_foreseen(verb, root, row, words, dated=dated)) or (
        sort == "pledge" and (LEAN in way.pos or (not dated and verb.lemma_ in words.cry))
    ):
        sort = "none"
    return Future(verb, root, row, span, speaker, sort)


def _window_of_aim(annotated: Annotated, token: Token, root: Token, span: Span) -> When | None:
    """The days of what somebody aims at, behind the word or before its subject; not "those who meet on Friday aim"."""
    behind = window_in(annotated, Span(token.idx, max(span.end, token.idx + 1)), token)
    first = min((t.left_edge.idx for t in subjects(root)), default=span.start)
    return behind or (window_in(annotated, Span(span.start, first - 1), token) if first - 1 > span.start else None)


def _is_nothing_foreseen(verb: Token, root: Token, row: Row, words: FutureWords, *, dated: bool) -> bool:
    """ "Everyone will see", "we will prevail", "it will be a great day", what several bind themselves to."""
    if is_of_all(verb) or (row.means == "doubtful" and verb.lemma_ in words.cry):
        return True
    if dated:
        return False
    is_bare = row.pos == "modal" and row.means == "certain"
    return is_agreed(root) or (is_bare and (is_cry(verb, words.cry) or is_praise(verb, root, words.state)))


# ---- what is no forecast ---------------------------------------------------------------------------------------------


AUDIENCE = frozenset({"you", "guys", "folks"})
"""Those who listen, with whom nothing is negotiated."""


def _beneath(verb: Token) -> set[str]:
    """The lemmas of what a verb governs."""
    return {c.lemma_.lower() for c in verb.children}


def _is_idle(verb: Token, root: Token, words: FutureWords) -> bool:
    """States, remarks on one's own speech, what might have been, and questions."""
    if phrases_of(verb) & words.idle or verb.pos_ not in {"VERB", "AUX"}:
        return True
    if is_unforeseen(verb) or _goes_on_idly(verb, words):
        return True
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" for c in verb.children):  # "will have to decide"
        return not any(c.lower_ in {"may", "might", "could"} for c in verb.children)
    if any(t.lower_ in AUDIENCE for c in verb.children if c.lower_ in {"to", "with"} for t in c.children):
        return True  # "we'll be talking to you"
    who = {c.lemma_.lower() for c in root.children if c.dep_ == "nsubj"}
    if "eye" in who or (verb.lemma_ == "see" and "you" in who) or (verb.lemma_ == "have" and "more" in _beneath(verb)):
        return True  # "all eyes will be on", "as you will see", "we'll have more to say"
    if is_question(root) or _is_of_which(root):
        return True
    words_beside = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" in words_beside and not words_beside & {"will", "wo"}


def _is_of_which(verb: Token) -> bool:
    """ "A summit, the date of which will be told later": a clause that says nothing without the noun before it."""
    subjects = (c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"})
    return any(t.lower_ == "which" and t.head.lower_ == "of" for subject in subjects for t in subject.subtree)


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


def _is_fragment(annotated: Annotated, root: Token, span: Span) -> bool:
    """Too few words to foresee anything ("will remain so"), or a question in a clause ("what they might do")."""
    said = annotated.article.text[span.start : span.end].split()
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children)
    if root.lemma_ == "be" and root.tag_ == "VB" and not any(c.i > root.i and not c.is_punct for c in root.children):
        return True  # "as we know they will be"
    words = annotated.article.text[span.start : span.end]
    besides = is_told_besides(root.head) and any(c.dep_ == "nsubj" and c.tag_ in WH_TAGS for c in root.children)
    asks = root.dep_ != "relcl" and any(t.idx == span.start and t.tag_ in WH_TAGS for t in root.subtree)
    asks = not besides and (asks or is_torn(words, root))
    asks = asks or is_torso(root) or is_cut_off(words, root)
    return asks or len(said) < (SHORTEST if has_subject else SHORTEST + 1)


def _is_over(annotated: Annotated, root: Token, span: Span) -> bool:
    """ "was expected on Thursday", told on Friday: what was to come has come or not."""
    if not any(t.lower_ in {"was", "were"} for t in (root, *root.children)):
        return False
    today = annotated.article.published
    windows = [t.window for t in annotated.times if t.window is not None and overlaps(t.span, span)]
    return any(w.end is None or today is None or w.end < today for w in windows)


def _is_ahead(annotated: Annotated, window: When | None) -> bool:
    """Whether the days all lie after publication."""
    today = annotated.article.published
    return window is not None and window.start is not None and today is not None and window.start > today


# ---- forecast, pledge or threat --------------------------------------------------------------------------------------


def _sort(annotated: Annotated, verb: Token, root: Token, speaker: Actor | None, words: FutureWords) -> Sort:
    """A pledge where the speaker's own side will do something; a threat where that is harm; else a forecast."""
    at_talks = {t.lemma_.lower() for t in prepositional(verb, ("in",))} & words.meeting
    part = {"part"} if at_talks else set()
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt" or c.lower_ in part), "")
    phrase = f"{verb.lemma_.lower()} {particle}"
    lemma = phrase if phrase in words.meeting else doing(verb).lemma_.lower()
    is_deed = is_aloud(doing(verb)) or is_blame(doing(verb))
    negated = any(c.dep_ == "neg" for t in (verb, root) for c in t.children)
    passive = is_passive(verb)
    doers = agents(verb) if passive else subjects(root)
    if (passive and speaker is None) or not is_own(annotated, root, speaker, doers):
        return "forecast"
    if negated and lemma in words.refusal:
        return "none"
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return "forecast"  # "we will have settled it by Friday"
    of_meetings = any(c.lemma_.lower() in words.meeting for c in verb.children if c.dep_ == "dobj")
    befalls = lemma in words.happening and not holds_to(doing(verb), words.bond) and not is_sought(doing(verb))
    is_met = lemma in words.meeting and not is_deed and not is_other_sense(doing(verb)) and not _is_held(doing(verb))
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


GROUND = frozenset({"position", "ground", "line", "front", "fire", "town", "area", "territory", "post"})


def _is_held(verb: Token) -> bool:
    """ "Will hold the line": no meeting."""
    return verb.lemma_ == "hold" and any(c.lemma_.lower() in GROUND for c in verb.children if c.dep_ == "dobj")


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


def is_own(annotated: Annotated, root: Token, speaker: Actor | None, who: list[Token]) -> bool:
    """Whether those who are to act are the speaker or its side ("we", "the United States" in its own statement).

    `who` are the subjects, of a passive those by whom it will be done.
    """
    if not who or (speaker is None and author(annotated) is None):
        return False
    if is_quoted(annotated, root.idx) and any(token.lower_ in THINGS for token in who):
        return False
    if all(is_first_person(token) or _is_ours(token) for token in who) or is_of_signers(annotated, who, speaker):
        return True
    if all(is_of_own_people(annotated, token, speaker, OURS) for token in who):
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
