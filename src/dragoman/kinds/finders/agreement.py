"""How an agreement is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import overlaps
from dragoman.kinds.accords import Accord, find_accords
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.pairs import is_anybody
from dragoman.kinds.proclaimed import OLD, find_proclaimed, is_renewal
from dragoman.kinds.terms import issue_at, term_at
from dragoman.kinds.windows import first_day, last_day
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

WEEK = timedelta(days=7)


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Agreement]:
    """Every agreement that the article asserts; told twice by the same parties with the same status it is one."""
    groups: list[list[Accord]] = []
    for accord in _accords(annotated, lexicon):
        same = (group for group in groups if all(_is_one(annotated, accord, other, lexicon) for other in group))
        home = next(same, None)
        if home is None:
            groups.append([accord])
        else:
            home.append(accord)
    for accords in groups:
        first = accords[0]
        term = term_at(annotated, first.content, lexicon)
        yield Agreement(
            article=annotated.article.id,
            evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(a.told for a in accords)),
            rule=first.rule,
            parties=first.parties,
            content=term.text,
            terms=(term,) if term.type != "other" else (),
            when=next((a.when for a in accords if a.when), None),
            status=first.status,
            factuality=first.factuality,
        )


def _accords(annotated: Annotated, lexicon: Lexicon) -> list[Accord]:
    """Those that are told with their parties, then those told without, each place once, in the order of the text."""
    named = [a for a in find_accords(annotated, lexicon) if not all(is_anybody(actor) for actor in a.parties)]
    others = (a for a in find_proclaimed(annotated, lexicon, named) if not any(overlaps(a.told, b.told) for b in named))
    return sorted((*named, *others), key=lambda accord: accord.told.start)


def _is_one(annotated: Annotated, a: Accord, b: Accord, lexicon: Lexicon) -> bool:
    """Whether two tellings are of one agreement: parties, status and issue the same, and no other time.

    What was prolonged is another than what was first agreed; of two days more than a week apart, or of one long past
    beside the news, each has its own.
    """
    if a.status != b.status or {p.name for p in a.parties} != {p.name for p in b.parties}:
        return False
    if issue_at(annotated, a.content, lexicon) != issue_at(annotated, b.content, lexicon):
        return False
    if is_renewal(annotated, a, lexicon) != is_renewal(annotated, b, lexicon):
        return False
    if a.when is not None and b.when is not None:
        return first_day(a.when) - last_day(b.when) <= WEEK and first_day(b.when) - last_day(a.when) <= WEEK
    dated, published = a.when or b.when, annotated.article.published
    return dated is None or published is None or last_day(dated) >= published - OLD
