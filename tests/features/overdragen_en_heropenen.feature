# language: nl
Functionaliteit: Naar een andere tafel, en later weer open
  Een signaal begint aan de werktafel en hoort aan de casustafel Radicalisering. De geschiedenis gaat mee. Komt het terug na
  nazorg, dan gaat dezelfde casus weer open, met de reden.

  Scenario: Overgedragen, afgeschaald, heropend
    Gegeven de gemeente Losser meldde "Haverkate" aan, 24 jaar, als radicalisering
    En het team nam de casus op in de Top X
    Dan weigert het venster de methode "Radicalisering" aan de werktafel
    Gegeven de casus staat op de agenda van de werktafel over 14 dagen
    Als de procesregisseur met toetsen overdraagt aan "Casustafel Radicalisering Twente"
    Dan staat de casus op geen agenda van de werktafel meer, en heeft zij geen volgende datum
    En staat in de tijdlijn de overdracht aangewezen
    Als de procesregisseur met F7 de methode "Radicalisering" kiest
    Dan vraagt de methode nog "Afschaalcriterium ontbreekt in het plan"
    Als het plan zegt "Een jaar werk en contact met thuis", met 053-000 0304 op de crisiskaart
    En de casus over 28 dagen weer op tafel komt
    Dan zegt het hoofd van de casus "Radicalisering: op orde"
    Als de casus wordt afgeschaald en het een maand later toch misgaat
    En de procesregisseur met toetsen heropent omdat "Twee nieuwe signalen."
    Dan is de casus weer in behandeling aan de casustafel, met haar methode en haar hele verloop
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Haverkate" niets meer te vinden
    En telt de verklaring 1 methode en 0 notities
