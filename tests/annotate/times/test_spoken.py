"""What is quoted counts from the day it was said on."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

WEDNESDAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("“I will see him next week,” she told the paper on February 20.", "next week", "02-24", "03-02"),
        ("In a speech on February 27 she said: “We will sign tomorrow.”", "tomorrow", "02-28", "02-28"),
        ("“We will sign,” she said on Sunday. “They will sign tomorrow.”", "tomorrow", "03-03", "03-03"),
        ("“We will meet this week,” she said on Sunday.", "this week", "03-03", "03-09"),
        ("“They came yesterday,” said the minister on Monday.", "yesterday", "03-02", "03-02"),
    ],
)
def test_a_quotation_counts_from_the_day_it_was_said_on(text, words, first, last):
    found = next(t for t in find_times(text, WEDNESDAY) if t.text == words)
    assert (str(found.window.start)[5:], str(found.window.end)[5:], found.basis) == (first, last, "spoken")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“We will sign tomorrow,” she said.", "03-06"),
        ("“We will sign tomorrow,” said Torv, who came on Monday.", "03-06"),
        ("She said on Sunday that they would sign tomorrow.", "03-06"),
        ("“They came on Sunday and will sign tomorrow,” she said.", "03-06"),
        ("“Peace,” she said on Sunday.\n“We will sign tomorrow,” said Nur.", "03-06"),
    ],
)
def test_other_words_count_from_the_day_of_publication(text, first):
    found = next(t for t in find_times(text, WEDNESDAY) if t.text == "tomorrow")
    assert (str(found.window.start)[5:], found.basis) == (first, "published")
