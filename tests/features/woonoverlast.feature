# language: nl
Functionaliteit: Woonoverlast: stap voor stap, en de maatregel is aan de burgemeester
  Eerst praten, dan waarschuwen, dan pas een maatregel. De casus laat zien welke stap er nog niet is gezet. Wat alleen de
  burgemeester mag, wordt gevraagd en blijft staan tot het antwoord er is.

  Scenario: Van gesprek tot maatregel
    Gegeven de gemeente Losser meldde "Ter Braak" aan, 52 jaar, als woonoverlast
    En het team nam de casus op in de Top X
    Als de procesregisseur met F7 de methode "Woonoverlast" kiest
    En de casus over 42 dagen weer op tafel komt
    En de procesregisseur Shift+F8 drukt en invult: gedaan, niet nodig, gedaan, loopt, nog niet
    Dan zegt het hoofd van de casus "Woonoverlast: voorwaarden 3 van 5"
    Als de tafel de burgemeester om een gedragsaanwijzing vraagt, met antwoord binnen 7 dagen
    En het 8 dagen later is
    Dan zegt Vandaag "1 casus wacht op antwoord op een gevraagd besluit"
    Als de secretaris vastlegt dat de burgemeester het nam
    En de procesregisseur Shift+F8 drukt en overal "gedaan" kiest
    Dan zegt het hoofd van de casus "Woonoverlast: op orde"
    En zegt Vandaag niets over "gevraagd besluit"
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Ter Braak" niets meer te vinden
    En telt de verklaring 1 methode en 2 notities
