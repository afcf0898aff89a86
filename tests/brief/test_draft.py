from __future__ import annotations

import pytest

from dragoman.brief.draft import Draft, Part, capped, cited, draft, number
from dragoman.types import Evidence
from tests.brief.made import article, entries, support

FIRST = support("a", "post-10", "first words")
SAME = support("b", "post-11", "other words of the same origin")
OTHER = support("c", "wire-12", "words of another origin")


@pytest.mark.parametrize(
    ("supports", "most", "articles"),
    [
        ((), 2, []),
        ((FIRST,), 2, ["post-10"]),
        ((FIRST, SAME), 2, ["post-10"]),
        ((FIRST, SAME, OTHER), 2, ["post-10", "wire-12"]),
        ((FIRST, SAME, OTHER), 1, ["post-10"]),
    ],
)
def test_a_line_is_cited_by_the_first_report_and_the_latest_of_another_origin(supports, most, articles):
    assert [article for article, _ in cited(supports, most)] == articles


def test_a_span_has_one_number_however_many_lines_point_at_it():
    met = entries()[0]
    part = Part(id="x", title="x", drafts=(draft("one", [met]), draft("two", [met])))
    (section,), citations = number([part], {}.get)
    assert [line.cites for line in section.lines] == [(1, 2), (1, 2)]
    assert [citation.n for citation in citations] == [1, 2]


def test_a_citation_names_outlet_and_day_and_an_unknown_article_its_id():
    words = Evidence(0, 4, "word")
    line = Draft(text="x", entries=("e",), words=(("post-10", words), ("gone", words)))
    _, citations = number([Part(id="x", title="x", drafts=(line,))], {"post-10": article("post-10", "10")}.get)
    assert [citation.outlet for citation in citations] == ["Harbour Post", "gone"]


def test_what_is_left_out_is_counted_and_not_written():
    written = []
    drafts, more = capped(range(10), lambda n: written.append(n) or draft(str(n), []), 3)
    assert ([line.text for line in drafts], more, written) == (["0", "1", "2"], 7, [0, 1, 2])
