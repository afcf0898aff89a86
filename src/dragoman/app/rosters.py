"""The roster that lies beside the articles."""

from __future__ import annotations

from pathlib import Path

from dragoman.lexicon import Lexicon, load_lexicon
from dragoman.roster import ROSTER_FILE, Roster, read_roster, with_roster


def find_roster(source: str) -> Roster | None:
    """The roster of a folder of articles, or of the folder that an article lies in; None without a dossier.toml."""
    place = Path(source)
    if "://" in source or not place.exists():
        return None
    listed = (place if place.is_dir() else place.parent) / ROSTER_FILE
    return read_roster(listed.read_bytes(), str(listed)) if listed.is_file() else None


def lexicon_of(source: str) -> Lexicon:
    """The words to read `source` with: the shipped tables, and its roster before them."""
    roster = find_roster(source)
    return with_roster(load_lexicon(), roster) if roster else load_lexicon()
