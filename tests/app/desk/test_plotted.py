"""The pages that plot: what they are made of, their windows and their files, and what a browser draws of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from dragoman.app.desk.sheet import Asked, Seen
from dragoman.app.desk.sheets import contacts, forecasts, timeline
from dragoman.app.desk.sheets.window import AskedWindow, chosen, window_of
from dragoman.app.desk.shelf import Shelf
from dragoman.app.desk.stock import stock_of
from dragoman.brief.calendar import Days, days_of
from dragoman.brief.network import persons_network
from dragoman.brief.scene import Scene
from dragoman.errors import UsageError
from dragoman.ledger.dated import ALL_LANES
from tests.app.desk.conftest import Served, Tab, put, told, until
from tests.records import march


def seen_now(shelf: Shelf, asked: Asked) -> Seen:
    shelf.refresh("RED")
    with shelf.seen(shelf.stock("RED", asked.as_of), "RED", asked) as seen:
        return seen


@pytest.fixture
def seen(ledger_file: Path) -> Seen:
    return seen_now(Shelf(ledger_file), Asked())


# ---- windows --------------------------------------------------------------------------------------------------------


def days(*several: tuple[date, int]) -> Days:
    """Days of things, each as often as it says."""
    return days_of(np.array(sorted(day for day, times in several for _ in range(times)), dtype="datetime64[D]"))


def all_days(seen: Seen) -> Days:
    """The days of all that there is."""
    return seen.index.days(timeline.KINDS, ALL_LANES)


TODAY, LONG_AGO = march(20), date(2028, 6, 1)


@pytest.mark.parametrize(
    ("things", "first", "last", "beyond"),
    [
        # a quarter up to today, as far as there is something, and what is planned for the next days
        (days((march(2), 20), (march(25), 1)), march(2), march(25), (0, 0)),
        (days((march(2), 20), (date(2031, 9, 1), 1)), march(2), TODAY, (0, 1)),
        (days((date(2030, 1, 1), 5), (march(2), 20)), march(2), march(2), (5, 0)),
        # next to nothing lately: the last time that there was more
        (days((LONG_AGO, 30), (march(19), 2)), LONG_AGO, LONG_AGO, (0, 2)),
        (days((LONG_AGO, 30), (date(2029, 2, 1), 8), (date(2029, 2, 9), 5), (march(19), 2)), date(2029, 2, 1),
         date(2029, 2, 9), (30, 2)),
        # one long article is no busy time
        (days((LONG_AGO, 3), (date(2028, 6, 9), 3), (march(19), 40)), LONG_AGO, date(2028, 6, 9), (0, 40)),
        # little at all times: the most there is
        (days((LONG_AGO, 3), (march(19), 2)), LONG_AGO, LONG_AGO, (0, 2)),
        (days((LONG_AGO, 2), (march(19), 2)), march(19), march(19), (2, 0)),
        (days((date(2032, 5, 1), 2)), date(2032, 5, 1), date(2032, 5, 1), (0, 0)),
    ],
)  # fmt: skip
def test_a_window_opens_where_something_was_going_on_and_says_what_lies_beyond(
    things: Days, first: date, last: date, beyond: tuple[int, int]
) -> None:
    found = window_of(AskedWindow(), TODAY, things)
    assert found is not None
    assert (found.first, found.last, (found.earlier, found.later)) == (first, last, beyond)


def test_a_window_that_is_asked_for_is_the_one_that_is_shown_and_its_steps_lead_on(seen: Seen) -> None:
    asked = window_of(AskedWindow(first=march(1), last=march(31)), march(6), all_days(seen))
    assert asked is not None
    assert (asked.first, asked.last) == (march(1), march(31))
    assert {step.name: (step.first, step.last) for step in asked.steps} == {
        "Earlier": (date(2031, 2, 14), march(16)),
        "Closer": (march(8), march(24)),
        "Wider": (date(2031, 2, 14), date(2031, 4, 15)),
        "Later": (march(16), date(2031, 4, 15)),
        "All": (march(4), march(5)),
    }


def test_steps_end_where_the_calendar_does(seen: Seen) -> None:
    found = window_of(AskedWindow(first=date.min, last=date.max), march(6), all_days(seen))
    assert found is not None
    assert all(date.min <= step.first <= step.last <= date.max for step in found.steps)


def test_a_window_that_ends_before_it_begins_is_told(seen: Seen) -> None:
    with pytest.raises(UsageError, match="the last day is before the first"):
        window_of(AskedWindow(first=march(9), last=march(3)), march(6), all_days(seen))


def test_names_in_an_address_are_known_ones_in_the_known_order() -> None:
    assert chosen("kind", " b,a,,b", ("a", "b", "c")) == ("a", "b")
    with pytest.raises(UsageError, match="kind: there is none of that name; there are a, b"):
        chosen("kind", "a,x", ("a", "b"))


# ---- what they are made of ------------------------------------------------------------------------------------------


def test_the_timeline_has_a_point_for_each_day_party_and_kind_and_counts_an_entry_once(seen: Seen) -> None:
    shown = timeline.make(seen, timeline.AskedTimeline(kind="contact,demand"))
    assert shown.kinds == ("contact", "demand")
    assert shown.total == len(shown.lines) == 2
    points = {(point.party, point.kind): point for point in shown.points}
    assert set(points) == {("Aland", "contact"), ("Borland", "contact"), ("Borland", "demand")}
    assert points["Aland", "contact"].entry == points["Borland", "contact"].entry != ""
    assert points["Aland", "contact"].first == march(4)
    alone = timeline.make(seen, timeline.AskedTimeline(kind="demand", party="Aland"))
    assert (alone.total, alone.points) == (0, ())


def test_who_met_whom_is_paired_and_can_be_asked_for_by_part_of_a_name(seen: Seen) -> None:
    shown = contacts.make(seen, contacts.AskedContacts(who="lund"))
    (pair,) = shown.pairs
    assert (pair.a, pair.b, pair.n, pair.first) == ("Anna Lund", "Boris Kral", 1, march(4))
    assert [(one.name, one.side) for one in shown.people] == [("Anna Lund", "Aland"), ("Boris Kral", "Borland")]
    assert [(one.first, one.n) for one in shown.periods] == [(march(4), 1)]
    by_party = contacts.make(seen, contacts.AskedContacts(by="party"))
    assert [(pair.a, pair.b) for pair in by_party.pairs] == [("Aland", "Borland")]


def test_the_board_has_each_thing_in_one_column_and_no_rate_of_few(seen: Seen) -> None:
    shown = forecasts.make(seen, forecasts.AskedForecasts())
    assert {column.id: column.total for column in shown.columns if column.total} == {"due": 1}
    (card,) = [card for column in shown.columns for card in column.cards]
    assert (card.due, card.line.kind) == (march(9), "forecast")
    assert [(one.name, one.columns, one.rate) for one in shown.speakers] == [("Anna Lund", {"due": 1}, None)]
    assert all(band.rate is None for band in shown.bands)
    alone = forecasts.make(seen, forecasts.AskedForecasts(kind="pledge"))
    assert sum(column.total for column in alone.columns) == 0


def test_what_a_page_makes_of_the_entries_is_made_once_for_a_state_of_the_ledger(ledger_file: Path) -> None:
    shelf = Shelf(ledger_file)
    one, other = (seen_now(shelf, Asked(since=since)) for since in (None, march(5)))
    assert one.once(persons_network) is other.once(persons_network)
    earlier = seen_now(shelf, Asked(as_of=march(5)))
    assert earlier.once(persons_network) is not one.once(persons_network)
    put(ledger_file, told("three", 7))
    assert seen_now(shelf, Asked()).once(persons_network) is not one.once(persons_network)


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/timeline.csv?kind=contact", ["CLEAR,2031-03-04,2031-03-04,its own,contact,Aland; Borland,"]),
        (
            "/timeline.csv?kind=contact&kind=demand&last=2031-03-05",
            ["CLEAR,2031-03-05,,of the report,demand,Borland,", "CLEAR,2031-03-04,"],
        ),
        ("/contacts.csv", ["CLEAR,Anna Lund,Aland,Boris Kral,Borland,1,2031-03-04,2031-03-04"]),
        ("/forecasts.csv", ["CLEAR,due,2031-03-09,no,forecast,"]),
        ("/forecasts.csv?column=failed", []),
    ],
)
def test_what_is_plotted_can_be_had_as_a_file(desk: Served, path: str, rows: list[str]) -> None:
    answer = desk.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["content-disposition"].startswith("attachment;")
    lines = answer.text.splitlines()[1:]
    assert len(lines) == len(rows)
    assert all(line.startswith(begun) for line, begun in zip(lines, rows, strict=True))


@pytest.mark.parametrize("page", ["timeline", "contacts", "forecasts"])
def test_a_file_bears_the_marking_of_what_it_holds_and_each_row_its_own(desk: Served, page: str) -> None:
    assert desk.get(f"/{page}.csv").headers["content-disposition"] == f'attachment; filename="{page}.csv"'
    put(desk.ledger, told("secret", 7, "AMBER+STRICT", outlet="Cable", duration="PT5H"))
    until(lambda: desk.get(f"/{page}.json").json()["marking"] == "AMBER+STRICT")
    file = desk.get(f"/{page}.csv")
    assert file.headers["content-disposition"] == f'attachment; filename="{page}.TLP-AMBER-STRICT.csv"'
    assert {line.partition(",")[0] for line in file.text.splitlines()[1:]} == {"AMBER+STRICT"}
    assert "TLP:AMBER+STRICT</span>" in desk.get(f"/{page}").text


def test_a_file_that_is_held_already_is_not_sent_again(desk: Served) -> None:
    first = desk.get("/timeline.csv")
    again = desk.get("/timeline.csv", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get("/timeline.csv?kind=demand").headers["etag"] != first.headers["etag"]


def test_a_file_has_all_rows_however_many(seen: Seen) -> None:
    (call,) = [one for one in seen.entries.values() if one.kind == "contact"]
    many = tuple(replace(call, id=f"contact-{n:06}") for n in range(6_000))
    assert isinstance(seen.scene, Scene)
    longer = stock_of("a state", replace(seen.scene.dossier, entries=many), None).seen_with(seen.ledger, "RED", None)
    assert len(list(timeline.table(longer, timeline.AskedTimeline()).rows)) == 6_000


# ---- in a browser ---------------------------------------------------------------------------------------------------

PLOTS = {"/timeline": ["timeline"], "/contacts": ["network", "periods"], "/forecasts": ["outcomes"]}


@pytest.mark.parametrize("width", [1440, 390])
def test_every_plot_is_drawn_within_the_page_and_can_be_saved(
    desk: Served, open_tab: Callable[..., Tab], tmp_path: Path, width: int
) -> None:
    for path, names in PLOTS.items():
        tab = open_tab(desk.url + path, width)
        for name in names:
            tab.page.wait_for_selector(f"#plot-{name} svg[role=img]")
            assert tab.page.locator(f"#plot-{name} svg").bounding_box()["width"] <= width
        for kind, begin in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
            with tab.page.expect_download() as download:
                tab.page.locator(f"#plot-{names[0]}").get_by_text(kind).click()
            saved = Path(download.value.path()).read_bytes()
            assert saved.startswith(begin)
            assert b"NaN" not in saved or kind == "PNG"


@pytest.mark.parametrize(("path", "plot"), [("/timeline", "timeline"), ("/contacts", "network")])
def test_a_saved_plot_bears_the_marking_of_what_it_shows(
    desk: Served, open_tab: Callable[..., Tab], path: str, plot: str
) -> None:
    put(desk.ledger, told("secret", 7, "AMBER", outlet="Cable", duration="PT5H"))
    until(lambda: desk.get(f"{path}.json").json()["marking"] == "AMBER")
    tab = open_tab(desk.url + path)
    tab.page.wait_for_selector(f"#plot-{plot} svg[role=img]")
    for kind in ("SVG", "PNG"):
        with tab.page.expect_download() as download:
            tab.page.locator(f"#plot-{plot}").get_by_role("button", name=f"as {kind}").click()
        assert download.value.suggested_filename == f"{plot}.TLP-AMBER.{kind.lower()}"
        assert kind == "PNG" or "TLP:AMBER" in Path(download.value.path()).read_text(encoding="utf-8")
    assert tab.page.locator(f"#plot-{plot} .tlp").inner_text() == "TLP:AMBER"


def test_a_window_that_is_dragged_to_stands_in_the_address(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/timeline?first=2031-03-01&last=2031-03-31")
    box = tab.page.wait_for_selector("#plot-timeline svg").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    tab.page.mouse.move(box["x"] + 700, middle)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 250, middle, steps=4)
    tab.page.mouse.up()
    tab.page.wait_for_url("**first=2031-03-1*")
    tab.page.wait_for_function("() => document.querySelector('input[name=first]').value > '2031-03-08'")
    assert "Nothing of these kinds on these days" in tab.page.inner_text("#sheet")


def test_a_point_leads_to_its_entry_and_keys_move_the_window(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/timeline?first=2031-03-01&last=2031-03-31")
    tab.page.wait_for_selector("#plot-timeline svg")
    tab.page.keyboard.press("]")
    tab.page.wait_for_url("**first=2031-03-16**")
    tab.page.keyboard.press("[")
    tab.page.wait_for_url("**first=2031-03-01**")
    tab.page.wait_for_selector("#plot-timeline .mark-symbol path").click()
    tab.page.wait_for_url("**/entry/contact-*")


def test_plots_stay_and_are_drawn_again_when_something_comes_in(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/timeline?kind=demand")
    tab.page.wait_for_selector("#plot-timeline svg")
    tab.page.wait_for_selector("#pulse:text('live')")
    rows = tab.page.get_attribute("#plot-timeline", "data-rows")
    other = told("three", 7)
    demand = replace(other.records[1], content="the harbour be closed")
    put(desk.ledger, replace(other, records=[demand]))
    tab.page.wait_for_function("old => document.getElementById('plot-timeline').dataset.rows !== old", arg=rows)
    tab.page.wait_for_function("() => document.querySelectorAll('#plot-timeline .mark-symbol path').length === 2")


def test_without_scripts_the_rows_of_a_plot_stand_in_lists_and_tables(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/timeline", java_script_enabled=False)
    assert tab.page.locator("figure:visible").count() == 0
    assert tab.page.locator("li.line").count() == 1
    tab.page.get_by_text("All", exact=True).click()
    tab.page.wait_for_url("**first=2031-03-04**")
    tab.page.goto(f"{desk.url}/contacts")
    assert "Anna Lund" in tab.page.inner_text("table")
