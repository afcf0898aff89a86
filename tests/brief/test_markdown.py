from __future__ import annotations

from dragoman.brief.markdown import escaped, footnote, section_markdown
from dragoman.brief.nouns import Citation, Line, Section
from dragoman.types import Evidence
from tests.brief.made import day


def test_words_of_an_article_cannot_become_markup():
    assert escaped("*a* [b](c) <i> #1") == r"\*a\* \[b\](c) \<i\> \#1"


def test_marks_are_words_and_citations_footnotes():
    line = Line(text="A met B", entries=("e",), label="Mon", mark="~", cites=(1, 2))
    section = Section(id="x", title="What changed", lines=(line,))
    assert section_markdown(section) == "## What changed\n\n- *changed* **Mon** A met B[^1][^2]"


def test_an_empty_section_says_none():
    assert section_markdown(Section(id="x", title="Gaps", lines=())) == "## Gaps\n\nnone"


def test_a_footnote_has_outlet_day_and_words():
    citation = Citation(n=3, article="a", evidence=Evidence(0, 5, "“Yes,”"), outlet="Post", published=day("11"))
    assert footnote(citation) == "[^3]: Post, Tue 11 Mar 2031: “Yes”"
