"""What the user wants and can give, by their own goal: the aim with its reason, an offer, why one writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.english import forms
from coach.drafting.goal_questions import parts_of
from coach.drafting.heart_of_goals import heart_of, without_pictures
from coach.drafting.statements import varied
from coach.drafting.whole_sentences import SPOKEN, clause, has_verb, sentence

_GIVES = re.compile(
    r"(?:^|,? and |[.;:] )(?:offer(?: (?:my|some))? (?P<thing>help\b.*|.+)|(?:(?:I|we) )?(?:can|could) (?P<can>.+))$",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"^(?:find|meet|look for|search for) (?=(?:a|an|one|two|three|four|five|ten|some\w*|people|others|\w+ers)\b)",
    re.IGNORECASE,
)
_LEARNS = ("learn", "understand", "know", "hear", "see", "read", "talk", "show", "tell", "teach", "meet", "bring", "be")
_TRYING = (
    "I am trying to {aim}.",
    "I want to {aim}.",
    "I would like to {aim}.",
    "I am here because I want to {aim}.",
    "My aim is to {aim}.",
)
_LIKING = ("I would like to {aim}.", "I want to {aim}.", "I hope to {aim}.")
_SEEKING = (
    "I am looking for {aim}.",
    "I hope to find {aim}.",
    "I am here to find {aim}.",
    "I came here to find {aim}.",
    "I would like to find {aim}.",
)


def aim_of(goal: str, turn: int = 0, key: str = "") -> str:
    """A goal as a sentence: "I am looking for people who …", "I am trying to build …"; what it offers is left out."""
    bare, kind = _aim(goal)
    if not bare:
        return ""
    frames = {"seek": _SEEKING, "like": _LIKING, "try": _TRYING}.get(kind)
    bare = re.sub(r"^(?:get|have) you to ", "ask you to ", bare)
    if frames and re.search(r"\byour?\b", bare):
        return varied(_LIKING[:2], turn, key).format(aim=_shorter(bare))
    if not frames:
        short = len(bare.split()) <= LONGEST_THING and not re.search(r"[:;,]", bare)
        return f"I came here for this: {bare}." if short else ""
    return varied(frames, turn, key).format(aim=bare)


LONGEST_THING = 12
"""Words of a goal that names a thing and no deed ("a second pair of hands for the archive")."""


def _shorter(aim: str) -> str:
    """A request without what stands behind its last comma, where it is long."""
    return aim.rpartition(", ")[0] or aim if len(aim.split()) > SPOKEN - 4 else aim


def _aim(goal: str) -> tuple[str, str]:
    """The first aim without what it offers, as it follows "to" (or "for", where it `seek`s somebody), and its kind."""
    bare = heart_of(next(iter(parts_of(goal)), ""))
    words = bare.split()
    if len(words) < 2:
        return "", ""
    if found := _SEEKS.match(bare):
        return re.split(r", and (?=[a-z]+ )", bare[found.end() :], maxsplit=1)[0], "seek"
    first = words[0].lower()
    if (first not in forms(first).get("VERB", ()) and first != "be") or (
        "ADJ" in forms(first) and "NOUN" in forms(words[1].lower()) and "VERB" not in forms(words[1].lower())
    ):
        return f"{bare[:1].lower()}{bare[1:]}", "thing"
    return " ".join([first, *words[1:]]), "like" if first in _LEARNS else "try"


def gift_in(goal: str) -> str:
    """What the user can give by their own goal, as it follows "I could": "help with testing"; "" for nothing, and for
    what is said of one man or woman ("cook for his crew"), who need not be this one."""
    gift = _given(goal)
    return "" if re.search(r"\b(?:his|hers?|him)\b", gift) else gift


def _given(goal: str) -> str:
    for part in re.split(r"(?<=[.!?])\s+", without_pictures(goal.replace("Why: ", ""))):
        if found := _GIVES.search(part.strip().rstrip(" .…!")):
            if can := found["can"]:
                return re.sub(
                    r"^(?:also )?offer (?:to |(?:them |people |others )?(?=help\b))", "", can[:1].lower() + can[1:]
                )
            thing = found["thing"]
            thing = re.sub(r"^(?:them|people|others|everybody) (?=help\b)", "", thing)
            if thing.startswith("to "):
                return thing[3:]
            return thing if re.match(r"help\b", thing, re.IGNORECASE) else f"offer {thing}"
    return ""


# ------------------------------------------------------------------ the aim with its reason, for saying aloud
def _why(goal: str) -> str:
    """The first sentence of the reason behind a goal, without its mark; "" where none is given."""
    return re.split(r"(?<=[.!?])\s", without_pictures(goal.partition("Why: ")[2]), maxsplit=1)[0].rstrip(" .…!")


def reason_of(goal: str) -> str:
    """Why the user wants what they want, where they say it of themselves: "We struggle with flaky tests."; else ""."""
    first = _why(goal)
    whole = re.match(r"(?:I|we|my|our)\b", first, re.IGNORECASE) and 3 <= len(first.split()) <= SPOKEN
    return sentence(first) if whole and "?" not in first else ""


SIDE_BY_SIDE = 24
"""Words of an aim and a reason that stand side by side; longer, they are no short sentence."""
AIM_AND_REASON = 28
"""Words of a reason and an aim that are said together."""
_IN_A_SENTENCE_OF_ITS_OWN = re.compile(
    r"^(?:of|from|out of|among|in|at|on|by|with|without|after|before|since|so far|only|mostly|now|nobody|no|none|"
    r"nothing|this|that|these|those)\b|\b(?:not|never|nobody|nothing|cannot|hardly|wants?|would|hopes?)\b|"
    r"n['’]t\b| and ",
    re.IGNORECASE,
)
"""A reason that is what stands in the way, a share, a wish or two things at once: "because" would make another sense
of it ("I want to hire two people, because I do not know how to write the advert")."""


def aim_with_reason(goal: str, turn: int = 0, key: str = "") -> str:
    """What for, and then why: "I want to find warnings that people act on, because our letters go unread."; side by
    side where the reason is no plain cause, and the aim alone where both are too long to be followed by a question."""
    aim = aim_of(goal, turn, key)
    why = _why(goal)
    if not aim or not why or re.search(r"[?:;]", why) or gift_in(why):
        return aim
    bare = aim.removeprefix("I am here because ")
    bare = f"{bare[:1].upper()}{bare[1:]}"
    if len(f"{why} {bare}".split()) >= AIM_AND_REASON:
        return aim
    if _IN_A_SENTENCE_OF_ITS_OWN.search(why):
        short = len(f"{why} {aim}".split()) <= SIDE_BY_SIDE
        return f"{bare[:-1]}; {clause(why)}." if short and has_verb(why) else aim
    return f"{bare[:-1]}, because {clause(why)}."


_AFTER_A_SEARCH = (
    "Who comes to mind?",
    "Whom should I talk to?",
    "Is that you, or somebody you know?",
    "Where would you look?",
    "Whom would you introduce me to?",
    "Who here might know?",
    "Whom would you ask first?",
)
_AFTER_A_THING_SOUGHT = (
    "Do you know of one?",
    "Whom should I talk to?",
    "What would you look out for?",
    "Where would you look?",
    "Have you seen one that works?",
)
_A_THING_SOUGHT = re.compile(
    r"\bI (?:am looking for|hope to find|am here to find|came here to find|would like to find) an? (?P<what>[^,.]+?)"
    r"(?= (?:to|for|that|where|in|with|of)\b|[,.]|$)"
)
_SOMEBODY = re.compile(
    r"\b(?:who(?:m|se)?|person|people|somebody|someone|friend|partner|mentor|co-?founder|colleague|volunteer|client|"
    r"customer|speaker|nurse|host|\w{2,}(?:er|or|ist|ian|ant|ee))\b",
    re.IGNORECASE,
)
_AFTER_AN_AIM = (
    "Where would you begin?",
    "What would you warn me about?",
    "What would you try first?",
    "What do people get wrong about that?",
    "What should I not overlook?",
    "Which mistake should I not make?",
    "Who has done that well?",
    "How would you go about it?",
)
_AFTER_A_WISH = (
    "Whom should I talk to about that?",
    "What would you advise?",
    "Have you come across something like it?",
    "How would you go about it?",
    "Who could help with that?",
    "What would you do in my place?",
)
_WISHES = re.compile(
    r"\bto (?:order|buy|sell|visit|book|invite|arrange|hire|rent|borrow|get|win|meet|see|travel|attend|join|test|try|"
    r"publish|host|show|present|apply|move|raise|collect|sign|agree|win over|recruit|introduce|plan|do|tile|bring)\b",
    re.IGNORECASE,
)
"""Aims that one reaches through people, and needs no method for."""
_AFTER_A_REQUEST = ("Would that be possible?", "What do you think of that?", "Could we talk about that?")
_AFTER_NEWS = ("Do you have a minute?", "When would be a good moment?", "May I tell you now?")
"""Where the user wants to tell or show the other something."""
_AFTER_ADVICE = (
    "What else should I not overlook?",
    "Besides what you told me, what matters most?",
    "Which mistake should I not make?",
)
"""Where the other has told already how they would begin."""
_OF_WHAT_STANDS_BEFORE = frozenset(
    ("What do people get wrong about that?", "Who has done that well?", "Have you come across something like it?")
)
"""Does not follow an aim whose reason stands beside it, between the two."""
_OF_A_TRADE = (
    "As {role}, where would you begin?",
    "What would {role} look at first?",
    "As {role}, how would you go about it?",
    "As {role}, what would you warn me about?",
    "What would {role} do differently from me?",
)
_AFTER_A_REASON = ("How do you deal with that?", "What would you do about it?", "Does that sound familiar to you?")


def question_after_reason(turn: int, key: str) -> str:
    return varied(_AFTER_A_REASON, turn, key)


def questions_after_aim(aim: str, role: str, turn: int, key: str, *, advised: bool = False) -> list[str]:
    """Questions that fit behind an aim, another one first each turn; `role`: what the other does, "" where unknown;
    `advised`: they have told the user already how to begin."""
    if re.search(r"\b(?:tell|show) you\b", aim):
        return [varied(_AFTER_NEWS, turn + way, key) for way in range(2)]
    if re.search(r"\b(?:you|your|yours)\b", aim):
        return [varied(_AFTER_A_REQUEST, turn + way, key) for way in range(2)]
    sought = re.search(r"\bI (?:am looking for|(?:hope|am here|came here|would like) to find)\b(?! out\b)", aim)
    thing = (found := _A_THING_SOUGHT.search(aim)) is not None and not _SOMEBODY.search(found["what"])
    wished: Sequence[str] = _AFTER_A_WISH if _WISHES.search(aim) else _AFTER_AN_AIM
    choices = _AFTER_A_THING_SOUGHT if thing else _AFTER_A_SEARCH if sought else wished
    if advised and choices is _AFTER_AN_AIM:
        return [varied(_AFTER_ADVICE, turn + way, key) for way in range(2)]
    method = choices is _AFTER_AN_AIM
    if "; " in aim:
        choices = [one for one in choices if one not in _OF_WHAT_STANDS_BEFORE]
    asked = [varied(choices, turn + way, key) for way in range(3)]
    return [varied(_OF_A_TRADE, turn, key).format(role=role), *asked] if role and method else asked


_ROLE = re.compile(r"^[^:]{1,80}: (?P<role>[^,.]{3,40})[,.]")


def role_in(profile: str) -> str:
    """ "a watchmaker", by the line of a profile; "" where it has no trade of at most three words."""
    found = _ROLE.match(profile)
    role = found["role"].strip() if found else ""
    words = role.split()
    plain = 1 <= len(words) <= 3 and all(word.isalpha() for word in words) and words[0] not in ("Cares", "Values")
    last = forms(words[-1].lower()) if plain else {}
    if not plain or "NOUN" not in last or words[-1].lower() not in last["NOUN"]:
        return ""
    low = role if role[:2].isupper() else f"{role[:1].lower()}{role[1:]}"
    return f"{'an' if low[:1] in 'aeiou' else 'a'} {low}"


# ------------------------------------------------------------------ what the user can give
_OFFERS = (
    "I could {gift}, if that would help you.",
    "If you like, I could {gift}.",
    "I would be glad to {gift}.",
    "If it helps, I could {gift}.",
    "I could {gift}, should you ever need it.",
)
_OFFERS_OF_HELP = tuple(one for one in _OFFERS if "help" not in one and "helps" not in one)


def offer_of(gift: str, turn: int, key: str) -> str:
    """The offer as one sentence."""
    return varied(_OFFERS_OF_HELP if gift.startswith("help") else _OFFERS, turn, key).format(gift=gift)


_MEANT_FOR = re.compile(
    r"\b(?:people|others|teams|groups|founders|engineers|developers|teachers|\w+ers) who "
    r"(?P<what>[a-z]+ [^.;:,?]+?)(?:,? and (?:to )?offer\b|$)",
    re.IGNORECASE,
)
_MOST_OF_A_CONDITION = 10
"""Words of what somebody does for whom the help is meant; more cannot be said in passing."""


def meant_for(goal: str) -> str:
    """What those do for whom the user's help is meant: "run async Python in production"; "" where the goal says nothing
    of the kind, or says it of what they are ("who are new here")."""
    found = _MEANT_FOR.search(re.split(r"(?<=[.!?])\s", goal, maxsplit=1)[0].rstrip(" .!"))
    what = found["what"].strip() if found else ""
    first = what.partition(" ")[0].lower()
    plain = first in forms(first).get("VERB", ()) and first not in ("be", "have", "can", "will")
    return (
        what if plain and len(what.split()) <= _MOST_OF_A_CONDITION and not re.search(r"\bthe[iy]\w*\b", what) else ""
    )


_OFFERS_TO_YOU = ("If you {what}, I could {gift}.", "If you {what}, I would be glad to {gift}.")
_OFFERS_BY_YOU = (
    "If you know people who {what}, I could help them{rest}.",
    "Should you meet people who {what}, I would be glad to help them{rest}.",
)


def offer_for(gift: str, what: str, turn: int, key: str, *, fits: bool) -> str:
    """The offer with whom it is meant for: the reader, where it `fits` them, else those whom they may know."""
    if fits:
        return varied(_OFFERS_TO_YOU, turn, key).format(what=what, gift=gift)
    if not re.match(r"help (?:with|to|by|on)\b", gift):
        return offer_of(gift, turn, key)
    return varied(_OFFERS_BY_YOU, turn, key).format(what=what, rest=gift.removeprefix("help"))


# ------------------------------------------------------------------ why one writes
_OF_ONESELF = re.compile(
    r"^(?:meet|dare|feel|be|become|practi[sc]e|overcome|stop|network|introduce|speak|talk|ask|say|hear|improve|enjoy|"
    r"survive|get to know|make friends|have|follow up|reconnect|confirm|connect|continue|announce|thank|remind|"
    r"write|reply)\b",
    re.IGNORECASE,
)
"""Goals that are about the user: nobody writes them to somebody they met."""
_KEEP_IN_TOUCH = re.compile(
    r"^(?:keep|stay) (?:in )?(?:touch|contact|connected)(?: with [A-Z]\w+(?: [A-Z]\w+)*)?"
    r"(?:,? and (?=\w)|$|(?= (?:about|with)\b))",
    re.IGNORECASE,
)
"""What the message itself does."""
_WANTS = {
    "try": ("I want to {aim}", "I would like to {aim}"),
    "like": ("I would like to {aim}", "I want to {aim}"),
    "seek": ("I am looking for {aim}", "I hope to find {aim}", "I would like to find {aim}"),
}
_WRITING = (
    "{want}.",
    "I am writing because {want}.",
    "{want}, and I would value your advice.",
)
"""The last only where no question of another sort closes the message."""
_ASKING = ("{want}.", "I am writing because {want}.", "{want}, and that is why I am writing.")


def reasons_for_writing(goal: str, key: str = "", *, asking: bool = False) -> list[str]:
    """The goal as the reason of a message, in each wording, the one for this reader first; none for a goal that is
    about the user alone. `asking`: a question follows."""
    bare, kind = _aim(_KEEP_IN_TOUCH.sub("", goal, count=1))
    if kind not in _WANTS or _KEEP_IN_TOUCH.match(bare) or (kind != "seek" and _OF_ONESELF.match(bare)):
        return []
    wants = _WANTS[kind]
    frames = [
        frame.replace(
            "{want}",
            varied(
                [one for one in wants if "I would like" not in frame or "I would" not in one], turn, f"{key} {goal}"
            ),
        )
        for turn, frame in enumerate(_ASKING if asking else _WRITING)
    ]
    return [varied(tuple(frames), turn, key).format(aim=bare) for turn in range(len(frames))]
