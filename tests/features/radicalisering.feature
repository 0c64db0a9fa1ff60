# language: nl
Functionaliteit: Radicalisering: een eigen wet, een positief doel en vanaf dag één een uitgang
  De persoonsgerichte aanpak heeft haar eigen tafel en regime. Wie erin komt, mag niet voor altijd op een lijst staan: zonder
  criterium om te stoppen is de casus niet op orde.

  Scenario: Van weging tot vernietigd, aan de eigen tafel
    Gegeven de gemeente Losser meldde "Verbeek" aan bij de "Casustafel Radicalisering Twente", 23 jaar, als radicalisering
    En het team nam de casus op in de Top X
    Dan geldt voor de casus het regime "PGA radicalisering"
    En biedt het venster bij inbreng het leefgebied "Zingeving/ideologie"
    En stelde het programma "Radicalisering" voor
    Als de procesregisseur met F7 de methode "Radicalisering" kiest
    Dan vraagt de methode nog "Afschaalcriterium ontbreekt in het plan"
    En vraagt het plan om doelen die zeggen wat er wél komt
    Als het doel "Geen filmpjes meer" wordt getypt
    Dan vraagt het venster naast dat doel om het positief te zeggen
    Als het plan zegt "Een half jaar studie en contact met thuis", met 053-000 0305 op de crisiskaart
    En de casus over 28 dagen weer op tafel komt
    Dan zegt het hoofd van de casus "Radicalisering: op orde"
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Verbeek" niets meer te vinden
    En noemt de verklaring het regime "PGA radicalisering" en geen naam

  Scenario: Een andere tafel kent dat leefgebied niet
    Gegeven de gemeente Losser meldde "Verbeek" aan, 23 jaar, als radicalisering
    En het team nam de casus op in de Top X
    Dan biedt het venster bij inbreng het leefgebied "Zingeving/ideologie" niet
