"""Who was met, where the parser takes them for the subject of a participle behind "with"."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.mistaken import taken_for_clause


def taken(text):
    doc = annotated(text).doc
    return [t.text for verb in doc if verb.lemma_ == "meet" for t in taken_for_clause(verb)]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Torv met today with families of Kenyans taken hostage by the Front.",
        "Vice President Ana Torv met on Monday with families of Kenyans taken hostage by the Front on October 7.",
    ],
)
def test_those_behind_with_are_met_whatever_was_done_to_them(text):
    assert "families" in [*taken(text), *(t.text for t in annotated(text).doc if t.dep_ == "pobj")]
    assert set(taken(text)) <= {"families"}


def test_those_behind_with_are_met_to_speak_of_something():
    text = "Envoy Jan Berg was to meet on Tuesday with Foreign Minister Joe Sole to discuss the next round."
    assert "Sole" in [*taken(text), *(t.text for t in annotated(text).doc if t.dep_ == "pobj")]


def test_the_subject_of_another_clause_is_not_met():
    assert taken("Minister Ana Torv met the envoy as rebels taken prisoner were freed.") == []
