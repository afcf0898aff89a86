"""Where a contact took place, from its clause and the clause above it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.setting import place_told
from dragoman.lexicon import load_lexicon


def at(text, lemma):
    layers = annotated(text)
    return layers, next(t for t in layers.doc if t.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "place"),
    [
        ("Ana Torv met Omar Haddad in Oslo.", "meet", "Oslo"),
        ("In Riyadh, Ana Torv will take part in a dialogue with Omar Haddad.", "dialogue", "Riyadh"),
        ("Ana Torv returned to the Kenyan embassy to brief Omar Haddad.", "brief", "the Kenyan embassy"),
        ("The Geneva talks between Kenya and Uganda ended.", "talk", "Geneva"),
        ("The Kenya talks ended.", "talk", None),
        ("Ana Torv met Omar Haddad.", "meet", None),
        ("The envoy is heading to Cairo ahead of talks between Kenya and Uganda.", "talk", None),
        ("Talks between Kenya and rebel groups next week in Oslo were put off.", "talk", "Oslo"),
        ("The G7 summit ended.", "summit", None),
        ("Monday's meeting in the port city of Oslo was long.", "meeting", "Oslo"),
        ("Monday's meeting in the embassy of Kenya was long.", "meeting", None),
        ("Ana Torv welcomed Omar Haddad to Oslo.", "welcome", "Oslo"),
        ("Ana Torv met U.S. envoy Steve Witkoff in Springfield on Friday.", "meet", "Springfield"),
        ("Hours before the meeting Kenya launched rockets at Uganda.", "meeting", None),
        ("Kenya hailed the resumption of talks next week in Oslo.", "talk", "Oslo"),
        ("The progress made in Oslo over two days of talks was hailed.", "talk", "Oslo"),
        ("Ana Torv met Omar Haddad on the sidelines of a trade fair in Oslo.", "meet", "Oslo"),
        ("Ana Torv came to Oslo from Cairo, where she had met Omar Haddad.", "meet", "Cairo"),
        ("It came a week after a visit to Cairo, during which she met Omar Haddad.", "meet", "Cairo"),
        ("It came a week after a visit to Cairo, before which she met Omar Haddad.", "meet", None),
        ("Both left their first meeting, held in Oslo on Tuesday, with a smile.", "meeting", "Oslo"),
        ("A summit opened in Oslo that brought both together.", "summit", "Oslo"),
        ("Ana Torv met Omar Haddad in the buffer zone in Oslo.", "meet", "Oslo"),
        ("Ana Torv is due back in Oslo for talks with Omar Haddad.", "talk", "Oslo"),
        ("Ana Torv and Omar Haddad met for a second round of talks in Oslo.", "meet", "Oslo"),
        ("Ana Torv left for a second round of talks in Oslo.", "leave", None),
        ("Ana Torv is in Oslo for talks with Omar Haddad.", "talk", "Oslo"),
        ("The arms seized in Oslo before two days of talks were old.", "talk", None),
        ("Ana Torv met Omar Haddad at a trade fair in Oslo on Monday.", "meet", "Oslo"),
        ("Ana Torv met Omar Haddad at a fair for boats from Oslo.", "meet", None),
        ("Ana Torv will fly to Oslo on Monday and meet Omar Haddad there.", "meet", "Oslo"),
        ("Ana Torv met the Kenyan delegation led by Omar Haddad in Oslo.", "meet", "Oslo"),
        ("Kenya and Uganda held indirect talks through mediators in Doha.", "talk", "Doha"),
        ("Kenya and Uganda held indirect talks through rebels in Norway.", "talk", None),
    ],
)
def test_the_place_is_read_from_the_clause_or_the_verb_above(text, lemma, place):
    assert place_told(*at(text, lemma), load_lexicon()) == place
