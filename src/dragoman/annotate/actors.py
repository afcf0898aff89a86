"""Who is in the text: names grouped into actors, with the side and the role that the text gives them.

Everything is learned from the words beside a name ("US envoy Steve Witkoff", "Denys Shmyhal, Ukraine's energy
minister"); the table of people only helps where a surname stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.apposed import is_someone
from dragoman.annotate.belonging import DELEGATED, SPEAKING, is_helper, is_of_people, is_short_form, tells_no_post
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.in_turn import side_in_turn, side_of_first
from dragoman.annotate.led import side_led
from dragoman.annotate.mentions import Named
from dragoman.annotate.names import bynames, fold, given_names, is_fathers_name, is_same_name, known_people, name_parts
from dragoman.annotate.phrases import SENT, left_of, title_start
from dragoman.annotate.posts import is_listed, is_of_next, post_start
from dragoman.lexicon import Lexicon
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token


ABOUT = frozenset({"for", "to", "on", "in", "with", "against"})
"""Prepositions after which a country is what a post or group is about, not whom it serves."""
LOOSE_END = re.compile(r"(?: (?:the|of|for|and))+$")
"""Small words that end a run of title words and belong to what follows it."""


ACTING = (("actors/bodies", "body"), ("actors/bodies", "state"), ("actors/bands", "acting"))
"""Tables of nouns for bodies that act for a state or are a party of their own."""


class Titles(Struct, frozen=True):
    """The tables that tell a role and a side from the words beside a name."""

    roles: frozenset[str]
    topical: frozenset[str]
    courtesy: frozenset[str]
    people: dict[str, tuple[str, str]]
    bodies: frozenset[str]
    """Nouns in the names of a state's own bodies."""
    bynames: dict[str, str]
    offices: frozenset[str]
    """Nouns for one person in an office."""
    ranks: frozenset[str]
    """Titles that somebody bears beside an office."""
    acting: frozenset[str]
    """Nouns for bodies that act for a state or are a party of their own."""
    peoples: frozenset[str]


class Person(Struct, frozen=True):
    """A person under making: all forms of the name, and what the words beside each form said."""

    parts: tuple[str, ...]
    forms: tuple[str, ...]
    sides: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


def title_tables(lexicon: Lexicon) -> Titles:
    """The tables `actors/roles` and `actors/people`, ready for look-up."""
    return Titles(
        lexicon.words("actors/roles") - lexicon.words("actors/roles", "courtesy"),
        lexicon.words("actors/roles", "topic"),
        lexicon.words("actors/roles", "courtesy"),
        known_people(lexicon),
        lexicon.words("actors/bodies", "body"),
        bynames(lexicon),
        lexicon.words("actors/groups", "office"),
        lexicon.words("actors/roles", "courtesy") | lexicon.words("actors/posts", "rank"),
        frozenset().union(*(lexicon.words(table, means) for table, means in ACTING)),
        lexicon.words("actors/peoples"),
    )


def name_actors(doc: Doc, named: tuple[Named, ...], lexicon: Lexicon) -> tuple[tuple[Actor, ...], dict[int, int]]:
    """The actors that the text names, and for each index of `named` its index among them."""
    titles = title_tables(lexicon)
    by_token = {i: n for n in named for i in range(n.first, n.last)}
    people, person_of = _group_persons(doc, named, by_token, titles)
    actors = [_finish_person(person, titles) for person in people]
    index_of = dict(person_of)
    homes: dict[tuple[str, str], int] = {}
    whole = [_organisation_name(doc, one) for one in named if one.kind == "organisation"]
    for i, one in enumerate(named):
        if one.kind == "person":
            continue
        name = one.known.name if one.known else _whole_name(_organisation_name(doc, one), whole)
        home = homes.setdefault((one.kind, name), len(actors))
        index_of[i] = home
        if home == len(actors):
            actors.append(_other_actor(doc, one, name, by_token, titles))
        actors[home] = _with_alias(actors[home], doc[one.first : one.last].text)
    return tuple(actors), index_of


def _with_alias(actor: Actor, form: str) -> Actor:
    if form == actor.name or form in actor.aliases:
        return actor
    return structs.replace(actor, aliases=(*actor.aliases, form))


def _organisation_name(doc: Doc, named: Named) -> str:
    words = doc[named.first : named.last].text.removesuffix("'s").removesuffix("’s")
    return " ".join(words.rstrip(":;,\u200e\u200f").split())


def _whole_name(name: str, whole: Iterable[str]) -> str:
    """The long name of the text of which a single word is the short one ("the Observatory"); else the word itself."""
    longer = {one for one in whole if " " in one and name in one.split()} if " " not in name else set()
    return longer.pop() if len(longer) == 1 else name


def _other_actor(doc: Doc, named: Named, name: str, by_token: dict[int, Named], titles: Titles) -> Actor:
    if named.known:
        return Actor(name, (), named.known.side, None, named.known.kind)
    side = _side_of_body(doc, named, titles)
    if side is None and _acts_for_state(doc, named, by_token, titles):
        side = _side_beside(doc, named, by_token, titles)
    return Actor(name, (), side, None, "organisation")


def _acts_for_state(doc: Doc, named: Named, by_token: dict[int, Named], titles: Titles) -> bool:
    """Whether an organisation is told to be a body that acts for somebody ("Kenyan rebel group", "the state firm").

    A paper, a firm, a school or an observatory of a country is none.
    """
    name, beside = doc[named.first : named.last], _beside(doc, named, frozenset(by_token), titles)
    said = [*name, *(token for span in beside for token in span if token.i not in by_token)]
    return any(fold(token.text) in titles.acting for token in said)


def _side_of_body(doc: Doc, named: Named, titles: Titles) -> str | None:
    """The state whose name begins that of one of its bodies: "U.S. House of Representatives"; None for others."""
    known = load_gazetteer().at(doc.text, doc[named.first].idx)
    of_state = known is not None and known.form in {"state", "demonym"} and named.known is None
    is_body = any(fold(token.text) in titles.bodies for token in doc[named.first : named.last])
    return known.side if known is not None and of_state and is_body else None


# ---- persons ---------------------------------------------------------------------------------------------------------


def _group_persons(
    doc: Doc, named: tuple[Named, ...], by_token: dict[int, Named], titles: Titles
) -> tuple[list[Person], dict[int, int]]:
    """Persons, full names first, so that a surname finds its bearer wherever it stands; and each name's person."""
    mentions = [(i, n) for i, n in enumerate(named) if n.kind == "person"]
    mentions.sort(key=lambda pair: (-len(name_parts(doc[pair[1].first : pair[1].last].text)), pair[1].first))
    people: list[Person] = []
    home: dict[int, int] = {}
    for i, one in mentions:
        text = _organisation_name(doc, one)
        full = titles.bynames.get(fold(text), text)
        parts = name_parts(full)
        if not parts:
            continue
        fitting = [
            p
            for p, person in enumerate(people)
            if is_same_name(person.parts, parts) and not is_fathers_name(full, person.forms)
        ]
        fitting = fitting or _by_first_part(people, parts)
        where = fitting[0] if fitting else len(people)
        if not fitting:
            people.append(Person(parts, ()))
        person = people[where]
        side, role = _side_beside(doc, one, by_token, titles), _role_beside(doc, one, by_token, titles)
        people[where] = Person(
            person.parts,
            person.forms if text in person.forms else (*person.forms, text),
            (*person.sides, side) if side else person.sides,
            (*person.roles, role) if role else person.roles,
        )
        home[i] = where
    return people, home


def _by_first_part(people: list[Person], parts: tuple[str, ...]) -> list[int]:
    """ "Ban" for Ban Ki-moon, "Joe" for Joe Biden: the only person whose full name begins so; else nobody."""
    first = given_names().get(parts[0], parts[0])
    found = [p for p, person in enumerate(people) if len(parts) == 1 and person.parts[0] in {parts[0], first}]
    return found if len(found) == 1 else []


def _finish_person(person: Person, titles: Titles) -> Actor:
    """The longest form is the name, the side the one given most often; a lone surname asks the table of people."""
    name = max(person.forms, key=lambda form: (len(name_parts(form)), len(form)))
    # A roster or table knows the name under which the dossier keeps somebody.
    known = titles.people.get(person.parts[-1])
    first = titles.bynames.get(fold(person.forms[0]), person.forms[0])
    if known and (not is_same_name(name_parts(known[0]), person.parts) or is_fathers_name(first, known[:1])):
        known = None
    sides = Counter(person.sides).most_common()
    side = sides[0][0] if sides else known[1] if known else None
    if known and len(person.parts) == 1:
        name = known[0]
    name = titles.bynames.get(fold(name), name)
    role = max(person.roles, key=len) if person.roles else None
    return Actor(name, tuple(form for form in person.forms if form != name), side, role, "person")


# ---- what stands beside a name ---------------------------------------------------------------------------------------


def _beside(doc: Doc, named: Named, inside: frozenset[int], titles: Titles) -> list[Span]:
    """The words that describe a name: before it, around the noun it explains, and in the apposition after it."""
    root = doc[named.first : named.last].root
    spans = [doc[post_start(doc, named.first, inside, titles.offices) : named.first]]
    start = spans[0].start
    if (
        start > 1
        and doc[start - 1].text == ","
        and len(spans[0]) > 0
        and {fold(t.text) for t in spans[0]} <= titles.ranks
    ):
        before = doc[title_start(doc, start - 1, inside) : start - 1]
        if any(fold(token.text) in titles.offices for token in before):
            spans.append(before)  # "Minister of Kenya, Prince Omar Haddad", not "In Kenya, Ambassador Haddad"
    elif start > 1 and doc[start - 1].text == "," and len(spans[0]) > 0 and fold(doc[start - 2].text) in OPPOSITE:
        spans.append(doc[title_start(doc, start - 1, inside) : start - 1])  # "her Kenyan counterpart, Minister Torv"
    if named.first > 1 and doc[named.first - 1].text == ",":
        before = doc[title_start(doc, named.first - 1, inside) : named.first - 1]
        is_many = len(before) > 0 and before.root.tag_ in {"NNS", "NNPS"}  # "with Kenyan officials, Torv said"
        if not is_many and not any(is_someone(token) for token in before):  # nor somebody else's title
            spans.append(before)
    is_titled = any(fold(token.text) in titles.offices for token in spans[0])
    explained = [
        c
        for c in root.children
        if c.dep_ == "appos"
        and c.i >= named.last
        and not is_of_next(c, inside, titles.offices)
        and _explains(c, inside)
    ]
    after = [child_phrase(child) for child in explained]
    spans += [span for span in after if not (is_titled and is_listed(span))]
    return [span for span in spans if len(span)]


def _explains(head: Token, inside: frozenset[int]) -> bool:
    """Whether what the parser takes for an apposition is one, and no name or next of a list ("and Nur's aide")."""
    first = head.left_edge.i
    is_next = first > 0 and head.doc[first - 1].lower_ in {"and", "or"}
    return not is_next and not (head.i in inside and head.ent_type_ == "GPE")


def child_phrase(head: Token) -> Span:
    """An apposition up to its first clause or comma, "of" phrases included: "an adviser on aid to Kenya who left"."""
    last = head.i + 1
    for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
        is_clause = token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ in {"VB", "VBN"})
        if token.text in {",", ";", "(", "—", "–"} or is_clause:
            break
        last = token.i + 1
    return head.doc[left_of(head) : last]


def _role_beside(doc: Doc, named: Named, by_token: dict[int, Named], titles: Titles) -> str | None:
    """The longest run of title words beside the name, in small letters ("special envoy"); None without one."""
    found: list[str] = []
    for span in _beside(doc, named, frozenset(by_token), titles):
        run: list[str] = []
        for token in span:
            if fold(token.text) in titles.roles or (run and token.lower_ in {"of", "for", "the", "and"}):
                if not run and found and found[-1].endswith(" for"):
                    if span.start >= named.last:
                        break  # "Torv, chief of staff for President Nur"
                    found.pop()  # "chief of staff for President Torv": the first is another's office
                run.append(token.lower_)
            elif token.text in {"'s", "’s"}:
                run = []  # "the minister's envoy"
            elif run and token.text not in {"-", "‑"}:
                found.append(" ".join(run))
                run = []
        found.append(" ".join(run))
    longest = max(reversed(found), key=len, default="")  # of equals the last: "the most senior Kenyan leader"
    return LOOSE_END.sub("", longest) or None


def _side_beside(doc: Doc, named: Named, by_token: dict[int, Named], titles: Titles) -> str | None:
    """The side that the words beside a name give, before it the nearest.

    A bare country before an envoy's title is the topic, not the side; that before somebody's office is its seat.
    """
    if side := _side_after(doc, named, by_token):
        return side
    for span in _beside(doc, named, frozenset(by_token), titles):
        roles = {fold(token.text) for token in span}
        if roles & DELEGATED and (owner := _owner_before(span, by_token)):
            return owner
        if tells_no_post(span, named, roles & (titles.roles | OPPOSITE)):
            continue
        for token in reversed(span) if span.end <= named.first else span:
            beside = by_token.get(token.i)
            if beside is None or beside is named or beside.first != token.i:
                continue
            if beside.known is None:
                if side := _side_of_body(doc, beside, titles):
                    return side
                continue
            if _is_seat(doc, beside, span, roles) or is_helper(doc, beside) or is_short_form(doc, beside, by_token):
                continue
            if is_of_people(doc, beside.last, max(span.end, named.first), titles.peoples):
                return None
            is_envoy = bool(roles & titles.topical)
            # "for the Federation"; in "adviser to the Kenyan presidency" the article is the office's
            named_so = bool(roles & SENT) or beside.known.form == "state" or " of " in beside.known.surface
            last = beside.first - 1 - (named_so and beside.first > 1 and doc[beside.first - 1].lower_ == "the")
            before = doc[last].lower_ if last >= span.start else ""
            if _is_served(before, roles) or not _is_topic(doc, beside, before, is_envoy=is_envoy):
                return beside.known.side
    told = side_led(doc, named, by_token) or side_in_turn(doc, named, by_token)
    return told or side_of_first(doc, named, by_token, titles.offices, DELEGATED | OPPOSITE)


ADVISING = frozenset({"adviser", "advisor", "aide", "counsellor"})
"""Who is told with those whom he serves after "to": "an aide to Kenya's president"."""


def _is_served(before: str, roles: set[str]) -> bool:
    """ "A spokesman for Kenya", "an aide to Kenya": whom the post serves, not what it is about."""
    return bool((before == "for" and roles & SPEAKING) or (before == "to" and roles & ADVISING))


OPPOSITE = frozenset({"counterpart", "colleague", "host", "opponent", "interlocutor"})
"""Who stands opposite somebody, whose name may follow after a comma: "her Kenyan counterpart, Ana Torv"."""


def _side_after(doc: Doc, named: Named, by_token: dict[int, Named]) -> str | None:
    """ "President Ana Torv of Kenya": the state right after the name; None without one."""
    if named.kind != "person" or named.last + 1 >= len(doc) or doc[named.last].lower_ != "of":
        return None
    first = named.last + 1 + (doc[named.last + 1].lower_ == "the")
    after = by_token.get(first)
    if after is None or after.known is None or after.known.kind != "state":
        return None
    possessive = after.last < len(doc) and doc[after.last].text in {"'s", "’s", "'", "’"}  # "told Torv of Kenya's plan"
    return None if possessive else after.known.side


def _owner_before(post: Span, by_token: dict[int, Named]) -> str | None:
    """The state that sends somebody to a body: "Kenya's U.N. Ambassador Ana Torv", "former US Nato ambassador"."""
    before = ((by_token.get(token.i - 1), token.i) for token in post if token.text in {"'s", "’s"})
    owners = [one for one, mark in before if one is not None and one.last == mark]  # not "the People's Republic"
    sent = (by_token.get(token.i) for token in post if _is_body_next(token, by_token))
    states = [one.known for one in (*owners, *sent) if one is not None and one.known is not None]
    return next((known.side for known in states if known.kind == "state"), None)


def _is_body_next(token: Token, by_token: dict[int, Named]) -> bool:
    """Whether the name of an organisation follows that of a state at once: "the [Kenyan] U.N. envoy"."""
    one, following = by_token.get(token.i), by_token.get(token.i + 1)
    if one is None or following is None or one.known is None or following.known is None:
        return False
    return one.known.form in {"state", "demonym"} and following.known.form == "organisation" and one is not following


SEATS = frozenset({"office", "bureau", "branch", "mission", "desk"})
REPORTING = frozenset({"correspondent", "reporter"})
"""Who writes from a place: "the paper's Nairobi correspondent"."""
PLACES = frozenset({"city", "town", "village", "port", "peninsula", "province", "region", "island", "suburb"})
"""Nouns before the names of places, which the tagger may take for those of people: "the Kenyan town of Torv"."""


def _is_seat(doc: Doc, beside: Named, span: Span, roles: set[str]) -> bool:
    """Whether a country tells where an office of an organisation is: "head of the bank's Kenya office".

    Or where a place or a reporter is ("the Kenyan town of Torv", "Nairobi correspondent Ana Torv").
    """
    if roles & PLACES and not roles & {"mayor", "governor"}:
        return True
    if roles & REPORTING and beside.known is not None and beside.known.form == "capital":
        return True
    owned = any(token.dep_ == "poss" and token.i < beside.first for token in span)
    return owned and beside.last < len(doc) and doc[beside.last].lower_ in SEATS


def _is_topic(doc: Doc, beside: Named, before: str, *, is_envoy: bool) -> bool:
    """Whether a country beside a title is what the post is about ("Syria envoy", "ambassador to Russia").

    `before` is the word that stands before the country within the title.
    """
    if before in ABOUT:
        return True
    possessive = beside.last < len(doc) and doc[beside.last].text in {"'s", "’s", "'", "’"}
    is_state = beside.known is not None and beside.known.form == "state"
    bare = is_state and not possessive and before != "of" and doc[beside.first].dep_ in {"compound", "nmod"}
    return bare and is_envoy
