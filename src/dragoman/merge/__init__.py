"""The reduce step: the records of one block become entries, each one thing in the world.

Three rules: a block is the group outside which nothing is compared; `same` is symmetric and a record joins a group
only when it is the same as ALL in it; entries are a function of the records, so that deleting and merging them again
gives the same bytes.
"""

from __future__ import annotations

from dragoman.merge.entries import Merged, block_of, entry_of, merge_block, place_of
from dragoman.merge.witness import Witness, witness

__all__ = ["Merged", "Witness", "block_of", "entry_of", "merge_block", "place_of", "witness"]
