"""German given names that the English list of given names lacks."""

from __future__ import annotations

from coach.domain.naming import writings

_NAMES = """
    achim adelheid agnes albrecht alexandra alfons alwin andrea andreas anette angelika anita anja anke anna anneliese
    annemarie annette antje anton armin arno arnold astrid axel babette barbara bärbel bastian bea beate benno bernd
    bernhard bert berthold bettina birgit birgitta birte bjarne björn bodo boris brigitte britta bruno burkhard
    carola carsten caspar cathrin christa christel christiane christina christoph clemens conny constanze cordula
    cornelia corinna dagmar daniela detlef dieter dietmar dietrich dirk dorothea dörte doris eberhard eckart eckhard
    edeltraud egon ekkehard elfriede elisabeth elke ellen elmar else emil enno erhard erich erika ernst erwin eva ewald
    fabian felix ferdinand finn florian folkert frauke franz franziska frieda friedhelm friedrich fritz gabi gabriele
    georg gerald gerd gerda gereon gerhard gerlinde gero gertrud gisela gottfried greta gudrun günter günther guido
    hanna hannah hannelore hannes hanno hans harald hartmut hedwig heide heidi heike heiko heiner heinrich heinz helga
    helge helmut hendrik henning henrike herbert hermann hilde hildegard hinrich holger horst hubert ida ilka ilona
    ilse imke ina ines inga ingeborg ingo ingrid inka inken irmgard irmtraud isolde jana janine jannik jens joachim
    jochen johann johanna johannes jonas jörg jörn josef judith julia juliane jürgen jutta kai karin karla karl
    karsten kaspar katharina kathrin katja katrin kerstin kirsten klara klaus konrad konstanze korbinian kurt lars
    lasse leni leonhard lieselotte lina lothar lotte lucia ludger ludwig luise lukas lutz maike maja malte manfred
    manuela mareike margarete margit margot margret maria marianne marie marietta marion marit markus marlene marlies
    marlis martha martina matthias mathias mechthild meike melanie micha michaela monika moritz nadine nadja natascha
    nele nicole niklas nils norbert olaf oliver oskar oswald otto paula petra philipp ralf ralph raimund rainer regina
    regine reiner reinhard reinhold renate ria roland rolf rosemarie roswitha rüdiger ruth sabine sandra sascha
    sebastian siegfried sieglinde sigrid silke silvia simone sonja stefan stefanie steffen steffi stephan susanne
    svenja sven swantje tanja thea thekla theo thilo thomas thorben thorsten tilman timo tobias torben torsten traudl
    udo ulf uli ulla ulrich ulrike ursula uschi ute uwe vera verena veronika viktoria volker volkmar walburga waldemar
    walter waltraud wenke werner wiebke wilfried wilhelm willi winfried wolf wolfgang wolfram xaver yvonne
    """

GERMAN_GIVEN = frozenset(way for name in _NAMES.split() for way in (name, *writings(name)))
"""Also without their dots, "jorg", as words are compared, and as "joerg"."""
