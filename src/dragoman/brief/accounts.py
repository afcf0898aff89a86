"""Who has been told, where accounts differ, what was not answered, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from msgspec import Struct

from dragoman.brief.draft import LINES, Draft, Part, Words, capped, cited, draft
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
from dragoman.brief.scene import dated_line, happened_words
from dragoman.brief.setting import Setting, each
from dragoman.brief.stands import QUOTE, seen_words
from dragoman.kinds.contact import Contact
from dragoman.kinds.non_answer import NonAnswer, what_is_missing
from dragoman.kinds.response import Response
from dragoman.merge.filing import (
    BARE,
    BRIEFING,
    DIFFERS,
    DISPUTES,
    MET,
    OMISSIONS,
    OMITS,
    Meeting,
    meeting_of,
    rank,
)
from dragoman.types import Dispute, Entry, Omission, Support

DIFFERENCES = 10
ITEMS = 3
"""Things left out that one line names."""
GAPS = 3
"""Lines of each sort of gap."""


# ---- who has been told ----------------------------------------------------------------------------------------------


def told(scene: Setting) -> Part:
    """The briefings that took place: who, when, how soon after the contact that they were about."""
    drafts = tuple(write_briefing(*item, scene) for item in islice(each(scene, Contact, BRIEFING), LINES))
    more = scene.files.count("contact", BRIEFING) - len(drafts)
    return Part(id="told", title="Who has been told", drafts=drafts, more=more, see="dragoman timeline")


def write_briefing(entry: Entry, contact: Contact, scene: Setting) -> Draft:
    """The line of one briefing."""
    lag = f", {duration_words(contact.latency)} after the contact" if contact.latency else ""
    place = f", {contact.place}" if contact.place else ""
    return draft(f"{actors_words(contact.participants, 6)}{lag}{place}", [entry], label=label_of(entry, scene))


def label_of(entry: Entry, scene: Setting) -> str:
    """The days of a thing for the left column."""
    return happened_words(entry, scene.year)


# ---- accounts that differ -------------------------------------------------------------------------------------------


def differences(scene: Setting) -> Part:
    """Disputes first, each value with who says so; then what only one side's own account says."""
    kinds = scene.files.kinds()
    disputed = (entry for kind in kinds for entry in scene.files.filed(kind, DIFFERS))
    disputes = (write_dispute(entry, dispute, scene) for entry in disputed for dispute in entry.disputes)
    omitting = (entry for kind in kinds for entry in scene.files.filed(kind, OMITS))
    omissions = (write_omissions(entry, group, scene) for entry in omitting for group in omissions_of(entry))
    drafts = tuple(islice(chain(disputes, omissions), DIFFERENCES))
    counts = [scene.files.counts(kind, beginning) for kind in kinds for beginning in (DISPUTES, OMISSIONS)]
    more = sum(int(lines) * count for several in counts for lines, count in several.items()) - len(drafts)
    return Part(id="differ", title="Accounts that differ", drafts=drafts, more=more, see="dragoman readouts ENTRY")


def write_dispute(entry: Entry, dispute: Dispute, scene: Setting) -> Draft:
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


def write_omissions(entry: Entry, omissions: Sequence[Omission], scene: Setting) -> Draft:
    """What one side's account says and the other's doesn't, in one line."""
    first = omissions[0]
    items = names_words([f"{omission.field} {quoted(omission.item, QUOTE)}" for omission in omissions], ITEMS)
    text = (
        f"{dated_line(entry, scene.year)}: only {possessive(first.told_by)} account has {items}; "
        f"{possessive(first.silent)} is silent on it"
    )
    words = tuple(dict.fromkeys(place for omission in omissions[:ITEMS] for place in cited(omission.supports, 1)))
    return Draft(text=text, entries=(entry.id,), words=words, label="left out")


def outlet_of(article_id: str, scene: Setting) -> str:
    """Who published an article, else what the user calls it."""
    article = scene.article(article_id)
    return (article.outlet or article.name) if article else article_id[:12]


def dated_outlet(support: Support, scene: Setting) -> str:
    """Who published a record, and when."""
    return f"{outlet_of(support.article, scene)}, {day_words(support.seen, scene.year)}"


# ---- not answered ---------------------------------------------------------------------------------------------------


def unanswered(scene: Setting) -> Part:
    """Who declined to answer what, each once."""
    drafts, more = capped(non_answers(scene), lambda item: write_non_answer(*item, scene))
    return Part(id="unanswered", title="Not answered", drafts=drafts, more=more, see="dragoman timeline")


def non_answers(scene: Setting) -> tuple[tuple[Entry, NonAnswer], ...]:
    """The questions left unanswered, of one that somebody leaves so several times the first."""
    once: dict[tuple[str, str], tuple[Entry, NonAnswer]] = {}
    for entry, record in each(scene, NonAnswer):
        once.setdefault((record.by.name if record.by else "", record.about.casefold()), (entry, record))
    return tuple(once.values())


def write_non_answer(entry: Entry, record: NonAnswer, scene: Setting) -> Draft:
    """The line of one question left unanswered."""
    return draft(non_answer_words(record) + seen_words(entry, scene), [entry])


def non_answer_words(record: NonAnswer) -> str:
    """Who left what unanswered; the words that say so where the text does not tell what was asked."""
    between = {"answer": ":", "details": ", no details of", "question": " on"}[what_is_missing(record)]
    return f"{record.by.name if record.by else 'someone unnamed'}{between} {quoted(record.about, QUOTE)}"


# ---- gaps -----------------------------------------------------------------------------------------------------------


def gaps(scene: Setting) -> Part:
    """What to ask for next: accounts, conditions, second origins and days that no source gives."""
    counts = Counter({0: scene.files.count("response", BARE)})
    told: dict[int, list[str]] = {}
    for rest, count in scene.files.counts("contact", MET).items():
        for sort in _sorts(meeting_of(rest), scene.parties):
            counts[sort] += count
            told.setdefault(sort, []).append(MET + rest)
    bare = (Gap(0, entry, partial(_conditions, response)) for entry, response in each(scene, Response, BARE))
    kept = list(islice(bare, GAPS))
    for sort in sorted(told):
        lists = (islice(each(scene, Contact, heading), GAPS) for heading in told[sort])
        first = sorted((rank(item[0]), item) for several in lists for item in several)[:GAPS]
        kept += [gap for _, item in first for gap in _of_contact(*item, scene) if gap.sort == sort]
    drafts = tuple(write_gap(gap) for gap in kept)
    return Part(id="gaps", title="Gaps", drafts=drafts, more=counts.total() - len(kept), see="dragoman gaps")


def _sorts(meeting: Meeting, parties: Sequence[str]) -> Iterator[int]:
    """The sorts of gaps that a contact has of which this is known."""
    sides = [side for side in meeting.sides if side in parties]
    if len(sides) > 1:
        if without_account(frozenset(meeting.own), sides, is_single=meeting.is_single):
            yield 1
        elif meeting.is_single:
            yield 2
        if meeting.is_undated:
            yield 3


class Gap(Struct, frozen=True):
    """Something that no source gives of an entry: its place in the order of the sorts, and what writes it."""

    sort: int
    entry: Entry
    words: Callable[[], str]


def write_gap(gap: Gap) -> Draft:
    """The line of one gap."""
    return draft(gap.words(), [gap.entry])


def find_gaps(scene: Setting) -> Iterator[Gap]:
    """The gaps: of conditions without text, then of accounts, second origins, days."""
    for entry, response in each(scene, Response, BARE):
        yield Gap(0, entry, partial(_conditions, response))
    for entry, contact in each(scene, Contact):
        if contact.status == "held" and contact.mode != "briefing":
            yield from _of_contact(entry, contact, scene)


def _of_contact(entry: Entry, contact: Contact, scene: Setting) -> Iterator[Gap]:
    sides = [side for side in parties_of(contact.participants) if side in scene.parties]
    if len(sides) < 2:
        return
    own, is_single = frozenset(support.side for support in entry.supports), len(entry.origins) == 1
    silent = without_account(own, sides, is_single=is_single)
    if silent:
        yield Gap(1, entry, partial(_told_of, f"an account by {names_words(silent)} of", entry, scene))
    elif is_single:
        yield Gap(2, entry, partial(_told_of, "a second origin for", entry, scene))
    if when_words(contact.when) == NO_DATE:
        yield Gap(3, entry, partial(_told_of, "the day of", entry, scene))


def _conditions(response: Response) -> str:
    return f"the text of the conditions of {actors_words(response.by)} for {quoted(response.about, QUOTE)}"


def _told_of(what: str, entry: Entry, scene: Setting) -> str:
    return f"{what}: {dated_line(entry, scene.year)}"


def without_account(own: frozenset[str | None], sides: Sequence[str], *, is_single: bool) -> tuple[str, ...]:
    """The sides of a contact that have no account of their `own`, where another side has or there is one origin."""
    silent = tuple(side for side in sides if side not in own)
    return silent if own & set(sides) or is_single else ()
