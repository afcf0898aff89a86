"""The example dossier keeps what its README promises.

The front matter is split here, so that no reading code vouches for itself.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FOLDER = Path(__file__).parents[1] / "examples" / "ukraine-2025"
PATHS = sorted(FOLDER.glob("*.txt"))
KEYS = {"title", "outlet", "published", "url"}
FIRST, LAST = date(2025, 2, 12), date(2025, 3, 31)


def split_front(path: Path) -> tuple[dict[str, str], str]:
    """Front matter by key, comments left out, and the text below it."""
    empty, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    assert empty == ""
    pairs = (line.partition(": ") for line in front.splitlines() if not line.startswith("#"))
    return {key: value.strip() for key, _, value in pairs}, text.strip()


DISPATCHES = {path.name: split_front(path) for path in PATHS}


def paragraphs(name: str) -> list[str]:
    return DISPATCHES[name][1].split("\n\n")


def test_there_are_at_least_thirty_dispatches_by_six_invented_outlets_and_six_offices():
    outlets = {front["outlet"] for front, _ in DISPATCHES.values()}
    offices = {outlet for outlet in outlets if outlet.endswith("(readout)")}
    assert len(DISPATCHES) >= 30
    assert len(outlets - offices) >= 6
    assert len(offices) >= 6


@pytest.mark.parametrize("name", DISPATCHES)
def test_front_matter_is_complete_and_the_file_is_named_after_its_day(name):
    front, _ = DISPATCHES[name]
    assert set(front) - {"marking"} == KEYS
    assert all(front.values())
    assert FIRST <= date.fromisoformat(front["published"]) <= LAST
    assert name.startswith(front["published"])


@pytest.mark.parametrize("name", DISPATCHES)
def test_addresses_end_in_example_and_texts_have_the_length_of_a_dispatch(name):
    front, text = DISPATCHES[name]
    assert urlsplit(front["url"]).hostname.endswith(".example")
    assert 120 <= len(text.split()) <= 350
    assert len(paragraphs(name)) >= 4


def test_every_readout_says_in_a_comment_that_it_is_retold():
    readouts = [path for path in PATHS if DISPATCHES[path.name][0]["outlet"].endswith("(readout)")]
    assert len(readouts) >= 10
    for path in readouts:
        comment = path.read_text(encoding="utf-8").splitlines()[3]
        assert comment.startswith("# ")
        assert "retold" in comment.lower()


def test_one_wire_story_stands_in_three_papers_with_its_credit():
    wire = paragraphs("2025-03-16-meridian-wire-envoy.txt")
    papers = [
        "2025-03-16-lake-county-clarion-envoy.txt",
        "2025-03-17-thames-courier-envoy.txt",
        "2025-03-17-corniche-daily-envoy.txt",
    ]
    assert len({DISPATCHES[paper][0]["outlet"] for paper in papers}) == 3
    for paper in papers:
        lead, *_, tail = paragraphs(paper)
        assert "(Meridian Wire) -" in lead
        assert tail not in wire
        assert len(set(words(paper)) & set(words("2025-03-16-meridian-wire-envoy.txt"))) > 100


def words(name: str) -> list[str]:
    """Runs of four words, to tell a lightly edited copy."""
    found = re.findall(r"\w+", DISPATCHES[name][1].lower())
    return [" ".join(found[n : n + 4]) for n in range(len(found) - 3)]


def test_one_address_holds_two_texts_that_differ_in_the_length_of_the_call():
    by_url = defaultdict(list)
    for front, text in DISPATCHES.values():
        by_url[front["url"]].append((front["published"], text))
    first, second = sorted(next(texts for texts in by_url.values() if len(texts) > 1))
    assert sum(len(texts) > 1 for texts in by_url.values()) == 1
    assert first[0] < second[0]
    assert "lasted 90 minutes" in first[1]
    assert "lasted more than two hours" in second[1]
    assert "Correction" in second[1]


def test_two_or_three_dispatches_are_marked_amber():
    marked = [front["marking"] for front, _ in DISPATCHES.values() if "marking" in front]
    assert set(marked) == {"AMBER"}
    assert len(marked) in (2, 3)


def test_the_dateline_of_a_wire_story_is_its_day_of_publication():
    wire = {name: front for name, (front, _) in DISPATCHES.items() if front["outlet"] == "Meridian Wire"}
    assert len(wire) >= 10
    for name, front in wire.items():
        published = date.fromisoformat(front["published"])
        assert re.search(rf"{published:%b}\w* {published.day} \(Meridian Wire\) -", DISPATCHES[name][1]), name


def test_the_roster_gives_every_actor_a_name_a_side_a_role_and_a_kind():
    roster = tomllib.loads((FOLDER / "dossier.toml").read_text())
    assert roster["title"] == "Ukraine ceasefire track"
    assert len(roster["actor"]) >= 15
    for actor in roster["actor"]:
        assert set(actor) == {"name", "aliases", "side", "role", "kind"}
        assert actor["kind"] in {"person", "state", "organisation", "group"}
