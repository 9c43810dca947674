"""What to say to a person in German, by rule: the user's aim, an entry, a talk, a catchword of the notes.

German verbs go to the end behind "dass" and "wie", so nothing of a note is built into a sentence: what it is about is
named as a catchword, and a title is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.language import language_of, reads_as_english
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import plain_name, quotable
from coach.drafting.angles import Rarity
from coach.drafting.german_nouns import about_place, at_place, is_of_a_person
from coach.drafting.german_told import stayed, told_in_notes
from coach.drafting.goal_questions import wanted_in
from coach.drafting.heart_of_goals import heart_of
from coach.drafting.languages import addressed, language_in
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.plain_lines import topics_in
from coach.drafting.statements import varied
from coach.drafting.talk_questions import talks_in

_AIM, _AIM_AS_TYPED = "Ich möchte {aim}.", "Mein Ziel: {aim}."
_AFTER_AN_AIM = (
    "Wen sollte ich danach fragen?",
    "Wo {würdest du|würden Sie} anfangen?",
    "Wovor {würdest du|würden Sie} mich warnen?",
    "Woran sollte ich denken?",
)
_WORK = "{Du bist|Sie sind} {what}, wenn ich es richtig sehe."
_LISTED = "Auf meiner Liste steht zu {dir|Ihnen}: {what}."
_FROM = "{Du arbeitest|Sie arbeiten} {place}, wenn ich es richtig sehe."
_AFTER_WORK = (
    "Wie {bist du|sind Sie} dazu gekommen?",
    "Was ist dabei gerade am schwierigsten?",
    "Worauf {bist du|sind Sie} dabei stolz?",
)
_TALK = (
    "Ich habe {deinen|Ihren} Vortrag im Programm gesehen: „{title}“.",
    "{Du sprichst|Sie sprechen} über „{title}“.",
)
_AFTER_TALK = (
    "Wie {bist du|sind Sie} auf das Thema gekommen?",
    "Welche Frage {erhoffst du dir|erhoffen Sie sich} dazu?",
)
_CATCHWORD = ("Ich habe mir ein Stichwort gemerkt: {word}.", "Ein Stichwort ist mir geblieben: {word}.")
_AFTER_A_CATCHWORD = ("Was ist seither daraus geworden?", "Wie ging es damit weiter?", "Wie hat das angefangen?")
_AFTER_A_FACT = ("Wie kam es dazu?", "Wie geht es damit weiter?")
_OF_ROLE = (
    "Worauf {freust du dich|freuen Sie sich} bei {deiner|Ihrer} Arbeit am meisten?",
    "Was {hättest du|hätten Sie} gern gewusst, bevor {du|Sie} mit {deiner|Ihrer} Arbeit angefangen {hast|haben}?",
)
_OF_PLACE = ("Was würde andere {about} überraschen?", "Was {willst du|wollen Sie} {at} verändern?")
_OF_TOPIC = ("Wie {bist du|sind Sie} zu {topic} gekommen?", "Was verstehen andere an {topic} oft falsch?")
_OF_ANYBODY = (
    "Was führt {dich|Sie} hierher?",
    "Wen sollte ich hier nicht verpassen?",
    "Wann hätte sich der Tag für {dich|Sie} gelohnt?",
)
_PROMISE = "Ich habe nicht vergessen, was ich versprochen habe: {what}."
_NOUN = re.compile(r"(?<=[a-zäöüß,;] )[A-ZÄÖÜ][a-zäöüß]{4,}(?:-?[A-ZÄÖÜ]?[a-zäöüß]+)*")
_LOW = frozenset(
    """Ein Eine Einen Zwei Drei Vier Fünf Zehn Mehr Mehrere Einige Andere Neue Neuen Gute Jemanden Wie Was Mit Von
    Über Für Den Die Das Der Dem Mein Meine Meinen Unser Unsere Selbst Endlich Wieder Verstehen Lernen Hören
    Herausfinden Erfahren Finden""".split()
)
"""First words of a goal that take a small letter within a sentence."""
_INFINITIVE = re.compile(
    r"^[^,;.:]*\b[a-zäöüß]+(?:en|ern|eln)(?=[,;.]|$)|^(?i:verstehen|lernen|erfahren|hören|herausfinden)\b"
)
_HELPS = re.compile(r"\b(?:und|,) (?:(?:ihnen|ihm|ihr|anderen|dabei) )?(?P<gift>(?:bei|beim|mit|in) [^,.;]+ helfen)\b")
_CAN = re.compile(r"\b[Ii]ch (?:kann|könnte) (?P<gift>[^,.;]+)")
_OFFERS = re.compile(
    r"(?:^|[;,.]\s*|\bund\s+)(?:dafür |selbst |auch )?(?:ich |wir )?"
    r"(?P<verb>biete|stelle|gebe|zeige|bringe|leihe|teile|helfe|unterstütze|verleihe)n?(?: ich| wir)? "
    r"(?:an: |(?:(?:gern|gerne|auch|dafür|dazu|dir|Ihnen|anderen|ihnen|selbst) )*)"
    r"(?P<what>(?!(?:euch|mich|uns|an:)\b)[^;.,:]+?)(?: (?P<apart>an|vor|bei|mit|weiter|aus|her))?(?=[;.,!]|$)",
    re.IGNORECASE,
)
"""`ich biete Hilfe beim Programmieren an`: what somebody gives, its verb in one piece or in two."""
_SEEKS = re.compile(r"^(?:[Ii]ch |[Ww]ir )?[Ss]uchen? (?:(?:hier|gerade|noch|nach) )*(?P<what>.+?)(?: aus)?$")
_AND_MORE = r",? und (?=(?:lernen|erfahren|herausfinden|verstehen|hören|sehen|ihnen|ihm|ihr|dabei)\b)"
_DAYS = re.compile(
    r"(?:tag|abend|morgen|woche|jahr|januar|februar|märz|april|mai|juni|juli|august|[a-z]+ember|oktober)$"
)


def speaks_german(evidence: Sequence[Evidence]) -> bool:
    """Whether the user's goals are German and so is most of what else is known in sentences."""
    goals = [wanted_in(quotable(one.text)) for one in evidence if one.kind is Kind.GOAL]
    others = [quotable(one.text) for one in evidence if one.kind in (Kind.NOTE, Kind.SESSION)]
    if any(language_of(text) != "de" for text in goals) or not (goals or others):
        return False
    return language_in([*goals, *others]) == "de"


def german_openers(
    evidence: Sequence[Evidence], facts: Mapping[str, Any], rarity: Rarity, turn: int, key: str
) -> list[Line]:
    """What the notes tell of them or else a catchword, their talk, their work, and what the user is after: each with a
    question."""
    raw: list[dict[str, Any]] = []
    told = told_in_notes(evidence, (str(facts.get("person", "")),), str(facts.get("address") or "du"))
    for text, label in told[:1]:
        raw.append(raw_line(f"{stayed(text, key)} {varied(_AFTER_A_FACT, turn, key)}", label))
    for word, label in [] if told else catchwords(evidence, rarity)[:1]:
        raw.append(raw_line(_joined(_CATCHWORD, _AFTER_A_CATCHWORD, turn, key).replace("{word}", word), label))
    for title, label in talks_in(evidence):
        raw.append(raw_line(_joined(_TALK, _AFTER_TALK, turn, key).replace("{title}", title), label))
    for said, label in _work(evidence, facts):
        raw.append(raw_line(f"{said} {varied(_AFTER_WORK, turn)}", label))
    for one in [one for one in evidence if one.kind is Kind.GOAL][:1]:
        if aim := _aim(quotable(one.text)):
            raw.append(raw_line(f"{aim} {varied(_AFTER_AN_AIM, turn)}", one.label))
    return grounded_lines([_addressed(one, facts) for one in raw], evidence, facts)


def german_questions(
    evidence: Sequence[Evidence], facts: Mapping[str, Any], rarity: Rarity, turn: int, key: str
) -> list[Line]:
    """What one asks about their work, their place and what they care about; then what one can ask everybody."""
    entry = next((one for one in evidence if one.kind is Kind.PERSON), None)
    raw: list[dict[str, Any]] = []
    if entry is not None:
        for topic, label in topics_in(evidence)[:1]:
            raw.append(raw_line(varied(_OF_TOPIC, turn).replace("{topic}", topic), label))
        if place := plain_name(str(facts.get("their_organisation") or "")):
            asked = varied(_OF_PLACE, turn).replace("{about}", about_place(place)).replace("{at}", at_place(place))
            raw.append(raw_line(asked, entry.label))
        if facts.get("their_role"):
            raw.append(raw_line(varied(_OF_ROLE, turn), entry.label))
    told = told_in_notes(evidence, (str(facts.get("person", "")),), str(facts.get("address") or "du"))
    for text, label in told[1:2]:
        raw.append(raw_line(f"{text} {varied(_AFTER_A_FACT, turn + 1, key)}", label))
    for word, label in [] if told else catchwords(_but_their_work(evidence), rarity)[1:2]:
        raw.append(raw_line(f"{word}: Was hat {{dich|Sie}} daran am meisten überrascht?", label))
    raw += [raw_line(_OF_ANYBODY[(turn + way) % len(_OF_ANYBODY)]) for way in range(len(_OF_ANYBODY))]
    return grounded_lines([_addressed(one, facts) for one in raw], evidence, facts)


def _but_their_work(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with the words of the entry and of promises counted as names: what somebody is, where they work and
    what is owed is no subject of a question."""
    known = tuple(one.text for one in evidence if one.kind in (Kind.PERSON, Kind.COMMITMENT))
    return [one.model_copy(update={"names": (*one.names, *known)}) for one in evidence]


def german_offer(evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> Line | None:
    """What the user can give, by their goal: "… und ihnen beim Testen helfen", "ich kann Räder flicken"; else None."""
    for one in [one for one in evidence if one.kind is Kind.GOAL and not reads_as_english(one.text)]:
        wanted = wanted_in(quotable(one.text)).rstrip(" .!")
        if helps := _HELPS.search(wanted):
            text = f"Wenn {{du magst|Sie mögen}}, könnte ich {{dir|Ihnen}} {helps['gift']}."
        elif can := _CAN.search(wanted):
            text = f"Ich könnte {can['gift']}, wenn {{dir|Ihnen}} das hilft."
        elif given := _OFFERS.search(wanted):
            text = f"Ich könnte {{dir|Ihnen}} {_to_give(given)}, wenn {{du magst|Sie mögen}}."
        else:
            continue
        return next(iter(grounded_lines([_addressed(raw_line(text, one.label), facts)], evidence, facts)), None)
    return None


def _to_give(given: re.Match[str]) -> str:
    """ "biete Hilfe an" as "Hilfe anbieten", with the verb at its end in one piece."""
    verb = given["verb"].lower()
    apart = given["apart"] or ("an" if verb == "biete" else "")
    return f"{given['what']} {apart}{verb}n"


def german_promise(what: str) -> str:
    """That a promise is not forgotten, in the words of the record."""
    return _PROMISE.format(what=what.rstrip("."))


def _joined(said: tuple[str, ...], asked: tuple[str, ...], turn: int, key: str) -> str:
    return f"{varied(said, turn, key)} {varied(asked, turn, key)}"


def _addressed(raw: dict[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The line with "du" or "Sie", whichever the facts say."""
    return {**raw, "text": addressed(raw["text"], str(facts.get("address", "")))}


def _work(evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    entry = next((one for one in evidence if one.kind is Kind.PERSON), None)
    role, place = plain_name(str(facts.get("their_role") or "")), plain_name(str(facts.get("their_organisation") or ""))
    if entry is None or not (role or place) or re.search(r"[|/;:•·()]", role):
        return []
    if not role:
        return [(_FROM.replace("{place}", at_place(place)), entry.label)]
    if not is_of_a_person(role):
        return [(_LISTED.replace("{what}", ", ".join(part for part in (role, place) if part)), entry.label)]
    return [(_WORK.replace("{what}", f"{role} {at_place(place)}" if place else role), entry.label)]


def _aim(goal: str) -> str:
    bare = re.split(r"(?<=[.!?])\s", wanted_in(goal), maxsplit=1)[0].rstrip(" .…!")
    bare = re.split(_AND_MORE, bare, maxsplit=1)[0]
    gifts = [found.start() for one in (_HELPS, _OFFERS) if (found := one.search(bare))]
    if gifts:
        bare = bare[: min(gifts)].rstrip(" ,;")
    bare = heart_of(bare)
    if sought := _SEEKS.match(bare):
        return f"Ich suche {sought['what']}."
    if re.match(r"ich\b", bare, re.IGNORECASE):
        return f"{bare[:1].upper()}{bare[1:]}."
    first = bare.split(maxsplit=1)[0].rstrip(",:") if bare else ""
    low = f"{bare[:1].lower()}{bare[1:]}" if first in _LOW else bare
    frame = _AIM if _INFINITIVE.match(bare) else _AIM_AS_TYPED
    return frame.replace("{aim}", low) if len(bare.split()) > 1 else ""


def catchwords(evidence: Sequence[Evidence], rarity: Rarity) -> list[tuple[str, str]]:
    """The nouns of the notes, the rarest in this workspace first, then the longest; each with its label."""
    found: dict[str, str] = {}
    for one in [one for one in evidence if one.kind is Kind.NOTE]:
        names = {part.strip(".,:;()") for name in one.names for part in name.split()}
        for word in _NOUN.findall(quotable(one.text)):
            if word not in names and not _DAYS.search(word.casefold()):
                found.setdefault(word, one.label)
    return sorted(found.items(), key=lambda pair: (-rarity.of(pair[0].casefold()), -len(pair[0])))
