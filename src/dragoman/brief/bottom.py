"""The bottom line: by rule, and only what entries of the ledger say already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from datetime import date

from dragoman.brief.accounts import non_answer_words
from dragoman.brief.changes import newest_first
from dragoman.brief.clock import due_of
from dragoman.brief.draft import Draft, Part, draft
from dragoman.brief.phrases import actors_words, day_words, names_words, parties_of, quoted, when_words
from dragoman.brief.scene import bare_line, event_day, happened_words
from dragoman.brief.setting import Setting, each
from dragoman.brief.stands import (
    QUOTE,
    acts,
    answers_of,
    content_words,
    response_words,
    seen_words,
    subject_words,
)
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.proposal import Proposal
from dragoman.merge.filing import AHEAD, ATTACK, COMING, attack_of, rank, told_time
from dragoman.merge.filing import CEASEFIRE as TRUCE
from dragoman.merge.filing import TRUCE as CEASEFIRE_TERMS
from dragoman.types import Entry

RECENT = 14
"""Days within which reports of agreements are weighed by their origins and not by their age."""
SHORT = 60
"""Characters of a quote in a party's line."""
AGREEMENT_WORDS = {
    "reached": "agreed",
    "expected": "agreement expected",
    "near": "agreement said to be near",
    "broken": "agreement said to be broken",
    "denied": "agreement denied",
}


def bottom_line(scene: Setting) -> Part:
    """The newest news, the next contact, the truce, each party's latest answer, what is overdue or wasn't answered."""
    drafts = (*next_contact(scene), *truce(scene), *answers(scene), *overdue(scene), *silence(scene))
    told = {id for line in drafts for id in line.entries}
    return Part(id="bottom", title="Bottom line", drafts=(*latest(scene, told), *drafts))


def latest(scene: Setting, told: Container[str]) -> Iterator[Draft]:
    """The weightiest of what is new, where no other line tells of it: what was met on, agreed, offered or answered."""
    for change in newest_first(scene):
        entry = change.entry
        if entry.kind in NEWS and not _is_history(entry, scene):
            if entry.id not in told:
                words = f"{happened_words(entry, scene.year)}: {bare_line(entry, scene.year)}"
                yield draft(words, [entry], label="Latest")
            return


NEWS = frozenset({"contact", "agreement", "proposal", "response", "demand"})
"""Kinds that make a bottom line; what is promised, forecast or not answered stands in sections of its own."""


def next_contact(scene: Setting) -> Iterator[Draft]:
    """The contact between parties that is to come first."""
    first = scene.view.as_of.isoformat() if scene.view.as_of else ""
    days = [day for day in scene.files.counts("contact", AHEAD) if day >= first]
    told = (one for day in days for one in each(scene, Contact, f"{AHEAD}{day}"))
    coming = [item for entry, contact in told if (item := _coming(entry, contact, scene))]
    if coming:
        _, _, _, entry, contact = min(coming, key=lambda item: item[:3])
        when = when_words(contact.when, scene.year)
        words = f"{contact.mode} of {actors_words(contact.participants)}, {contact.status}, {when}"
        yield draft(words, [entry], label="Next")


def _coming(entry: Entry, contact: Contact, scene: Setting) -> tuple[int, int, str, Entry, Contact] | None:
    """Sorts a contact still to come: between two parties first, then the earliest, then the best corroborated."""
    as_of, when = scene.view.as_of, contact.when
    if contact.status not in COMING or when is None or when.end is None or (as_of and when.end < as_of):
        return None
    verdict = scene.verdict(entry)
    if verdict and verdict.outcome not in ("open", "due"):
        return None
    between = sum(side in scene.parties for side in parties_of(contact.participants))
    return (-min(between, 2), when.end.toordinal(), entry.id, entry, contact)


def truce(scene: Setting) -> Iterator[Draft]:
    """The latest agreement on a ceasefire as its source words it; where the fighting parties made none, it says so.

    Two parties that agree to offer a ceasefire to a third have agreed no ceasefire with it.
    """
    foes = fighting(scene)
    every = list(each(scene, Agreement, CEASEFIRE_TERMS))
    agreed = [(e, a) for e, a in every if not _is_history(e, scene)]
    agreed = [(e, a) for e, a in agreed if not _is_undated(e)] or agreed
    between = [(e, a) for e, a in agreed if foes and all(acts(side, a.parties) for side in foes)]
    none = f"none between {names_words(foes)} on record; " if foes and not between else ""
    for entry, agreement in best_told(between or agreed)[:1]:
        words = f"{AGREEMENT_WORDS[agreement.status]} by {actors_words(agreement.parties)}{seen_words(entry, scene)}"
        yield draft(f"{none}{words}: {quoted(agreement.content, QUOTE)}", [entry], label="Truce")
    if agreed:
        return
    for entry, proposal in each(scene, Proposal, CEASEFIRE_TERMS):
        terms = [term for term in proposal.terms if term.type == TRUCE]
        if not _is_history(entry, scene):
            words = f"offered by {actors_words(proposal.by)}{seen_words(entry, scene)}: {quoted(terms[0].text, QUOTE)}"
            yield draft((none or "none on record; ") + words, [entry], label="Truce")
            return


def _is_history(entry: Entry, scene: Setting) -> bool:
    """Whether it was over, or last told of, a year before the day of the brief: no bottom line is made of it."""
    when, as_of = told_time(entry), scene.view.as_of
    last = when.end if when and when.end else entry.last_seen
    return bool(last and as_of and (as_of - last).days > YEAR)


def _is_undated(entry: Entry) -> bool:
    """Whether nobody knows when it was: neither it nor an article that told of it by the day of the brief has a day."""
    when = told_time(entry)
    return entry.first_seen is None and not (when and (when.start or when.end))


YEAR = 365


def best_told(agreed: Sequence[tuple[Entry, Agreement]]) -> list[tuple[Entry, Agreement]]:
    """The agreements told last, those of most origins first: one clause of one paper doesn't outweigh five papers."""
    last = max((entry.last_seen for entry, _ in agreed if entry.last_seen), default=None)
    recent = [(e, a) for e, a in agreed if last is None or (e.last_seen and (last - e.last_seen).days <= RECENT)]
    return sorted(recent, key=lambda item: (-len(item[0].origins), rank(item[0])))


def fighting(scene: Setting) -> tuple[str, ...]:
    """The two parties that attack each other most often in the entries; empty where no attack names both ends."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for heading, count in scene.files.counts("action", ATTACK).items():
        pair = attack_of(heading)
        if all(side in scene.parties for side in pair):
            pairs[tuple(sorted(pair))] += count
    return max(pairs, key=lambda pair: (pairs[pair], pair), default=())


def answers(scene: Setting) -> Iterator[Draft]:
    """The latest answer of each party, as far as it is about what lies on the table."""
    subject = subject_words(scene)
    for side in scene.parties:
        given = [
            (entry, response)
            for entry, response in answers_of(side, scene, subject)
            if not _is_history(entry, scene) and (not subject or subject & content_words(response.about))
        ]
        if given:
            entry, response = given[0]
            yield draft(f"{response_words(response, SHORT)}{seen_words(entry, scene)}", [entry], label=side)


def overdue(scene: Setting) -> Iterator[Draft]:
    """How many things are overdue, and the latest of them."""
    # What someone promised or arranged weighs more than a forecast, and a forecast of such a thing more than another.
    latest = scene.ahead.latest_overdue()
    as_of = scene.view.as_of
    if latest and not (as_of and (as_of - due_of(latest, scene).day).days > YEAR):
        count = scene.ahead.count("overdue")
        others = f" and {count - 1} more" if count > 1 else ""
        days = day_words(due_of(latest, scene).day, scene.year)
        yield draft(f"since {days}: {bare_line(latest, scene.year)}{others}", [latest], label="Overdue")


def silence(scene: Setting) -> Iterator[Draft]:
    """The latest questions that were not answered, in one line."""
    latest: dict[str, tuple[Entry, NonAnswer]] = {}
    for entry, record in each(scene, NonAnswer):
        if _is_history(entry, scene):
            continue
        latest.setdefault(record.about.casefold(), (entry, record))
    top = sorted(latest.values(), key=lambda item: (-(event_day(item[0]) or date.min).toordinal(), item[0].id))[:2]
    if top:
        about = names_words([non_answer_words(record) for _, record in top])
        yield draft(about, [entry for entry, _ in top], label="Not answered")
