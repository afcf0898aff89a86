"""Whose a long office is that stands before a name: "Assistant to the President for Trade Ana Torv" is Ana Torv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import mention_at
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

OPENING = frozenset({"of", "for", "to", "-"})
"""What follows a title that goes on: "Assistant to ...", "Chairman-in-Office"."""
LINKS = frozenset({"of", "for", "to", "the", "in", "at", "and", "-", "'s", "’s"})
"""Small words and signs inside an office."""
LONGEST = 24
"""Tokens of an office and the name after it."""


def bearer(annotated: Annotated, title: Token) -> Actor | None:
    """The person whom a long title before a name means, where the parser or the mention missed it; else None."""
    mention = mention_at(annotated, title)
    if mention is None or mention.form == "pronoun" or title.tag_ not in {"NN", "NNP"}:
        return None
    if title.lemma_.lower() in RULE:
        return None  # "the government of President Torv" is the state
    if not _opens_office(title) or (mention.form == "name" and not _is_office_by_name(annotated, title)):
        return None
    name = _name_after(annotated, title)
    if not name:
        return None
    known = {annotated.actors[i] for i in mention.actors}
    words = title.doc.text[name[0].idx : name[-1].idx + len(name[-1])]
    if any(
        actor.kind == "person" and actor.name.endswith(name[-1].text) and len(actor.name) <= len(words)
        for actor in known
    ):
        return None  # found already
    side = next((actor.side for actor in known if actor.side), None)
    own = mention_at(annotated, name[-1])
    actors = [annotated.actors[i] for i in own.actors] if own is not None and own.form == "name" else []
    if len(actors) == 1 and actors[0].kind == "person" and actors[0].name in (words, *_longer(actors[0], words)):
        return structs.replace(actors[0], side=actors[0].side or side)
    return Actor(words, (), side, title.lemma_.lower(), "person")


def _longer(actor: Actor, words: str) -> list[str]:
    """The actor's name where it is the same with more or fewer first names, and no word of an office."""
    offices = load_lexicon().words("actors/groups", "office") | {"office"}
    is_clean = not {word.lower() for word in actor.name.split()} & offices
    return [actor.name] if is_clean and actor.name.split()[-1] == words.split()[-1] else []


def _opens_office(title: Token) -> bool:
    """Whether it goes on to a field or a house ("Head of"), or to a second title that does ("Member and Head of")."""
    doc, after = title.doc, title.i + 1
    if doc[after : after + 1].text == "and" and not any(c.dep_ in {"det", "poss"} for c in title.lefts):
        rest = doc[after + 1 : min(after + LONGEST, title.sent.end)]
        opened = next((t for t in rest if t.pos_ != "PROPN"), None)
        return opened is not None and opened.lower_ in OPENING
    return doc[after : after + 1].text.lower() in OPENING


def _is_office_by_name(annotated: Annotated, title: Token) -> bool:
    """ "Kenyan Labour Party Politburo Member": an office that the tagger takes for a body's name."""
    mention = mention_at(annotated, title)
    is_body = mention is not None and all(annotated.actors[i].kind != "person" for i in mention.actors)
    return is_body and title.lemma_.lower() in OFFICES


RULE = frozenset(
    {"government", "administration", "regime", "cabinet", "team", "delegation", "army", "side", "campaign"}
)
"""Nouns for those whom somebody leads, which are no office of his."""
OFFICES = frozenset({"member", "director", "chairman", "secretary"})


def _name_after(annotated: Annotated, title: Token) -> list[Token]:
    """The tokens of the first person's name in the run of capitals and small words after a title, where it ends one."""
    name: list[Token] = []
    for token in title.doc[title.i + 1 : min(title.i + LONGEST, title.sent.end)]:
        if _is_of_name(annotated, token) and not (name and token.ent_iob_ == "B"):
            name.append(token)
        elif name or not (token.pos_ == "PROPN" or token.lower_ in LINKS or token.text[:1].isupper()):
            break
    after = name[-1].i + 1 if name else title.i
    is_end = all(token.pos_ != "PROPN" and token.lower_ not in {"'s", "’s"} for token in title.doc[after : after + 1])
    return name if len(name) > 1 and is_end else []


def _is_of_name(annotated: Annotated, token: Token) -> bool:
    """Whether the tagger, or where it tells nothing the mention, takes a token for a part of a person's name."""
    if token.ent_type_:
        return bool(token.ent_type_ == "PERSON")
    mention = mention_at(annotated, token)
    if mention is None or mention.form != "name" or token.pos_ != "PROPN":
        return False
    named = token.doc.char_span(mention.span.start, mention.span.end)
    is_person = [annotated.actors[i].kind for i in mention.actors] == ["person"]
    return is_person and named is not None and token in named and not any(t.ent_type_ for t in named)
