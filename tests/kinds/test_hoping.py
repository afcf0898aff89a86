"""What a party hopes others will do, and whose turn it says it is."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    found = demand.find(annotated(text), load_lexicon())
    return [([a.name for a in d.by], [a.name for a in d.of], d.content) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya expects Chad to honour the truce.", [(["Kenya"], ["Chad"], "honour the truce")]),
        (
            "Kenya hopes that both sides will exercise restraint.",
            [(["Kenya"], ["both sides"], "will exercise restraint")],
        ),
        ("Kenya hopes that the sun will shine on the truce.", []),
        ("Kenya does not expect Chad to honour the truce.", []),
        (
            "The Kenyan minister said it was up to Chad to end the siege.",
            [(["Kenyan minister"], ["Chad"], "end the siege")],
        ),
        ("The Kenyan minister said it was up to Chad to decide.", []),
    ],
)
def test_what_is_hoped_or_expected_of_others_is_asked_of_them(text, expected):
    assert expected == asked(text)
