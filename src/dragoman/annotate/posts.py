"""Posts before names: where the title with its field or body begins, and where the name behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.names import fold
from dragoman.annotate.phrases import title_start
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token

PERSON = "PERSON"
"""What the tagger calls the name of a person."""


LEAST_NAME = 2
"""Words of a name that is told apart from what stands before it."""


class Posts(Struct, frozen=True):
    """Last words of what posts are for ("Affairs", "Africa") and of the bodies that they are in ("Bureau"), folded."""

    fields: frozenset[str]
    bodies: frozenset[str]


def post_words(lexicon: Lexicon) -> Posts:
    """The table `actors/posts`."""
    return Posts(lexicon.words("actors/posts", "field"), lexicon.words("actors/posts", "body"))


def is_of_post(name: Span, titles: frozenset[str], posts: Posts) -> bool:
    """ "Minister of Foreign Affairs of Kenya Ana Torv": a state whose the post is, though a name follows at once."""
    doc, first = name.doc, name.start - (name.start > 0 and name.doc[name.start - 1].lower_ == "the")
    is_after = first > 1 and doc[first - 1].lower_ in {"of", "for", "to"}
    return is_after and fold(doc[first - 2].text) in titles | posts.fields


def after_elect(run: Span, first: int) -> int:
    """ "President-Elect Torv": the token behind what tells that the post is still to be taken."""
    rest = [token.lower_ for token in run.doc[first : run.end]]
    is_elect = len(rest) > 1 and rest[0] in {"-", "‑"} and rest[1] in {"elect", "designate"}
    return first + len(("-", "Elect")) if is_elect else first


def after_post(run: Span, first: int, titles: frozenset[str], posts: Posts) -> int:
    """The token at which the person's name begins in a run of proper nouns whose titles end before `first`."""
    return _after_field(run, _after_body(run, first, posts), titles, posts.fields | posts.bodies)


def _after_body(run: Span, first: int, posts: Posts) -> int:
    """Where the person begins in "Director of the Foreign Affairs Commission Ana Torv": after the body of the post."""
    doc = run.doc
    person = next((t.i for t in run if t.i > first and t.ent_type_ == PERSON), None)
    is_after = first > run.start or (first > 0 and doc[first - 1].lower_ in {"of", "for"})
    if is_after and fold(doc[first].text) in posts.fields and run.end - first > LEAST_NAME:
        return first + 1  # "Director of National Intelligence Ana Torv", "National" taken for a title
    if person is None or not is_after or run.end - person < LEAST_NAME:
        return first
    return person if fold(doc[person - 1].text) in posts.fields | posts.bodies else first


def is_only_post(run: Span, name: Span, posts: Posts) -> bool:
    """ "The Director of National Intelligence (DNI)", "Head of the Foreign Trade Department": nobody by name.

    `name` is what a run of proper nouns leaves behind its titles, for which "National" and "Foreign" are taken.
    """
    if len(name) == 1 and fold(name.text) in posts.fields:
        return True
    is_body = run.start < name.start and fold(name[-1].text) in posts.bodies
    return is_body and all(token.ent_type_ != PERSON for token in run)


def is_right_after(doc: Doc, first: int, offices: frozenset[str]) -> bool:
    """Whether an office stands before the token, with at most one word for its field: "Minister of Defence Torv"."""
    if fold(doc[first - 1].text) in offices:
        return True
    return first > 2 and doc[first - 2].lower_ in {"of", "for"} and fold(doc[first - 3].text) in offices


def is_after_state(doc: Doc, first: int, named: set[int], offices: frozenset[str]) -> bool:
    """ "President of Kenya Ana Torv": whether an office and whose it is stand right before the token.

    `named` are the tokens of known names.
    """
    before = first - 1
    while before > 1 and before in named:
        before -= 1
    return 0 < before < first - 1 and doc[before].lower_ == "of" and fold(doc[before - 1].text) in offices


def ends_name(title: Token, run: Span) -> bool:
    """ "Ana Al Sheikh": a title that is the surname after its article, with nothing behind it."""
    return title.i == run.end - 1 and title.i > run.start + 1 and fold(title.nbor(-1).text) in {"al", "el"}


def _after_field(run: Span, first: int, titles: frozenset[str], fields: frozenset[str]) -> int:
    """Where the person begins in "envoy for the Horn of Africa Ana Torv": after the field of the post before it.

    Told by the tagger, which marks the person in the run alone, or by the words that fields and bodies end in
    ("Affairs", "Party").
    """
    doc, last = run.doc, run.end
    start = run.start if run.start > 0 and doc[run.start - 1].lower_ in {"the", "of", "for"} else first
    before = start - 1 - (start > 1 and doc[start - 1].lower_ == "the")  # "of the National Party": not a post itself
    while before > 1 and doc[before].lower_ in {"of", "the"} and doc[before - 1].pos_ == "PROPN":
        before -= 2  # "for the Horn of"
    before -= doc[before].lower_ == "the" if before > 1 else 0
    of_post = before > 0 and doc[before].lower_ in {"for", "to", "of"} and fold(doc[before - 1].text) in titles
    if not (of_post or _ends_fields(doc, first, titles)):
        return first
    for token in doc[first + 1 : last - 1]:
        person = token.ent_type_ == PERSON and doc[token.i - 1].ent_type_ != PERSON and start == first
        if person or fold(doc[token.i - 1].text) in fields:
            return token.i
    return first


def _ends_fields(doc: Doc, first: int, titles: frozenset[str]) -> bool:
    """ "Minister of State for the Middle East and North America Ana Torv": the last of several fields of one post."""
    before = first - 1
    if before < 1 or doc[before].lower_ != "and":
        return False
    while before > 1 and (doc[before].pos_ == "PROPN" or doc[before].lower_ in {",", "and", "the", "for", "of"}):
        before -= 1
        if doc[before].lower_ in {"for", "of"} and fold(doc[before - 1].text) in titles:
            return True
    return False


def is_of_next(title: Token, inside: frozenset[int], offices: frozenset[str]) -> bool:
    """ "Ana Torv, the Minister of Foreign Affairs Omar Haddad": a title that goes on to the next name of a list."""
    doc = title.doc
    for i in range(title.i + 1, min(len(doc), title.i + 1 + LONGEST_FIELD)):
        if i in inside and doc[i].ent_type_ == "PERSON":
            return fold(doc[i - 1].text) not in offices  # not "Ana Torv, aide to President Haddad"
        if doc[i].pos_ not in {"PROPN", "ADJ", "DET"} and doc[i].lower_ not in {"of", "for", "and", "to"}:
            return False
    return False


LONGEST_FIELD = 10
"""Tokens between a title and the name that it belongs to, the field of the post among them."""


def is_listed(span: Span) -> bool:
    """ "President Torv, the King of Jordan, and ...": the next of a list, which only looks like an apposition."""
    after = [token.lower_ for token in span.doc[span.end : span.end + 2]]
    return after == [",", "and"] and span[0].lower_ == "the"


def post_start(doc: Doc, first: int, inside: frozenset[int], offices: frozenset[str]) -> int:
    """Where the title before a name begins, with the first field or post of one person that "and" joins to it.

    "Minister of Foreign Affairs and Development Ana Torv", "Deputy Prime Minister and Foreign Minister Ana Torv"; but
    "the President and Foreign Minister Torv" are two.
    """
    start = title_start(doc, first, inside)
    if start < 2 or start == first or doc[start - 1].lower_ != "and":
        return start
    earlier = title_start(doc, start - 1, inside)
    here, there = ({fold(t.text) for t in span} for span in (doc[start:first], doc[earlier : start - 1]))
    is_field = not here & offices and bool(there & offices) and bool(there & {"of", "for"})
    is_two = MINISTER in here and bool((here | there) & SECONDED) and bool(there & {MINISTER, "president", "prince"})
    if is_two and earlier and doc[earlier - 1].pos_ == "DET":
        return start
    return earlier if is_two or (is_field and doc[start].text[:1].isupper()) else start


MINISTER = "minister"
SECONDED = frozenset({"deputy", "vice", "prime", "first"})
"""Words of posts that go together with a ministry."""
