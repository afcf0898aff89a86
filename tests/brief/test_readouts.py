"""Accounts of one entry in columns."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.readouts import readouts_text
from dragoman.brief.scene import View, set_scene
from dragoman.brief.text import WIDTH
from dragoman.ledger import open_ledger
from dragoman.types import Account, Dispute
from tests.brief.made import dossier, entries
from tests.records import BORLAND, KRAL, LUND, article, contact, on, quote, statement

RUSSIAN = "They spoke. A halt of strikes on power plants was agreed. It asks for an end to foreign military aid."
AMERICAN = "They spoke. It is a truce on power plants and bridges. Prisoners were spoken of."
ORLOVA = replace(LUND, name="Vera Orlova", aliases=(), side="Russia")
HILL = replace(KRAL, name="Sam Hill", aliases=(), side="United States")


def text_of(name: str) -> str:
    entry = next(entry for entry in entries() if entry.id == name)
    return readouts_text(entry, set_scene(dossier(), View()))


def call_text() -> str:
    """A call with a readout of either side, a paper's account, and a later denial."""
    from dragoman.app.dossier import load_dossier

    pair = (ORLOVA, HILL)
    papers = [
        (article("k", 4, outlet="The Kremlin", text=RUSSIAN), contact("k", on(4), participants=pair)),
        (article("w", 5, outlet="White House", text=AMERICAN), contact("w", on(4), participants=pair, duration="PT1H")),
        (
            article("d", 6, outlet="Daily", text="Nothing else matters."),
            contact("d", on(4), participants=pair, duration="PT3H", evidence=quote("they spoke for three hours")),
        ),
        (
            article("e", 7, outlet="Echo", text="It was denied."),
            replace(statement("e", "that Orlova asked for an end to military aid", HILL), cue="denied"),
        ),
        (
            article("f", 7, outlet="Fern", text="It was denied, too."),
            replace(statement("f", "that the port was closed", BORLAND), cue="denied"),
        ),
    ]
    with open_ledger() as ledger:
        for paper, record in papers:
            ledger.put(paper, [record])
        held = load_dossier(ledger, "x", None)
    call = next(entry for entry in held.entries if entry.kind == "contact")
    return readouts_text(call, set_scene(held, View()))


def part(text: str, title: str) -> str:
    """The words under a title, wrapped lines joined."""
    return " ".join(text.split(title)[1].split("\n\n")[0].split())


def test_accounts_stand_side_by_side_the_sides_own_before_the_press() -> None:
    rows = call_text().splitlines()
    assert rows[1] == "3 origins: accounts by both sides and others"
    assert [cell.strip() for cell in rows[3].split(" | ")] == [
        "THE KREMLIN, TUE 4 MAR",
        "WHITE HOUSE, WED 5 MAR",
        "DAILY, THU 6 MAR",
    ]
    assert max(map(len, rows)) <= WIDTH


def test_what_all_say_what_one_says_and_what_is_said_differently_stand_apart() -> None:
    text = call_text()
    assert "ceasefire" in part(text, "SAID BY ALL")
    alone = part(text, "SAID BY ONE ONLY")
    assert (
        "military aid: Russia (The Kremlin), not United States: “It asks for an end to foreign military aid”" in alone
    )
    assert "prisoners: United States (White House), not Russia" in alone
    assert "ceasefire" not in alone
    differently = part(text, "SAID DIFFERENTLY")
    assert "! 1 hour: White House: “They spoke”" in differently
    assert "! 3 hours: Daily: “they spoke for three hours”" in differently
    assert "! ceasefire: energy: The Kremlin: “A halt of strikes on power plants was agreed”" in differently


def test_a_later_denial_by_one_who_took_part_is_a_statement_of_its_own() -> None:
    denied = part(call_text(), "DENIED LATER")
    assert denied == "- Sam Hill denied, Fri 7 Mar: “that Orlova asked for an end to military aid”"


def test_two_accounts_stand_side_by_side_with_what_differs_and_what_one_leaves_out() -> None:
    rows = text_of("e-held").splitlines()
    assert rows[3].split(" | ")[0].strip() == "ARVONIAN PRESIDENCY, SAT 8 MAR"
    assert rows[3].split(" | ")[1] == "BELMARK FOREIGN MINISTRY, SAT 8 MAR"
    assert "  ! 90 minutes: Belmark Foreign Ministry: “The conversation lasted one hour and a half”" in rows
    assert any(row.startswith("  - the river towns: Arvonia (Arvonian Presidency), not Belmark") for row in rows)
    assert max(map(len, rows)) <= WIDTH


def test_a_value_without_words_of_its_own_has_its_outlets() -> None:
    entry = next(entry for entry in entries() if entry.id == "e-held")
    first, second = entry.supports[:2]
    place = Dispute("place", (Account("Geneva", (first,)), Account("Vienna", (second,))))
    text = readouts_text(replace(entry, disputes=(place,)), set_scene(dossier(), View()))
    assert "! Geneva: Arvonian Presidency" in text


def test_one_account_alone_says_so() -> None:
    assert "one account only" in text_of("e-call")
    assert "SAID" not in text_of("e-call")
