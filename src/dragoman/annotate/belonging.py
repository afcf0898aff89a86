"""Whose a group or an office is, by the words of its own noun phrase; no side where they give none.

A side is given by a nationality or an owner beside the noun ("Kenyan envoys", "Kenya's envoys"), or by "of" and
"from" after it ("envoys of Kenya", "a spokesman of the Kenyan army"). A state that stands deeper in a long
description tells something else ("members of a forum on Kenya").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.mentions import Named
from dragoman.annotate.names import fold
from dragoman.annotate.phrases import HYPHENS, SENT, left_of
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token


RELATED = frozenset(
    {"ally", "partner", "neighbour", "neighbor", "rival", "foe", "enemy", "backer", "patron", "sponsor"}
    | {"supporter", "critic", "adversary", "opponent"}
)
"""Who somebody's ally or rival is, is not of his side: "its ally", "Kenya's Western partners", "opponents of Nur"."""
OPPOSED = frozenset({"warring", "rival", "opposing", "feuding", "belligerent"})
"""Words before several who are of one country and against one another: "Kenya's warring sides"."""
RIVALS = frozenset({"rival", "foe"})
FACTIONS = RIVALS | {"side", "party", "faction"}
ATTENDING = frozenset({"participant", "attendee", "signatory", "guest", "member"})
"""Those who take part in what a state's bare name stands in: "participants of the Kenya Forum" are no Kenyans."""
INDEPENDENT = frozenset({"activist", "rights", "aid", "advocacy", "relief", "charity", "monitoring", "watchdog"})
"""Words beside a group that acts for itself in the state that it is named after: "Kenyan activist groups"."""
DELEGATED = SENT | {"mission"}
"""Who is sent by one and to another: "Kenya's UN ambassador"."""
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson", "negotiator", "lawyer", "fighter"})
"""Posts held for somebody: "the spokesman for Kenya's army"; an envoy for a country is sent to it."""
REALMS = frozenset(
    {"kingdom", "republic", "federation", "emirate", "union", "state", "capital", "city"}
    | {"guard", "corps", "unit", "wing", "bureau", "branch", "service", "army"}
)
"""Nouns whose state is also that of whoever is of or from them: "the president of the Republic of Kenya"."""
REGIONS = frozenset({"region", "province", "state", "district", "north", "south", "east", "west", "valley", "enclave"})
"""Parts of a state from which armed men come who need not be its own: "forces from Kenya's Lake region"."""
ARMED = frozenset({"force", "fighter", "militia"})
CAUSES = frozenset({"group", "conference", "panel", "forum", "coalition"})
"""Bodies whose names tell what they are for: "the Kenya Contact Group"."""
RULED = frozenset({"led", "run", "controlled", "headed", "appointed", "installed", "owned", "dominated"})
"""Participles joined to the name of whom somebody obeys: "the Kenyan-led mission"."""
TOWARDS = frozenset({"pro", "anti", "non", "ex"})
"""First parts of words that tell whom somebody likes or leaves: "the pro-Kenyan president"."""


class Scene(Struct, frozen=True):
    """The names of a text by token, the side of the actor at each, nouns of people and bodies, words for peoples."""

    by_token: dict[int, Named]
    sides: dict[int, str | None]
    bodies: frozenset[str]
    peoples: frozenset[str]


def scene_of(by_token: dict[int, Named], sides: dict[int, str | None], lexicon: Lexicon) -> Scene:
    """The scene with the nouns of `actors/groups` and the words of `actors/peoples`."""
    nouns = (lexicon.words("actors/groups", means) for means in ("state", "people", "office"))
    return Scene(by_token, sides, frozenset(REALMS).union(*nouns), lexicon.words("actors/peoples"))


def describe_side(head: Token, scene: Scene) -> str | None:
    """The side of a noun phrase ("Ukrainian officials", "representatives of Hamas", "Trump's envoy"), None if none.

    Of "Yemen's Houthi fighters" it is the nearer one; a bare country beside the noun is what it is about where an owner
    stands before it ("Trump's Ukraine envoy").
    """
    lemma = head.lemma_.lower()
    if lemma in RELATED and not _is_national(head, scene):
        return None
    if lemma in DELEGATED and (owner := _owner_side(head, scene)):
        return owner
    if any(child.lower_ in INDEPENDENT for child in head.lefts) and lemma in {*CAUSES, "organization", "organisation"}:
        return None
    before = list(_before(head, scene))
    if before and lemma in ATTENDING and (before[0].known is None or is_bare(head.doc, before[0])):
        return None
    if any(is_of_people(head.doc, one.last, head.i, scene.peoples) for one in before):
        return None
    if before:
        first = before[0]
        further = before[1] if len(before) > 1 and is_bare(head.doc, first) else first
        if lemma in RELATED and further is not first:
            return None
        return None if _is_joined(first, head, scene) else scene.sides.get(further.first) or _owner_side(head, scene)
    return None if lemma in RELATED else _side_after(head, scene)


def _before(head: Token, scene: Scene) -> Iterator[Named]:
    """The names before the noun within its phrase that can tell whose it is, the nearest first."""
    seen = {head.i}
    for i in range(head.i - 1, left_of(head) - 1, -1):
        one = scene.by_token.get(i)
        if one is None or one.first in seen or one.last > head.i:
            continue
        seen.add(one.first)
        if not (is_helper(head.doc, one) or _is_cause(one, head)):
            yield one


def _is_national(head: Token, scene: Scene) -> bool:
    """ "Our British partners": the nationality stands right before the noun, and nobody owns them."""
    one = scene.by_token.get(head.i - 1)
    is_theirs = one is not None and one.known is not None and one.known.form == "demonym"
    is_theirs = is_theirs and head.doc[head.i - 1].pos_ == "ADJ"  # not "U.S. allies"
    return is_theirs and not any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in head.lefts)


def _owner_side(head: Token, scene: Scene) -> str | None:
    owners = [scene.by_token[c.i] for c in head.lefts if c.dep_ == "poss" and c.i in scene.by_token]
    states = [o for o in owners if o.known is not None and o.known.form in {"state", "demonym", "capital"}]
    return scene.sides.get(states[0].first) if states else None


def is_bare(doc: Doc, one: Named) -> bool:
    """Whether a state's name stands as it is, without a possessive ("Ukraine envoy")."""
    owns = one.last < len(doc) and doc[one.last].text in {"'s", "’s", "'", "’"}
    return one.known is not None and one.known.form == "state" and not owns


def is_helper(doc: Doc, one: Named) -> bool:
    """Whether a name is joined to a word that tells who helps, likes or has made somebody: "Kenyan-backed"."""
    before = one.first > 1 and doc[one.first - 1].text in HYPHENS and doc[one.first - 2].lower_ in TOWARDS
    _, hyphen, end = doc[one.last - 1].text.rpartition("-")  # the parser's "U.S.-backed" is one word
    if hyphen and end.islower():
        return end not in RULED
    joined = one.last + 1 < len(doc) and doc[one.last].text in HYPHENS and not doc[one.last - 1].whitespace_
    after = doc[one.last + 1] if joined else None
    return before or (after is not None and after.text[:1].islower() and after.lower_ not in RULED)


def is_short_form(doc: Doc, one: Named, by_token: dict[int, Named]) -> bool:
    """ "Envoy for the Republic of Kenya (ROK) Ana Torv": the short form in brackets tells no more than the long one."""
    long = by_token.get(one.first - 2)
    return one.first > 1 and doc[one.first - 1].text == "(" and long is not None and long.known is not None


def is_of_people(doc: Doc, first: int, last: int, peoples: frozenset[str]) -> bool:
    """Whether a word for a people stands among the tokens: "Iraqi [Kurdish] officials"."""
    return any(fold(token.text) in peoples for token in doc[first:last])


def _is_cause(one: Named, head: Token) -> bool:
    """Whether a bare country in the name of a body is what the body is for."""
    named_so = head.pos_ == "PROPN" and head.text[:1].isupper() and head.lemma_.lower() in CAUSES
    return named_so and is_bare(head.doc, one) and head.doc[one.first].dep_ in {"compound", "nmod"}


def _is_joined(one: Named, head: Token, scene: Scene) -> bool:
    """ "Kenyan and Western officials", "the Kenya-Uganda council": the noun is of several, so of no one side."""
    doc = head.doc
    link = doc[one.first - 1] if one.first > left_of(head) else None
    if link is not None and (link.lower_ in {"and", "or", "/"} or (link.text in HYPHENS and not link.whitespace_)):
        other = doc[link.i - 1]
        if other.pos_ in {"ADJ", "PROPN"} and other.text[:1].isupper():
            return _differs(other, one, scene)
    return any(_differs(t, one, scene) for t in doc[one.first].conjuncts if t.text[:1].isupper() and t.i < head.i)


def _differs(other: Token, one: Named, scene: Scene) -> bool:
    side = scene.sides.get(other.i) if other.i in scene.by_token else None
    return side != scene.sides.get(one.first)


def _side_after(head: Token, scene: Scene) -> str | None:
    """The side of those whose the noun is: "officials from Kyiv", "a spokesman of the Kenyan army"."""
    for link in head.rights:
        wanted = link.lower_ in {"of", "from"} or (link.lower_ == "for" and head.lemma_.lower() in SPEAKING)
        if link.dep_ != "prep" or not wanted:
            continue
        found = [_side_of_owner(noun, head, scene) for noun in link.children if noun.dep_ == "pobj"]
        if side := next(iter(found), None):
            return side if len(set(found)) == 1 else None
    return None


def _side_of_owner(noun: Token, head: Token, scene: Scene) -> str | None:
    """The side of what stands after "of" or "from"; None where it is several, or no body."""
    one = scene.by_token.get(noun.i)
    if one is not None:
        if any(scene.sides.get(t.i) is None for t in noun.conjuncts) or is_helper(noun.doc, one):
            return None  # "officials of Kenya and its neighbours"
        return scene.sides.get(noun.i) or (describe_side(noun, scene) if one.kind == "organisation" else None)
    lemma = noun.lemma_.lower()
    is_place = lemma in REGIONS and head.lemma_.lower() not in ARMED
    is_body = lemma in scene.bodies or noun.pos_ == "PROPN"  # "the speaker of the Kenyan Bunge"
    return describe_side(noun, scene) if is_body or is_place else None


def side_of_body(head: Token, lexicon: Lexicon) -> str | None:
    """The side of a body that no table names, by the state before its own noun: "the Kenyan General Staff"."""
    words = [kid for kid in head.lefts if kid.dep_ in OWNED]
    acting = lexicon.words("actors/bodies", "body") | lexicon.words("actors/bodies", "state")
    if head.pos_ != "PROPN" or not any(fold(token.text) in acting for token in (head, *words)):
        return None
    known = (load_gazetteer().by_surface.get(kid.text) for kid in words)
    sides = [one.side for one in known if one is not None and one.form in {"state", "demonym"}]
    return sides[0] if len(sides) == 1 else None


def gives_side(name: Token, head: Token) -> bool:
    """Whether a name among the words for an unnamed source tells whose it is: "an aide close to the Kenyan team".

    Beside its head or after one "of" or "from"; not where it tells what the source takes part in or helps.
    """
    if head.lemma_.lower() in RELATED:
        return False
    token, links = name, 0
    while token.i != head.i and token.head.i != token.i:
        if token.dep_ == "prep":
            links += 1
            is_spoken_for = token.lower_ == "for" and head.lemma_.lower() in SPEAKING
            is_near = token.lower_ == "to" and token.head.lower_ == "close"
            if token.lower_ not in {"of", "from"} and not is_spoken_for and not is_near:
                return False
        elif token.dep_ not in OWNED:
            return False
        token = token.head
    return links <= 1 and token.i == head.i


OWNED = frozenset({"poss", "compound", "amod", "nmod", "pobj"})
"""How what tells whose a noun is hangs on it."""


def tells_no_post(span: Span, named: Named, posts: set[str]) -> bool:
    """ "A fifth of Kenya, Torv said", "was never about Kenya for Torv": words before a name that are nobody's post."""
    if span.end == named.first and len(span) > 0 and span[-1].lower_ == "for":
        return True
    return span.end == named.first - 1 and not posts
