"""Words of asking that ask for nothing of anybody, beside like words that do."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.kinds.unasked import is_unasked
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text

LEXICON = load_lexicon()


def verb_of(sentence, lemma):
    return [t for t in parse_text(sentence) if t.lemma_ == lemma and t.pos_ in {"VERB", "AUX"}][-1]


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Both sides underscored a commitment to urge Uganda to leave.", "urge", True),
        ("Both sides announced their decision to urge Uganda to leave.", "urge", False),
        ("Both sides urged Uganda to leave.", "urge", False),
        ("Both sides discussed urging Uganda to leave.", "urge", True),
        ("Both sides began urging Uganda to leave.", "urge", False),
        ("The envoy will meet the rebels to urge Uganda to leave.", "urge", True),
        ("The envoy met the rebels to urge Uganda to leave.", "urge", False),
        ("They differ on the best way for Uganda to call for an end to the war.", "call", True),
        ("Will Kenya insist on a vote?", "insist", True),
        ("Kenya insists on a vote.", "insist", False),
        ("They discussed recent events, including cases of arson and calls for violence.", "call", True),
        ("Kenya drafted a resolution. It calls for a vote.", "call", True),
        ("The resolution names the towns. It calls for a vote.", "call", True),
        ("The resolution names the towns. It also names the dead. It calls for a vote.", "call", True),
        ("Kenya drafted a resolution. It called for a vote.", "call", False),
        ("Kenya names the towns. It calls for a vote.", "call", False),
    ],
)
def test_what_is_only_meant_asked_or_written_in_a_paper_is_no_demand_of_the_subject(sentence, verb, expected):
    assert is_unasked(verb_of(sentence, verb), LEXICON) is expected


@pytest.mark.parametrize("row", LEXICON.rows("kinds/papers"), ids=lambda row: row.id)
def test_a_paper_asks_in_nobodys_name_unless_it_is_its_issuers_voice(row):
    found = [bool(list(demand.find(annotated(text), LEXICON))) for text in (row.example, row.counter)]
    assert found == ([False, True] if row.means == "paper" else [True, False])


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“The truce, if it can be achieved, would only be a pause,” Kenyan President Ana Torv said.", []),
        ("“The truce will come only if Uganda leaves,” Kenyan President Ana Torv said.", ["only if Uganda leaves"]),
        ("Kenyan President Ana Torv said that Uganda will always have what it needs to defend itself.", []),
        ("Kenyan President Ana Torv wanted her message to be heard.", []),
        ("Kenya is pressing for full access to rebel-held areas and for detainees to be released - terms set out in "
         "a text of May.", ["full access to rebel-held areas"]),
    ],
)  # fmt: skip
def test_a_remark_beside_a_word_of_asking_is_no_demand(text, contents):
    assert [found.content for found in demand.find(annotated(text), LEXICON)] == contents


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The government will issue papers declaring that Kenya must leave the town.", []),
        ("The Ugandan government issued papers declaring that Kenya must leave the town.", [["Uganda"]]),
    ],
)
def test_what_somebody_will_say_is_not_asked_yet(sentence, expected):
    found = demand.find(annotated(sentence), LEXICON)
    assert [[actor.name for actor in record.by] for record in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "President Torv said that Uganda must free the hostages by Friday, and asked for the mediators' assistance.",
        "President Torv reaffirmed the right of Uganda to defend itself against terrorism and asked for a swift truce.",
    ],
)
def test_a_past_is_asked_by_who_tells_it_and_not_by_whose_infinitive_stands_before_it(sentence):
    found = list(demand.find(annotated(sentence), LEXICON))
    assert [actor.name for actor in found[-1].by] == ["Torv"]
