"""Was Fehler, Importe und Exporte sagen, unter den englischen Worten, wie sie im Programm stehen (`coach.errors`)."""

from __future__ import annotations

from coach.ui.words.de import consent, documents, problems_of_entries, problems_of_files, problems_of_models

GERMAN: dict[str, str] = {
    **consent.GERMAN,
    **documents.GERMAN,
    **problems_of_files.GERMAN,
    **problems_of_entries.GERMAN,
    **problems_of_models.GERMAN,
    # ------------------------------------------------------------------ Notizen, Personen, Termine
    "There is nothing in the notes.": "In den Notizen steht nichts.",
    "Type what you remember, in any order.": "Schreib auf, woran du dich erinnerst, in beliebiger Folge.",
    "There is no person with the id {missing!r}.": "Es gibt keine Person mit der Kennung {missing!r}.",
    "There is no person with the id {id!r}.": "Es gibt keine Person mit der Kennung {id!r}.",
    "List people, and use an id.": "Sieh unter Menschen nach und nimm eine Kennung von dort.",
    "List people, and use an id from there.": "Sieh unter Menschen nach und nimm eine Kennung von dort.",
    "List the people, and use an id from there.": "Sieh unter Menschen nach und nimm eine Kennung von dort.",
    "There is nobody called {wanted!r} here.": "Hier heißt niemand {wanted!r}.",
    "There is nobody with the id {person_id!r}.": "Niemand hat die Kennung {person_id!r}.",
    "Add the person first, or check the spelling.": "Lege die Person zuerst an oder prüfe die Schreibung.",
    "Nothing is noted about {name!r} yet.": "Über {name!r} ist noch nichts notiert.",
    "Capture what you talked about, or say what you want to write.": "Halte fest, worüber ihr spracht, oder sag, "
    "was du schreiben willst.",
    "What is noted about {name!r} is for you alone: {kept}": "Was über {name!r} notiert ist, ist nur für dich: {kept}",
    "Add a note of what else you talked about, or say what you want to write.": "Notiere, worüber ihr sonst noch "
    "spracht, oder sag, was du schreiben willst.",
    "Your notes say that {name!r} has died: {quote!r}": "Nach deinen Notizen ist {name!r} gestorben: {quote!r}",
    "To write to somebody close to them, choose that person. If the note is read wrongly, change it.": "Willst du "
    "jemandem schreiben, der nahestand, dann wähle diese Person. Ist die Notiz falsch verstanden, dann ändere sie.",
    "Nothing that a message could take up is noted about {name!r} yet.": "Über {name!r} ist noch nichts notiert, "
    "woran eine Nachricht anknüpfen könnte.",
    "Add a note of what you talked about, or say what you want to write.": "Notiere, worüber ihr spracht, oder sag, "
    "was du schreiben willst.",
    "All that is noted about {name!r} is for you alone.": "Alles, was über {name!r} notiert ist, ist nur für dich.",
    "Write down something that may go into a message, or say what you want to write.": "Schreib etwas auf, das in "
    "einer Nachricht stehen darf, oder sag, was du schreiben willst.",
    "“{said}”": "„{said}“",
    "Nobody is known to be at {name!r}.": "Von niemandem ist bekannt, dass er bei {name!r} ist.",
    "Import its programme, or add the people you expect there.": "Importiere das Programm oder lege die Personen "
    "an, die du dort erwartest.",
    "The event {name!r} has no date.": "Der Termin {name!r} hat kein Datum.",
    "Give it one first.": "Gib ihm zuerst eines.",
    "The question is {query!r}: there is nothing to look for.": "Die Frage ist {query!r}: es gibt nichts zu suchen.",
    "Type a few words.": "Gib ein paar Wörter ein.",
    "The number of results is {k!r}.": "Die Zahl der Ergebnisse ist {k!r}.",
    "Ask for 1 or more, as a whole number.": "Verlange mindestens 1, als ganze Zahl.",
    # ------------------------------------------------------------------ was sich nicht lesen lässt
    "{value} is no text.": "{value} ist kein Text.",
    "Give the words as a string.": "Gib die Wörter als Text.",
    "The text {value} holds a sign that is no letter ({sign!r}).": "Im Text {value} steht ein Zeichen, das keines "
    "ist ({sign!r}).",
    "Copy it again from a source in UTF-8, or leave that sign out.": "Kopiere ihn noch einmal aus einer Quelle in "
    "UTF-8 oder lass das Zeichen weg.",
    "{value} names no {what}.": "{value} nennt nichts von der Art: {what}.",
    "Name each by its id or its whole name.": "Nenne jedes mit Kennung oder ganzem Namen.",
    "goal": "Ziel",
    "kind": "Art",
    "There is no event {wanted!r} here.": "Einen Termin {wanted!r} gibt es hier nicht.",
    "There is no goal {wanted!r} here.": "Ein Ziel {wanted!r} gibt es hier nicht.",
    "Use the id or the whole name of one: {names}.": "Nimm die Kennung oder den ganzen Namen von einem: {names}.",
    "Use the id or the whole text of one: {names}.": "Nimm die Kennung oder den ganzen Text von einem: {names}.",
    "Add the event first.": "Lege den Termin zuerst an.",
    "Add the goal first.": "Lege das Ziel zuerst an.",
    "{wanted!r} may be {count} entries: {choices}.": "{wanted!r} kann {count} Einträge meinen: {choices}.",
    "There is nobody called {wanted!r} here, and no note names them.": "Hier heißt niemand {wanted!r}, und keine "
    "Notiz nennt den Namen.",
    "Check the spelling, or add the person first.": "Prüfe die Schreibung oder lege die Person zuerst an.",
    "There is no kind {kind}.": "Die Art {kind} gibt es nicht.",
    "Nothing of the kind {kind!r} is looked through.": "Nichts von der Art {kind!r} wird durchsucht.",
    "{value} is nothing that can be kept.": "{value} lässt sich nicht aufheben.",
    "Give a Note, Story, Person, Event, Goal or another item; a session comes in its event's programme.": "Gib Note, "
    "Story, Person, Event, Goal oder einen anderen Eintrag; ein Programmpunkt steht im Programm seines Termins.",
    "The event {name!r} ends on {ends}, before it starts on {starts}.": "Der Termin {name!r} endet am {ends}, vor "
    "seinem Beginn am {starts}.",
    "Correct one of the two days.": "Berichtige einen der beiden Tage.",
    "The {field} of the {kind} is {value}: {reason}.": "Das Feld {field} ({kind}) ist {value}: {reason}.",
    "Correct it, and repeat.": "Berichtige es und versuche es noch einmal.",
    "The day is {value}, which cannot be read.": "Der Tag {value} ist nicht zu lesen.",
    "The time is {value}, which cannot be read.": "Die Zeit {value} ist nicht zu lesen.",
    "Give a date, a datetime, or text like 2026-03-01.": "Gib ein Datum oder Text wie 2026-03-01.",
    "The last day, {last}, is before the first, {first}.": "Der letzte Tag, {last}, liegt vor dem ersten, {first}.",
    "Change one of the two.": "Ändere einen der beiden.",
    "The draft is {value}, not text.": "Der Entwurf ist {value}, kein Text.",
    "Give its words as a string.": "Gib seine Wörter als Text.",
    "The evidence is {value}, not a list.": "Die Belege sind {value}, keine Liste.",
    "Give a list of Evidence objects or of dicts with a text; an empty list where there is none.": "Gib eine Liste "
    "von Evidence-Objekten oder von dicts mit Text, eine leere, wo es keine gibt.",
    "Piece {number} of the evidence is {value}: it has no text that can be read.": "Beleg {number} ist {value}: "
    "darin ist kein Text zu lesen.",
    "Give an Evidence object, or a dict with the key 'text'.": "Gib ein Evidence-Objekt oder ein dict mit dem "
    "Schlüssel 'text'.",
    "The day `at` of piece {number} of the evidence is {value}, which cannot be read.": "Der Tag `at` von Beleg "
    "{number} ist {value}, was nicht zu lesen ist.",
    "Write it like 2026-03-01, or leave it out.": "Schreib ihn wie 2026-03-01 oder lass ihn weg.",
    "The brief is {value}, which names no facts.": "Das Briefing ist {value}, was nichts nennt.",
    "Give a Brief, None, or a dict such as {example}.": "Gib ein Brief, None oder ein dict wie {example}.",
    "The day of writing, `today`, is {value}, which cannot be read.": "Der Tag des Schreibens, `today`, ist {value}, "
    "was nicht zu lesen ist.",
    # ------------------------------------------------------------------ Personen, wie sie getippt werden
    "The name has {length:,} characters; {most} are the most.": "Der Name hat {length:,} Zeichen; höchstens {most} "
    "gehen.",
    "Shorten it; the rest can go into a note.": "Kürze ihn; der Rest kann in eine Notiz.",
    "The e-mail address {value!r} cannot be right.": "Die E-Mail-Adresse {value!r} kann nicht stimmen.",
    "Write it like ana@example.org, or leave it out.": "Schreibe sie wie ana@example.org oder lass sie weg.",
    "The phone number {value!r} cannot be right.": "Die Telefonnummer {value!r} kann nicht stimmen.",
    "Write it like +49 30 1234567, or leave it out.": "Schreibe sie wie +49 30 1234567 oder lass sie weg.",
    "{value!r} is no address at LinkedIn.": "{value!r} ist keine Adresse bei LinkedIn.",
    "Write it like linkedin.com/in/ana-ruiz, or leave it out.": "Schreibe sie wie linkedin.com/in/ana-ruiz oder lass "
    "sie weg.",
    # ------------------------------------------------------------------ in Kontakt bleiben
    "The idea {ref!r} introduces nobody.": "Die Idee {ref!r} stellt niemanden vor.",
    "Choose an introduction.": "Wähle eine Vorstellung.",
    "The note of that need is gone.": "Die Notiz zu diesem Anliegen gibt es nicht mehr.",
    "Look at the suggestions again.": "Sieh dir die Vorschläge noch einmal an.",
    "The number of days is {days!r}.": "Die Zahl der Tage ist {days!r}.",
    "Choose 0 (no reminders) to {most:,} (ten years).": "Wähle 0 (keine Erinnerungen) bis {most:,} (zehn Jahre).",
    "The day {until!r} is not ahead.": "Der Tag {until!r} liegt nicht in der Zukunft.",
    "Choose a day from tomorrow on.": "Wähle einen Tag ab morgen.",
    # ------------------------------------------------------------------ Briefings und Nachrichten
    "What is noted about {name!r} is in English, and the small model cannot put it into German.": "Was über {name!r} "
    "notiert ist, ist englisch, und das kleine Modell kann es nicht ins Deutsche bringen.",
    "Write in English, add a German note or say in German what you want to write, or choose a larger model in the "
    "settings.": "Schreib auf Englisch, füge eine deutsche Notiz hinzu oder sag auf Deutsch, was du schreiben willst, "
    "oder nimm in den Einstellungen ein größeres Modell.",
    "You stopped the writing.": "Du hast das Schreiben angehalten.",
    "Start it again when you like.": "Beginne neu, wann du magst.",
    "There is no channel {name!r}.": "Den Kanal {name!r} gibt es nicht.",
    "Choose one of: {names}.": "Wähle davon: {names}.",
    "There is no tone {tone!r}.": "Den Ton {tone!r} gibt es nicht.",
    "{wanted!r} is no tag of a language.": "{wanted!r} ist kein Kürzel einer Sprache.",
    "Write en, de, fr, es, pt …": "Schreib en, de, fr, es, pt …",
    "The model cannot write for {lines_for!r} people.": "Für {lines_for!r} Personen kann das Modell nicht schreiben.",
    "Choose 0 (no lines) or more.": "Wähle 0 (keine Zeilen) oder mehr.",
    "The draft {draft_id!r} is no brief.": "Der Entwurf {draft_id!r} ist kein Briefing.",
    "Open it under Follow up.": "Öffne ihn unter Nachfassen.",
    "There is no answer number {number} yet.": "Die Antwort Nummer {number} gibt es noch nicht.",
    "Write the answer first.": "Schreib zuerst die Antwort.",
    "The new wording was not backed by your notes either; {wrong!r} stays as it was.": "Auch die neue Fassung "
    "hatte in deinen Notizen keinen Halt; {wrong!r} bleibt, wie es war.",
    "Drop the sentence, or word it yourself.": "Lass den Satz weg oder schreib ihn selbst.",
    "The message has {length} characters; this channel takes {limit}.": "Die Nachricht hat {length} Zeichen; dieser "
    "Kanal nimmt {limit}.",
    "The e-mail has {length} words; one that gets read has at most {limit}.": "Die E-Mail hat {length} Wörter; eine, "
    "die gelesen wird, hat höchstens {limit}.",
    "The subject has {length} characters; {limit} are shown.": "Der Betreff hat {length} Zeichen; gezeigt werden "
    "{limit}.",
    "Shorten it, or ask for a shorter one.": "Kürze sie oder wünsch dir eine kürzere.",
    "Shorten it, or send it as it is with `vouch` (`coach sent --vouch`).": "Kürze, oder schick es, wie es ist, mit "
    "`vouch` (`coach sent --vouch`).",
    "The draft speaks of that already: {sentence!r}": "Davon spricht der Entwurf schon: {sentence!r}",
    "Say what else to tell of it, or change the sentence below.": "Sag, was noch dazu gehört, oder ändere den Satz "
    "unten.",
    "The draft has that tone already; a rule can change no more of it.": "Der Entwurf hat diesen Ton schon; mehr kann "
    "eine Regel daran nicht ändern.",
    "Say which words sound wrong, or change them below.": "Sag, welche Wörter nicht passen, oder ändere sie unten.",
    "The draft is short already.": "Der Entwurf ist schon kurz.",
    "Name what to leave out, or edit it below.": "Nenne, was wegbleiben soll, oder ändere ihn unten.",
    "The embedded model cannot put this draft into German: your notes of it are in another language.": "Das eingebaute "
    "Modell kann diesen Entwurf nicht auf Deutsch schreiben: deine Notizen dazu sind in einer anderen Sprache.",
    "Write it yourself, or use a larger model (Settings).": "Schreib ihn selbst oder nimm ein größeres Modell "
    "(Einstellungen).",
    "The wish is empty.": "Der Wunsch ist leer.",
    "Say what should be different: shorter, less formal, mention …": "Sag, was anders sein soll: kürzer, weniger "
    "förmlich, erwähne …",
    "The wish {said!r} changes nothing in this draft.": "Der Wunsch {said!r} ändert an diesem Entwurf nichts.",
    "Say it in other words, or edit it below.": "Sag es anders oder ändere den Text unten.",
    "It is the only sentence of the message.": "Es ist der einzige Satz der Nachricht.",
    "Mend it, or word it yourself.": "Bessere ihn aus oder schreib ihn selbst.",
    "{text!r} is part of the greeting or the sign-off.": "{text!r} gehört zu Anrede oder Gruß.",
    "Change it in the field below.": "Ändere es im Feld unten.",
    "The message was sent already.": "Die Nachricht ist schon verschickt.",
    "Write a new one.": "Schreib eine neue.",
    "No sentence speaks of {value!r}.": "Kein Satz spricht von {value!r}.",
    "Name it with a word that stands in the draft.": "Nenne es mit einem Wort, das im Entwurf steht.",
    "Nothing of the message would be left.": "Von der Nachricht bliebe nichts übrig.",
    "Name a smaller part of it.": "Nenne einen kleineren Teil.",
    "The model found no new sentence for {words!r}.": "Das Modell fand keinen neuen Satz für {words!r}.",
    "Say it in other words.": "Sag es anders.",
    "The model wrote nothing that the notes back for {words!r}.": "Das Modell schrieb zu {words!r} nichts, was "
    "die Notizen stützen.",
    "Edit it below.": "Ändere den Text unten.",
    "Nothing in the newest version is in question that says {text!r}.": "In der neuesten Fassung steht nichts in "
    "Frage, das {text!r} sagt.",
    "Look at the draft again: it has changed.": "Sieh dir den Entwurf noch einmal an: er hat sich geändert.",
    "It stands there and needs no decision. To change it say what you wish, or edit the message.": "Es steht da und "
    "braucht keine Entscheidung. Um es zu ändern, sag, was du wünschst, oder ändere die Nachricht.",
    "The next contact, {next_on}, is before the sending on {day}.": "Der nächste Kontakt, {next_on}, liegt vor dem "
    "Verschicken am {day}.",
    "Choose that day or a later one, or none.": "Wähle jenen Tag oder einen späteren, oder keinen.",
    "The draft says what no note of yours backs: {named}.": "Der Entwurf sagt, was keine deiner Notizen stützt: "
    "{named}.",
    "Confirm, mend or leave out each of these first; or send it with `vouch` (`coach sent --vouch`), which keeps "
    "your word for them.": "Bestätige, bessere oder streiche zuerst jedes davon; oder schicke ihn mit `vouch` ab "
    "(`coach sent --vouch`), dann gilt dein Wort dafür.",
    "The message is empty.": "Die Nachricht ist leer.",
    "Write something, or leave the draft as it is.": "Schreib etwas oder lass den Entwurf, wie er ist.",
    "The draft has no version {number!r}.": "Der Entwurf hat keine Fassung {number!r}.",
    "Choose one of {numbers}.": "Wähle eine von {numbers}.",
    # ------------------------------------------------------------------ Geschichten, Üben, Stimme
    "The challenge is empty.": "Die Aufgabe ist leer.",
    "Describe it in a sentence or two.": "Beschreibe sie in ein, zwei Sätzen.",
    "Nobody is chosen to talk to.": "Es ist niemand gewählt, mit dem du sprichst.",
    "Choose a person, or describe a type of person.": "Wähle eine Person oder beschreibe eine Art von Person.",
    "Nothing was said.": "Es wurde nichts gesagt.",
    "Type a sentence.": "Schreib einen Satz.",
    "This rehearsal has ended.": "Diese Übung ist zu Ende.",
    "Begin a new one.": "Beginne eine neue.",
    "It is your turn.": "Du bist dran.",
    "Say something first.": "Sag zuerst etwas.",
    "The answer is empty.": "Die Antwort ist leer.",
    "A sentence is enough.": "Ein Satz genügt.",
    "A story in {seconds!r} seconds is a headline.": "Eine Geschichte in {seconds!r} Sekunden ist eine Überschrift.",
    "Ask for 30, 60 or 90 seconds.": "Nimm 30, 60 oder 90 Sekunden.",
    "There is no telling number {number!r}.": "Das Erzählen Nummer {number!r} gibt es nicht.",
    "Open the story again.": "Öffne die Geschichte noch einmal.",
    "What was set by hand for your voice ({code!r}) cannot be read: {reason}.": "Was von Hand für deine Stimme "
    "gesetzt war ({code!r}), ist nicht lesbar: {reason}.",
    "Set it again under Settings.": "Setze es in den Einstellungen neu.",
    # ------------------------------------------------------------------ Zusammenführen
    "There is no merge with the id {id!r}.": "Es gibt keine Zusammenführung mit der Kennung {id!r}.",
    "List the merges, and use an id from there.": "Sieh bei den Zusammenführungen nach und nimm eine Kennung von dort.",
    "{name!r} was merged into the same person after that.": "{name!r} kam danach zu derselben Person.",
    "Part them first, then these.": "Trenne zuerst sie, dann diese.",
    "{name!r} is now a part of {other!r}.": "{name!r} ist jetzt ein Teil von {other!r}.",
    "Part those two first, then these.": "Trenne zuerst jene beiden, dann diese.",
    "{kept_id!r} is one person already.": "{kept_id!r} ist schon eine Person.",
    "Name two people.": "Nenne zwei Personen.",
    # ------------------------------------------------------------------ Speichern
    "{failure.message} {done} of {total} items were saved before.": "{failure.message} {done} von {total} "
    "Einträgen waren schon gespeichert.",
    "{failure.next_step}": "{failure.next_step}",
    "The workspace {where!r} cannot be used: {what}.": "Der Arbeitsbereich {where!r} ist nicht zu gebrauchen: {what}.",
    "the disk is full": "die Platte ist voll",
    "Free some space and try again; what was saved before is intact.": "Schaffe Platz und versuche es noch "
    "einmal; was gespeichert war, ist unversehrt.",
    "another program is writing to it": "ein anderes Programm schreibt darin",
    "Close the other program, or wait, and try again.": "Schließe das andere Programm oder warte und versuche es "
    "noch einmal.",
    "it may not be written to": "es darf nicht hineingeschrieben werden",
    "Give yourself write permission on it and on its folder.": "Gib dir Schreibrechte darauf und auf den Ordner.",
    "it cannot be opened": "er lässt sich nicht öffnen",
    "Check that its folder exists and that you may write there.": "Prüfe, ob der Ordner da ist und du dort "
    "schreiben darfst.",
    "the file is damaged": "die Datei ist beschädigt",
    "Restore it from a backup; a copy may lie beside it.": "Hole sie aus einer Sicherung zurück; vielleicht liegt "
    "eine Kopie daneben.",
    "the file is not a workspace": "die Datei ist kein Arbeitsbereich",
    "Restore it from a backup, or name another file.": "Hole sie aus einer Sicherung zurück oder nenne eine andere.",
    "the disk does not answer": "die Platte antwortet nicht",
    "Check the disk and its free space, then try again.": "Prüfe die Platte und ihren Platz und versuche es noch "
    "einmal.",
    "Try again; if it comes back, restore the workspace from a backup.": "Versuche es noch einmal; kommt es "
    "wieder, hole den Arbeitsbereich aus einer Sicherung zurück.",
    "The database {where!r} cannot be used: {reason}.": "Die Datenbank {where!r} ist nicht zu gebrauchen: {reason}.",
    "Check that it is running and that its URL is right.": "Prüfe, ob sie läuft und die Adresse stimmt.",
    "The database does not take this value: {reason}.": "Die Datenbank nimmt diesen Wert nicht: {reason}.",
    "Change it and save again.": "Ändere ihn und speichere noch einmal.",
    "The database {where!r} cannot be opened: {reason}.": "Die Datenbank {where!r} lässt sich nicht öffnen: {reason}.",
    "Check its URL, and install its driver (for PostgreSQL: the package psycopg).": "Prüfe die Adresse und "
    "installiere den Treiber (für PostgreSQL: das Paket psycopg).",
    "The draft {id!r} has not been written yet.": "Der Entwurf {id!r} ist noch nicht geschrieben.",
    "Write it with: coach draft {id} --write.": "Schreib ihn mit: coach draft {id} --write.",
    "The draft {draft_id!r} is no message that waits to be written.": "Der Entwurf {draft_id!r} ist keine Nachricht, "
    "die noch zu schreiben ist.",
    "Say what should be different: coach draft {draft_id} --wish “shorter”.": "Sag, was anders sein soll: coach draft "
    "{draft_id} --wish „kürzer“.",
    "The workspace {where!r} is closed.": "Der Arbeitsbereich {where!r} ist geschlossen.",
    "Open it again with `open_coach`, and use that.": "Öffne ihn wieder mit `open_coach` und nimm den.",
    "The log {path!r} cannot be rewritten: {strerror}.": "Das Protokoll {path!r} lässt sich nicht neu schreiben: "
    "{strerror}.",
    "Erase it under Settings or with `coach model sent --erase`.": "Lösche es unter Einstellungen oder mit "
    "`coach model sent --erase`.",
    "The database {url!r} would live in memory.": "Die Datenbank {url!r} läge nur im Speicher.",
    "Name a file; a temporary one will do.": "Nenne eine Datei; eine vorläufige genügt.",
    "The database {where!r} is not an SQLite file.": "Die Datenbank {where!r} ist keine SQLite-Datei.",
    "Use its own tools.": "Nimm ihre eigenen Werkzeuge.",
    "The database {where!r} holds other tables (such as {present!r}).": "In der Datenbank {where!r} sind andere "
    "Tabellen (etwa {present!r}).",
    "Name an empty one, or a workspace.": "Nenne eine leere oder einen Arbeitsbereich.",
    "The workspace {where!r} was written by a newer version (step {number}, {name!r}).": "Der Arbeitsbereich "
    "{where!r} stammt von einer neueren Version (Schritt {number}, {name!r}).",
    "Update this program, or open another workspace.": "Aktualisiere dieses Programm oder öffne einen anderen "
    "Arbeitsbereich.",
    "Step {number} ({name!r}) of the workspace {where!r} is not the one that this program knows.": "Schritt "
    "{number} ({name!r}) des Arbeitsbereichs {where!r} ist nicht der, den dieses Programm kennt.",
    "Install the released version again, or restore the workspace from a backup.": "Installiere die "
    "veröffentlichte Version neu oder hole den Arbeitsbereich aus einer Sicherung zurück.",
    "Step {number} ({name!r}) failed on the workspace {where!r}: {reason}.": "Schritt {number} ({name!r}) "
    "misslang am Arbeitsbereich {where!r}: {reason}.",
    "The workspace is as it was; report this, and use the version that wrote it meanwhile.": "Der Arbeitsbereich "
    "ist, wie er war; melde das und nimm einstweilen die Version, die ihn schrieb.",
    "{value!r} cannot be counted by {filters!r}.": "{value!r} lässt sich nicht nach {filters!r} zählen.",
    "Leave that filter out.": "Lass diesen Filter weg.",
    "The event {id!r} comes from a light listing, without its programme.": "Der Termin {id!r} kommt aus einer "
    "kurzen Liste, ohne sein Programm.",
    "Load it by its id, change that, and save it.": "Lade ihn über seine Kennung, ändere das und speichere es.",
    "The session id {id!r} is taken by the event {event_id!r}.": "Die Kennung {id!r} eines Programmpunkts gehört "
    "dem Termin {event_id!r}.",
    "Give the session another id.": "Gib dem Programmpunkt eine andere.",
    "The session id {id!r} occurs twice (in the programme of {event_id!r}).": "Die Kennung {id!r} eines "
    "Programmpunkts kommt zweimal vor (im Programm von {event_id!r}).",
    "Give each session an id of its own.": "Gib jedem Programmpunkt eine eigene.",
    "A {kind} is part of an event.": "Ein solcher Eintrag ({kind}) ist Teil eines Termins.",
    "Ask for it with session().": "Frage danach mit session().",
    "There is no {kind} with the id {id!r}.": "Es gibt keinen Eintrag ({kind}) mit der Kennung {id!r}.",
    "List what there is, and use an id from there.": "Sieh nach, was da ist, und nimm eine Kennung von dort.",
    "There is no session with the id {id!r}.": "Es gibt keinen Programmpunkt mit der Kennung {id!r}.",
    "Import the programme that holds it.": "Importiere das Programm, in dem er steht.",
    "{name_or_id!r} may be {count} people: {choices}.": "{name_or_id!r} können {count} Personen sein: {choices}.",
    "Use one of these ids.": "Nimm eine dieser Kennungen.",
    "{changes!r} does not fit a {value}: {reason}.": "{changes!r} passt nicht zu {value}: {reason}.",
    "Correct the value.": "Berichtige den Wert.",
    "The folder {folder!r} cannot be made: {reason}.": "Der Ordner {folder!r} lässt sich nicht anlegen: {reason}.",
    "Choose another folder.": "Wähle einen anderen Ordner.",
    "What is sent cannot be noted in {path!r}: {strerror}. Nothing was sent.": "Was verschickt wird, lässt sich "
    "in {path!r} nicht festhalten: {strerror}. Nichts wurde verschickt.",
    "Free some space or check the folder's rights.": "Schaffe Platz oder prüfe die Rechte des Ordners.",
    # ------------------------------------------------------------------ Einstellungen
    "The settings file {path!r} cannot be read: {reason}.": "Die Einstellungsdatei {path!r} ist nicht lesbar: "
    "{reason}.",
    "it holds no settings": "darin stehen keine Einstellungen",
    "Mend or delete it.": "Bessere sie aus oder lösche sie.",
    "The setting {where} has the value {value!r}, which does not fit: {fault}.": "Die Einstellung {where} hat den "
    "Wert {value!r}, der nicht passt: {fault}.",
    "Change it in {path} or in the environment.": "Ändere ihn in {path} oder in der Umgebung.",
}
