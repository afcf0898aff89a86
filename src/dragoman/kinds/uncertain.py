"""What speaks of meeting and talking and tells no contact: appeals, questions, talk of any talks, with nobody named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional
from dragoman.annotate.phrases import is_question
from dragoman.annotate.status import event_status, whole_of
from dragoman.annotate.voices import FIRST_PERSON, is_transcript
from dragoman.kinds.attending import calls_for
from dragoman.kinds.bringing import TOGETHER
from dragoman.kinds.dated import has_own_day
from dragoman.kinds.undone import is_unreal
from dragoman.lexicon import Lexicon, Row, load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.kinds.encounters import Encounter
    from dragoman.parsed import Token


def is_uncertain(annotated: Annotated, event: Token, row: Row, parties: tuple[Actor, ...]) -> bool:
    """Whether the verb or noun tells no certain contact, whoever stands beside it."""
    return (
        _is_vague(event, row, parties)
        or (_is_any(event) and not (len(parties) > 1 and event_status(event).value == "denied"))
        or _is_channel(event)
        or _is_only_asked(annotated, event, parties)
        or _is_way_of_dealing(annotated, event)
        or _is_habit(event)
        or _is_had_again(annotated, event)
        or _is_upheld(annotated, event, row)
        or is_unreal(event)
    )


def is_of_nobody(annotated: Annotated, told: Encounter, lexicon: Lexicon) -> bool:
    """Whether nobody in particular is met, or nothing is told but that some go on talking.

    "We engage with our partners", "will consult closely": no day, no place, and nobody whom one could ask about it.
    """
    if told.status == "proposed" and (told.rule == "contact.host" or any(map(_is_anybody, told.participants))):
        return True  # "I would like to welcome you all"
    if told.status == "planned" and told.rule == "contact.talk":
        return told.when is None and told.place is None and all(map(_is_of_no_name, told.participants))
    is_placed = told.place is not None or told.when is not None
    if told.rule == TOGETHER and not is_placed:
        return True  # "we have to bring them together"
    if not is_placed and told.rule in DEALINGS and _is_own_dealing(annotated, told):
        return True  # "our discussions with the Kenyans", said to the press
    if not is_placed and all(p.kind == "group" and p.side is None and p.name.islower() for p in told.participants):
        return True  # "both parties agreed to brief their leaders"
    return _are_friends(told.participants[1:], lexicon) and (told.status == "proposed" or not is_placed)


DEALINGS = frozenset({"contact.talk", "contact.talks", "contact.engage", "contact.negotiations", "contact.call"})
"""Rows whose words, without a day or a place, tell a briefing's hearers how states deal with each other."""


def _is_own_dealing(annotated: Annotated, told: Encounter) -> bool:
    """Whether somebody in a transcript tells how "we" deal with a state or a group, no person named."""
    words = annotated.article.text[told.span.start : told.span.end].lower().replace("’", " ").replace("'", " ").split()
    is_ours = bool(FIRST_PERSON & set(words))
    return is_ours and is_transcript(annotated) and all(party.kind != "person" for party in told.participants)


def _are_friends(parties: tuple[Actor, ...], lexicon: Lexicon) -> bool:
    """ "our American colleagues and partners": whom one has to consult, and nobody in particular."""
    friends = lexicon.words("kinds/contact_words", "friends")
    plain = {word for friend in friends for word in (friend, f"{friend}s", f"{friend.removesuffix('y')}ies")}
    return all(actor.kind in {"group", "person"} and actor.name.split()[-1].lower() in plain for actor in parties)


def _is_of_no_name(actor: Actor) -> bool:
    """A state, or a group that only small words tell of: "we would consult with our partner"."""
    return actor.kind == "state" or (actor.kind == "group" and actor.side is None and actor.name.islower())


def _is_anybody(actor: Actor) -> bool:
    """ "groups should be invited to negotiate": one bare word that stands for nobody in particular.

    "The rebels" and "the government" are no such words.
    """
    against = load_lexicon().words("actors/groups", "against")
    is_bare = actor.kind == "group" and actor.side is None and " " not in actor.name
    return is_bare and actor.name.lower().removesuffix("s") not in against | {"government"}


def is_known(noun: Token) -> bool:
    """ "the call", "that meeting", "their talks": spoken of as known."""
    return any(child.lower_ in {"the", "that", "this"} or child.dep_ == "poss" for child in noun.lefts)


def _is_channel(noun: Token) -> bool:
    """ "open lines of communication", "agreed to maintain communication": that one can write, not that one did.

    A channel is one only by the back door.
    """
    if noun.lemma_ == "channel":
        return not any(c.lower_ in {"back", "secret", "covert"} for c in noun.lefts)
    above = noun.head
    is_kept = noun.dep_ == "dobj" and above.tag_ == "VB" and above.lemma_ in {"maintain", "keep", "continue", "improve"}
    is_way = whole_of(noun).lemma_ in {"line", "channel", "means", "way", "form"}
    return noun.lemma_ == "communication" and (is_kept or is_way)


def _is_vague(event: Token, row: Row, parties: tuple[Actor, ...]) -> bool:
    """ "spoke to his own ministry" is a speech, "calls for restraint" a demand, "their engagements" nothing certain."""
    if event.pos_ == "NOUN":
        asks = event.lemma_ == "call" and (
            any(calls_for(c) for c in event.children if c.dep_ == "prep") or _is_appeal(event)
        )
        from_both = event.lemma_ == "message" and event.tag_ == "NNS" and not prepositional(event, ("to", "with"))
        if from_both and prepositional(event, ("from",)):
            return True  # "mixed messages from Kenya and Uganda": what they let the world know
        is_dealing = event.lemma_.lower() in {"engagement", "contact"} and event.tag_ == "NNS"
        with_persons = any(party.kind == "person" for party in parties[1:]) and prepositional(event, ("with",))
        return asks or (is_dealing and not with_persons)  # "her engagements with Haddad"
    if _is_obstructed(event) or _is_matter_of_states(event, parties):
        return True
    if row.id == "contact.talk" and _is_purpose_of_meeting(event):
        return True  # "met to consult on trade": the meeting is told
    if event.lemma_ in {"coordinate", "liaise"} and event_status(event).value not in {"held", "ongoing"}:
        return True  # "agreed to coordinate on next steps"
    if event.lemma_ == "discuss" and event_status(event).value == "denied":
        return True  # what was not spoken of, or is denied to have been, says nothing of the contact
    is_own = len(parties) > 1 and len({p.side for p in parties}) == 1 and any(p.kind != "person" for p in parties)
    return row.id == "contact.speak" and is_own and parties[0].side is not None


def _is_matter_of_states(verb: Token, parties: tuple[Actor, ...]) -> bool:
    """ "As Kenya and Chad discuss the plan": what occupies two states; "discussed it with Chad" tells talks."""
    now = verb.lemma_ == "discuss" and verb.tag_ in {"VBP", "VBZ"} and not prepositional(verb, ("with",))
    return now and bool(parties) and all(party.kind == "state" for party in parties)


def _is_obstructed(verb: Token) -> bool:
    """ "The obstacles to negotiating a peace", "no alternative to talking": that it is hard, not that one does it."""
    nouns = load_lexicon().words("kinds/contact_words", "obstacle")
    is_gerund = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.i > 0
    return is_gerund and verb.head.nbor(-1).lemma_.lower() in nouns


def _is_purpose_of_meeting(verb: Token) -> bool:
    """ "Met today to discuss trade": what a meeting was for is no contact beside it."""
    met = {word for row in load_lexicon().rows("kinds/contact") if row.pos == "VERB" for word in row.words}
    return verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_ in met


def _is_appeal(call: Token) -> bool:
    """ "calls from Kenya and its allies for the rebels to stop", "his call to lay down arms"."""
    told = call.doc[call.i + 1 : min(call.right_edge.i + 2, call.sent.end)]
    asked = any(t.lower_ == "to" and t.tag_ == "TO" for t in told)
    if call.i + 1 < call.sent.end and call.nbor().lower_ in {"for", "on"} and call.tag_ == "NNS":
        return True  # "renew our calls for the army to withdraw", whatever the parser hangs it on
    return asked and (call.tag_ == "NNS" or any(c.dep_ == "acl" and c.tag_ == "VB" for c in call.children))


FAR = 10
"""Tokens after the noun in which "or any" says that no certain contact is meant."""


def _is_any(noun: Token) -> bool:
    """ "would attend no talks in Oslo or any other city", "any meeting with Kenya": of no certain contact."""
    below = [t for child in noun.children if child.dep_ in {"prep", "det"} for t in child.subtree]
    after = noun.doc[noun.i : min(noun.i + FAR, noun.sent.end - 1)]
    or_any = any(token.lower_ == "or" and token.nbor().lower_ == "any" for token in after)
    return noun.pos_ == "NOUN" and (or_any or any(token.lower_ == "any" for token in below))


def _is_way_of_dealing(annotated: Annotated, noun: Token) -> bool:
    """ "Our engagement with Kenya", "the efforts of Kenyan diplomacy": how one deals with others, unless on a day."""
    is_owned = any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.lefts)
    is_bare = noun.lemma_ == "dialogue" and not any(noun.lefts)  # "both in terms of diplomacy and dialogue"
    is_bare = is_bare and (noun.dep_ == "conj" or any(c.dep_ == "conj" for c in noun.rights))
    alone = (noun.lemma_ == "diplomacy" or is_bare) and not prepositional(noun, ("with", "between", "among"))
    is_dealing = (noun.lemma_ in {"diplomacy", "engagement"} and is_owned) or alone
    return is_dealing and not has_own_day(annotated, noun)


def _is_habit(verb: Token) -> bool:
    """ "Every time I meet them", "we often speak": what one does again and again is no one contact."""
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBP", "VBZ"}:
        return False
    often = load_lexicon().words("kinds/contact_words", "often")
    times = [verb.head] if verb.dep_ == "relcl" else [c for c in verb.children if c.dep_ == "npadvmod"]
    every = any(c.lower_ in {"every", "each", "all"} for time in times for c in time.lefts)
    return every or any(c.lower_ in often for c in verb.children if c.dep_ in {"advmod", "npadvmod"})


def _is_had_again(annotated: Annotated, noun: Token) -> bool:
    """ "They have conversations": how two deal with each other, and no one contact."""
    above = noun.head
    is_bare = noun.tag_ == "NNS" and not any(c.dep_ in {"det", "nummod", "poss"} for c in noun.lefts)
    is_now = above.lemma_ in {"have", "hold"} and above.tag_ in {"VBP", "VBZ"} and noun.lemma_ in ONE_BY_ONE
    is_now = is_now and not any(c.dep_ == "aux" for c in above.children)
    return noun.dep_ == "dobj" and is_bare and is_now and not has_own_day(annotated, noun)


ONE_BY_ONE = frozenset({"conversation", "meeting", "call"})
"""Contacts of which the plural tells several; "talks" may be one."""


def _is_upheld(annotated: Annotated, noun: Token, row: Row) -> bool:
    """ "Voiced support for continued dialogue between them": that one is for it tells of no talks."""
    whole = whole_of(noun)
    if row.id != "contact.negotiations" or whole.dep_ != "pobj" or any(c.lower_ == "the" for c in whole.lefts):
        return False
    backed = load_lexicon().words("kinds/contact_words", "backing")
    return whole.head.head.lemma_.lower() in backed and not has_own_day(annotated, noun)


def _is_only_asked(annotated: Annotated, event: Token, parties: tuple[Actor, ...]) -> bool:
    """ "Do you see a way back to talks with Kenya?": a question tells no contact, though it may go back to one."""
    of_known = event.pos_ == "NOUN" and is_known(event) and len(parties) < 2
    return is_question(event) and not of_known and not has_own_day(annotated, event)
