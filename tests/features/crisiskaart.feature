# language: nl
Functionaliteit: 10 in Twente: een crisiskaart, en een plan dat van versie naar versie leesbaar blijft
  Wie 's nachts dienst heeft, moet op één blad zien wie er wordt gebeld en op welk nummer. Wat de tafel vaststelt, blijft
  woord voor woord staan; wat er daarna verandert, is te lezen en af te drukken.

  Scenario: De crisiskaart gemaakt, het plan twee keer vastgesteld, het verschil gelezen en gedrukt
    Gegeven de zaak van 10 in Twente, waarvan de tafel op 18 november het plan vaststelde
    Dan zegt het venster dat het plan van nu het concept van versie 2 is
    Als de procesregisseur op het tabblad Plan de crisiskaart opslaat met F9
    Dan is de kaart één blad met de nummers voor dag en nacht, en staat erop dat zij nog niet is vastgesteld
    Als de tafel in het overleg van 2 december het plan vaststelt met F6
    Dan staat versie 2 vast, met de tafel, het overleg en een besluit
    En is de kaart die nu wordt opgeslagen die van versie 2
    Als de procesregisseur een nummer van de kaart wijzigt en de tafel opnieuw vaststelt
    Dan blijft versie 2 wat zij was
    Als de procesregisseur versie 2 met versie 3 vergelijkt
    Dan leest hij alleen dat het nummer is gewijzigd, en hetzelfde staat in de PDF van het verschil
    En vindt wie op het nieuwe nummer zoekt deze zaak
