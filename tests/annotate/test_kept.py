"""What is found once a text is not kept longer than it."""

import gc

from dragoman.annotate.kept import forget, kept
from dragoman.lexicon import load_lexicon
from dragoman.parsed import Doc
from dragoman.read import read_article
from dragoman.types import Article


def test_a_thing_is_found_once_until_it_is_forgotten():
    asked = []
    find = kept()(lambda text: asked.append(text) or len(asked))
    assert (find("a"), find("a"), find("b")) == (1, 1, 2)
    forget()
    assert (find("b"), asked) == (3, ["a", "b", "b"])


def test_an_article_that_was_read_is_let_go_of():
    text = "Kenya and Uganda agreed to a truce on Monday. Ugandan President Omar Haddad said they would meet in Oslo."
    read_article(Article(id="a", name="a", text=text), load_lexicon())
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Doc) and one.text == text]
