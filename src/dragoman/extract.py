"""From layers to records: every kind is asked once, and every record gets its id."""

from __future__ import annotations

import hashlib

import msgspec

from dragoman.kinds import KINDS
from dragoman.kinds.furniture import furniture, is_furniture
from dragoman.kinds.vouched import is_vouched
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Record


def extract(annotated: Annotated, lexicon: Lexicon) -> tuple[Record, ...]:
    """The records of all kinds, in the order of `KINDS` and of the text; the same find by two rules once.

    Of an opinion piece those that its writer isn't the only one to vouch for; none of a page's furniture.
    """
    found: dict[str, Record] = {}
    is_opinion = annotated.article.is_opinion
    lines = furniture(annotated.article.text, lexicon)
    for kind in KINDS:
        for record in kind.find(annotated, lexicon):
            if record.evidence and not is_furniture(record, lines) and (not is_opinion or is_vouched(record)):
                named = msgspec.structs.replace(record, id=record_id(record))
                found.setdefault(named.id, named)
    return tuple(found.values())


def record_id(record: Record) -> str:
    """16 hex digits over everything the record says, its rule and id aside."""
    plain = msgspec.structs.replace(record, id="", rule="")
    return hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()[:16]
