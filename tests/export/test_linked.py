from __future__ import annotations

import json

import pytest

from dragoman.export.linked import claimed, write_linked
from tests.export.made import holdings, records
from tests.records import agreement, contact, on


def nodes(several=None) -> dict[str, dict]:
    document = json.loads(write_linked(holdings(several)).body)
    assert document["@context"] == "https://schema.org"
    return {node["@id"]: node for node in document["@graph"]}


@pytest.mark.parametrize(
    ("id", "type_"),
    [
        ("a1-s", "Quotation"),
        ("a1-f", "Claim"),
        ("a1-d", "Claim"),
        ("a1-c", "Event"),
        ("a1-a", "Event"),
        ("a1-x", "Event"),
    ],
)
def test_what_is_said_is_a_quotation_what_is_claimed_a_claim_what_happens_an_event(id, type_):
    assert nodes()[f"urn:dragoman:{id}"]["@type"] == type_


def test_a_quotation_has_its_words_its_speaker_and_its_article():
    node = nodes()["urn:dragoman:a1-s"]
    assert node["text"] == "We're ready, more or less"
    assert node["spokenByCharacter"][0]["name"] == "Anna Lund"
    assert node["isPartOf"]["url"] == "https://harbourpost.example/call"


def test_an_event_has_its_days_its_place_and_those_who_took_part():
    node = nodes()["urn:dragoman:a1-c"]
    assert (node["startDate"], node["endDate"], node["duration"]) == ("2031-03-04", "2031-03-04", "PT40M")
    assert node["location"] == {"@type": "Place", "name": "Tessaly"}
    assert [one["name"] for one in node["attendee"]] == ["Anna Lund", "Boris Kral"]


@pytest.mark.parametrize(
    ("record", "status"),
    [
        (contact("a1", on(7), status="planned"), "https://schema.org/EventScheduled"),
        (contact("a1", on(7), status="cancelled"), "https://schema.org/EventCancelled"),
        (contact("a1", on(7)), None),
    ],
)
def test_only_what_is_to_come_or_called_off_has_a_status(record, status):
    assert nodes([record])["urn:dragoman:a1-c"].get("eventStatus") == status


def test_what_is_denied_is_no_event_and_a_refusal_to_answer_none_of_the_three():
    assert nodes([agreement("a1", "a truce", status="denied")]) == {}
    assert "urn:dragoman:a1-n" not in nodes()
    assert write_linked(holdings()).notes == ("1 of 10 entries are no quotation, claim or event",)


def test_a_claim_has_the_words_of_a_forecast_a_pledge_or_a_demand():
    assert {claimed(record) for record in records()} >= {"a call this week", "to open the port", "its prisoners"}
