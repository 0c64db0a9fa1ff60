# language: nl
Functionaliteit: De eerste dag met vhdesk
  Iemand met niets dan dit programma maakt een kluis, leest de aangeleverde lijst van Enschede in, agendeert
  twaalf casussen, zit de werktafel voor en heeft het verslag in handen; met alleen het toetsenbord.

  Scenario: Van aangeleverde lijst tot verslag
    Gegeven een nieuwe kluis, gemaakt in het eerste venster
    En de mensen van de werktafel Enschede staan in Beheer
    Als de lijst van Enschede wordt ingelezen
    Dan staan er 334 casussen in de kluis
    Als het overleg van de werktafel Enschede wordt gepland
    En er twaalf casussen op de agenda gaan
    En de voorzitter elke casus bespreekt en een besluit en een actie vastlegt
    En het overleg wordt gesloten
    Dan toont het venster het verslag
    En heeft het verslag van elke casus een eigen blad met het besluit en de actie

  Scenario: Een verkeerd wachtwoord
    Gegeven een nieuwe kluis, gemaakt in het eerste venster
    Als de kluis wordt vergrendeld
    En iemand een verkeerd wachtwoord typt
    Dan zegt het venster in woorden dat het niet klopt
    En opent het goede wachtwoord de kluis
