# language: nl
Functionaliteit: Een maatregel die alleen de burgemeester mag nemen
  De werktafel wil een gebiedsverbod. Dat mag zij niet zelf besluiten. Zij vraagt het aan de burgemeester, wordt eraan
  herinnerd als het antwoord uitblijft, en leest het antwoord terug in het volgende verslag.

  Achtergrond:
    Gegeven een werktafel die bezig is met een casus
    En de secretaris schrijft als maatregel openbare orde op "Gebiedsverbod rond het station."

  Scenario: De tafel mag het niet, en vraagt het
    Dan zegt het venster dat de werktafel dit niet mag besluiten
    Als zij het vraagt aan de burgemeester, met antwoord vóór 9-12-2026
    Dan staat in het verslag "Gevraagd aan burgemeester, antwoord vóór 9-12-2026."
    En is er nog geen besluit genomen

  Scenario: Het antwoord blijft uit
    Gegeven zij vroeg het aan de burgemeester, met antwoord vóór 9-12-2026
    Als het 10 december is
    Dan zegt Vandaag "1 casus wacht op antwoord op een gevraagd besluit"
    En brengt Enter daar naar het besluit

  Scenario: De burgemeester neemt het besluit
    Gegeven zij vroeg het aan de burgemeester, met antwoord vóór 9-12-2026
    En het overleg is gesloten
    Als het 10 december is
    En de secretaris bij de casus vastlegt dat burgemeester De Wit het nam, voor drie maanden
    Dan is het onder hetzelfde nummer een besluit van de burgemeester, met die voorwaarde
    En zegt Vandaag er niets meer over
    En staat in het verslag "Gevraagd aan burgemeester, antwoord vóór 9-12-2026."
    En staat in het verslag van het volgende overleg "Antwoord: genomen op 10-12-2026 door burgemeester De Wit"
