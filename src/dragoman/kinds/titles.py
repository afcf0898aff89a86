"""Who is named where several titles or offices stand together: "Prime Minister and Foreign Minister Ana Torv"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import actors_at, mention_at, prepositional
from dragoman.kinds.bearers import bearer
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

LINKS = frozenset({"of", "for", "and", "the", "in", "-", "bin", "al", "ibn"})
"""Small words and signs inside a title with a name."""
LISTED = frozenset({"nmod", "compound", "appos", "conj"})
OPENING = frozenset({",", "–", "—", "-", "(", ":"})
LONGEST_LIST = 24
"""Tokens after several states in which the names of their ministers stand."""
LONGEST_TITLE = 14
"""Tokens between "and" and a surname, title and first names together."""


def titled_actors(annotated: Annotated, tokens: list[Token]) -> tuple[Actor, ...]:
    """The actors of these tokens, each once; a bare title that goes on to a name is that person's, who has its side."""
    tokens = [_explained(annotated, token) for token in tokens]
    bearers = {token: name for token in tokens if (name := _beyond_bracket(annotated, token)) is not None}
    borne = {t: actor for t in tokens if t not in bearers and (actor := bearer(annotated, t)) is not None}
    titles = {t: name for t in tokens if t not in borne and (name := _titled(annotated, t)) is not None}
    titles |= bearers
    named = [
        (borne[t],) if t in borne else _with_side(annotated, titles, t)
        for t in (*tokens, *bearers.values())
        if t not in titles
    ]
    found: dict[str, Actor] = {}
    for actor in (actor for actors in named for actor in actors):
        before = found.get(actor.name, actor)
        found[actor.name] = structs.replace(actor, side=before.side or actor.side)
    for token in tokens:
        for state, person in respectively(annotated, token):
            found.pop(state.name, None)
            found[person.name] = structs.replace(person, side=person.side or state.side)
    return tuple(found.values())


def respectively(annotated: Annotated, token: Token) -> list[tuple[Actor, Actor]]:
    """ "The foreign ministers of Kenya and Uganda, Ana Torv and Omar Haddad": each state with its minister; else none.

    So of "the Kenyan and Ugandan ministers, Ana Torv and Omar Haddad". Only where as many persons as states follow,
    with nothing but commas and "and" between them.
    """
    mention = mention_at(annotated, token)
    if mention is None or mention.form != "role" or token.tag_ != "NNS" or len(mention.actors) < 2:
        return []
    states = [annotated.actors[i] for i in mention.actors]
    if any(actor.kind != "state" for actor in states):
        return []
    named = [t for of in prepositional(token, ("of",)) for t in (of, *of.conjuncts) if t.ent_type_ == "GPE"]
    owned = [t for c in token.lefts if c.dep_ in {"amod", "nmod"} for t in (c, *c.conjuncts) if t.text[:1].isupper()]
    first = max((t.i for t in named), default=token.i) + 1
    if not (named or len(owned) == len(states)) or token.doc[first : first + 1].text not in OPENING:
        return []
    persons: list[Actor] = []
    for t in token.doc[first + 1 : first + LONGEST_LIST]:
        if t.pos_ != "PROPN" and t.text not in {",", "and"}:
            break
        name = mention_at(annotated, t)
        if name is not None and name.form == "name" and name.head == t.i and _is_person(annotated, t):
            persons += [annotated.actors[i] for i in name.actors]
    return list(zip(states, persons, strict=True)) if len(persons) == len(states) else []


def _explained(annotated: Annotated, token: Token) -> Token:
    """ "Her friend, Prime Minister of Canada Omar Haddad": the name that explains words that stand for nobody."""
    if mention_at(annotated, token) is not None or token.tag_ not in {"NN", "NNP"}:
        return token
    title = next((c for c in token.rights if c.dep_ == "appos"), None)
    if title is None:
        return token
    named = (t for t in title.subtree if (m := mention_at(annotated, t)) is not None and m.form == "name")
    persons = (t for t in named if _is_person(annotated, t))
    return next(persons, token)


def _beyond_bracket(annotated: Annotated, token: Token) -> Token | None:
    """ "Republic of Kenya (ROK) Foreign Minister Ana Torv": the name that the parser cuts off after a short form."""
    if _is_person(annotated, token):
        return None
    doc, first = token.doc, token.i + 1
    while first < len(doc) - 1 and doc[first].text != "(" and doc[first].i <= token.right_edge.i:
        first += 1
    if [t.text for t in doc[first : first + 3]][::2] != ["(", ")"] or not doc[first + 1].is_upper:
        return None
    for name in doc[first + 3 : first + 3 + LONGEST_TITLE]:
        if name.pos_ != "PROPN" and name.lower_ not in LINKS and name.text != "-":
            return None
        mention = mention_at(annotated, name)
        if name.i > first + 3 and mention is not None and mention.form == "name" and mention.head == name.i:
            return name if _is_person(annotated, name) else None
    return None


def _is_person(annotated: Annotated, name: Token) -> bool:
    mention = mention_at(annotated, name)
    return mention is not None and [annotated.actors[i].kind for i in mention.actors] == ["person"]


def _titled(annotated: Annotated, token: Token) -> Token | None:
    """ "Prime Minister and Foreign Minister Ana Torv": the name that the bare first title is of; None for others."""
    mention = mention_at(annotated, token)
    if mention is None or mention.form != "role" or token.tag_ not in {"NN", "NNP"}:
        return None
    last = _end_of(token)
    if any(c.dep_ in {"det", "poss"} for c in token.lefts) or token.doc[last + 1 : last + 2].text != "and":
        return None
    joined = sorted(
        {t for c in (token, *token.conjuncts) for t in (c, *c.conjuncts) if t.i > token.i}, key=lambda t: t.i
    )
    return next((t for t in joined if _is_person_after(annotated, token, t)), None)


def _end_of(title: Token) -> int:
    """The last token of a title with its field: "Minister of Foreign Affairs"."""
    return max([title.i, *(c.right_edge.i for c in title.rights if c.lower_ in {"of", "for"})])


def _is_person_after(annotated: Annotated, title: Token, name: Token) -> bool:
    """Whether the words from "and" on are a second title with a person's name."""
    mention = mention_at(annotated, name)
    if mention is None or mention.form == "pronoun" or not _is_person(annotated, name) or mention.head != name.i:
        return False
    if mention.form == "role" and " " not in annotated.actors[mention.actors[0]].name:
        return False
    first = _end_of(title) + 2
    between = title.doc[first : max(name.i, first)]
    return 0 < len(between) <= LONGEST_TITLE and all(t.pos_ == "PROPN" or t.lower_ in LINKS for t in between)


def _with_side(annotated: Annotated, titles: dict[Token, Token], token: Token) -> tuple[Actor, ...]:
    """The actors of the token; who has no side has that of his other title ("Kenyan Prime Minister and ...")."""
    actors = actors_at(annotated, [token])
    sides = [a.side for title, name in titles.items() if name == token for a in actors_at(annotated, [title])]
    return tuple(structs.replace(a, side=a.side or sides[0]) if sides else a for a in actors)


def around_titled(annotated: Annotated, token: Token) -> list[Token]:
    """Those who belong to a list with the token, where titles and states between the names mislead the parser."""
    found = [*before_titled(annotated, token), *also_led(annotated, token), *after_titled(annotated, token)]
    return [t for t in dict.fromkeys(found) if t != token]


def is_title_after(annotated: Annotated, token: Token) -> bool:
    """ "met Ana Torv, Spokesperson and Chief Adviser": a bare title after a name is hers."""
    doc = token.doc
    if token.i < 2 or doc[token.i - 1].text != "," or token.pos_ not in {"NOUN", "PROPN"} or any(token.lefts):
        return False
    before, mention = mention_at(annotated, doc[token.i - 2]), mention_at(annotated, token)
    is_person = before is not None and before.form == "name" and annotated.actors[before.actors[0]].kind == "person"
    return is_person and mention is not None and mention.form == "role" and token.tag_ in {"NN", "NNP"}


def also_led(annotated: Annotated, token: Token) -> list[Token]:
    """ "The heads of government of Norway and Israel": the second state, of which the mention knows only the first."""
    last = token
    while inner := prepositional(last, ("of",)):
        last = inner[0]
    mention = mention_at(annotated, token)
    if last == token or token.tag_ != "NNS" or mention is None or mention.form != "role" or len(mention.actors) != 1:
        return []
    return [t for t in last.conjuncts if t.i > last.i and last.ent_type_ == "GPE" == t.ent_type_]


def after_titled(annotated: Annotated, token: Token) -> list[Token]:
    """ "Envoy for the Horn of Africa Ana Torv and Omar Haddad": those joined to the name under the title."""
    mention = mention_at(annotated, token)
    if mention is None or mention.form != "role" or mention.head != token.i or not _is_person(annotated, token):
        return []
    below = ((t, mention_at(annotated, t)) for t in token.subtree if t.i > token.i)
    names = [t for t, m in below if m is not None and m.form == "name" and m.head == t.i and m.actors == mention.actors]
    return [t for name in names[:1] for t in name.conjuncts if t.i > name.i and t not in token.conjuncts]


def before_titled(annotated: Annotated, token: Token) -> list[Token]:
    """ "Minister Ana Torv, Envoy Omar Haddad and Envoy Per Lind": those whom the parser hangs on the last of a list."""
    if not _is_person(annotated, token):
        return []
    before = [c for c in token.lefts if c.dep_ in {"nmod", "compound"}]
    named = [
        t for c in before for t in c.subtree if t.ent_type_ == "PERSON" and (t.dep_ in LISTED or _is_own(annotated, t))
    ]
    heads = ((t, mention_at(annotated, t)) for t in named)
    heads = ((t, m) for t, m in heads if m is not None and m.form == "name" and m.head == t.i)
    return [t for t, _ in heads if any(between.text in {",", "and"} for between in token.doc[t.i + 1 : token.i])]


def _is_own(annotated: Annotated, name: Token) -> bool:
    """ "Director of the Lake Council Ana Torv": the name that the parser hangs on the office, which is hers."""
    title = name.head.head
    mention, own = mention_at(annotated, title), mention_at(annotated, name)
    of_title = name.dep_ == "pobj" and mention is not None and own is not None and mention.form == "role"
    return of_title and mention is not None and own is not None and mention.actors == own.actors


def is_same(token: Token) -> bool:
    """ "The same officials": who they are is told elsewhere."""
    return any(child.lower_ == "same" for child in token.lefts)
