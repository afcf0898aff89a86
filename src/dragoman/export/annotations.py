"""W3C Web Annotation: every citation as a quote and a position in its article, for tools that mark texts up."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.export.holdings import Exported, Holdings
from dragoman.types import Article, Entry, Evidence, Support

CODEBOOK = "W3C Web Annotation Data Model, Recommendation of 23 February 2017"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of the text before and after a quote that tell it from the same words elsewhere."""


def write_annotations(holdings: Holdings) -> Exported:
    """An annotation page as indented JSON: one annotation for each article that an entry stands on.

    Positions are code points of the text as dragoman keeps it (plain, NFC); the quote finds it on the live page.
    """
    known = [
        (entry, support, article)
        for entry in holdings.entries
        for support in entry.supports
        if (article := holdings.articles.get(support.article))
    ]
    page = {
        "@context": CONTEXT,
        "id": "urn:dragoman:citations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(entry, support, article) for entry, support, article in known],
    }
    total = sum(len(entry.supports) for entry in holdings.entries)
    lost = total - len(known)
    notes = (f"{lost:,} of {total:,} citations have no article any more",) if lost else ()
    return Exported(msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n", notes)


def _annotation(entry: Entry, support: Support, article: Article) -> dict[str, Any]:
    return {
        "id": f"urn:dragoman:{entry.id}:{support.record}",
        "type": "Annotation",
        "motivation": ["describing", "tagging"],
        "body": [
            {"type": "TextualBody", "value": entry.line, "format": "text/plain", "purpose": "describing"},
            {"type": "TextualBody", "value": entry.kind, "format": "text/plain", "purpose": "tagging"},
        ],
        "target": [_target(evidence, article) for evidence in support.evidence],
    }


def _target(evidence: Evidence, article: Article) -> dict[str, Any]:
    """The article and the two selectors of one passage of it."""
    text = article.text
    return {
        "source": article.url or f"urn:dragoman:article:{article.id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.quote,
                "prefix": text[max(evidence.start - AROUND, 0) : evidence.start],
                "suffix": text[evidence.end : evidence.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    }
