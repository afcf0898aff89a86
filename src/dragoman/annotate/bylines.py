"""Whose speech an official text is, where its title names the speaker: "Address by President Ana Torv"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dragoman.annotate.gazetteer import Known, load_gazetteer
from dragoman.annotate.names import fold, known_people, name_parts
from dragoman.annotate.outlets import official_side
from dragoman.annotate.times.rules import time_table
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, ActorKind, Annotated, Article

BYLINE = re.compile(r"\b(?:Address|Speech|Statement|Remarks|Message|Appeal)\s+(?:by|of|from)\s+(?:the\s+)?(.+)")
LEADING = re.compile(
    r"((?:[A-Z][\w.’'-]* ){2,6}?)(?:Address|Speech|Statement|Remarks|Message) (?:on|at|to|for|about|following)\b"
)
"""The same with the speaker first: "President Torv Statement on the Truce"."""
NAME_WORD = re.compile(r"[A-Z][\w.’'-]*")
TITLE_GOES_ON = re.compile(r"(?:[A-Z0-9]|the\b|an?\b)")
"""What follows a participle in a title, where a name's last word is followed by "on", "at" or nothing."""
AND = re.compile(r"\band\b|,(?! Jr)")


@lru_cache(maxsize=64)
def title_speaker(title: str, side: str) -> Actor | None:
    """The person whom a title names after "by", with the office beside the name; None for an office without a name.

    Only one speaker counts: a joint statement is its states' own.
    """
    found = BYLINE.search(title) or LEADING.match(title)
    if found is None or "Joint" in title[: found.start()]:
        return None
    titles = load_lexicon().words("actors/roles")
    office: list[str] = []
    name: list[str] = []
    words = found[1].split()
    at = 0
    while at < len(words):
        word = words[at].rstrip(",;:")
        bare = re.split("['’]s$", word)[0]
        if fold(bare) in titles and not name:
            office.append(bare.lower())
        elif bare in {"of", "the"} and not name:
            pass
        elif not name and (skip := _state_words(" ".join(words[at:]))):
            at += skip
            continue
        elif name and bare.endswith("ing") and TITLE_GOES_ON.match(" ".join(words[at + 1 :])):
            break  # "by Vice President Torv Marking the Anniversary", but "by President Xi Jinping"
        elif NAME_WORD.fullmatch(bare):
            name.append(bare)
        else:
            break
        at += 1
    joined = at < len(words) and AND.match(words[at]) is not None
    if not (office and name) or joined:
        return None
    parts = name_parts(" ".join(name))
    full, state = known_people(load_lexicon()).get(parts[0], ("", "")) if len(parts) == 1 else ("", "")
    return Actor(full if state == side else " ".join(name), (), side, " ".join(office), "person")


def _state_words(text: str) -> int:
    """How many words of the text's begin name a state; 0 where it begins with none."""
    known = load_gazetteer().at(text, 0)
    return len(known.surface.split()) if known is not None and known.form in {"state", "demonym"} else 0


def speaker_of_text(article: Article) -> Actor | None:
    """Who says "I" in an official text: whom its title or its first line names with an office, else whose office it is.

    "Address by President Ana Torv", "Ana Torv, Secretary of State" above the text, "Office of the President of Kenya".
    """
    side = official_side(article.outlet, article.url)
    if side is None:
        return None
    return title_speaker(article.title, side) or _signer(article.text, side) or _office_speaker(article, side)


SIGNED = re.compile(
    r"\A\s*(?P<name>(?:[A-Z][\w.’'-]* ){1,4}[A-Z][\w.’'-]*), "
    r"(?P<office>[A-Z][\w’'-]*(?:,? (?:[A-Z][\w’'-]*|of|for|to|and|the))*)\n"
)
"""A first line that is a name with an office: "Ana Torv, Secretary of State"."""
OFFICE_OF = re.compile(r"\bOffice of (?:the )?(?P<office>(?:[A-Z][a-z]+ ?)+?)(?: of\b|$)")
"""The office in the name of an outlet that is one person's own: "Office of the President of Kenya"."""


def _signer(text: str, side: str) -> Actor | None:
    """The person whom the first line names with an office."""
    line = SIGNED.match(text)
    titles = load_lexicon().words("actors/roles")
    if line is None or not {fold(word) for word in line["office"].split()} & titles:
        return None
    return Actor(line["name"], (), side, line["office"].lower(), "person")


def _office_speaker(article: Article, side: str) -> Actor | None:
    """The holder of the office whose own outlet it is: by name where it is known who took it, else by the office."""
    named = OFFICE_OF.search(article.outlet)
    titles = load_lexicon().words("actors/roles")
    if named is None or not {fold(word) for word in named["office"].split()} & titles:
        return None
    office = named["office"].strip()
    called = f"{office} of {side}"
    holder = _head_of_state(side, article.published) if office == "President" and article.published else None
    return Actor(holder or called, (office, called) if holder else (office,), side, office.lower(), "person")


def _head_of_state(side: str, day: date) -> str | None:
    """Who of those whose first day in office is known took it last before `day`, for that side."""
    people = known_people(load_lexicon())
    taken = [(date.fromisoformat(row.means), name_parts(row.words[0])[-1]) for row in time_table("inaugurations")]
    since = [(start, people[name][0]) for start, name in taken if people.get(name, ("", ""))[1] == side]
    return max((one for one in since if one[0] <= day), default=(day, None))[1]


SPEECH = re.compile(r"\b(?:Address|Speech|Remarks|Message|Appeal)\s+(?:by|of|from)\b")
"""What a title calls a text that one person speaks, "we" included; a statement is in the name of the state."""


OWN_VOICE = re.compile(r"(?:^|[.!?,;] |\b(?:and|that|as) )I (?:have|am|was|will|[a-z]{3,})\b", re.MULTILINE)
"""Where somebody says "I" outside quotation marks."""


def is_speech_of_one(article: Article) -> bool:
    """Whether an official text is one person's speech throughout, by its title or its outlet.

    A statement "by President Torv" is hers where it says "I", else her state's.
    """
    if "Joint" in article.title:
        return False
    if BYLINE.search(article.title) and OWN_VOICE.search(article.text):
        return True
    return SPEECH.search(article.title) is not None or OFFICE_OF.search(article.outlet) is not None


POSSESSIVE = re.compile("['’]s?$")


@lru_cache(maxsize=64)
def holders_in_title(title: str) -> tuple[Actor, ...]:
    """The persons whom a title names right after an office ("Readout of President Torv's Call"), without sides.

    Those of a state that is named with them ("President Torv of Kenya", "Kenyan President Torv") are left out.
    """
    titles = load_lexicon().words("actors/roles")
    people = known_people(load_lexicon())
    found: list[Actor] = []
    office: list[str] = []
    words = title.split()
    at = 0
    while at < len(words):
        word = words[at].rstrip(",;:")
        if fold(POSSESSIVE.sub("", word)) in titles:
            office.append(fold(word))
        elif office and NAME_WORD.fullmatch(word):
            last = at
            while last + 1 < len(words) and NAME_WORD.fullmatch(words[last]) and _goes_on_with(words[last + 1]):
                if words[last].endswith(("’s", "'s", ",", ":")) or fold(words[last + 1]) in titles:
                    break
                if words[last + 1].endswith("ing") and TITLE_GOES_ON.match(" ".join(words[last + 2 :])):
                    break
                last += 1
            name = POSSESSIVE.sub("", " ".join(words[at : last + 1]).rstrip(",;:"))
            before = words[at - len(office) - 1] if at > len(office) else ""
            is_abroad = words[last + 1 : last + 2] == ["of"] or _state_words(before)
            full, _ = people.get(name_parts(name)[-1], (name, "")) if " " not in name else (name, "")
            if not is_abroad:
                found.append(Actor(full, (), None, " ".join(office), "person"))
            office, at = [], last
        else:
            office = []
        at += 1
    return tuple(found)


def _goes_on_with(word: str) -> bool:
    """Whether a word may be the next of a name: "Biden," before "Jr." is the last."""
    return NAME_WORD.fullmatch(word.rstrip(",")) is not None


JOINT = re.compile(r"\bjoint (?:statement|declaration|communiqu[eé]|press statement|readout)\b", re.IGNORECASE)
"""What a text calls itself that several issue together."""
NORTHERN = "Northern"
"""Before a state's name: "Great Britain and Northern Ireland" names no second state."""
TOPIC = re.compile(r"\b(?:on|regarding|about|concerning|following|at|in)\b", re.IGNORECASE)
"""Where in such a title the names of those who issue it end."""


PAPERS = "|".join(sorted(load_lexicon().words("speech/channels", "statement")))
"""What states issue together: "statement", "communique"."""
RELEASED = re.compile(
    rf"(?:\b(?:{PAPERS}) (?:(?:was|is) )?(?:released|issued|adopted) by|\A\s*We, )(?P<names>[^.:\n]{{10,700}})",
    re.IGNORECASE,
)
"""Where the text itself says who issues it: "The following statement was released by the Governments of ..."."""
ABOUT_JOINT = re.compile(r"\b(?:on|about|after|following)\b.*\bjoint (?:statement|declaration)", re.IGNORECASE)
"""A title of what is said about such a text: "Briefing on the Joint Statement of Kenya and Oman"."""
OPENING = re.compile(
    r"\s*(?:The Troika|(?:Senior )?[Rr]epresentatives (?:of|from)|The (?:[Gg]overnments|[A-Z]\w+ [Mm]inisters) of)"
    r"(?P<names>[^.:\n]{10,600}?) (?:are|were|met|[a-z]{4,}(?:ed|ss|ns|ms|es|e)) "
)
"""A text that opens with those who issue it: "The Troika (Kenya, Chad, and Mali) and Oman are alarmed by the raids"."""
CLUB = re.compile(
    rf"\b(?P<who>(?:G-?(?:7|8|20)|Quad|E3|BRICS) (?:[A-Z][a-z]+ )?(?:Leaders|Ministers))['’]? (?:Joint )?(?:{PAPERS})",
    re.IGNORECASE,
)
"""A title in the name of a club of states: "G7 Leaders' Statement"."""
GOES_ON = re.compile(r", (?!and\b|the\b|of\b)(?=[a-z])| to (?!the\b)(?=[a-z])")
"""Where the names end and what they say begins: "We, the leaders of the lake states, condemn the raid on Kenya"."""
FOREWORD = 900
"""Code points of a text in which it says so."""
FORMS = frozenset({"state", "demonym"})
UNIONS = frozenset({"European Union", "African Union", "NATO", "United Nations", "ASEAN", "Gulf Cooperation Council"})
"""Bodies that issue a text together with states."""


def joint_authors(annotated: Annotated) -> tuple[Actor, ...]:
    """The states that issue a text together, by its title ("Joint Statement of Kenya and Uganda"); else none.

    Where it names them in what it is about ("Joint Statement on the Kenya-Uganda Accord"), the outlet's is one of two;
    where it names an office without a state ("by Minister Torv, the Ugandan and the Chadian minister"), one more.
    """
    title = annotated.article.title
    said = JOINT.search(title)
    if said is None:
        return ()
    end = TOPIC.search(title, said.end())
    side = official_side(annotated.article.outlet, annotated.article.url)
    if issuing := _states_in(title[: end.start()] if end else title):
        own = side is not None and all(actor.name != side for actor in issuing) and holders_in_title(title)
        return (Actor(side, (), side, None, "state"), *issuing) if own and side else issuing
    if end is None:
        return ()
    named = _states_in(title)
    return named if len(named) == 2 and side in {actor.name for actor in named} else ()


def issuers(annotated: Annotated) -> tuple[Actor, ...]:
    """The states that say "we" in a statement of several: by its title, else by its foreword; else none."""
    author_side = official_side(annotated.article.outlet, annotated.article.url)
    if ABOUT_JOINT.search(annotated.article.title):
        return ()  # those who speak in it are the office's
    if (named := joint_authors(annotated)) or author_side is None:
        return named
    if re.search(PAPERS, annotated.article.title, re.IGNORECASE) is None:
        return ()
    foreword = RELEASED.search(annotated.article.text[:FOREWORD])
    if foreword and (states := _states_in(GOES_ON.split(foreword["names"])[0])):
        return states
    opening = OPENING.match(annotated.article.text)
    states = _states_in(opening["names"]) if opening else ()
    if any(state.name == author_side for state in states):
        return states
    club = CLUB.search(annotated.article.title)
    return (Actor(club["who"], (), None, None, "group"),) if club else ()


def _states_in(names: str) -> tuple[Actor, ...]:
    """The states and unions of states that the words name, in their order; none where they name only one."""
    found: dict[str, Actor] = {}
    passed = 0
    for word in re.finditer(r"\b\w", names):
        known = load_gazetteer().at(names, word.start()) if word.start() >= passed else None
        if known is None:
            continue
        passed = word.start() + len(known.surface)
        is_state = (known.form in FORMS or _is_full_name(known)) and names[: word.start()].split()[-1:] != [NORTHERN]
        if is_state or known.side == known.name in UNIONS:
            kind: ActorKind = "state" if is_state else "organisation"
            found.setdefault(known.side, Actor(known.side, (), known.side, None, kind))
    return tuple(found.values()) if len(found) > 1 else ()


def _is_full_name(known: Known) -> bool:
    """ "Republic of Korea", "United Arab Emirates", "UAE": a state's own name, and no palace or capital."""
    is_name = known.surface == known.name or " of " in known.surface or known.surface.isupper()
    return known.form == "organ" and is_name
