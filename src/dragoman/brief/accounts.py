"""Who has been told, where accounts differ, what was not answered, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from dragoman.brief.draft import Draft, Part, Words, capped, cited, draft
from dragoman.brief.phrases import (
    NO_DATE,
    actors_words,
    day_words,
    duration_words,
    names_words,
    parties_of,
    possessive,
    quoted,
    when_words,
)
from dragoman.brief.scene import Scene, dated_line, each, happened_words
from dragoman.brief.stands import QUOTE, seen_words
from dragoman.kinds.contact import Contact
from dragoman.kinds.non_answer import NonAnswer, what_is_missing
from dragoman.kinds.response import Response
from dragoman.types import Dispute, Entry, Omission, Support

DIFFERENCES = 10
ITEMS = 3
"""Things left out that one line names."""
GAPS = 3
"""Lines of each sort of gap."""
HELD = frozenset({"held", "ongoing"})


# ---- who has been told ----------------------------------------------------------------------------------------------


def told(scene: Scene) -> Part:
    """The briefings that took place: who, when, how soon after the contact that they were about."""
    briefings = [(e, c) for e, c in each(scene, Contact) if c.mode == "briefing" and c.status in HELD]
    drafts, more = capped(briefings, lambda item: write_briefing(*item, scene))
    return Part(id="told", title="Who has been told", drafts=drafts, more=more, see="dragoman timeline")


def write_briefing(entry: Entry, contact: Contact, scene: Scene) -> Draft:
    """The line of one briefing."""
    lag = f", {duration_words(contact.latency)} after the contact" if contact.latency else ""
    place = f", {contact.place}" if contact.place else ""
    return draft(f"{actors_words(contact.participants, 6)}{lag}{place}", [entry], label=label_of(entry, scene))


def label_of(entry: Entry, scene: Scene) -> str:
    """The days of a thing for the left column."""
    return happened_words(entry, scene.year)


# ---- accounts that differ -------------------------------------------------------------------------------------------


def differences(scene: Scene) -> Part:
    """Disputes first, each value with who says so; then what only one side's own account says."""
    entries = [entry for kind in scene.by_kind for entry in scene.by_kind[kind] if entry.disputes or entry.omissions]
    disputes = [write_dispute(entry, dispute, scene) for entry in entries for dispute in entry.disputes]
    omissions = [write_omissions(entry, group, scene) for entry in entries for group in omissions_of(entry)]
    drafts, more = capped([*disputes, *omissions], lambda line: line, DIFFERENCES)
    return Part(id="differ", title="Accounts that differ", drafts=drafts, more=more, see="dragoman readouts ENTRY")


def write_dispute(entry: Entry, dispute: Dispute, scene: Scene) -> Draft:
    """The thing, the field, and each value with the outlets that give it."""
    tellers = [[outlet_of(s.article, scene) for s in account.supports] for account in dispute.accounts]
    if len(tellers) != len({tuple(sorted(set(names))) for names in tellers}):  # one outlet, two values: days part them
        tellers = [[dated_outlet(s, scene) for s in account.supports] for account in dispute.accounts]
    values = [
        f"{value_words(dispute.field, account.value)} ({names_words(names, 3)})"
        for account, names in zip(dispute.accounts, tellers, strict=True)
    ]
    words: list[Words] = [place for account in dispute.accounts for place in cited(account.supports, 1)]
    text = f"{dated_line(entry, scene.year)}: {dispute.field} is {' or '.join(values)}"
    return Draft(text=text, entries=(entry.id,), words=tuple(dict.fromkeys(words)), label="differ")


def value_words(field: str, value: str) -> str:
    """A disputed value as words."""
    return duration_words(value) if field == "duration" else value


def omissions_of(entry: Entry) -> list[tuple[Omission, ...]]:
    """What one side's account says and another's doesn't, one group for each pair of sides."""
    groups: dict[tuple[str, str], list[Omission]] = {}
    for omission in entry.omissions:
        groups.setdefault((omission.told_by, omission.silent), []).append(omission)
    return [tuple(group) for group in groups.values()]


def write_omissions(entry: Entry, omissions: Sequence[Omission], scene: Scene) -> Draft:
    """What one side's account says and the other's doesn't, in one line."""
    first = omissions[0]
    items = names_words([f"{omission.field} {quoted(omission.item, QUOTE)}" for omission in omissions], ITEMS)
    text = (
        f"{dated_line(entry, scene.year)}: only {possessive(first.told_by)} account has {items}; "
        f"{possessive(first.silent)} is silent on it"
    )
    words = tuple(dict.fromkeys(place for omission in omissions[:ITEMS] for place in cited(omission.supports, 1)))
    return Draft(text=text, entries=(entry.id,), words=words, label="left out")


def outlet_of(article_id: str, scene: Scene) -> str:
    """Who published an article, else what the user calls it."""
    article = scene.dossier.articles.get(article_id)
    return (article.outlet or article.name) if article else article_id[:12]


def dated_outlet(support: Support, scene: Scene) -> str:
    """Who published a record, and when."""
    return f"{outlet_of(support.article, scene)}, {day_words(support.seen, scene.year)}"


# ---- not answered ---------------------------------------------------------------------------------------------------


def unanswered(scene: Scene) -> Part:
    """Who declined to answer what, each once."""
    drafts, more = capped(non_answers(scene), lambda item: write_non_answer(*item, scene))
    return Part(id="unanswered", title="Not answered", drafts=drafts, more=more, see="dragoman timeline")


def non_answers(scene: Scene) -> tuple[tuple[Entry, NonAnswer], ...]:
    """The questions left unanswered, of one that somebody leaves so several times the first."""
    once: dict[tuple[str, str], tuple[Entry, NonAnswer]] = {}
    for entry, record in each(scene, NonAnswer):
        once.setdefault((record.by.name if record.by else "", record.about.casefold()), (entry, record))
    return tuple(once.values())


def write_non_answer(entry: Entry, record: NonAnswer, scene: Scene) -> Draft:
    """The line of one question left unanswered."""
    return draft(non_answer_words(record) + seen_words(entry, scene), [entry])


def non_answer_words(record: NonAnswer) -> str:
    """Who left what unanswered; the words that say so where the text does not tell what was asked."""
    between = {"answer": ":", "details": ", no details of", "question": " on"}[what_is_missing(record)]
    return f"{record.by.name if record.by else 'someone unnamed'}{between} {quoted(record.about, QUOTE)}"


# ---- gaps -----------------------------------------------------------------------------------------------------------


def gaps(scene: Scene) -> Part:
    """What to ask for next: accounts, conditions, second origins and days that no source gives."""
    sorts: dict[int, list[Gap]] = {}
    for gap in find_gaps(scene):
        sorts.setdefault(gap.sort, []).append(gap)
    kept = tuple(write_gap(gap) for sort in sorted(sorts) for gap in sorts[sort][:GAPS])
    more = sum(max(len(several) - GAPS, 0) for several in sorts.values())
    return Part(id="gaps", title="Gaps", drafts=kept, more=more, see="dragoman gaps")


class Gap(Struct, frozen=True):
    """Something that no source gives of an entry: its place in the order of the sorts, and what writes it."""

    sort: int
    entry: Entry
    words: Callable[[], str]


def write_gap(gap: Gap) -> Draft:
    """The line of one gap."""
    return draft(gap.words(), [gap.entry])


def find_gaps(scene: Scene) -> Iterator[Gap]:
    """The gaps: of conditions without text, then of accounts, second origins, days."""
    for entry, response in each(scene, Response):
        if response.stance == "accept_conditionally" and not response.conditions:
            yield Gap(0, entry, partial(_conditions, response))
    for entry, contact in each(scene, Contact):
        if contact.status != "held" or contact.mode == "briefing":
            continue
        sides = [side for side in parties_of(contact.participants) if side in scene.parties]
        if len(sides) < 2:
            continue
        silent = without_account(entry, sides)
        if silent:
            yield Gap(1, entry, partial(_told_of, f"an account by {names_words(silent)} of", entry, scene))
        elif len(entry.origins) == 1:
            yield Gap(2, entry, partial(_told_of, "a second origin for", entry, scene))
        if when_words(contact.when) == NO_DATE:
            yield Gap(3, entry, partial(_told_of, "the day of", entry, scene))


def _conditions(response: Response) -> str:
    return f"the text of the conditions of {actors_words(response.by)} for {quoted(response.about, QUOTE)}"


def _told_of(what: str, entry: Entry, scene: Scene) -> str:
    return f"{what}: {dated_line(entry, scene.year)}"


def without_account(entry: Entry, sides: Sequence[str]) -> tuple[str, ...]:
    """The sides of a contact whose own account isn't held, where another side's is or there is only one origin."""
    own = {support.side for support in entry.supports}
    silent = tuple(side for side in sides if side not in own)
    return silent if own & set(sides) or len(entry.origins) == 1 else ()
