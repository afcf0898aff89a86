"""A document speaks for those who issue it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Kenyan statement said that the port was open.", "Kenya"),
        ("A White House statement said that the port was open.", "United States"),
        ("Kenya's statement said that the port was open.", "Kenya"),
        ("A statement from Ana Torv's office said that the port was open.", "Ana Torv's office"),
        ("Kenya issued a statement on Monday. The statement said that the port was open.", "Kenya"),
        (
            "In a joint statement, the foreign ministers of Kenya and Uganda called for a truce. "
            "The statement said that the port was open.",
            "Kenya and Uganda",
        ),
        ("A communique released by Kenya urged calm. The communique said that the port was open.", "Kenya"),
        ('"It rained," Voranet said in a statement. The statement said that the port was open.', "Voranet"),
        (
            "Kenya and Uganda praised the bridge, according to a joint statement. "
            "The statement said that the port was open.",
            "Kenya and Uganda",
        ),
        (
            "The joint statement told of trust between Kenya and Uganda. The statement said that the port was open.",
            "Kenya and Uganda",
        ),
        (
            "Kenya and Uganda praised the bridge, according to a statement. The statement said that the port was open.",
            "statement",
        ),
        # Nobody is told, another document was told of last, or what is done with it tells nothing.
        ("Kenya tore up a statement. The statement said that the port was open.", "statement"),
        ("Kenya issued a statement. A statement was read out. The statement said that the port was open.", "statement"),
        ("Kenya issued a statement. A statement said that the port was open.", "statement"),
        # A capital may be where it was signed.
        ("The Oslo declaration said that the port was open.", "Oslo declaration"),
    ],
)
def test_a_document_speaks_for_those_who_issue_it(text, expected):
    layers = annotated(text)
    at = text.index("the port was open")
    (said,) = [a for a in layers.speech if any(s.start <= at < s.end for s in a.content)]
    assert source_speaker(layers, said).actor.name == expected


def test_it_goes_on_with_the_document():
    text = "Kenya issued a statement. The statement said that the port was open. It added that the road was closed."
    layers = annotated(text)
    assert source_speaker(layers, layers.speech[-1]).actor.name == "Kenya"


def test_it_goes_on_with_a_name_that_no_actor_bears():
    text = "Voranet, the grid operator, said the raid on Uganda was the second. It said the port was open."
    layers = annotated(text)
    assert source_speaker(layers, layers.speech[-1]).actor.name == "Voranet"
