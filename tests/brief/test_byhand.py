"""What people did, in words, and on the pages where it is shown as such."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.build import build
from dragoman.brief.byhand import hand_words, note_words
from dragoman.brief.changes import mark_for_reader, mark_of, standing
from dragoman.brief.grounds import grounds_text, records_rows
from dragoman.brief.listing import timeline
from dragoman.brief.markdown import brief_markdown
from dragoman.brief.readouts import readouts_text
from dragoman.brief.scene import Dossier, View, set_scene
from dragoman.brief.text import brief_text
from dragoman.merge import merge_block
from dragoman.types import ByHand, Evidence
from tests.records import article, contact, march, on, quote, witnesses

NOTE = ByHand("c-1a2b3c", "duration: 1 hour → 2 hours", "ana", march(9), "she was there")
TOLD = article("a", 4, text="They spoke. It was long.")
(PLAIN,) = merge_block([contact("a", on(4), duration="PT2H")], witnesses(TOLD))
CALL = replace(PLAIN, by_hand=(NOTE,))
DOSSIER = Dossier(name="border", entries=(CALL,), verdicts={}, articles={"a": TOLD})


def test_a_note_tells_what_who_when_and_why() -> None:
    assert hand_words([NOTE]) == "by hand: duration: 1 hour → 2 hours, ana"
    confirmed = replace(NOTE, what="confirmed", by="ben")
    assert hand_words([NOTE, confirmed]) == "by hand: confirmed, ben; and 1 more"
    said = "by hand: duration: 1 hour → 2 hours; ana, Sun 9 Mar 2031: she was there (c-1a2b3c)"
    assert note_words(NOTE) == said


def test_every_page_shows_what_was_done_by_hand_as_such() -> None:
    brief = build(DOSSIER, View(as_of=march(10)))
    scene = set_scene(DOSSIER, View(as_of=march(10)))
    pages = {
        "text": " ".join(brief_text(brief).split()),
        "markdown": brief_markdown(brief),
        "timeline": timeline(scene).lines[0].text,
        "readouts": readouts_text(CALL, scene),
        "why": grounds_text(CALL, scene),
    }
    assert [name for name, page in pages.items() if "by hand: duration: 1 hour → 2 hours" not in page] == []
    assert {line.by_hand for section in brief.sections for line in section.lines if CALL.id in line.entries} == {
        (NOTE,)
    }
    assert "by hand" not in brief_text(build(replace(DOSSIER, entries=(PLAIN,)), View(as_of=march(10))))


def test_what_was_done_by_hand_since_a_day_is_a_change() -> None:
    marks = {
        day: mark_of(CALL, set_scene(DOSSIER, View(as_of=march(12), since=march(day)))) for day in (3, 4, 8, 9, 10)
    }
    assert marks == {3: "+", 4: "~", 8: "~", 9: "", 10: ""}


def test_what_was_done_by_hand_since_a_reader_was_told_is_a_change() -> None:
    before, now = standing(PLAIN, None), standing(CALL, None)
    assert (before, now) == ("||held", "||held|c-1a2b3c")
    assert [mark_for_reader(known, now) for known in (None, before, now)] == ["+", "~", ""]
    assert mark_for_reader(now, before) == "~"  # undone


def test_the_records_on_some_words_are_told_with_their_ids_and_what_was_done_to_them() -> None:
    several = [contact("a", on(4), id="r1"), contact("a", on(4), id="r2", evidence=quote("Long.", 20))]
    rows = records_rows(several, Evidence(2, 8, "ey spo"), {"r1": (NOTE,)})
    assert [row.split()[0] for row in rows] == ["r1", "by"]
    assert records_rows(several, Evidence(12, 15, "It "), {}) == ()
