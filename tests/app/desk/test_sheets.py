"""What the pages are made of: functions from what may be seen to Structs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.app.desk.sheet import Asked, AskedOf, Seen
from dragoman.app.desk.sheets import SHEETS, accounts, actor, article, brief, entry, positions, rest, search
from dragoman.app.desk.sheets.entry import words_of
from dragoman.app.desk.sheets.lines import days_of, entry_lines, in_time
from dragoman.app.desk.shelf import Shelf
from dragoman.errors import UsageError
from dragoman.kinds.windows import length_in_words
from dragoman.types import State, Term, When
from tests.app.desk.conftest import CALL
from tests.records import LUND, march


@pytest.fixture
def seen(ledger_file: Path) -> Seen:
    shelf = Shelf(ledger_file)
    with shelf.seen(shelf.refresh("RED"), "RED", Asked()) as seen:
        return seen


def entry_of(seen: Seen, kind: str) -> str:
    return next(id for id, one in seen.entries.items() if one.kind == kind)


def test_no_two_pages_share_a_name_or_an_address() -> None:
    assert len({sheet.name for sheet in SHEETS}) == len({sheet.path for sheet in SHEETS}) == len(SHEETS)


def test_the_pieces_of_an_article_are_its_text_and_know_their_records(seen: Seen) -> None:
    shown = article.make(seen, article.AskedArticle(id="one", at="5-20"))
    assert shown is not None
    text = "".join(piece.text for piece in shown.pieces)
    assert text.startswith(CALL)
    assert "".join(p.text for p, cited in zip(shown.pieces, shown.is_cited, strict=True) if cited) == text[5:20]
    assert [record.kind for record in shown.records] == ["contact", "demand", "forecast"]
    assert shown.records[0].entry == entry_of(seen, "contact")
    assert shown.pieces[0].numbers == (1,)


@pytest.mark.parametrize("words", ["5", "5-", "a-b", "9-3", "3-3", "0-100000", "-1-4", "٣-٤"])
def test_a_span_that_is_none_is_told(words: str) -> None:
    with pytest.raises(UsageError, match="this is no place in the text"):
        article.span_of(words, 100)


def test_positions_are_by_issue_and_party_without_the_ids_of_a_terminal(seen: Seen) -> None:
    shown = positions.make(seen, Asked())
    (issue,) = [issue for issue in shown.issues if issue.id == "access"]
    (cell,) = issue.cells
    (stand,) = cell.stands
    assert cell.party == "Borland"
    assert stand.text.startswith("demands “the crossing be opened”")
    assert stand.entry not in stand.text
    assert (stand.first, stand.last, stand.origins) == (march(5), march(6), 2)


def test_a_cell_holds_what_was_told_last_and_says_how_much_it_leaves_out(seen: Seen) -> None:
    demand = seen.entries[entry_of(seen, "demand")]
    written: list[int] = []
    older = [
        (replace(demand, last_seen=date(2030, 1, 1)), lambda n=n: str(written.append(n)))
        for n in range(positions.MOST_STANDS)
    ]
    told = positions.Newest([*older, (demand, lambda: "the newest")])
    cell = positions.cell("Borland", told, seen)
    assert (cell.stands[0].text, len(cell.stands), cell.more) == ("the newest", positions.MOST_STANDS, 1)
    assert len(written) == positions.MOST_STANDS - 1  # what isn't shown isn't written


def test_accounts_that_differ_come_first_and_lie_side_by_side(seen: Seen) -> None:
    (listed,) = accounts.make(seen, accounts.AskedAccounts()).listings
    assert (listed.line.kind, listed.disputes, listed.accounts) == ("contact", 1, 2)
    one = accounts.make_one(seen, AskedOf(id=listed.line.entry))
    assert one is not None
    assert [account.teller for account in one.accounts] == ["Paper one", "Harbour Post"]
    assert [value.words for value in one.differences[0].values] == ["1 hour", "2 hours"]
    assert accounts.make_one(seen, AskedOf(id="contact-0")) is None


def test_an_actor_is_found_by_name_or_side_with_what_it_did(seen: Seen) -> None:
    lund = actor.make_one(seen, actor.AskedActor(id="Lund"))
    assert lund is not None
    assert (lund.known.name, lund.known.side, lund.known.role) == ("Anna Lund", "Aland", "president")
    assert [group.kind for group in lund.groups if group.lines] == ["contact", "forecast"]
    assert lund.others == (("Boris Kral", 1),)
    assert actor.make_one(seen, actor.AskedActor(id="Nobody")) is None
    assert [one.name for one in actor.make(seen, actor.AskedActors()).actors] == ["Anna Lund", "Boris Kral", "Borland"]


@pytest.mark.parametrize("id", list(rest.WHOLE))
def test_the_rest_of_a_section_is_all_its_lines_and_as_many_as_the_brief_says(seen: Seen, id: str) -> None:
    (section,) = [one for one in brief.make(seen, Asked()).sections if one.id == id]
    shown = rest.make(seen, rest.AskedRest(id=id))
    assert shown is not None
    assert (shown.total, shown.section.more) == (len(section.lines) + section.more, 0)
    assert {line.text for line in section.lines} <= {line.text for line in shown.section.lines}
    assert (shown.heading, len(shown.citations) > 0) == (section.title, shown.total > 0)
    assert rest.make(seen, rest.AskedRest(id="stands")) is None


def test_a_side_bears_nobodys_name_or_role_and_no_day_after_that_of_the_page(seen: Seen) -> None:
    side = actor.make_one(seen, actor.AskedActor(id="aland"))
    assert side is not None
    assert (side.known.name, side.known.role, side.others) == ("Aland", None, (("Boris Kral", 1),))
    lund = [(one, found) for one in (LUND,) for found in seen.entries.values()]
    assert actor.known_as(lund, march(5)).last == march(5)
    assert actor.known_as(lund, march(1)).last is None


def test_the_rest_of_a_section_says_what_it_leaves_out_itself(seen: Seen) -> None:
    shown = rest.make(seen, rest.AskedRest(id="changed", limit=1))
    assert shown is not None
    assert (len(shown.section.lines), shown.section.more, shown.total) == (1, 2, 3)


@pytest.mark.parametrize(
    ("when", "words", "is_known"),
    [
        (When("on 4 March", march(4), march(4)), "Tue 4 Mar", True),
        (When("in 2030", date(2030, 1, 1), date(2030, 12, 31)), "2030", True),
        (When("this month", march(1), march(31), approx=True), "about Mar", True),
        (When("by Sunday", None, march(9)), "by 9 Mar", True),
        (When("soon", None, None), "Wed 5 Mar", False),
        (None, "Wed 5 Mar", False),
    ],
)
def test_a_window_is_no_day_and_the_day_of_a_report_is_said_to_be_one(
    seen: Seen, when: When | None, words: str, is_known: bool
) -> None:
    call = seen.entries[entry_of(seen, "contact")]
    assert days_of(replace(call, record=replace(call.record, when=when)), 2031) == (words, is_known)


def test_a_length_keeps_its_hedge_and_has_no_code_beside_it(seen: Seen) -> None:
    call = seen.entries[entry_of(seen, "contact")].record
    shown = entry.fields_of(replace(call, duration="PT2H30M", duration_mod="MORE_THAN"))
    told_as = {field.name: field.words for field in shown}
    assert told_as["duration"] == (length_in_words("PT2H30M", "MORE_THAN"),)
    assert "duration mod" not in told_as


def test_a_history_runs_forward_what_has_no_day_last() -> None:
    several = (State("held", march(6), "b"), State("open", None, "d"), State("planned", march(4), "a"))
    assert [state.status for state in in_time(several)] == ["planned", "held", "open"]


def test_lines_stand_in_the_order_of_the_days_beside_them(seen: Seen) -> None:
    call = seen.entries[entry_of(seen, "contact")]
    later = replace(call, id="contact-later", record=replace(call.record, when=When("x", march(5), march(5))))
    report = replace(call, id="contact-told", record=replace(call.record, when=None), first_seen=march(3))
    assert [line.days for line in entry_lines([report, call, later], seen)] == ["Wed 5 Mar", "Tue 4 Mar", "Mon 3 Mar"]


def test_search_finds_sentences_and_their_entries(seen: Seen) -> None:
    shown = search.make(seen, search.AskedWords(q="truce", kind="forecast", limit=1))
    assert shown.is_more
    assert [record.entry for record in shown.hits[0].records] == [entry_of(seen, "forecast")]
    assert search.make(seen, search.AskedWords()).hits == ()


def test_an_entry_has_its_words_its_days_and_what_became_of_it(seen: Seen) -> None:
    shown = entry.make(seen, AskedOf(id=entry_of(seen, "forecast")))
    assert shown is not None
    assert {field.name: field.words for field in shown.fields}["outcome"] == ("a truce within days",)
    assert shown.verdict is not None
    assert (shown.verdict.outcome, len(shown.supports)) == ("due", 2)
    call = entry.make(seen, AskedOf(id=entry_of(seen, "contact")))
    assert call is not None
    assert {field.name: field.actors for field in call.fields}["participants"] == ("Anna Lund", "Boris Kral")
    assert {field.name: field.words for field in call.fields}["duration"] == ("1 hour",)
    assert entry.make(seen, AskedOf(id="nobody")) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("accept_conditionally", "accept conditionally"),
        ("in the old_town", "in the old_town"),
        (When("next week", march(10), march(16)), "2031-03-10 to 2031-03-16 (“next week”)"),
        (When("soon", None, None), "“soon”"),
        (Term("ceasefire", "a pause at sea", "P30D", ("maritime",)), "“a pause at sea” (ceasefire, P30D, maritime)"),
        (date(2031, 3, 4), "2031-03-04"),
        (3, "3"),
    ],
)
def test_a_field_is_written_in_words(value: object, words: str) -> None:
    assert words_of(value) == words
