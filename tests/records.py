"""Records, articles and entries for tests, made in one line each; days are of March 2031."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.statement import SpeechSpans, Statement
from dragoman.merge import Witness, witness
from dragoman.types import Actor, Article, Evidence, Span, Term, When

LUND = Actor("Anna Lund", ("Lund",), "Aland", "president", "person")
KRAL = Actor("Boris Kral", ("Kral",), "Borland", "president", "person")
MOSS = Actor("Carla Moss", ("Moss",), "Borland", "minister", "person")
ALAND = Actor("Aland", (), "Aland", None, "state")
BORLAND = Actor("Borland", (), "Borland", None, "state")


def march(day: int) -> date:
    """A day of March 2031; the 3rd is a Monday."""
    return date(2031, 3, day)


def on(first: int, last: int | None = None, *, approx: bool = False) -> When:
    """A window of days in March 2031."""
    return When("then", march(first), march(last or first), approx)


def quote(words: str = "They spoke.", start: int = 0) -> tuple[Evidence, ...]:
    """One evidence."""
    return (Evidence(start, start + len(words), words),)


def article(id: str, day: int | None = 4, *, outlet: str = "", text: str = "", **more: str) -> Article:
    """An article of a paper of its own unless `outlet` or `origin` says otherwise."""
    outlet = outlet or f"Paper {id}"
    return Article(
        id=id,
        name=f"{id}.txt",
        text=text or f"Article {id} tells of it.",
        outlet=outlet,
        published=march(day) if day else None,
        fetched=datetime(2031, 3, 20, tzinfo=UTC),
        **{"origin": outlet, **more},  # type: ignore[arg-type]
    )


def contact(article_id: str, when: When | None = None, **fields: object) -> Contact:
    """A call of Lund and Kral, unless the fields say otherwise."""
    given: dict[str, object] = {
        "id": f"{article_id}-c",
        "mode": "call",
        "participants": (LUND, KRAL),
        "evidence": quote(),
        **fields,
    }
    return Contact(article=article_id, when=when, **given)  # type: ignore[arg-type]


def statement(article_id: str, words: str, speaker: Actor | None = LUND, when: When | None = None) -> Statement:
    """Something said."""
    spans = SpeechSpans((Span(0, 4),), (Span(5, 9),), (Span(10, 20),))
    return Statement(
        id=f"{article_id}-s",
        article=article_id,
        evidence=quote(words),
        speaker=speaker,
        type="direct",
        content=(words,),
        when=when,
        spans=spans,
    )


def forecast(article_id: str, outcome: str, window: When | None = None, **fields: object) -> Forecast:
    """A forecast of Lund's, unless the fields say otherwise."""
    given: dict[str, object] = {"speaker": LUND, **fields}
    return Forecast(
        id=f"{article_id}-f", article=article_id, evidence=quote(outcome), outcome=outcome, window=window, **given
    )  # type: ignore[arg-type]


def agreement(article_id: str, content: str, when: When | None = None, **fields: object) -> Agreement:
    """An agreement of Aland and Borland."""
    given: dict[str, object] = {"parties": (ALAND, BORLAND), **fields}
    return Agreement(
        id=f"{article_id}-a", article=article_id, evidence=quote(content), content=content, when=when, **given
    )  # type: ignore[arg-type]


def action(article_id: str, words: str, when: When | None = None, **fields: object) -> Action:
    """An attack by Aland on Borland."""
    given: dict[str, object] = {"actor": (ALAND,), "target": (BORLAND,), "type": "ASSAULT", **fields}
    return Action(id=f"{article_id}-x", article=article_id, evidence=quote(words), when=when, **given)  # type: ignore[arg-type]


def truce(duration: str | None = None, *scope: str, text: str = "a truce") -> Term:
    """A term of a ceasefire."""
    return Term("ceasefire", text, duration, scope)


def witnesses(*articles: Article) -> dict[str, Witness]:
    """The articles as merging sees them, by id."""
    return {article.id: witness(article) for article in articles}
