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
    "You both care about {what}": "Euch beiden wichtig: {what}",
    "You chose to meet them": "Du hast diese Begegnung gewählt",
    "Tell it when the talk comes to {first} or {second}.": "Erzähl sie, wenn das Gespräch auf {first} oder "
    "{second} kommt.",
    "Tell it when the talk comes to {what}.": "Erzähl sie, wenn das Gespräch auf {what} kommt.",
    "Tell it when they ask what you do.": "Erzähl sie, wenn du gefragt wirst, was du machst.",
    # ------------------------------------------------------------------ Heute
    "Follow up with {name}": "Melde dich bei {name}",
    "Send your message to {name}": "Schick {name} deine Nachricht",
    "Reflect on {event}": "Blick zurück auf {event}",
    # ------------------------------------------------------------------ Prüfung eines Entwurfs
    "A greeting.": "Ein Gruß.",
    "An initial.": "Ein Anfangsbuchstabe.",
    "Your own name.": "Dein eigener Name.",
    "Your signature.": "Deine Unterschrift.",
    "Your own doing.": "Etwas, das du selbst tust.",
    "A proposal, not a claim.": "Ein Vorschlag, keine Behauptung.",
    "The day of writing.": "Der Tag, an dem du schreibst.",
    "The day of the note.": "Der Tag der Notiz.",
    "Known from the brief.": "Aus der Vorbereitung bekannt.",
    "Your notes hold this.": "Das steht in deinen Notizen.",
    "This name is in none of your notes.": "Dieser Name steht in keiner deiner Notizen.",
    "Your notes do not hold “{name}”; did you mean “{nearest}”?": "„{name}“ steht nicht in deinen Notizen; meinst du "
    "„{nearest}“?",
    "This number is in none of your notes.": "Diese Zahl steht in keiner deiner Notizen.",
    "Your notes have this number only for something else (“{quote}”).": "Diese Zahl steht in deinen Notizen nur für "
    "etwas anderes („{quote}“).",
    "As far as can be told, no note says this.": "Soweit es sich sagen lässt, steht das in keiner Notiz.",
    "No note says this.": "Das steht in keiner Notiz.",
    "No note speaks of “{what}”.": "Keine Notiz spricht von „{what}“.",
    "No note records this promise or offer.": "Keine Notiz hält dieses Versprechen oder Angebot fest.",
    "Nothing in your notes or your goal backs this offer.": "Nichts in deinen Notizen oder deinem Ziel trägt dieses "
    "Angebot.",
    "No note says that you found it so.": "Keine Notiz sagt, dass du es so fandest.",
    "No note gives this role to anybody.": "Keine Notiz nennt jemanden in dieser Rolle.",
    "No note says that you two have met or spoken.": "Keine Notiz sagt, dass ihr euch begegnet seid oder gesprochen "
    "habt.",
    "No note says that you were at this talk.": "Keine Notiz sagt, dass du bei diesem Vortrag warst.",
    "Your notes tell of no such shared moment.": "Deine Notizen erzählen von keinem solchen gemeinsamen Moment.",
    "No note holds this date.": "Dieses Datum steht in keiner Notiz.",
    "By the calendar, {day} is a {weekday}.": "Nach dem Kalender fällt auf den {day}: {weekday}.",
    # ------------------------------------------------------------------ Festhalten, Prüfen des Verzeichnisses
    "Only the first {count} words were read closely.": "Genau gelesen wurden nur die ersten {count} Wörter.",
    "You stopped the reading; what was found until then is here.": "Du hast das Lesen beendet; was bis dahin gefunden "
    "war, steht hier.",
    "The model could not read along: {why} The notes were read by simple rules only.": "Das Modell konnte nicht "
    "mitlesen: {why} Die Notizen wurden nur nach einfachen Regeln gelesen.",
    "{count} pieces have lost their vector": "{count} Stücke haben ihren Vektor verloren",
    "{count} vectors belong to nothing": "{count} Vektoren gehören zu nichts",
    "the copy of the vectors is incomplete": "die Kopie der Vektoren ist unvollständig",
}
