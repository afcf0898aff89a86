"""What an agency only passes on: "The ministry said the port was shut, the Torvik news agency reported"."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.voices import names_somebody
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Attribution

MOST_BESIDE = 8
"""Characters of a content beside all that somebody else is told to say in it."""


def is_passed_on(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the content is no more than what another, who is named, is told to say, and a news agency's report."""
    if attribution.form == "direct" or not attribution.source or not _is_press(annotated, attribution):
        return False
    first, last = attribution.content[0].start, attribution.content[-1].end
    for inner in annotated.speech:
        if inner is attribution or not inner.source or not inner.cue or not inner.content:
            continue
        begins = 0 <= min(inner.source[0].start, inner.content[0].start) - first <= MOST_BESIDE
        ends = 0 <= last - max(inner.content[-1].end, inner.cue[-1].end, inner.source[-1].end) <= MOST_BESIDE
        if begins and ends and inner.cue[0].start >= first and names_somebody(annotated, inner):
            return True
    return False


def _is_press(annotated: Annotated, attribution: Attribution) -> bool:
    """ "The Torvik news agency", "Reuters": whose trade it is to report what others say."""
    source = attribution.source[0]
    words = annotated.article.text[source.start : attribution.source[-1].end].split()
    return any(word.strip(",.") in _names() or word.strip(",.").lower() in _carriers() for word in words)


@cache
def _names() -> frozenset[str]:
    """The last words of the names of agencies, papers and networks, as written."""
    rows = [row for row in load_lexicon().rows("speech/channels") if row.pos == "name" and row.means == "press"]
    return frozenset(word for row in rows for word in row.words)


@cache
def _carriers() -> frozenset[str]:
    """Last words of what those are called who pass on what others said ("news agency")."""
    return frozenset(phrase.split()[-1] for phrase in load_lexicon().words("speech/papers", "carrier"))
