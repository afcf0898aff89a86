"""What became of a contact, by its words and by its days."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon

TOLD = {"published": date(2031, 3, 5)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan President Ana Torv met Ugandan President Omar Haddad on Monday.", "held"),
        ("Kenyan President Ana Torv travelled to Oslo on Wednesday to meet Ugandan President Omar Haddad.", "planned"),
        ("Kenyan President Ana Torv will meet Ugandan President Omar Haddad on Friday.", "planned"),
        ("Talks between Kenya and Uganda began in Oslo on 3 January 2031.", "held"),
        ("Talks between Kenya and Uganda began in Oslo on Monday.", "ongoing"),
    ],
)
def test_the_words_and_the_days_tell_what_became_of_it(text, status):
    (one,) = contact.find(annotated(text, **TOLD), load_lexicon())
    assert one.status == status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Kenya made no answer to Uganda's offer of military talks on Friday, Uganda said on Thursday.",
            date(2031, 3, 7),
        ),
        ("Kenya told of its talks with Uganda on Friday.", date(2031, 2, 28)),
    ],
)
def test_the_day_of_talks_that_are_offered_lies_ahead(text, day):
    (one,) = contact.find(annotated(text, **TOLD), load_lexicon())
    assert one.when.start == day
