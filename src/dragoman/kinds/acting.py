"""Who does what a verb of an act tells, where the subject that the parser gives it is not the one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.clauses import clause_span, is_passive, mention_at, objects, prepositional, subjects
from dragoman.annotate.phrases import phrase
from dragoman.annotate.voices import overlaps
from dragoman.kinds.provisos import PROVIDED
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

REPORTING = frozenset({"be", "say", "tell", "report", "add"})
SEEING = frozenset({"see", "watch", "witness", "observe"})
OWN = frozenset({"nsubj", "nsubjpass"})
PARTICIPLE = ("en", "wn")
"""Ends of verbs that are participles alone: "taken", "drawn"."""
HELPED = OWN | {"aux", "auxpass", "agent", "csubj"}


def doers_of_verb(annotated: Annotated, verb: Token) -> list[Token]:
    """The heads of those who do it; not the place before "which" ("the war in X, which has killed many")."""
    if any(c.dep_ == "nsubj" and c.lemma_ == "dozen" for c in verb.children):
        return []  # "near Torvik, dozens of raids hit": no town acts
    if moved := _accused(verb) or caused(verb) or _takers(verb):
        return moved
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == verb.tag_ == "VBG":
        first = first.head
    while first.dep_ in {"advcl", "xcomp"} and first.tag_ == first.head.tag_ == "VBG":
        first = first.head  # "he said referring to raids that hit a town, killing many"
    if first.dep_ in {"advcl", "xcomp"} and first.tag_ == "VBG" and first.head.lemma_ in REPORTING:
        return []  # "the town has been the target of raids, killing many", "raids hit it, they said, killing many"
    if first.dep_ == "xcomp" and first.tag_ == "VBG" and first.head.lemma_ in SEEING:
        return []  # "the raids that we have seen hitting the town"
    if _is_adjective(verb) or _is_gerund_as_noun(verb):
        return []
    of_place = verb.dep_ == "relcl" and verb.head.dep_ == "pobj" and any(c.lower_ == "which" for c in verb.children)
    if of_place or verb.dep_ == "amod":
        return []
    if _is_suffered_participle(verb):
        return prepositional(verb, ("by",))
    torn = _torn_off(verb)
    if torn is not None:
        return subjects(torn)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and is_somebody(annotated, verb.head):
        return [verb.head]
    return subjects(verb) or _givers(verb) or _torn_agents(verb)


def _torn_agents(verb: Token) -> list[Token]:
    """ "Was recognised as its leader by Kenya": Kenya, where the parser hangs "by" on a word between."""
    if not is_passive(verb):
        return []
    between = (c for p in verb.children if p.dep_ == "prep" and p.lower_ == "as" for c in p.children)
    return [t for noun in between if noun.dep_ == "pobj" for t in prepositional(noun, ("by",))]


def _accused(verb: Token) -> list[Token]:
    """ "Kenya accused Uganda of firing rockets": Uganda."""
    charge = charged_in(verb)
    return [t for t in objects(charge) if t.i > charge.i] if charge is not None else []


def _takers(verb: Token) -> list[Token]:
    """ "The town of Torvik fell to Kenyan troops": they."""
    return prepositional(verb, ("to",)) if verb.lemma_ == "fall" else []


def is_forsworn(verb: Token) -> bool:
    """ "Promised not to attack"."""
    below = [c for c in verb.children if c.dep_ == "xcomp"]
    return any(c.dep_ == "neg" for clause in below for c in clause.children)


def caused(verb: Token) -> list[Token]:
    """ "The vote led Kenya to attack": who is brought to do it, the object of the verb above."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or above.lemma_ not in CAUSING:
        return []
    return [t for t in objects(above) if t.i < verb.i]


CAUSING = frozenset({"prompt", "lead", "allow", "enable", "help", "provoke", "cause", "force", "drive", "let"})


def _givers(verb: Token) -> list[Token]:
    """ "The rebels are supplied with weapons from Kenya", "they are fed by": who gives, where nobody is the agent."""
    if verb.lemma_ not in GIVING or not is_passive(verb):
        return []
    return [
        t for above in (verb, *prepositional(verb, ("with",)), *objects(verb)) for t in prepositional(above, ("from",))
    ]


GIVING = frozenset({"supply", "arm", "feed", "provide", "equip", "fund", "finance"})


def _is_adjective(verb: Token) -> bool:
    """ "Around the lake, occupied Torvik and the coast": a participle before a name, though the parser sees a verb."""
    before, after = verb.doc[max(verb.i - 1, 0)], verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "agent", "prep"} for c in verb.children)
    listed = before.text == "," or before.tag_ in {"IN", "DT", "JJ"}
    return (
        verb.tag_ in {"VBN", "VBD"} and bare and listed and after.pos_ == "PROPN" and verb.dep_ not in {"ROOT", "relcl"}
    )


def _is_gerund_as_noun(verb: Token) -> bool:
    """ "All who lost a home by fire or shelling", which the parser joins to "lost"."""
    helped = any(c.dep_ in {"aux", "nsubj", "dobj"} for c in verb.children)
    return verb.tag_ == "VBG" and verb.dep_ == "conj" and verb.head.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and not helped


def _is_suffered_participle(verb: Token) -> bool:
    """ "Farmers taken hostage in May", "the troops deployed to Kenya", "rebels, all backed by Kenya"."""
    below = {c.dep_ for c in verb.children}
    if verb.dep_ in {"acl", "advcl", "ccomp"} and verb.lower_.endswith(PARTICIPLE) and not below & HELPED:
        return True  # the parser takes "taken" for a past
    if verb.tag_ != "VBN" or _is_having_done(verb) or (verb.lemma_ in ALONE and below & OWN):
        return False  # "rebels and soldiers clashed", which the parser takes for a participle
    if below & HELPED:  # "the troops deployed there include": the subject of what follows
        return not below & (HELPED - OWN) and "dobj" not in below
    return verb.dep_ != "conj" or (verb.head.tag_ == "VBN" and _is_suffered_participle(verb.head))


ALONE = frozenset({"clash", "skirmish", "retreat", "protest", "riot", "march"})
"""Verbs that nobody suffers."""


def _is_having_done(verb: Token) -> bool:
    """ "Has killed two and wounded ten": joined to a perfect, whose helping verb it shares."""
    return verb.dep_ == "conj" and (verb.head.tag_ != "VBN" or bool({c.dep_ for c in verb.head.children} & HELPED))


def _torn_off(verb: Token) -> Token | None:
    """ "She noted the raid, during which Kenya killed ten, took six hostage": the clause that it goes on with.

    The parser hangs a verb without a subject on the sentence's own; a clause about a noun in between has the subject.
    """
    if verb.dep_ not in {"conj", "ccomp"} or verb.tag_ != "VBD" or any(c.dep_ in OWN for c in verb.children):
        return None
    between = [t for t in verb.doc[verb.head.i + 1 : verb.i] if t.tag_ == "VBD"] if verb.head.i < verb.i else []
    last = between[-1] if between else None
    if last is None or last.dep_ != "relcl" or any(t.dep_ == "cc" for t in verb.doc[last.right_edge.i + 1 : verb.i]):
        return None
    return last if any(c.dep_ == "nsubj" for c in last.children) else None


def moved(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Kenyan troops were deployed", "thousands of Kenyan soldiers are stationed": the troops, whose the act is."""
    troops = lexicon.words("kinds/action_words", "troop")
    finite = any(c.dep_ == "auxpass" for c in verb.children)
    things = objects(verb) if finite and is_passive(verb) else []
    return [t for t in things if any(o.lemma_.lower() in troops for o in (t, *prepositional(t, ("of",))))]


ALLEGED = frozenset(
    {
        "accusation", "allegation", "claim", "rumour", "rumor", "fear", "possibility", "risk", "threat", "prospect",
        "idea", "option", "danger", "chance", "notion", "likelihood", "condition", "objective", "aim", "goal",
        "ambition", "intention", "desire",
    }
)  # fmt: skip

ALLEGING = frozenset({"accuse", "blame", "suspect"})


def charged_in(verb: Token) -> Token | None:
    """ "Accused" in "accused Kenya of firing rockets, killing two": the verb whose object is said to have done it."""
    gerund = verb
    while gerund.tag_ == "VBG" and gerund.dep_ in {"advcl", "conj"} and gerund.head.tag_ == "VBG":
        gerund = gerund.head
    charge = gerund.head.head if gerund.tag_ == "VBG" and gerund.dep_ == "pcomp" else verb
    if charge.tag_ == "VBG" and charge.dep_ == "pcomp":  # "accused it of undermining the talks by firing rockets"
        charge = charge.head.head
    return charge if charge != verb and charge.lemma_ in ALLEGING and charge.pos_ == "VERB" else None


def is_dated_charge(annotated: Annotated, verb: Token) -> bool:
    """Whether somebody is accused of an act of some day: "accused Kenya of shelling the port on Monday"."""
    if charged_in(verb) is None:
        return False
    own = clause_span(verb)
    return any(overlaps(time.span, own) and time.window is not None for time in annotated.times)


def is_alleged(annotated: Annotated, verb: Token) -> bool:
    """ "The accusations that Kenya bombs the town", "the prospect of Kenya sending troops": told by nobody as done.

    "Accused Kenya of firing rockets, killing two" as well, unless it is said on which day.
    """
    if charged_in(verb) is not None:
        return not is_dated_charge(annotated, verb)
    token = verb
    if any(c.lower_ in {"allegedly", "supposedly", "purportedly"} for c in verb.children):
        return True
    if verb.head.lower_ in PROVIDED and verb.head != verb and verb.dep_ in {"ccomp", "pcomp", "acl"}:
        return True
    for _ in range(SUPPOSING):
        if token.dep_ not in HUNG or token.head.pos_ in {"VERB", "AUX"}:
            return False
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_.lower() in ALLEGED:
            return verb.dep_ in {"acl", "ccomp", "pcomp", "appos"}
    return False


HUNG = frozenset({"acl", "ccomp", "pcomp", "pobj", "prep", "conj", "appos"})
SUPPOSING = 4
"""Words from a verb up to the noun of what is only supposed."""


def is_beside_gerund(verb: Token) -> bool:
    """ "Accused them of launching drones, targeting the port": told as the launching is."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.tag_ == "VBG" and verb.head.dep_ == "pcomp"


def is_torn_from_to(verb: Token) -> bool:
    """ "The rebels—to pull back": an infinitive whose "to" a dash glues to the name before."""
    before = verb.nbor(-1).lower_ if verb.i else ""
    return verb.tag_ in {"VB", "VBP"} and before.endswith(("—to", "–to", ")-to"))


def is_hurt(verb: Token) -> bool:
    """ "One Kenyan wounded every hour": a verb of killing that says of nobody whom its subject kills."""
    return not objects(verb) and not is_passive(verb) and not any(c.dep_ == "prep" for c in verb.children)


MEASURES = frozenset({"sanction", "tariff", "embargo", "penalty", "restriction", "measure", "package", "law", "ban"})
"""What is aimed at somebody without force."""


def is_of_measures(verb: Token) -> bool:
    """ "New sanctions targeting banks", "targeted banks with sanctions": nobody is struck."""
    by = [verb.head] if verb.dep_ in {"acl", "relcl", "advcl"} else []
    near = (*by, *(t for above in by for t in objects(above)), *prepositional(verb, ("with", "by", "under")))
    return verb.lemma_ == "target" and any(t.lemma_.lower() in MEASURES for t in near)


def hit_by_measures(verb: Token) -> list[Token]:
    """ "Imposed sanctions targeting Kenya's banks", "cut ties with Kenya": at whom the measures of a verb are aimed."""
    things = objects(verb)
    below = [c for t in (verb, *things) for c in t.children if c.dep_ in {"acl", "advcl"}]
    shared = [t for thing in things for t in prepositional(thing, ("with",))]
    means = [t for t in prepositional(verb, ("with",)) if t.lemma_.lower() in MEASURES]  # "answered with tariffs on it"
    shared += [t for measure in means for t in prepositional(measure, ("on", "against"))]
    return [*shared, *(t for c in below if is_of_measures(c) for t in objects(c))]


def is_somebody(annotated: Annotated, noun: Token) -> bool:
    """Whether a noun stands for somebody: "the coalition bombing the town", but not "an operation targeting it"."""
    mention = mention_at(annotated, noun)
    return mention is not None and bool(mention.actors) and mention.form != "place" and mention.head == noun.i


SPOKEN = frozenset({"verbal", "veiled", "scathing", "defiant", "blistering", "stinging", "personal", "rhetorical"})
"""What an attack in words is called."""


def is_in_words(noun: Token) -> bool:
    """ "Made a defiant attack on the rebels": who makes an attack at a conference speaks."""
    made = noun.dep_ == "dobj" and noun.head.lemma_ == "make"
    return noun.pos_ == "NOUN" and (made or any(c.lower_ in SPOKEN for c in noun.lefts))


CROWDS = frozenset({"you", "forces", "troops", "soldiers", "people", "groups", "units", "warplanes", "jets"})
"""Words for those who act of whom a text that says no more tells nothing."""


def of_somebody(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without bare "forces" or "troops" of no side."""
    return tuple(a for a in actors if a.side is not None or a.name.lower() not in CROWDS)


def crowds(verb: Token, who: list[Token], actors: tuple[Actor, ...], marching: frozenset[str]) -> tuple[Actor, ...]:
    """ "Brave Kenyans protested": those people, and not their state; "hundreds of people rallied": they."""
    people = [t for t in who if t.tag_ in {"NNPS", "NNS"}]
    if not of_somebody(actors) and verb.pos_ == "VERB":
        people = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in marching]
        return tuple(Actor(phrase(t).text, (), None, None, "group") for t in people[:1])
    if len(people) != 1 or len(actors) != 1 or actors[0].kind != "state":
        return actors
    return (Actor(phrase(people[0]).text, (), actors[0].side, None, "group"),)


def is_answer(verb: Token, lexicon: Lexicon) -> bool:
    """ "backed the truce": an answer to a plan, which `response` records."""
    offered = lexicon.words("kinds/offer_words", "plan") | lexicon.words("kinds/offer_words", "truce")
    return any(t.lemma_.lower() in offered for t in objects(verb))


def is_time_of_deed(annotated: Annotated, verb: Token, when: When) -> bool:
    """ "Blamed Kenya for a raid last year": a time of what somebody is blamed for."""
    deeds = [clause_span(t) for t in prepositional(verb, ("for", "of", "over"))]
    return any(time.window == when and any(overlaps(time.span, deed) for deed in deeds) for time in annotated.times)


def is_time_of_subject(annotated: Annotated, verb: Token, when: When) -> bool:
    """ "Its entry into the war in May has helped the rebels take the hill": May is when it entered."""
    above = [t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}]
    things = [
        c for t in above for c in t.children if c.dep_ in OWN and c.pos_ == "NOUN" and not is_somebody(annotated, c)
    ]
    spans = [clause_span(thing) for thing in things]
    return any(time.window == when and any(overlaps(time.span, span) for span in spans) for time in annotated.times)


def up_to_now(annotated: Annotated, verb: Token, when: When | None) -> When | None:
    """ "Since the start of the war in May 2022, Kenya has shut six ports": from then up to the day of publication."""
    day = annotated.article.published
    since = [c for c in verb.children if c.lower_ == "since" and c.dep_ == "prep"]
    if when is None or day is None or not since:
        return when
    first, last = since[0].idx, since[0].right_edge.idx
    own = any(time.window == when and first <= time.span.start <= last for time in annotated.times)
    return replace(when, end=day) if own and when.start is not None and when.start <= day else when


def provokers(verb: Token) -> list[Token]:
    """ "Will act in response to raids by Kenya", "to Kenya's raids": whose deeds a threat is for."""
    answers = [t for t in prepositional(verb, ("in",)) if t.lemma_ == "response"]
    deeds = [t for answer in answers for t in prepositional(answer, ("to",))]
    owners = [c for deed in deeds for c in deed.lefts if c.dep_ == "poss"]
    return [*owners, *(t for deed in deeds for t in prepositional(deed, ("by", "from")))]


def warned(root: Token) -> list[Token]:
    """Whom the words that `root` heads are a threat to: "Kenya warned [Uganda] that it would strike back"."""
    verb = root.head
    hears = root.dep_ == "ccomp" and verb.lemma_ in {"warn", "caution", "tell", "notify"}
    return [token for token in objects(verb) if token.i < root.i] if hears else []
