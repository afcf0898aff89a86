"""The accounts of one entry in columns: what all of them say, what one alone says, what they say differently.

Each side's own text comes first, then the press by origins. Of a side's own text about a contact all sentences count,
of any other text those that tell this entry: an article may speak of many things.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import timedelta
from itertools import zip_longest

from msgspec import Struct

from dragoman.brief.accounts import outlet_of, value_words
from dragoman.brief.byhand import note_words
from dragoman.brief.phrases import day_words, names_words, quoted
from dragoman.brief.scene import Scene, dated_line, each
from dragoman.brief.text import WIDTH
from dragoman.kinds.compare import fold, surname
from dragoman.kinds.contact import Contact
from dragoman.kinds.meeting import is_one_party
from dragoman.kinds.statement import Statement
from dragoman.lexicon import load_lexicon
from dragoman.merge.disputes import OPENING
from dragoman.merge.subjects import subjects
from dragoman.types import Entry, Support

MOST_COLUMNS = 3
GAP = " | "
DENIED_WITHIN = timedelta(days=14)
QUOTE = 400
SENTENCE = 220
"""Code points of a sentence that a column shows of one issue."""
SUPPORT = {
    "single": "one account only: no second origin is held",
    "same_origin": "one origin only, however often it is printed",
    "multi_origin_one_side": "several origins; no account of its own by another side",
    "both_sides": "accounts by both sides",
    "both_sides_plus_third": "accounts by both sides and others",
}


class Told(Struct, frozen=True):
    """One account: who gives it, on which day, its words on the entry, and the sentence on each issue."""

    outlet: str
    head: str
    side: str | None
    quotes: tuple[str, ...]
    issues: Mapping[str, str]


def readouts_text(entry: Entry, scene: Scene) -> str:
    """The entry's line, its accounts in columns, then what is said by all, by one alone, differently, and denied."""
    told = [told_of(account, entry, scene) for account in accounts(entry)]
    shown, rest = told[:MOST_COLUMNS], told[MOST_COLUMNS:]
    parts = [
        f"{entry.id}  {dated_line(entry, scene.year)}\n{support_words(entry)}",
        columns([quote_rows(one, shown) for one in shown]),
    ]
    if rest:
        parts.append(f"Also told by: {', '.join(dict.fromkeys(one.outlet for one in rest))}")
    if len(told) > 1:
        parts += [
            headed("Said by all", shared_rows(shown)),
            headed("Said by one only", own_rows(entry, shown, scene)),
            headed("Said differently", difference_rows(entry, scene)),
        ]
    parts += [headed("Denied later", denials)] if (denials := denial_rows(entry, scene)) else []
    parts += ["\n".join(f"* {note_words(note)}" for note in entry.by_hand)] if entry.by_hand else []
    return "\n\n".join(parts) + "\n"


def support_words(entry: Entry) -> str:
    """How well the entry is supported: origins, and whose they are."""
    count = len(entry.origins)
    return f"{count} origin{'' if count == 1 else 's'}: {SUPPORT[entry.corroboration]}"


def headed(title: str, rows: Sequence[str]) -> str:
    """A title in capitals and its rows, "none" without any."""
    return "\n".join([title.upper(), *(rows or ["  none"])])


# ---- the accounts ---------------------------------------------------------------------------------------------------


def accounts(entry: Entry) -> list[tuple[Support, ...]]:
    """The supports by who tells them: the sides' own accounts first, then other origins, each in order of time."""
    groups: dict[tuple[bool, str], list[Support]] = {}
    for support in entry.supports:
        groups.setdefault((support.side is None, support.side or support.origin), []).append(support)
    return [tuple(groups[key]) for key in sorted(groups, key=lambda key: key[0])]


def told_of(account: Sequence[Support], entry: Entry, scene: Scene) -> Told:
    """An account as it is shown; its words once each, in the order in which they became known."""
    first = account[0]
    quotes = dict.fromkeys(evidence.quote for support in account for evidence in support.evidence)
    issues: dict[str, str] = {}
    for text in texts_of(account, entry, scene):
        for subject in subjects(text):
            if subject.field == "issue":
                issues.setdefault(subject.item, " ".join(text[subject.start : subject.end].split()))
    outlet = outlet_of(first.article, scene)
    head = f"{outlet}, {day_words(first.seen, scene.year)}"
    return Told(outlet, head, first.side, tuple(quotes), issues)


def texts_of(account: Sequence[Support], entry: Entry, scene: Scene) -> Iterator[str]:
    """The whole of a side's own text that opens with this contact, of others the words that tell the entry."""
    for support in account:
        article = scene.dossier.articles.get(support.article)
        is_readout = support.side and isinstance(entry.record, Contact) and support.evidence[0].start < OPENING
        if article and article.text and is_readout:
            yield article.text
        else:
            yield from (evidence.quote for evidence in support.evidence)


# ---- columns --------------------------------------------------------------------------------------------------------


def width_of(shown: Sequence[Told]) -> int:
    """Columns of the page that each account has."""
    return (WIDTH - len(GAP) * (len(shown) - 1)) // len(shown)


def quote_rows(told: Told, shown: Sequence[Told]) -> list[str]:
    """Who tells it, on which day, and the words."""
    width = width_of(shown)
    rows = textwrap.wrap(told.head.upper(), width)
    for quote in told.quotes:
        rows += textwrap.wrap(quoted(quote, QUOTE), width)
    return rows


def columns(texts: Sequence[Sequence[str]]) -> str:
    """Rows of texts beside each other."""
    width = (WIDTH - len(GAP) * (len(texts) - 1)) // len(texts)
    rows = zip_longest(*texts, fillvalue="")
    return "\n".join(GAP.join(f"{cell:<{width}}" for cell in row).rstrip() for row in rows)


# ---- what is said by whom -------------------------------------------------------------------------------------------


def compared(shown: Sequence[Told]) -> list[Told]:
    """The accounts that speak of any issue: one that is quoted with a line of its own is silent on nothing."""
    return [told for told in shown if told.issues]


def shared_rows(shown: Sequence[Told]) -> list[str]:
    """Each issue that all accounts speak of, and the sentence of each beside those of the others."""
    several = compared(shown)
    if len(several) < 2:
        return []
    width = width_of(several)
    rows: list[str] = []
    for issue in several[0].issues:
        if all(issue in told.issues for told in several):
            cells = [textwrap.wrap(quoted(told.issues[issue], SENTENCE), width) for told in several]
            rows += [f"  {issue}", columns(cells)]
    return rows


def own_rows(entry: Entry, shown: Sequence[Told], scene: Scene) -> list[str]:
    """What one account alone has: what the other side's own text leaves out, then issues of the other accounts.

    Issues of one sentence stand together before it.
    """
    items: dict[tuple[str, str], list[str]] = {}
    for omission in entry.omissions:
        place = omission.supports[0]
        teller = f"{omission.told_by} ({outlet_of(place.article, scene)}), not {omission.silent}"
        items.setdefault((teller, place.evidence[0].quote), []).append(omission.item.replace("_", " "))
    named = {item for several in items.values() for item in several}
    several = compared(shown)
    for told in several:
        others = [other for other in several if other is not told]
        for issue, sentence in told.issues.items():
            if others and issue not in named and not any(issue in other.issues for other in others):
                items.setdefault((told.outlet, sentence), []).append(issue)
    return [
        indented(f"- {names_words(list(dict.fromkeys(named)), 5)}: {teller}: {quoted(words, SENTENCE)}")
        for (teller, words), named in items.items()
    ]


def difference_rows(entry: Entry, scene: Scene) -> list[str]:
    """Each disputed field, and under it each value with who gives it and in which words."""
    rows: list[str] = []
    for dispute in entry.disputes:
        rows.append(f"  {dispute.field}")
        for account in dispute.accounts:
            outlets = names_words(list(dict.fromkeys(outlet_of(s.article, scene) for s in account.supports)), 3)
            words = quoted(account.supports[0].evidence[0].quote, SENTENCE)
            rows.append(indented(f"! {value_words(dispute.field, account.value)}: {outlets}: {words}"))
    return rows


def denial_rows(entry: Entry, scene: Scene) -> list[str]:
    """What those who took part deny afterwards: of one another, or of what only one account has.

    A denial is a statement of its own, with its day; it takes nothing off the account that it is against.
    """
    contested = {omission.item.replace("_", " ") for omission in entry.omissions}
    rows: dict[str, None] = {}
    for told, statement in each(scene, Statement):
        words = " … ".join(statement.content)
        if (
            not is_later(told, entry)
            or not is_denial(statement)
            or not is_of_theirs(statement, entry, words, contested)
        ):
            continue
        speaker = statement.speaker.name if statement.speaker else ""
        rows.setdefault(
            indented(
                f"- {speaker} {statement.cue}, {day_words(told.first_seen, scene.year)}: {quoted(words, SENTENCE)}"
            )
        )
    return list(rows)


def is_later(told: Entry, entry: Entry) -> bool:
    """Whether a statement became known when the entry had been told, and not long after."""
    if not told.first_seen or not entry.last_seen or not entry.first_seen:
        return False
    return entry.first_seen <= told.first_seen <= entry.last_seen + DENIED_WITHIN


def is_denial(statement: Statement) -> bool:
    """Whether somebody denies: by the word that tells it."""
    cues = load_lexicon().words("speech/denials", "denied")
    return bool(statement.cue) and bool(set((statement.cue or "").casefold().split()) & cues)


def is_of_theirs(statement: Statement, entry: Entry, words: str, contested: Set[str]) -> bool:
    """Whether one who took part speaks of another who did, or of an issue that only one account has."""
    present = getattr(entry.record, "participants", ())
    if statement.speaker is None or not any(is_one_party(statement.speaker, actor) for actor in present):
        return False
    others = [actor for actor in present if not is_one_party(statement.speaker, actor)]
    said = set(fold(words).split())
    is_of_other = any(surname(actor) in said for actor in others if actor.kind == "person")
    return is_of_other or bool(contested & {subject.item for subject in subjects(words)})


def indented(text: str) -> str:
    """A line under a heading, wrapped under its own text."""
    return "\n".join(textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    "))
