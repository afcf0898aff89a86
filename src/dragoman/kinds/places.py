"""Whether two places can be one."""

from __future__ import annotations

from functools import cache

from dragoman.kinds.compare import fold, words_of


def places_agree(a: str | None, b: str | None) -> bool:
    """Whether both can be one place: a word in common, a state and a town that may lie in it, or one not given.

    The house of a government ("the White House") stands in its state and capital.

    >>> places_agree("Abu Dhabi", "the United Arab Emirates"), places_agree("Geneva", "Moscow")
    (True, False)
    """
    if not a or not b or fold(a) == fold(b):
        return True
    a, b = _by_its_state(a), _by_its_state(b)
    one, other = _state_of(fold(a)), _state_of(fold(b))
    seats = _seat_of(fold(a)), _seat_of(fold(b))
    if any(seats) and (seats[0] or one) == (seats[1] or other):
        return True
    if one and other:
        return one == other and fold(a) != fold(b) and (one == fold(a) or other == fold(b))
    return bool(words_of(a) & words_of(b)) or fold(a) == one or fold(b) == other


CAPITAL = "capital"


def _by_its_state(place: str) -> str:
    """ "The Saudi capital", "Mali's capital": the state that it is in; any other place as it is."""
    words = fold(place)
    if not words.endswith(f" {CAPITAL}"):
        return place
    whose = words.removeprefix("the ").removesuffix(f" {CAPITAL}").removesuffix("'s").removesuffix("’s")
    return _states().get(whose) or _peoples().get(whose) or place


@cache
def _peoples() -> dict[str, str]:
    from dragoman.annotate.gazetteer import load_gazetteer

    known = load_gazetteer().by_surface.values()
    return {fold(name.surface): fold(name.side) for name in known if name.form == "demonym"}


def _seat_of(place: str) -> str:
    """The state of whose government a folded name is the house ("white house"); empty for any other place."""
    return _houses().get(place.removeprefix("the "), "")


@cache
def _houses() -> dict[str, str]:
    from dragoman.annotate.gazetteer import load_gazetteer

    return {
        fold(name.surface): fold(name.side) for name in load_gazetteer().by_surface.values() if name.form == "organ"
    }


def _state_of(place: str) -> str:
    """The state that a folded name is, or is the capital of; empty for any other place."""
    return _states().get(place, "")


@cache
def _states() -> dict[str, str]:
    # Imported here: a tenth of a second that only a ledger with something to merge needs.
    from babel import Locale

    from dragoman.annotate.gazetteer import load_gazetteer

    named = {fold(name): fold(name) for code, name in Locale("en").territories.items() if code.isalpha()}
    known = load_gazetteer().by_surface.values()
    return named | {fold(name.surface): fold(name.side) for name in known if name.form in {"state", "capital"}}
