# language: nl
Functionaliteit: Een veelpleger erbij als de Top X vol is
  Een lijst om op te sturen heeft een grens. Wie er een casus bij wil, kiest welke eruit gaat en waarom; die gaat met een
  brief terug naar de gemeente die haar meldde.

  Scenario: Eerst eruit, dan erin
    Gegeven de gemeente Losser meldde "Oude Groenhuis" aan, 44 jaar, als woonoverlast
    En het team nam de casus op in de Top X
    En de norm van de Top X is 1
    En de gemeente Losser meldde "Bakker" aan, 29 jaar, als veelpleger
    Dan kan het team de casus niet opnemen zonder te kiezen welke eruit gaat
    Als het team "Oude Groenhuis" eruit kiest omdat "De buren hebben rust."
    Dan staan er 1 van 1 in de Top X, en is "Oude Groenhuis" in nazorg met een brief
    En stelde het programma "Veelplegers" voor
    Als de procesregisseur met F7 de methode "Veelplegers" kiest
    Dan vraagt de methode nog "Afschaalcriterium ontbreekt in het plan"
    Als het plan zegt "Een jaar geen aanhouding", met 053-000 0300 op de crisiskaart
    En de casus over 28 dagen weer op tafel komt
    Dan zegt het hoofd van de casus "Veelplegers: op orde"
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Bakker" niets meer te vinden
    En telt de verklaring 1 methode en 0 notities
