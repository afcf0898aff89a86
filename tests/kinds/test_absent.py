"""Who is told not to have been at a contact takes no part in it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.absent import stays_away
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text


def met(text):
    return [sorted(p.name for p in c.participants) for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban were not present at the meeting held by Qatar in Doha on Sunday.",
        "Neither Kenya nor Uganda attended the talks hosted by Norway in Oslo on Monday.",
        "Chad's government sent no delegation to talks with Niger in Accra on Monday.",
        "Kenya's foreign minister cancelled his attendance at the summit with Chad in Oslo on Monday.",
        "Kenya's delegation did not turn up at the talks with Uganda in Oslo on Monday.",
        "Kenya's delegation failed to attend the talks with Uganda in Oslo on Monday.",
        "Kenya took no part in the talks with Uganda in Oslo on Monday.",
    ],
)
def test_who_did_not_come_met_nobody(text):
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The presidents of Chad and Niger met in Accra on Monday in talks shunned by Mali's leader, Omar Haddad.",
            ["Chad", "Niger"],
        ),
        ("The summit in Accra on Monday was attended by Chad and Niger but not by Mali.", ["Chad", "Niger"]),
        ("Chad and Niger, but not Mali, took part in the talks in Accra on Monday.", ["Chad", "Niger"]),
        ("Not only Chad but also Niger attended the talks with Mali in Accra.", ["Chad", "Mali", "Niger"]),
        ("Kenya was not happy at the talks with Uganda in Oslo on Monday.", ["Kenya", "Uganda"]),
        ("Kenya took no position in the talks with Uganda in Oslo on Monday.", ["Kenya", "Uganda"]),
    ],
)
def test_those_set_apart_take_no_part_and_the_others_do(text, expected):
    assert met(text) == [expected]


@pytest.mark.parametrize(
    ("text", "is_away"),
    [
        ("Kenya skipped the talks.", True),
        ("Kenya was absent during the talks.", True),
        ("Kenya declined to appear at the talks.", True),
        ("Kenya did not appear ready for the talks.", False),
        ("Kenya did not come to terms at the talks.", False),
        ("Kenya attended the talks.", False),
        ("Kenya praised its participation in the talks.", False),
    ],
)
def test_only_who_did_not_come_stays_away(text, is_away):
    assert any(stays_away(token) for token in parse_text(text) if token.pos_ in {"VERB", "AUX"}) == is_away
