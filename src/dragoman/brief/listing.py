"""Whole lists behind the capped sections of a brief: the timeline, everything due, positions by issue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from dragoman.brief.accounts import find_gaps, write_gap
from dragoman.brief.byhand import hand_words
from dragoman.brief.changes import WEIGHTS, mark_of
from dragoman.brief.clock import find_due, write_due
from dragoman.brief.nouns import Line, Section
from dragoman.brief.phrases import clip, day_words, names_words, parties_of, quoted, when_words
from dragoman.brief.scene import Scene, bare_line, news_day
from dragoman.brief.setting import Setting, acting
from dragoman.brief.stands import QUOTE, issue_words, response_words, seen_words, term_words
from dragoman.brief.text import counted
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.demand import Demand
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.merge.filing import rank, told_time
from dragoman.types import Entry

OTHER = "other"
TO_COME = frozenset({"planned", "expected"})
NO_DAY = "no day"
LINE = 240


def timeline(scene: Scene) -> Section:
    """Everything but plain statements by day, the oldest first; marked where the view has a day or a reader.

    What is still to come stands under its own day, and last where it has none.
    """
    entries = [entry for kind in WEIGHTS for entry in scene.by_kind.get(kind, ())]
    marked = scene.view.since is not None or scene.view.shown is not None
    dated = sorted(((_day_listed(entry), entry) for entry in entries), key=_order)
    lines = tuple(
        Line(
            label=_days_of(entry, day, scene.year),
            text=listed(entry, clip(bare_line(entry, scene.year), LINE)),
            entries=(entry.id,),
            mark=mark_of(entry, scene) if marked else "",
        )
        for day, entry in dated
    )
    return Section(id="timeline", title="Timeline", lines=lines)


def _is_to_come(entry: Entry) -> bool:
    """Whether it is told as planned or expected, and nobody has told since that it took place."""
    return getattr(entry.record, "status", None) in TO_COME


def _day_listed(entry: Entry) -> date | None:
    """The day under which a thing is listed: that of the news, or its own where it is still to come; None for none."""
    if not _is_to_come(entry):
        return news_day(entry)
    when = told_time(entry)
    own = (when.start or when.end) if when else None
    return own if own is None or entry.first_seen is None or own > entry.first_seen else news_day(entry)


def _order(listed: tuple[date | None, Entry]) -> tuple[bool, str, str]:
    day, entry = listed
    return day is None and _is_to_come(entry), str(day or ""), entry.id


def _days_of(entry: Entry, day: date | None, year: int | None) -> str:
    """The day under which a thing stands, as surely as it is told: "2014", "about 23-27 May"."""
    when = told_time(entry)
    if day is None and _is_to_come(entry):
        return NO_DAY
    if when is None or (when.start or when.end) != day or (when.end == day and not when.approx):
        return day_words(day, year)
    return when_words(when, year)


def listed(entry: Entry, words: str) -> str:
    """The words of an entry and how it can be asked for: "… (contact-1a2b3c4d5e6f, 3 origins)"."""
    origins = f", {counted(len(entry.origins), 'origin')}" if len(entry.origins) > 1 else ""
    hand = f", {hand_words(entry.by_hand)}" if entry.by_hand else ""
    return f"{words} ({entry.id}{origins}{hand})"


def due_list(scene: Scene) -> Section:
    """Everything that is overdue, due on a day, or due about a day."""
    lines = tuple(
        Line(label=line.label, text=listed(item.entry, line.text), entries=line.entries)
        for item in find_due(scene)
        for line in (write_due(item, scene),)
    )
    return Section(id="due", title="Due / overdue", lines=lines)


def gaps_list(scene: Scene) -> Section:
    """Every account, condition, second origin and day that no source gives."""
    found = [write_gap(gap) for gap in sorted(find_gaps(scene), key=lambda gap: gap.sort)]
    lines = tuple(Line(text=f"{gap.text} ({', '.join(gap.entries)})", entries=gap.entries) for gap in found)
    return Section(id="gaps", title="Gaps", lines=lines)


def positions(scene: Scene, issues: Mapping[str, str]) -> tuple[Section, ...]:
    """For each issue what each party demands, offers, answers and agreed; the issue with most lines first.

    `issues` has the issue of a word; an answer is sorted by the words of what it answers.
    """
    lines: dict[str, list[Line]] = {}
    for side in scene.parties:
        for issue, line in positions_of(side, scene, issues):
            lines.setdefault(issue, []).append(line)
    ranked = sorted(lines, key=lambda issue: (issue == OTHER, -len(lines[issue]), issue))
    return tuple(Section(id=issue, title=issue_words(issue), lines=tuple(lines[issue])) for issue in ranked)


def positions_of(side: str, scene: Scene, issues: Mapping[str, str]) -> Iterator[tuple[str, Line]]:
    """The issue and the line of everything that a party demands, offers, answers and agreed, what was told last first.

    So what a party took back later doesn't stand before that.
    """
    held = sorted(held_by(side, scene, issues), key=lambda one: rank(one[1])[0])
    for issue, entry, write in held:
        yield issue, Line(label=side, text=listed(entry, write()), entries=(entry.id,))


def held_by(side: str, scene: Setting, issues: Mapping[str, str]) -> Iterator[tuple[str, Entry, Callable[[], str]]]:
    """Everything that a party demands, offers, answers and agreed: its issue, its entry, and what writes its words.

    Of each kind what was told last comes first. Few of many are ever shown, so that only these are written.
    """
    for entry, demand in acting(scene, Demand, side):
        yield demand.issue, entry, partial(_demand, entry, demand, scene)
    for entry, proposal in acting(scene, Proposal, side):
        for issue in dict.fromkeys(term.type for term in proposal.terms):
            yield issue, entry, partial(_proposal, entry, proposal, issue, scene)
    for entry, response in acting(scene, Response, side):
        yield issue_of(response.about, issues), entry, partial(_response, entry, response, scene)
    for entry, agreement in acting(scene, Agreement, side):
        yield issue_of(agreement.content, issues), entry, partial(_agreement, entry, agreement, side, scene)


def _demand(entry: Entry, demand: Demand, scene: Setting) -> str:
    return f"demands {quoted(demand.content, QUOTE)}{seen_words(entry, scene)}"


def _proposal(entry: Entry, proposal: Proposal, issue: str, scene: Setting) -> str:
    terms = [term_words(term) for term in proposal.terms if term.type == issue]
    return f"offers {'; '.join(terms)}{seen_words(entry, scene)}"


def _response(entry: Entry, response: Response, scene: Setting) -> str:
    return response_words(response) + seen_words(entry, scene)


def _agreement(entry: Entry, agreement: Agreement, side: str, scene: Setting) -> str:
    others = names_words([other for other in parties_of(agreement.parties) if other != side])
    words = f"{agreement.status} with {others or 'others'}: {quoted(agreement.content, QUOTE)}"
    return words + seen_words(entry, scene)


def issue_of(words: str, issues: Mapping[str, str]) -> str:
    """The issue of the first word that has one, in the singular where only that is known; "other" where none has."""
    plain = [word.strip(".,;:“”\"'()") for word in words.casefold().split()]
    for size in (2, 1):
        for place in range(len(plain) - size + 1):
            phrase = " ".join(plain[place : place + size])
            issue = issues.get(phrase) or issues.get(phrase.removesuffix("s"))
            if issue:
                return issue
    return OTHER
