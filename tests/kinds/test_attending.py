"""Who took part in a contact, from its verb or noun and the clause around it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.attending import attending, contact_words, doers, parties_of
from dragoman.lexicon import load_lexicon


def took_part(text, lemma):
    layers, words = annotated(text), contact_words(load_lexicon())
    event = next(t for t in layers.doc if t.lemma_ == lemma and t.pos_ in {"VERB", "NOUN"})
    row = (words.verbs if event.pos_ == "VERB" else words.nouns)[lemma]
    return [actor.name for actor in parties_of(layers, event, attending(layers, event, row, words))]


@pytest.mark.parametrize(
    ("text", "lemma", "names"),
    [
        ("President Ana Torv told reporters after the talks in Oslo that it was late.", "talk", ["Ana Torv"]),
        ("UN-backed negotiations with the Houthis went on.", "negotiation", ["Houthis"]),
        ("The talks, brokered by Norway and Mali, between Kenya and Chad went on.", "talk", ["Kenya", "Chad"]),
        ("President Ana Torv sent Senator Lea Nur to meet President Omar Haddad.", "meet", ["Lea Nur", "Omar Haddad"]),
        ("OSLO, Norway (AP) — Kenya met Uganda on Monday.", "meet", ["Kenya", "Uganda"]),
        ("Major powers began a new round of Syria talks on Monday.", "talk", ["Major powers"]),
        ("President Ana Torv discussed ties with Kenya.", "discuss", ["Ana Torv"]),
        (
            "President Ana Torv, joined by Vice President Nur and Secretary Berg, met with King Haddad on Monday.",
            "meet",
            ["Ana Torv", "Nur", "Berg", "Haddad"],
        ),
        ("President Ana Torv met King Haddad, accompanied by Secretary Nur.", "meet", ["Ana Torv", "Nur", "Haddad"]),
        (
            "Envoy Ana Torv spoke with Envoy Ali Hamad, joined by Secretary Nur.",
            "speak",
            ["Ana Torv", "Nur", "Ali Hamad"],
        ),
        ("President Ana Torv discussed the details with Kenya.", "discuss", ["Ana Torv", "Kenya"]),
        ("President Ana Torv discussed ties with President Omar Haddad.", "discuss", ["Ana Torv", "Omar Haddad"]),
        ("Norway supported Kenya’s continued direct talks with Uganda.", "talk", ["Kenya", "Uganda"]),
        (
            "President Ana Torv will host President Omar Haddad for a bilateral meeting.",
            "meeting",
            ["Ana Torv", "Omar Haddad"],
        ),
        ("Norway hosted a visit by President Omar Haddad.", "visit", ["Norway", "Omar Haddad"]),
        ("Norway welcomed President Omar Haddad.", "welcome", ["Norway", "Omar Haddad"]),
        ("Norway welcomed the coming Nairobi Conference.", "welcome", []),
        ("Norway hosts the Lake Fleet.", "host", []),
        ("President Ana Torv and Paul Okello discussed details with Kenya.", "discuss", ["Ana Torv", "Paul Okello"]),
        ("Kenya arranged a meeting between Uganda and Rwanda.", "meeting", ["Uganda", "Rwanda"]),
    ],
)
def test_those_who_took_part(text, lemma, names):
    assert took_part(text, lemma) == names


def test_who_calls_on_others_to_attend_attends_nothing():
    layers = annotated("Kenya and Norway called on Uganda to attend the talks.")
    assert [t.text for t in doers(next(t for t in layers.doc if t.text == "attend"))] == ["Uganda"]


def test_who_is_urged_to_meet_is_who_meets():
    layers = annotated("Kenya urged Uganda to meet Rwanda.")
    assert [t.text for t in doers(next(t for t in layers.doc if t.lemma_ == "meet"))] == ["Uganda"]
