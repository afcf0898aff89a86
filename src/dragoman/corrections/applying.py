"""The records of an article after the corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from dragoman.corrections.naming import Named, naming, with_actors
from dragoman.corrections.nouns import Amend, Corrected, Correction, Target, Withdraw
from dragoman.corrections.standing import is_about_entries, targets_of
from dragoman.kinds import BY_NAME
from dragoman.types import Actor, Article, Record

R = TypeVar("R", bound=Record)


def target_of(record: Record, article: Article) -> Target:
    """The record as a correction will find it again."""
    kind = str(record.__struct_config__.tag)
    return Target(record.id, article.id, article.url, kind, record.evidence[0].quote, BY_NAME[kind].line(record))


def found(target: Target, article: str, page: str, records: Sequence[Record]) -> tuple[Record, ...]:
    """The records of an article that a target stands for: that of its id, else the one on the same words.

    Another version of the page, or another reading of the article, may tell it under another id: then a record of
    the same kind on the same words is taken, the one with the same line where several stand on them, else none.
    """
    several = [record for record in records if record.__struct_config__.tag == target.kind]
    if target.article == article:
        same = tuple(record for record in several if record.id == target.record)
        if same:
            return same
    elif not page or page != target.page:
        return ()
    words = " ".join(target.quote.split())
    like = [
        record for record in several if any(" ".join(evidence.quote.split()) == words for evidence in record.evidence)
    ]
    told_so = [record for record in like if BY_NAME[target.kind].line(record) == target.line]
    chosen = told_so or like
    return tuple(chosen) if len(chosen) == 1 else ()


class Corrector:
    """What some corrections make of records, article by article; they are applied in the order of making."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        several = tuple(corrections)
        self._named: Callable[[Actor], Named] = naming(several)
        self._order = {one.id: n for n, one in enumerate(several)}
        self._by_place: dict[str, list[tuple[Target, Correction]]] = {}
        for one in several:
            if not is_about_entries(one):
                for target in targets_of(one.deed):
                    for place in {target.article, target.page} - {""}:
                        self._by_place.setdefault(place, []).append((target, one))

    def changed(self, article: str, page: str, records: Sequence[Record]) -> tuple[Corrected, ...]:
        """Those of an article's records that the corrections change."""
        deeds = self._deeds(article, page, records)
        results = (self._correct(record, deeds.get(record.id, {})) for record in records)
        return tuple(one for one in results if one.notes)

    def _deeds(self, article: str, page: str, records: Sequence[Record]) -> Mapping[str, dict[str, Correction]]:
        """Record id to the corrections that name it."""
        deeds: dict[str, dict[str, Correction]] = {}
        near = [*self._by_place.get(article, ()), *(self._by_place.get(page, ()) if page else ())]
        for target, one in near:
            for record in found(target, article, page, records):
                deeds.setdefault(record.id, {}).setdefault(one.id, one)
        return deeds

    def _correct(self, read: Record, deeds: Mapping[str, Correction]) -> Corrected:
        record, names = with_actors(read, self._named)
        notes = list(names)
        for one in sorted(deeds.values(), key=lambda one: self._order[one.id]):
            if isinstance(one.deed, Withdraw):
                return Corrected(read, None, (*notes, one.id))
            if isinstance(one.deed, Amend) and (changed := amended(record, one.deed)):
                record = changed
                notes.append(one.id)
        return Corrected(read, record, tuple(notes))


def amended(record: R, deed: Amend) -> R | None:
    """The record with another value in one field; None where its field can't hold that value."""
    fields = {**msgspec.to_builtins(record), deed.field: msgspec.json.decode(deed.value)}
    try:
        return msgspec.convert(fields, type=type(record))
    except msgspec.ValidationError:  # a field that a later version of the program reads otherwise
        return None
