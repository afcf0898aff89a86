"""What an official text says in its own words."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon

PAPER = "Statement by the Spokesperson on the Raids in the Lake Province"
OFFICE = "Ministry of Foreign Affairs of Kenya"


def issued(text, title=PAPER, outlet=OFFICE):
    found = statement.find(annotated(text, outlet=outlet, title=title), load_lexicon())
    return [(s.speaker.name, s.content[0]) for s in found if s.rule == "said.issued"]


@pytest.mark.parametrize(
    "sentence",
    [
        "These raids are a grave breach of the truce.",
        "Uganda must withdraw its boats from the lake at once.",
        "The crews deserve a safe passage to their harbours.",
        "The truce has brought calm to the villages on the shore.",
    ],
)
def test_each_sentence_of_a_statement_in_the_states_name_is_the_states_word(sentence):
    assert issued(sentence) == [("Kenya", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will keep its boats in the harbour.",  # a pledge
        "We remain committed to the talks on the lake.",
        "Foreign Minister Ana Torv visited the harbour on Monday.",  # a deed
        "Raiders burnt three boats near the shore.",  # news
        "Is there any hope for the crews?",
    ],
)
def test_promises_deeds_and_news_in_a_statement_are_no_words_of_the_state(sentence):
    assert issued(sentence) == []


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Joint Statement on a Framework for Trade between Kenya and Uganda", 0),
        (PAPER, 1),
    ],
)
def test_what_a_state_will_do_is_no_view_in_a_joint_statement(title, said):
    assert len(issued("Uganda will open its ports to all the boats of the lake.", title)) == said


def test_what_is_a_statement_already_is_none_again():
    assert issued("Kenya condemns the raids on the shore.") == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The crews deserve a safe passage to their harbours.", 1),
        ("Both sides must keep their boats in the harbour.", 1),
        ("Gaps in the fund force the harbour to cut its work.", 0),
    ],
)
def test_a_text_on_a_journey_says_only_what_it_judges(sentence, said):
    assert len(issued(sentence, title="Envoy Torv’s Travel to the Lakes")) == said


def test_a_speech_says_what_stands_in_a_paragraph_at_once():
    text = "The raiders struck again last night. Three boats were burnt. Nobody was on them, luckily.\n\nBack to work."
    said = issued(text, title="We will hold the shore", outlet="Office of the President of Kenya")
    assert [words for _, words in said] == [text.partition("\n\n")[0]]


def test_a_paper_says_nothing_of_itself():
    assert issued("These raids are a grave breach of the truce.", outlet="Harbour Gazette") == []


def test_words_in_quotation_marks_are_those_of_whoever_is_quoted():
    text = "The minister said: “The raids are over. These boats are now safe in the harbour again.”"
    assert issued(text) == []
