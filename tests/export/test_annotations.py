from __future__ import annotations

import json

from msgspec.structs import replace

from dragoman.export.annotations import write_annotations
from tests.export.made import TEXT, holdings


def test_every_citation_is_found_by_its_quote_and_by_its_position():
    page = json.loads(write_annotations(holdings()).body)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == 10
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert target["source"] == "https://harbourpost.example/call"


def test_ids_are_one_each():
    items = json.loads(write_annotations(holdings()).body)["items"]
    assert len({item["id"] for item in items}) == len(items)


def test_citations_whose_article_is_gone_are_counted():
    assert write_annotations(replace(holdings(), articles={})).notes == ("10 of 10 citations have no article any more",)
