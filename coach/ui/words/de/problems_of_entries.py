"""Warum ein Eintrag ausgelassen wurde oder auffiel; unter den englischen Worten, wie sie im Programm stehen."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "no event to keep": "kein Termin zum Behalten",
    "no card of a person": "keine Karte einer Person",
    "no story": "keine Geschichte",
    "no connection": "kein Kontakt",
    "no connection and no message": "kein Kontakt und keine Nachricht",
    "no message with a text": "keine Nachricht mit Text",
    "no talk that can be read": "kein lesbarer Vortrag",
    "no contact with a name": "kein Kontakt mit Namen",
    "no note that can be read": "keine lesbare Notiz",
    "Ask LinkedIn for an export with Connections ticked.": "Bitte LinkedIn um einen Export mit dem Haken bei "
    "Kontakten.",
    "Export your connections again: Settings → Data privacy → Get a copy.": "Exportiere deine Kontakte noch "
    "einmal: Einstellungen → Datenschutz → Kopie anfordern.",
    "In WhatsApp: chat → More → Export chat, without media.": "In WhatsApp: Chat → Mehr → Chat exportieren, ohne "
    "Medien.",
    "Choose the folder that holds category.json and videos/.": "Wähle den Ordner mit category.json und videos/.",
    "Export them again: Google Contacts → Export → Google CSV.": "Exportiere sie noch einmal: Google Kontakte → "
    "Exportieren → Google CSV.",
    "no person and no time": "keine Person und keine Uhrzeit",
    "Export the calendar again as .ics.": "Exportiere den Kalender noch einmal als .ics.",
    "Export your contacts again, as vCard (.vcf).": "Exportiere deine Kontakte noch einmal als vCard (.vcf).",
    "A story is a Markdown file with a title and a text, or with our four sections.": "Eine Geschichte ist eine "
    "Markdown-Datei mit Titel und Text oder mit unseren vier Abschnitten.",
    "Paste people one a line, like `Ana Ruiz, maintainer, Harbour`.": "Füge Personen je Zeile ein, etwa `Ana "
    "Ruiz, Maintainerin, Harbour`.",
    # ------------------------------------------------------------------ überall
    "The same {kind} stands in {first}; that one is kept.": "Dasselbe ({kind}) steht in {first}; das bleibt.",
    "person": "Person",
    "event": "Termin",
    "note": "Notiz",
    "story": "Geschichte",
    "{count} hidden or control characters were taken out of a name.": "{count} unsichtbare oder Steuerzeichen "
    "wurden aus einem Namen genommen.",
    "{count} control or hidden characters were taken out of the text.": "{count} Steuerzeichen oder unsichtbare "
    "Zeichen wurden aus dem Text genommen.",
    "{count:,} characters are too many for a name (at most {limit:,}).": "{count:,} Zeichen sind zu viele für "
    "einen Namen (höchstens {limit:,}).",
    "It is a link; import what it points to on its own.": "Es ist ein Verweis; importiere das, worauf er zeigt.",
    "It is not a regular file.": "Es ist keine gewöhnliche Datei.",
    "It is hidden (its name begins with a dot).": "Es ist versteckt (der Name beginnt mit einem Punkt).",
    "It belongs to the system that packed the zip.": "Es gehört dem System, das das Zip gepackt hat.",
    # ------------------------------------------------------------------ Kontakte und Listen
    "The e-mail address cannot be right and is left out.": "Die E-Mail-Adresse kann nicht stimmen und fällt weg.",
    "The phone number cannot be right and is left out.": "Die Telefonnummer kann nicht stimmen und fällt weg.",
    "The web address cannot be opened and is left out.": "Die Webadresse lässt sich nicht öffnen und fällt weg.",
    "The row cannot be read: {fault}.": "Die Zeile ist nicht lesbar: {fault}.",
    "A quotation mark is never closed; the row was read without it.": "Ein Anführungszeichen wird nie "
    "geschlossen; die Zeile wurde ohne es gelesen.",
    "{count} cells instead of {expected}; only name and addresses are kept.": "{count} Zellen statt {expected}; "
    "nur Name und Adressen bleiben.",
    "The row has no name.": "Die Zeile hat keinen Namen.",
    "The row has no name; the account may be closed.": "Die Zeile hat keinen Namen; vielleicht ist das Konto "
    "geschlossen.",
    "The address is not one of LinkedIn's and is left out.": "Die Adresse ist keine von LinkedIn und fällt weg.",
    "The date cannot be read and is kept as it is.": "Das Datum ist nicht lesbar und bleibt, wie es ist.",
    "Only connections, messages and your own name are read from LinkedIn's export.": "Aus LinkedIns Export werden "
    "nur Kontakte, Nachrichten und dein eigener Name gelesen.",
    "No column is known to hold names. Say which one does.": "Keine Spalte ist als Namen erkannt. Sag, welche es ist.",
    "It does not begin with a first and a last name.": "Es beginnt nicht mit Vor- und Nachnamen.",
    "It has no time.": "Es hat keine Uhrzeit.",
    "A table is read up to {limit:,} rows. Split it for the rest.": "Eine Tabelle wird bis {limit:,} Zeilen "
    "gelesen. Teile sie für den Rest.",
    "It stands above the table's header.": "Es steht über der Kopfzeile der Tabelle.",
    "One sheet is read at a time; this one has {count} rows.": "Es wird ein Blatt auf einmal gelesen; dieses hat "
    "{count} Zeilen.",
    "It is not a vCard file (.vcf).": "Es ist keine vCard-Datei (.vcf).",
    "The card is cut off; what is there was read.": "Die Karte ist abgeschnitten; gelesen wurde, was da ist.",
    "A line of the card cannot be read and is left out.": "Eine Zeile der Karte ist nicht lesbar und fällt weg.",
    "The card cannot be read: {fault}": "Die Karte ist nicht lesbar: {fault}",
    "The card has no name.": "Die Karte hat keinen Namen.",
    "It is the card of a company, not of a person.": "Es ist die Karte einer Firma, nicht einer Person.",
    "It is a group of {count}, kept with its members, not a person.": "Es ist eine Gruppe von {count}, die bei "
    "ihren Mitgliedern steht, keine Person.",
    # ------------------------------------------------------------------ Kalender
    "It has no name.": "Es hat keinen Namen.",
    "A room or a resource is no person.": "Ein Raum oder Gerät ist keine Person.",
    "Declined.": "Abgesagt.",
    "They are in UTC; they are told in the time zone of this computer.": "Sie stehen in UTC; gezeigt werden sie "
    "in der Zeitzone dieses Rechners.",
    "The calendar is cut off; whole events before that were read.": "Der Kalender ist abgeschnitten; ganze "
    "Termine davor wurden gelesen.",
    "It is cancelled.": "Es fällt aus.",
    "It has no day that can be read.": "Es hat keinen lesbaren Tag.",
    "How it repeats is not understood; only its first day is kept.": "Wie es sich wiederholt, ist unklar; nur der "
    "erste Tag bleibt.",
    "How it repeats cannot be read: {fault}. Only its first day is kept.": "Wie es sich wiederholt, ist nicht "
    "lesbar: {fault}. Nur der erste Tag bleibt.",
    "It is a series that is over.": "Es ist eine Reihe, die vorbei ist.",
    "Its next meeting is years away.": "Das nächste Treffen ist Jahre entfernt.",
    # ------------------------------------------------------------------ Programme
    "The same talk stands in the programme already; the first is kept.": "Derselbe Vortrag steht schon im "
    "Programm; der erste bleibt.",
    "{count} people are called {name!r}; they are kept apart.": "{count} Personen heißen {name!r}; sie bleiben "
    "getrennt.",
    "It is one talk, kept as an event of its own; import the folder for the programme.": "Es ist ein einzelner "
    "Vortrag, als eigener Termin behalten; für das Programm importiere den Ordner.",
    "There is no title of the event; a name was taken from elsewhere.": "Der Termin hat keinen Titel; der Name "
    "kommt von anderswo.",
    "It is not a talk: it has neither a title nor speakers.": "Es ist kein Vortrag: weder Titel noch Vortragende.",
    "It is not a talk: talks are .json files.": "Es ist kein Vortrag: Vorträge sind .json-Dateien.",
    "It names no year; the nearest one is taken.": "Dort steht kein Jahr; genommen wird das nächstliegende.",
    "No day is named; the sessions are kept without their times.": "Es steht kein Tag dabei; die Vorträge werden ohne "
    "Uhrzeit behalten.",
    "The rows name no day; the sessions are kept without their times.": "Die Zeilen nennen keinen Tag; die "
    "Programmpunkte bleiben ohne ihre Uhrzeiten.",
    "The talk has no title.": "Der Vortrag hat keinen Titel.",
    "The talk names no speaker.": "Der Vortrag nennt niemanden, der spricht.",
    "The date of the talk cannot be read.": "Das Datum des Vortrags ist nicht lesbar.",
    "The duration {text!r} is not a number of seconds.": "Die Dauer {text!r} ist keine Zahl von Sekunden.",
    "One entry was read as {count} speakers.": "Ein Eintrag wurde als {count} Vortragende gelesen.",
    "The programme holds no session that can be read; the event is kept.": "Im Programm ist kein Punkt lesbar; "
    "der Termin bleibt.",
    "The conference has no title; the file's name is used.": "Die Konferenz hat keinen Titel; es gilt der Dateiname.",
    "Only one schedule is read at a time; it was {path!r}.": "Es wird ein Programm auf einmal gelesen; es war "
    "{path!r}.",
    "It is not a day with rooms.": "Es ist kein Tag mit Räumen.",
    "The room has no list of sessions.": "Der Raum hat keine Liste von Punkten.",
    "Its rooms are neither a mapping nor a list.": "Die Räume sind weder Zuordnung noch Liste.",
    "It is not a session.": "Es ist kein Programmpunkt.",
    "The session has no title.": "Der Programmpunkt hat keinen Titel.",
    "The date cannot be read.": "Das Datum ist nicht lesbar.",
    "The session has no start that can be read.": "Der Programmpunkt hat keinen lesbaren Beginn.",
    "The start is no time of day.": "Der Beginn ist keine Uhrzeit.",
    "The duration cannot be read.": "Die Dauer ist nicht lesbar.",
    "The speakers are not a list.": "Die Vortragenden sind keine Liste.",
    "A speaker without a name.": "Jemand trägt vor und hat keinen Namen.",
    "The time zone is not known; times are kept as local times.": "Die Zeitzone ist unbekannt; Zeiten bleiben "
    "örtliche Zeiten.",
    # ------------------------------------------------------------------ Chats
    "It is a draft, or was sorted out as spam.": "Es ist ein Entwurf oder wurde als Spam aussortiert.",
    "It has no text, or its author closed the account.": "Es hat keinen Text, oder das Konto ist geschlossen.",
    "They have no text, or are by Slack itself or a program.": "Sie haben keinen Text oder sind von Slack selbst "
    "oder einem Programm.",
    "They have no text: media, calls, who joined.": "Sie haben keinen Text: Medien, Anrufe, wer dazukam.",
    "Channels, bots and saved messages are not read.": "Kanäle, Bots und gespeicherte Nachrichten werden nicht "
    "gelesen.",
    "Photos and other media of the chat are not read.": "Fotos und andere Medien des Chats werden nicht gelesen.",
    "They are by WhatsApp itself: who joined, who changed what.": "Sie sind von WhatsApp selbst: wer dazukam, wer "
    "was änderte.",
    "Nothing tells days from months; they are read {order}.": "Nichts trennt Tage von Monaten; gelesen wird {order}.",
    "day first": "der Tag zuerst",
    "month first": "der Monat zuerst",
    # ------------------------------------------------------------------ Notizen und Geschichten
    "No date was found; the day on which the file was last changed is used.": "Kein Datum gefunden; es gilt der "
    "Tag der letzten Änderung.",
    "It looks like a programme, and is kept as a note. Paste its text to have the talks read.": "Das sieht nach einem "
    "Programm aus und wird als Notiz behalten. Füge den Text ein, damit die Vorträge gelesen werden.",
    "It looks like a list of people, and is kept as a note. Paste its text to have them read.": "Das sieht nach einer "
    "Liste von Personen aus und wird als Notiz behalten. Füge den Text ein, damit sie gelesen werden.",
    "No date was found in the front matter, the file's name or a heading.": "Kein Datum gefunden, weder im Kopf "
    "noch im Dateinamen noch in einer Überschrift.",
    "It holds no text besides its front matter.": "Außer dem Kopf ist kein Text darin.",
    "Fields of the front matter that notes have no place for.": "Felder des Kopfs, für die Notizen keinen Platz haben.",
    "It is not Markdown or text (.md, .markdown, .txt).": "Es ist weder Markdown noch Text (.md, .markdown, .txt).",
    "The story has no {parts}.": "Der Geschichte fehlt: {parts}.",
    "Nothing is left of it without pictures and markup.": "Ohne Bilder und Auszeichnung bleibt nichts übrig.",
    "It is marked as a draft.": "Es ist als Entwurf markiert.",
    "It is about the collection, not a story.": "Es handelt von der Sammlung, keine Geschichte.",
    "It has none of the sections Struggle, Turn, Result and Lesson.": "Keiner der Abschnitte Struggle, Turn, "
    "Result und Lesson ist darin.",
}
