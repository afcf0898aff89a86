"""Days of attacks that everybody names without their year are those of their year."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def days(text):
    return [act.when.start for act in action.find(annotated(text), LEXICON) if act.when]


@pytest.mark.parametrize("row", LEXICON.rows("kinds/known_days"), ids=lambda row: row.id)
def test_a_row_dates_the_act_of_its_example_and_not_of_its_counter_example(row):
    day = date.fromisoformat(row.means.split()[0])
    (found,), (countered,) = days(row.example), days(row.counter)
    assert (found, countered != day) == (day, True)


def test_a_day_with_its_year_is_of_that_year():
    assert days("Hamas attacked Israel on October 7, 2029.") == [date(2029, 10, 7)]
