# language: nl
Functionaliteit: Parkeren, hervatten, en niet langer bewaren dan nodig is
  Een casus die stilligt, komt vanzelf terug. Wie gegevens langer bewaart, zegt elk half jaar waarom dat nodig is; wie de
  termijn verlengt, doet dat met een naam, een reden en een nieuwe datum, en dat wordt geteld.

  Scenario: Geparkeerd tot een dag, en dan hervat
    Gegeven de gemeente Losser meldde "Kuiper" aan, 30 jaar, als veelpleger
    En het team nam de casus op in de Top X
    Als de procesregisseur met Ctrl+Shift+P parkeert tot "gisteren" omdat "In detentie."
    Dan zegt het venster naast de datum dat die later moet zijn, en is de casus niet geparkeerd
    Als de procesregisseur met Ctrl+Shift+P parkeert tot "+30" omdat "In detentie."
    Dan is de casus geparkeerd tot over 30 dagen en telt zij niet in de Top X
    En zegt Vandaag niets over "al besproken moeten zijn"
    Als het 31 dagen later is
    Dan zegt Vandaag "al besproken moeten zijn"
    Als de procesregisseur met Ctrl+Shift+Y hervat omdat "Maandag vrij."
    Dan is de casus weer in behandeling, in de Top X, met beide redenen in het verloop
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Kuiper" niets meer te vinden

  Scenario: De noodzaak na een half jaar, en de termijn twee keer verlengd
    Gegeven de gemeente Losser meldde "Kuiper" aan, 30 jaar, als veelpleger
    En het team nam de casus op in de Top X
    Als het 190 dagen later is
    Dan zegt Vandaag "vraagt om een nieuwe beoordeling van de noodzaak"
    Als de procesregisseur met Ctrl+Shift+J vastlegt dat het nodig is omdat "Nog elke maand een aanhouding."
    Dan zegt Vandaag niets over "beoordeling van de noodzaak"
    Als het 60 dagen voor het einde van de bewaartermijn is
    Dan zegt Vandaag "is binnen 90 dagen aan het einde van de bewaartermijn"
    Als het 20 dagen voor het einde van de bewaartermijn is
    Dan zegt Vandaag "is binnen 30 dagen aan het einde van de bewaartermijn"
    Als de procesregisseur met Ctrl+Shift+L verlengt tot "+5", besloten door "Marijke", omdat "Het beroep loopt nog."
    Dan zegt het venster naast de datum dat die na het einde moet liggen
    Als de procesregisseur met Ctrl+Shift+L verlengt tot "+200", besloten door "Marijke", omdat ""
    Dan zegt het venster naast de reden dat die ontbreekt
    Als de procesregisseur met Ctrl+Shift+L verlengt tot "+200", besloten door "Marijke", omdat "Het beroep loopt nog."
    Dan is de termijn 1 keer verlengd, tot over 200 dagen, door Marijke ten Brinke
    En zegt Vandaag niets over "einde van de bewaartermijn"
    Als het 150 dagen later is
    En de procesregisseur met Ctrl+Shift+L verlengt tot "+600", besloten door "Marijke", omdat "Het hof doet in maart uitspraak."
    Dan is de termijn 2 keer verlengd, tot over 600 dagen, door Marijke ten Brinke
    En zegt het venster bij de casus hoe vaak er is verlengd
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    Dan is de bewaartermijn om op de dag die de laatste verlenging gaf
    Als de casus in het venster wordt vernietigd
    Dan is er van "Kuiper" niets meer te vinden
