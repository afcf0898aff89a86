"""Nouns and pronouns are resolved to what was said before, by number, office and side."""

import pytest
from tests.annotate.reading import annotated, referents


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Kenyan envoy Ana Torv met Omar Haddad. She left early.", "She", ("Ana Torv",)),
        ("Kenyan envoy Ana Torv met reporters. The envoy left early.", "The envoy", ("Ana Torv",)),
        (
            "Kenyan President Ana Torv and Ugandan President Omar Haddad met. Both presidents left early.",
            "Both presidents",
            ("Ana Torv", "Omar Haddad"),
        ),
        ("President Ana Torv spoke with President Omar Haddad. They agreed.", "They", ("Ana Torv", "Omar Haddad")),
        ("Kenya and Uganda held talks. Both sides were content.", "Both sides", ("Kenya", "Uganda")),
        (
            "Secretary-General Ana Torv left. Kenyan Deputy Secretary Omar Haddad stayed. The deputy secretary spoke.",
            "The deputy secretary",
            ("Omar Haddad",),
        ),
        ("Hamas gave its answer. It asked for more time.", "It", ("Hamas",)),
        ("Hezbollah gave its answer. The group asked for more time.", "The group", ("Hezbollah",)),
        ("Houthi sources gave an answer. The group asked for more time.", "The group", ("Houthis",)),
        ("Hezbollah spoke. A Kenyan activist group heard it. The group asked for time.", "The group", ("group",)),
        ("Hezbollah spoke. The main exile group asked for time.", "The main exile group", ("main exile group",)),
        ("The Kenyan delegation came. The delegation left.", "The delegation", ("Kenyan delegation",)),
        ("Ugandan officials came late. They gave no reason.", "They", ("Ugandan officials",)),
        ("Yemen's Houthi fighters left.", "Yemen's Houthi fighters", ("Yemen's Houthi fighters",)),
        ("Kenyan rebels took a town in Kenya. Kenya hit back. Both sides were content.", "Both sides",
         ("Kenya", "Kenyan rebels")),
        ("Kenya and Uganda held talks. Norway urged both sides to go on.", "both sides", ("Kenya", "Uganda")),
        ("Ugandan minister Jane Okwir met Kenyan envoy Peter Mbaru. Both sides were content.", "Both sides",
         ("Uganda", "Kenya")),
        ("Ugandan minister Jane Okwir met Kenyan envoy Peter Mbaru and Malian envoy Ali Keita. Both sides agreed.",
         "Both sides", ("sides",)),
        ("The International Sudan Support Group met. They left.", "They", ("International Sudan Support Group",)),
        ("Kenya and Uganda met. Between both sides.", "both sides", ("Kenya", "Uganda")),
        ("Kenyan envoy Ana Torv met the Ugandan delegation in Oslo. Both sides left.", "Both sides",
         ("Kenya", "Uganda")),
        ("The envoy said that Omar Haddad was open to contacts with Juma Abdi and was ready to speak to him.", "him",
         ("Juma Abdi",)),
        ("Kenyan President Ana Torv met the envoys. The head of state left.", "The head of state", ("Ana Torv",)),
        ("Kenyan President Ana Torv met the envoys. The head of the agency left.", "The head of the agency",
         ("head of the agency",)),
        ("A coalition of Kenyan fighters known as the Syrian Democratic Forces seized a town. They left.",
         "A coalition of Kenyan fighters", ("Syrian Democratic Forces",)),
        ("President Ana Torv met Omar Haddad. Kenya's Torv left.", "Torv", ("Ana Torv",)),
        ("Kenya and Uganda held talks. All sides were content.", "All sides", ("sides",)),
        ("Uganda fell silent while its ally Kenya spoke.", "its ally", ("Kenya",)),
        ("Ugandan rebels took a town in Uganda. The government fled.", "The government", ("Uganda",)),
        ("Kenyan rebels left. The main opposition alliance stayed.", "The main opposition alliance",
         ("main opposition alliance",)),
        ('A spokeswoman for Kenyan Minister Omar Haddad said no. "We wait," she told Norway.', "she",
         ("spokeswoman for Kenyan Minister Omar Haddad",)),
        ("The Malian government spoke. The Malian government left. The opposition stayed.", "The opposition",
         ("opposition",)),
        ("The Lake Contact Group called. The group is to meet on Friday.", "The group", ("Lake Contact Group",)),
        ("Residents left. The Kenyan military came. They opened fire.", "They", ("Kenya",)),
        ("Kenya waited. Ugandan officials stepped up their raids.", "their", ("Ugandan officials",)),
        ("The Harbour Times reported it. The newspaper gave no names.", "The newspaper", ("Harbour Times",)),
        ("Kenya spoke to the Harbour Bank. The newspaper gave no names.", "The newspaper", ("newspaper",)),
        ("Kenyan envoy Ana Torv met with Omar Haddad, and both left.", "both", ("Ana Torv", "Omar Haddad")),
        ("Ana Torv left, and both envoys left.", "both envoys", ("envoys",)),
        ('Kenyan President Ana Torv warned of Omar Haddad: "He broke the truce."', "He", ("Omar Haddad",)),
    ],
)  # fmt: skip
def test_a_mention_stands_for_who_was_meant(text, mention, expected):
    assert referents(text)[mention] == expected


def test_the_president_in_a_text_of_his_own_office_is_himself():
    text = "President Joe Biden called President Omar Haddad of Kenya. The President thanked him."
    assert referents(text, outlet="The White House")["The President"] == ("Joe Biden",)


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The Malian government spoke. The Malian government left. The opposition stayed.", "opposition",
         "Malian opposition"),
        ("The Malian government met the government of Kenya. The opposition stayed.", "opposition", None),
        ("Envoys of the opposition left. Malian rebels stayed.", "envoys of the opposition", "Malian opposition"),
        ("President Ana Torv of Kenya and her opponents disagree.", "her opponents", "Kenyan opposition"),
        ("Talks between the Malian government and opposition began. Malian rebels stayed.", "opposition",
         "Malian opposition"),
    ],
)  # fmt: skip
def test_an_opposition_is_of_the_state_that_the_text_speaks_of(text, name, side):
    assert (name, side) in [(actor.name, actor.side) for actor in annotated(text).actors]


@pytest.mark.parametrize(
    ("text", "mention", "who"),
    [
        ("Mali's army left the town. The army gave no reason.", "The army", ("Mali",)),
        ("Mali's government came late. The government gave no reason.", "The government", ("Mali",)),
        ("Shots were heard in the town. The army gave no reason.", "The army", ("army",)),
        (
            "The Malian opposition left. Rain fell. Roads froze. It was cold. Few came. The government spoke.",
            "The government",
            ("Mali",),
        ),
        ("The Malian army left. Kenya's army stayed. The army gave no reason.", "The army", None),
        ("Shots were heard. The new army gave no reason.", "The new army", None),
    ],
)
def test_the_army_is_that_of_the_only_state_whose_the_text_tells_else_a_group_of_its_own(text, mention, who):
    assert referents(text).get(mention) == who


def test_the_same_words_are_the_same_group():
    found = referents("Ugandan officials came late. The Ugandan officials gave no reason.")
    assert found["Ugandan officials"] == found["The Ugandan officials"]


def test_words_inside_a_quotation_are_not_what_he_refers_to():
    text = 'Kenyan envoy Ana Torv was brief. "President Omar Haddad knows it," she said.'
    assert referents(text)["she"] == ("Ana Torv",)


@pytest.mark.parametrize(
    ("outlet", "mention", "expected"),
    [
        ("Presidency of Kenya", "The President", ("Ana Torv",)),
        ("Harbour Gazette", "The President", ("Omar Haddad",)),
        ("Ministry of Foreign Affairs of Norway", "The President", ("Omar Haddad",)),
    ],
)
def test_in_an_offices_own_text_a_bare_title_is_its_own_holder(outlet, mention, expected):
    text = "Kenyan President Ana Torv called Ugandan President Omar Haddad. The President spoke of grain."
    assert referents(text, outlet=outlet)[mention] == expected


def test_a_government_of_nobody_knows_where_is_a_group_and_a_country_is_nobody():
    assert referents("The government fled.")["The government"] == ("government",)
    assert "The country" not in referents("The country changed.")


@pytest.mark.parametrize(
    ("first", "words", "meant"),
    [
        (
            "Ana Torv met Kenyan Deputy Prime Minister and Foreign Minister Omar Haddad.",
            "The Deputy Prime Minister",
            ("Omar Haddad",),
        ),
        (
            "Ana Torv met Kenyan Deputy Prime Minister and Foreign Minister Omar Haddad.",
            "The Foreign Minister",
            ("Omar Haddad",),
        ),
        ("Ana Torv met Sheikh Omar Haddad, Amir of Qatar.", "The Amir", ("Omar Haddad",)),
    ],
)
def test_either_of_two_posts_is_the_one_who_holds_both(first, words, meant):
    assert referents(f"{first} {words} left early.")[words] == meant


@pytest.mark.parametrize(
    ("first", "words", "meant"),
    [
        (
            "Kenyan Minister Ana Torv met Ugandan Minister Omar Haddad and Malian Minister Ibou Diallo.",
            "her counterparts",
            ("Omar Haddad", "Ibou Diallo"),
        ),
        ("Kenyan Minister Ana Torv met Ugandan Minister Omar Haddad.", "her counterpart", ("Omar Haddad",)),
        (
            "Kenyan Minister Ana Torv spoke to her counterparts from the lake states.",
            "her counterparts",
            ("her counterparts from the lake states",),
        ),
    ],
)
def test_counterparts_are_those_who_were_met_before(first, words, meant):
    assert sorted(referents(f"{first} Minister Torv and {words} left early.")[words]) == sorted(meant)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A Kenyan soldier came back. Rain fell. He was tired.", "He", ("Kenyan soldier",)),
        ("A Kenyan soldier spoke of the rain. The soldier was tired.", "The soldier", ("Kenyan soldier",)),
        ("Kenyan soldiers came back. He was tired.", "He", ()),  # several are no "he"
    ],
)
def test_one_of_the_ranks_is_a_person(text, words, expected):
    assert referents(text)[words] == expected
