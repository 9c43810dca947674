"""Organisations that the workspace does not know stay on this machine, whatever their land and form; what comes back is
what went out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.llm.organisations import core_of, organisations
from coach.llm.veil import Unveiling, Veil, is_given

SENTENCES = (
    ("Xiomara Quispe of Wexlar GmbH wants slides.", ("Wexlar",)),
    ("She works for Brindlemoor Ltd in Leeds.", ("Brindlemoor",)),
    ("The offer came from Quantessa Inc. last week.", ("Quantessa",)),
    ("He left Tarnhjelm AS after ten years.", ("Tarnhjelm",)),
    ("Nordvik AB hires welders.", ("Nordvik",)),
    ("Zephrana S.A. de C.V. opens in Puebla.", ("Zephrana",)),
    ("We met somebody from Lumenhof B.V. at lunch.", ("Lumenhof",)),
    ("Ovidrex S.p.A. pays late.", ("Ovidrex",)),
    ("Her brother runs Kestrel & Vane LLP.", ("Kestrel", "Vane")),
    ("I know the buyer at Hollerbach Söhne GmbH & Co. KG.", ("Hollerbach", "Söhne")),
    ("They merged with Praxigen Sp. z o.o. in May.", ("Praxigen",)),
    ("Tuulikki Oy makes kilns.", ("Tuulikki",)),
    ("Vantarra Pty Ltd sponsors us.", ("Vantarra",)),
    ("Ask Blumetric S.r.l. about the glaze.", ("Blumetric",)),
    ("PT Sinar Kelapa Tbk exports sugar.", ("Sinar", "Kelapa")),
    ("He works at 株式会社さくら工房 in Osaka.", ("さくら",)),
    ("Договор с ООО «Ромашка» подписан.", ("Ромашка",)),
    ("The University of Quillmere asked for a talk.", ("Quillmere",)),
    ("Universität Hohenfels lädt ein.", ("Hohenfels",)),
    ("Universidad de Altamira invited me.", ("Altamira",)),
    ("The Arkwright Foundation funds it.", ("Arkwright",)),
    ("She volunteers at St. Brannoc's Hospital on Sundays.", ("Brannoc",)),
    ("Die Marlene-Voss-Stiftung fördert das.", ("Marlene", "Voss")),
    ("Grupo Zapatero SA bought it.", ("Zapatero",)),
    ("Institut Delorme-Faucher in Lyon hosts us.", ("Delorme", "Faucher")),
    ("Petra is the CTO of Glimmerwerk.", ("Glimmerwerk",)),
    ("Joao works at Fluxora as a designer.", ("Fluxora",)),
    ("Tomas joined Nimbusly last year.", ("Nimbusly",)),
    ("Wexlar's CEO is Oksana Melnyk.", ("Wexlar", "Oksana", "Melnyk")),
    ("my boss at wexlar gmbh said no", ("wexlar",)),
    ("Bank of Oakmere Ltd. refused the loan.", ("Oakmere",)),
    ("The Royal Thistle Orchestra plays on Monday.", ("Thistle",)),
    ("Anadolu Yıldız A.Ş. is in Izmir.", ("Yıldız",)),
    ("Kimi works for Harukaze Co., Ltd. in Nagoya.", ("Harukaze",)),
    ("The firm called Pellucid hired her.", ("Pellucid",)),
    ("Mbali Dube (Thandeka) spoke.", ("Thandeka",)),
    ("She's head of data at Orbitron, and he's at BASF as a chemist.", ("Orbitron",)),
    ("Ich arbeite bei Feinschliff in Kassel.", ("Feinschliff",)),
    ("Elle travaille chez Verdelune depuis mai.", ("Verdelune",)),
    ("Salt & Plum Ltd bakes for Quillon Systems.", ("Plum", "Quillon")),
    ("the Wexlar-Stiftung and the Wexlar team", ("Wexlar",)),
    (
        "Then Ines Duarte first came to Wexlar GmbH first, and Wexlar first paid; I must phone 1 or phone 2 people.",
        ("Wexlar",),
    ),
    ("昨日は株式会社さくら工房で佐藤さんに会った。", ("さくら",)),
    ("我在青云科技有限公司工作。", ("青云",)),
    ("저는 주식회사 하늘빛에서 일해요.", ("하늘빛",)),
    ("Ela trabalha na Fundação Oliveira Prado em Braga.", ("Oliveira", "Prado")),
    ("Lavora presso la Banca Montelupo di Siena.", ("Montelupo",)),
    ("Il travaille à la Clinique Saint-Aubrac.", ("Aubrac",)),
    ("Jag jobbar på Stiftelsen Lövhagen i Lund.", ("Lövhagen",)),
    ("Ze werkt bij Stichting Rietveen.", ("Rietveen",)),
    ("Pracuje w Fundacja Złota Rybka.", ("Rybka",)),
    ("I spoke to the people at Dr. Oetinger Verlag.", ("Oetinger",)),
    ("The client is Marlowe Dairy Cooperative.", ("Marlowe",)),
    ("Ngozi's employer: Adeyemi Brothers Limited", ("Adeyemi",)),
    ("She moved from Zalvio to Brightwater Capital Partners.", ("Zalvio", "Brightwater")),
    ("He was hired by Ecklund Robotics in Oslo.", ("Ecklund",)),
    ("Our supplier Trevanion Logistics is late.", ("Trevanion",)),
    ("Petra and Kwame work for the Haverstock Trust.", ("Haverstock",)),
    ("wexlars neuer chef? no: Wexlar GmbH and then Wexlars Chef and the Wexlar-Team.", ("Wexlar",)),
    ("Contact: Ilse Brandt, Nordlicht Akademie e.V., Kiel", ("Nordlicht",)),
    ("The Ministry of Fisheries and the Embassy of Ruritania replied.", ("Ruritania",)),
    ("At Kovač d.o.o. they pay well; Kovač called again.", ("Kovač",)),
    ("Ines Duarte Foundation gave Ines Duarte a prize.", ("Ines", "Duarte")),
    ("Ravi left Sparrowhawk Analytics for Tessera AI.", ("Sparrowhawk", "Tessera")),
    ("I owe the folks at Moongate Studios an answer.", ("Moongate",)),
    ("Her clinic, the Lakshmi Eye Clinic, needs volunteers.", ("Lakshmi",)),
    ("Talked with Bogdan, procurement at Velmora.", ("Velmora",)),
    ("Zahra does payroll for Al-Noor Trading LLC.", ("Noor",)),
    ("The grant is from Fondation Béranger.", ("Béranger",)),
    ("Ole sits on the board of Havørn ASA.", ("Havørn",)),
    ("Jiří z firmy Kolovrat s.r.o. napsal.", ("Kolovrat",)),
    ("Our landlord is Peregrine Estates Limited.", ("Peregrine",)),
    ("She teaches at Saint Aldhelm's School.", ("Aldhelm",)),
    ("Ask the Quokka Collective about Saturday.", ("Quokka",)),
    ("I interviewed at Stripeline, they said no.", ("Stripeline",)),
    ("Mateo's startup Huerta Viva won.", ("Huerta",)),
    ("He's an intern with Dovetail & Daughters.", ("Dovetail", "Daughters")),
    ("Met Aiko (ex-Sunbird) and Lars (Polarstern AG).", ("Sunbird", "Polarstern")),
    ("Pia wechselt zur Kreissparkasse Altenau.", ("Altenau",)),
    ("Das Klinikum Sankt Veit sucht Pfleger.", ("Veit",)),
    ("Contract signed with Osprey Wind Energy Corp. yesterday.", ("Osprey",)),
    ("Ximena runs a bakery named Dulce Nube.", ("Dulce", "Nube")),
    ("Prof. Adler, Technische Universität Grauburg, agreed.", ("Grauburg",)),
    ("Chukwu's uncle owns Zenora Pharmaceuticals.", ("Zenora",)),
    ("The folks from Rotary Club Ebelsbach came.", ("Ebelsbach",)),
    ("Deals with Jupiter Foods Pvt. Ltd. go slowly.", ("Jupiter",)),
    ("E-mail me the deck for Arcadia Ventures.", ("Arcadia",)),
    ("vendor: kestrelsoft inc, renewal in June", ("kestrelsoft",)),
    ("She used to work in sales at Maple & Finch.", ("Maple", "Finch")),
    ("Thea volunteers for Refugio Esperanza.", ("Refugio", "Esperanza")),
    ("The Bluebell Hospice thanked us.", ("Bluebell",)),
    ("Nadia, Oxbow Capital's CFO, called.", ("Oxbow",)),
    ("Elif, Yeniçağ Holding'de çalışıyor.", ("Yeniçağ",)),
)
PEOPLE, KNOWN = ("Ines Duarte",), ("Maritime Museum", "Tidewater GmbH")


@pytest.mark.parametrize(("text", "hidden"), SENTENCES)
def test_an_organisation_is_hidden_and_comes_back(text: str, hidden: tuple[str, ...]) -> None:
    veil = Veil(PEOPLE, KNOWN)
    sent = veil.out(text)
    assert [word for word in hidden if word in sent] == []
    assert veil.back(sent) == text


@given(st.lists(st.sampled_from([text for text, _ in SENTENCES]), min_size=1, max_size=6), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_many_of_them_in_one_text_come_back_in_a_stream_too(texts: list[str], step: int) -> None:
    veil, text = Veil(PEOPLE, KNOWN), "\n".join(texts)
    sent, stream = veil.out(text), Unveiling(veil, as_json=False)
    shown = "".join(stream.feed(sent[at : at + step]) for at in range(0, len(sent), step))
    assert shown + stream.end() == text == veil.back(sent)


@pytest.mark.parametrize(
    "text",
    [
        "I met her at EuroPython in Prague; she runs Kubernetes and teaches Machine Learning on Mondays.",
        "The University was closed, the hospital too, and the bank refused the loan.",
        "Operating Systems and Social Media bore me. As an AG we met in May.",
        "We work for the Germans at home, at Easter, from Berlin.",
        "My group meets at the library; the foundation of the house is dry.",
        "Goal: Learn how small teams keep old data usable.\nTalk: Event Loops in Python, with Pandas and Polars.",
        "Call me at 5, from Monday on. He left Paris. She joined in June. See you at Christmas!",
        "Ask for a co-worker as soon as you can, or as an AS level teacher: se, ab, sa.",
    ],
)
def test_ordinary_words_stay_readable(text: str) -> None:
    assert organisations(text, is_given) == []


def test_the_name_is_hidden_without_its_form_too_and_keeps_its_number() -> None:
    veil = Veil(PEOPLE, KNOWN)
    whole = veil.out("Wexlar GmbH")
    again = "Wexlar's boss, Wexlars Chef, the Wexlar-Team and wexlar."
    sent = veil.out(again)
    assert "exlar" not in sent
    assert sent.count(whole) == 4
    assert veil.back(sent) == again
    assert veil.out("Wexlar GmbH") == whole


def test_a_known_organisation_is_hidden_without_its_form() -> None:
    veil = Veil(PEOPLE, KNOWN)
    assert veil.out("Tidewater pays.") == f"{veil.out('Tidewater GmbH')}_v1 pays."


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Wexlar GmbH & Co. KG", "Wexlar"),
        ("Zephrana S.A. de C.V.", "Zephrana"),
        ("Arkwright Foundation", "Arkwright"),
        ("Apple Inc.", "Apple"),
        ("National Bank", ""),
        ("Oxford University", ""),
        ("Wexlar", ""),
    ],
)
def test_what_people_call_it_later(name: str, core: str) -> None:
    assert core_of(name) == core


def test_a_name_that_is_a_word_too_is_known_by_its_capital() -> None:
    veil = Veil(PEOPLE, KNOWN)
    veil.out("Lantern Ltd")
    assert veil.out("Lantern sells a lantern.").endswith("_v1 sells a lantern.")


def test_a_house_called_after_somebody_is_a_house() -> None:
    veil = Veil(PEOPLE, KNOWN)
    assert veil.out("Ines Duarte Foundation").startswith("Org")
    assert veil.out("Ines Duarte").startswith("Person")


def test_organisations_that_may_be_shown_are_not_looked_for() -> None:
    assert Veil(fields=("names",)).out("at Wexlar GmbH") == "at Wexlar GmbH"


def test_who_comes_first_is_not_taken_for_a_first_name() -> None:
    veil = Veil(PEOPLE, KNOWN)
    for text in ("Ines Duarte first came last.", "Maritime Museum last year", "Then Ines Duarte-first."):
        assert veil.back(veil.out(text)) == text


def test_words_of_the_text_that_look_like_placeholders_come_back() -> None:
    veil = Veil(PEOPLE, KNOWN)
    veil.out("Write to a@b.example and c@d.example, +49 170 1234567, +49 170 7654321.")
    for text in ("I must phone 1 or phone 2 people.", "E-mail: email 1, org-1, Person_1, handle 3", "ORG1"):
        assert veil.back(veil.out(text)) == text


def test_a_placeholder_whose_stroke_is_escaped_is_understood() -> None:
    veil = Veil(PEOPLE, KNOWN)
    first = veil.out("Ines")
    assert veil.back(first.replace("_", "\\_")) == "Ines"
    stream = Unveiling(veil, as_json=False)
    pieces = [stream.feed(sign) for sign in f"Hi {first.replace('_', chr(92) + '_')}, hello."]
    assert "".join(pieces) + stream.end() == "Hi Ines, hello."
