"""`Coach`: everything a front end can ask for, in one place. Thin: each method hands over to a journey or a room below.

Built by `coach.bootstrap.open_coach`; never by hand outside tests.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from coach import journeys
from coach.config import Settings, SettingsFile
from coach.domain.agenda import Agenda
from coach.domain.brief import Brief
from coach.domain.capture import CaptureProposal
from coach.domain.days import day_given
from coach.domain.evidence import Evidence
from coach.domain.intake import Choices, ImportPreview, SaveReport
from coach.domain.models import Capture, Draft, Event, Item, Kind, Reflection, Rehearsal, Story
from coach.domain.progress import Listener
from coach.domain.voice import Voice, VoiceProfile
from coach.journeys.index_change import IndexChange
from coach.journeys.keeper import DoctorReport, Keeper
from coach.journeys.workbench import Workbench
from coach.llm.handle import ModelHandle
from coach.storage.forgetting import ForgetReport
from coach.storage.store import Store

if TYPE_CHECKING:
    from coach.journeys.clinic import Clinic
    from coach.journeys.exchange import Exchange
    from coach.journeys.merging import Merging
    from coach.journeys.nurturing import Nurturing
    from coach.journeys.rehearse import Rehearsals
    from coach.journeys.story_bank import StoryBank
    from coach.journeys.today import Today

Progress = Callable[[int, int], None]
"""Called with (done, total)."""


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own calendar day is meant


class Coach:
    """A workspace, opened. Use it as a context manager; it may be shared between threads."""

    def __init__(self, home: Path, settings: Settings, keeper: Keeper, model: Callable[[], ModelHandle]) -> None:
        self.home = home
        self.settings = settings
        self._settings_file = SettingsFile(home, settings)
        self._keeper = keeper
        self._open_model = model
        self._handle: ModelHandle | None = None
        self._lock = threading.Lock()

    # ------------------------------------------------------------------ life
    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the store, the index and the model's process. May be called twice.

        Whatever needs the workspace afterwards raises StoreError.
        """
        if self._handle is not None:
            self._handle.close()
        self._keeper.close()

    @property
    def store(self) -> Store:
        """The truth, for reading: lists of people, events, notes …"""
        return self._keeper.store

    @property
    def model(self) -> ModelHandle:
        """The language model in use: its name, kind and state."""
        with self._lock:
            if self._handle is None:
                self._handle = self._open_model()
            return self._handle

    @property
    def exchange(self) -> Exchange:
        """Everything out as files, and a workspace file in."""
        return journeys.exchange.Exchange(self._keeper, self.settings, self.configure)

    @property
    def merging(self) -> Merging:
        """People who may be the same: found, made one, parted again."""
        return journeys.merging.Merging(self._keeper)

    def configure(self, settings: Settings) -> None:
        """Keep what is new in the settings. A change of the model, the embedder or an address takes effect at the next
        start.

        What another program wrote into the file meanwhile stays, and is taken over. After another embedder was chosen,
        the old index answers until the new one is whole (`index_change`). Raises InputError for a settings file that
        cannot be read.
        """
        self.settings = self._settings_file.keep(self.settings, settings)

    def follow_settings(self) -> None:
        """Take over what another program wrote into the settings file. Raises InputError when it cannot be read."""
        self.settings = self._settings_file.follow(self.settings)

    # ------------------------------------------------------------- remember
    def add(self, item: Item) -> SaveReport:
        """Save one item and index it. Idempotent by id. Raises what `add_many` raises."""
        return self.add_many([item])

    def add_many(self, items: Iterable[Item], progress: Progress | None = None) -> SaveReport:
        """Save items, then index them. Idempotent by id.

        Raises InputError, and keeps nothing, for what is no item and for an event that ends before it starts;
        StoreError when saving fails (nothing of the failing batch is kept). A failure to index
        loses nothing: the rows stay marked and the next start heals them.
        """
        return self._keeper.add(items, progress)

    def change(self, kind: Kind, item_id: str, **fields: Any) -> Item:
        """Correct some fields of an item that is here, e.g. the `text` of a note, and index it anew.

        Raises NotFoundError; InputError for a field that the kind lacks, and a value that does not fit.
        """
        return self._keeper.change(kind, item_id, fields)

    def delete(self, kind: Kind, item_id: str) -> tuple[Item, ...]:
        """Delete one item, in the index too. Raises NotFoundError.

        Returns it and the items that pointed to it, as they were: `add_many` with them takes it back.
        """
        return self._keeper.delete(kind, item_id)

    def forget_person(self, person_id: str, *, delete_notes: bool = False) -> ForgetReport:
        """Remove a person and every trace of them, in the index too.

        Notes about them alone, and what notes about several people say of them alone, are deleted with
        `delete_notes`, else kept with the name taken out.
        """
        return self._keeper.forget_person(person_id, delete_notes=delete_notes)

    def preview_import(
        self, path: Path | str, *, data: bytes | None = None, kind: str = "auto", choices: Choices | None = None
    ) -> ImportPreview:
        """Read a file or folder without saving anything. `data`: the bytes of an uploaded file called `path`.

        `choices`: what the columns of a table are (None: as last time, else proposed), who of a chat you are, and the
        event at which the people of a list will be, or whose programme it is. The preview says who is known already.
        Raises ImportFileError; NotFoundError for an event that is not kept.
        """
        from coach.intake import preview
        from coach.journeys.arrivals import foreseen, remembered_columns

        chosen = choices or Choices()
        known: dict[str, Any] = {"remembered": remembered_columns(self.store)}
        if chosen.event is not None:
            known["event_day"] = self.store.get(Event, chosen.event).starts
        found = preview(path, data=data, kind=kind, choices=chosen.model_copy(update=known))
        seen = foreseen(self.store, found)
        if (
            found.one_event is False and chosen.one_event is None
        ):  # a calendar that is called as a kept event of its days
            known["one_event"] = True
            whole = preview(path, data=data, kind=kind, choices=chosen.model_copy(update=known))
            as_one = foreseen(self.store, whole)
            return as_one if as_one.joins else seen
        return seen

    def import_items(self, found: ImportPreview, progress: Progress | None = None) -> SaveReport:
        """Save what a preview found. A second run doubles nothing, and keeps what you added to a person since.

        How the columns of a table were read is remembered for the next one with the same headers.
        """
        report = self.save_import(found)
        self.sync(progress)
        return report

    def save_import(
        self, found: ImportPreview, progress: Progress | None = None, stop: threading.Event | None = None
    ) -> SaveReport:
        """As `import_items`, without indexing, which `sync` does.

        `stop` ends it between two batches of 500: what was saved stays, and the report says how many are left.
        """
        return self._keeper.save_import(found, progress, stop)

    # ---------------------------------------------------------------- recall
    def recall(
        self,
        query: str,
        k: int = 10,
        *,
        kinds: Kind | str | Sequence[Kind | str] | None = None,
        person: str | Sequence[str] | None = None,
        event: str | None = None,
        goal: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        explain: bool = False,
    ) -> list[Evidence]:
        """The `k` items that matter most for `query`, best first.

        `person` takes ids or names, `event` an id or the whole name, `goal` an id or the whole text, `kinds` one kind
        or several; days (the last one is included) may be ISO text. Raises InputError for an empty query, a `k` under
        1, a kind that is none and what is no day; NotFoundError for a name that nobody and nothing has.
        """
        narrow = {"kinds": kinds, "person": person, "event": event, "goal": goal, "since": since, "until": until}
        return journeys.narrowed.recall(self._keeper, query, k, explain=explain, **narrow)

    # -------------------------------------------------------------- journeys
    def _bench(self, stream: Listener | None, stop: threading.Event | None) -> Workbench:
        return Workbench(keeper=self._keeper, model=self.model, settings=self.settings, listener=stream, stop=stop)

    def prepare(
        self,
        event_id: str,
        goal_ids: Sequence[str] | None = None,
        *,
        people: Sequence[str] = (),
        lines_for: int | None = None,
        stream: Listener | None = None,
        stop: threading.Event | None = None,
    ) -> Brief:
        """A brief for an event: whom to meet and why, what to say. Saved as a draft under `brief.draft_id`.

        `event_id`, `goal_ids`: ids, or an event by its whole name and goals by their text. `people`: ids or names of
        people you want to meet, who come first. `lines_for`: how many people get openers by the model (default:
        `settings.brief_people`; 0: no lines), all others get two by rule. Without a usable model everything
        that needs none still comes, and the `error` of the first people says what to do.
        """
        bench = self._bench(stream, stop)
        return journeys.prepare.prepare(bench, event_id, goal_ids=goal_ids, people=people, lines_for=lines_for)

    def brief_of(self, draft_id: str) -> Brief:
        """A brief that was made earlier, as it was then."""
        return journeys.prepare.load_brief(self._keeper.store, draft_id)

    def capture(self, text: str, *, event: str | None = None, at: datetime | str | None = None) -> Capture:
        """Keep rough notes as they were typed. Nothing is read from them yet. `event`: id or whole name.

        Raises InputError when blank, NotFoundError for an unknown event.
        """
        return journeys.capture.keep(self._keeper, text, event=event, at=at)

    def read_capture(
        self, capture_id: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> CaptureProposal:
        """Read people, facts, promises, stories and dates out of a capture. Only the proposal is kept."""
        return journeys.capture.read(self._bench(stream, stop), capture_id)

    def confirm_capture(self, proposal: CaptureProposal) -> SaveReport:
        """Store what is accepted in the proposal, and the notes themselves."""
        return journeys.confirming.confirm(self._keeper, proposal)

    def discard_capture(self, capture_id: str) -> None:
        """Put a capture aside without storing anything from it. Its raw text stays."""
        journeys.capture.discard(self._keeper, capture_id)

    def follow_up(
        self,
        person_id: str,
        channel: str = "email",
        intent: str = "",
        *,
        event: str | None = None,
        tone: str | None = None,
        language: str | None = None,
        stream: Listener | None = None,
        stop: threading.Event | None = None,
    ) -> Draft:
        """A message to a person, from the notes of your meeting.

        `channel`: `email`, `linkedin_invite`, `linkedin` or `text`. `tone`: `warm`, `plain` or `formal`.
        Where the model fails and rules make no message, a draft keeps what was asked for, for `write_draft`.
        """
        bench = self._bench(stream, stop)
        return journeys.follow_up.follow_up(
            bench, person_id, channel=channel, intent=intent, event=event, tone=tone, language=language
        )

    def write_draft(
        self, draft_id: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> Draft:
        """Write a message that was asked for when the model failed (`ModelError.draft_id`), as it was asked for."""
        return journeys.follow_up.write_draft(self._bench(stream, stop), draft_id)

    def edit_draft(self, draft_id: str, text: str, *, subject: str = "") -> Draft:
        """Keep your own wording as a new version; it is checked like the model's."""
        return journeys.sending.edit(self._keeper, draft_id, text, subject=subject, user=self.settings.user_name)

    def revise_draft(
        self, draft_id: str, wish: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> Draft:
        """Change a draft as you wish ("shorter", "less formal", "mention the slides"): a new version, checked anew.

        It keeps the draft's evidence, and adds what the notes about the person hold on what the wish names; what
        the wish itself says counts as your words. The wish is kept in `draft.wishes` before anything else happens.
        """
        return journeys.revise.revise(self._bench(stream, stop), draft_id, wish)

    def mend_claim(
        self, draft_id: str, text: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> Draft:
        """Reword one doubtful sentence from the notes, as a new version. `text`: as for `confirm_claim`.

        Raises ModelOutputError, and changes nothing, when the notes do not back the new wording either.
        """
        return journeys.revise.mend(self._bench(stream, stop), draft_id, text)

    def drop_claim(self, draft_id: str, text: str) -> Draft:
        """Leave a doubtful sentence out, as a new version. Raises InputError when nothing would be left."""
        return journeys.revise.drop(self._keeper, draft_id, text, user=self.settings.user_name)

    def restore_draft(self, draft_id: str, number: int) -> Draft:
        """Make an older version the newest again. The others stay."""
        return journeys.sending.restore(self._keeper, draft_id, number)

    def confirm_claim(self, draft_id: str, text: str) -> Draft:
        """Vouch for doubtful words of the newest version ("this is true, I know it"): who and when is kept with it.

        `text`: that of one of `coach.domain.gate.unconfirmed(draft.current)`. Raises InputError for any other.
        """
        return journeys.sending.confirm(self._keeper, draft_id, text, user=self.settings.user_name)

    def withdraw_confirmation(self, draft_id: str, text: str) -> Draft:
        """Take back what `confirm_claim` kept."""
        return journeys.sending.withdraw(self._keeper, draft_id, text)

    def mark_sent(
        self,
        draft_id: str,
        *,
        at: datetime | str | None = None,
        next_on: date | str | None = None,
        vouch: bool = False,
    ) -> Draft:
        """Record that the newest version was sent, and when to get in touch next (a date, or ISO text).

        Raises InputError while it holds doubtful words that nobody has confirmed (`vouch` confirms all of them), and
        for a `next_on` before the sending. A version that was sent already keeps its day of sending.
        """
        user = self.settings.user_name
        return journeys.sending.mark_sent(self._keeper, draft_id, at=at, next_on=next_on, vouch=vouch, user=user)

    def voice(self, language: str = "en") -> VoiceProfile:
        """How you write in a language: learned from messages that you edited or sent, and what you set by hand."""
        return journeys.voice.voice_profile(self._keeper, language)

    def keep_voice(self, language: str, by_hand: Voice) -> VoiceProfile:
        """Keep what you set by hand, which wins over what is learned. `Voice()` takes it back."""
        return journeys.voice.keep_by_hand(self._keeper, language, by_hand)

    def reflect(
        self, event_id: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> Reflection:
        """Five prompts that fit what happened at an event and what you wanted. Saved; answers come later."""
        return journeys.reflect.reflect(self._bench(stream, stop), event_id)

    def save_reflection(self, reflection: Reflection) -> Reflection:
        """Keep answers, energy, belonging and lessons. Answers become findable notes."""
        return journeys.reflect.keep_answers(self._keeper, reflection)

    def story_from(self, reflection: Reflection, answer_number: int, *, title: str = "") -> Story:
        """Turn one answer into a story of your own and save it."""
        return journeys.reflect.story_from_answer(self._keeper, reflection, answer_number, title=title)

    @property
    def story_bank(self) -> StoryBank:
        """What a story lacks, how to tell it in 30 to 90 seconds, which goals have none, who has heard it."""
        return journeys.story_bank.StoryBank(self._keeper)

    @property
    def clinic(self) -> Clinic:
        """Challenges: who could help and why, how to ask them, what was said about it and where that differs."""
        return journeys.clinic.Clinic(self._keeper, self.settings.tone)

    @property
    def rehearsals(self) -> Rehearsals:
        """Practice conversations with a stand-in made of your notes, how they went, and how you get on."""
        return journeys.rehearse.Rehearsals(self._keeper)

    def answer_rehearsal(
        self, rehearsal_id: str, *, stream: Listener | None = None, stop: threading.Event | None = None
    ) -> Rehearsal:
        """Let the stand-in answer what you said last. Checked like every draft, and kept."""
        return self.rehearsals.answer(self._bench(stream, stop), rehearsal_id)

    def read_ahead_rehearsal(self, rehearsal_id: str, *, stop: threading.Event | None = None) -> None:
        """As `read_ahead`: let the embedded model read whom it plays, while you think of your first line."""
        if self.model.kind == "embedded" and self.model.state().status != "absent":
            self.rehearsals.read_ahead(self._bench(None, stop), rehearsal_id)

    def agenda(self, today: date | str | None = None) -> Agenda:
        """What is due, overdue and ahead."""
        found: Agenda = journeys.today.agenda(self._keeper, day_given(today) or _today())
        return found

    def today(self, day: date | str | None = None) -> Today:
        """The agenda, how ready you are for the next event, who is going quiet, and one story to think about."""
        found: Today = journeys.today.today(self._keeper, day_given(day) or _today())
        return found

    def brief_was_read(self, brief_id: str) -> None:
        """Keep that a brief was opened."""
        journeys.today.mark_read(self._keeper, brief_id)

    @property
    def nurturing(self) -> Nurturing:
        """Keeping in touch: whose turn it is and why, rhythms, help given and received, what you could give."""
        return journeys.nurturing.Nurturing(self._keeper, self.settings.user_name)

    def warm_up(self, go_on: Callable[[], object] = lambda: None) -> None:
        """Load what finds, reads and checks, and bring the index up to date, before anybody waits for it.

        `go_on`: called before each part of up to half a second of work, and may wait. Raises what `sync` raises.
        """
        for part in (self.sync, *journeys.warm_up.parts(self._keeper)):
            go_on()
            part()

    def warm_model(self, stop: threading.Event | None = None) -> None:
        """Load the embedded model and let it read what never changes of each prompt, before anybody waits for it.

        Does nothing for a remote model, or when `stop` is set. Raises the ModelError tree.
        """
        if self.model.kind != "embedded":
            return
        from coach.drafting.chain import warm
        from coach.drafting.prompts import load_prompt

        for name in ("prepare_person", "follow_up", "capture", "reflect"):
            if stop is not None and stop.is_set():
                return
            warm(self.model, load_prompt(name), stop=stop)

    def read_ahead(
        self,
        *,
        event: str | None = None,
        person: str | None = None,
        goal_ids: Sequence[str] | None = None,
        people: Sequence[str] = (),
        channel: str = "email",
        stop: threading.Event | None = None,
    ) -> None:
        """Let the embedded model read the prompt to come, while somebody still chooses and types: with a `person`, that
        of a message to them over `channel`; else that of the first person on a brief for `event`.

        Does nothing for a remote model, nor for an embedded one that is not on this machine. Raises what
        `prepare` and `follow_up` raise.
        """
        if self.model.kind != "embedded" or self.model.state().status == "absent":
            return
        bench = self._bench(None, stop)
        if person is not None:
            journeys.follow_up.read_ahead(bench, person, channel=channel, event=event)
        elif event is not None:
            journeys.prepare.read_ahead(bench, event, goal_ids=goal_ids, people=people)

    # ------------------------------------------------------------- upkeep
    def sync(self, progress: Progress | None = None) -> int:
        """Index what was saved and is not findable yet (after a crash, or a change made on the store)."""
        return self._keeper.sync(progress)

    def reindex(self, progress: Progress | None = None) -> int:
        """Build the index anew; until it is whole the old one answers. Returns the number of passages."""
        return self._keeper.reindex(progress)

    @property
    def index_change(self) -> IndexChange | None:
        """The making of a new index in the background, running or ended: after the embedder was changed, or a reindex.

        It begins when the index is first used (`sync`, `recall`), goes on at the next start, and is None before.
        """
        return self._keeper.index_change

    def doctor(self, *, repair: bool = True) -> DoctorReport:
        """Compare store and index, count what differs, and mend it."""
        return self._keeper.doctor(repair=repair)
