"""Noun phrases that stand for somebody without a name: offices, groups, governments, "both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from dragoman.annotate.abstract import is_abstract
from dragoman.annotate.apposed import explained
from dragoman.annotate.belonging import FACTIONS, OPPOSED, RELATED, RIVALS, describe_side, is_helper, scene_of
from dragoman.annotate.firms import describes_firm
from dragoman.annotate.mentions import Named, dateline_end
from dragoman.annotate.phrases import bare_name, phrase
from dragoman.annotate.shortnames import is_short_name, last_words
from dragoman.annotate.sides import opposition_of
from dragoman.lexicon import Lexicon
from dragoman.parse.credit import load_credits
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token

NominalMeans = Literal["state", "people", "office", "parties"]
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


class Nominal(Struct, frozen=True):
    """A noun phrase `[first, last)` with its head token, what it can stand for and the side beside it.

    `members` are actors that the phrase names itself ("representatives of Ukraine and Russia").
    """

    head: int
    first: int
    last: int
    text: str
    name: str
    lemma: str
    means: NominalMeans
    side: str | None = None
    definite: bool = False
    count: int | None = None
    members: tuple[int, ...] = ()


LONGEST_POST = 16
"""Tokens between "of" and the name in "envoy of the Federal Republic of Utopia Ana Torv"."""
MEANINGS = ("state", "people", "office", "parties", "against", "count", "collective")


GOVERNING = frozenset({"government", "regime"})
"""Nouns that stand for a state whose opposition the text names, where they name none."""
RULING = GOVERNING | {"army", "military"}
"""Nouns that stand for the state whose the text tells them to be elsewhere."""


class Tables(Struct, frozen=True):
    """Group nouns by meaning, as lemmas."""

    state: frozenset[str]
    people: frozenset[str]
    office: frozenset[str]
    parties: frozenset[str]
    against: frozenset[str]
    count: frozenset[str]
    collective: frozenset[str]


def group_tables(lexicon: Lexicon) -> Tables:
    """The table `actors/groups` by meaning."""
    table = "actors/groups"
    return Tables(*(lexicon.words(table, m) for m in MEANINGS))


def find_nominals(
    doc: Doc, named: tuple[Named, ...], actors: tuple[Actor, ...], actor_of: dict[int, int], lexicon: Lexicon
) -> Iterator[Nominal]:
    """Every noun phrase without a name of its own that stands for somebody."""
    tables = group_tables(lexicon)
    begins = dateline_end(doc)
    by_token = {i: n for n in named for i in range(n.first, n.last)}
    index_at = {i: actor_of[k] for k, n in enumerate(named) if k in actor_of for i in range(n.first, n.last)}
    firms = lexicon.words("actors/bodies", "firm")
    short = last_words(actors)
    scene = scene_of(by_token, {i: actors[index].side for i, index in index_at.items()}, lexicon)
    for token in doc:
        if token.i in by_token or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        if (bearer := _bearer(token, by_token, tables.office) or explained(token, by_token)) is not None:
            if (who := index_at.get(bearer.first)) is not None and _is_post(token, bearer, tables):
                yield _as_bearer(token, who)
            continue
        if _describes_a_name(token, by_token) or is_abstract(token) or describes_firm(token, firms, by_token):
            continue
        lemma = _lemma(token)
        means = _meaning(token, lemma, tables) or ("people" if lemma in short and is_short_name(token) else "")
        if means and not (lemma in tables.collective and _is_made_of_people(token, tables)):
            found = _nominal(token, lemma, means, describe_side(token, scene))
            if found.first < begins <= token.i:  # "OSLO Rebel fighters": the dateline is no part of them
                found = _from_token(found, begins, doc)
            if _is_against(token, tables) or any(_is_against(t, tables) for t in _sent_by(token)):
                found = _as_opposition(found, token, by_token)
            if means == "state" and not found.side and token.tag_ in {"NNS", "NNPS"}:
                found = structs.replace(found, means="people")  # "a dozen other countries"
            if found.means == "people" or (means == "state" and token.tag_ in {"NNS", "NNPS"}):
                bodies = {i: index for i, index in index_at.items() if actors[index].kind != "person"}
                found = structs.replace(found, members=_members(token, index_at, bodies, tables.state))
            if found.means != "state" or found.side or _is_whose_is_told(token, lemma, found):
                yield found


def _is_whose_is_told(noun: Token, lemma: str, found: Nominal) -> bool:
    """ "The government", "her country": the text tells before whose it is."""
    return (found.definite and lemma in RULING) or any(child.tag_ == "PRP$" for child in noun.lefts)


def _lemma(noun: Token) -> str:
    """The noun in the singular; the parser leaves what it takes for a name as it stands ("the Foreign Ministers")."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" or (noun.tag_ == "NNP" and lemma in TITLES) else lemma


TITLES = frozenset({"ministers", "presidents", "leaders", "envoys", "ambassadors"})
"""Titles in the plural that the parser may take for one name."""


def _is_against(noun: Token, tables: Tables) -> bool:
    """ "Rebels", "opposition fighters"."""
    beside = (c.lemma_.lower() for c in noun.lefts if c.dep_ in {"compound", "amod"})
    return noun.lemma_.lower() in tables.against or any(lemma in tables.against for lemma in beside)


def _sent_by(noun: Token) -> list[Token]:
    """Those whom a group stands for: "a delegation from Kenya's opposition"."""
    return [t for of in noun.rights if of.lower_ in {"of", "from"} for t in of.children if t.dep_ == "pobj"]


def _is_made_of_people(token: Token, tables: Tables) -> bool:
    """Whether the noun only gathers those named after it ("teams of negotiators"), who are then the actor."""
    inner = [t.lemma_.lower() for of in token.rights if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
    return any(lemma in tables.people or lemma in tables.office for lemma in inner)


def _describes_a_name(token: Token, by_token: dict[int, Named]) -> bool:
    """A title before a name ("President Obama") or a noun that an apposition names is no actor besides that name."""
    following = by_token.get(token.i + 1)
    if following is not None and following.kind == "person" and following.first == token.i + 1:
        return True
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i:
        return not _is_first_of_two(token)
    if following is not None and following.first == token.i + 1 and token.tag_ == "NN" and _is_body(following):
        return True  # "the militant group Hezbollah"
    if _is_second_of_one(token, by_token) or _is_before_comma(token, by_token):
        return True
    if any(_is_second_of_one(kid, by_token) for kid in token.children if kid.dep_ == "conj"):
        return True
    if token.dep_ == "appos" and token.head.i in by_token and by_token[token.head.i].kind == "person":
        return True
    if token.dep_ == "attr":
        return True
    return _is_explained_by_name(token, by_token)


def _is_first_of_two(title: Token) -> bool:
    """ "The Secretary and Foreign Minister Torv": an office with its article, joined to another's title and name."""
    is_whole = title.tag_ == "NNP" and any(kid.lower_ == "the" for kid in title.lefts)
    return is_whole and title.nbor().lower_ == "and" and any(kid.dep_ == "conj" for kid in title.rights)


def _is_second_of_one(token: Token, by_token: dict[int, Named]) -> bool:
    """ "Her counterpart and tough rival, Ana Torv": one person's second noun, without an article of its own."""
    first = token.head
    alike = token.dep_ == "conj" and token.tag_ == first.tag_ == "NN" and _is_determined(first)
    bare = not any(kid.dep_ in {"det", "poss"} for kid in token.lefts)
    return alike and bare and (_is_before_comma(token, by_token) or _is_explained_by_name(first, by_token))


def _is_before_comma(token: Token, by_token: dict[int, Named]) -> bool:
    """ "The president's special envoy, Ana Torv, who ...": a post whose holder is named at once, and then told of."""
    if token.tag_ not in {"NN", "NNP"} or token.i + 2 >= len(token.doc) or token.nbor().text != ",":
        return False
    name = by_token.get(token.i + 2)
    if name is None or name.kind != "person" or name.first != token.i + 2 or name.last >= len(token.doc):
        return False
    is_owned = any(kid.dep_ == "poss" for kid in token.lefts) or token.dep_ == "conj"
    ends = token.doc[name.last].text in {".", ")", ";"} or token.doc[name.last : name.last + 2].text.lower() == ", who"
    return is_owned and ends


def _is_explained_by_name(token: Token, by_token: dict[int, Named]) -> bool:
    named = (kid for kid in token.children if kid.dep_ == "appos" and kid.i in by_token)
    return any(by_token[kid.i].kind == "person" for kid in named)


def _is_body(named: Named) -> bool:
    return named.kind == "organisation" or (named.known is not None and named.known.form == "organisation")


def _bearer(token: Token, by_token: dict[int, Named], offices: frozenset[str]) -> Named | None:
    """The name that follows the title and what it is for ("envoy to the Middle East Ana Torv"); None without one."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in {"of", "to", "for"}:
        return None
    for i in range(token.i + 2, min(len(doc), token.i + 2 + LONGEST_POST)):
        named = by_token.get(i)
        if named is not None and named.kind == "person" and named.first == i:
            is_own = i > token.i + 2 and doc[i - 1].lemma_.lower() not in offices  # not "aide for Minister Ana Torv"
            return named if is_own else None
        is_long = token.tag_ == "NNP" and (
            doc[i].lower_ in {"and", "for", "to"} or (doc[i].text == "," and i + 1 in by_token)
        )
        is_field = doc[i].lower_ == "of" or is_long  # "Assistant to the President and Coordinator for Africa, Torv"
        if doc[i].pos_ not in {"PROPN", "DET", "ADJ", "NOUN"} and not is_field:
            return None
    return None


def _is_post(title: Token, bearer: Named, tables: Tables) -> bool:
    """Whether the words are an office with its field, which end in a name of their own ("for North Korea Ana Torv").

    A noun that explains the name before it ("the M23, an armed group") stands for it too.
    """
    if bearer.last <= title.i:
        return True
    is_whole = title.doc[bearer.first - 1].pos_ == "PROPN" and title.head.i != bearer.last - 1
    return is_whole and title.tag_ in {"NN", "NNP"} and _lemma(title) in tables.office


def _as_bearer(title: Token, who: int) -> Nominal:
    """The title that the parser makes the head of the name after it, as a word for the one named."""
    span = title.doc[title.i : title.i + 1]
    return Nominal(title.i, span.start, span.end, span.text, span.text, _lemma(title), "office", members=(who,))


def _meaning(token: Token, lemma: str, tables: Tables) -> NominalMeans | None:
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in TITLES
    counted = any(c.lower_ in tables.count for c in token.lefts if c.dep_ in {"nummod", "det", "predet", "preconj"})
    if (
        plural
        and lemma in tables.parties
        and (counted or (lemma in {"side", "party", "leader"} and _is_bare_definite(token)))
    ):
        return "parties"
    if lemma in tables.state:
        return "people" if plural and any(c.lower_ in OPPOSED for c in token.lefts) else "state"
    if not plural and lemma in tables.office:
        return "office"
    if not plural and not _is_determined(token) and not (lemma in tables.against and _is_second(token)):
        return None  # "took office", "under court supervision": no body that acts
    is_group = lemma in tables.people or (plural and lemma in RIVALS)
    return "people" if is_group or lemma in tables.office else None


def _is_determined(noun: Token) -> bool:
    return any(child.dep_ in {"det", "poss", "amod", "compound", "nmod"} for child in noun.lefts)


def _is_second(noun: Token) -> bool:
    """ "The government and opposition": the article of the first noun is the second one's too."""
    return noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and _is_determined(noun.head)


def _is_bare_definite(token: Token) -> bool:
    lefts = [child for child in token.lefts if child.dep_ != "punct"]
    return len(lefts) == 1 and lefts[0].lower_ == "the" and not any(c.dep_ == "prep" for c in token.rights)


def _members(token: Token, index_at: dict[int, int], bodies: dict[int, int], states: frozenset[str]) -> tuple[int, ...]:
    """ "representatives from both Ukraine and Russia", "Kenyan and Somali envoys": the states, two or more.

    "Its ally Kenya" is Kenya. `bodies` are the actors that are no persons: "relatives of Torv and Nur" are others.
    """
    if token.lemma_.lower() in RELATED and token.i + 1 in index_at:
        return (index_at[token.i + 1],)
    gathered = [t for of in token.rights if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
    below = [c for noun in (token, *gathered) for c in noun.rights]
    for called in (c for c in below if c.dep_ == "acl" and c.lower_ in {"known", "called"}):
        names = [t for c in (called, *called.children) for t in c.children if t.dep_ in {"pobj", "oprd"}]
        if named := [index_at[t.i] for t in names if t.i in index_at]:
            return (named[0],)  # "fighters known as the Lake Front"
    for preposition in token.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in {"of", "from", "for"}:
            if len(listed := _listed(preposition, bodies)) >= FEWEST_LISTED:
                return listed
            again = [c for other in _joined_to(preposition) for c in other.children]
            for head in (child for child in preposition.children if child.dep_ == "pobj"):
                joined = [_whose(t, bodies, states) for t in (head, *head.conjuncts, *again)]  # "of Kenya and of Chad"
                found = [bodies[t.i] for t in joined if t.i in bodies]
                if len(found) > 1:
                    return tuple(dict.fromkeys(found))
    for child in token.lefts:  # "Yemen's Houthi fighters" are of one of both only
        if child.dep_ in {"amod", "compound", "nmod", "poss"}:
            sides = tuple(dict.fromkeys(bodies[t.i] for t in (child, *child.conjuncts) if t.i in bodies))
            if len(sides) > 1:
                return sides
    return _paired(token, bodies)


def _whose(body: Token, bodies: dict[int, int], states: frozenset[str]) -> Token:
    """ "Envoys of Kenya's army and the M23": the state that the body acts for; a body of nobody else is itself."""
    owners = [c for c in body.lefts if c.i in bodies and c.dep_ in {"poss", "amod", "nmod", "compound"}]
    acts = body.i not in bodies and body.pos_ == "NOUN" and _lemma(body) in states
    return owners[0] if owners and acts else body


def _joined_to(preposition: Token) -> list[Token]:
    """ "Of Kenya and of Chad": the second "of", which the parser hangs on the first or on the noun."""
    behind = [c for c in preposition.head.rights if c.i > preposition.i and c.nbor(-1).dep_ == "cc"]
    return [c for c in (*preposition.conjuncts, *behind) if c.lower_ == preposition.lower_]


def _listed(preposition: Token, bodies: dict[int, int]) -> tuple[int, ...]:
    """The bodies of the list right after the preposition, however the parser takes it apart."""
    found: list[int] = []
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if token.i in bodies:
            found.append(bodies[token.i])
        elif token.lower_ not in {",", "and", "the"}:
            break
    return tuple(dict.fromkeys(found))


FEWEST_LISTED = 3
"""Bodies in a list from which it can be no others' clause: "envoys of Kenya, and Uganda said so"."""


def _paired(noun: Token, bodies: dict[int, int]) -> tuple[int, ...]:
    """ "Kenya-Uganda officials": the two whose names a hyphen joins before the noun; empty without such a pair."""
    last = noun.i - 1
    while last > noun.i - LONGEST_PAIR and last not in bodies:
        last -= 1
    link = last - 1
    if last not in bodies or link < 1 or noun.doc[link].text not in {"-", "–", "‑"} or link - 1 not in bodies:
        return ()
    return bodies[link - 1], bodies[last]


LONGEST_PAIR = 4
"""Tokens before a noun in which the pair that it belongs to stands."""


def _nominal(token: Token, lemma: str, means: NominalMeans, side: str | None) -> Nominal:
    span = _without_agency(phrase(token))
    is_opposed = means == "people" and lemma in FACTIONS and any(c.lower_ in OPPOSED for c in token.lefts)
    side = None if is_opposed else side
    name = side if means == "state" and side else bare_name(span)
    counts = [NUMBERS.get(child.lower_) for child in token.lefts]
    return Nominal(
        token.i, span.start, span.end, span.text, name, lemma, means, side,
        definite=_is_definite(token), count=next((n for n in counts if n), None),
    )  # fmt: skip


def _without_agency(span: Span) -> Span:
    """ "Told [Reuters] Kenya's opposition had left": the agency that hears it is no part of who left."""
    doc, first = span.doc, span.start
    heard = first > 0 and doc[first - 1].lemma_ == "tell" and doc[first].text in load_credits().agencies
    return doc[first + 1 : span.end] if heard and len(span) > 1 else span


def _from_token(nominal: Nominal, first: int, doc: Doc) -> Nominal:
    """The phrase from a later token on."""
    span = doc[first : nominal.last]
    name = nominal.name if nominal.means == "state" else bare_name(span)
    return structs.replace(nominal, first=first, text=span.text, name=name)


def _as_opposition(nominal: Nominal, token: Token, by_token: dict[int, Named]) -> Nominal:
    """ "Syrian rebels": their side is the Syrian opposition, not Syria; bare "rebels" have none."""
    last = max(t.i for t in (token, *_sent_by(token)))
    beside = [by_token[i].known for i in range(nominal.first, last) if i in by_token]
    if nominal.side is None or not any(known and known.kind == "state" for known in beside):
        return nominal  # "Islamic State militants" act for Islamic State
    return structs.replace(nominal, side=_opposition(token.doc[nominal.first : nominal.last], token, by_token))


def _opposition(span: Span, token: Token, by_token: dict[int, Named]) -> str | None:
    """The opposition that the word before the noun tells ("Syrian", "Syria's"), or before those who sent them."""
    ends = [token, *_sent_by(token)]
    before = [t for end in ends for t in span.doc[span.start : end.i]]
    named = list(dict.fromkeys(by_token[t.i].first for t in before if t.i in by_token))
    states = [one for one in (by_token[i] for i in named) if one.known and one.known.kind == "state"]
    told = [one.known for one in states if not is_helper(token.doc, one)]
    return opposition_of(told[-1].side) if told and told[-1] else None


def _is_definite(token: Token) -> bool:
    lefts = list(token.lefts)
    if any(child.lower_ in {"a", "an", "another", "some", "any", "no"} for child in lefts):
        return False
    if any(child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" for child in lefts):
        return True
    # "Deputy Foreign Minister said": a title in capitals stands for its holder.
    return token.text[:1].isupper() and token.tag_ in {"NN", "NNP"} and not any(c.dep_ == "det" for c in lefts)
