"""People at large are no party; those of whom the text tells more may be."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.crowds import is_crowd, without_crowds
from dragoman.kinds.finders import contact, demand
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor


@pytest.mark.parametrize(
    ("name", "aliases", "crowd"),
    [
        ("women", ("Women",), True),
        ("young people", (), True),
        ("men", ("the two men",), False),
        ("women of the council", (), False),
        ("rebels", ("Rebels",), False),
    ],
)
def test_a_crowd_is_called_by_a_bare_word_only(name, aliases, crowd):
    actor = Actor(name, aliases, None, None, "group")
    assert (is_crowd(actor), without_crowds([actor])) == (crowd, () if crowd else (actor,))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Women met the Chadian envoy in Oslo on Monday.", 0),
        ("Women from both communities met the Chadian envoy in Oslo on Monday.", 1),
    ],
)
def test_a_crowd_meets_nobody(text, count):
    assert len(list(contact.find(annotated(text), load_lexicon()))) == count


@pytest.mark.parametrize(("text", "count"), [("Women demanded a ceasefire.", 0), ("Rebels demanded a ceasefire.", 1)])
def test_a_crowd_demands_nothing(text, count):
    assert len(list(demand.find(annotated(text), load_lexicon()))) == count
