"""By which way a contact took place."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.attending import contact_words
from dragoman.kinds.modes import mode_of
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "lemma", "mode"),
    [
        ("Ana Torv spoke with Omar Haddad.", "speak", "call"),
        ("The Kenyan delegation speaks with the Norwegian delegation.", "speak", "talks"),
        ("Ana Torv spoke with Omar Haddad on the margins of a summit.", "speak", "meeting"),
        ("Ana Torv met and spoke with Omar Haddad.", "speak", "meeting"),
        ("Ana Torv hosted a conversation with Kenyan mayors.", "conversation", "meeting"),
        ("Ana Torv had a conversation with Omar Haddad.", "conversation", "call"),
        ("Kenya is in communication with Uganda.", "communication", "talks"),
        ("Ana Torv held video talks with Omar Haddad.", "talk", "video"),
        ("Ana Torv met Omar Haddad.", "meet", "meeting"),
        ("Ana Torv met Omar Haddad for a second round of talks.", "meet", "talks"),
        ("Ana Torv met Omar Haddad for a discussion of grain.", "meet", "meeting"),
    ],
)
def test_the_mode_is_that_of_the_row_unless_words_beside_it_say_another(text, lemma, mode):
    layers, words = annotated(text), contact_words(load_lexicon())
    event = next(t for t in layers.doc if t.lemma_ == lemma)
    row = (words.verbs if event.pos_ == "VERB" else words.nouns)[lemma]
    assert mode_of(event, row, words) == mode
