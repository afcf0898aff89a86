from __future__ import annotations

import pytest

from dragoman.brief.nouns import Line, Section
from dragoman.brief.text import counted, section_text


def line(text: str, label: str = "", mark: str = "", cites: tuple[int, ...] = ()) -> Line:
    return Line(text=text, entries=("e",), label=label, mark=mark, cites=cites)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ((), ["3 STANDS  none"]),
        ((line("word", cites=(1, 2)),), ["3 STANDS", "  word [1] [2]"]),
        (
            (line("one", "Arvonia"), line("two", "Arvonia"), line("three", "Us")),
            ["3 STANDS", "  Arvonia  one", "           two", "  Us       three"],
        ),
        ((line("one", "Mon", "+"), line("two", "Mon", "x")), ["3 STANDS", "  + Mon  one", "  x Mon  two"]),
        (
            (line("one", "A label that is far too long for its column"),),
            ["3 STANDS", "  A label that is far too…    one"],
        ),
    ],
)
def test_lines_stand_under_their_label_which_is_not_repeated(lines, rows):
    assert section_text(Section(id="stands", title="Stands", lines=lines), 3).splitlines() == rows


def test_a_long_line_goes_on_under_its_own_text():
    rows = section_text(Section(id="x", title="x", lines=(line("word " * 30, "Arvonia"),)), 0).splitlines()
    assert rows[2].startswith("           word")
    assert max(map(len, rows)) <= 100


def test_what_is_left_out_is_counted_and_the_command_named():
    section = Section(id="x", title="x", lines=(line("one"),), more=1200, see="dragoman due")
    assert section_text(section, 0).splitlines()[-1] == "  … and 1,200 more: dragoman due"


def test_sources_have_one_row_an_outlet():
    lines = (line("Mon 3 Mar", "Post", cites=(1,)), line("Sun 2 Mar", "Post", cites=(2, 3)))
    assert section_text(Section(id="sources", title="Sources", lines=lines), 0).splitlines() == [
        "SOURCES",
        "  Post  Mon 3 Mar [1]; Sun 2 Mar [2] [3]",
    ]


def test_counts_have_their_noun():
    assert [counted(n, "article") for n in (0, 1, 1200)] == ["0 articles", "1 article", "1,200 articles"]
