"""How closed a correction must be kept: no more open than what it is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from dragoman.corrections import Correction, Target
from dragoman.corrections.markings import TOP, effective_markings, highest
from dragoman.corrections.standing import about_names, targets_of
from dragoman.ledger import correcting
from dragoman.ledger.chain import canonical_json
from dragoman.types import Marking

IN_TEXT = """
    SELECT DISTINCT json_extract(body, '$.marking') FROM articles WHERE id IN (
        SELECT s.article FROM sentence_words AS w JOIN sentences AS s ON s.n = w.rowid WHERE sentence_words MATCH ?
    )
"""
AS_READ = """
    SELECT DISTINCT json_extract(a.body, '$.marking') FROM records AS r JOIN articles AS a ON a.id = r.article
    WHERE instr(r.body, ?)
"""


def least_marking(connection: sqlite3.Connection, targets: Sequence[Target], *, names: bool = False) -> Marking:
    """The marking below which a correction of some records must not go: that of their articles.

    And that of the corrections that hold of them: what it changes or confirms may be what these made of it. Those about
    names count with `names`, for a correction that says whom the records name.
    """
    articles = {target.article for target in targets}
    records = {target.record for target in targets}
    notes = (correcting.notes_of(connection, article, None) for article in sorted(articles))
    touched = {note.correction for several in notes for id in several.keys() & records for note in several[id]}
    marked = corrections_marked(connection)
    if not names:
        touched -= {one.id for one in about_names(correcting.corrections_of(connection))}
    return highest([*_markings(connection, articles).values(), *(marked[id] for id in touched if id in marked)])


def corrections_marked(connection: sqlite3.Connection) -> Mapping[str, Marking]:
    """The marking of each correction by id, no lower than that of what it names."""
    made = correcting.corrections_of(connection)
    return effective_markings(made, _markings(connection, {t.article for one in made for t in targets_of(one.deed)}))


def markings_naming(connection: sqlite3.Connection, name: str) -> frozenset[Marking]:
    """The markings under which a name is known: of articles that say it, or are read as naming it, and corrections.

    Records as corrected don't count: a name that a hidden correction gave them isn't known from their articles.
    """
    spelt = canonical_json(name)
    words = '"' + name.replace('"', " ") + '"'
    found: set[Marking] = set()
    if any(letter.isalnum() for letter in name):
        found = {marking for (marking,) in connection.execute(IN_TEXT, (words,))}
    if not found:  # a name of a roster, or one put together; asked for last, since it reads every record
        found = {marking for (marking,) in connection.execute(AS_READ, (spelt,))}
    marked = corrections_marked(connection)
    found |= {marked[one.id] for one in correcting.corrections_of(connection) if _gives(one, name, spelt)}
    return frozenset(found)


def _gives(correction: Correction, name: str, spelt: str) -> bool:
    """Whether a correction says a name itself, not only a record that it is about."""
    deed = correction.deed
    said = [getattr(deed, field, None) for field in ("to", "name", "other", "side")]
    value = getattr(deed, "value", "")
    return name in said or spelt in value


def _markings(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Marking]:
    """The marking of each article by id; of one that isn't there the highest."""
    asked = "SELECT json_extract(body, '$.marking') FROM articles WHERE id = ?"
    rows = ((id, connection.execute(asked, (id,)).fetchone()) for id in sorted(set(articles)))
    return {id: row[0] if row else TOP for id, row in rows}
