"""What the rows of data/kinds/issues.toml say beside the type that their words stand for."""

from __future__ import annotations

WEAK = "weak"
"""`Row.pos` of words that type a term only where no stronger word does ("talks" beside "prisoners")."""
FAINT = "faint"
"""`Row.pos` of words that type a demand which no other word types, and tell no demand from what is none."""
GOODS = "goods"
"""`Row.pos` of words that tell what a demand is about and alone don't tell what a sentence is about."""
DEAL = "deal"
"""`Row.means` of words that stand for whatever the article's deal is about."""
