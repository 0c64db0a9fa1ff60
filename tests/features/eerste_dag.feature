# language: nl
Functionaliteit: De eerste dag met vhdesk
  Iemand met niets dan dit programma maakt een kluis, leest de aangeleverde lijst van Enschede in, agendeert
  twaalf casussen, zit de werktafel voor en heeft het verslag in handen; met alleen het toetsenbord. Elk veld wordt
  bereikt met Tab, een sneltoets of de letter van zijn label, zoals een mens dat doet.

  Scenario: Van aangeleverde lijst tot verslag
    Gegeven een nieuwe kluis, gemaakt in het eerste venster
    Als de lijst van Enschede wordt ingelezen
    Dan staan er 334 casussen in de kluis
    Als de mensen van de tafel bij Beheer worden ingevuld
    En het overleg van de werktafel Enschede wordt gepland
    En er twaalf casussen op de agenda gaan en in volgorde worden gezet
    En de voorzitter het overleg opent en vastlegt wie er is
    En de voorzitter elf casussen bespreekt met notitie, besluit, actie, rollen en volgende datum
    Dan maakt Ctrl+Z de laatste handeling ongedaan en Ctrl+Shift+Z haar opnieuw
    En vindt Ctrl+K een casus, en brengt Ctrl+2 terug naar het overleg
    Als halverwege een besluit wordt vergrendeld en weer ontgrendeld
    Dan staat de cursor in het halve besluit waar hij stond
    Als het overleg wordt gesloten met een reden voor wat ontbreekt
    Dan toont het venster het verslag
    En heeft het verslag van elke casus een eigen blad, en de reden van het sluiten
    En schrijft Ctrl+S precies de bladen die het venster toont als PDF

  Scenario: Een verkeerd wachtwoord
    Gegeven een nieuwe kluis, gemaakt in het eerste venster
    Als de kluis wordt vergrendeld
    En iemand een verkeerd wachtwoord typt
    Dan zegt het venster in woorden dat het niet klopt
    En opent het goede wachtwoord de kluis

  Scenario: Geen veld wordt in deze verhalen anders bereikt dan met een toets
    Dan raakt geen stap een veld of knop aan zonder toets
