"""Rows in the shape of POLECAT, the event data that is coded in PLOVER, with CAMEO's code and score beside it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export.codebooks import Coding, cameo_codes, coding_of, country_of, plover_table, sector_of
from dragoman.export.holdings import Exported, Holdings, address_of, day_of, first_words, unmapped
from dragoman.export.rows import csv_bytes
from dragoman.kinds.doers import doers_of
from dragoman.types import Actor, Article, Entry

CODEBOOK = "PLOVER manual, draft 0.8 (2021), with REQUEST for DEMAND as in POLECAT; CAMEO 1.1b3, Goldstein scale"
OF_POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
"""The columns of POLECAT in its order; some are always empty here: nothing is geocoded or linked to Wikipedia."""
OF_OURS = (
    "CAMEO Code", "CAMEO Name", "Goldstein", "Kind", "Status", "Origins", "Corroboration", "Headline", "URL", "Article",
    "Text Start", "Text End", "Text", "Last Date", "Note",
)  # fmt: skip
"""Columns that POLECAT lacks; `Text Start` and `Text End` are code points of the article, half-open."""
BETWEEN = "; "


def write_plover(holdings: Holdings) -> Exported:
    """One row an entry or record; those without a PLOVER type stand with their CAMEO code, where there is one."""
    codings = [coding_of(entry.record) for entry in holdings.entries]
    rows = [_row(entry, coding, holdings) for entry, coding in zip(holdings.entries, codings, strict=True)]
    asks = {known.name for known in plover_table().type if known.needs_recipient}
    bare = sum(coding.type in asks and not row["Recipient Name"] for coding, row in zip(codings, rows, strict=True))
    notes = (
        *unmapped(sum(not coding.type for coding in codings), holdings, "have no PLOVER type"),
        *unmapped(sum(not coding.cameo for coding in codings), holdings, "have no CAMEO code"),
        *unmapped(bare, holdings, "have no recipient where PLOVER asks for one"),
    )
    return Exported(csv_bytes((*OF_POLECAT, *OF_OURS), rows), notes)


def _row(entry: Entry, coding: Coding, holdings: Holdings) -> dict[str, object]:
    record = entry.record
    sources, recipients = doers_of(record)
    return {
        "Event ID": entry.id,
        "Event Date": day_of(entry),
        **_coded(coding),
        **_actors("Actor", sources),
        **_actors("Recipient", recipients),
        "Placename": getattr(record, "place", None),
        "Raw Placename": getattr(record, "place", None),
        "Kind": entry.kind,
        "Status": getattr(record, "status", None) or getattr(record, "stance", None),
        "Origins": len(entry.origins),
        "Corroboration": entry.corroboration,
        "Last Date": entry.last_seen,
        **_told(entry, holdings),
    }


def _coded(coding: Coding) -> dict[str, object]:
    """The columns that the coding decides; scores only where there is a type or a code."""
    known = next((known for known in plover_table().type if known.name == coding.type), None)
    cameo = cameo_codes().get(coding.cameo)
    return {
        "Event Type": coding.type,
        "Event Mode": coding.mode,
        "Intensity": known and known.score,
        "Quad Code": known and known.quad,
        "Contexts": coding.context,
        "CAMEO Code": coding.cameo,
        "CAMEO Name": cameo and cameo.means,
        "Goldstein": cameo and cameo.goldstein,
        "Note": coding.why,
        "Version": CODEBOOK,
    }


def _actors(whose: str, actors: Iterable[Actor]) -> dict[str, object]:
    """The columns of one end of an event: PLOVER has a list of actors there, here parted by "; "."""
    several = tuple(actors)
    sectors = [sector_of(actor) for actor in several]
    return {
        f"{whose} Name": BETWEEN.join(actor.name for actor in several),
        f"{whose} Country": BETWEEN.join(dict.fromkeys(filter(None, map(country_of, several)))),
        f"Primary {whose} Sector": next(filter(None, sectors), ""),
        f"{whose} Sectors": BETWEEN.join(dict.fromkeys(filter(None, sectors))),
        f"{whose} Title": BETWEEN.join(actor.role or "" for actor in several).strip(BETWEEN),
        f"{whose} Name Raw": BETWEEN.join(actor.name for actor in several),
    }


def _told(entry: Entry, holdings: Holdings) -> dict[str, object]:
    """The columns of the first article that tells it, and of its words."""
    article_id, words = first_words(entry)
    article: Article | None = holdings.articles.get(article_id)
    return {
        "Source": article and (article.outlet or article.name),
        "Publication Date": article and article.published,
        "Language": article and article.lang,
        "Headline": article and article.title,
        "URL": address_of(article),
        "Article": article_id,
        "Text Start": words.start,
        "Text End": words.end,
        "Text": words.quote,
    }
