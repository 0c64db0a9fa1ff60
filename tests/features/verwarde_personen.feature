# language: nl
Functionaliteit: Verwarde personen: hulp in de uitvoering, zonder regie van het huis
  Niet elke zorg vraagt een casemanager van het huis. Wel moet wie dienst heeft weten wat er nu bekend is en wie te bellen.

  Scenario: Hulp in de uitvoering, en later toch regie
    Gegeven de gemeente Losser meldde "Meulman" aan, 67 jaar, als verward-gedrag
    Als het team weegt: hulp in de uitvoering
    Dan telt de casus niet in de Top X en vraagt niemand een casemanager
    Als de procesregisseur met F7 de methode "Verwarde personen" kiest
    En de casus over 42 dagen weer op tafel komt
    En de secretaris met F8 noteert "De wijkagent ziet haar elke week."
    Dan zegt het hoofd van de casus "Verwarde personen: geen crisiskaart"
    Als het plan zegt "De buurt belt niet meer", met 053-000 0302 op de crisiskaart
    Dan zegt het hoofd van de casus "Verwarde personen: op orde"
    Als het 29 dagen later is
    Dan zegt het hoofd van de casus "Verwarde personen: stand van kennis ouder dan 28 dagen"
    Als het team weegt en de casus in de Top X opneemt
    Dan telt de casus in de Top X, met dezelfde methode
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Meulman" niets meer te vinden
    En telt de verklaring 1 methode en 1 notities
