"""German words for taking everything out and bringing it in."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "export.title": "Nimm alles mit",
    "export.hint": "Es gehört dir. Jede Datei entsteht, wenn du sie willst, auf diesem Rechner.",
    "export.workspace": "Alles, als eine Datei",
    "export.workspace.text": "Menschen, Veranstaltungen, Notizen, Geschichten, Versprechen, Entwürfe mit jeder "
    "Fassung, deine Stimme. Diese App liest sie wieder. Schlüssel und Zustimmungen sind nicht darin.",
    "export.folder": "Zum Lesen, als Markdown",
    "export.folder.text": "Ein Zip aus Seiten, die aufeinander verweisen. Für jeden Editor und für Obsidian.",
    "export.contacts": "Menschen, für ein Adressbuch",
    "export.contacts.text": "vCard 4.0. Dein Adressbuch liest sie nicht? Nimm 3.0.",
    "export.contacts_3": "vCard 3.0",
    "export.calendar": "Termine, für einen Kalender",
    "export.calendar.text": "Veranstaltungen, Meldungen und offene Versprechen als ganze Tage, ohne Wecker. Zweimal "
    "gelesen verdoppelt sich nichts.",
    "export.download": "Herunterladen",
    "export.person": "Karte fürs Adressbuch",
    "export.bring": "Alles hereinholen",
    "export.bring.hint": "Eine Datei aus „Alles, als eine Datei“. Was hier ist, bleibt, wie es ist; was fehlt, "
    "kommt dazu.",
    "export.bring.file": "Datei mit allem (JSON)",
    "export.bring.go": "Hereinholen",
    "export.bring.busy": "Wird hereingeholt…",
    "export.bring.people": "Neu hier: {people}:",
    "export.bring.forgotten": "Wer seit dieser Datei vergessen oder gelöscht wurde, kommt zurück, mit allem, "
    "was darin steht. Hier merkt sich nichts, wer das war: Sieh dir darum erst die Namen an.",
    "export.brought": "{added} neu, {unchanged} waren schon da, {kept} sind hier anders und bleiben so.",
}
