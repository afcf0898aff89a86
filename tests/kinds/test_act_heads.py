"""Where the verbs and nouns of acts stand, with the other words of their phrases."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.act_heads import act_heads
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Kenya sent three battalions to the lake.", [("sent", "action.mobilize")]),
        ("Kenya sent three letters to the lake.", []),
        ("Kenya freed two reporters and a journalist.", [("freed", "action.retreat")]),
        ("The captives that Kenya freed went home.", [("freed", "action.retreat")]),
        ("Kenya supplied the rebels with rifles.", [("supplied", "action.aid")]),
        ("Kenya took the rebels hostage.", [("took", "action.abduct")]),
        ("The release by Kenya of ten captives brought joy.", [("release", "action.release_noun")]),
        ("The release by Kenya of ten films brought joy.", []),
        ("Kenya began troop withdrawals.", [("withdrawals", "action.withdrawal_noun")]),
        ("The capture of Nairobi shook the markets.", [("capture", "action.seizure_noun")]),
        ("Kenya let the captives go.", [("let", "action.retreat")]),
        ("Kenya let the boats go.", []),
        ("Ten captives were set free by Kenya.", [("set", "action.retreat")]),
        ("Kenya hit Chad with duties.", [("hit", "action.sanction")]),
        ("The protests were put down by Kenya.", [("put", "action.coerce")]),
        ("Fighting between Kenya and Uganda broke out.", [("Fighting", "action.fight_noun")]),
    ],
)
def test_a_phrase_is_its_first_word_with_the_others_below_it(text, heads):
    found = act_heads(annotated(text).doc, load_lexicon())
    assert [(head.text, row.id) for head, row in found] == heads
