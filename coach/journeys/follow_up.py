"""Follow up: from the notes of a meeting to a message on a channel, checked, editable, kept in every version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, partial
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Draft, DraftVersion, Event, Goal, Kind, Person, TokenUse
from coach.domain.named_days import without_day
from coach.domain.naming import unaccented
from coach.domain.quoting import plain_name, without_links
from coach.domain.text import sentences
from coach.domain.voice import Voice
from coach.drafting.address import greeted_as, turned_to
from coach.drafting.aims import reasons_for_writing
from coach.drafting.angles import Angle, Rarity, offer_in, render_angles
from coach.drafting.asked_of_me import asked_in
from coach.drafting.asking import said_already
from coach.drafting.candidates import Task, Written, write_lines
from coach.drafting.chain import readable, warm
from coach.drafting.channels import Channel, assemble, channel_named, clip_subject, plain_subject
from coach.drafting.evidence import as_record, clip
from coach.drafting.german_letters import asked_about, german_subject
from coach.drafting.goal_questions import of_oneself
from coach.drafting.kinship import touches
from coach.drafting.languages import LANGUAGES, german_tone, language_in, language_told, tone_in
from coach.drafting.letter_plan import INTENT_WORDS, in_order, message_angles
from coach.drafting.letter_room import each_once, leaves_a_question_behind, said_once, with_room
from coach.drafting.lines import checked_lines, cut_off, strays_into_another_script
from coach.drafting.own_offers import own_offers
from coach.drafting.plain_letters import FRAMED, closing_question, memories, plan_message
from coach.drafting.plain_lines import asks_about_somebody_else
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.statements import HOW_TO_REACH
from coach.drafting.subjects import names_a_thing, names_their_work, subject_by_rule, subject_from
from coach.drafting.voice import in_voice, voice_line
from coach.drafting.whole_names import whole_names
from coach.drafting.whole_sentences import sayable, sentence
from coach.errors import InputError, ModelConsentError, ModelError, ModelMissingError, Words
from coach.journeys.doors import refuse_the_dead
from coach.journeys.judging import Judge
from coach.journeys.keeper import Keeper
from coach.journeys.languages import german_by_rule, in_language, need_german_notes, not_written_in
from coach.journeys.last_meeting import last_meeting, met_line, met_subject
from coach.journeys.meeting_evidence import all_spoken_to, meeting_evidence, render
from coach.journeys.named import event_named
from coach.journeys.ranking import goal_evidence
from coach.journeys.sending import check_message, message_facts
from coach.journeys.their_notes import all_is_kept_back, kept_to_oneself, people_of
from coach.journeys.voice import voice_profile
from coach.journeys.workbench import Workbench

LEAST_SENTENCES = 2
TONES = ("warm", "plain", "formal")
NOTES_NAMED = 20
"""The newest notes that are looked at to say why nothing can be written."""
ROOM_TO_GREET = 5
"""Sentences of a channel that leaves room to say that it was good to meet."""


def follow_up(
    bench: Workbench,
    person_id: str,
    *,
    channel: str = "email",
    intent: str = "",
    event: str | None = None,
    tone: str | None = None,
    language: str | None = None,
) -> Draft:
    """Gather, write, assemble, check, save.

    Where the model fails, the message is made of the lines that rules can make, and says so; where they make none, a
    draft without a version keeps what was asked for and what the model had written: `write_draft`, or asking for the
    same once more, goes on with it.

    Raises NotFoundError for an unknown person or event, InputError for an unknown channel, tone or language or when
    nothing is on record to write from, and the ModelError tree, whose `draft_id` names the draft that was kept (none
    where no model was asked, or the user stopped it).
    """
    begun = _begun(bench, person_id, channel=channel, intent=intent, event=event, tone=tone, language=language)
    return _written(bench, *begun)


def write_draft(bench: Workbench, draft_id: str) -> Draft:
    """Write a message that an earlier failure kept from being written. Raises what `follow_up` raises; InputError for a
    draft that is written."""
    kept = bench.keeper.store.get(Draft, draft_id)
    if kept.versions or kept.purpose != "follow_up" or kept.person is None:
        raise InputError(
            "The draft {draft_id!r} is no message that waits to be written.",
            "Say what should be different: coach draft {draft_id} --wish “shorter”.",
            draft_id=draft_id,
        )
    draft, person, evidence = _begun(
        bench,
        kept.person,
        channel=kept.channel,
        intent=kept.intent,
        event=kept.event,
        tone=kept.tone or None,
        language=kept.language or None,
    )
    return _written(bench, draft.model_copy(update={"id": kept.id}), person, evidence)


def _written(bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence]) -> Draft:
    store = bench.keeper.store
    waiting = [one for one in store.drafts(purpose="follow_up", person=person.id) if not one.versions]
    same = next((one for one in waiting if one.id == draft.id or _asks_the_same(one, draft)), None)
    draft = draft.model_copy(update={"id": same.id, "created_at": same.created_at}) if same else draft
    try:
        version = _first_version(bench, draft, person, evidence)
    except (ModelMissingError, ModelConsentError):
        raise
    except ModelError as exc:
        if bench.stopped:
            raise
        unfinished = readable(exc.partial) or (same.unfinished if same else "")
        store.save([draft.model_copy(update={"unfinished": unfinished})])
        exc.draft_id = draft.id
        raise
    store.save([draft.model_copy(update={"versions": (version,), "next_on": _today() + timedelta(days=1)})])
    return store.get(Draft, draft.id)


def _asks_the_same(one: Draft, other: Draft) -> bool:
    parts = ("channel", "intent", "event", "tone", "language")
    return all(getattr(one, part) == getattr(other, part) for part in parts)


def read_ahead(bench: Workbench, person_id: str, *, channel: str = "email", event: str | None = None) -> None:
    """Let the model read the prompt that `follow_up` would send. Raises what that raises."""
    draft, person, evidence = _begun(bench, person_id, channel=channel, event=event)
    facts = _facts(bench, draft, person, evidence)[0]
    language = draft.language or "en"
    if german_by_rule(bench, draft, person, evidence, facts):
        return
    plan = _plan(draft, _angles(draft, person, evidence), evidence, facts)
    task = _task(draft, person, evidence, facts, voice_profile(bench.keeper, language).voice, plan)
    warm(bench.model, task.prompt, task.values, stop=bench.stop)


def _begun(
    bench: Workbench,
    person_id: str,
    *,
    channel: str,
    intent: str = "",
    event: str | None = None,
    tone: str | None = None,
    language: str | None = None,
) -> tuple[Draft, Person, list[Evidence]]:
    """The draft without a version, its person, and what it is written from."""
    channel_named(channel)
    tone, language = _tone(tone), _language(language)
    event = None if event is None else event_named(bench.keeper.store, event)
    person = bench.keeper.person(person_id)
    refuse_the_dead(bench.keeper, person)
    evidence = meeting_evidence(bench.keeper, person, event, intent)
    if not evidence and not intent.strip():
        raise _nothing_noted(bench.keeper, person)
    notes = [one.text for one in evidence if one.kind is Kind.NOTE]
    spoken = (language or person.language or language_in(notes))[:2]
    noted = german_tone(notes, person.name, person.role) if spoken == "de" else tone_in(notes, person.name)
    draft = Draft(
        purpose="follow_up",
        person=person.id,
        event=event,
        channel=channel,
        tone=tone or noted or bench.settings.tone,
        language=spoken,
        intent=intent,
    )
    return draft, person, [*evidence, *_goals(bench.keeper, event, evidence, intent)]


def _tone(wanted: str | None) -> str | None:
    """The tone by its name; None where none is wanted. Raises InputError."""
    named = wanted.strip().lower() if isinstance(wanted, str) else wanted
    if named and named not in TONES:
        raise InputError("There is no tone {tone!r}.", "Choose one of: {names}.", tone=wanted, names=", ".join(TONES))
    return named or None


def _language(wanted: str | None) -> str | None:
    """The tag of a language, such as `de` or `pt-BR`, or its English name; None where none is wanted. Raises
    InputError."""
    if not wanted:
        return None
    called = str(wanted).strip().lower()
    tag = next((tag for tag, name in LANGUAGES.items() if name.lower() == called), called)
    if not re.fullmatch(r"[a-z]{2}(?:[-_][a-z0-9]+)*", tag):
        raise InputError("{wanted!r} is no tag of a language.", "Write en, de, fr, es, pt …", wanted=wanted)
    return tag


def _goals(keeper: Keeper, event: str | None, evidence: Sequence[Evidence], intent: str) -> list[Evidence]:
    """The goal that is a reason to write and the one that says what the user can give, so that both have ground; none
    where nothing else is known."""
    store = keeper.store
    goals = store.get(Event, event).goals if event and evidence else ()
    found = [goal_evidence(store.get(Goal, one)) for one in goals]
    texts = [one.text for one in evidence]
    reasons = [one for one in found if reasons_for_writing(one.text) and (intent or touches(one.text, texts))]
    gives = [one for one in found if offer_in([one])[0] or (of_oneself(one.text) and touches(one.text, texts))]
    kept = list({one.source_id: one for one in (*reasons[:1], *gives[:1])}.values())
    return [one.model_copy(update={"label": f"G{number}"}) for number, one in enumerate(kept, start=1)]


def _facts(
    bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence]
) -> tuple[dict[str, Any], Event | None]:
    """What the message may say without a note, and the event that it is about."""
    event = last_meeting(bench.keeper.store, draft.event, evidence)
    return message_facts(bench.settings.user_name, person, draft.channel, draft.intent, _today(), event), event


@dataclass(frozen=True)
class _Desk:
    """A message that is being written: to whom, from what, and what it may say without a note."""

    bench: Workbench
    draft: Draft
    person: Person
    evidence: Sequence[Evidence]
    facts: dict[str, Any]
    event: Event | None
    angles: Sequence[Angle]

    @property
    def channel(self) -> Channel:
        return channel_named(self.draft.channel)

    @property
    def language(self) -> str:
        return self.draft.language or "en"

    @cached_property
    def voice(self) -> Voice:
        return voice_profile(self.bench.keeper, self.language).voice

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.evidence, "", Rarity(), told=_told(self.evidence, self.person))

    def body(self, lines: Sequence[Line]) -> list[str]:
        return in_voice([line.text for line in lines], self.voice, self.language)

    def whole(self, body: list[str]) -> str:
        """The message with greeting and sign-off."""
        name = greeted_as(self.person.name, self.evidence, self.draft.tone, self.language)
        user, tone = self.bench.settings.user_name, self.draft.tone
        return assemble(self.channel, body, name=name, tone=tone, language=self.language, user=user, voice=self.voice)

    def fits(self, lines: Mapping[str, Line]) -> bool:
        """Whether these sentences stand whole in the message."""
        body = self.body(in_order(lines))
        text = self.whole(body)
        return all(one[1:] in text for one in body)


def _first_version(bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence]) -> DraftVersion:
    """Write, choose, put together, check."""
    facts, event = _facts(bench, draft, person, evidence)
    desk = _Desk(bench, draft, person, evidence, facts, event, _angles(draft, person, evidence))
    if not desk.angles:
        raise _nothing_to_say(bench.keeper, person)
    plan = _plan(draft, desk.angles, evidence, facts)
    german = german_by_rule(bench, draft, person, evidence, facts)
    if not german:
        need_german_notes(bench, draft, person, evidence)
    task = _task(draft, person, evidence, facts, desk.voice, plan)
    written = Written({}, {}, TokenUse())
    if not german and (task.angles or task.marks):
        spared = bool(plan.keys() - _CLAIM_NOTHING)
        written = _by_the_model(bench, task, desk.judge, person, spared=spared)
    chosen = _with_room(desk, _chosen(desk, {**plan, **german}, written))
    lines = said_once(in_order(chosen), chosen.get("ask")) or _as_typed(draft.intent, evidence, facts)
    if not lines:
        raise not_written_in(desk.language) if written.lines else _nothing_to_say(bench.keeper, person)
    text = desk.whole(desk.body(lines))
    subject = german_subject(german, evidence) if desk.channel.subject else ""
    if desk.channel.subject and not subject:
        subject = _subject(draft, person, chosen, str(written.data.get("subject", "")), evidence, event)
    check = check_message(text, subject, evidence, facts).model_copy(update={"missing": written.missing})
    failed = bool(written.missing) and not written.lines
    return DraftVersion(
        number=1,
        text=text,
        subject=subject,
        at=datetime.now(UTC),
        origin="rule" if german or failed else "model",
        model="" if german or failed else bench.model.name,
        prompt_name=task.prompt.name,
        prompt_hash=task.prompt.content_hash,
        evidence=as_record(evidence),
        check=check.model_dump(mode="json"),
        usage=written.usage,
    )


def _plan(
    draft: Draft, angles: Sequence[Angle], evidence: Sequence[Evidence], facts: Mapping[str, Any]
) -> dict[str, Line]:
    """The sentences by rule, in English. What the user has worded to the reader in whole sentences, in the language of
    the message, is one of them, as typed: a model that words it again soon takes one person for another."""
    language = draft.language or "en"
    plan = dict(plan_message(angles, evidence, facts)) if language == "en" else {}
    whole = "ask" in plan and len(draft.intent.split()) <= INTENT_WORDS
    if whole or not _is_worded_to_them(draft.intent, language):
        return plan
    typed = _as_typed(draft.intent, evidence, facts)
    return {**plan, "ask": typed[0]} if typed else plan


def _is_worded_to_them(intent: str, language: str) -> bool:
    speaks = {"en": _SPEAKS_TO_THEM, "de": _GERMAN_SPEAKS_TO_THEM}.get(language)
    whole = all(_WHOLE.match(one) for one in sentences(intent))
    return bool(speaks and speaks.search(intent)) and whole and language_in([intent]) == language


_GERMAN_SPEAKS_TO_THEM = re.compile(r"\b(?:[Dd](?:u|ich|ir|eine?[mnrs]?)|(?<!^)(?:Sie|Ihnen|Ihre?[mnrs]?))\b")
_WHOLE = re.compile(r"^[\"“‘(]?[A-ZÄÖÜ0-9].*[.!?…][\"”’)]?$", re.DOTALL)


def _is_to_be_mended(exc: ModelError) -> bool:
    """Whether the server refuses what only the user can put right, such as a key: they must see that."""
    status = exc.values.get("status_code")
    return isinstance(status, int) and 400 <= status < 500 and status not in PASSING


PASSING = (408, 425, 429)
"""Refusals that pass by themselves."""
_CLAIM_NOTHING = frozenset({"met", "next"})
"""Lines of which alone nobody makes a message."""


def _by_the_model(bench: Workbench, task: Task, judge: Judge, person: Person, *, spared: bool) -> Written:
    """The model's lines; none where it fails and the lines by rule make a message (`spared`)."""
    on_text = bench.teller("writing", person.id)
    try:
        return write_lines(bench.model, task, partial(_weak, judge), judge.merit, on_text=on_text, stop=bench.stop)
    except (ModelMissingError, ModelConsentError):
        raise
    except ModelError as exc:
        if not spared or bench.stopped or _is_to_be_mended(exc):
            raise
        return Written({}, {}, TokenUse(), missing=str(exc))


def _chosen(desk: _Desk, by_rule: Mapping[str, Line], written: Written) -> dict[str, Line]:
    """The sentences by their place: those by rule, else the model's that are fit; a wish that neither could put stands
    as it was typed."""
    fit = {slot: line for slot, line in written.lines.items() if not _UNSENDABLE.search(line.text)}
    said_by_model = {slot: line for slot, line in fit.items() if slot not in written.astray}
    chosen = {**in_language(desk.bench, said_by_model or fit, desk.language), **by_rule}
    if desk.language != "en":
        return {} if chosen.keys() <= {"next"} else chosen
    if desk.draft.intent.strip() and "ask" not in by_rule and "ask" not in said_by_model:
        typed = _as_typed(_to_the_reader(desk.draft.intent, desk.person), desk.evidence, desk.facts)
        chosen |= {"ask": typed[0]} if typed else {}
    chosen = each_once(chosen)
    thanked = any("hank you" in line.text for line in chosen.values())
    roomy = desk.channel.sentences >= ROOM_TO_GREET
    met = met_line(desk.event, desk.evidence, desk.facts, thanked=thanked) if roomy else None
    chosen |= {"met": met} if met else {}
    chosen = _with_a_question(chosen, desk.judge, desk.person.name, _taken_up(desk.angles, chosen))
    return {} if chosen.keys() <= _CLAIM_NOTHING else chosen


def _taken_up(angles: Sequence[Angle], chosen: Mapping[str, Line]) -> str:
    """The fact that a closing question may come back to."""
    told = {one.slot: one.fact for one in angles if one.slot in chosen and sayable(one.fact)}
    return told.get("detail") or told.get("memory", "")


def _with_room(desk: _Desk, chosen: dict[str, Line]) -> dict[str, Line]:
    """The sentences that are fit to be sent and that there is room for; where what the closing question is about had to
    go, with another one."""
    fit = fit_to_send(in_order(chosen), desk.person, desk.evidence, wished=chosen.get("ask"))
    kept = with_room({slot: line for slot, line in chosen.items() if line in fit}, desk.fits)
    if desk.language == "en" and kept and not kept.keys() & _TELLS:
        kept = _with_a_memory(desk, kept)
    if desk.language != "en":
        asks_on = "next" not in kept or asked_about(chosen) in kept or not leaves_a_question_behind(chosen, kept)
        return kept if asks_on else {slot: line for slot, line in kept.items() if slot != "next"}
    if not leaves_a_question_behind(chosen, kept):
        return kept
    rest = {slot: line for slot, line in kept.items() if slot != "next"}
    return with_room(_with_a_question(rest, desk.judge, desk.person.name, _told_in(rest)), desk.fits)


_TELLS = {"memory", "detail", "ask"}
"""Places of what the notes tell of the reader; where the user asks for something, that is what the message is about."""


def _with_a_memory(desk: _Desk, kept: dict[str, Line]) -> dict[str, Line]:
    """The sentences with one thing more that the notes tell of the reader, so that a promise is not all that is said:
    the first that fits, in place of the closing question where there is no other room."""
    unasked = {slot: line for slot, line in kept.items() if slot != "next"}
    for line in memories(desk.evidence, all_spoken_to(desk.evidence, desk.person), desk.facts):
        for rest in (kept, unasked):
            if desk.fits(told := {**rest, "memory": line}) and line in fit_to_send([line], desk.person, desk.evidence):
                return told
    return kept


def _told_in(lines: Mapping[str, Line]) -> str:
    """What a message remembers, as a fact."""
    line = lines.get("detail") or lines.get("memory")
    return FRAMED.sub("", line.text).strip() if line else ""


def _subject(
    draft: Draft,
    person: Person,
    chosen: Mapping[str, Line],
    written: str,
    evidence: Sequence[Evidence],
    event: Event | None,
) -> str:
    """The model's subject where it is the plain name of a thing on record; else one by rule, or one that claims
    nothing."""
    language, plain = draft.language or "en", plain_subject(person.name, draft.language or "en")
    said = without_day(whole_subject(without_links(written, draft.intent), evidence))[0]
    if language != "en":
        return said or plain
    told = _told(evidence, person)
    good = said and names_a_thing(said, [*told, *(one.text for one in evidence), draft.intent])
    good = good and not names_their_work(said, person.role)
    facts = message_facts("", person, draft.channel, draft.intent, _today(), event)
    ways = [said] if good else [subject_by_rule(chosen, draft.intent), subject_from(told)]
    ways += [met_subject(event)] if "met" in chosen else []
    return next((one for one in ways if one and not check_message("", one, evidence, facts).claims), plain)


def _told(evidence: Sequence[Evidence], person: Person) -> tuple[str, ...]:
    """The sentences of the notes, turned to the reader."""
    return tuple(
        part for one in all_spoken_to(evidence, person) if one.kind is not Kind.GOAL for part in sentences(one.text)
    )


def whole_subject(subject: str, evidence: Sequence[Evidence]) -> str:
    """A subject of 60 characters with its names whole; "" where one would be cut."""
    said = clip_subject(whole_names(subject, evidence))
    return said if whole_names(said, evidence) == said else ""


def _with_a_question(lines: Mapping[str, Line], judge: Judge, name: str, fact: str = "") -> dict[str, Line]:
    """The model's question where it is one that a person would ask, else one by rule that fits what came before.

    After a promise, thanks, an offer or what they asked the user for the rule's question stands: it asks about that,
    and what a small model asks then leads away from it.
    """
    kept = dict(lines)
    asked = kept.get("next")
    by_rule = Line(text=closing_question(kept, name, fact, " ".join(judge.told)))
    if asked is None:
        return kept if _asks_already(kept) else {**kept, "next": by_rule}
    before = [line.text for slot, line in kept.items() if slot != "next"]
    promised = kept.keys() & {"keep", "thanks", "give"}
    poor = (
        not judge.makes_sense(asked)
        or not judge.good(asked)
        or asks_about_somebody_else(asked)
        or said_already(asked.text, before)
    )
    if promised or poor or asked_in(kept):
        kept["next"] = by_rule
    return kept


def _asks_already(lines: Mapping[str, Line]) -> bool:
    return "ask" in lines or not lines or any("?" in line.text for line in lines.values())


def _nothing_noted(keeper: Keeper, person: Person) -> InputError:
    notes = keeper.store.notes(person=person.id, limit=NOTES_NAMED)
    if kept := kept_to_oneself(notes, person, people_of(keeper.store, notes)):
        return InputError(
            "What is noted about {name!r} is for you alone: {kept}",
            "Add a note of what else you talked about, or say what you want to write.",
            name=person.name,
            kept=Words("“{said}”", {"said": " ".join(kept[:2])}),
        )
    return InputError(
        "Nothing is noted about {name!r} yet.",
        "Capture what you talked about, or say what you want to write.",
        name=person.name,
    )


def _nothing_to_say(keeper: Keeper, person: Person) -> InputError:
    notes = keeper.store.notes(person=person.id, limit=NOTES_NAMED)
    if all_is_kept_back(notes, person, people_of(keeper.store, notes)):
        return InputError(
            "All that is noted about {name!r} is for you alone.",
            "Write down something that may go into a message, or say what you want to write.",
            name=person.name,
        )
    return InputError(
        "Nothing that a message could take up is noted about {name!r} yet.",
        "Add a note of what you talked about, or say what you want to write.",
        name=person.name,
    )


def _as_typed(intent: str, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """What the user wants to say, in their own words."""
    typed = intent.strip()
    said = typed if typed.endswith(("?", "!")) else sentence(typed) if typed else ""
    return checked_lines([{"text": said}], evidence, facts)


def _today() -> date:
    return datetime.now().astimezone().date()


def _angles(draft: Draft, person: Person, evidence: Sequence[Evidence]) -> list[Angle]:
    shown = all_spoken_to(evidence, person)
    own = own_offers(evidence, person.name, {}) if draft.language == "en" else []
    most = channel_named(draft.channel).sentences
    return message_angles(shown, _to_the_reader(draft.intent, person), most, own)


def _to_the_reader(intent: str, person: Person) -> str:
    """What the user wants to say, with the person as "you". What speaks to them already ("Could I ask you …") means
    somebody else by "him", and stays as it is."""
    if _SPEAKS_TO_THEM.search(intent):
        return intent
    before = re.split(r"\b(?:s?he|her|his|him)\b", intent, maxsplit=1)[0]
    others = re.findall(r"(?<=[a-z] )[A-Z]\w+", before)
    names = (person.name, *(name for name in others if name not in person.name))
    said = Evidence(label="", source_id="", kind=Kind.NOTE, text=intent, names=names)
    return turned_to(said, person.name, person.also_called).text


_SPEAKS_TO_THEM = re.compile(r"(?<!thank )\byou(?:rs?|rself)?\b(?! (?:know|see)\b)", re.IGNORECASE)


def _task(
    draft: Draft,
    person: Person,
    evidence: Sequence[Evidence],
    facts: dict[str, Any],
    voice: Voice,
    plan: Mapping[str, Line],
) -> Task:
    """The prompt's values; evidence is cut until the whole keeps to its tokens. What `plan` holds is not asked for."""
    prompt, channel, language = load_prompt("follow_up"), channel_named(draft.channel), draft.language or "en"
    shown = all_spoken_to(evidence, person)
    angles = [one for one in _angles(draft, person, evidence) if one.slot not in {*plan, "reason"}]
    style = f"{draft.tone}, in {language_told(language, draft.tone)}"
    reminder = "" if language == "en" else f"\nWrite all of it in {language_told(language, draft.tone)}."
    for share in SHARES:
        values = {
            "evidence": render([one for one in shown if one.kind is not Kind.GOAL], draft.intent, share),
            "person": ", ".join(filter(None, map(plain_name, (person.role, person.organisation)))) or "somebody I met",
            "channel": channel.title,
            "style": "; ".join(part for part in (style, voice_line(voice)) if part),
            "intent": clip(draft.intent.strip(), int(INTENT_WORDS * max(share, 0.5))) or "nothing more",
            "today": _today().isoformat(),
            "lines": (render_angles(angles, share) or "subject: what the message is about") + reminder,
        }
        if rendered_tokens(prompt, values) <= PROMPT_TOKENS:
            break
    marks = ("subject",) if channel.subject else ()
    return Task(prompt, values, angles, evidence, facts, marks, language)


def _weak(judge: Judge, lines: Mapping[str, Line]) -> set[str]:
    """What is not grounded, asks what is known, or was cut, is written again."""
    return {slot for slot, line in lines.items() if judge.merit(line) < 0}


_UNSENDABLE = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|{HOW_TO_REACH}|^I remember (?!I\b)(?-i:[A-Z])\w+ \w+ing\b", re.IGNORECASE
)
"""A day in figures, as only a record has it; how to reach somebody; what a third person was seen to do."""


def fit_to_send(
    lines: Sequence[Line], person: Person, evidence: Sequence[Evidence], wished: Line | None = None
) -> list[Line]:
    """Leave out what is not grounded or speaks about the person instead of to them, as long as two sentences stay;
    and always what breaks off or slips into letters that nobody here writes, unless nothing else is left. What the user
    `wished` to say stays, marked where no note holds it."""
    whole = [line for line in lines if not cut_off(line.text, evidence)]
    lines = [line for line in whole if not strays_into_another_script(line.text, evidence)] or list(lines)
    lines += [wished] if wished is not None and wished not in lines else []
    names = {part for part in f"{person.name} {unaccented(person.name)}".split() if len(part) > 2}
    kept = list(lines)
    for line in lines:
        about = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text) for name in names)
        if (line.flagged or about) and line is not wished and len(kept) > LEAST_SENTENCES:
            kept.remove(line)
    return kept
