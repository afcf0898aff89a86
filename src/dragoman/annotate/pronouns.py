"""Whom a pronoun stands for: number, gender, grammatical place and nearness weigh the mentions before it.

Where two persons weigh the same in one earlier sentence ("Torv and Nur met. He said ...") nobody is guessed at: the
pronoun keeps both as candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.company import with_host
from dragoman.annotate.joined import body_that_says
from dragoman.annotate.lists import together_before, together_here
from dragoman.annotate.met import those_met
from dragoman.annotate.things import FARTHEST, SUBJECTS, owner_of, sentence_before, thing_before
from dragoman.annotate.trail import MEMORY, Known, Place, Trace, Words

if TYPE_CHECKING:
    from dragoman.parsed import Token


def pronoun_kind(token: Token, words: Words) -> str | None:
    """What a pronoun can stand for: "person", "many" or "body"; None for any other word."""
    if _is_the_two(token):
        return "many"
    if token.pos_ != "PRON" or token.dep_ == "expl":
        return None
    word = token.lower_
    if word in words.person:
        return "person"
    if word in words.many and (word != "all" or _stands_alone(token)):
        return "many"
    if word not in words.body or token.dep_ not in {"nsubj", "poss"} or _is_empty(token, words):
        return None
    return "body"


TWO = frozenset({"both", "two"})


def _is_the_two(token: Token) -> bool:
    """ "The two met in Oslo": a number as the subject, for two of whom it has been told."""
    is_alone = [c.lower_ for c in token.children] == ["the"]
    return token.lower_ in TWO and token.tag_ == "CD" and is_alone and token.dep_ in {"nsubj", "nsubjpass"}


def _stands_alone(every: Token) -> bool:
    """ "All agreed": the subject of a verb, no part of "all of them", "all that" or "that is all"."""
    is_subject = every.dep_ in {"nsubj", "nsubjpass"} and every.head.pos_ == "VERB" and every.i < every.head.i
    return is_subject and not any(True for _ in every.children)


LINKING = frozenset({"be", "remain", "become"})
SEEMING = frozenset({"seem", "appear", "turn", "emerge"})


def _is_empty(it: Token, words: Words) -> bool:
    """ "It is his hope that", "it was important to", "it seems that": stands for the clause that follows."""
    verb = it.head
    if it.dep_ != "nsubj":
        return False
    said_of = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"} and c.i > it.i]
    clauses = [c for told in (verb, *said_of) for c in told.rights if c.dep_ in CLAUSES]
    is_told = any(m.lower_ in OPENERS and m.tag_ != "WDT" for c in clauses for m in (c.doc[c.left_edge.i], *c.lefts))
    if verb.lemma_ == "make" and any(c.dep_ == "dobj" and c.lower_ in {"sense", "difference"} for c in verb.children):
        return True
    if verb.lemma_ in SEEMING:
        return is_told
    if verb.lemma_ not in LINKING or not said_of:
        return False
    told = {token.lemma_.lower() for token in said_of}
    if any(token.dep_ == "attr" and token.pos_ == "NOUN" for token in said_of) and told & words.things:
        return True
    is_wished = any(m.tag_ == "TO" for c in clauses for m in c.lefts)
    return (is_told and not told & words.felt) or (is_wished and bool(told & words.weighed))


OPENERS = frozenset({"that", "whether", "how", "who", "what", "when", "where", "why", "which"})
"""What opens the clause that "it" stands for."""
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"})


class Look(Struct, frozen=True):
    """A pronoun that looks for whom it stands: what it can stand for, where it is, and whether "she" or "he"."""

    token: Token
    kind: str
    place: Place
    sex: str | None
    words: Words


class Referents(Struct, frozen=True):
    """The actors a pronoun stands for; where it stands equally for several, none, and those as `candidates`."""

    actors: tuple[int, ...]
    candidates: tuple[int, ...] = ()


def resolve_pronoun(look: Look, known: Known) -> Referents:
    """The best earlier mention of the right number and sex: subjects before others, near before far."""
    here = look.place
    if look.token.dep_ == "poss" and _belongs_to_nobody(look, known):
        return Referents(())
    if _is_who_says_so(look, known) or _looks_ahead(look.token):
        return Referents(())
    if look.token.lower_ in WHOLE and (everybody := _everybody(look.token, known)) is not None:
        return everybody
    if look.kind == "many" and (pair := together_here(known, look.token, here.sentence)):
        return Referents(pair)
    if (thing := thing_before(look.token, known, look.words.things)) is not None:
        return Referents(owner_of(thing, known))
    best: dict[tuple[int, ...], tuple[float, int, Trace]] = {}
    for order, trace in enumerate(known.trail[-MEMORY:]):
        if not _fits(trace, look, known) or trace.quoted > here.quoted or here.sentence - trace.sentence > FARTHEST:
            continue
        score = _salience(look, trace)
        if trace.actors not in best or (score, order) >= best[trace.actors][:2]:
            best[trace.actors] = (score, order, trace)
    ranked = sorted(best.items(), key=lambda item: item[1][:2], reverse=True)
    near = bool(ranked) and (ranked[0][1][0] >= PAIR or ranked[0][1][2].sentence == here.sentence)
    if look.kind == "many" and not near and (pair := together_before(known, look.token.doc, here.sentence)):
        return Referents(with_host(pair, look.token, known))
    if not ranked or _means_bystanders(look, ranked[0][1][2]):
        return Referents(())
    if look.kind == "person" and len(ranked) > 1 and _is_open(look, ranked[0][1], ranked[1][1]):
        return Referents((), tuple(sorted((*ranked[0][0], *ranked[1][0]))))
    meant = with_host(ranked[0][0], look.token, known) if look.kind == "many" else ranked[0][0]
    return Referents(meant if look.token.lower_ not in TWO or _are_two(meant, known) else ())


def _are_two(meant: tuple[int, ...], known: Known) -> bool:
    """Whether two are meant of whom it is known who they are: what "both" stands for."""
    return len(meant) == len(("one", "other")) and all(
        known.actors[i].kind == "person" or known.actors[i].side is not None for i in meant
    )


WHOLE = frozenset({"all", *TWO})
"""Pronouns for each of those who met, not some of them."""


def _everybody(word: Token, known: Known) -> Referents | None:
    """Those who met, whom "all" or "both" stands for; None where "both" is left to the two named last."""
    met = those_met(known, word.doc)
    if word.lower_ == "all":
        return Referents(met)
    return Referents(met if len(met) == len(("one", "other")) else ()) if met else None


def _looks_ahead(pronoun: Token) -> bool:
    """ "In his address on Monday, Torv said": an owner who is named only after what he owns."""
    phrase = pronoun.head.head
    if pronoun.dep_ != "poss" or pronoun.lower_ not in {"his", "her"} or phrase.dep_ != "prep":
        return False
    verb = phrase.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i > pronoun.i), None)
    is_first = verb.pos_ == "VERB" and verb.dep_ == "ROOT" and phrase.left_edge.i == verb.sent.start
    return is_first and subject is not None and subject.ent_type_ == "PERSON"


PAIR = 0.5
"""The salience of two persons of the sentence before, where "they" has no plural to look back to that is as near."""


def _means_bystanders(look: Look, best: Trace) -> bool:
    """ "The paper quoted commentators. They say ...": people who are no party stand between "they" and the party."""
    if look.kind != "many" or look.token.dep_ != "nsubj" or best.sentence == look.place.sentence:
        return False
    told = (t for t in sentence_before(look.token) if t.i > best.token)
    return any(t.lower_ in look.words.bystanders and (t.dep_ in SUBJECTS or _is_quoted(t)) for t in told)


def _is_quoted(people: Token) -> bool:
    return people.dep_ == "dobj" and people.head.lemma_ in {"quote", "cite", "interview", "poll", "survey"}


def _is_open(look: Look, first: tuple[float, int, Trace], second: tuple[float, int, Trace]) -> bool:
    """Whether a subject pronoun stands for two persons of one earlier sentence alike."""
    same_place = first[2].sentence == second[2].sentence < look.place.sentence
    return look.token.dep_ == "nsubj" and same_place and first[0] == second[0]


COLLECTIVE = frozenset({"military", "army", "police", "government", "delegation", "team", "command", "leadership"})
"""Nouns in the singular that "they" can stand for."""


def _fits(trace: Trace, look: Look, known: Known) -> bool:
    actors = [known.actors[i] for i in trace.actors]
    if look.place.said_by.issuperset(trace.actors):
        return False
    if look.kind == "person":
        one = len(actors) == 1 and actors[0].kind == "person"
        return one and known.sexes.get(trace.actors[0], look.sex) == look.sex
    if look.kind == "many":
        people = trace.plural or look.token.doc[trace.token].lemma_.lower() in COLLECTIVE
        return len(actors) > 1 or actors[0].kind == "organisation" or (actors[0].kind in {"group", "state"} and people)
    return len(actors) == 1 and (
        actors[0].kind in {"state", "organisation"} or actors[0].kind == "group" and not trace.plural
    )


TOLD_OF = 2.5
"""What one told of in the words said now, no subject in them, has less of salience: "told envoys so, they said"."""


def _salience(look: Look, trace: Trace) -> float:
    """How strongly an earlier mention offers itself: a subject outweighs one sentence of distance, not two.

    Whoever spoke in an earlier sentence goes on to speak, rather than who is told of in the words said now; "they" are
    one body less often than several.
    """
    distance = look.place.sentence - trace.sentence
    said = trace.token in look.place.says
    score = 1.5 * (trace.subject or trace.speaks) - distance - (1.5 if trace.subject else TOLD_OF) * said
    if look.kind == "many" and distance > 1 and trace.subject and not (trace.main or trace.speaks):
        score -= 0.7  # "reiterated that the traders deserve it": told of in passing
    if look.kind == "many" and len(trace.actors) == 1 and not trace.plural:
        score -= 0.7 if distance else 1.6
    if not distance:
        return score + _salience_beside(look, look.token.doc[trace.token])
    if trace.main or trace.speaks:
        score += 0.4
    return score + 0.4 * (trace.speaks and look.place.speaks)


def _salience_beside(look: Look, named: Token) -> float:
    """What the grammar adds within one sentence; what a clause below the main one says is of those named in that."""
    token = look.token
    score = 1.0 * (look.kind != "person" and _is_below(token))
    if token.dep_ == "poss":
        score += 3 * (named in token.head.conjuncts)  # "Torv and her aides": the owner is who stands beside
        score += 1.5 * _is_own_subject(token, named) + 4 * _is_judged(look, named)
        return score + (named.dep_ == "poss")  # "Kenya's raids, its silence"
    if _is_asking(token, named) or _is_told(look, named):
        score -= 4
    score += 3 * (look.kind == "person" and (_is_speaker_of_all(token, named) or _stands_alike(token, named)))
    if named.head == token.head and token.dep_ != "nsubj":
        score -= 4  # "Putin told him": an argument of the same verb is somebody else
    score += 2 * (look.kind == "body" and _is_of_joined_verb(token, named))
    return score + 2 * _is_setting(token, named)


def _is_speaker_of_all(pronoun: Token, named: Token) -> bool:
    """ "Torv said that Nur had left, which she called a mistake": who says the whole says what is said by the way."""
    verb = pronoun.head
    is_by_the_way = (
        pronoun.dep_ == "nsubj"
        and verb.lemma_ in BY_THE_WAY
        and any(kid.tag_ in {"WDT", "WP"} for kid in pronoun.doc[pronoun.i - 1 : pronoun.i])
    )
    main = named.head
    return is_by_the_way and named.dep_ == "nsubj" and main.dep_ == "ROOT" and main.lemma_ in BY_THE_WAY


BY_THE_WAY = frozenset({"say", "call", "describe", "term", "warn", "claim", "add", "insist", "argue", "tell"})


def _stands_alike(pronoun: Token, named: Token) -> bool:
    """ "Torv is open to contacts with Nur and ready to speak to him": who stands so in the clause it is joined to."""
    if pronoun.dep_ != "pobj" or pronoun.head.lower_ not in {"to", "with"} or named.dep_ != "pobj":
        return False
    joined = next((t for t in pronoun.ancestors if t.dep_ == "conj" and t.pos_ in {"VERB", "AUX", "ADJ"}), None)
    return joined is not None and named.head.lower_ in {"to", "with"} and joined.head in {*named.ancestors}


def _is_of_joined_verb(pronoun: Token, subject: Token) -> bool:
    """ "Kenya complained that Uganda would come, and it called for calm": who does the one does the other."""
    verb = pronoun.head
    return pronoun.dep_ == "nsubj" and verb.dep_ == "conj" and subject.dep_ == "nsubj" and subject.head == verb.head


def _is_told(look: Look, named: Token) -> bool:
    """ "He told Reuters that raids had allowed it to advance": a newspaper that is told of "it" isn't meant."""
    return look.kind == "body" and named.dep_ in {"dobj", "dative"} and named.head.lemma_ == "tell"


def _is_asking(pronoun: Token, subject: Token) -> bool:
    """ "The bloc demanded that it open its border": whoever is asked is another than who asks."""
    verb = pronoun.head.head
    if pronoun.dep_ != "nsubj" or pronoun.head.dep_ != "ccomp" or verb.lemma_ not in ASKING:
        return False
    return (subject.dep_ == "nsubj" and subject.head == verb) or (verb.dep_ == "relcl" and verb.head == subject)


ASKING = frozenset({"demand", "request", "urge", "order"})


def _is_below(pronoun: Token) -> bool:
    """Whether the pronoun stands in a clause below the main one that opens behind it ("until it ends the war")."""
    verb = pronoun.head.head if pronoun.dep_ == "poss" else pronoun.head
    return verb.dep_ in {"advcl", "relcl", "acl"} and verb.head.i < pronoun.i


def _is_own_subject(pronoun: Token, subject: Token) -> bool:
    """ "The rebels stepped up their raids": what a verb's object belongs to is most often its subject."""
    noun = pronoun.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return subject.dep_ == "nsubj" and subject.head == verb and subject.i < verb.i < pronoun.i


def _is_judged(look: Look, named: Token) -> bool:
    """ "Torv thanked Nur for his work": what somebody is judged for is his own."""
    noun = look.token.head
    while noun.dep_ in {"dobj", "pobj", "conj"} and noun.head.dep_ in {"pcomp", "prep", "pobj", "dobj", "conj"}:
        noun = noun.head
    verb = noun.head if noun.dep_ == "pobj" else noun
    verb = verb.head if verb.dep_ in {"pcomp", "prep"} else verb
    verb = verb.head if verb.dep_ == "prep" else verb
    return named.dep_ == "dobj" and named.head == verb and verb.lemma_ in look.words.judging and named.i < look.token.i


def _belongs_to_nobody(look: Look, known: Known) -> bool:
    """ "The foreign army and its numbers": the subject of its own clause is a body that nobody was found for."""
    if look.kind == "person":
        return False
    noun = look.token.head
    while noun.dep_ in {"conj", "appos", "pobj", "prep"} and noun.head.i != noun.i:
        noun = noun.head
    verb = noun.head if noun.dep_ in {"dobj", "attr"} else noun
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i < look.token.i), None)
    while subject is None and verb.dep_ in {"conj", "xcomp", "acomp"} and verb.head.i < verb.i:
        verb = verb.head  # "is either side ready to give and reduce its demands"
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < look.token.i), None)
    if subject is not None and subject.tag_ == "WP" and verb.dep_ == "relcl":
        subject = verb.head  # "the staff, who did their duty"
        is_one = subject.tag_ == "NN" and subject.lemma_.lower() not in {*COLLECTIVE, "staff"}
        return is_one is not (look.kind == "many") and all(t.token != subject.i for t in known.trail[-MEMORY:])
    if subject is None or subject.pos_ != "NOUN" or subject.lemma_.lower() not in look.words.bodies:
        return False
    agrees = (subject.tag_ == "NNS") == (look.kind == "many")
    return agrees and all(trace.token != subject.i for trace in known.trail[-MEMORY:])


def _is_who_says_so(look: Look, known: Known) -> bool:
    """ "The department added that it asked for more": the body that says so, for whom nobody was found."""
    speaker = body_that_says(look.token)
    return speaker is not None and all(trace.token != speaker.i for trace in known.trail[-MEMORY:])


def _is_setting(pronoun: Token, owner: Token) -> bool:
    """ "In Torv's speech, she said": whoever owns what the clause is set in is its subject."""
    if owner.dep_ != "poss" or pronoun.dep_ != "nsubj" or owner.i > pronoun.i:
        return False
    return owner.head.dep_ == "pobj" and owner.head.head.dep_ == "prep" and owner.sent.start >= owner.i - 3


def subject_ahead(pronoun: Token) -> Token | None:
    """The subject of the main clause, where the pronoun stands in a participle's clause before it.

    "Asked about his refusal, Torv said", "In what he called a test, Torv fired": whoever is asked, and calls it so.
    """
    below = pronoun
    while below.head.i != below.i:
        is_participle = below.dep_ == "advcl" and below.tag_ in {"VBG", "VBN"}
        is_called = below.dep_ == "prep" and any(t.lower_ == "what" and t.i < pronoun.i for t in below.subtree)
        subject = next((c for c in below.head.children if c.dep_ == "nsubj"), None)
        if (is_participle or is_called) and subject is not None and below.i < pronoun.i < subject.i:
            return subject
        below = below.head
    return None
