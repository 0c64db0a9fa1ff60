# language: nl
Functionaliteit: Een werktafel voorzitten met alleen het toetsenbord
  Het volledige verzonnen overleg van de werktafel Enschede, in het echte venster.

  Scenario: Twaalf casussen, van opening tot verslag
    Gegeven een oefenkluis waarin de werktafel van 2 december gepland staat
    Als de voorzitter het overleg houdt met alleen het toetsenbord
    Dan is het overleg gesloten
    En heeft elke casus een besluit, een casemanager, een verantwoordelijke en een volgende datum
    En staat elk besluit en elke actie van het verhaal in het verslag
    En staat in het verslag wat er verder is getypt
    En heeft elke actie een organisatie en een termijn
    En staat elke casus op een eigen blad van het verslag
    En staat niets wat mondeling is gezegd in het verslag
    En klopt het journaal van de eerste tot de laatste regel

  Scenario: Vergrendelen halverwege verliest geen letter
    Gegeven een oefenkluis waarin de werktafel van 2 december gepland staat
    Als de voorzitter halverwege een besluit vergrendelt
    En de kluis weer ontgrendelt
    Dan staat het venster waar het stond
    En staat het halve besluit er nog, met de cursor waar hij was

  Scenario: Een gedood programma gaat verder bij de letter waar het was
    Gegeven een oefenkluis waarin de werktafel van 2 december gepland staat
    Als het programma wordt gedood terwijl de voorzitter over ZVH-2025-0063 een besluit typt
    En de kluis weer ontgrendelt
    Dan staat ZVH-2025-0063 voor, in de besluitvorming
    En staat er van het besluit wat een tel eerder was getypt, met de cursor erachter
    Als de voorzitter het overleg vandaar afmaakt met alleen het toetsenbord
    Dan is het overleg gesloten
    En heeft elke casus een besluit, een casemanager, een verantwoordelijke en een volgende datum
    En staat elk besluit en elke actie van het verhaal in het verslag
    En staat in het verslag wat er verder is getypt
    En klopt het journaal van de eerste tot de laatste regel
