"""Stand-off layers over an article, one module each, made in a fixed order."""

from __future__ import annotations

from dragoman.annotate.actors import name_actors
from dragoman.annotate.bylines import holders_in_title
from dragoman.annotate.coref import Ground, find_mentions
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.headline import completed
from dragoman.annotate.held import hold_map
from dragoman.annotate.home import at_home
from dragoman.annotate.introduced import introduced
from dragoman.annotate.mentions import find_named, naming_words
from dragoman.annotate.outlets import official_side
from dragoman.annotate.quotes import find_quotes
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.speech import read_speech
from dragoman.annotate.times import times_of
from dragoman.annotate.times.anchors import beside_events
from dragoman.lexicon import Lexicon
from dragoman.models import parse_text, statement_model
from dragoman.types import Annotated, Article


def annotate(article: Article, lexicon: Lexicon) -> Annotated:
    """The article with its layers: sentences, times, speech, names, then nouns and pronouns."""
    doc = parse_text(article.text)
    sentences = find_sentences(doc)
    times = times_of(article)
    speech, told = read_speech(article, doc, lexicon, statement_model())
    named = find_named(doc, load_gazetteer(lexicon), naming_words(lexicon))
    actors, actor_of = name_actors(doc, named, lexicon)
    home = official_side(article.outlet, article.url)
    actors = at_home(completed(actors, article.title, lexicon), home, lexicon)
    quoted = tuple(quote.span for quote in find_quotes(article.text))
    heading = holders_in_title(article.title) if home and article.title else ()
    ground = Ground(named, actors, actor_of, sentences, quoted, home, heading, speech)
    actors, mentions = find_mentions(doc, ground, lexicon)
    actors = introduced(doc, sentences, actors, mentions, lexicon)
    return Annotated(
        article=article,
        doc=doc,
        sentences=sentences,
        times=times,
        beside=tuple(beside_events(article.text, times, article.published)),
        actors=actors,
        mentions=mentions,
        speech=speech,
        told=told,
        held=hold_map(speech),
    )
