# language: nl
Functionaliteit: Van aanmelding naar weging
  Een gemeente meldt aan, partners zeggen of zij de persoon kennen, het team weegt en de melder hoort de uitkomst;
  met alleen het toetsenbord.

  Scenario: Een gemeente meldt aan en de casus komt in de Top X
    Gegeven een open kluis met de mensen van het huis
    Als de gemeente Losser "Jansen" volledig aanmeldt
    Dan wacht de aanmelding van "Jansen" en ontbreekt er niets
    Als de politie zegt dat de persoon bekend is
    Dan kan de politie inbrengen en Halt niet
    Als het team weegt en de casus in de Top X opneemt
    Dan is "Jansen" in behandeling en staat er 1 casus in de Top X
    En is Marijke ten Brinke procesregisseur
    En staat de terugkoppeling aan de melder open
    Als de terugkoppeling wordt gegeven
    Dan staat er niets meer open

  Scenario: Code Rood gaat meteen naar de agenda
    Gegeven een open kluis met de mensen van het huis
    En een overleg van de werktafel Enschede over twee weken
    Als iemand "Koopman" met Code Rood aanmeldt
    Dan staat "Koopman" als eerste casus op de agenda
    En zegt Vandaag in het rood dat de gemeente moet worden geïnformeerd
    Als de gemeente is geïnformeerd
    Dan zegt Vandaag daar niets meer over

  Scenario: Niet opgenomen, met advies aan de melder
    Gegeven een open kluis met de mensen van het huis
    Als de gemeente Losser "De Wit" volledig aanmeldt
    En het team weegt en de melder advies geeft
    Dan heeft "De Wit" de status advies gegeven
    En staat de terugkoppeling aan de melder open
    En staat het advies in de terugkoppeling
