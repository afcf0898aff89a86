from __future__ import annotations

import random
from datetime import UTC, datetime

import msgspec
import pytest
from msgspec.structs import replace

from dragoman.app.briefs import brief_json
from dragoman.brief.build import SECTIONS, build
from dragoman.brief.markdown import brief_markdown
from dragoman.brief.nouns import Brief
from dragoman.brief.scene import Dossier, View
from dragoman.brief.text import WIDTH, brief_text
from tests.brief.made import day, dossier

EMPTY = Dossier(name="nothing", entries=(), verdicts={}, articles={})


@pytest.mark.parametrize(("form", "file"), [(brief_text, "txt"), (brief_markdown, "md"), (brief_json, "json")])
def test_the_brief_of_the_river_war_is_as_accepted(form, file, golden):
    golden(f"brief/river_war.{file}", form(build(dossier(), View())))


def test_the_order_of_arrival_of_entries_changes_nothing():
    entries = list(dossier().entries)
    random.Random(7).shuffle(entries)
    assert build(replace(dossier(), entries=tuple(entries)), View()) == build(dossier(), View())


def test_every_line_has_entries_and_citations_and_every_citation_is_used():
    brief = build(dossier(), View())
    lines = [line for section in brief.sections[:-1] for line in section.lines]
    assert all(line.entries and line.cites for line in lines)
    assert {n for line in lines for n in line.cites} == {citation.n for citation in brief.citations}


def test_citations_count_from_one_in_the_order_of_the_page():
    brief = build(dossier(), View())
    first_met = list(dict.fromkeys(n for section in brief.sections[:-1] for line in section.lines for n in line.cites))
    assert first_met == list(range(1, len(brief.citations) + 1))


def test_a_brief_of_nothing_has_all_its_headings_and_each_says_none():
    brief = build(EMPTY, View())
    assert [section.lines for section in brief.sections] == [()] * (len(SECTIONS) + 1)
    assert brief_text(brief).count("  none") == len(SECTIONS) + 1
    assert "as of no date" in brief_text(brief)


def test_no_row_is_wider_than_the_page():
    long = replace(dossier(), name="n" * 90)
    assert max(map(len, brief_text(build(long, View())).splitlines()[1:])) <= WIDTH


def test_articles_without_a_day_that_came_later_count_and_are_told():
    """`--as-of` the very day that a brief prints leaves them out: on that day no one knew of them."""
    articles = dict(dossier().articles)
    id = next(iter(articles))
    articles[id] = replace(articles[id], published=None, fetched=datetime(2031, 6, 1, tzinfo=UTC))
    brief = build(replace(dossier(), articles=articles), View())
    assert (brief.later, build(dossier(), View()).later) == (1, 0)
    said = "1 article bears no day and came in later: counted here, left out with --as-of 2031-03-14"
    assert said in brief_text(brief)
    assert said in brief_markdown(brief)
    assert "--as-of" not in brief_text(build(dossier(), View()))


def test_the_day_of_a_brief_is_the_last_day_of_publication():
    assert build(dossier(), View()).as_of == day("14")
    assert build(dossier(), View(as_of=day("20"))).as_of == day("20")


def test_a_brief_comes_back_from_its_json():
    brief = build(dossier(), View())
    assert msgspec.json.decode(brief_json(brief), type=Brief) == brief
