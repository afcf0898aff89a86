"""Whom a pronoun stands for."""

import pytest
from tests.annotate.reading import annotated, referents

from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # A name or a title tells a woman from a man.
        ("Envoy Ana Torv and envoy Omar Haddad met in Oslo. She left early.", "She", ("Ana Torv",)),
        ("Envoy Ana Torv and envoy Omar Haddad met in Oslo. He left early.", "He", ("Omar Haddad",)),
        ("Mrs. Quist met Mr. Lund in Oslo. She left early.", "She", ("Quist",)),
        # A number for two who were told.
        ("Envoy Ana Torv and envoy Omar Haddad came. The two met in Oslo.", "two", ("Ana Torv", "Omar Haddad")),
        ("Envoy Ana Torv and envoy Omar Haddad came. The two bridges fell.", "Ana Torv", ("Ana Torv",)),
        # Whoever spoke goes on to speak.
        (
            'Omar Haddad said that Boris Lund had agreed. He added: "We are glad."',
            "He",
            ("Omar Haddad",),
        ),
        # The owner of the occasion is its subject; "who" is a subject.
        ("Boris Lund came. In Omar Haddad's speech on Monday, he set out his terms.", "he", ("Omar Haddad",)),
        # "His" looks ahead to the subject, and "he" after it is the subject.
        (
            "Boris Lund left. In his address on Monday, Omar Haddad said Kenya will go on, but he did not say how.",
            "he",
            ("Omar Haddad",),
        ),
        (
            "Boris Lund took questions from Omar Haddad, who asked for time and insisted he had none.",
            "he",
            ("Omar Haddad",),
        ),
    ],
)
def test_a_pronoun_stands_for_the_likeliest_person_of_its_sex(text, pronoun, expected):
    assert referents(text)[pronoun] == expected


def test_where_two_persons_are_equally_near_nobody_is_guessed_at():
    layers = annotated("Boris Lund and Omar Haddad met in Oslo. He said the port was open.")
    he = next(m for m in layers.mentions if m.form == "pronoun")
    assert (he.actors, {layers.actors[i].name for i in he.candidates}) == ((), {"Boris Lund", "Omar Haddad"})


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # What somebody is judged for is his own.
        ("President Omar Haddad thanked envoy Boris Lund for his patience.", "his", ("Boris Lund",)),
        ("Kenya accused Uganda of breaking its word.", "its", ("Uganda",)),
        ("Kenya asked Uganda about the fate of its envoys.", "its", ("Kenya",)),
        # Whoever is asked is another than who asks.
        ("Kenya closed a port. Uganda demanded that it open the port.", "it", ("Kenya",)),
        # A clause below speaks of those in the clause above it.
        ("Kenya is calm. The price for Uganda will rise until it ends the war.", "it", ("Uganda",)),
        # Whose country it is.
        ("Kenya and Mali wait. Ugandan minister Ana Torv said her country had its reasons.", "its", ("Uganda",)),
        # A body that nobody was found for keeps what is its own.
        ("Kenya is calm. We know where the foreign army keeps its guns.", "its", ()),
        ("Kenya is calm. The department added that it asked for grain.", "it", ()),
        ("Kenya is calm. Uganda added that it asked for grain.", "it", ("Uganda",)),
        ("Kenya helped the embassy staff, who did their duty.", "their", ()),
        ("Kenya and Mali wait. Is either side ready to give and reduce its demands?", "its", ()),
        # Who is told of "it" isn't meant.
        ("Hamas came. Its chief told Reuters that raids had allowed it to advance.", "it", ("Hamas",)),
        # A participle's clause at the head is of the subject that follows.
        ("Boris Lund and Omar Haddad met. Asked about his plans, Amos Dell said nothing.", "his", ("Amos Dell",)),
        ("Boris Lund and Omar Haddad met. In what he called a test, Boris Lund left.", "he", ("Boris Lund",)),
    ],
)
def test_a_pronoun_keeps_to_the_grammar_of_its_clause(text, pronoun, expected):
    assert referents(text)[pronoun] == expected


@pytest.mark.parametrize("words", [
    "It is his hope that Mali will stop.", "It was important to stop.", "It is unclear how Mali will stop.",
    "It seems that Mali will stop.", "It would make sense for Mali to stop.", "It was a heavily watched agreement.",
])  # fmt: skip
def test_it_stands_for_nobody_where_a_clause_or_a_thing_is_meant(words):
    assert "It" not in referents(f"Kenya fell silent. {words}")


@pytest.mark.parametrize(
    "words", ["It is confident that Mali will stop.", "It is ready to stop.", "It is a calm state."]
)
def test_it_stands_for_somebody_who_feels_or_is_something(words):
    assert referents(f"Kenya fell silent. {words}")["It"] == ("Kenya",)


@pytest.mark.parametrize("row", [pytest.param(r, id=r.id) for r in load_lexicon().rows("actors/given_names")])
def test_a_row_has_a_word_of_its_example_and_none_of_its_counter_example(row):
    words = set(row.words)
    assert words & set(row.example.lower().rstrip(".").split())
    assert not words & set(row.counter.lower().rstrip(".").split())


def test_whose_something_is_makes_no_side_of_the_talks():
    text = "Kenya sent a team to Somalia. President Omar Haddad of Uganda was glad. The two sides laid out their terms."
    assert referents(text)["The two sides"] == ("Kenya", "Somalia")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained, Kenyan officials said. Soldiers had left the base, they added.", ("Kenyan officials",)),
        ("The town fell, according to Kenyan officials. Soldiers had left, they added.", ("Kenyan officials",)),
        ("It rained. Soldiers had left the base, they added.", ("soldiers",)),
    ],
)
def test_who_spoke_before_goes_on_rather_than_those_told_of(text, expected):
    assert referents(text)["they"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The resolution reaffirms the borders of Kenya. It calls for a truce.", ()),
        ("The Kenyan statement is long. It names a condition for Uganda. Kenya waits.", ("Kenya",)),
        ("Voranet mended the grid of Kenya. It asked for more time.", ()),
        ("Hamas reaffirmed the borders of Kenya. It called for a truce.", ("Hamas",)),
        ("Kenya backed the resolution. It called for a truce.", ("Kenya",)),
    ],
)
def test_it_goes_on_with_the_subject_before_where_that_is_no_actor(text, expected):
    assert referents(text)["It"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan rebels won. The Review quoted commentators on the war. They called for a truce.", ()),
        ("Kenyan rebels shelled residents in a port. They called it a reply.", ("Kenyan rebels",)),
    ],
)
def test_they_are_no_party_where_commentators_were_quoted(text, expected):
    assert referents(text)["They"] == expected


def test_it_of_a_second_verb_is_who_does_the_first():
    text = "Kenya has complained that Uganda is about to send boats, and it called for calm on the lake."
    assert referents(text)["it"] == ("Kenya",)
