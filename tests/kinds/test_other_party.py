"""Who talks with the only party that is named."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


ABOUT = "Kenya and Uganda fell out over a port. Kenya closed it, and Uganda sent ships. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya's reply left open the possibility of talks with Uganda.", [["Kenya", "Uganda"]]),
        ("Kenyan President Ana Torv said negotiations with Uganda would be long.", [["Kenya", "Uganda"]]),
        ("A Chadian analyst, Omar Haddad, said negotiations with Uganda would be long.", []),
        ("The port was closed, and negotiations would be long.", []),
    ],
)
def test_whose_answer_or_words_it_is_talks_with_the_other(text, who):
    assert [sorted(names) for *_, names in told(ABOUT + text)] == who


def test_whoever_calls_somebody_to_talks_is_the_other_party():
    (one,) = told(
        "Kenya calls on Uganda to come to the table for serious negotiations.",
        outlet="Office of the President of Kenya",
    )
    assert (one[0], one[1]) == ("talks", "proposed")
