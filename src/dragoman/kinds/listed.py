"""Who stands in a list behind "with": the members that a parser tears off where titles and states stand between names.

"Engaged with Prime Minister Torv, the Emir of Qatar, and President Haddad of Chad to reach a deal": the last is taken
for the subject of what follows. So the list is read by its commas and its "and" here, not by its parse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive, mention_at, prepositional
from dragoman.annotate.status import whole_of
from dragoman.kinds.pairs import last_two
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

LONGEST = 90
"""Tokens that a list of names, titles and states may run over."""
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "DT", "CD", "POS", "PRP$", "HYPH"})
"""Tags of the words of a list, beside the small words of titles."""
SMALL = frozenset({"of", "for", "from", "at", "-", "bin", "al", "ibn"})
PLURAL = frozenset({"NNS", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING = frozenset({"with", "between", "among", "involving"})
GREETING = frozenset({"contact.meet", "contact.host", "contact.brief"})
"""Rows whose verbs take those who are met as their object."""


def with_listed(
    annotated: Annotated, event: Token, rule: str, found: list[Token], public: Collection[str]
) -> list[Token]:
    """The tokens of those who took part, with the rest of the list behind "with" or the verb; `public` is the press."""
    more: list[Token] = []
    if not found:
        return found  # "spoke to reporters and analysts"
    for opening in _openings(event, rule):
        listed = [t for t in listed_after(annotated, opening) if t.lemma_.lower() not in public]
        found = _before_main_clause(opening, found, listed)
        more += listed if len(listed) == 1 or any(t in found for t in listed) or not _governs(opening) else []
    return list(dict.fromkeys(t for t in (*found, *more) if not any(_is_title_of(t, name) for name in more)))


def _before_main_clause(opening: Token, found: list[Token], listed: list[Token]) -> list[Token]:
    """ "On her talks with A and B, C and D agreed": without C and D, whom the parser joins to the list before them."""
    if len(listed) < 2 or opening.dep_ != "prep":
        return found
    last, doc = listed[-1], opening.doc
    behind = [t for t in found if t.i > last.i and t in {c for one in listed for c in one.conjuncts}]
    if not behind or "," not in {t.text for t in doc[last.i + 1 : behind[0].i]}:
        return found
    end = behind[-1].right_edge.i + 1
    is_subject = end < opening.sent.end and doc[end].tag_ in FINITE and not _is_of_event(opening, doc[end])
    return [t for t in found if t not in behind] if is_subject else found


def _is_title_of(title: Token, name: Token) -> bool:
    """ "Prime Minister Sheikh Omar Haddad": a title that the parser cuts off from its name."""
    between = title.doc[title.i + 1 : name.i] if title.i < name.i else ()
    is_title = title.tag_ in {"NN", "NNP"} and 0 < name.i - title.i <= NEAR_NAME
    return is_title and all(t.tag_ == "NNP" or t.lower_ in SMALL for t in between)


NEAR_NAME = 8
"""Tokens from a title to the surname."""


def _openings(event: Token, rule: str) -> list[Token]:
    """The words behind which those who are met are listed: prepositions of the event, or its own verb."""
    heads = dict.fromkeys((event, whole_of(event))) if event.pos_ == "NOUN" else (event,)
    opening = OPENING | ({"to"} if rule == "contact.speak" else set())
    found = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in opening]
    takes = rule in GREETING and event.pos_ == "VERB" and not is_passive(event)
    return [event, *found] if takes and any(c.dep_ == "dobj" for c in event.children) else found


def _governs(opening: Token) -> bool:
    """Whether the parser found an object of the preposition at all."""
    return opening.dep_ != "prep" or any(c.dep_ == "pobj" for c in opening.children)


def listed_after(annotated: Annotated, opening: Token) -> list[Token]:
    """The heads of those who are listed behind a preposition or a verb: persons by name and groups of people.

    A list is closed by "and"; where none closes, the one that stands there, if the parser found no object, or who
    explains words that name nobody ("met with the host, President Torv").
    """
    parts = [(sign, _somebody(annotated, chunk)) for sign, chunk in _chunks(opening)]
    members: list[tuple[str, Token]] = []
    before = ""
    for sign, head in parts:
        if sign == "," and any(one == "and" for one, _ in members[1:]):
            break  # the list is over
        if head is not None:
            members.append((before if before == "and" and sign == "," else sign, head))
        before = sign if head is None else ""
    if any(sign == "and" for sign, _ in members[1:]):
        return [head for _, head in members]
    explains = len(parts) > 1 and parts[0][1] is None and parts[1][0] == "," and bool(members)
    first = members[:1] if not _governs(opening) or (explains and members[0][1] == parts[1][1]) else []
    return [head for _, head in first]


def _chunks(opening: Token) -> Iterator[tuple[str, list[Token]]]:
    """The words behind the opening, parted at commas and "and", each part with the sign before it.

    The part before a finite verb is left off: "met Torv, and Haddad said".
    """
    sign = ""
    chunk: list[Token] = []
    stop = None
    for token in opening.doc[opening.i + 1 : min(opening.i + LONGEST, opening.sent.end)]:
        if token.text == "," or token.lower_ == "and":
            if chunk:
                yield sign, chunk
            sign, chunk = (token.lower_ if chunk or token.lower_ == "and" else sign), []
        elif token.tag_ in NOMINAL and token.ent_type_ not in {"DATE", "TIME"} or token.lower_ in SMALL:
            chunk.append(token)
        else:
            stop = token
            break
    if chunk and (stop is None or stop.tag_ not in FINITE or _is_of_event(opening, stop)):
        yield sign, chunk


def _is_of_event(opening: Token, stop: Token) -> bool:
    """ "A meeting between Torv and Haddad ended": the verb is the meeting's, and not that of another clause."""
    noun = whole_of(opening.head) if opening.head.pos_ == "NOUN" else None
    return noun is not None and noun.dep_ in {"nsubj", "nsubjpass"} and noun.head in {stop, stop.head}


def _somebody(annotated: Annotated, chunk: list[Token]) -> Token | None:
    """The head of the first whom a part of a list names: a person, people, a government; not "Torv's" of "Torv's team".

    A single office beside a name is that person's, and none where nobody is named.
    """
    for token in chunk:
        mention = mention_at(annotated, token)
        if mention is None or mention.head != token.i or not mention.actors or _owns(token):
            continue
        is_person = annotated.actors[mention.actors[0]].kind == "person"
        if (mention.form == "name" and is_person) or (
            mention.form == "role" and not (is_person and len(mention.actors) == 1)
        ):
            return token
    return None


def _owns(name: Token) -> bool:
    return any(c.tag_ == "POS" for c in name.children)


def with_senders(annotated: Annotated, tokens: list[Token], parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Ambassadors and Ministers from Kenya, Chad and Norway": the parties, with the states people come from.

    Two or more, and only of people for whom no name and no state stands already.
    """
    bare = [t for t in tokens if _is_plural(t) and _is_nameless(annotated, t)]
    beside = dict.fromkeys(t for token in bare for t in (token, *token.conjuncts) if _is_plural(t))
    named = [t for token in beside for t in prepositional(token, ("from",))]
    mentions = (m for t in named if (m := mention_at(annotated, t)) is not None)
    states = {a.name: a for m in mentions for i in m.actors if (a := annotated.actors[i]).kind == "state"}
    if len(states) < 2:
        return parties
    return (*(party for party in parties if party.side or party.kind != "group"), *states.values())


def with_both(annotated: Annotated, tokens: list[Token], parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Called the two countries' leaders": the parties, with the states that were named last in their place.

    Also "leaders of both countries".
    """
    owned = [t for t in tokens if _is_plural(t) and _is_nameless(annotated, t)]
    owned = [t for t in owned if any(c.tag_ == "NNS" and c.lemma_ in OWNING for c in _owners(t))]
    apart = {party.side for party in parties if party.side}
    both = {a.name: a for t in owned for a in last_two(annotated, t, apart) or _joined_states(annotated, t)}
    if len(both) != 2:
        return parties
    replaced = {a.name for t in owned for a in actors_at(annotated, [t])}
    return (*(party for party in parties if party.name not in replaced), *both.values())


def _owners(people: Token) -> list[Token]:
    """Whose people they are: "the two countries' leaders", "leaders of both countries"."""
    beside = [t for t in prepositional(people, ("of", "from")) if any(c.lower_ in {"both", "two"} for c in t.lefts)]
    return [*(c for c in people.lefts if c.dep_ == "poss"), *beside]


def _joined_states(annotated: Annotated, token: Token) -> tuple[Actor, ...]:
    """The two states that "and" joins last before a word, in its sentence or the one before."""
    doc = annotated.doc
    first = doc[max(token.sent.start - 1, 0)].sent.start
    for second in reversed(doc[first : token.i]):
        one = second.head if second.dep_ == "conj" else None
        pair = [m for t in (one, second) if t is not None and (m := mention_at(annotated, t)) is not None]
        actors = [annotated.actors[i] for m in pair if m.form == "name" for i in m.actors]
        if len(actors) == 2 and all(actor.kind == "state" for actor in actors):
            return tuple(actors)
    return ()


OWNING = frozenset({"country", "nation", "side", "state"})


def _is_plural(token: Token) -> bool:
    """A plural noun; a capital makes the parser take "Ambassadors" for a name."""
    return token.tag_ in PLURAL or (token.tag_ == "NNP" and token.lower_.endswith("s"))


def _is_nameless(annotated: Annotated, token: Token) -> bool:
    mention = mention_at(annotated, token)
    actors = [annotated.actors[i] for i in mention.actors] if mention is not None else []
    return all(actor.kind == "group" and actor.side is None for actor in actors)
