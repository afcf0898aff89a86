"""What somebody only hopes for or fears is agreed by nobody."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon


def statuses(text):
    return [found.status for found in agreement.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "Norway hopes that Kenya and Uganda sign a peace agreement soon.",
        "Kenya and Uganda hope to sign a peace agreement within days.",
        "Hopes that Kenya and Uganda were close to a peace agreement faded.",
        "Optimism grew that Kenya and Uganda would sign a peace agreement.",
        "There are hopes that Kenya and Uganda will sign a peace agreement.",
    ],
)
def test_a_hope_is_no_agreement(text):
    assert statuses(text) == []


def test_what_is_told_beside_a_hope_is_told():
    assert statuses("Hopes rose as Kenya and Uganda signed a peace agreement.") == ["reached"]
