"""Was beim Lesen einer Datei nicht geht; unter den englischen Worten, wie sie im Programm stehen."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    # ------------------------------------------------------------------ jede Datei
    "The file {path!r} is empty.": "Die Datei {path!r} ist leer.",
    "The file {label!r} is empty.": "Die Datei {label!r} ist leer.",
    "Export it again, or choose another file.": "Exportiere sie noch einmal oder wähle eine andere.",
    "The file {name!r} has {size:,.1f} MB; at most {limit:,.0f} MB can be imported.": "Die Datei {name!r} hat "
    "{size:,.1f} MB; höchstens {limit:,.0f} MB gehen.",
    "The file {name!r} is too large: at most {limit:,.0f} MB can be imported.": "Die Datei {name!r} ist zu groß: "
    "höchstens {limit:,.0f} MB gehen.",
    "Split it, or export less.": "Teile sie auf oder exportiere weniger.",
    "The file {path!r} cannot be read: {reason}.": "Die Datei {path!r} ist nicht lesbar: {reason}.",
    "It may be damaged or protected: fetch it again.": "Vielleicht ist sie beschädigt oder geschützt: hole sie neu.",
    "{path!r} is packed in an unknown way: {reason}.": "{path!r} ist auf unbekannte Art gepackt: {reason}.",
    "Unpack it first.": "Packe es zuerst aus.",
    "{path!r} is neither a file nor a folder.": "{path!r} ist weder eine Datei noch ein Ordner.",
    "Choose a file or a folder.": "Wähle eine Datei oder einen Ordner.",
    "{place!r} cannot be opened: {reason}.": "{place!r} lässt sich nicht öffnen: {reason}.",
    "Check the path and the spelling.": "Prüfe den Pfad und die Schreibung.",
    "{label!r} cannot be read ({kind}).": "{label!r} ist nicht lesbar ({kind}).",
    "The file may be damaged: export or fetch it again.": "Vielleicht ist die Datei beschädigt: exportiere oder "
    "hole sie neu.",
    "The folder {name!r} holds more than {limit:,} files.": "Im Ordner {name!r} sind mehr als {limit:,} Dateien.",
    "Choose one of the folders in it.": "Wähle einen der Ordner darin.",
    "There is no importer called {kind!r}.": "Kein Import heißt {kind!r}.",
    "Use auto, or one of: {known}.": "Nimm auto oder einen davon: {known}.",
    "{name!r} holds no file that can be read.": "In {name!r} ist keine Datei, die sich lesen lässt.",
    "{name!r} holds nothing that can be imported: {names}.": "In {name!r} ist nichts zum Importieren: {names}.",
    "{name!r} is an Office file that is old or locked by a password.": "{name!r} ist eine alte oder mit Passwort "
    "gesperrte Office-Datei.",
    "Save it anew as .xlsx or CSV.": "Speichere sie neu als .xlsx oder CSV.",
    "{name!r} is not text.": "{name!r} ist kein Text.",
    "{path!r} is not text.": "{path!r} ist kein Text.",
    "{name!r} is in no format that can be imported; it begins with {text!r}.": "{name!r} hat kein Format, das "
    "sich importieren lässt; es beginnt mit {text!r}.",
    "Supported are: contacts (vCard, Google or LinkedIn), lists of people (CSV, Excel), calendars (.ics), "
    "conference programmes (pyvideo, schedule.json, schedule.xml, CSV), chats (WhatsApp, Telegram, Slack), and notes "
    "or stories as Markdown or text.": "Es gehen: Kontakte (vCard, Google oder LinkedIn), Listen von Personen "
    "(CSV, Excel), Kalender (.ics), Konferenzprogramme (pyvideo, schedule.json, schedule.xml, CSV), Chats (WhatsApp, "
    "Telegram, Slack) und Notizen oder Geschichten als Markdown oder Text.",
    "{name!r} is a web page, which is not read as a file.": "{name!r} ist eine Webseite; als Datei wird sie nicht "
    "gelesen.",
    "{name!r} is a PDF, which is not read as a file.": "{name!r} ist ein PDF; als Datei wird es nicht gelesen.",
    "{name!r} is a mail, which is not read as a file.": "{name!r} ist eine E-Mail; als Datei wird sie nicht gelesen.",
    "{name!r} is a picture, not text.": "{name!r} ist ein Bild, kein Text.",
    "Type what it shows, or copy its text, and paste that here.": "Tippe ab, was darauf steht, oder kopiere den Text, "
    "und füge ihn hier ein.",
    "Open it, select the programme or the list there, copy it, and paste the text here.": "Öffne sie, markiere dort "
    "das Programm oder die Liste, kopiere es und füge den Text hier ein.",
    "{source!r} holds no table of talks.": "In {source!r} ist keine Tabelle von Vorträgen.",
    "It needs a column `Start` and a column `Title`.": "Sie braucht eine Spalte `Start` und eine Spalte `Titel`.",
    "{source!r} holds {missing}.": "In {source!r} ist {missing}.",
    "{source!r} holds {missing}. The first reason: {where}: {reason}": "In {source!r} ist {missing}. Der erste "
    "Grund: {where}: {reason}",
    # ------------------------------------------------------------------ Archive
    "The zip file {label!r} is damaged: {reason}.": "Die Zip-Datei {label!r} ist beschädigt: {reason}.",
    "Fetch or pack it again.": "Hole oder packe sie neu.",
    "{name!r} holds {count:,} files.": "In {name!r} sind {count:,} Dateien.",
    "At most {limit:,} can be imported.": "Höchstens {limit:,} gehen.",
    "{name!r} would unpack to {unpacked:,.0f} MB from {packed:,.2f} MB and is refused.": "{name!r} würde von "
    "{packed:,.2f} MB auf {unpacked:,.0f} MB wachsen und wird abgelehnt.",
    "Unpack it yourself and import only the files you need.": "Packe es selbst aus und importiere nur, was du "
    "brauchst.",
    "{name!r} is an office document, not an export.": "{name!r} ist ein Office-Dokument, kein Export.",
    "Save it as text, Markdown or CSV and import that.": "Speichere es als Text, Markdown oder CSV und importiere das.",
    "{name!r} has the entry {filename!r}, which points outside of it, and is refused.": "{name!r} hat den Eintrag "
    "{filename!r}, der nach außen zeigt, und wird abgelehnt.",
    "Ask the sender for a clean zip file.": "Bitte um eine saubere Zip-Datei.",
    "{name!r} is protected by a password.": "{name!r} ist mit einem Passwort geschützt.",
    "Unpack it and import the folder.": "Packe es aus und importiere den Ordner.",
    # ------------------------------------------------------------------ JSON und XML
    "{name!r} is not JSON; it begins with {text!r}.": "{name!r} ist kein JSON; es beginnt mit {text!r}.",
    "{name!r} is not valid JSON: {fault} in line {line}, column {column}.": "{name!r} ist kein gültiges JSON: "
    "{fault} in Zeile {line}, Spalte {column}.",
    "{name!r} ends too early (line {line}): the JSON in it is cut off.": "{name!r} endet zu früh (Zeile {line}): "
    "das JSON darin ist abgeschnitten.",
    "{name!r} is nested too deeply to be a programme.": "{name!r} ist für ein Programm zu tief verschachtelt.",
    "{name!r} holds a number that cannot be read: {reason}.": "In {name!r} ist eine Zahl nicht lesbar: {reason}.",
    "Fetch the file again, or choose another one.": "Hole die Datei neu oder wähle eine andere.",
    "{name!r} is JSON, but not a schedule: it holds {keys}.": "{name!r} ist JSON, aber kein Programm: darin ist "
    "{keys}.",
    "A schedule has `schedule` → `conference` → `days`; in pretalx it is at …/schedule/export/schedule.json.": "Ein "
    "Programm hat `schedule` → `conference` → `days`; bei pretalx liegt es unter …/schedule/export/schedule.json.",
    "{name!r} holds no schedule.": "In {name!r} ist kein Programm.",
    "Choose schedule.json or schedule.xml itself.": "Wähle schedule.json oder schedule.xml selbst.",
    "{name!r} is XML, but not a schedule: its outermost element is <{element}>.": "{name!r} ist XML, aber kein "
    "Programm: das äußerste Element ist <{element}>.",
    "Choose the schedule.xml that frab or pretalx exports.": "Wähle die schedule.xml, die frab oder pretalx "
    "exportiert.",
    "{name!r} declares entities or outside references and is refused.": "{name!r} enthält Entities oder Verweise "
    "nach außen und wird abgelehnt.",
    "Ask for a plain schedule.xml.": "Bitte um eine schlichte schedule.xml.",
    "{name!r} is not valid XML, or it ends too early: {reason}.": "{name!r} ist kein gültiges XML oder endet zu "
    "früh: {reason}.",
    "{name!r} cannot be read as XML: {reason}.": "{name!r} ist nicht als XML lesbar: {reason}.",
    "Fetch the file again.": "Hole die Datei neu.",
    # ------------------------------------------------------------------ Tabellen, Kontakte, Kalender
    "{name!r} is not LinkedIn's Connections.csv; it begins with {first!r}.": "{name!r} ist nicht Connections.csv "
    "von LinkedIn; es beginnt mit {first!r}.",
    "Its columns are First Name, Last Name, URL, Email Address, Company, Position, Connected On.": "Deren Spalten "
    "sind First Name, Last Name, URL, Email Address, Company, Position, Connected On.",
    "{source!r} holds a header and no rows below it.": "{source!r} hat eine Kopfzeile und keine Zeilen darunter.",
    "The workbook {path!r} holds no rows.": "Die Arbeitsmappe {path!r} hat keine Zeilen.",
    "Choose another file.": "Wähle eine andere Datei.",
    "The workbook {path!r} has {size:,.1f} MB; at most {limit:,.0f} MB can be imported.": "Die Arbeitsmappe "
    "{path!r} hat {size:,.1f} MB; höchstens {limit:,.0f} MB gehen.",
    "Split it, or save the one sheet with the people as CSV.": "Teile sie auf oder speichere das Blatt mit den "
    "Personen als CSV.",
    "The workbook {path!r} would unpack to {unpacked:,.0f} MB and is refused.": "Die Arbeitsmappe {path!r} würde "
    "auf {unpacked:,.0f} MB wachsen und wird abgelehnt.",
    "Save the one sheet with the people as CSV and import that.": "Speichere das Blatt mit den Personen als CSV "
    "und importiere das.",
    "The workbook {path!r} cannot be read ({kind}).": "Die Arbeitsmappe {path!r} ist nicht lesbar ({kind}).",
    "Save it as CSV and import that.": "Speichere sie als CSV und importiere das.",
    "The calendar {source!r} cannot be read: {reason}": "Der Kalender {source!r} ist nicht lesbar: {reason}",
    "Export it again as .ics.": "Exportiere ihn noch einmal als .ics.",
    "Notes are text files: .md, .markdown or .txt.": "Notizen sind Textdateien: .md, .markdown oder .txt.",
    "The notes in {name!r} have more than {limit:,} characters.": "Die Notizen in {name!r} haben mehr als "
    "{limit:,} Zeichen.",
    "Import fewer at once.": "Importiere weniger auf einmal.",
    # ------------------------------------------------------------------ Chats
    "{name!r} holds no users.json.": "In {name!r} ist keine users.json.",
    "Choose the zip of Slack's export as it came.": "Wähle das Zip des Slack-Exports so, wie es kam.",
    "{name!r} holds no result.json.": "In {name!r} ist keine result.json.",
    "{path!r} is no export of Telegram's.": "{path!r} ist kein Export von Telegram.",
    "In Telegram Desktop: Export chat → JSON.": "In Telegram Desktop: Chatverlauf exportieren → JSON.",
    "{name!r} holds no WhatsApp chat.": "In {name!r} ist kein WhatsApp-Chat.",
    "In WhatsApp: chat → More → Export chat.": "In WhatsApp: Chat → Mehr → Chat exportieren.",
    # ------------------------------------------------------------------ der ganze Bestand
    "The file is no text, so it is no workspace file.": "Die Datei ist kein Text, also keine Arbeitsbereichsdatei.",
    "Choose the JSON file that the app or `coach export` made; a zip of Markdown cannot be brought in.": "Wähle die "
    "JSON-Datei, die die App oder `coach export` gemacht hat; ein Zip mit Markdown lässt sich nicht hereinholen.",
    "The file is not a whole workspace file: it cannot be read from line {line} on.": "Die Datei ist keine ganze "
    "Arbeitsbereichsdatei: ab Zeile {line} ist sie nicht lesbar.",
    "The file is not a whole workspace file: {reason}.": "Die Datei ist keine ganze Arbeitsbereichsdatei: {reason}.",
    "Choose the JSON file that the app or `coach export` made.": "Wähle die JSON-Datei, die die App oder `coach "
    "export` gemacht hat.",
    "The file is JSON, but no workspace of this program.": "Die Datei ist JSON, aber kein Arbeitsbereich dieses "
    "Programms.",
    "Other files come in under People or Capture.": "Andere Dateien kommen unter Menschen herein.",
    "The file says its schema is {schema!r}.": "Die Datei nennt als Schema {schema!r}.",
    "Export the workspace once more.": "Exportiere den Arbeitsbereich noch einmal.",
    "The file has schema {schema}, and this program reads up to {known}.": "Die Datei hat das Schema {schema}, "
    "dieses Programm liest bis {known}.",
    "Update this program first.": "Aktualisiere zuerst dieses Programm.",
    "The file has a part {unknown!r} that this program does not know.": "Die Datei hat einen Teil {unknown!r}, "
    "den dieses Programm nicht kennt.",
    "Update it first.": "Aktualisiere es zuerst.",
    "The file has no list of items.": "Die Datei hat keine Liste von Einträgen.",
    "The file has items of the kind {name!r}, unknown here.": "Die Datei hat Einträge der Art {name!r}, die hier "
    "unbekannt ist.",
    "{kind} {number} in the file has no id.": "{kind} {number} in der Datei hat keine Kennung.",
    "{where} in the file cannot be used: {what}.": "{where} in der Datei ist nicht zu gebrauchen: {what}.",
    "Nothing was saved. Mend it, or export again.": "Nichts wurde gespeichert. Bessere es aus oder exportiere neu.",
    "A setting in the file does not fit: {setting} {fault}.": "Eine Einstellung in der Datei passt nicht: "
    "{setting} {fault}.",
}
