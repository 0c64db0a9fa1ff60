# language: nl
Functionaliteit: Wat een overleg onderweg overkomt
  Een pauze, een andere voorzitter, een casus die niemand aanmeldde: elk met een toets, in het echte venster.

  Scenario: Schorsen, vhdesk sluiten en later verder
    Gegeven een lopend overleg met de eerste casus aan de orde
    Als de tafel na 4 minuten schorst voor "pauze"
    En vhdesk wordt gesloten en na 20 minuten weer geopend
    Dan staat boven het overleg dat het is geschorst voor "pauze"
    En zegt Vandaag dat het overleg is geschorst
    Als de voorzitter hervat en na 3 minuten naar het volgende punt gaat
    Dan duurde de casus 7 minuten
    En noemt het verslag de schorsing van 20 minuten voor "pauze"

  Scenario: Halverwege zit een ander voor
    Gegeven een lopend overleg met de eerste casus aan de orde
    Als na 8 minuten Joost Vreeling het voorzitten overneemt
    Dan noemt het verslag eerst Marijke ten Brinke en daarna Joost Vreeling
    En heeft nog steeds iedereen die zweeg de geheimhouding bevestigd

  Scenario: Een casus die niemand aanmeldde
    Gegeven een lopend overleg met de eerste casus aan de orde
    Als de voorzitter "Sem van der Linden" zoekt en uit Enschede aanmeldt omdat hij "vannacht op straat kwam te staan"
    Dan bespreekt de tafel Sem van der Linden
    En zegt het verslag dat de casus zonder triage is besproken
    En wacht Sem van der Linden bij de aanmeldingen op de weging
