# language: nl
Functionaliteit: Ex-gedetineerden: vijf basisvoorwaarden op orde voor de dag van vrijlating
  Wie vrijkomt zonder identiteitsbewijs, onderdak, inkomen, hulp bij schulden of zorg, is zo terug. De casus zegt in het
  hoofd hoeveel er geregeld is, tot het er vijf zijn.

  Scenario: Van drie naar vijf, en dan naar het eind
    Gegeven de gemeente Losser meldde "Wevers" aan, 34 jaar, als ex-gedetineerde
    En het team nam de casus op in de Top X
    Dan stelde het programma "Ex-gedetineerden" voor
    Als de procesregisseur met F7 de methode "Ex-gedetineerden" kiest
    En de casus over 28 dagen weer op tafel komt
    Dan zegt het hoofd van de casus "Ex-gedetineerden: voorwaarden 0 van 5"
    Als de procesregisseur Shift+F8 drukt en invult: geregeld, loopt, geregeld, loopt, geregeld
    Dan zegt het hoofd van de casus "Ex-gedetineerden: voorwaarden 3 van 5"
    En vraagt de methode nog "Vijf basisvoorwaarden: 3 van 5 in orde, op 2-12-2026"
    Als het 14 dagen later is
    En de procesregisseur Shift+F8 drukt en overal "geregeld" kiest
    Dan zegt het hoofd van de casus "Ex-gedetineerden: op orde"
    En vraagt de methode niets meer
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Wevers" niets meer te vinden
    En telt de verklaring 1 methode en 2 notities
