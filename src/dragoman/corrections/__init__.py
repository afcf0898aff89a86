"""Corrections by hand: what a person decided about records, entries and names, and what follows from it. Pure."""

from __future__ import annotations

from dragoman.corrections.applying import Corrector, found, target_of
from dragoman.corrections.merging import merge_corrected
from dragoman.corrections.nouns import AnyDeed, Bound, Corrected, Correction, Kept, Target
from dragoman.corrections.standing import standing

__all__ = [
    "AnyDeed", "Bound", "Corrected", "Correction", "Corrector", "Kept", "Target", "found", "merge_corrected",
    "standing", "target_of",
]  # fmt: skip
