# language: nl
Functionaliteit: JOR: OM, Raad, politie en jeugdreclassering zijn er altijd bij
  Ontbreekt een van de vier, dan is besproken wat er is besproken, maar onder voorbehoud. Dat staat boven de casus zolang
  het overleg loopt, en voor altijd op haar blad in het verslag.

  Scenario: Een week zonder de Raad, een week met
    Gegeven de gemeente Losser meldde "Vlietstra" aan, 16 jaar, als risicojeugd
    En het team nam de casus op in de Top X
    Als de procesregisseur met F7 de methode "JOR" kiest
    Dan vraagt de methode nog "Elke week op tafel: er is geen volgende datum"
    Als het overleg begint zonder Bas Olthof van de Raad
    Dan staat in het overleg boven de casus "Onder voorbehoud: RvdK niet aanwezig."
    Als de tafel besluit, over een week verder gaat en het overleg sluit
    Dan staat op het blad van de casus "Onder voorbehoud: RvdK niet aanwezig."
    En zegt het hoofd van de casus "JOR: op orde"
    Als het 7 dagen later is
    En het overleg begint en alle vier er zijn
    Dan staat in het overleg boven de casus niets over een voorbehoud
    Als de tafel besluit, over een week verder gaat en het overleg sluit
    Dan staat op het blad van de casus geen voorbehoud
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Vlietstra" niets meer te vinden
    En telt de verklaring 1 methode en 0 notities
    En staat in geen verslag nog een blad van de casus
