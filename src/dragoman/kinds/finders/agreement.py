"""How an agreement is found in an article."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.evidence import cite
from dragoman.kinds.accords import Accord, find_accords
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.pairs import is_anybody
from dragoman.kinds.terms import issue_at, term_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Agreement]:
    """Every agreement that the article asserts; told twice by the same parties with the same status it is one."""
    told: dict[tuple[object, ...], list[Accord]] = {}
    for accord in find_accords(annotated, lexicon):
        if accord.parties and all(is_anybody(actor) for actor in accord.parties):
            continue  # "both parties agreed", where the text tells nowhere who they are
        parties = tuple(sorted(actor.name for actor in accord.parties))
        told.setdefault((accord.status, parties, issue_at(annotated, accord.content, lexicon)), []).append(accord)
    for accords in told.values():
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
