# language: nl
Functionaliteit: Eén keer getypt
  Eén aanmelding, daarna overal te lezen: dossier, agenda, overleg, plan en verslag. Wie iets opnieuw moet typen,
  typt het anders.

  Scenario: Wat de melder schreef, typt niemand nog een keer
    Gegeven een open kluis met de mensen van het huis
    En een overleg van de werktafel Enschede over twee weken
    Als de gemeente Losser "Jansen" aanmeldt met alles wat zij weet
    Dan vraagt de weging wat de melder van de criteria vindt
    Als het team weegt en de casus in de Top X opneemt
    Dan leest het overzicht van de casus meteen "Hond aan de deur" en "Tigrinya, tolk nodig"
    En leest het overzicht verder "Ruzie met de buren" en "Doet niet open"
    En staat "Dochter van zes" bij het leefgebied opvoeding
    En staat "Tigrinya, tolk nodig" bij de persoon
    En is "Sara Jansen" betrokken als zus en vraagt de bekendheid de politie via "Kevin"
    Als de casus op de agenda van het overleg wordt gezet
    Dan leest de voorbereiding "Overlast", "Wie pakt dit op?" en "Rust"
    Als de politie zegt dat de persoon bekend is
    Dan staat "Kevin" van de politie klaar om uitgenodigd te worden
    Als de coördinator hem uitnodigt
    Dan staat "Kevin" op de lijst van deelnemers
    Als het doel van de melder hoofddoel van het plan wordt
    Dan is "Rust" het hoofddoel, met "Overlast" als aanleiding
    Als het overleg bij de casus is
    Dan ziet de tafel zonder bladeren "Hond aan de deur", "Dochter van zes" en "Tigrinya, tolk nodig"
    En leest de tafel "Ruzie met de buren"
    Als het overleg sluit en de casus twee weken later terugkomt
    Dan staat "Hond aan de deur" in het eerste verslag en niet in het tweede
    En ziet de tafel "Hond aan de deur" en leest zij "Ruzie met de buren" niet opnieuw
