"""The nouns: frozen Structs that every other room passes on.

Offsets are code points of `Article.text`, half-open. Days are `datetime.date`, both ends of a window inclusive.
The public JSON of a record has the names and values of the annotation guidelines; see docs/records.md.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from dragoman.parsed import Doc

Marking = Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
ActorKind = Literal["person", "state", "organisation", "group"]
Basis = Literal["explicit", "published", "spoken", "earlier", "event"]
EventStatus = Literal["held", "ongoing", "planned", "expected", "proposed", "cancelled", "denied"]
MentionForm = Literal["name", "place", "role", "pronoun"]
Axis = Literal["actual", "intention", "negation", "hypothetical", "generic"]
SpeechForm = Literal["direct", "indirect", "mixed"]
Tense = Literal["past", "present", "future"]
Modality = Literal["will", "would", "can", "could", "may", "might", "should", "must", "likely"]
SentenceMood = Literal["assertion", "question", "order"]
ChannelType = Literal[
    "interview", "press_conference", "statement", "post", "letter", "call", "meeting", "address", "article", "press"
]
Role = Literal["at", "by", "from", "until", "within", "for", "every", "after", "before"]
DurationMod = Literal["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "APPROX"]
Mod = Literal[DurationMod, "START", "MID", "END", "BEFORE", "AFTER"]
Grain = Literal[
    "second", "minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half", "year",
    "decade", "century",
]  # fmt: skip


# ---- sources and parse ----------------------------------------------------------------------------------------------


class Page(Struct, frozen=True, kw_only=True):
    """Bytes as they came, and what the source knows about them; `fetched` has a time zone.

    `name` is what a person would call the page in an error: a path, a path with a line number, or a URL; `id` is the
    row's own id or the file's stem. What the page itself says wins over `title`, `outlet` and `published` here.
    `published` is as the source wrote it; `section` is the part of the paper or the categories of a feed, a line each.
    """

    name: str
    id: str
    body: bytes
    media_type: str
    fetched: datetime
    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    section: str = ""
    marking: Marking = "CLEAR"


class Defaults(Struct, frozen=True, kw_only=True):
    """What the caller says of pages whose source doesn't say it; `fetched` is the caller's clock, with a time zone."""

    fetched: datetime
    published: str = ""
    outlet: str = ""
    marking: Marking = "CLEAR"


class Failure(Struct, frozen=True):
    """A page that could not be had: its name, and one line, begun with it, that says what, where and the remedy."""

    name: str
    message: str


class Article(Struct, frozen=True, kw_only=True):
    """One article, its text normalised once (NFC, `\\n` line ends); offsets never move again.

    `id` is the hash of url and text, so a corrected text under the same URL is another version. `name` is the row's own
    id or the file's stem, as the user knows it.
    `origin` is the agency credited in the text, else the outlet: wire copies in ten papers have one origin.
    `is_opinion` where it says what its writer thinks: an editorial, a column, a guest's essay, letters.
    """

    id: str
    name: str
    text: str
    url: str = ""
    title: str = ""
    outlet: str = ""
    origin: str = ""
    published: date | None = None
    fetched: datetime | None = None
    lang: str = "en"
    marking: Marking = "CLEAR"
    is_opinion: bool = False


# ---- spans and evidence ---------------------------------------------------------------------------------------------
# `gc=False`: Python's collector took three quarters of the time of loading a ledger (benchmarks/ledger.py).


class Span(Struct, frozen=True, array_like=True):
    """Code points of `Article.text`, half-open; `start < end`."""

    start: int
    end: int


class Evidence(Struct, frozen=True, gc=False):
    """The words that say it: `text[start:end] == quote`. Made by `dragoman.annotate.evidence.cite` only."""

    start: int
    end: int
    quote: str


# ---- layers ---------------------------------------------------------------------------------------------------------


class Actor(Struct, frozen=True, gc=False):
    """Who: a person, a state, an organisation or a group, with the side it acts for where the text gives one.

    `identity` is set by hand only: two that have one are the same actor exactly when it is the same.
    """

    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    role: str | None = None
    kind: ActorKind = "group"
    identity: str | UnsetType = UNSET


class Days(Struct, frozen=True, gc=False):
    """First and last day, both inclusive; None at an end means that it is open or unknown."""

    start: date | None
    end: date | None


class When(Struct, frozen=True, gc=False):
    """The days that some words can mean. None at an end means that end is open or unknown; never an invented date.

    `vagueness`: 0 exact, 1 bounded by its grain ("this week"), 2 hedged ("about"), 3 unspecified quantity
    ("in the coming weeks"), 4 open ("soon"). `rule` is the id of the row in data/times that read it. `role` and `grain`
    as in `Timex`. `readings` are the other days that the same words can mean ("next Friday": of this week or the next).
    """

    text: str
    start: date | None
    end: date | None
    approx: bool = False
    vagueness: int = 0
    basis: Basis = "published"
    rule: str = ""
    role: Role | None = None
    grain: Grain | None = None
    readings: tuple[Days, ...] = ()


class Timex(Struct, frozen=True, kw_only=True):
    """One time expression: TIMEX3 `type`, `value` and `mod`, and the window of days it means (None: unresolved).

    `length` is the shortest and longest duration as ISO 8601 ("five to 10 minutes": PT5M, PT10M), for DURATION only;
    ".." is an open end ("more than three hours": PT3H, ..).
    `role`: how it times what it is told of ("by Friday", "since March": from, "two days after the vote": after); None
    for a length that only measures ("a 30-day truce"). `grain` is the unit that it is told in, None for "now", "soon".
    `basis` is what it is counted from, None for what is counted from nothing; "event" without a window: an event that
    the text does not date.
    """

    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    window: When | None = None
    length: tuple[str, str] | None = None
    rule: str = ""
    role: Role | None = None
    grain: Grain | None = None
    basis: Basis | None = None
    vagueness: int = 0


class Attribution(Struct, frozen=True, kw_only=True):
    """Who said what, as the words stand: spans of the source mention, the cue and the content (each may be in parts).

    `depth` is 0 for outermost speech, more inside other speech. `wish` marks what is thought or wanted, not said.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: SpeechForm
    to: Span | None = None
    depth: int = 0
    wish: bool = False
    rule: str = ""


class Told(Struct, frozen=True, gc=False):
    """How a word tells the event that it may tell: the axis of MATRES, and from -3, certainly not, to 3, certainly."""

    span: Span
    axis: Axis
    certainty: float


class Sentence(Struct, frozen=True):
    """A sentence as the parser cut it: its span, its tokens `[first, last)`, its paragraph from 0."""

    span: Span
    first: int
    last: int
    paragraph: int


class Mention(Struct, frozen=True):
    """Words that stand for one or more actors. `head` is a token index, `actors` are indices into `Annotated.actors`.

    "both presidents" is one mention of two actors. One that is open between several has no actors but `candidates`.
    """

    span: Span
    head: int
    actors: tuple[int, ...]
    form: MentionForm
    candidates: tuple[int, ...] = ()


class Annotated(Struct, frozen=True, kw_only=True, eq=False):
    """An article and its stand-off layers, each made by one module of `annotate` in a fixed order.

    Two are equal when they are the same object, so that what several kinds ask of an article is found once.
    `beside` are days told by an event ("after the meeting"), where the text gives that event's day.
    """

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Timex, ...] = ()
    beside: tuple[Timex, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    told: Callable[[], tuple[Told, ...]] = tuple  # reckoned when it is asked for
    speech: tuple[Attribution, ...] = ()
    held: tuple[tuple[int, tuple[int, ...]], ...] = ()  # from each code point on, which of `speech` hold it in content


# ---- records and what is made of them -------------------------------------------------------------------------------


class Record(Struct, frozen=True, kw_only=True, tag_field="kind", gc=False):
    """One assertion of one article; `rule` is the id of the row that found it, `id` a hash of all that it says."""

    id: str = ""
    article: str
    evidence: tuple[Evidence, ...]
    rule: str = ""


class Term(Struct, frozen=True, gc=False):
    """One term of a proposal or agreement. `type` as in the guidelines, `duration` ISO 8601, `scope` sorted targets."""

    type: str
    text: str
    duration: str | None = None
    scope: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """What came out of one page."""

    article: Article
    records: tuple[Record, ...]
    times: tuple[Timex, ...] = field(default=())
    speech: tuple[Attribution, ...] = field(default=())


# ---- entries and verdicts -------------------------------------------------------------------------------------------

Corroboration = Literal["single", "same_origin", "multi_origin_one_side", "both_sides", "both_sides_plus_third"]
Outcome = Literal["open", "due", "came_true", "late", "partly", "failed", "overdue", "lapsed", "overtaken", "withdrawn"]


class Support(Struct, frozen=True, gc=False):
    """One record that speaks for an entry: who published it, when it was known, and its words.

    `origin` is the counted one: reprints and near-copies of one text share it. `side` is the party whose own outlet
    (a ministry, a presidency) published it, None for the press. `seen` is the day of publication, else of fetching.
    """

    record: str
    article: str
    origin: str
    side: str | None
    seen: date | None
    evidence: tuple[Evidence, ...]
    is_opinion: bool = False


class Account(Struct, frozen=True, gc=False):
    """One value that some of an entry's records give, as words for a line, and the records that give it."""

    value: str
    supports: tuple[Support, ...]


class Dispute(Struct, frozen=True, gc=False):
    """A field whose values cannot all be true, of those of `merge.disputes.AGREE`; two accounts or more."""

    field: str
    accounts: tuple[Account, ...]


class Omission(Struct, frozen=True, gc=False):
    """What the readout of one side says and that of another leaves out: a topic, term, participant or demand."""

    field: str
    item: str
    told_by: str
    silent: str
    supports: tuple[Support, ...]


class State(Struct, frozen=True, gc=False):
    """A status that an entry was first given on the day `seen`, by the record `record`; `expected`, later `held`."""

    status: str
    seen: date | None
    record: str


class ByHand(Struct, frozen=True, gc=False):
    """What a person did to an entry: the id of the correction, what it changed in words, who, on which day, and why."""

    correction: str
    what: str
    by: str
    on: date
    reason: str


class Ruling(Struct, frozen=True, gc=False):
    """An outcome that a person decided; `records` are of the entry that decides it, `on` the day when that happened."""

    outcome: Outcome
    note: ByHand
    records: tuple[str, ...] = ()
    on: date | None = None


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """One thing in the world: a function of its records, their articles and the corrections by hand.

    `record` holds what the records say together; its own `article` and `evidence` are those of the first.
    `supports` are in the order in which they became known. `origins` are distinct: a wire story in 20 papers is one.
    `line` is the record as one plain line of a brief. `history` has the first record of each status, in order.
    """

    id: str
    kind: str
    record: Record
    line: str
    supports: tuple[Support, ...]
    origins: tuple[str, ...]
    corroboration: Corroboration
    disputes: tuple[Dispute, ...] = ()
    omissions: tuple[Omission, ...] = ()
    history: tuple[State, ...] = ()
    first_seen: date | None = None
    last_seen: date | None = None
    by_hand: tuple[ByHand, ...] = ()
    ruling: Ruling | None = None


class Verdict(Struct, frozen=True, kw_only=True, gc=False):
    """What became of a forecast, a pledge or a planned contact by a given day.

    `decided_by` is the entry that decided it (always set for came_true, late and partly), `decided_on` the day when
    that happened, `due` the last day of the window (None: none was stated), `soft` whether that day is only about.
    `rule` is the id of the row of `resolve.RULES`, `reason` one plain line; `by_hand` is set where a person decided it.
    """

    entry: str
    outcome: Outcome
    rule: str
    reason: str
    due: date | None = None
    soft: bool = False
    decided_by: str | None = None
    decided_on: date | None = None
    by_hand: ByHand | None = None
