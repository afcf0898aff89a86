"""Whose war it is: the only two that an article tells as fighting one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, objects, side_of, subjects
from dragoman.annotate.kept import kept
from dragoman.annotate.standing import standing
from dragoman.kinds.acts import find_acts
from dragoman.kinds.frames import is_party
from dragoman.kinds.pact_parties import own_parties
from dragoman.kinds.pairs import is_anybody
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TRUCE = "kinds/truce"
PAIR = 2


@kept()
def warring(annotated: Annotated, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The two "between" whom the war is, else those who stop fighting, else the only two of whom one attacks the other.

    Nobody where the article tells of several such pairs.
    """
    for pairs in (_at_war(annotated, lexicon), _stopping(annotated, lexicon), _fighting(annotated, lexicon)):
        found = {frozenset(actor.side or actor.name for actor in pair): pair for pair in pairs}
        if found:
            return next(iter(found.values())) if len(found) == 1 else ()
    return ()


def _at_war(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Actor, ...]]:
    """ "The war between Kenya and Chad"; nobody for "fighting between the M23 and the rebels", beside which it is."""
    for noun in standing(annotated.doc, lexicon.words(TRUCE, "war")):
        if len(pair := own_parties(annotated, noun)) == PAIR:
            yield pair if noun.lemma_.lower() in WARS or _is_of_state(pair) else ()


WARS = frozenset({"war", "conflict"})
"""Words for the whole of it; "clashes between two armed groups" may be beside the war that is told of."""


def _is_of_state(pair: tuple[Actor, ...]) -> bool:
    return any(actor.kind == "state" for actor in pair)


def _stopping(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Actor, ...]]:
    """ "Kenya and Chad are to stop fighting"."""
    stopped = lexicon.words(TRUCE, "war") | lexicon.words(TRUCE, "stopped")
    for noun in standing(annotated.doc, stopped):
        verb = noun.head
        if verb.pos_ == "VERB" and verb.lemma_ in STOPPING and (noun in objects(verb) or noun.dep_ == "xcomp"):
            pair = _sides(annotated, _subjects_of(verb))
            if len(pair) == PAIR:
                yield pair


STOPPING = frozenset({"stop", "cease", "halt", "end", "suspend", "resume", "renew", "continue"})


def _subjects_of(verb: Token) -> list[Token]:
    """A verb's subjects, those of the verb it hangs on where it has none: "are expected to stop"."""
    return subjects(verb) or (subjects(verb.head) if verb.dep_ == "xcomp" else [])


def _sides(annotated: Annotated, tokens: list[Token]) -> tuple[Actor, ...]:
    found = (side_of(actor) for actor in actors_at(annotated, tokens))
    own = (actor for actor in found if actor is not None and actor.kind != "person" and not is_anybody(actor))
    return tuple({actor.side or actor.name: actor for actor in own}.values())


def _fighting(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Actor, ...]]:
    """Each that attacks and whom it attacks."""
    for act in find_acts(annotated, lexicon):
        if act.row.means == "ASSAULT":
            for one in act.actors:
                for other in act.targets:
                    pair = _of_both(one, other)
                    if pair is not None:
                        yield pair


def _of_both(one: Actor, other: Actor) -> tuple[Actor, ...] | None:
    sides = [side_of(actor) for actor in (one, other)]
    if any(side is None or side.kind == "person" or not is_party(side) for side in sides):
        return None
    pair = {side.side or side.name: side for side in sides if side is not None}
    found = tuple(pair.values())
    return found if len(found) == PAIR else None
