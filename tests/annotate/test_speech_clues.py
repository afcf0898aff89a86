"""What the parse shows of how a verb tells its event."""

from __future__ import annotations

import pytest
from tests.cost import calls

from dragoman.annotate.speech.learned.clues import clues_of, parsed, tense_of
from dragoman.models import parse_text


def at(text, verb):
    parse = parsed(parse_text(text))
    return parse, parse.lower.index(verb)


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The envoys will meet.", "meet", "modal"),
        ("The envoys want to meet.", "meet", "infinitive"),
        ("The envoys met.", "met", "past"),
        ("The envoys were received.", "received", "past"),
        ("The envoys have met.", "met", "perfect"),
        ("The envoys are meeting.", "meeting", "progressive"),
        ("The envoys meet.", "meet", "present"),
        ("Meeting the envoys, she smiled.", "meeting", "VBG"),
    ],
)
def test_the_tense_of_a_verb(text, verb, tense):
    assert tense_of(*at(text, verb)) == tense


@pytest.mark.parametrize(
    ("text", "verb", "clue"),
    [
        ("The envoys did not meet.", "meet", "neg:not"),
        ("No envoy came.", "came", "subject of:no"),
        ("Envoys talk.", "talk", "subject:kind:present"),
        ("The minister denied that they had met.", "met", "above:deny"),
        ("If the truce holds, they will meet.", "holds", "under:if"),
        ("If the truce holds, they will meet.", "meet", "has:if:modal"),
        ("They refused to come and talk.", "talk", "joined chain:VB|to"),
        ("They have a plan to meet.", "meet", "above:plan"),
        ("It is unclear whether they met.", "met", "main:present"),
        ("They could, she said, meet.", "meet", "left near:could"),
        ("Ferries cross daily.", "cross", "timeless:ROOT:kind"),
        ("The town is a port.", "is", "timeless be:attr:NN"),
        ("Should the truce fail, they will leave.", "fail", "turned:should"),
        ("Should the truce fail, they will leave.", "leave", "with turned:should"),
    ],
)
def test_what_negates_or_conditions_a_verb_and_what_stands_above_it_is_shown(text, verb, clue):
    assert clue in clues_of(*at(text, verb))


@pytest.mark.parametrize("text", ["", " ", "Talks."])
def test_a_text_without_verbs_is_parsed_too(text):
    assert len(parsed(parse_text(text)).starts) == len(parse_text(text))


@pytest.mark.parametrize("unit", ["They met and ", "will ", "if they would not go ", "and "])
def test_clues_of_a_long_sentence_cost_in_proportion_to_its_length(unit):
    taken = []
    for times in (60, 240):
        parse = parsed(parse_text(unit * times + "left."))
        taken.append(calls(lambda parse=parse: [clues_of(parse, n) for n in range(len(parse.starts))]))
    assert taken[1] < 4 * taken[0] * 1.5  # quadratic work would be sixteen times as much
