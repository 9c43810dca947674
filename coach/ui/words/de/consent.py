"""Was an ein Modell woanders geht, unter den englischen Worten, wie sie im Programm stehen: der Text zum Zustimmen."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "To find notes by their meaning, the text of every note, story and talk is sent over the internet to {where}: "
    "once when it is saved, and again when the index is built anew. Each question that you search for is sent "
    "too.": "Damit Notizen nach ihrer Bedeutung gefunden werden, geht der Text jeder Notiz, jeder Geschichte und jedes "
    "Vortrags über das Internet an {where}: einmal beim Speichern und noch einmal, wenn das Verzeichnis neu aufgebaut "
    "wird. Auch jede Frage, nach der du suchst, geht dorthin.",
    "They are sent as they are, with names and addresses in them: a text behind placeholders cannot be found by what "
    "it means.": "Die Texte gehen so hinaus, wie sie sind, mit Namen und Adressen: Hinter Platzhaltern ließe sich kein "
    "Text nach seiner Bedeutung finden.",
    "Choose a search model on this machine, and nothing is sent at all.": "Wähle ein Suchmodell auf diesem Rechner, "
    "und gar nichts wird verschickt.",
    "What {where} does with it is up to them: read their terms. Everything that is sent is kept in a log on this "
    "machine, which you can read and erase under Settings or with `coach model sent`.": "Was {where} damit macht, "
    "liegt bei {where}: lies die Bedingungen dort. Alles, was verschickt wird, steht in einem Protokoll auf diesem "
    "Rechner, das du unter Einstellungen oder mit `coach model sent` lesen und löschen kannst.",
    "Replaced by placeholders before anything is sent, and put back in the answer: {fields}.": "Durch Platzhalter "
    "ersetzt, bevor etwas verschickt wird, und in der Antwort wieder eingesetzt: {fields}.",
    "Nothing is replaced by placeholders: names and addresses are sent as they are.": "Nichts wird durch Platzhalter "
    "ersetzt: Namen und Adressen gehen so hinaus, wie sie sind.",
    "When the model writes, a prompt is sent over the internet to {where}. It holds what the draft needs: your goal, "
    "the event, and excerpts of your notes, of your promises and of the profile and talks of the one person the draft "
    "is about. When it reads a capture, the whole text of the capture is sent.": "Wenn das Modell schreibt, geht eine "
    "Anfrage über das Internet an {where}. Darin steht, was der Entwurf braucht: dein Ziel, die Veranstaltung und "
    "Auszüge aus deinen Notizen, deinen Versprechen und aus Profil und Vorträgen der einen Person, um die es geht. "
    "Liest das Modell Mitgeschriebenes, geht dessen ganzer Text hinaus.",
    "A placeholder hides a name that your workspace knows, common given names, and what looks like another person's "
    "name or an organisation's. A rare name that no rule sees goes out. What a note tells cannot be hidden: who knows "
    "the story may know the person.": "Ein Platzhalter verbirgt Namen, die dein Arbeitsbereich kennt, häufige Vornamen "
    "und was sonst nach dem Namen einer Person oder Organisation aussieht. Ein seltener Name, den keine Regel erkennt, "
    "geht hinaus. Was eine Notiz erzählt, lässt sich nicht verbergen: Wer die Geschichte kennt, kennt vielleicht auch "
    "die Person.",
    "Not sent: your other notes and people, your files, the search index, your API keys for anyone else.": "Nicht "
    "verschickt werden: deine übrigen Notizen und Menschen, deine Dateien, das Suchverzeichnis und deine API-Schlüssel "
    "für andere.",
    "You are asked once for each provider. Choose the embedded model, and nothing is sent at all.": "Du wirst für "
    "jeden Anbieter einmal gefragt. Wähle das eingebaute Modell, und gar nichts wird verschickt.",
    "names of people": "Namen von Menschen",
    "organisations": "Organisationen",
    "e-mail addresses": "E-Mail-Adressen",
    "phone numbers": "Telefonnummern",
    "handles and profile links": "Kürzel und Links zu Profilen",
}
