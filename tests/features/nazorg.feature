# language: nl
Functionaliteit: Nazorg: na zes en na twaalf maanden kijken hoe het gaat, en dan pas sluiten
  Een casus die terug is bij de gemeente, kan terugvallen. Het programma vraagt er twee keer naar en zegt daarna dat alleen
  het sluiten nog wacht.

  Scenario: Twee keer beoordeeld en dan gesloten
    Gegeven de gemeente Losser meldde "Olthuis" aan, 48 jaar, als woonoverlast
    En het team nam de casus op in de Top X
    Als de procesregisseur met Ctrl+Shift+A afschaalt omdat "De straat heeft rust.", met advies "Bel elke maand."
    Dan is er een brief aan Losser met de reden, het advies en de twee dagen waarop wij vragen hoe het gaat
    En zegt Vandaag "heeft een afschaalbrief die nog niet is afgedrukt of opgeslagen"
    Als de afschaalbrief met de opdrachtregel wordt geschreven
    Dan zegt Vandaag niets over "afschaalbrief"
    En zegt Vandaag niets over "beoordeling van de nazorg"
    Als de procesregisseur met Ctrl+Shift+G vastlegt "In de eerste week rustig."
    Dan zegt het venster dat de beoordeling na zes maanden blijft staan
    Als het zes maanden na het afschalen is
    Dan zegt Vandaag "1 casus wacht op beoordeling van de nazorg"
    Als de procesregisseur met Ctrl+Shift+G vastlegt "Rustig; de buren groeten weer."
    Dan zegt Vandaag niets over "beoordeling van de nazorg"
    Als het twaalf maanden na het afschalen is
    Dan zegt Vandaag "1 casus wacht op beoordeling van de nazorg"
    Als de procesregisseur met Ctrl+Shift+G vastlegt "Een jaar geen klacht."
    Dan zegt Vandaag "is klaar met de nazorg: sluit hem af of heropen hem"
    Als de procesregisseur met Ctrl+Shift+E sluit omdat "Een jaar zonder klacht."
    Dan is de casus afgesloten, met elke bevinding in het verloop
    En zegt Vandaag niets over "nazorg"
    Als de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Olthuis" niets meer te vinden
