# language: nl
Functionaliteit: 10 in Twente: de GGZ heeft de casusregie, en iedereen weet wat er nu bekend is
  Wat gisteren werd gezien, is vandaag al oud. Wie dienst heeft, leest bovenaan het nieuwste, met de tijd en wie het
  opschreef; blijft het te lang stil, dan zegt Vandaag dat.

  Scenario: Van de eerste notitie tot het eind
    Gegeven de gemeente Losser meldde "Zwierink" aan, 41 jaar, als verward-gedrag
    En het team nam de casus op in de Top X
    Dan stelde het programma "10 in Twente" voor
    Als de procesregisseur met F7 de methode "10 in Twente" kiest
    Dan kan Kevin Lansink geen casemanager worden: de casusregie ligt bij de GGZ
    En vraagt de methode nog "Casusregie hoort bij GGZ: daar is geen casemanager van"
    En vraagt de methode nog "Crisiskaart ontbreekt in het plan"
    Als Joost Vreeling casemanager wordt
    En het plan zegt "Een jaar zonder crisis", met 053-000 0301 op de crisiskaart
    En de casus over 28 dagen weer op tafel komt
    En de secretaris met F8 noteert "Slaapt sinds zaterdag niet."
    Dan zegt het hoofd van de casus "10 in Twente: op orde"
    Als het 15 dagen later is
    Dan zegt Vandaag "1 casus loopt achter met wat de methode vraagt"
    En zegt het hoofd van de casus "10 in Twente: stand van kennis ouder dan 14 dagen"
    Als de secretaris met F8 noteert "Neemt de medicatie weer in."
    Dan staat "Neemt de medicatie weer in." boven "Slaapt sinds zaterdag niet.", elk met dag, tijd en naam
    En vindt wie op "medicatie" zoekt deze casus
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Zwierink" niets meer te vinden
    En telt de verklaring 1 methode en 2 notities
