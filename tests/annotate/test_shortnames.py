import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Tigray People's Liberation Front attacked Adwa on Monday. The front said it would go on.",
            "Tigray People's Liberation Front",
        ),
        ("The Arab League met on Monday. The league said talks would go on.", "Arab League"),
        (
            "The World Trade Organization met. The organization said talks would go on.",
            "World Trade Organization",
        ),
    ],
)
def test_a_body_is_called_by_the_last_word_of_its_name(text, speaker):
    (found,) = statement.find(annotated(text), load_lexicon())
    assert found.speaker.name == speaker


def test_what_a_battle_is_fought_at_is_no_body():
    text = "The Lake Liberation Front attacked Adwa on Monday. Kenya said that troops at the front had fled."
    (found,) = statement.find(annotated(text), load_lexicon())
    mentions = {annotated(text).article.text[m.span.start : m.span.end] for m in annotated(text).mentions}
    assert (found.speaker.name, "the front" in mentions) == ("Kenya", False)
