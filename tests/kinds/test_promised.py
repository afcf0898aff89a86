"""The words of what is promised."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.clauses import clause_span
from dragoman.kinds.promised import is_only_if, with_thing, without_aside


def verb_in(read, lemma):
    return next(token for token in read.doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya would withdraw only if the crews were freed.", True),
        ("Kenya would only withdraw once the crews were freed.", True),
        ("Kenya would withdraw if the crews were freed.", False),
        ("Kenya would only withdraw its boats.", False),
    ],
)
def test_only_if_sets_a_condition(text, expected):
    assert is_only_if(verb_in(annotated(text), "withdraw")) is expected


@pytest.mark.parametrize(
    ("text", "content", "words"),
    [
        ("Kenya pledged 20 million dollars to rebuild the pier.", "rebuild", "20 million dollars to rebuild the pier"),
        ("Kenya promised Uganda to rebuild the pier.", "rebuild", "to rebuild the pier"),
        ("Kenya promised flour for the valley.", "flour", "flour for the valley"),
        ("Kenya promised flour on Monday.", "flour", "flour"),
    ],
)
def test_what_is_given_and_for_what_is_promised_and_whom_it_is_promised_to_is_not(text, content, words):
    read = annotated(text)
    head = verb_in(read, content)
    span = with_thing(read, head.head, head, clause_span(head))
    assert text[span.start : span.end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya vowed to end the siege, which has lasted for two years.", "to end the siege"),
        (
            "Kenya vowed to “end the siege, which has lasted for two years”.",
            "to “end the siege, which has lasted for two years”",
        ),
        (
            "Kenya vowed to end the siege that has lasted for two years.",
            "to end the siege that has lasted for two years",
        ),
    ],
)
def test_what_is_only_added_is_no_part_of_a_promise(text, words):
    read = annotated(text)
    head = verb_in(read, "end")
    span = without_aside(head, clause_span(head))
    assert text[span.start : span.end] == words
