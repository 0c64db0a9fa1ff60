# language: nl
Functionaliteit: Dezelfde vrouw uit twee gemeenten
  Hengelo meldt Fatma Yıldız aan en Borne Fatima Jildis, met dag en maand van haar geboorte verwisseld. Het is één
  vrouw. Zij wordt herkend, de twee worden één, en als dat toch een vergissing blijkt, staat alles weer zoals het was.

  Achtergrond:
    Gegeven Hengelo meldde Fatma Yıldız aan, met haar zoon, en de tafel nam een besluit
    En Borne meldde Fatima Jildis aan, met een andere inbreng

  Scenario: Zij wordt herkend
    Als de secretaris in de casus van Borne de gegevens van Fatima opent
    Dan zegt het venster dat zij lijkt op Fatma Yıldız, en waarom
    En vindt zoeken op "Yildiz" ook de casus van Borne

  Scenario: De twee worden één vrouw
    Als de secretaris de twee personen samenvoegt met de reden "zelfde BSN, gebeld met Borne"
    Dan is Fatma Yıldız in beide casussen de enige hoofdbetrokkene
    En heet zij ook Fatima Jildis, met het BSN dat alleen Borne kende
    En staan besluit en inbreng nog bij hun eigen casus
    En is zij in beide casussen ouder van haar zoon
    En wijst elke casus naar de andere

  Scenario: Het was toch een ander
    Gegeven de secretaris voegde de twee personen samen
    Als de secretaris dat ongedaan maakt met de reden "het is haar nicht"
    Dan staat alles weer zoals voor de samenvoeging
    En zegt het journaal dat er is samengevoegd en dat dat ongedaan is gemaakt
