"""Where each side stands, and what lies on the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from dragoman.brief.draft import Draft, Part, draft
from dragoman.brief.phrases import actors_words, duration_words, names_words, parties_of, party, quoted
from dragoman.brief.scene import happened_words
from dragoman.brief.setting import Setting, acting, each
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response, Stance
from dragoman.merge.filing import ALL, TOOK_PLACE, UNSEEN, rank
from dragoman.merge.filing import CEASEFIRE as TRUCE
from dragoman.merge.filing import TRUCE as CEASEFIRE_TERMS
from dragoman.types import Actor, Entry, Term

STANCES = {
    "accept": "accepts",
    "accept_conditionally": "accepts on conditions",
    "counter": "answers with another offer to",
    "ambiguous": "gives no clear answer to",
    "reject": "rejects",
    "stall": "puts off",
}
SHORTEST = 5
"""Letters of a word that tells what a text is about."""
RETURNING = 5
"""A word returns when one in so many texts has it."""
RESPONSES, DEMANDS = 2, 2
"""Lines of each sort for one party."""
QUOTE = 90
CONDITIONS = 3
PROPOSALS = 6
ASKED_OF_A_CEASEFIRE = ("duration", "scope", "monitoring", "withdrawal")
"""What an offer of a ceasefire has to settle; what no source states is listed as NOT STATED."""


def stands(scene: Setting) -> Part:
    """For each party its latest answers, its latest demands and its last contact with another party."""
    subject = subject_words(scene)
    drafts = tuple(line for side in scene.parties for line in stands_of(side, scene, subject))
    return Part(id="stands", title="Where each side stands", drafts=drafts, see="dragoman positions")


def stands_of(side: str, scene: Setting, subject: frozenset[str]) -> Iterator[Draft]:
    """The lines of one party."""
    for entry, response in answers_of(side, scene, subject)[:RESPONSES]:
        yield draft(response_words(response) + seen_words(entry, scene), [entry], label=side)
    for entry, proposal in acting(scene, Proposal, side):
        beside = [other for other in parties_of(proposal.by) if other != side]
        with_whom = f" with {names_words(beside)}" if beside else ""
        words = "; ".join(quoted(term.text, QUOTE) for term in proposal.terms[:1]) or quoted(entry_quote(entry), QUOTE)
        yield draft(f"offers{with_whom} {words}{seen_words(entry, scene)}", [entry], label=side)
        break
    for entry, demand in latest_demands(acting(scene, Demand, side)):
        issue = "" if demand.issue == "other" else f" ({issue_words(demand.issue)})"
        yield draft(f"demands{issue}: {quoted(demand.content, QUOTE)}{seen_words(entry, scene)}", [entry], label=side)
    contact = last_contact(side, scene)
    if contact:
        entry, others = contact
        yield draft(f"last contact: {names_words(others)}{seen_words(entry, scene)}", [entry], label=side)


def entry_quote(entry: Entry) -> str:
    """The words of an entry's first record."""
    return entry.record.evidence[0].quote


def acts(side: str, actors: Sequence[Actor]) -> bool:
    """Whether a party is among those who act."""
    return any(party(actor) == side for actor in actors)


def answers_of(side: str, scene: Setting, subject: frozenset[str]) -> list[tuple[Entry, Response]]:
    """The latest answers of a party, `RESPONSES` at most, the newest first: a party may have turned since.

    Those about what lies on the table come before others that are not much newer; what is `STALE` beside the newest is
    left out. `subject` are the words by which that is told, see `subject_words`.
    """
    known: set[str] = set()
    fitting: list[tuple[Entry, Response]] = []
    others: list[tuple[Entry, Response]] = []
    for entry, response in acting(scene, Response, side):
        about = response.about.casefold()  # two wordings of a thing are two things
        if about not in known:
            known.add(about)
            (fitting if subject & content_words(response.about) else others).append((entry, response))
            if len(fitting if subject else others) == RESPONSES:
                break
    newest = min((rank(entry)[0] for entry, _ in (*fitting, *others)), default=0)
    several = ((rank(item[0])[0], n, item) for n, item in enumerate((*fitting, *others)))
    fresh = [(place - newest > RECENT or n >= len(fitting), place, n, item) for place, n, item in several]
    ranked = sorted((one for one in fresh if one[1] - newest <= STALE), key=lambda one: one[:3])
    return [item for *_, item in ranked][:RESPONSES]


RECENT = 30
"""Days by which an answer may be older than the newest and still come first, where it is about what is on the table."""
STALE = 365
"""Days by which an answer is older than the newest of its party from which on it isn't where that stands."""


def subject_words(scene: Setting) -> frozenset[str]:
    """The words that return in what is offered: in the ceasefire terms on the table, else in all terms."""
    heading = CEASEFIRE_TERMS if scene.files.count("proposal", CEASEFIRE_TERMS) else ALL
    terms = [term for _, proposal in each(scene, Proposal, heading) for term in proposal.terms]
    texts = [content_words(term.text) for term in terms if heading == ALL or term.type == TRUCE]
    counts = Counter(word for words in texts for word in words)
    return frozenset(word for word, count in counts.items() if count * RETURNING >= len(texts))


def content_words(words: str) -> frozenset[str]:
    """The words of a text that are long enough to tell what it is about."""
    plain = (word.strip(".,;:“”\"'()") for word in words.casefold().split())
    return frozenset(word for word in plain if len(word) >= SHORTEST)


def latest_demands(demands: Iterable[tuple[Entry, Demand]]) -> list[tuple[Entry, Demand]]:
    """The newest demand on each issue, `DEMANDS` at most, named issues first; `demands` are the newest first."""
    newest: dict[str, tuple[Entry, Demand]] = {}
    for entry, demand in demands:
        newest.setdefault(demand.issue, (entry, demand))
        if len(newest.keys() - {"other"}) == DEMANDS:
            break
    return sorted(newest.values(), key=lambda item: item[1].issue == "other")[:DEMANDS]


def response_words(response: Response, width: int = QUOTE) -> str:
    """The stance in plain words, what it answers, the conditions or that none is listed, and who tells it."""
    words = f"{stance_words(response.stance, in_principle=response.in_principle)} {quoted(response.about, width)}"
    if response.conditions:
        more = f" and {len(response.conditions) - CONDITIONS} more" if len(response.conditions) > CONDITIONS else ""
        words += ", if: " + "; ".join(quoted(text, width) for text in response.conditions[:CONDITIONS]) + more
    elif response.stance == "accept_conditionally":
        words += " (conditions not listed in the sources)"
    return words + (f" (as told by {response.told_by.name})" if response.told_by else "")


def stance_words(stance: Stance, *, in_principle: bool) -> str:
    """How a party stands to what it answers: "accepts", or "supports" where it takes on no terms."""
    return "supports" if in_principle else STANCES[stance]


def seen_words(entry: Entry, scene: Setting) -> str:
    """The days of a thing, or of its first report, after a comma."""
    return f", {happened_words(entry, scene.year)}"


def issue_words(issue: str) -> str:
    """An issue type of the guidelines as words."""
    return issue.replace("_", " ")


def last_contact(side: str, scene: Setting) -> tuple[Entry, tuple[str, ...]] | None:
    """The last contact of a party with another one that took place or goes on, and with whom."""
    latest: tuple[date, int, str] | None = None
    found: tuple[Entry, tuple[str, ...]] | None = None
    undated = each(scene, Contact, f"{UNSEEN}{side}")
    for entry, contact in chain(undated, acting(scene, Contact, side)):
        if latest and entry.last_seen and -rank(entry)[0] < latest[0].toordinal():
            break  # what follows was told, or was long past, before that day
        day = contact_day(entry, contact)
        if day is None or (scene.view.as_of and day > scene.view.as_of):
            continue
        place = (day, len(entry.origins), entry.id)
        if (latest is None or place > latest) and is_held(contact):
            others = tuple(other for other in parties_of(contact.participants) if other != side)
            if others:
                latest, found = place, (entry, others)
    return found


def is_held(contact: Contact) -> bool:
    """Whether a contact took place or goes on; that somebody was told of one is none between parties."""
    return contact.status in TOOK_PLACE and contact.mode != "briefing"


def contact_day(entry: Entry, contact: Contact) -> date | None:
    """The last day on which a contact can have taken place; the day it became known bounds it."""
    days = [day for day in (contact.when.end if contact.when else None, entry.first_seen) if day]
    return min(days, default=None)


# ---- on the table ---------------------------------------------------------------------------------------------------


def table(scene: Setting) -> Part:
    """The proposals with their terms, those of a ceasefire first with the terms that no source states."""
    truces = (item for item in each(scene, Proposal, CEASEFIRE_TERMS))
    others = (item for item in each(scene, Proposal) if all(term.type != TRUCE for term in item[1].terms))
    drafts = tuple(write_proposal(*item, scene) for item in islice(chain(truces, others), PROPOSALS))
    more = scene.files.count("proposal") - len(drafts)
    numbered = tuple(
        Draft(text=line.text, entries=line.entries, words=line.words, label=f"P{n}") for n, line in enumerate(drafts, 1)
    )
    return Part(id="table", title="On the table", drafts=numbered, more=more, see="dragoman positions")


def write_proposal(entry: Entry, proposal: Proposal, scene: Setting) -> Draft:
    """Who offers what to whom, term by term."""
    to = f" to {actors_words(proposal.to)}" if proposal.to else ""
    terms = "; ".join(term_words(term) for term in proposal.terms) or quoted(proposal.evidence[0].quote, QUOTE)
    missing = not_stated(proposal.terms)
    words = f"{actors_words(proposal.by)}{to}{seen_words(entry, scene)}: {terms}"
    return draft(words + (f". NOT STATED: {', '.join(missing)}" if missing else ""), [entry])


def term_words(term: Term) -> str:
    """A term with its type, length and scope."""
    details = [duration_words(term.duration)] if term.duration else []
    details += list(term.scope)
    issue = f"{issue_words(term.type)} " if term.type != "other" else ""
    return f"{issue}{quoted(term.text, QUOTE)}" + (f" ({', '.join(details)})" if details else "")


def not_stated(terms: Sequence[Term]) -> tuple[str, ...]:
    """What the terms of a ceasefire leave open; nothing where no ceasefire is offered."""
    types = {term.type for term in terms}
    if "ceasefire" not in types:
        return ()
    stated = {
        "duration": any(term.duration for term in terms),
        "scope": any(term.scope for term in terms),
        "monitoring": "monitoring" in types,
        "withdrawal": "withdrawal" in types,
    }
    return tuple(asked for asked in ASKED_OF_A_CEASEFIRE if not stated[asked])
