# language: nl
Functionaliteit: Code Rood: iedereen mag melden, de gemeente hoort het meteen, elke week een nieuwe taxatie
  Bij levensbedreigend huiselijk geweld wacht niemand op een formulier. Wat overgeslagen kan worden, staat op Vandaag tot
  het is gedaan: de gemeente informeren, het risico opnieuw taxeren, de casus weer bespreken.

  Scenario: Van de melding van een buurvrouw tot het eind
    Gegeven een buurvrouw meldde "Brands" aan met Code Rood
    Dan staat "Brands" meteen op de agenda
    En zegt Vandaag "Code Rood: de gemeente Losser informeren staat open sinds vandaag"
    Als de secretaris in het venster vastlegt dat Losser is gebeld
    Dan zegt Vandaag niets over "de gemeente Losser informeren"
    Als het team weegt en de casus in de Top X opneemt
    Dan stelde het programma "Code Rood" voor
    Als de procesregisseur met F7 de methode "Code Rood" kiest
    En de casus over 7 dagen weer op tafel komt
    Dan vraagt de methode nog "Risico-instrument Code Rood: nog niet ingevuld"
    Als de procesregisseur Shift+F7 drukt en overal "ja" kiest
    Dan zegt het hoofd van de casus "Code Rood: op orde"
    Als het 8 dagen later is
    Dan zegt Vandaag "1 casus loopt achter met wat de methode vraagt"
    En zegt het hoofd van de casus "Code Rood: 2 van 2 punten open"
    Als de procesregisseur Shift+F7 drukt en invult: nee, ja, nee, onbekend, ja, nee, nee, ja
    En de casus over 7 dagen weer op tafel komt
    Dan zegt Vandaag niets over "loopt achter met wat de methode vraagt"
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Brands" niets meer te vinden
    En telt de verklaring 1 methode en 2 notities
