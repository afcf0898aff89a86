"""Noun phrases around a head: where they begin and end, and what stands beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token


HYPHENS = frozenset({"-", "‑"})


def word_begin(doc: Doc, first: int) -> int:
    """Where the word and its article begin whose last part stands at `first`: "a counter-|proposal"."""
    while first > 1 and doc[first - 1].text in HYPHENS and not doc[first - 1].whitespace_ + doc[first - 2].whitespace_:
        first = min(first - 2, doc[first - 2].left_edge.i)
    return first


def word_end(doc: Doc, last: int) -> int:
    """Where the word ends whose first part ends at `last`: "would co|-chair it"."""
    while last + 1 < len(doc) and doc[last].text in HYPHENS and not doc[last - 1].whitespace_ + doc[last].whitespace_:
        last += 2
    return last


def is_question(token: Token) -> bool:
    """Whether the token's sentence ends with a question mark."""
    sentence = token.sent
    return token.doc.text[sentence.start_char : sentence.end_char].rstrip(" ”\"'’\n").endswith("?")


def left_of(head: Token) -> int:
    """The token index at which the noun phrase of `head` begins, left modifiers included, conjuncts not."""
    first = head.i
    for child in head.lefts:
        if (
            child.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "neg"}
            or child.dep_ == "punct"
            and child.text in {"-", "“", '"', "‘"}
        ):
            first = min(first, child.left_edge.i)
    while first < head.i and (
        head.doc[first].is_space or head.doc[first].is_punct and head.doc[first].text not in {"“", '"'}
    ):
        first += 1
    return first


def phrase(head: Token, *, with_prepositions: bool = True) -> Span:
    """The noun phrase of `head`: left modifiers, and an "of/for/from" phrase on the right, no clause, no conjunct."""
    last = head.i + 1
    if with_prepositions:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "for", "from"} and child.i <= last:
                last = max(last, _prepositional_end(child))
    return head.doc[left_of(head) : last]


def _prepositional_end(preposition: Token) -> int:
    objects = [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]
    if not objects:
        return preposition.i + 1
    return phrase(objects[0]).end if objects[0].dep_ == "pobj" else objects[0].right_edge.i + 1


def without_determiner(span: Span) -> Span:
    """The phrase without its article, demonstrative, quantifier or number."""
    while len(span) > 1 and (span[0].pos_ in {"DET", "NUM"} or span[0].is_punct or span[0].is_space):
        span = span[1:]
    return span


def bare_name(phrase: Span) -> str:
    """The words of a phrase without its article, on one line.

    In small letters where only the sentence gives the first word its capital ("Rebels attacked the port").
    """
    span = without_determiner(phrase)
    name = " ".join(span.text.split()).strip("“”\"'‘’[]() ")
    return name[:1].lower() + name[1:] if span[0].tag_ == "NNS" and span[0].is_sent_start else name


def joined_before(head: Token) -> list[Token]:
    """ "Torv and Kenyan minister Omar Haddad": the name that the parser hangs on the second one."""
    return [kid for kid in head.lefts if kid.dep_ == "nmod" and any(c.dep_ == "cc" for c in kid.rights)]


NOT_SUBJECT = frozenset({"pobj", "dobj", "poss", "dative", "attr", "oprd", "npadvmod", "pcomp"})


def is_subject(token: Token) -> bool:
    """Whether the token can be a subject: no object, owner or complement, itself or the noun it is joined to by "and".

    Asked this way round because the small parser often makes the subject of a long sentence its root.
    """
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ not in NOT_SUBJECT


SENT = frozenset({"ambassador", "envoy", "representative", "consul", "delegate", "correspondent"})
"""Posts that are told with the place where they are held."""


def _is_post_for(doc: Doc, preposition: int) -> bool:
    before = doc[preposition - 1]
    return doc[preposition].lower_ in {"for", "to", "of"} and before.pos_ in {"NOUN", "PROPN"}


def title_start(doc: Doc, first: int, inside: frozenset[int]) -> int:
    """Where the words before a name begin that describe its bearer ("the U.S. special envoy" before "Ana Torv").

    Walks left over nouns, adjectives, possessives and hyphens, and over "of/for the" inside a title ("Chief of Staff");
    `inside` are tokens of known names, which always belong. Asked of the words, not the parser, which errs here.
    """
    start = first
    while start > 0:
        token = doc[start - 1]
        if (
            (
                token.i in inside
                or token.text in {"'s", "’s", "'", "’"}
                or (token.text in HYPHENS and not token.whitespace_)
                or token.pos_ in {"NOUN", "ADJ", "PROPN"}
            )
            or token.lower_ in {"of", "for"}
            and start > 1
            and doc[start - 2].pos_ in {"NOUN", "PROPN"}
        ):
            start -= 1
        elif token.lower_ in {"in", "to", "at"} and start > 1 and doc[start - 2].lemma_.lower() in SENT:
            start -= 1  # "ambassador in London"
        elif token.text == ")" and start > len("(X)") and doc[start - len("(X)")].text == "(":
            start -= len("(X)")  # "Republic of Korea (ROK) Foreign Minister"
        elif token.lower_ == "the" and start > 2 and _is_post_for(doc, start - 2):
            start -= 2  # "envoy for the Lakes"
        elif token.pos_ == "DET" or token.tag_ == "PRP$":
            return start - (token.tag_ == "PRP$")
        else:
            break
        if doc[start].is_space or doc[start].is_sent_start and token.is_space:
            return start + 1
    return start


def head_of(words: Span) -> Token:
    """The head of a phrase, which the parser may cut in two: "U.S. | Defense Secretary Ana Torv"."""
    head = words.root
    after = words.doc[head.i + 1] if head.text in CUT and head.i + 1 < words.end else None
    return words[after.i - words.start :].root if after is not None and after.is_sent_start else head


CUT = frozenset({"U.S.", "U.N.", "U.K.", "Gen.", "Sen.", "Gov."})
"""Abbreviations whose stop the parser may take for the end of a sentence."""


def is_of_headline(verb: Token) -> bool:
    """ "Kenya and Uganda to hold talks": the infinitive of a headline, where no other verb stands; it is to come."""
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "relcl", "acl"} or verb.doc[verb.i - 1].lower_ != "to":
        return False
    return not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in verb.sent)


def is_opener(word: Token) -> bool:
    """ "Next, we welcome the envoy": what opens a sentence and is parted from it tells the order of a speech."""
    return word.i == word.sent.start and word.i + 1 < word.sent.end and word.nbor().text == ","


def are_side_by_side(first: Token, second: Token) -> bool:
    """ "They meet on Friday, so could you tell us more": two sentences in one, of which the parser makes one clause."""
    return any(c.lower_ in {"so", "but", "then"} and first.i < c.i < second.i for c in second.children)


POINTS = frozenset({"point", "time", "stage", "moment", "occasion"})


def is_at_no_time(preposition: Token) -> bool:
    """ "At no point did they meet"."""
    times = [c for c in preposition.children if c.dep_ == "pobj" and c.lemma_ in POINTS]
    return preposition.dep_ == "prep" and any(c.lower_ == "no" for time in times for c in time.lefts)
