"""With whom a matter is discussed."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.discussed import with_whom
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Torv discussed the war in Chad with Ugandan President Paul Okello on Monday.",
        "President Ana Torv discussed the war with Ugandan President Paul Okello on Monday.",
        "President Ana Torv discussed aid to Chad with Ugandan President Paul Okello by phone on Monday.",
    ],
)
def test_who_discusses_a_matter_with_a_person_talked_to_them(text):
    (found,) = contact.find(annotated(text), load_lexicon())
    assert [actor.name for actor in found.participants] == ["Ana Torv", "Paul Okello"]


def test_a_state_deeper_in_the_matter_belongs_to_it():
    layers = annotated("President Ana Torv discussed raids in Chad with Uganda on Monday.")
    assert not with_whom(layers, next(t for t in layers.doc if t.text == "raids"), frozenset())


def test_whom_a_matter_is_shared_with_is_spoken_of():
    text = "President Ana Torv and Paul Okello discussed aid, as well as continuing work with Kenyan and other envoys."
    (found,) = contact.find(annotated(text), load_lexicon())
    assert [actor.name for actor in found.participants] == ["Ana Torv", "Paul Okello"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("President Ana Torv held a call to discuss the raids with President Paul Okello on Monday.", "call"),
        ("President Ana Torv discussed the raids with President Paul Okello on Monday.", "talks"),
    ],
)
def test_a_call_held_to_discuss_a_matter_is_a_call(text, mode):
    assert mode in [one.mode for one in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The plan was discussed with Kenya and Rwanda, Ugandan President Paul Okello said.", "Paul Okello"),
        ("The plan was discussed with Kenya and Rwanda.", None),
    ],
)
def test_those_with_whom_a_matter_was_discussed_spoke_with_who_says_so(text, who):
    found = [c for c in contact.find(annotated(text), load_lexicon()) if c.status == "held"]
    assert [c.participants[0].name for c in found] == ([who] if who else [])
