"""Issues by party, with the age of each cell."""

from __future__ import annotations

from dragoman.brief.matrix import matrix
from dragoman.brief.standpoints import matrix_section
from tests.brief.test_offers import FIRST, ISSUES, SECOND, demand, response, scene
from tests.records import ALAND, BORLAND, contact, march, on

TOLD = (
    FIRST, SECOND, (12, response("d", "accept", "the truce")), (20, demand("e", "the whole coast", BORLAND)),
    (4, contact("c", on(4))),
)  # fmt: skip


def test_each_cell_has_its_entries_the_latest_first_and_its_age() -> None:
    cells = matrix(scene(*TOLD), ISSUES)
    assert [(cell.issue, cell.side, len(cell.entries), cell.day, cell.age) for cell in cells] == [
        ("ceasefire", "Aland", 2, march(9), 21),
        ("ceasefire", "Borland", 1, march(12), 18),
        ("other", "Borland", 1, march(20), 10),
    ]
    assert "60 days" in cells[0].words


def test_the_matrix_is_one_line_an_issue() -> None:
    lines = matrix_section(matrix(scene(*TOLD), ISSUES)).lines
    assert [(line.label, line.text) for line in lines] == [
        ("ceasefire", "Aland 2 (21 days), Borland 1 (18 days)"),
        ("other", "Borland 1 (10 days)"),
    ]
    assert ALAND.name == "Aland"
