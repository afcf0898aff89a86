from __future__ import annotations

import msgspec
import pytest

from dragoman.brief.differ import Change, FieldChange, differences
from dragoman.brief.difftext import Diff, both_articles, change_words, diff_shape, diff_text, field_change_words
from tests.brief.test_differ import AGAIN, CALL, dossier, merged
from tests.records import march, statement

BEFORE, AFTER = dossier(merged(CALL)), dossier((*merged(CALL, AGAIN), *merged(statement("b", "So it is."))))


def made() -> Diff:
    return Diff(
        dossier="Border talks",
        before=march(4),
        after=march(6),
        changes=differences(BEFORE, AFTER),
        articles=both_articles(BEFORE, AFTER),
    )


def test_statements_are_counted_unless_they_are_asked_for():
    text = diff_text(made(), with_statements=False)
    assert "0 new, 1 changed, 0 decided, 0 gone   Left out: 1 statement, shown with --all" in text
    assert "1 NEW  none" in text
    assert "So it is" not in text
    assert "So it is" in diff_text(made(), with_statements=True)


def test_every_line_has_a_citation_and_every_citation_its_place():
    text = diff_text(made(), with_statements=False)
    assert "place – → Tessaly; duration – → 40 minutes; origins 1 → 2 [1]" in " ".join(text.split())
    assert "  [1] b:0-11  Paper b, Thu 6 Mar 2031: “They spoke”" in text
    assert text.startswith("BORDER TALKS ")
    assert max(map(len, text.partition("CITATIONS")[0].splitlines())) <= 100


def test_a_difference_without_changes_says_so():
    text = diff_text(msgspec.structs.replace(made(), changes=()), with_statements=True)
    assert text.endswith("4 GONE  none\n")
    assert "CITATIONS" not in text


@pytest.mark.parametrize(
    ("sort", "other", "end"),
    [
        ("new", "", ")"),
        ("new", "contact-x", "): parted from contact-x"),
        ("gone", "", "): no article tells it any more, or a person withdrew it"),
        ("gone", "contact-x", "): now part of contact-x"),
        ("changed", "", "): place – → Tessaly"),
    ],
)
def test_a_line_says_what_became_of_the_entry(sort, other, end):
    (entry,) = merged(CALL)
    fields = (FieldChange("place", "–", "Tessaly"),) if sort == "changed" else ()
    words = change_words(Change(sort=sort, entry=entry, day=march(4), fields=fields, other=other), 2031)
    assert words.endswith(f"({entry.id}{end}")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("–", "Tessaly", "place – → Tessaly"),
        ("Lund; Kral", "Lund; Kral; Moss", "place + Moss"),
        ("Lund; Kral", "Lund; Moss", "place + Moss, - Kral"),
    ],
)
def test_of_a_list_only_what_was_added_or_taken_away_is_told(before, after, told):
    assert field_change_words(FieldChange("place", before, after)) == told


def test_the_shape_holds_every_change_with_its_fields_and_its_places():
    shape = msgspec.to_builtins(diff_shape(made()))
    assert (shape["before"], shape["after"]) == ("2031-03-04", "2031-03-06")
    assert [one["kind"] for one in shape["new"]] == ["statement"]
    assert shape["changed"][0]["fields"][0] == {"field": "place", "before": "–", "after": "Tessaly"}
    assert shape["changed"][0]["cites"][0]["cite"] == "b:0-11"
