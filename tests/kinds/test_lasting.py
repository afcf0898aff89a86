"""How long a contact lasted is told of the contact itself, and keeps its hedge."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon
from dragoman.merge.disputes import AGREE, Claim


@pytest.mark.parametrize(
    ("text", "length", "mod"),
    [
        ("Anna Lund met Boris Kral in Oslo for more than two hours.", "PT2H", "MORE_THAN"),
        ("Anna Lund met Boris Kral in Oslo for up to three hours.", "PT3H", "EQUAL_OR_LESS"),
        ("Anna Lund had a 90-minute call with Boris Kral.", "PT90M", None),
        ("Anna Lund and Boris Kral spoke for five to 10 minutes.", "PT5M/PT10M", None),
        ("Boris Kral agreed after a conversation with Anna Lund that lasted almost an hour.", "PT1H", "APPROX"),
        ("The talks between Kenya and Somalia lasted more than five hours.", "PT5H", "MORE_THAN"),
        ("Kenya and Somalia held more than six hours of talks in Oslo.", "PT6H", "MORE_THAN"),
        ("Anna Lund's meeting with Boris Kral went on for three hours.", "PT3H", None),
        ("Kenya and Somalia held talks in Oslo after a raid that lasted three hours.", None, None),
        ("The talks between Kenya and Somalia would help them to keep a two-week truce.", None, None),
        ("The first peace talks between Kenya and Somalia in two years ended in Oslo.", None, None),
        ("Anna Lund met Boris Kral in Oslo to discuss a 30-day truce.", None, None),
    ],
)
def test_a_contact_lasted_as_long_as_is_said_of_it(text, length, mod):
    (found, *_) = contact.find(annotated(text), load_lexicon())
    assert (found.duration, found.duration_mod) == (length, mod)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (("PT2H", "MORE_THAN"), ("PT150M", None), True),
        (("PT2H", None), ("PT150M", None), False),
        (("PT2H", "EQUAL_OR_LESS"), ("PT150M", None), False),
        (("PT2H", "LESS_THAN"), ("PT30M", None), True),
    ],
)
def test_a_hedged_length_disputes_none_that_it_leaves_open(a, b, agree):
    assert AGREE["duration"](Claim("duration", a[0], mod=a[1]), Claim("duration", b[0], mod=b[1])) is agree
