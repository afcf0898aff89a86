"""Whether an outlet is an organ of a state: its texts are that state's own words."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.lexicon import load_lexicon


@cache
def official_side(outlet: str, url: str = "") -> str | None:
    """The state or organisation whose own office publishes under this name or address; None for the press.

    A government's web domain; or a seat of power by its whole name ("The White House"); or the name of a state, its
    seat or an organisation beside a word for an office or an official text ("Kremlin (readout)", "Ministry of Foreign
    Affairs of Kenya"). "Kyiv Post" and "Washington Times" are the press.
    """
    rows = load_lexicon().rows("actors/outlets")
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for row in rows:
        if row.means and any(host == word or host.endswith("." + word) for word in row.words):
            return row.means
    gazetteer = load_gazetteer()
    bare = outlet.removeprefix("The ").removeprefix("the ").strip()
    whole = gazetteer.by_surface.get(bare)
    if whole and whole.form == "organ":
        return whole.side
    offices = {word for row in rows if not row.means for word in row.words}
    if not offices & set("".join(c if c.isalnum() else " " for c in bare.casefold()).split()):
        return None
    starts = [n for n in range(len(bare)) if bare[n].isalnum() and (n == 0 or not bare[n - 1].isalnum())]
    return next((known.side for n in starts if (known := gazetteer.at(bare, n))), None)
