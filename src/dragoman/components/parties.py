"""Three mends of the parse, so that those listed are each one of the list.

"The Kenyan government and RFK rebels" are two, also where it hangs the first on the second; "President Torv of Kenya,
Chancellor Nur of Chad and Minister Abdi" are three, also where it takes the second for another name of the first, and
"President Torv of Kenya and President Haddad of Chad" two, also where it joins the second to Kenya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS"})
OWN = frozenset({"det", "poss", "amod", "compound"})
"""What makes a noun phrase of its own of the first: "the Kenyan government", "Kenya's army"."""
NAMES = frozenset({"NNP", "NNPS", "JJ"})
TITLES = frozenset(
    {"president", "chancellor", "minister", "premier", "secretary", "king", "queen", "prince", "emir", "amir", "sultan"}
    | {"ambassador", "envoy", "commissioner", "representative", "general", "governor", "senator", "adviser", "advisor"}
)
"""What stands before the name of one person."""


def join_parties(doc: Doc) -> Doc:
    """`doc` with the two joined: the first has the place of both in the clause, the second is its conjunct.

    Only where the first is a noun with words of its own before it and a name stands between "and" and the second.
    """
    for token in doc:
        if token.dep_ == "nmod" and token.tag_ in NOUNS and (name := _between(token)) is not None:
            _join(token, name)
        elif token.dep_ == "appos" and _is_next_of_list(token):
            token.head, token.dep_ = _last_joined(token.head, token.i), "conj"
        elif token.dep_ == "conj" and (first := _ruler_of(token)) is not None:
            for link in [c for c in token.head.rights if c.dep_ in {"cc", "punct"} and c.i < token.i]:
                link.head = first
            token.head = first
    return doc


def _ruler_of(name: Token) -> Token | None:
    """ "Torv" for the "Haddad" of "President Torv of Kenya and President Haddad": whom the second stands beside."""
    state = name.head
    of = state.head
    if not (_is_person(name) and state.dep_ == "pobj" and of.lower_ == "of" and state.tag_ in NAMES | {"NNPS"}):
        return None
    first = of.head
    return first if _is_person(first) and not _is_person(state) and first.i < of.i else None


def _is_person(name: Token) -> bool:
    is_of_several = name.dep_ == "appos" and name.head.lower_.removesuffix("s") in TITLES  # "Presidents Torv of Kenya"
    return name.tag_ == "NNP" and (name.ent_type_ == "PERSON" or is_of_several or _is_titled(name))


def _is_next_of_list(name: Token) -> bool:
    """ "Chancellor Lea Nur" behind "President Torv of Kenya,": no other name of hers, where "and" ends the list."""
    first = name.head
    return first.dep_ != "appos" and _is_titled(name) and _is_titled(first) and _is_listed(name)


def _last_joined(first: Token, before: int) -> Token:
    """The last name of a list that starts with `first` and ends before the token `before`."""
    while later := [c for c in first.rights if c.dep_ == "conj" and c.i < before]:
        first = later[-1]
    return first


def _is_titled(name: Token) -> bool:
    """ "Chancellor Lea Nur": a name behind a title; nobody is told twice so."""
    return name.tag_ == "NNP" and any(c.dep_ == "compound" and c.lower_.removesuffix("s") in TITLES for c in name.lefts)


def _is_listed(name: Token) -> bool:
    """Whether a name is one of several, the last of them behind "and"."""
    return _ends_in_and(name, name.i) or _ends_in_and(name.head, name.i)


def _ends_in_and(name: Token, after: int) -> bool:
    names = [c for c in name.rights if c.i > after and c.dep_ in {"appos", "conj"} and c.tag_ == "NNP"]
    if any(c.dep_ == "cc" and c.lower_ == "and" and c.i > after for c in name.rights):
        return any(c.dep_ == "conj" for c in names)
    return any(_ends_in_and(c, c.i) for c in names)


def _between(first: Token) -> Token | None:
    """The name after "and" that the parser joins to the first, though it belongs to the noun behind it."""
    second = first.head
    if second.i < first.i or second.tag_ not in NOUNS or not any(c.dep_ in OWN for c in first.lefts):
        return None
    joined = [c for c in first.rights if c.dep_ == "conj" and c.i < second.i]
    links = [c for c in first.rights if c.dep_ == "cc" and c.lower_ == "and"]
    is_two = len(joined) == len(links) == 1 and links[0].i < joined[0].i and joined[0].i == second.i - 1
    return joined[0] if is_two and joined[0].tag_ in NAMES and joined[0].text[:1].isupper() else None


def _join(first: Token, name: Token) -> None:
    second = first.head
    role, above = second.dep_, second.head
    first.dep_ = role
    if above == second:  # the sentence is no more than that
        first.head = first
    else:
        first.head = above
    second.head, second.dep_ = first, "conj"
    name.head, name.dep_ = second, "amod" if name.tag_ == "JJ" else "compound"
