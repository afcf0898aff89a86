"""Counts as they are written: "three", "20", "a couple of", "two and a half" (the half is the rule's own)."""

from __future__ import annotations

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth", "twenty-first")  # fmt: skip
WORDS = {word: n for n, word in enumerate(ONES, 1)} | {word: n * 10 for n, word in enumerate(TENS, 2)}
VAGUE = {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "a hundred": 100, "hundred": 100, "half a dozen": 6}
SCALES = {"hundred": 100, "thousand": 1000}
_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_TEN = "|".join(TENS)
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d{{1,2}})?(?: 1/2)?|(?:{_TEN})(?:[- ](?:{_ONE}))?|{_ONE}|a couple of|half a dozen|"
    rf"a dozen|(?:(?:a|{_ONE}) )?(?:hundred|thousand)|an?)"
)
"""A regular expression for a count, one branch a form."""


def number(words: str) -> float | None:
    """What a count amounts to; None for "several" and its like.

    >>> number("twenty-four"), number("2.5"), number("a couple of")
    (24.0, 2.5, 2.0)
    """
    text = words.strip().lower().replace(",", "")
    if not text:
        return None
    if text.endswith(" 1/2"):
        return float(text.removesuffix(" 1/2")) + 0.5
    if text[0].isdigit():
        return float(text)
    if text in VAGUE:
        return float(VAGUE[text])
    parts = text.replace("-", " ").split()
    if parts[-1] in SCALES:
        return float(WORDS.get(parts[0], 1) * SCALES[parts[-1]])
    values = [WORDS.get(part) for part in parts]
    return float(sum(v for v in values if v)) if values and all(values) else None
