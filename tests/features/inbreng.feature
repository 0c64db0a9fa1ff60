# language: nl
Functionaliteit: Inbreng: wie zegt wat, onder welk regime, en wie mag het weten
  Partners zien verschillende dingen. Het programma laat ze naast elkaar staan, ook als ze elkaar tegenspreken; wat onder ons
  is gezegd, komt op geen papier.

  Achtergrond:
    Gegeven de gemeente Losser meldde "Kamphuis" aan, 39 jaar, als geweldpleger
    En het team nam de casus op in de Top X
    En de politie, Mediant en de gemeente Losser kennen de persoon en zitten aan tafel

  Scenario: Wie de persoon niet kent, kan niets inbrengen
    Als de secretaris met Ctrl+I een inbreng begint
    Dan biedt het venster "Politie" aan en "Halt" niet

  Scenario: Twee feiten die elkaar tegenspreken, staan naast elkaar
    Als de secretaris met Ctrl+I vastlegt dat "Politie" over huisvesting zegt "Hij slaapt in zijn auto.", onder Wpg, naar alle partners
    En de secretaris met Ctrl+I vastlegt dat "Gemeente Losser" over huisvesting zegt "Hij staat ingeschreven bij zijn zus.", tegen die van de politie
    Dan staan beide woord voor woord op het tabblad Leefgebieden, elk met wie, welk regime en wat zij tegenspreekt
    En staat geen van beide in het gezamenlijk beeld

  Scenario: Het gezamenlijk beeld haalt aan waar het op rust
    Als de secretaris met Ctrl+I vastlegt dat "Politie" over huisvesting zegt "Hij slaapt in zijn auto.", onder Wpg, naar alle partners
    En de secretaris die inbreng met Ctrl+Shift+Q aanhaalt
    Dan eindigt het gezamenlijk beeld met het nummer van die inbreng
    En noemt het venster bij het beeld wie dat zei

  Scenario: Wat onder ons is gezegd en wat niet door mag, staat niet op papier
    Als de secretaris met Ctrl+I vastlegt dat "Politie" over huisvesting zegt "Hij slaapt in zijn auto.", onder Wpg, naar alle partners
    En de secretaris met Ctrl+I vastlegt dat "Mediant GGZ" over huisvesting zegt "Zijn medicatie ligt nog bij ons.", mondeling
    Dan staat in het venster bij de tweede dat zij mondeling is en niet mag worden doorgegeven
    En noemt de geschreven tijdlijn de inbreng van de politie en niets van die van Mediant
    En weigert het venster de tweede aan te halen in het gezamenlijk beeld
