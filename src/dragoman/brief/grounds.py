"""What stands behind an entry, or behind some words: the records with their ids and places, and what people decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.brief.accounts import outlet_of
from dragoman.brief.byhand import note_words
from dragoman.brief.passage import place_words
from dragoman.brief.phrases import clip, day_words, quoted
from dragoman.brief.scene import Scene, dated_line
from dragoman.brief.text import WIDTH
from dragoman.kinds import BY_NAME
from dragoman.types import ByHand, Entry, Evidence, Record, Support, Verdict

QUOTE = 300


def grounds_text(entry: Entry, scene: Scene) -> str:
    """The entry as a line, its verdict, each of its records with its words, and what people did, by rows."""
    rows = [f"{entry.id}  {dated_line(entry, scene.year)}", *verdict_rows(scene.verdict(entry))]
    rows += [f"    {note_words(note)}" for note in entry.by_hand]
    for support in entry.supports:
        rows += support_rows(support, scene)
    return "\n".join(rows)


def verdict_rows(verdict: Verdict | None) -> list[str]:
    """What became of it, why, and the entry that decided it."""
    if verdict is None:
        return []
    by = f"; see {verdict.decided_by}" if verdict.decided_by else ""
    return [f"    {verdict.outcome.replace('_', ' ')}: {verdict.reason} (rule {verdict.rule}){by}"]


def support_rows(support: Support, scene: Scene) -> list[str]:
    """A record's id, who published it and when, and its words with their places."""
    rows = [f"  {support.record}  {outlet_of(support.article, scene)}, {day_words(support.seen, scene.year)}"]
    for evidence in support.evidence:
        place = place_words(support.article, evidence.start, evidence.end)
        rows.append(f"      {quoted(evidence.quote, QUOTE)} [{place}]")
    return rows


def records_rows(
    records: Sequence[Record], evidence: Evidence, notes: Mapping[str, Sequence[ByHand]]
) -> tuple[str, ...]:
    """The records that stand on some words of an article, each with its id, and what people did to them.

    `notes` has them by record id; a record that was withdrawn is told by its notes alone.
    """
    rows = []
    for record in records:
        if any(one.start < evidence.end and evidence.start < one.end for one in record.evidence):
            kind = str(record.__struct_config__.tag)
            rows.append(f"    {record.id}  {kind}: {clip(BY_NAME[kind].line(record), WIDTH - 24)}")
            rows += [f"        {note_words(note)}" for note in notes.get(record.id, ())]
    return tuple(rows)
