from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from dragoman.export.codebooks import (
    acled_rows,
    cameo_codes,
    ceasefire_words,
    coded,
    coding_of,
    country_of,
    facets_of,
    plover_table,
    sector_of,
    sector_table,
    sides_of,
)
from dragoman.kinds import BY_NAME
from dragoman.kinds.action import ActionType
from dragoman.types import Actor
from tests.export.made import records
from tests.records import ALAND, BORLAND, KRAL, LUND, action, agreement, contact, forecast, statement, truce

CORLAND = Actor("Corland", (), "Corland", None, "state")


@pytest.mark.parametrize(
    ("record", "coded"),
    [
        (contact("a1"), ("CONSULT", "phone", "041")),
        (contact("a1", mode="visit"), ("CONSULT", "visit", "042")),
        (contact("a1", mode="talks"), ("CONSULT", "", "046")),
        (contact("a1", mode="talks", participants=(ALAND, BORLAND, CORLAND)), ("CONSULT", "multilateral", "046")),
        (contact("a1", status="planned"), ("AGREE", "", "036")),
        (contact("a1", status="expected"), ("AGREE", "", "036")),
        (contact("a1", status="cancelled"), ("REJECT", "meet", "125")),
        (contact("a1", status="denied"), ("", "", "")),
        (contact("a1", mode="briefing", participants=(LUND, ALAND)), ("", "", "")),  # one side among itself
        (contact("a1", mode="briefing", participants=(LUND, KRAL)), ("CONSULT", "", "040")),
        (agreement("a1", "a truce", terms=(truce("P30D"),)), ("CONCEDE", "", "0871")),
        (agreement("a1", "a truce", terms=(truce(),), status="expected"), ("AGREE", "", "0356")),
        (agreement("a1", "to go on"), ("AGREE", "", "030")),
        (agreement("a1", "to go on", status="denied"), ("", "", "")),
        (action("a1", "attacked"), ("ASSAULT", "", "190")),
        (action("a1", "shelled"), ("ASSAULT", "heavy-weapons", "194")),
        (action("a1", "hit by an air strike"), ("ASSAULT", "heavy-weapons", "195")),
        (action("a1", "imposed sanctions", type="SANCTION"), ("SANCTION", "", "163")),
        (action("a1", "freed ten men", type="RETREAT"), ("RETREAT", "release", "0841")),
        (action("a1", "threatened to attack", type="THREATEN"), ("THREATEN", "violence", "138")),
        (replace(statement("a1", "the attack"), cue="also condemned"), ("ACCUSE", "disapprove", "111")),
        (statement("a1", "the attack was condemned"), ("", "", "010")),
        (forecast("a1", "a deal", confidence="doubtful"), ("", "", "012")),
    ],
)
def test_a_record_is_coded_by_the_first_row_that_fits(record, coded):
    row = coding_of(record)
    assert (row.type, row.mode, row.cameo) == coded


def test_every_code_that_a_row_names_has_its_score():
    assert {row.cameo for row in plover_table().row if row.cameo} <= set(cameo_codes())


def test_a_record_is_printed_with_its_codes_or_why_it_has_none():
    call, said = coded(contact("a1")), coded(statement("a1", "the port is open"))
    assert (call.plover, call.mode, call.quad, call.cameo, call.goldstein) == (
        "CONSULT", "phone", "VERBAL COOPERATION", "041", 1.0,
    )  # fmt: skip
    assert (said.plover, said.cameo, said.note) == (None, "010", "PLOVER does not code plain comment")


@pytest.mark.parametrize("record", records(), ids=lambda record: str(record.__struct_config__.tag))
def test_every_kind_has_a_row(record):
    assert coding_of(record).kind != "none"


@pytest.mark.parametrize("type_", get_args(ActionType))
def test_every_type_of_action_is_plovers_own(type_):
    assert coding_of(action("a1", "acted", type=type_)).type == type_


def test_what_has_no_plover_type_says_why():
    assert [row for row in plover_table().row if not row.type and not row.why] == []


def test_every_row_names_kinds_types_and_codes_that_there_are():
    table = plover_table()
    types = {known.name for known in table.type}
    assert {row.type for row in table.row if row.type} <= types
    assert {kind for row in table.row for kind in row.kind.split()} == set(BY_NAME)
    assert {row.cameo for row in table.row if row.cameo} == set(cameo_codes())
    assert {row.kind for row in acled_rows()} <= set(BY_NAME)


@pytest.mark.parametrize(("code", "score"), [("040", 1.0), ("0871", 9.0), ("127", -5.0), ("190", -10.0), ("010", 0.0)])
def test_scores_are_those_of_the_goldstein_scale(code, score):
    assert cameo_codes()[code].goldstein == score


def test_the_facets_of_a_contact_count_its_sides():
    assert facets_of(contact("a1"))["sides"] == "two"
    assert facets_of(contact("a1", participants=(ALAND, BORLAND, CORLAND)))["sides"] == "many"
    assert facets_of(contact("a1", participants=()))["sides"] == "none"
    assert sides_of((LUND, ALAND, KRAL)) == ("Aland", "Borland")


@pytest.mark.parametrize(
    ("actor", "country", "sector"),
    [
        (Actor("Kenya", (), "Kenya", None, "state"), "KEN", "GOV"),
        (Actor("Ann Owuor", (), "Kenya", "foreign minister", "person"), "KEN", "GOV"),
        (Actor("Ann Owuor", (), "Kenya", "senator", "person"), "KEN", "LEG"),
        (Actor("Ann Owuor", (), None, None, "person"), "", ""),
        (Actor("reporters", (), None, None, "group"), "", "JRN"),
        (Actor("Kenyan troops", (), "Kenya", None, "group"), "KEN", "MIL"),
        (Actor("African Union", (), "African Union", None, "organisation"), "IGO", ""),
        (Actor("Ugo Rebel", (), None, None, "person"), "", ""),  # a name is no role
    ],
)
def test_an_actor_has_the_iso_code_of_its_state_and_the_sector_of_its_role(actor, country, sector):
    assert (country_of(actor), sector_of(actor)) == (country, sector)


def test_words_of_sectors_are_written_in_lower_case_and_stand_once():
    words = [word for sector in sector_table().sector for word in sector.words]
    assert words == [word.casefold() for word in words]
    assert len(words) == len(set(words))


def test_words_for_a_truce_come_from_the_table_of_issues():
    assert {"ceasefire", "truce"} <= set(ceasefire_words())
