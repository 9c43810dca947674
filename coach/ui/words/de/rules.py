"""Was Regeln festhalten (Gründe, Prüfungen, Stichworte), unter den englischen Worten, wie sie gespeichert sind."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    # ------------------------------------------------------------------ Gründe einer Vorbereitung
    "You owe them: {what}": "Du schuldest: {what}",
    "They owe you: {what}": "Dir versprochen: {what}",
    "From your notes: {what}": "Aus deinen Notizen: {what}",
    "Speaks on “{title}”, close to “{goal}”": "Spricht über „{title}“, nah an „{goal}“",
    "Speaks on “{title}”": "Spricht über „{title}“",
    "{what}, close to “{goal}”": "{what}, nah an „{goal}“",
    "{what}: may have to do with “{goal}”": "{what}: hat vielleicht mit „{goal}“ zu tun",
    "You both care about {what}": "Euch beiden wichtig: {what}",
    "Your notes say that {name} has died: “{quote}” If that is read wrongly, change the note.": "Nach deinen Notizen "
    "ist {name} gestorben: „{quote}“ Ist das falsch verstanden, dann ändere die Notiz.",
    "You noted: “{quote}” Choose {name} for this brief to get lines all the same.": "Du hast notiert: „{quote}“ "
    "Wähle {name} für diese Vorbereitung, dann gibt es trotzdem Sätze.",
    "You chose to meet them": "Du hast diese Begegnung gewählt",
    "Tell it when the talk comes to {first} or {second}.": "Erzähl sie, wenn das Gespräch auf {first} oder "
    "{second} kommt.",
    "Tell it when the talk comes to {what}.": "Erzähl sie, wenn das Gespräch auf {what} kommt.",
    "Tell it when they ask what you do.": "Erzähl sie, wenn du gefragt wirst, was du machst.",
    # ------------------------------------------------------------------ Heute
    "Follow up with {name}": "Melde dich bei {name}",
    "Send your message to {name}": "Schick {name} deine Nachricht",
    "Reflect on {event}": "Blick zurück auf {event}",
    # ------------------------------------------------------------------ Belege
    "Talk by {who}: “{title}”. {rest}": "Vortrag von {who}: „{title}“. {rest}",
    "Talk by {who}: “{title}”.": "Vortrag von {who}: „{title}“.",
    "I owe {who}: {what} (by {day})": "Ich schulde {who}: {what} (bis {day})",
    "I owe {who}: {what}": "Ich schulde {who}: {what}",
    "{who} owes me: {what} (by {day})": "{who} schuldet mir: {what} (bis {day})",
    "{who} owes me: {what}": "{who} schuldet mir: {what}",
    # ------------------------------------------------------------------ Modelle
    "no language model": "kein Sprachmodell",
    "{name} (cannot be used)": "{name} (nicht zu gebrauchen)",
    "{name} (embedded: stays on this machine)": "{name} (eingebaut: bleibt auf diesem Rechner)",
    "{name} (local server: {where})": "{name} (Server auf diesem Rechner: {where})",
    "{name} (remote: {where})": "{name} (woanders: {where})",
    "{count} billion parameters, 4-bit (Q4_K_M). Small enough for two cores and 2 GB of memory; the default.": ""
    "{count} Milliarden Parameter, 4 Bit (Q4_K_M). Klein genug für zwei Kerne und 2 GB Speicher; die Vorgabe.",
    "{count} billion parameters, 4-bit (Q4_K_M). Writes markedly better; wants 8 GB of memory and six or more cores."
    "": "{count} Milliarden Parameter, 4 Bit (Q4_K_M). Schreibt merklich besser; braucht 8 GB Speicher und sechs "
    "Kerne oder mehr.",
    # ------------------------------------------------------------------ Prüfung eines Entwurfs
    "A greeting.": "Ein Gruß.",
    "Somebody around you.": "Jemand um Sie herum.",
    "An initial.": "Ein Anfangsbuchstabe.",
    "Your own name.": "Dein eigener Name.",
    "Your signature.": "Deine Unterschrift.",
    "Your own doing.": "Etwas, das du selbst tust.",
    "Your own sum.": "Deine eigene Rechnung.",
    "A proposal, not a claim.": "Ein Vorschlag, keine Behauptung.",
    "A supposition, not a claim.": "Eine Annahme, keine Behauptung.",
    "Known to everybody, and named in passing.": "Allgemein bekannt und nur nebenbei genannt.",
    "The day of writing.": "Der Tag, an dem du schreibst.",
    "The day of the note.": "Der Tag der Notiz.",
    "Known from the brief.": "Aus der Vorbereitung bekannt.",
    "Your notes hold this.": "Das steht in deinen Notizen.",
    "This name is in none of your notes.": "Dieser Name steht in keiner deiner Notizen.",
    "Your notes do not hold “{name}”; did you mean “{nearest}”?": "„{name}“ steht nicht in deinen Notizen; meinst du "
    "„{nearest}“?",
    "A promise on record names this role.": "Ein festgehaltenes Versprechen nennt diese Rolle.",
    "This number is in none of your notes.": "Diese Zahl steht in keiner deiner Notizen.",
    "Your notes have this number only for something else (“{quote}”).": "Diese Zahl steht in deinen Notizen nur für "
    "etwas anderes („{quote}“).",
    "As far as can be told, no note says this.": "Soweit es sich sagen lässt, steht das in keiner Notiz.",
    "This asks for silence. Leave it out, unless it is yours to tell.": "Das bittet um Verschwiegenheit. Lass es weg, "
    "wenn es nicht deine Sache ist, es zu sagen.",
    "No note says this.": "Das steht in keiner Notiz.",
    "No note speaks of “{what}”.": "Keine Notiz spricht von „{what}“.",
    "No note records this promise or offer.": "Keine Notiz hält dieses Versprechen oder Angebot fest.",
    "Found in your notes.": "Steht in deinen Notizen.",
    "Nothing in your notes or your goal backs this offer.": "Nichts in deinen Notizen oder deinem Ziel trägt dieses "
    "Angebot.",
    "No note says that you found it so.": "Keine Notiz sagt, dass du es so fandest.",
    "No note gives this role to anybody.": "Keine Notiz nennt jemanden in dieser Rolle.",
    "No note says that you two have met or spoken.": "Keine Notiz sagt, dass ihr euch begegnet seid oder gesprochen "
    "habt.",
    "No note says that you were at this talk.": "Keine Notiz sagt, dass du bei diesem Vortrag warst.",
    "Your notes tell of no such shared moment.": "Deine Notizen erzählen von keinem solchen gemeinsamen Moment.",
    "No note holds this date.": "Dieses Datum steht in keiner Notiz.",
    "No note says that they came to yours.": "Keine Notiz sagt, dass sie bei deinem Auftritt waren.",
    "It is you who owe this, so that you need not wait for it.": "Du bist es, der das schuldet; warten musst du nicht "
    "darauf.",
    "No note has that you shared “{word}” with them.": "Keine Notiz sagt, dass du „{word}“ mit ihnen geteilt hast.",
    "This speaks of the one whom you write to as of somebody else.": "Das spricht von der Person, der du schreibst, "
    "wie von jemand anderem.",
    "By your brief you met at “{event}”, and no note has you at “{place}”.": "Nach deiner Vorbereitung habt ihr euch "
    "bei „{event}“ getroffen, und keine Notiz sieht dich in „{place}“.",
    "Your letter is to {reader}, and it greets “{name}”.": "Dein Brief geht an {reader} und begrüßt „{name}“.",
    "Your notes name “{name}” here: “{quote}”.": "Deine Notizen nennen hier „{name}“: „{quote}“.",
    "“{name}” is somebody, and no place, in your notes.": "„{name}“ ist in deinen Notizen ein Mensch und kein Ort.",
    "Your notes say this of one of you only.": "Deine Notizen sagen das nur von einem von euch.",
    "By your notes you have it: “{quote}”.": "Nach deinen Notizen hast du es schon: „{quote}“.",
    "No note holds this address.": "Keine Notiz enthält diese Adresse.",
    "No note tells of this.": "Davon erzählt keine Notiz.",
    "By the programme this talk is yours: “{quote}”.": "Nach dem Programm ist das dein eigener Vortrag: „{quote}“.",
    "By the programme this is not your talk: “{quote}”.": "Nach dem Programm ist das nicht dein Vortrag: „{quote}“.",
    "it is empty": "es ist leer",
    "No note tells of this praise.": "Von diesem Lob erzählt keine Notiz.",
    "No note tells of this distinction.": "Von dieser Auszeichnung erzählt keine Notiz.",
    "By your notes it is you who promised: “{quote}”.": "Nach deinen Notizen hast du das versprochen: „{quote}“.",
    "By your notes this is still to come.": "Nach deinen Notizen kommt das erst noch.",
    "By your notes this is still to come: “{quote}”.": "Nach deinen Notizen kommt das erst noch: „{quote}“.",
    "By your notes it is due on {day}.": "Nach deinen Notizen ist es an einem anderen Tag fällig: {day}.",
    "By your notes this is still open: “{quote}”.": "Nach deinen Notizen steht das noch aus: „{quote}“.",
    "By your notes {who} is at “{quote}”.": "Nach deinen Notizen arbeitet {who} hier: „{quote}“.",
    "By your notes this is promised to {who}: “{quote}”.": "Nach deinen Notizen ist das {who} versprochen: „{quote}“.",
    "Time between two days.": "Die Zeit zwischen zwei Tagen.",
    "A rhythm that your notes name.": "Ein Rhythmus, den deine Notizen nennen.",
    "By the calendar, {day} is a {weekday}.": "Nach dem Kalender fällt auf den {day}: {weekday}.",
    # ------------------------------------------------------------------ Festhalten, Prüfen des Verzeichnisses
    "Only the first {count} words were read closely.": "Genau gelesen wurden nur die ersten {count} Wörter.",
    "You stopped the reading; what was found until then is here.": "Du hast das Lesen beendet; was bis dahin gefunden "
    "war, steht hier.",
    "The notes were read by simple rules only, since no language model is in use.": "Die Notizen wurden nur nach "
    "einfachen Regeln gelesen, weil kein Sprachmodell in Gebrauch ist.",
    "The model could not read along: {why} The notes were read by simple rules only.": "Das Modell konnte nicht "
    "mitlesen: {why} Die Notizen wurden nur nach einfachen Regeln gelesen.",
    "{count} pieces have lost their vector": "{count} Stücke haben ihren Vektor verloren",
    "{count} vectors belong to nothing": "{count} Vektoren gehören zu nichts",
    "the copy of the vectors is incomplete": "die Kopie der Vektoren ist unvollständig",
}
