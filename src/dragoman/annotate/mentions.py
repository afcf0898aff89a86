"""Where the text names somebody: known names, names of persons and of organisations, as token spans.

A `Named` is not yet an actor: `actors` groups them, finds sides and roles, and looks after nouns and pronouns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dragoman import models
from dragoman.annotate.firms import is_called_firm
from dragoman.annotate.gazetteer import Gazetteer, Known
from dragoman.annotate.names import bynames, fold, known_people, name_parts, particles
from dragoman.annotate.namesakes import TOWNS, is_namesake, joint_body, short_names, whole_body
from dragoman.annotate.posts import (
    Posts,
    after_elect,
    after_post,
    ends_name,
    is_after_state,
    is_of_post,
    is_only_post,
    is_right_after,
    post_words,
)
from dragoman.annotate.towns import is_where, told_places
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token

NamedForm = Literal["actor", "place", "marker"]
MODIFIER_DEPS = frozenset({"compound", "amod", "nmod"})
PERSON, ORGANISATION = "PERSON", "ORG"
NO_NAMES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW", "EVENT", "WORK_OF_ART"}
    | {"PRODUCT"}
)


class Named(Struct, frozen=True):
    """Tokens `[first, last)` that name somebody: an actor, a place, or a marker that only modifies another noun.

    `known` is set for names of the gazetteer; else `kind` tells a person from an organisation.
    """

    first: int
    last: int
    form: NamedForm
    kind: Literal["person", "organisation", "known"]
    known: Known | None = None


class Words(Struct, frozen=True):
    """The word tables that naming needs, folded for look-up."""

    titles: frozenset[str]
    courtesy: frozenset[str]
    locative: frozenset[str]
    groups: frozenset[str]
    offices: frozenset[str]
    """Nouns for one person in an office."""
    zones: frozenset[str]
    """Short names of time zones, which are nobody."""
    people: frozenset[tuple[str, ...]]
    """Full names of the roster and of the table of people."""
    bynames: frozenset[str]
    posts: Posts
    """Last words of what posts are for or of."""
    firms: frozenset[str]
    """Nouns for firms and bodies that are named after them."""
    bodies: frozenset[str]
    """Nouns in the names of a state's own bodies, and for people."""
    peoples: frozenset[str]
    places: frozenset[str]
    """Nouns for places, which stand beside the names of them."""


def naming_words(lexicon: Lexicon) -> Words:
    """The tables `actors/roles` and `actors/places` as sets of small letters."""
    return Words(
        lexicon.words("actors/roles"),
        lexicon.words("actors/roles", "courtesy"),
        lexicon.words("actors/places", "locative"),
        lexicon.words("actors/groups"),
        lexicon.words("actors/groups", "office"),
        lexicon.words("actors/places", "zone"),
        frozenset(name_parts(name) for name, _ in known_people(lexicon).values()),
        frozenset(bynames(lexicon)),
        post_words(lexicon),
        lexicon.words("actors/bodies", "firm"),
        lexicon.words("actors/bodies", "body")
        | lexicon.words("actors/bodies", "state")
        | lexicon.words("actors/groups"),
        lexicon.words("actors/peoples"),
        lexicon.words("actors/places", "noun"),
    )


def find_named(doc: Doc, gazetteer: Gazetteer, words: Words) -> tuple[Named, ...]:
    """Every name in the text, in order; spans do not overlap."""
    dateline = dateline_end(doc)
    opening = gazetteer.at(doc.text, 0)
    if opening is not None and opening.form == "organisation":  # "NATO Secretary General ..."
        dateline = 0
    known = {named.first: named for named in _known_names(doc, gazetteer, words) if named.first >= dateline}
    taken = {i for named in known.values() for i in range(named.first, named.last)} | set(range(dateline))
    proper = list(_proper_names(doc, taken, words))
    persons = {name_parts(doc[n.first : n.last].text) for n in proper if n.kind == "person"} - {()}
    surnames = {parts[-1:] for parts in persons} | _given(persons)
    settled = [_as_person(doc, n, persons | surnames) for n in proper]
    whole = _whole_names(doc, [*known.values(), *settled])
    short = short_names(doc[n.first : n.last] for n in whole if n.kind == "organisation")
    found = [_as_body(doc, n, short) for n in whole]
    return tuple(sorted([*found, *_echoes(doc, found, surnames)], key=lambda n: n.first))


def _given(persons: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """First names that one person alone bears: an article goes on with "Abiy" after "Abiy Ahmed"."""
    first = Counter(parts[:1] for parts in persons if len(parts) > 1)
    return {name for name, count in first.items() if count == 1}


def _echoes(doc: Doc, found: list[Named], surnames: set[tuple[str, ...]]) -> Iterator[Named]:
    """A surname that the tagger overlooked, of a person whose full name stands elsewhere."""
    covered = {i for named in found for i in range(named.first, named.last)}
    for token in doc:
        if token.i not in covered and _may_be_surname(token) and name_parts(token.text) in surnames:
            yield Named(token.i, token.i + 1, _form_of(doc[token.i : token.i + 1]), "person")


def _whole_names(doc: Doc, named: list[Named]) -> list[Named]:
    """The names with "for Human Rights" added to an organisation's where the tagger sees one name in both."""
    by_token = {i: one for one in named for i in range(one.first, one.last)}
    longer: dict[int, Named] = {}
    inside: set[int] = set()
    for entity in doc.ents:
        first = next((by_token[t.i] for t in entity if t.i in by_token and by_token[t.i].kind == "organisation"), None)
        linked = first is not None and first.last < entity.end and doc[first.last].lower_ in LINKS
        if first is not None and linked and entity.label_ == ORGANISATION:
            start = first.first
            while start > entity.start and doc[start - 1].text[:1].isupper() and doc[start - 1].lower_ != "the":
                start -= 1
            people = (t.i for t in entity if t.i in by_token and by_token[t.i].kind == "person")
            end = next(people, entity.end)  # "the House of Representatives Ana Torv"
            longer[first.first] = Named(start, end, first.form, first.kind)
            inside.update({*range(start, first.first), *range(first.last, end)})
    return [longer.get(one.first, one) for one in named if one.first not in inside]


LINKS = frozenset({"for", "of", "on"})
"""Words inside the names of organisations."""


def _may_be_surname(token: Token) -> bool:
    """A proper noun, or a capital that the tagger takes for a noun, without an article ("Kenya's Torv left")."""
    if token.pos_ == "PROPN":
        return True
    if token.is_title and token.pos_ == "NOUN" and token.i > token.sent.start:
        return not any(child.dep_ in {"det", "amod", "compound", "nummod"} for child in token.lefts)
    return token.tag_ == "NN" and token.is_title and token.dep_ == "nsubj" and not any(token.lefts)


LONGEST_DATELINE = 24
"""Tokens at the head of an article in which its dateline ends."""


def dateline_end(doc: Doc) -> int:
    """The token after a dateline in capitals ("CARACAS The ...", "KYIV/MOSCOW, Feb 3 (Reuters) -"); else 0."""
    if whole := models.dateline_end(doc.text, 0):
        return next((token.i for token in doc[:LONGEST_DATELINE] if token.idx >= whole), 0)
    end = 0
    for token in doc[:12]:
        is_place = token.text.replace("/", "").isalpha() and token.is_upper and len(token) > 3
        if is_place or (token.text in {"/", ","} and end == token.i):
            end = token.i + 1
        elif not token.is_space:
            break
    return end if end < len(doc) and not doc[end].is_upper else 0


def _as_person(doc: Doc, named: Named, persons: set[tuple[str, ...]]) -> Named:
    """A lone "Witkoff" that the tagger took for a company is the person whose full name stands elsewhere."""
    if named.kind == "organisation" and name_parts(doc[named.first : named.last].text) in persons:
        return Named(named.first, named.last, named.form, "person")
    return named


def _as_body(doc: Doc, named: Named, short: frozenset[str]) -> Named:
    """A lone "Observatory" that the tagger took for a person is the body whose whole name stands elsewhere."""
    is_short = named.kind == "person" and named.last == named.first + 1 and doc[named.first].text in short
    return Named(named.first, named.last, named.form, "organisation") if is_short else named


# ---- known names -----------------------------------------------------------------------------------------------------


def _known_names(doc: Doc, gazetteer: Gazetteer, words: Words) -> Iterator[Named]:
    covered = -1
    text = doc.text
    for token in doc:
        if token.idx < covered or not (token.text[:1].isalnum()):
            continue
        known = gazetteer.at(text, token.idx)
        if known is None:
            continue
        covered = token.idx + len(known.surface)
        last = token.i + 1
        while last < len(doc) and doc[last].idx < covered:
            last += 1
        span = doc[token.i : last]
        is_post = known.form in OWNERS and is_of_post(span, words.titles, words.posts)
        if not is_post and known.form in TOWNS and (body := _body_around(span, words, gazetteer)) is not None:
            covered = body.end_char
            yield Named(body.start, body.end, _form_of(body), "organisation")
        elif is_namesake(span, known, gazetteer, words.peoples):
            continue
        elif is_post or not _inside_longer_name(span):
            yield Named(token.i, last, _known_form(span, known, words), "known", known)


def _body_around(name: Span, words: Words, gazetteer: Gazetteer) -> Span | None:
    """The name of a body of its own in which a state's stands; None without one, and for papers ("Oslo Accords")."""
    body = joint_body(name, words.groups) or whole_body(name, words.bodies, gazetteer)
    return None if body is None or body[-1].text in PAPERS else body


def _inside_longer_name(span: Span) -> bool:
    """Whether a known name is part of a person's name, like a first name that is also a country's."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    entity = span[0].ent_type_
    return entity == PERSON and following is not None and following.pos_ == "PROPN" and following.ent_iob_ == "I"


MISREAD = frozenset({"rejects", "denies", "insists", "dismisses", "refuses", "urges", "accuses"})
"""Verbs that the parser takes for nouns where another follows: "the Kremlin rejects claims that ..."."""


def _known_form(span: Span, known: Known, words: Words) -> NamedForm:
    """Whether a known name acts, is a place, or only colours the noun that follows ("US envoy", "the Ukraine war")."""
    root = span.root
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.text == "-":
        return "marker"
    is_doer = following is not None and following.lower_ in MISREAD
    if root.dep_ in MODIFIER_DEPS and root.head.i >= span.end and root.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return "actor" if is_doer else "marker"
    if known.form == "demonym" and span.text == known.surface and root.pos_ == "ADJ":
        return "marker"
    if (
        root.dep_ == "pobj"
        and root.head.lemma_.lower() in words.locative
        and known.form in {"state", "capital", "organ"}
    ):
        return "place"
    return "actor"


# ---- other proper names ----------------------------------------------------------------------------------------------


def _proper_names(doc: Doc, taken: set[int], words: Words) -> Iterator[Named]:
    """Runs of proper nouns outside the known names, titles cut off; persons and organisations only."""
    titles, towns = words.titles | words.courtesy, told_places(doc, words.places)
    for run in _proper_runs(doc, taken):
        labels = {token.ent_type_ for token in run}
        if run[-1].text in PAPERS:
            continue
        if run[-1].text.lower() in words.groups and PERSON not in labels:
            continue  # "Defence Ministry", "Security Council": a body, which `actors` reads as a noun phrase
        first = 1 + max(
            (t.i for t in run if {fold(t.text), fold(t.text).removesuffix("s")} & titles and not ends_name(t, run)),
            default=run.start - 1,
        )
        if first == run.end or fold(doc[first : run.end].text) in words.zones:
            continue
        first = after_post(run, after_elect(run, first), titles, words.posts)
        name = doc[first : run.end]
        if not name or is_only_post(run, name, words.posts):
            continue
        titled = (
            first > run.start or (first > 0 and fold(doc[first - 1].text) in titles) or _explains(name, words.offices)
        )
        if (
            len(name) > 1
            and first == run.start
            and labels <= {ORGANISATION}
            and fold(name[-1].text) not in words.groups
        ):
            titled = titled or is_after_state(doc, first, taken, words.offices)
        if len(name) > 1 and first > 0 and fold(doc[first - 1].text).removesuffix("s") in words.offices:
            titled = True  # "envoys Ana Torv and Omar Haddad"
        if len(name) == 1 and titled and first > 0:
            titled = is_right_after(doc, first, words.offices | words.courtesy)  # not "Permanent Residents"
        kind = _kind_of(name, titled=titled or _is_explained(name, words.offices))
        is_known = (len(name) > 1 and name_parts(name.text) in words.people) or fold(name.text) in words.bynames
        kind = "person" if is_known else "organisation" if is_called_firm(name, words.firms) else kind
        is_town = is_where(name, words.locative) or (not titled and fold(name.text) in towns)
        if kind and not (kind == "person" and is_town):
            yield Named(name.start, name.end, _form_of(name), kind)


OWNERS = frozenset({"state", "demonym", "organisation"})
"""Forms of the names of those whose posts people hold."""
PAPERS = frozenset(
    {"Resolution", "Declaration", "Agreement", "Memorandum", "Summit", "Conference", "Accord", "Accords"}
    | {"Treaty", "Act", "Protocol", "Charter"}
)
"""Last words of the names of papers, which do nothing themselves."""
LONGEST_TITLE = 8
"""Tokens after a name and a comma in which its title must stand ("Ana Torv, the former Kenyan foreign minister,")."""


def _is_explained(name: Span, titles: frozenset[str]) -> bool:
    """Whether a title follows the name in an apposition."""
    doc = name.doc
    if len(name) < 2 or name.end >= len(doc) or doc[name.end].text != ",":
        return False
    for token in doc[name.end + 1 : name.end + 1 + LONGEST_TITLE]:
        if fold(token.text) in titles:
            return True
        if token.pos_ in {"VERB", "AUX", "PUNCT", "SPACE", "PRON"}:
            return False
    return False


def _explains(name: Span, titles: frozenset[str]) -> bool:
    """Whether the name tells who holds the office before it: "Kenya's energy minister, Ana Torv, said"."""
    doc, first = name.doc, name.start
    return len(name) > 1 and first > 1 and doc[first - 1].text == "," and fold(doc[first - 2].text) in titles


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[Span]:
    start: int | None = None
    for token in doc:
        inside = token.i not in taken and _is_name_token(token, start is not None)
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield _trimmed(doc[start : token.i])
            start = None
    if start is not None:
        yield _trimmed(doc[start : len(doc)])


def _is_name_token(token: Token, running: bool) -> bool:
    if token.is_space or token.ent_type_ in NO_NAMES:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    leads_on = following is not None and following.pos_ == "PROPN" and not following.is_space
    if token.text in HYPHENS:
        in_name = following is not None and following.ent_type_ == PERSON == token.ent_type_
        return running and (leads_on or in_name) and not token.whitespace_
    if running and token.ent_type_ == PERSON and token.ent_iob_ == "I" and token.nbor(-1).text in HYPHENS:
        return token.text.isalpha()  # "Lee In-young"
    if token.pos_ == "PROPN" or (token.ent_type_ == PERSON and token.text[:1].isupper()):
        return token.text[:1].isalnum()
    return leads_on and fold(token.text) in particles()


HYPHENS = frozenset({"-", "‑"})


def _trimmed(span: Span) -> Span:
    while len(span) > 1 and span[-1].text in HYPHENS | {"'", "’"}:
        span = span[:-1]
    return span


def _kind_of(name: Span, *, titled: bool) -> Literal["person", "organisation", None]:
    """A person by the tagger or by the title before the name; an organisation by the tagger; else nobody."""
    labels = [token.ent_type_ for token in name if token.ent_type_]
    if any(char.isdigit() for char in name.text):
        return None  # "COVID-19" is nobody
    if PERSON in labels or (titled and (len(name) > 1 or not {"GPE", "LOC", "FAC"} & set(labels))):
        return "person"
    if ORGANISATION in labels and (len(name) > 1 or len(name.text) > 2):
        return "organisation"
    return None


def _form_of(name: Span) -> NamedForm:
    root = name.root
    is_modifier = root.dep_ in MODIFIER_DEPS and root.head.i >= name.end and root.head.pos_ == "NOUN"
    return "marker" if is_modifier else "actor"
