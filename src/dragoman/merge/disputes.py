"""Where the records of one entry cannot all be right, and what one side's readout leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds.compare import fold, near_equal, persons, share_a_person, words_of
from dragoman.kinds.places import places_agree
from dragoman.kinds.windows import is_dated, length_in_words, lengths_agree, windows_agree
from dragoman.lexicon import load_lexicon
from dragoman.merge.witness import Told, Witness, sides_of
from dragoman.types import Account, Actor, Dispute, DurationMod, Evidence, Omission, Record, Support, Term, When

Backed = tuple[Record, Support]
"""A record of an entry and its support there."""

TOLD_BEFORE = frozenset({"planned", "expected", "proposed", "near"})
"""States that a later one fulfils; "expected" on Sunday and "held" on Tuesday is no contradiction."""
COUNTED = re.compile(r"\b(\d[\d,.]*)\s+(?:[\w-]+\s+)?([^\W\d_]{4,})")
"""A figure and the noun that it counts, with at most one word between."""
OPENING = 400
"""Code points at the head of an official text in which the contact stands that it was written about."""
AND = " and "
RESULTS = frozenset({"scope", "agreed", "proposed"})
"""Fields of a text by which accounts contradict each other; what is left out is told by their issues and terms."""
ASSENTING = ("agree", "accept")
"""How `Row.means` of words of agreeing begins."""
STEM = 6
"""Letters by which two nouns are one: "prisoner" and "prisoners"."""


# ---- values that can or cannot both be true -------------------------------------------------------------------------


class Claim(Struct, frozen=True):
    """A value that a record or text gives to a field. Only claims on one subject ("ceasefire", "prison") are compared.

    `about` parts the claims on a subject further: two truces have a scope in common, or are two truces.
    """

    field: str
    value: str
    subject: str = ""
    when: When | None = None
    mod: DurationMod | None = None
    about: str = ""

    def words(self) -> str:
        """The claim as a reader would write it."""
        value = length_in_words(self.value, self.mod) if self.field == "duration" else self.value.replace("_", " ")
        return f"{self.subject.replace('_', ' ')}: {value}" if self.subject else value


def _statuses_agree(a: Claim, b: Claim) -> bool:
    return a.value in TOLD_BEFORE or b.value in TOLD_BEFORE or {a.value, b.value} == {"held", "ongoing"}


def _places_agree(a: Claim, b: Claim) -> bool:
    one, other = fold(a.value), fold(b.value)
    return places_agree(a.value, b.value) or one in other or other in one


def _days_agree(a: Claim, b: Claim) -> bool:
    return a.when is None or b.when is None or windows_agree(a.when, b.when)


def _lengths_agree(a: Claim, b: Claim) -> bool:
    return lengths_agree(a.value, b.value, (a.mod, b.mod))


def _proposers_agree(a: Claim, b: Claim) -> bool:
    """Whether somebody is named as the proposer in both: one account may leave out who joined."""
    return bool(set(a.value.split(AND)) & set(b.value.split(AND)))


def _differ(a: Claim, b: Claim) -> bool:
    return False


AGREE: dict[str, Callable[[Claim, Claim], bool]] = {
    "duration": _lengths_agree,
    "place": _places_agree,
    "status": _statuses_agree,
    "stance": _differ,
    "when": _days_agree,
    "scope": _differ,
    "count": _differ,
    "proposer": _proposers_agree,
    "outcome": _differ,
}
"""Each field that can be disputed, and whether two unlike values on one subject can both be true."""


def _claims(record: Record) -> Iterator[Claim]:
    for field in ("duration", "place", "status", "stance"):
        value = getattr(record, field, None)
        if value:
            yield Claim(field, value, mod=getattr(record, "duration_mod", None) if field == "duration" else None)
    when = getattr(record, "when", None)
    if when is not None and is_dated(when):
        days = dict.fromkeys(day.strftime("%-d %b %Y") if day else "open" for day in (when.start, when.end))
        yield Claim("when", " to ".join(days), when=when)
    by = getattr(record, "by", ())
    for term in _terms(record):
        if by and isinstance(by, tuple):
            yield Claim("proposer", AND.join(sides_of(by)), term.type)
        if term.duration:
            yield Claim("duration", term.duration, term.type)
        if term.scope:
            yield Claim("scope", ", ".join(term.scope), term.type)
        for number, noun in COUNTED.findall(term.text):
            yield Claim("count", f"{number.strip(',.').replace(',', '')} {noun}", f"{term.type} {fold(noun)[:STEM]}")


def _terms(record: Record) -> tuple[Term, ...]:
    return getattr(record, "terms", ())


def _scopes_told(backed: Iterable[Backed], articles: Mapping[str, Witness]) -> Iterator[tuple[Claim, Support]]:
    """What the truces are limited to of which the readouts of a contact tell, once for each target."""
    for _, support, known in _readouts(backed, articles):
        for told in known.told:
            if told.field == "scope":
                place = replace(support, evidence=told.evidence)
                for target in told.item.split(", "):
                    yield Claim("scope", told.item, "ceasefire", about=target), place


def _results_told(backed: Iterable[Backed], articles: Mapping[str, Witness]) -> Iterator[tuple[Claim, Support]]:
    """What the readouts of a contact say came of it: who proposed what, what was agreed or was only spoken of."""
    for _, support, known in _readouts(backed, articles):
        agreed = {told.item.replace("_", " ") for told in known.told if told.field == "agreed"}
        for told in known.told:
            place = replace(support, evidence=told.evidence)
            subject = told.item.replace("_", " ")
            if told.field == "proposed":
                yield Claim("proposer", AND.join(told.by), subject), place
            elif told.field == "agreed":
                yield Claim("outcome", "agreed", subject), place
            elif told.field == "issue" and subject not in agreed and not _assents(told.evidence):
                yield Claim("outcome", "only discussed", subject), place


def _assents(evidence: tuple[Evidence, ...]) -> bool:
    """Whether a sentence has a word of agreeing, in whatever form: then nothing says that it was only spoken of."""
    words = fold(" ".join(one.quote for one in evidence)).split()
    return any(word.startswith(stem) for word in words for stem in _stems())


@cache
def _stems() -> frozenset[str]:
    rows = (*load_lexicon().rows("kinds/agreement"), *load_lexicon().rows("kinds/response"))
    words = {word for row in rows if row.means.startswith(ASSENTING) for word in row.words if " " not in word}
    return frozenset(fold(word).removesuffix("e") for word in words)


def _readouts(backed: Iterable[Backed], articles: Mapping[str, Witness]) -> Iterator[tuple[Record, Support, Witness]]:
    """The texts of those who took part that are about this contact, each once: they tell it in their opening."""
    several, seen = tuple(backed), set[str]()
    sides = {actor.side for record, _ in several for actor in _participants(record)}
    for record, support in several:
        known = articles.get(support.article)
        is_about = record.evidence[0].start < OPENING and bool(_participants(record))
        if known and known.side in sides and is_about and support.article not in seen:
            seen.add(support.article)
            yield record, support, known


def _agree(a: Claim, b: Claim) -> bool:
    if (a.subject, a.about) != (b.subject, b.about) or a.value == b.value:
        return True
    return AGREE[a.field](a, b)


def disputes(backed: tuple[Backed, ...], articles: Mapping[str, Witness]) -> tuple[Dispute, ...]:
    """The fields of an entry whose values cannot all be true, each account with the records that give it."""
    given: dict[str, list[tuple[Claim, Support]]] = {}
    told = [(claim, support) for record, support in backed for claim in _claims(record)]
    for claim, support in [*told, *_scopes_told(backed, articles), *_results_told(backed, articles)]:
        given.setdefault(claim.field, []).append((claim, support))
    found = (_dispute(field, given.get(field, [])) for field in AGREE)
    return tuple(dispute for dispute in found if dispute)


def _dispute(field: str, given: list[tuple[Claim, Support]]) -> Dispute | None:
    # What agrees with every other value ("about an hour" beside 60 and 70 minutes) takes no part in the dispute.
    parted = [(claim, support) for claim, support in given if not all(_agree(claim, other) for other, _ in given)]
    accounts: list[tuple[Claim, list[Support]]] = []
    for claim, support in parted:
        on_it = ((known, by) for known, by in accounts if (known.subject, known.about) == (claim.subject, claim.about))
        like = (by for known, by in on_it if _agree(known, claim))
        home = next(like, None)
        if home is None:
            accounts.append((claim, [support]))
        elif support not in home:
            home.append(support)
    if len(accounts) < 2:
        return None
    return Dispute(field, tuple(Account(claim.words(), tuple(by)) for claim, by in accounts))


# ---- omissions ------------------------------------------------------------------------------------------------------


def omissions(
    backed: tuple[Backed, ...], articles: Mapping[str, Witness], involved: frozenset[str]
) -> tuple[Omission, ...]:
    """What one side's own text says of this thing and another side's own text does not, by field and item.

    Only where two of the sides that took part (`involved`) both published; what the press or a third state adds is no
    omission of theirs.
    """
    sides = sorted({side for _, support in backed if (side := support.side) and side in involved})
    found: list[Omission] = []
    for told_by in sides:
        for silent in sides:
            if told_by != silent:
                found += _left_out(told_by, silent, backed, articles)
    return tuple(found)


def _left_out(
    told_by: str, silent: str, backed: tuple[Backed, ...], articles: Mapping[str, Witness]
) -> Iterator[Omission]:
    ours = [pair for pair in backed if pair[1].side == told_by]
    theirs = [pair for pair in backed if pair[1].side == silent]
    there = [told for _, told, _ in _items(theirs, articles)]
    # A side that names nobody ("delegations met") leaves nobody out in particular.
    named = tuple(person for record, _ in theirs for person in persons(_participants(record)))
    done: list[Told] = []
    for actor, told, support in _items(ours, articles):
        if any(_same_item(told, other) for other in [*there, *done]):
            continue
        if actor and (not named or share_a_person((actor,), named)):
            continue
        done.append(told)
        supports = (Support(told.record, support.article, support.origin, told_by, support.seen, told.evidence),)
        yield Omission(told.field, told.item, told_by, silent, supports)


def _items(backed: Iterable[Backed], articles: Mapping[str, Witness]) -> Iterator[tuple[Actor | None, Told, Support]]:
    """Topics, participants and terms of some official records; demands, terms and issues of the whole readouts."""
    for record, support in backed:
        for topic in getattr(record, "topics", ()):
            yield None, Told("topic", topic, support.record, support.evidence), support
        for actor in persons(_participants(record)):
            yield actor, Told("participant", actor.name, support.record, support.evidence), support
        for term in _terms(record):
            yield None, Told("term", term.type, support.record, support.evidence), support
    for _, support, known in _readouts(backed, articles):
        for told in known.told:
            if told.field not in RESULTS:
                yield None, replace(told, record=told.record or support.record), support


def _participants(record: Record) -> tuple[Actor, ...]:
    return getattr(record, "participants", ())


def _same_item(a: Told, b: Told) -> bool:
    """Whether both name one item; a term that the other side states as a demand is said, not left out."""
    if a.field == "participant" or b.field == "participant":
        return a.field == b.field and fold(a.item) == fold(b.item)
    if a.item == b.item:
        return True
    one, other = words_of(a.item.replace("_", " ")), words_of(b.item.replace("_", " "))
    return near_equal(a.item, b.item) or bool(one and other and (one <= other or other <= one))


def first_and_last(days: Iterable[date | None]) -> tuple[date | None, date | None]:
    """The first and the last known day."""
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else (None, None)
