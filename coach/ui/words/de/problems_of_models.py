"""Was mit dem Sprachmodell schiefgehen kann; unter den englischen Worten, wie sie im Programm stehen."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "Try again.": "Versuche es noch einmal.",
    "The model answered {text!r}, which is not what was asked for.": "Das Modell antwortete {text!r}, was nicht "
    "gefragt war.",
    "The model {name!r} gave an answer that cannot be used: {fault}.": "Das Modell {name!r} gab eine Antwort, die "
    "nicht zu gebrauchen ist: {fault}.",
    "Try again, shorten what you ask, or choose a better model with `coach model use`.": "Versuche es noch "
    "einmal, frage kürzer oder wähle mit `coach model use` ein besseres Modell.",
    "The model {name!r} {limit}; the call was ended after {seconds:.0f} s.": "Das Modell {name!r} {limit}; nach "
    "{seconds:.0f} s wurde abgebrochen.",
    "Ask for less at a time, or raise `llm_timeout_s` in the settings.": "Verlange weniger auf einmal oder erhöhe "
    "`llm_timeout_s` in den Einstellungen.",
    "Fetching {name!r} was stopped; {kept:,} of {size:,} bytes are kept.": "Das Holen von {name!r} wurde "
    "angehalten; {kept:,} von {size:,} Byte bleiben.",
    "Run `coach model pull` to go on.": "Mit `coach model pull` geht es weiter.",
    "The model {name!r} could not be fetched: {why}. {length:,} of {size:,} bytes are kept.": "Das Modell "
    "{name!r} ließ sich nicht holen: {why}. {length:,} von {size:,} Byte bleiben.",
    "The model {name!r} could not be fetched: {why}.": "Das Modell {name!r} ließ sich nicht holen: {why}.",
    "Check the connection and run `coach model pull` again, or fetch the file by other means and use `coach model "
    "add PATH.gguf`.": "Prüfe die Verbindung und starte `coach model pull` noch einmal, oder hole die Datei "
    "anders und nimm `coach model add PATH.gguf`.",
    "The folder {models_dir!r} cannot be made: {strerror}.": "Der Ordner {models_dir!r} lässt sich nicht anlegen: "
    "{strerror}.",
    "The folder {parent!r} cannot be written: {strerror}.": "In den Ordner {parent!r} lässt sich nicht schreiben: "
    "{strerror}.",
    "Check the folder's rights, or choose another with COACH_MODELS_DIR.": "Prüfe die Rechte des Ordners oder "
    "wähle mit COACH_MODELS_DIR einen anderen.",
    "The disk is full: {missing:,} more bytes are needed in {parent!r}; the {length:,} bytes fetched so far are "
    "kept.": "Die Platte ist voll: in {parent!r} fehlen noch {missing:,} Byte; die geholten {length:,} Byte bleiben.",
    "Free some space, or choose another folder with COACH_MODELS_DIR, then run `coach model pull` again.": "Schaffe "
    "Platz oder wähle mit COACH_MODELS_DIR einen anderen Ordner und starte `coach model pull` noch einmal.",
    "The model file {model_path!r} is not on this machine yet.": "Die Modelldatei {model_path!r} ist noch nicht "
    "auf diesem Rechner.",
    "The model {name!r} is not on this machine yet.": "Das Modell {name!r} ist noch nicht auf diesem Rechner.",
    "Fetch it with `coach model pull`.": "Hole es mit `coach model pull`.",
    "The runtime 'xllamacpp' for the embedded model is not installed for this Python.": "Die Laufzeit 'xllamacpp' "
    "für das eingebaute Modell ist für dieses Python nicht installiert.",
    "Install it with `pip install xllamacpp`, or set COACH_LLM_BASE_URL to a server of your own.": "Installiere "
    "sie mit `pip install xllamacpp` oder setze COACH_LLM_BASE_URL auf einen eigenen Server.",
    "The embedded model could not be started: {reason}": "Das eingebaute Modell ließ sich nicht starten: {reason}",
    "Try again in a moment; if it fails again, fetch the model anew with `coach model pull`.": "Versuche es "
    "gleich noch einmal; misslingt es wieder, hole das Modell mit `coach model pull` neu.",
    "Try again in a moment; if it fails again, fetch the model anew with `coach model pull`. Log: {log}.": "Versuche "
    "es gleich noch einmal; misslingt es wieder, hole das Modell mit `coach model pull` neu. Protokoll: {log}.",
    "The embedded model was not ready within {timeout_s:.0f} s.": "Das eingebaute Modell war nach {timeout_s:.0f} "
    "s nicht bereit.",
    "Close other programs or choose a smaller model, then try again.": "Schließe andere Programme oder wähle ein "
    "kleineres Modell und versuche es noch einmal.",
    "The language model is set to 'openai', and OPENAI_API_KEY is not set.": "Als Sprachmodell ist 'openai' "
    "gewählt, und OPENAI_API_KEY ist nicht gesetzt.",
    "Set OPENAI_API_KEY where the program is started, or choose another model: under Settings, or with `coach model "
    "use NAME`.": "Setze OPENAI_API_KEY, wo das Programm gestartet wird, oder wähle ein anderes Modell: unter "
    "Einstellungen oder mit `coach model use NAME`.",
    "The language model's address {llm_base_url!r} is not an http(s) address.": "Die Adresse {llm_base_url!r} des "
    "Sprachmodells ist keine http(s)-Adresse.",
    "Give it like http://127.0.0.1:11434/v1, under Settings or as COACH_LLM_BASE_URL; or choose another model with "
    "`coach model use NAME`.": "Gib sie an wie http://127.0.0.1:11434/v1, unter Einstellungen oder als "
    "COACH_LLM_BASE_URL; oder wähle mit `coach model use NAME` ein anderes Modell.",
    "The model {name!r} failed: {reason}.": "Das Modell {name!r} versagte: {reason}.",
    "The connection to the model {name!r} broke in mid-answer.": "Die Verbindung zum Modell {name!r} riss mitten "
    "in der Antwort ab.",
    "What was written is kept; try again.": "Was geschrieben ist, bleibt; versuche es noch einmal.",
    "The process of the embedded model {name!r} ended while it was writing.": "Der Prozess des eingebauten "
    "Modells {name!r} endete beim Schreiben.",
    "What was written is kept; the model is being started again. Try again.": "Was geschrieben ist, bleibt; das "
    "Modell startet neu. Versuche es noch einmal.",
    "The model at {where!r} answered with status {status_code}: {reason}.": "Das Modell unter {where!r} "
    "antwortete mit Status {status_code}: {reason}.",
    "Check the API key.": "Prüfe den API-Schlüssel.",
    "Check the API key and what it allows.": "Prüfe den API-Schlüssel und was er erlaubt.",
    "Check the model's name and the address (it usually ends in /v1).": "Prüfe den Namen des Modells und die "
    "Adresse (meist endet sie auf /v1).",
    "Wait a little, then try again.": "Warte ein wenig und versuche es noch einmal.",
    "Change the request.": "Ändere die Anfrage.",
    "Shorten the notes or the question: {name!r} takes {context} tokens at once.": "Kürze die Notizen oder die "
    "Frage: {name!r} fasst {context} Token auf einmal.",
    "The model at {where!r} cannot be reached in time.": "Das Modell unter {where!r} antwortet nicht rechtzeitig.",
    "The model at {where!r} cannot be reached: {reason}.": "Das Modell unter {where!r} ist nicht erreichbar: {reason}.",
    "Check the address and that the server is running.": "Prüfe die Adresse und ob der Server läuft.",
    "No language model is configured.": "Es ist kein Sprachmodell eingerichtet.",
    "Choose one under Settings, or unset COACH_LLM.": "Wähle eines unter Einstellungen, oder nimm COACH_LLM heraus.",
    "The embedded model could not count tokens.": "Das eingebaute Modell konnte keine Token zählen.",
    "You have not yet agreed to what is sent to {where!r}.": "Du hast noch nicht zugestimmt, was an {where!r} geht.",
    "Read it in Settings and accept it there, or with `coach model consent`; or choose the embedded model.": "Lies "
    "es in den Einstellungen und stimme dort oder mit `coach model consent` zu; oder wähle das eingebaute Modell.",
    "You have not yet agreed that your notes are sent to {where!r} to be found by meaning.": "Du hast noch nicht "
    "zugestimmt, dass deine Notizen an {where!r} gehen, um nach Bedeutung gefunden zu werden.",
    "Read it in Settings and accept it there, or with `coach model consent`; or search on this machine.": "Lies "
    "es in den Einstellungen und stimme dort oder mit `coach model consent` zu; oder suche auf diesem Rechner.",
    "The search model's address {address!r} is not an http(s) address.": "Die Adresse {address!r} des Suchmodells ist "
    "keine http(s)-Adresse.",
    "Give it like http://127.0.0.1:11434/v1, under Settings or as COACH_EMBEDDINGS_BASE_URL; or choose a search model "
    "on this machine.": "Gib sie an wie http://127.0.0.1:11434/v1, unter Einstellungen oder als "
    "COACH_EMBEDDINGS_BASE_URL; oder wähle ein Suchmodell auf diesem Rechner.",
    "The search model at {where!r} answered with status {status_code}: {reason}.": "Das Suchmodell unter {where!r} "
    "antwortete mit Status {status_code}: {reason}.",
    "Check its address (it usually ends in /v1), its name and its key; or choose a search model on this machine under "
    "Settings.": "Prüfe Adresse (meist endet sie auf /v1), Namen und Schlüssel; oder wähle unter Einstellungen ein "
    "Suchmodell auf diesem Rechner.",
    "The search model at {where!r} cannot be reached: {reason}.": "Das Suchmodell unter {where!r} ist nicht "
    "erreichbar: {reason}.",
    "The search model at {where!r} failed: {reason}.": "Das Suchmodell unter {where!r} versagte: {reason}.",
    "Check the address and that the server is running; or choose a search model on this machine under "
    "Settings.": "Prüfe die Adresse und ob der Server läuft; oder wähle unter Einstellungen ein Suchmodell auf diesem "
    "Rechner.",
    "The model wrote nothing fit to be sent in {language}.": "Das Modell hat nichts geschrieben, das sich auf "
    "{language} senden ließe.",
    "Choose another language, write it yourself, or use a larger model (Settings).": "Wähle eine andere Sprache, "
    "schreib es selbst, oder nimm ein größeres Modell (Einstellungen).",
}
