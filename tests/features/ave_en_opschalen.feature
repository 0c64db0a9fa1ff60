# language: nl
Functionaliteit: Opschalen: van het lokale veld tot het bestuur, in de vier fasen van AVE
  Als problemen groeien, is niet meer duidelijk wie de regie heeft. Elke fase zegt per rol welke organisatie verantwoordelijk
  is; elke stap omhoog houdt haar reden, en een vraag aan het bestuur blijft staan tot het antwoord er is.

  Scenario: Vier fasen, en in elke fase per rol één organisatie
    Gegeven de gemeente Losser meldde "Ter Horst" aan, 35 jaar, als levensloop
    En het team nam de casus op in de Top X
    Als de procesregisseur met Ctrl+Shift+F een fase bepaalt zonder bestuurlijk verantwoordelijke
    Dan zegt het venster naast het veld dat die ontbreekt, en is er geen fase
    Als de procesregisseur na elkaar deze fasen bepaalt:
      | fase | casusregie  | procesregie                        | operationeel   | bestuurlijk    | reden                            |
      | 1    | Mediant GGZ | Gemeente Losser                    | Wijkteam       | Gemeente Losser | Partners vinden elkaar zelf.     |
      | 2    | Mediant GGZ | Zorg- en Veiligheidshuis Twente    | Gemeente Losser | Gemeente Losser | Er is één procesregisseur nodig. |
      | 3    | Mediant GGZ | Zorg- en Veiligheidshuis Twente    | Gemeente Losser | Gemeente Losser | De partners komen er niet uit.   |
      | 4    | Mediant GGZ | Zorg- en Veiligheidshuis Twente    | Politie        | Gemeente Losser | De veiligheid van de straat.     |
    Dan staat de casus in fase 4, en blijft van elke fase te lezen wie verantwoordelijk was
    En staan de vier fasen met hun redenen op de geschreven tijdlijn
    En zegt het hoofd van de casus in welke fase zij is
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Ter Horst" niets meer te vinden

  Scenario: Van lokaal naar het huis, naar een andere tafel, naar het bestuur
    Gegeven de gemeente Losser meldde "Ter Horst" aan, 35 jaar, als levensloop
    En het team nam de casus op in de Top X
    Als de procesregisseur met Ctrl+U opschaalt van lokaal naar het huis omdat "De gemeente vraagt om regie."
    En de procesregisseur met Ctrl+U opschaalt naar de "Werktafel Almelo" omdat "Daar zit de kliniek aan tafel."
    Dan ligt de casus bij de "Werktafel Almelo", met haar hele verloop
    En weigert het venster nog eens op te schalen naar de "Werktafel Almelo"
    Als de procesregisseur met toetsen opschaalt naar het bestuur, met antwoord over 5 dagen
    Dan zegt Vandaag niets over "wacht op antwoord na opschalen"
    Als het 6 dagen later is
    Dan zegt Vandaag "1 casus wacht op antwoord na opschalen"
    Als de procesregisseur met Ctrl+Shift+O het antwoord "Elke partner levert uren." vastlegt
    Dan zegt Vandaag niets over "wacht op antwoord na opschalen"
    En is elke opschaling met haar reden terug te lezen
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Ter Horst" niets meer te vinden
