"""Read PolNeAR with dragoman's parse and rules, once, into the words and gold roles that the encoder learns from.

    python training/statements/prepare.py ARTICLES.jsonl OUT.json

OUT holds, per article, its paragraphs (words, as [start, end, spelling, values]) and its attributions as word indices
of the whole article: {"source": [...], "cue": [...], "content": [[...], ...]}.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from pathlib import Path
from typing import Any

from dragoman.annotate.quotes import find_paragraphs, find_quotes
from dragoman.annotate.speech import find_speech
from dragoman.annotate.speech.learned.features import Word, words_of
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text
from dragoman.types import Article


def words_in(text: str) -> list[list[Word]]:
    """The words of a text by paragraph, with what parse and rules say of them."""
    doc = parse_text(text)
    found = find_speech(Article(id="a", name="a", text=text), doc, load_lexicon())
    outermost = [one for one in found if not one.depth]
    return [words for words in words_of(text, find_paragraphs(text), doc, find_quotes(text), outermost) if words]


def prepare(row: dict[str, Any]) -> dict[str, Any]:
    """One article of PolNeAR as words and roles."""
    paragraphs = words_in(row["text"])
    edges = [(word.start, word.end) for words in paragraphs for word in words]
    starts = [start for start, _ in edges]

    def indices(fragment: list[int]) -> list[int]:
        start, end = fragment
        first = max(0, bisect_right(starts, start) - 1)
        return [n for n in range(first, bisect_right(starts, end - 1)) if edges[n][1] > start]

    attributions = [
        {
            "source": [n for fragment in one["source"] for n in indices(fragment)],
            "cue": [n for fragment in one["cue"] for n in indices(fragment)],
            "content": [indices(fragment) for fragment in one["content"]],
        }
        for one in row["attributions"]
    ]
    return {
        "id": row["id"],
        "paragraphs": [[[w.start, w.end, w.spelling, w.values] for w in words] for words in paragraphs],
        "attributions": attributions,
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    options.out.write_text(json.dumps([prepare(row) for row in rows], ensure_ascii=False), encoding="utf-8")
    print(f"{len(rows)} articles")


if __name__ == "__main__":
    main()
