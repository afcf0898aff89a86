"""A parsed text in Python's own objects: what spaCy's parse says of each word, asked once.

Each attribute of a spaCy token is a call that looks a number up and decodes a string, and each head or child a new
object. The rules ask a word many times; here they read it. Names and meanings are those of spaCy's `Doc`,
`Span` and `Token`, so that spaCy's documentation explains these too, but nothing of a parse can be set.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, overload

from msgspec import Struct


class Form(Struct, frozen=True, gc=False):
    """What a word is wherever it stands."""

    text: str
    lower: str
    is_space: bool
    is_punct: bool
    is_title: bool
    is_upper: bool
    is_lower: bool
    is_alpha: bool
    is_quote: bool
    is_stop: bool
    like_num: bool


class Token:
    """A word of a parsed text; two are equal when they are one."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "form",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_space",
        "left_edge",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: Doc
    i: int
    idx: int
    """The code point of the text at which it begins."""
    form: Form
    text: str
    lower_: str
    whitespace_: str
    is_space: bool
    is_punct: bool
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    left_edge: Token
    right_edge: Token
    sent: Span

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def is_title(self) -> bool:
        """Whether each of its parts begins with a capital."""
        return self.form.is_title

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals."""
        return self.form.is_upper

    @property
    def is_lower(self) -> bool:
        """Whether it is in small letters."""
        return self.form.is_lower

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.form.is_alpha

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.form.is_quote

    @property
    def is_stop(self) -> bool:
        """Whether it is on spaCy's list of words that say little."""
        return self.form.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or in words."""
        return self.form.like_num

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.i == self.sent.start

    @property
    def is_sent_end(self) -> bool:
        """Whether a sentence ends with it."""
        return self.i + 1 == self.sent.end

    @property
    def n_lefts(self) -> int:
        """How many of its children stand before it."""
        return len(self.lefts)

    def nbor(self, i: int = 1) -> Token:
        """The word `i` places further on; IndexError where there is none."""
        if self.i + i < 0:
            raise IndexError(f"no word {i} places from word {self.i}")
        return self.doc.tokens[self.i + i]

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that hangs on it, in the order of the text where no two branches cross."""
        for word in self.lefts:
            yield from word.subtree
        yield self
        for word in self.rights:
            yield from word.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that and so on to the root of the sentence."""
        word, head = self, self.head
        while head is not word:
            yield head
            word, head = head, head.head

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether `descendant` hangs on it, through whatever words."""
        return any(one is self for one in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The others it is joined with: "and" and lists."""
        start = self
        while start.head is not start and start.dep_ == "conj":
            start = start.head
        joined = [start]
        for word in joined:
            joined += [child for child in word.rights if child.dep_ == "conj"]
        return tuple([word for word in joined if word is not self])


class Span:
    """A run of words: those from number `start` up to number `end`, which is no longer of it."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end, self.label_) == (other.start, other.end, other.label_) and self.doc is other.doc

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __contains__(self, word: object) -> bool:
        return isinstance(word, Token) and word.doc is self.doc and self.start <= word.i < self.end

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return Span(self.doc, self.start + start, self.start + max(start, end))
        place = (self.start if at >= 0 else self.end) + at
        if not self.start <= place < self.end:
            raise IndexError(f"no word {at} in a run of {len(self)}")
        return self.doc.tokens[place]

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def start_char(self) -> int:
        """The code point at which its first word begins."""
        return self.doc.idx_of(self.start)

    @property
    def end_char(self) -> int:
        """The code point after its last word."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word on which the others hang; of two that stand equally high the first, and a mark only if alone.

        Of no words, the next one.
        """
        words = self.doc.tokens
        best, height = words[self.start], len(words)
        for word in words[self.start : self.end]:
            if word.head is word:
                return word
            if self.start <= word.head.i < self.end:
                continue
            is_mark = (word.is_space or word.is_punct) and not word.children
            steps = len(words) - 1 if is_mark else sum(1 for _ in word.ancestors)
            if steps < height:
                best, height = word, steps
        return best


class Doc:
    """A parsed text: its words, sentences and names."""

    __slots__ = ("ents", "places", "sents", "starts", "text", "tokens")

    def __init__(self, text: str, starts: list[int]) -> None:
        """`starts`: the code points at which its words begin."""
        self.text = text
        self.tokens: list[Token] = [Token() for _ in starts]
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()
        self.starts = starts
        self.places: dict[str, list[int]] = {}
        """For each word, in small letters, the numbers of the tokens that have it as lemma or form."""

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def __str__(self) -> str:
        return self.text

    def idx_of(self, at: int) -> int:
        """The code point at which word number `at` begins; behind the last one, where the text ends."""
        return self.starts[at] if at < len(self.starts) else len(self.text)

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["strict", "contract", "expand"] = "strict"
    ) -> Span | None:
        """The words between two code points; those cut by an end are kept ("expand"), left out ("contract") or no go.

        None where there are no such words.
        """
        first, last = self._at(start), self._at(end - 1)
        if first < 0 or last < 0 or last + 1 < first:
            return None
        begins, ends = self.tokens[first].idx, self.tokens[last].idx + len(self.tokens[last].text)
        if alignment_mode == "strict":
            return Span(self, first, last + 1) if (begins, ends) == (start, end) else None
        if alignment_mode == "contract":
            first, last = first + (begins < start), last - (end < ends)
            return Span(self, first, last + 1) if first <= last else None
        first += start == begins + len(self.tokens[first].text)  # the blank behind a word is not of it
        return Span(self, first, max(first, last + 1))

    def _at(self, place: int) -> int:
        """The number of the word that stands, or whose blank stands, at a code point; -1 where none does."""
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return -1
        if at + 1 < len(self.starts):  # the next word begins where this one's blank ends
            return at
        token = self.tokens[at]
        return at if place < token.idx + len(token.text) + len(token.whitespace_) else -1
