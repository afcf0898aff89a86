"""Who answers, and who tells of it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.answerers import answerers, spoken_for, teller, told_as
from dragoman.kinds.answers import IN_FRAMES
from dragoman.kinds.frames import phrase_table, rows_met
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()
TABLE = phrase_table(LEXICON, "kinds/response", IN_FRAMES)


def met_in(text):
    read = annotated(text)
    return read, next(iter(rows_met(read.doc, TABLE)))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Kenya rejected the plan.", ["Kenya"]),
        ("The plan was rejected by Kenya.", ["Kenya"]),
        ("Kenyan President Omar Haddad said the government had rejected the plan.", ["Kenya"]),
        ("Kenyan President Omar Haddad said another government had rejected the plan.", []),
        ("Half of the Kenyans rejected the plan.", []),
    ],
)
def test_who_answers_is_the_subject_or_the_state_of_who_speaks_of_his_own(text, by):
    read, met = met_in(text)
    assert [actor.name for actor in answerers(read, met, LEXICON)] == by


def test_who_tells_of_it_is_of_another_side():
    read, met = met_in("Ugandan minister Omar Nur said that Kenya had rejected the plan.")
    by = spoken_for(read, met.head, answerers(read, met, LEXICON))
    assert (teller(read, met.head, by, LEXICON).name, told_as(read, met.head, by, LEXICON)) == (
        "Omar Nur",
        "counterpart",
    )
