"""Who holds an office: "the foreign minister", "the President" of a text of his own office."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import structs

from dragoman.annotate.names import name_parts
from dragoman.annotate.nominals import Nominal
from dragoman.annotate.trail import MEMORY, Known, Trace, Words
from dragoman.types import Actor


def at_home_office(
    nominal: Nominal, known: Known, words: Words, issuer: tuple[str | None, tuple[Actor, ...]]
) -> Nominal:
    """ "The President", "the Secretary" in a text of their own office: the one of that side, if any is named.

    `issuer` is the side whose office issues the text, and whom its title names with an office.
    """
    (home, heading), said = issuer, nominal.text.split()
    is_title = len(said) > 1 and said[0].lower() == "the" and all(word[:1].isupper() for word in said[1:])
    if words.crowned & {word.lower() for word in said[1:2]}:
        return nominal  # whoever tells of a king in this way has a president
    is_title = is_title or (said[1:] == ["president"] and not _is_last_of_another(nominal, known, words, home))
    if home is None or nominal.side is not None or nominal.means != "office" or not is_title:
        return nominal
    own = structs.replace(nominal, side=home)
    actors = known.actors
    fitting = [i for i in range(known.named) if actors[i].side == home and _holds_office(actors[i], own, words)]
    if not fitting and (headed := _from_heading(own, known, words, heading)) is not None:
        return structs.replace(own, members=(headed,))
    told = [i for trace in known.trail for i in trace.actors if i in fitting]
    if not fitting:
        told_before = known.by_name.get(own.name)  # beside "President Torv of Kenya", who is called so again
        is_own = told_before is not None and known.actors[told_before].side == home
        return nominal if not is_own and _is_last_of_another(nominal, known, words, home) else own
    return structs.replace(own, members=(told[-1] if told else fitting[0],))


def _from_heading(own: Nominal, known: Known, words: Words, heading: tuple[Actor, ...]) -> int | None:
    """ "The President" of a text that names him in its title only; None where it names somebody in that office.

    Those of other sides are called by their names: "calls with President Torv of Kenya".
    """
    anybody, mine = structs.replace(own, side=None), {None, own.side}
    if any(actor.side in mine and _holds_office(actor, anybody, words) for actor in known.actors[: known.named]):
        return None
    for one in heading:
        holder = structs.replace(one, side=own.side)
        if not _holds_office(holder, own, words):
            continue
        surname = name_parts(one.name)[-1:]
        if any(name_parts(actor.name)[-1:] == surname for actor in known.actors[: known.named]):
            return None
        if holder.name not in known.by_name:
            known.by_name[holder.name] = len(known.actors)
            known.actors.append(holder)
        return known.by_name[holder.name]
    return None


def _is_last_of_another(nominal: Nominal, known: Known, words: Words, home: str | None) -> bool:
    """Whether the one in that office last named acts for another side than the text's own."""
    for trace in reversed(known.trail[-MEMORY:]):
        holders = [known.actors[i] for i in trace.actors if _holds_office(known.actors[i], nominal, words)]
        if holders:
            return all(actor.side != home for actor in holders)
    return False


RANKS = ("vice", "deputy", "general", "former", "prime")
"""Words that make a title another one: a deputy secretary is no secretary general."""


def office_holders(nominal: Nominal, known: Known, words: Words) -> tuple[int, ...]:
    """The person last mentioned who holds the office the phrase names, of its side where it gives one.

    Two where both stand in one sentence and neither is more its subject; of those named only later on, the only one.
    """
    found: list[tuple[Trace, int]] = []
    only = _only_candidate(nominal, known, words)
    sure = _of_its_side(nominal, known, words)
    for trace in reversed(known.trail):
        if found and trace.sentence != found[0][0].sentence:
            break
        fitting = [
            i for i in trace.actors if i in sure or (not sure and _holds_office(known.actors[i], nominal, words))
        ]
        found += [(trace, i) for i in fitting if i < known.named or _is_alike(known.actors[i], nominal)]
    if found and (only is None or found[0][1] < known.named):
        subjects = list(dict.fromkeys(i for trace, i in found if trace.subject))
        several = subjects or list(dict.fromkeys(i for _, i in found))
        return tuple(sorted(several)) if len(several) > 1 and not nominal.side else (found[0][1],)
    if only is not None:
        return (only,)
    ahead = [i for i in range(known.named) if _holds_office(known.actors[i], nominal, words)]
    fitting = [i for i in ahead if nominal.side and known.actors[i].side == nominal.side]
    if nominal.lemma in CABINET and (there := fields_of(nominal.text, words)):  # "the energy minister"
        fitting = [i for i in fitting if fields_of(known.actors[i].role or "", words) & there]
    return tuple(fitting) if len(fitting) == 1 else ()


def _of_its_side(nominal: Nominal, known: Known, words: Words) -> frozenset[int]:
    """Those named before who hold the office for the very side that the phrase gives: they go before one of no side."""
    seen = {i for trace in known.trail for i in trace.actors if i < known.named}
    alike = (i for i in seen if nominal.side and known.actors[i].side == nominal.side)
    return frozenset(i for i in alike if _holds_office(known.actors[i], nominal, words))


def _is_alike(unnamed: Actor, nominal: Nominal) -> bool:
    """ "The Oslo spokesman" after "a military spokesman" is another; nothing that the phrase tells may be new."""
    told = set(nominal.text.lower().split()[1:])
    return (nominal.side is not None and nominal.side == unnamed.side) or told <= set(
        f"{unnamed.name} {unnamed.role}".lower().split()
    )


def _holds_office(actor: Actor, nominal: Nominal, words: Words) -> bool:
    """Whether a person's own role is the office that the phrase names, and the sides don't differ."""
    if actor.kind != "person" or not actor.role or actor.name == nominal.name:
        return False
    if nominal.side and actor.side and nominal.side != actor.side:
        return False
    return any(_is_office(post, nominal, words) for post in actor.role.split(" and "))


def _is_office(post: str, nominal: Nominal, words: Words) -> bool:
    roles = re.split(r" (?:of|for|to) ", post, maxsplit=1)[0].split()  # "spokesman of the president" is no president
    said = nominal.text.lower().split()
    if nominal.lemma == "diplomat" and set(said) & CHIEF:
        return post in words.diplomats
    if any((word in roles) != (word in said) for word in RANKS if word != PRIME or nominal.lemma == MINISTER):
        return False
    here, there = fields_of(post, words), fields_of(nominal.text, words)
    if nominal.lemma in CABINET and here and there and not here & there:
        return False  # the defence minister is no trade minister
    is_head = nominal.lemma in {"leader", "head"} and any(role in words.heads for role in roles)
    if nominal.lemma == "head" and "state" not in said:
        return nominal.lemma in roles  # "the head of the agency"
    return nominal.lemma in roles or is_head or (nominal.lemma == "envoy" and "representative" in roles)


PRIME, MINISTER = "prime", "minister"
"""The crown prince may be prime minister too."""
CABINET = frozenset({MINISTER, "secretary"})
"""Offices that are told apart by their fields."""


def fields_of(office: str, words: Words) -> frozenset[str]:
    """What an office is for, as far as its own words tell: "the Kenyan trade minister" for trade."""
    said = office.replace("defense", "defence").split()
    after = {b for a, b in pairwise(said) if a == "of" and b.islower() and b not in {"the", "a", "an", "his", "her"}}
    return words.fields & {word.lower() for word in said} | after


CHIEF = frozenset({"top", "chief"})
"""Words that make a diplomat the one who heads the service: "the top Kenyan diplomat"."""


def _only_candidate(nominal: Nominal, known: Known, words: Words) -> int | None:
    """The Russian leader, where nobody was introduced so: the only person of that side without another office."""
    if nominal.side is None or nominal.lemma not in words.heads:
        return None
    seen = {i for trace in known.trail for i in trace.actors}
    fitting = [
        i for i in sorted(seen)
        if known.actors[i].kind == "person" and known.actors[i].side == nominal.side and not known.actors[i].role
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None
