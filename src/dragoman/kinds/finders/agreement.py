"""How an agreement is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import overlaps
from dragoman.kinds.accords import Accord, find_accords
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import words_of
from dragoman.kinds.pairs import is_anybody
from dragoman.kinds.proclaimed import OLD, find_proclaimed, is_renewal
from dragoman.kinds.standing_pacts import find_standing
from dragoman.kinds.terms import issue_at, term_at
from dragoman.kinds.windows import first_day, last_day
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, When

WEEK = timedelta(days=7)
LOOSE = frozenset({"other", "process", "economy"})
"""Issues under which two may agree on several things at once."""


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Agreement]:
    """Every agreement that the article asserts; told twice by the same parties with the same status it is one."""
    for accords in _as_told(annotated, lexicon):
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


def _as_told(annotated: Annotated, lexicon: Lexicon) -> list[list[Accord]]:
    """The tellings of each agreement: parties, status and issue the same, and no other time.

    What was prolonged is another than what was first agreed; of two days more than a week apart, or of one long past
    beside the news, each has its own.
    """
    told: dict[tuple[object, ...], list[list[Accord]]] = {}
    published = annotated.article.published
    for accord in _accords(annotated, lexicon):
        names = tuple(sorted(actor.name for actor in accord.parties))
        issue = issue_at(annotated, accord.content, lexicon)
        groups = told.setdefault((accord.status, names, issue, is_renewal(annotated, accord, lexicon)), [])
        fits = (g for g in groups if all(_is_one_time(accord.when, w, published) for w in {a.when for a in g}))
        fits = (g for g in fits if issue not in LOOSE or any(_is_same(annotated, accord, a, lexicon) for a in g))
        home = next(fits, None)
        if home is None:
            groups.append([accord])
        else:
            home.append(accord)
    return [group for groups in told.values() for group in groups]


def _is_same(annotated: Annotated, one: Accord, other: Accord, lexicon: Lexicon) -> bool:
    """Whether two tellings of an agreement may be of one: words in common, or one that says no more than "the deal"."""
    plain = lexicon.words("kinds/offer_words", "deal") | lexicon.words("kinds/offer_words", "plain")
    first, second = (
        {w for w in words_of(annotated.article.text[a.content.start : a.content.end]) if w not in plain}
        for a in (one, other)
    )
    return not first or not second or bool(first & second)


def _is_one_time(a: When | None, b: When | None, published: date | None) -> bool:
    """Whether two times may be of one agreement: not a week apart, nor one of them long past and the other news."""
    if a is not None and b is not None:
        return first_day(a) - last_day(b) <= WEEK and first_day(b) - last_day(a) <= WEEK
    dated = a or b
    return dated is None or published is None or last_day(dated) >= published - OLD


def _accords(annotated: Annotated, lexicon: Lexicon) -> list[Accord]:
    """Those that are told with their parties, then those told without, each place once, in the order of the text."""
    named = [a for a in find_accords(annotated, lexicon) if not all(is_anybody(actor) for actor in a.parties)]
    others = (a for a in find_proclaimed(annotated, lexicon, named) if not any(overlaps(a.told, b.told) for b in named))
    told = (*named, *(a for a in others if a.parties or a.rule not in BY_SOMEBODY))
    standing = (a for a in find_standing(annotated, lexicon, told) if not _is_told(a, told))
    return sorted((*told, *standing), key=lambda accord: accord.told.start)


def _is_told(standing: Accord, told: tuple[Accord, ...]) -> bool:
    """Whether a verb of agreeing tells the same words, or that the same parties made or broke such a pact."""
    over = (other for other in told if overlaps(standing.told, other.told) and other.parties)
    if any(standing.status != "broken" or other.status != "reached" for other in over):
        return True
    who = {actor.side or actor.name for actor in standing.parties}
    same = (other for other in told if {actor.side or actor.name for actor in other.parties} == who)
    return standing.status == "reached" and any(other.status in {"reached", "broken"} for other in same)


BY_SOMEBODY = frozenset({"agreement.reach", "agreement.welcome"})
"""Rows that tell of those who made it; where nobody can say who they are, the text speaks of a known agreement."""
