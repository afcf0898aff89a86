"""The bottom line: by rule, and only what entries of the ledger say already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.brief.accounts import non_answer_words
from dragoman.brief.clock import find_due, is_weighty
from dragoman.brief.draft import Draft, Part, draft
from dragoman.brief.phrases import actors_words, day_words, names_words, parties_of, quoted, when_words
from dragoman.brief.scene import Scene, bare_line, each, event_day, rank, told_time
from dragoman.brief.stands import (
    QUOTE,
    TRUCE,
    acts,
    answers_of,
    content_words,
    response_words,
    seen_words,
    subject_words,
)
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.proposal import Proposal
from dragoman.types import Entry

COMING = frozenset({"planned", "expected"})
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


def bottom_line(scene: Scene) -> Part:
    """The next contact, the truce, each party's latest answer, what is overdue, what was not answered."""
    drafts = (*next_contact(scene), *truce(scene), *answers(scene), *overdue(scene), *silence(scene))
    return Part(id="bottom", title="Bottom line", drafts=drafts)


def next_contact(scene: Scene) -> Iterator[Draft]:
    """The contact between parties that is to come first."""
    coming = [item for entry, contact in each(scene, Contact) if (item := _coming(entry, contact, scene))]
    if coming:
        _, _, _, entry, contact = min(coming, key=lambda item: item[:3])
        days = when_words(contact.when, scene.year)
        words = f"{contact.mode} of {actors_words(contact.participants)}, {contact.status}, {days}"
        yield draft(words, [entry], label="Next")


def _coming(entry: Entry, contact: Contact, scene: Scene) -> tuple[int, int, str, Entry, Contact] | None:
    """Sorts a contact still to come: between two parties first, then the earliest, then the best corroborated."""
    as_of, when = scene.view.as_of, contact.when
    if contact.status not in COMING or when is None or when.end is None or (as_of and when.end < as_of):
        return None
    verdict = scene.verdict(entry)
    if verdict and verdict.outcome not in ("open", "due"):
        return None
    between = sum(side in scene.parties for side in parties_of(contact.participants))
    return (-min(between, 2), when.end.toordinal(), entry.id, entry, contact)


def truce(scene: Scene) -> Iterator[Draft]:
    """The latest agreement on a ceasefire as its source words it; where the fighting parties made none, it says so.

    Two parties that agree to offer a ceasefire to a third have agreed no ceasefire with it.
    """
    foes = fighting(scene)
    agreed = [(e, a) for e, a in each(scene, Agreement) if any(term.type == TRUCE for term in a.terms)]
    between = [(e, a) for e, a in agreed if foes and all(acts(side, a.parties) for side in foes)]
    none = f"none between {names_words(foes)} on record; " if foes and not between else ""
    for entry, agreement in best_told(between or agreed)[:1]:
        words = f"{AGREEMENT_WORDS[agreement.status]} by {actors_words(agreement.parties)}{seen_words(entry, scene)}"
        yield draft(f"{none}{words}: {quoted(agreement.content, QUOTE)}", [entry], label="Truce")
    if agreed:
        return
    for entry, proposal in each(scene, Proposal):
        terms = [term for term in proposal.terms if term.type == TRUCE]
        if terms and not _is_history(entry, scene):
            words = f"offered by {actors_words(proposal.by)}{seen_words(entry, scene)}: {quoted(terms[0].text, QUOTE)}"
            yield draft((none or "none on record; ") + words, [entry], label="Truce")
            return


def _is_history(entry: Entry, scene: Scene) -> bool:
    """Whether it was over a year before the day of the brief: a chronicle's first plan is no bottom line."""
    when, as_of = told_time(entry), scene.view.as_of
    return bool(when and when.end and as_of and (as_of - when.end).days > YEAR)


YEAR = 365


def best_told(agreed: Sequence[tuple[Entry, Agreement]]) -> list[tuple[Entry, Agreement]]:
    """The agreements told last, those of most origins first: one clause of one paper doesn't outweigh five papers."""
    last = max((entry.last_seen for entry, _ in agreed if entry.last_seen), default=None)
    recent = [(e, a) for e, a in agreed if last is None or (e.last_seen and (last - e.last_seen).days <= RECENT)]
    return sorted(recent, key=lambda item: (-len(item[0].origins), rank(item[0])))


def fighting(scene: Scene) -> tuple[str, ...]:
    """The two parties that attack each other most often in the entries; empty where no attack names both ends."""
    pairs = Counter(
        tuple(sorted((attacker, attacked)))
        for _, action in each(scene, Action)
        if action.type == "ASSAULT"
        for attacker in parties_of(action.actor)
        for attacked in parties_of(action.target)
        if attacker != attacked and attacker in scene.parties and attacked in scene.parties
    )
    return max(pairs, key=lambda pair: (pairs[pair], pair), default=())


def answers(scene: Scene) -> Iterator[Draft]:
    """The latest answer of each party, as far as it is about what lies on the table."""
    subject = subject_words(scene)
    for side in scene.parties:
        given = [
            (entry, response)
            for entry, response in answers_of(side, scene)
            if not _is_history(entry, scene) and (not subject or subject & content_words(response.about))
        ]
        if given:
            entry, response = given[0]
            yield draft(f"{response_words(response, SHORT)}{seen_words(entry, scene)}", [entry], label=side)


def overdue(scene: Scene) -> Iterator[Draft]:
    """How many things are overdue, and the latest of them."""
    late = [item for item in find_due(scene) if item.clock == "overdue"]
    # What someone promised or arranged weighs more than a forecast, and a forecast of such a thing more than another.
    late.sort(key=lambda item: (item.entry.kind == "forecast", not is_weighty(item.entry)))
    if late:
        others = f" and {len(late) - 1} more" if len(late) > 1 else ""
        days = day_words(late[0].day, scene.year)
        yield draft(f"since {days}: {bare_line(late[0].entry, scene.year)}{others}", [late[0].entry], label="Overdue")


def silence(scene: Scene) -> Iterator[Draft]:
    """The latest questions that were not answered, in one line."""
    latest: dict[str, tuple[Entry, NonAnswer]] = {}
    for entry, record in each(scene, NonAnswer):
        latest.setdefault(record.about.casefold(), (entry, record))
    top = sorted(latest.values(), key=lambda item: (-(event_day(item[0]) or date.min).toordinal(), item[0].id))[:2]
    if top:
        about = names_words([non_answer_words(record) for _, record in top])
        yield draft(about, [entry for entry, _ in top], label="Not answered")
