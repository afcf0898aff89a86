"""The pages of the desk, in the order of its menu. To add one: a module here, its template, its row in `SHEETS`."""

from __future__ import annotations

from dragoman.app.desk.sheet import Sheet
from dragoman.app.desk.sheets import (
    accounts,
    actor,
    article,
    brief,
    contacts,
    correct,
    entry,
    forecasts,
    hand,
    log,
    notes,
    positions,
    rename,
    rest,
    search,
    tell,
    timeline,
    told,
)

SHEETS: tuple[Sheet, ...] = (
    brief.SHEET,
    rest.SHEET,
    timeline.SHEET,
    contacts.SHEET,
    forecasts.SHEET,
    positions.SHEET,
    accounts.SHEET,
    accounts.SHEET_OF_ONE,
    actor.SHEET,
    actor.SHEET_OF_ONE,
    search.SHEET,
    notes.SHEET,
    told.SHEET,
    tell.SHEET,
    hand.SHEET,
    log.SHEET,
    article.SHEET,
    entry.SHEET,
    correct.SHEET,
    rename.SHEET,
    hand.SHEET_OF_ONE,
)
"""Every page: its address, what it can be asked for, the function that makes it."""
