"""The steps of a revision: each takes the desk with a draft on it and gives it back with one thing done.

What a rule does as well as a small model, a rule does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz

from coach.domain.brief import Line
from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence
from coach.domain.gate import DOUBTFUL
from coach.domain.letter import Letter
from coach.domain.models import Draft, Kind, Person, TokenUse
from coach.domain.text import content_words, stems
from coach.domain.voice import Voice
from coach.domain.wishes import Step, read_wish, wants_less_formal
from coach.drafting.address import greeted_as
from coach.drafting.chain import write
from coach.drafting.channels import CHANNELS, after_a_comma, fits, greeting_for, joined, sign_off_for
from coach.drafting.evidence import EvidenceBook
from coach.drafting.german_letters import german_sentences
from coach.drafting.languages import address_of, call_question, language_told
from coach.drafting.letter_plan import in_order
from coach.drafting.letter_room import doubled
from coach.drafting.lines import checked_lines
from coach.drafting.prompts import load_prompt
from coach.drafting.voice import restyle, voice_line
from coach.errors import InputError, ModelOutputError
from coach.journeys.languages import german_by_rule, in_german, may_be_said_in
from coach.journeys.meeting_evidence import render, spoken_to
from coach.journeys.sending import check_message
from coach.journeys.their_notes import notes_about
from coach.journeys.voice import voice_profile
from coach.journeys.workbench import Workbench

WISH_NOTES = 3
SHORTER = 0.75
"""A shorter draft has at most this share of the words, where what is left says what it is about."""
TELLS = 3
"""Words of the notes in a sentence that tells of them."""
ALIKE = 40
"""Two wordings of one sentence share more than this (rapidfuzz's token-set ratio, 0 to 100)."""
SAME = 85
"""From this ratio on two sentences say the same."""
TRIES = 2
EVERYDAY = ("thanks for", "maybe", "right away", "vielleicht", "schicken", "schicke", "bekommen")
"""Of words that mean the same (`CHOICES`), those that are less formal."""
ADD = "Write the one sentence that the wish asks for."
REWORD = "Write the whole message again as the wish says, sentence by sentence, and change nothing else."


@dataclass(frozen=True)
class Desk:
    """A draft under revision. `letter` is its newest state; a sentence in `added` was wished for, and stays.

    `asked`: a model had a hand in it, at the cost of `usage`.
    """

    bench: Workbench
    draft: Draft
    person: Person | None
    voice: Voice
    letter: Letter
    evidence: tuple[Evidence, ...]
    facts: dict[str, Any]
    usage: TokenUse = field(default_factory=TokenUse)
    asked: bool = False
    added: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.person.name if self.person else ""

    def with_body(self, sentences: Sequence[str]) -> Desk:
        said = after_a_comma(self.letter.greeting, list(sentences), self.draft.language or "en")
        body = joined("", said, "", CHANNELS[self.draft.channel])
        return replace(self, letter=Letter(self.letter.top, body, self.letter.bottom))


def _shorter(desk: Desk, step: Step) -> Desk:
    """The least specific sentences go, until a quarter of the words is gone; promises never go, nor does the sentence
    that tells most of the notes. A single sentence is left to the model."""
    words = len(desk.letter.body.split())
    if len(desk.letter.sentences) == 1:
        return _reword(desk, step)
    kept = _heart(desk)
    while len(desk.letter.body.split()) > SHORTER * words and set(desk.letter.sentences) - kept:
        desk = replace(desk, letter=desk.letter.without(_least_specific(desk, kept)))
    return desk


def _heart(desk: Desk) -> set[str]:
    """What makes a message this one: what was wished for, the promises, and the sentence that tells most of the
    notes."""
    known = content_words(" ".join(one.text for one in desk.evidence))
    telling = {
        one: len(content_words(one) & known)
        for one in desk.letter.sentences
        if not (one.endswith("?") or _promises(desk, one) or in_doubt(desk, one))
    }
    most = max(telling, key=lambda one: (not _GOES_ON.match(one), telling[one]), default="")
    said = {most} if telling.get(most, 0) >= TELLS else set()
    return said | set(desk.added) | {one for one in desk.letter.sentences if _promises(desk, one)}


def _promises(desk: Desk, sentence: str) -> bool:
    """Whether a sentence says what one of the promises on record says."""
    report = check_message(desk.letter.text, "", desk.evidence, desk.facts)
    cited = next((one.labels for one in report.sentences if sentence in one.text or one.text in sentence), ())
    if any(label.startswith("C") for label in cited):
        return True
    language = desk.draft.language or "en"
    words = stems(sentence, language)
    owed = [one.text.partition(": ")[2] for one in desk.evidence if one.kind is Kind.COMMITMENT]
    return any(len((own := stems(_DUE.sub("", one), language)) & words) > len(own) / 2 for one in owed)


_GOES_ON = re.compile(r"(?:And|Besides|I also|You also|Und|Ich weiß auch)\b")
"""What only follows another sentence."""
_DUE = re.compile(r"\s*\(by [^)]*\)\s*$")


def _least_specific(desk: Desk, kept: Collection[str] = ()) -> str:
    """What says least: in doubt first, then by the share of words that the notes know; promises and questions stay.
    Nothing of `kept`."""
    known = content_words(" ".join(one.text for one in desk.evidence))
    report = check_message(desk.letter.text, "", desk.evidence, desk.facts)

    def worth(sentence: str) -> float:
        found = next((one for one in report.sentences if sentence in one.text or one.text in sentence), None)
        words = content_words(sentence)
        doubtful = found is not None and found.verdict in DOUBTFUL
        told = len(words & known) / max(len(words), 1) + _promises(desk, sentence)
        return told + sentence.endswith("?") - 2.0 * doubtful

    return min(reversed([one for one in desk.letter.sentences if one not in {*desk.added, *kept}]), key=worth)


def _leave_out(desk: Desk, step: Step) -> Desk:
    wanted = content_words(step.value) - {"part", "sentence", "bit", "thing"}
    gone = [one for one in desk.letter.sentences if wanted & content_words(one)]
    if not gone:
        raise InputError(
            "No sentence speaks of {value!r}.", "Name it with a word that stands in the draft.", value=step.value
        )
    if len(gone) == len(desk.letter.sentences):
        raise InputError("Nothing of the message would be left.", "Name a smaller part of it.")
    for sentence in gone:
        desk = replace(desk, letter=desk.letter.without(sentence))
    return desk


def _call(desk: Desk, step: Step) -> Desk:
    """A question for a call in the place of the closing question, since two are answered by neither."""
    question = call_question(desk.draft.language or "en", desk.draft.tone)
    last = desk.letter.sentences[-1] if desk.letter.sentences else ""
    letter = desk.letter.replaced(last, question) if last.endswith("?") else desk.letter.with_sentence(question)
    return replace(desk, letter=letter, added=(*desk.added, question))


def _tone(desk: Desk, step: Step) -> Desk:
    """Greeting, sign-off, contractions and everyday words by rule. Where the form of address changes, the body is
    rewritten."""
    old, language = desk.draft.tone, desk.draft.language or "en"
    desk = replace(desk, draft=desk.draft.model_copy(update={"tone": step.value}))
    letter = _edges(desk)
    formal = step.value == "formal"
    manner = Voice(contractions=0.0, exclamations=0.0, emoji="") if formal else _easy_manner(desk.voice, step)
    desk = replace(desk, letter=restyle(letter, desk.voice.edited(manner) if formal else manner, language))
    if address_of(language, old) != address_of(language, step.value):
        if said := _said_again(desk, old):
            return desk.with_body(said)
        return _reword(desk, Step("language", step.words))
    return desk


def _easy_manner(voice: Voice, step: Step) -> Voice:
    """Contractions; and everyday words where those are wished for, but for what the user never writes."""
    easy = EVERYDAY if wants_less_formal(step) else ()
    return Voice(contractions=1.0, uses=tuple(word for word in easy if word not in voice.avoids))


def _said_again(desk: Desk, old_tone: str | None) -> list[str]:
    """The sentences in the new form of address, where a rule made each of them; else none."""
    if desk.person is None:
        return []
    drafts = (desk.draft.model_copy(update={"tone": tone}) for tone in (old_tone, desk.draft.tone))
    before, now = (german_by_rule(desk.bench, one, desk.person, desk.evidence, desk.facts) for one in drafts)
    rest, said = " ".join(desk.letter.body.split()).casefold(), []
    for was in in_order(before):
        slot = next(slot for slot, line in before.items() if line is was)
        if slot in now and was.text.casefold() in rest:
            rest = rest.replace(was.text.casefold(), "")
            said.append(now[slot].text)
    return [] if rest.strip() else said


def _edges(desk: Desk) -> Letter:
    """The letter with greeting and sign-off of the draft's tone and language."""
    draft, channel = desk.draft, CHANNELS[desk.draft.channel]
    tone, language, user = draft.tone, draft.language or "en", desk.bench.settings.user_name
    name = greeted_as(desk.name, desk.evidence, tone, language)
    top = greeting_for(channel, name=name, tone=tone, language=language, voice=desk.voice) if desk.name else ""
    bottom = sign_off_for(channel, user=user, tone=tone, language=language, voice=desk.voice)
    whole = joined(top, ["\0"], bottom, channel)
    before, _, after = whole.partition("\0")
    return Letter(before, desk.letter.body, after)


def each_said_once(desk: Desk) -> Desk:
    """Without sentences that only repeat one before; one that was wished for stays."""
    said, letter = desk.letter.sentences, desk.letter
    for place in reversed(doubled(said, desk.added)):
        letter = letter.without_last(said[place])
    return replace(desk, letter=letter)


def within_limit(desk: Desk) -> Desk:
    """Whole sentences go until the text fits its channel again."""
    channel = CHANNELS[desk.draft.channel]
    while len(desk.letter.sentences) > 1 + len(desk.added) and not fits(channel, desk.letter.text):
        desk = replace(desk, letter=desk.letter.without(_least_specific(desk)))
    return desk


# ------------------------------------------------------------------ steps with a model
def _add(desk: Desk, step: Step) -> Desk:
    """One sentence more. One that nothing backs gets a second try; then it comes marked, as the user asked for it."""
    if standing := _stands_already(desk, step):
        raise InputError(
            "The draft speaks of that already: {sentence!r}",
            "Say what else to tell of it, or change the sentence below.",
            sentence=standing,
        )
    desk = _with_notes(desk, step.words)
    lines: list[Line] = _german_addition(desk, step.words)
    for attempt in range(0 if lines else TRIES):
        desk, lines = ask_for(desk, step.words, ADD, "one", seed=attempt + 1)
        if lines and not lines[0].flagged and not said_already(desk, lines[0].text):
            break
    if not lines or said_already(desk, lines[0].text):
        raise ModelOutputError(
            "The model found no new sentence for {words!r}.", "Say it in other words.", words=step.words
        )
    added = restyle(Letter("", lines[0].text, ""), desk.voice, desk.draft.language or "en")
    return replace(desk, letter=desk.letter.with_sentence(added.body), added=(*desk.added, *added.sentences))


def _stands_already(desk: Desk, step: Step) -> str:
    """The sentence that speaks of all that a wish names ("mention the slides"); "" where none does. What is to be asked
    stands there only as a question."""
    wanted = content_words(step.words) - _WISHING
    asks = re.search(r"\b(?:ask|whether|invite|suggest|propose|offer)\b", step.words, re.IGNORECASE)
    standing = [one for one in desk.letter.sentences if wanted and wanted <= content_words(one)]
    return next((one for one in standing if not asks or one.endswith("?")), "")


_WISHING = frozenset(
    """mention add include say tell ask thank bring talk refer remind offer suggest propose invite please also again
    sentence line something""".split()
)
"""Words of a wish that say what to do, and not of what."""


def nothing_to_change(said: str) -> InputError:
    """Why a wish leads to the same words again, and what would not."""
    actions = {step.action for step in read_wish(said)}
    if "tone" in actions and actions <= {"tone", "shorter"}:
        return InputError(
            "The draft has that tone already; a rule can change no more of it.",
            "Say which words sound wrong, or change them below.",
        )
    if actions == {"shorter"}:
        return InputError("The draft is short already.", "Name what to leave out, or edit it below.")
    return InputError(
        "The wish {said!r} changes nothing in this draft.", "Say it in other words, or edit it below.", said=said
    )


def _german_addition(desk: Desk, words: str) -> list[Line]:
    """A sentence of the notes by rule, where a small model would have to write German; else none."""
    draft, person = desk.draft, desk.person
    if draft.language != "de" or person is None or desk.bench.model.kind != "embedded":
        return []
    facts = {**desk.facts, "address": address_of("de", draft.tone)}
    found = german_sentences(desk.evidence, (person.name, *person.also_called), words, facts)
    return [one for one in found if not said_already(desk, one.text)][:1]


def _reword(desk: Desk, step: Step) -> Desk:
    """The whole body again. A sentence that lost its ground is put back as it was, unless its language changed."""
    desk = _with_notes(desk, step.words)
    old = desk.letter.sentences
    desk, lines = ask_for(desk, step.words, REWORD, "all", seed=1)
    said = [line.text for line in lines]
    if step.action != "language":
        said = _grounded(lines, [one for one in old if not in_doubt(desk, one)])
    if not said:
        raise ModelOutputError(
            "The model wrote nothing that the notes back for {words!r}.", "Edit it below.", words=step.words
        )
    desk = desk.with_body(list(dict.fromkeys(said)))
    return replace(desk, letter=restyle(desk.letter, desk.voice, desk.draft.language or "en"))


def _grounded(lines: Sequence[Line], before: Sequence[str]) -> list[str]:
    """New sentences that are backed; for each that is not, the sentence before that is most like it, once."""
    said: list[str] = []
    left = list(before)
    for line in lines:
        scores = {one: fuzz.token_set_ratio(one, line.text) for one in left}
        nearest = max(scores, key=lambda one: scores[one], default="")
        if scores.get(nearest, 0) > ALIKE:
            left.remove(nearest)
            said.append(nearest if line.flagged else line.text)
        elif not line.flagged:
            said.append(line.text)
    return said


def _language(desk: Desk, step: Step) -> Desk:
    voice = voice_profile(desk.bench.keeper, step.value).voice
    known = language_of(desk.letter.body) if desk.letter.body else ""
    desk = replace(desk, draft=desk.draft.model_copy(update={"language": step.value}), voice=voice)
    desk = replace(desk, letter=_edges(desk))
    if step.value != "de" or known == "de" or desk.bench.model.kind != "embedded":
        return _reword(desk, step)
    if desk.person is None or not in_german(desk.evidence):
        raise InputError(
            "The embedded model cannot put this draft into German: your notes of it are in another language.",
            "Write it yourself, or use a larger model (Settings).",
        )
    by_rule = german_by_rule(desk.bench, desk.draft, desk.person, desk.evidence, desk.facts)
    return desk.with_body([line.text for line in in_order(by_rule)]) if by_rule else _reword(desk, step)


def _with_notes(desk: Desk, words: str) -> Desk:
    """The evidence, and what recall finds in this person's notes for what the wish names."""
    if desk.person is None:
        return desk
    book = EvidenceBook()
    book.add_all(desk.evidence)
    book.add_all(notes_about(desk.bench.keeper, desk.person, f"{desk.name} {words}", WISH_NOTES))
    return replace(desk, evidence=book.entries)


def ask_for(desk: Desk, wish: str, task: str, mark: str, *, seed: int) -> tuple[Desk, list[Line]]:
    """One call. The lines come checked, and what speaks of the person by name is left out."""
    bench, draft, person = desk.bench, desk.draft, desk.person
    shown = [spoken_to(one, person) for one in desk.evidence] if person else list(desk.evidence)
    known = ", ".join(part for part in (person.role, person.organisation) if part) if person else ""
    style = f"{draft.tone}, in {language_told(draft.language or 'en', draft.tone)}"
    values = {
        "evidence": render(shown, wish),
        "person": known or "somebody you met",
        "style": "; ".join(part for part in (style, voice_line(desk.voice)) if part),
        "message": "\n".join(desk.letter.sentences),
        "wish": wish,
        "task": task,
    }
    answer = write(
        bench.model,
        load_prompt("revise"),
        values,
        [one.label for one in desk.evidence],
        marks={mark},
        on_text=bench.teller("writing", draft.person or ""),
        stop=bench.stop,
        seed=seed,
    )
    lines = checked_lines(answer.data.get("sentence") or answer.data.get("body"), desk.evidence, desk.facts)
    lines = [one for one in lines if may_be_said_in(bench, one.text, draft.language or "en")]
    return replace(desk, usage=desk.usage + answer.usage, asked=True), lines


def said_already(desk: Desk, sentence: str, but: str = "") -> bool:
    """Whether another sentence of the letter than `but` says the same, or this is `but` again."""
    others = [one for one in desk.letter.sentences if one != but]
    return sentence == but or any(fuzz.token_set_ratio(one, sentence) >= SAME for one in others)


def in_doubt(desk: Desk, sentence: str) -> bool:
    """Whether a sentence of the letter is in doubt where it stands."""
    report = check_message(desk.letter.text, "", desk.evidence, desk.facts)
    return any(one.verdict in DOUBTFUL for one in report.sentences if sentence in one.text or one.text in sentence)


STEPS: dict[str, Callable[[Desk, Step], Desk]] = {
    "shorter": _shorter,
    "leave_out": _leave_out,
    "tone": _tone,
    "add": _add,
    "call": _call,
    "reword": _reword,
    "language": _language,
}
