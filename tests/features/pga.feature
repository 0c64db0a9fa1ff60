# language: nl
Functionaliteit: PGA: wie erin komt voldoet aan de criteria, en weet vanaf dag één hoe hij eruit kan
  Niemand komt nog van een lijst af als niet is opgeschreven wanneer dat kan. Zit de aanpak vast, dan gaat de vraag omhoog.

  Scenario: Geplaatst, vastgelopen, opgeschaald, beëindigd
    Gegeven de gemeente Losser meldde "Nijland" aan, 38 jaar, als geweldpleger
    En het team nam de casus op in de Top X
    Als de procesregisseur met F7 de methode "PGA" kiest
    En de procesregisseur Shift+F8 drukt en invult: ja, ja, nee
    Dan vraagt de methode nog "Plaatsingscriteria: 2 van 3 in orde, op 2-12-2026"
    En vraagt de methode nog "Afschaalcriterium ontbreekt in het plan"
    Als het plan zegt "Een jaar werk en geen aanhouding", met 053-000 0303 op de crisiskaart
    En de casus over 28 dagen weer op tafel komt
    En de procesregisseur met toetsen opschaalt naar het bestuur, met antwoord over 5 dagen
    En het 6 dagen later is
    Dan zegt Vandaag "1 casus wacht op antwoord na opschalen"
    Als het bestuur antwoordt dat elke partner uren levert
    En de procesregisseur Shift+F8 drukt en overal "ja" kiest
    Dan zegt het hoofd van de casus "PGA: op orde"
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Nijland" niets meer te vinden
    En telt de verklaring 1 methode en 2 notities
