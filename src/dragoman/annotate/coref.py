"""Who is meant: nouns ("the envoy", "Syrian rebels", "both presidents") and pronouns, read in the order of the text.

A noun or pronoun is resolved to what was said before it, by number, office and side; where two candidates stand
equally near the mention keeps no actor. First persons ("we") are left to `voices`: they depend on who speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.bands import (
    band_meant,
    body_meant,
    counterparts_meant,
    described_meant,
    fighters_meant,
    press_meant,
    same_team,
    sides_fighting,
    who_urges,
)
from dragoman.annotate.belonging import RELATED
from dragoman.annotate.company import with_host
from dragoman.annotate.holders import at_home_office, office_holders
from dragoman.annotate.lists import joint, leaders_met
from dragoman.annotate.mentions import Named
from dragoman.annotate.met import all_met
from dragoman.annotate.namedas import named_as
from dragoman.annotate.nominals import GOVERNING, RULING, Nominal, find_nominals
from dragoman.annotate.parties import at_home, parties_meant
from dragoman.annotate.phrases import joined_before
from dragoman.annotate.pronouns import Look, Referents, pronoun_kind, resolve_pronoun, subject_ahead
from dragoman.annotate.sides import OPPOSITION, opposition_of, state_opposed
from dragoman.annotate.trail import MEMORY, Known, Place, Trace, Words, coref_words, sex_of, trace_of
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Attribution, Mention, MentionForm, Sentence, Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token


class Ground(Struct, frozen=True):
    """What the text names, before nouns and pronouns are read: names, their actors, sentences and quotations."""

    named: tuple[Named, ...]
    actors: tuple[Actor, ...]
    actor_of: dict[int, int]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...]
    home: str | None = None
    """The side whose own office issues the text; None for the press."""
    heading: tuple[Actor, ...] = ()
    """Whom the title of such a text names with an office, without sides."""
    speech: tuple[Attribution, ...] = ()
    """What is said, of which a quotation's "he" is not the speaker."""


def find_mentions(doc: Doc, ground: Ground, lexicon: Lexicon) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """All mentions in the order of the text, and the actors they stand for (those named, then groups and offices)."""
    words = coref_words(lexicon)
    sentence_of = {i: n for n, s in enumerate(ground.sentences) for i in range(s.first, s.last)}
    outermost = [one for one in ground.speech if not one.depth]
    in_quote = _tokens_in(doc, ground.quoted)
    in_source = _heads_in(doc, tuple(span for one in outermost for span in one.source))
    source_of = _source_of(doc, outermost, in_quote)
    words_of = {i: frozenset(_tokens_in(doc, one.content)) for one in outermost for i in _heads_in(doc, one.source)}
    known = _known(doc, ground, words)
    nominals = {n.head: n for n in find_nominals(doc, ground.named, ground.actors, ground.actor_of, lexicon)}
    known.opposition = _opposition(nominals.values(), ground.actors)
    known.fighting = sides_fighting(nominals.values())
    walk = _Walk(
        ground,
        {n.first: (i, n) for i, n in enumerate(ground.named) if n.form != "marker"},
        nominals,
        frozenset(i for n in ground.named for i in range(n.first, n.last)),
        _ruled_by(nominals.values()),
        known,
        words,
    )
    mentions: list[Mention] = []
    for token in doc:
        said_by = _said_by(source_of.get(token.i, frozenset()), walk)
        says = words_of.get(token.i, frozenset())
        place = Place(sentence_of.get(token.i, -1), token.i in in_quote, token.i in in_source, said_by, says)
        mention = _mention(token, place, walk, mentions)
        if mention is None:
            if token.tag_ == "WP" and (relative := _relative(token, known)):
                known.trail.append(relative)
            continue
        mentions.append(mention)
        if mention.actors and mention.form != "place":
            trace = trace_of(doc[mention.head], place, mention.actors)
            known.trail.append(trace)
            if both := joint(doc, trace, known):
                known.trail.append(both)
    return tuple(known.actors), tuple(mentions)


def _source_of(doc: Doc, speech: list[Attribution], in_quote: set[int]) -> dict[int, frozenset[int]]:
    """For each token of a quotation the tokens that name its speaker."""
    found: dict[int, frozenset[int]] = {}
    for one in speech:
        if source := frozenset(_tokens_in(doc, one.source)):
            found |= dict.fromkeys(_tokens_in(doc, one.content) & in_quote, source)
    return found


def _said_by(source: frozenset[int], walk: _Walk) -> frozenset[int]:
    """The actors whom the tokens of a source name, as far as the walk has come; names also further on."""
    if not source:
        return source
    actor_of, known = walk.ground.actor_of, walk.known
    named = {actor_of[n] for i in source if i in walk.starts and (n := walk.starts[i][0]) in actor_of}
    return frozenset(named.union(*(trace.actors for trace in known.trail[-MEMORY:] if trace.token in source)))


class _Walk(Struct, frozen=True):
    """What the walk through the tokens looks up: where names and nouns stand, and what is known so far."""

    ground: Ground
    starts: dict[int, tuple[int, Named]]
    nominals: dict[int, Nominal]
    covered: frozenset[int]
    ruled: dict[str, set[str]]
    """By "government", "army": the states whose the text tells them to be."""
    known: Known
    words: Words


def _mention(token: Token, place: Place, walk: _Walk, before: list[Mention]) -> Mention | None:
    """The mention that a token begins or heads: a name, a noun or a pronoun; None for any other token."""
    doc, known, words = token.doc, walk.known, walk.words
    if token.i in walk.starts:
        i, one = walk.starts[token.i]
        actor_of = walk.ground.actor_of
        actors = (actor_of[i],) if i in actor_of else ()
        form: MentionForm = "place" if one.form == "place" else "name"
        return Mention(_span(doc, one.first, one.last), doc[one.first : one.last].root.i, actors, form)
    if token.i in walk.nominals:
        nominal = _at_rule(
            _owned(
                at_home_office(walk.nominals[token.i], known, words, (walk.ground.home, walk.ground.heading)),
                doc,
                before,
                known,
            ),
            known,
            walk.ruled,
        )
        if nominal is None:
            return None
        meant = _by_name(token, walk) or _nominal_actors(nominal, token, known, words)
        meant = _going_on(meant, token, known)
        return Mention(_span(doc, nominal.first, nominal.last), token.i, meant.actors, "role", meant.candidates)
    if token.i not in walk.covered and (kind := pronoun_kind(token, words)):
        meant = _named_ahead(token, kind, walk) or resolve_pronoun(
            Look(token, kind, place, sex_of((token.lower_,), words), words), known
        )
        return Mention(_span(doc, token.i, token.i + 1), token.i, meant.actors, "pronoun", meant.candidates)
    return None


def _by_name(noun: Token, walk: _Walk) -> Referents | None:
    """Whom "the alliance, known as the Northern Council" means; None where the noun is given no name."""
    for word in named_as(noun):
        for n, actor in walk.ground.actor_of.items():
            if walk.ground.named[n].first <= word.i < walk.ground.named[n].last:
                return Referents((actor,))
        if word.i in walk.nominals:
            return Referents((_own_actor(walk.nominals[word.i], walk.known, walk.words),))
    return None


def _named_ahead(pronoun: Token, kind: str, walk: _Walk) -> Referents | None:
    """The person whom the main clause names after a participle's clause with the pronoun; None for any other place."""
    subject = subject_ahead(pronoun) if kind == "person" else None
    if subject is None:
        return None
    ahead = [actor for i, actor in walk.ground.actor_of.items() if walk.ground.named[i].last == subject.i + 1]
    fits = [i for i in ahead if walk.known.actors[i].kind == "person"]
    sex = sex_of((pronoun.lower_,), walk.words)
    return Referents((fits[0],)) if fits and walk.known.sexes.get(fits[0], sex) == sex else None


def _span(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))


def _known(doc: Doc, ground: Ground, words: Words) -> Known:
    """What is known before the walk: the actors named, and of persons whether they are "she" or "he"."""
    by_name = {actor.name: i for i, actor in enumerate(ground.actors)}
    sexes: dict[int, str] = {}
    for n, named in enumerate(ground.named):
        where = ground.actor_of.get(n, -1)
        is_person = where >= 0 and ground.actors[where].kind == "person" and named.first > 0
        if is_person and (sex := sex_of((doc[named.first - 1].text,), words)):
            sexes.setdefault(where, sex)
    for i, actor in enumerate(ground.actors):
        if actor.kind == "person" and i not in sexes:
            parts = actor.name.split()
            told = (*parts[:-1], *(actor.role or "").split())
            if sex := sex_of(told, words):
                sexes[i] = sex
    return Known(list(ground.actors), [], by_name, len(ground.actors), sexes)


def _relative(token: Token, known: Known) -> Trace | None:
    """What "who" leaves behind: whom it stands for, as a subject."""
    if token.dep_ != "nsubj" or token.head.dep_ != "relcl" or not known.trail:
        return None
    noun = token.head.head.i
    earlier = next((t for t in reversed(known.trail[-4:]) if t.token == noun), None)
    return structs.replace(earlier, subject=True, plural=earlier.plural) if earlier else None


def _heads_in(doc: Doc, spans: tuple[Span, ...]) -> set[int]:
    """The tokens that the spans are about, with those joined to them: not the post or the body told beside a name."""
    inside = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    roots = [words.root for words in inside if words is not None]
    return {token.i for root in roots for token in (root, *root.conjuncts, *joined_before(root))}


def _tokens_in(doc: Doc, spans: tuple[Span, ...]) -> set[int]:
    found: set[int] = set()
    for span in spans:
        inside = doc.char_span(span.start, span.end, alignment_mode="contract")
        found.update(range(inside.start, inside.end) if inside is not None else ())
    return found


def _owned(nominal: Nominal, doc: Doc, mentions: list[Mention], known: Known) -> Nominal:
    """ "his president": the side is that of the one meant by "his", of "his opponents" its opposition."""
    owner = next((c for c in doc[nominal.head].lefts if c.tag_ == "PRP$"), None)
    lemma = doc[nominal.head].lemma_.lower()
    if owner is None or lemma in RELATED - {OPPONENT} or lemma == COUNTERPART or nominal.side is not None:
        return nominal
    meant = next((m for m in reversed(mentions) if m.head == owner.i), None)
    side = known.actors[meant.actors[0]].side if meant is not None and len(meant.actors) == 1 else None
    if side and nominal.lemma == OPPONENT:
        side = opposition_of(side)
    named = side if side and nominal.means == "state" else nominal.name  # "her country"
    return structs.replace(nominal, side=side, name=named) if side else nominal


OPPONENT, COUNTERPART = "opponent", "counterpart"


def _ruled_by(nominals: Iterable[Nominal]) -> dict[str, set[str]]:
    """By "government", "army", "military": the sides whose the text tells them to be."""
    found: dict[str, set[str]] = {lemma: set() for lemma in RULING}
    for nominal in nominals:
        if nominal.side and nominal.lemma in RULING:
            found[nominal.lemma].add(nominal.side)
    return found


def _of_rule(nominal: Nominal, known: Known, ruled: dict[str, set[str]]) -> Nominal | None:
    """ "The army": of the only state that the text has one of, else of that whose opposition alone it names.

    A group of its own where it tells of none's at all.
    """
    if nominal.text.lower() != f"the {nominal.lemma}":
        return None
    opposed = state_opposed(known.opposition or "") if nominal.lemma == "government" else None
    sides = ruled.get(nominal.lemma, set()) or ({opposed} if opposed else set())
    if not sides:
        return structs.replace(nominal, means="people")
    return structs.replace(nominal, side=min(sides), name=min(sides)) if len(sides) == 1 else None


def _at_rule(nominal: Nominal, known: Known, ruled: dict[str, set[str]]) -> Nominal | None:
    """ "the government", "government officials": of the state whose opposition was named before.

    None for a government or country of nobody knows where.
    """
    if nominal.side is not None:
        return nominal
    if not GOVERNING & set(nominal.text.lower().split()):
        return _of_rule(nominal, known, ruled) if nominal.means == "state" else nominal
    home = [i for i in at_home(known) if known.actors[i].kind == "state"]
    if not home:
        return _of_rule(nominal, known, ruled) if nominal.means == "state" else nominal
    side = known.actors[home[0]].name
    return structs.replace(nominal, side=side, name=side if nominal.means == "state" else nominal.name)


# ---- nouns -----------------------------------------------------------------------------------------------------------


def _nominal_actors(nominal: Nominal, token: Token, known: Known, words: Words) -> Referents:
    """The actors of a noun phrase: those it names, a person in that office, all parties, or a group of its own."""
    if nominal.members:
        return Referents(nominal.members)
    if met := all_met(nominal, known, token.doc, words.heads):
        return Referents(met)
    if nominal.lemma == COUNTERPART and (met := counterparts_meant(nominal, token, known)):
        return Referents(met)
    if nominal.means == "parties":
        is_pair = nominal.lemma == "leader" and nominal.count == len(("one", "other"))
        if is_pair and (pair := leaders_met(token.doc, known, words.heads)):
            return Referents(pair)
        meant = parties_meant(nominal, known, words, who_urges(token, known))
        return Referents(with_host(meant, token, known) or (_own_actor(nominal, known, words),))
    if nominal.means == "office" and nominal.definite:
        persons = office_holders(nominal, known, words)
        if persons:
            return Referents(persons) if len(persons) == 1 else Referents((), persons)
    named = body_meant(nominal, known) or band_meant(nominal, known, words)
    if band := named or press_meant(nominal, known) or described_meant(nominal, token, known):
        return Referents(band)
    bare = len(nominal.text.split()) <= len(("the", "rebels"))
    if nominal.lemma in words.against and nominal.side is None and bare and nominal.lemma != "militant":
        earlier = [i for i, a in enumerate(known.actors) if a.side and a.side.endswith(OPPOSITION)]
        whole = [i for i in earlier if _is_whole(known.actors[i], words)]
        if whole or (fighters := fighters_meant(nominal, known)):
            return Referents((whole[-1],) if whole else fighters)
    if (same := same_team(nominal, known)) is not None:
        return Referents((same,))
    return Referents((_own_actor(_in_opposition(nominal, known, words), known, words),))


def _going_on(meant: Referents, noun: Token, known: Known) -> Referents:
    """ "The president continued": of several that it may stand for the one who spoke last."""
    if not meant.candidates or noun.head.lemma_ not in GOING_ON:
        return meant
    spoke = (i for trace in reversed(known.trail[-MEMORY:]) if trace.speaks for i in trace.actors)
    last = next((i for i in spoke if i in meant.candidates), None)
    return meant if last is None else Referents((last,))


GOING_ON = frozenset({"continue", "add", "go", "conclude"})
"""Verbs of who goes on to speak."""


def _is_whole(actor: Actor, words: Words) -> bool:
    """ "Syrian rebels", "the Syrian opposition": all of them, not one group or leader of theirs."""
    said = actor.name.lower().split()
    short = len(said) <= len(("main", "Syrian", "opposition"))
    return actor.kind != "person" and short and said[-1].removesuffix("s") in words.against


def _in_opposition(nominal: Nominal, known: Known, words: Words) -> Nominal:
    """ "the main opposition alliance": of the opposition that the text has named, else of the state it speaks of."""
    if nominal.side is not None or not words.against & set(nominal.text.lower().split()):
        return nominal
    sides = [a.side for a in known.actors if a.side and a.side.endswith(OPPOSITION)]
    side = sides[-1] if sides else known.opposition
    return structs.replace(nominal, side=side) if side else nominal


def _opposition(nominals: Collection[Nominal], actors: tuple[Actor, ...]) -> str | None:
    """Whose "the opposition" is: the only one that the text names, else that of the only government that it names.

    None where it names several, or speaks of a government once only.
    """
    sides = (*(n.side for n in nominals), *(a.side for a in actors))
    named = {side for side in sides if side and side.endswith(OPPOSITION)}
    if named:
        return named.pop() if len(named) == 1 else None
    ruling = Counter(n.side for n in nominals if n.means == "state" and n.side and n.lemma in GOVERNING)
    first, second = (*ruling.most_common(2), ("", 0), ("", 0))[:2]
    return opposition_of(first[0]) if first[1] > 1 and first[1] > 2 * second[1] and first[0] else None


def _office(nominal: Nominal, words: Words) -> str:
    """The words of the title that end in the noun: "prime minister"."""
    said = nominal.name.lower().split()
    last = next((n for n, word in enumerate(said) if word == nominal.lemma), None)
    if last is None:
        return nominal.lemma
    first = last
    while first and said[first - 1] in words.roles:
        first -= 1
    return " ".join(said[first : last + 1])


def _own_actor(nominal: Nominal, known: Known, words: Words) -> int:
    """The group that the phrase itself names; the same words mean the same group throughout the article."""
    where = known.by_name.get(nominal.name)
    if where is None:
        where = known.by_name[nominal.name] = len(known.actors)
        kind = "state" if nominal.means == "state" else "person" if nominal.means == "office" else "group"
        aliases = (nominal.text,) if nominal.text != nominal.name else ()
        role = _office(nominal, words) if nominal.means == "office" else None
        known.actors.append(Actor(nominal.name, aliases, nominal.side, role, kind))  # type: ignore[arg-type]
    return where
