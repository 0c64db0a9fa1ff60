# language: nl
Functionaliteit: Uittreedoptie jeugdprostitutie: een grens aan de leeftijd en extra bescherming
  Wie hier hulp krijgt, loopt gevaar als de verkeerde het leest. Alleen wie in deze casus helpt, mag de inhoud kennen; dat
  is geen afspraak maar een weigering. De aanpak is voor wie jonger is dan 23 jaar.

  Scenario: Beschermd, tot zij er te oud voor is
    Gegeven de gemeente Losser meldde "Smit" aan, 22 jaar, als jeugdprostitutie
    En het team nam de casus op in de Top X
    En Halt kende de inhoud van de casus al
    Als de procesregisseur met F7 de methode "Uittreedoptie jeugdprostitutie" kiest
    En de casus over 28 dagen weer op tafel komt
    Dan staat er extra bescherming in het hoofd van de casus
    En vraagt de methode nog "Extra bescherming: Halt kent de inhoud, en dat mag niet"
    Als de secretaris Halt niets meer laat weten
    Dan zegt het hoofd van de casus "Uittreedoptie jeugdprostitutie: op orde"
    En weigert het programma dat Leerplicht de inhoud kent, en de politie mag het wel
    Als het 340 dagen later is
    Dan vraagt de methode nog "23 jaar: deze methode is voor 12 tot en met 22 jaar"
    Als de procesregisseur met F7 de methode "Geen methode" kiest
    Dan staat er geen extra bescherming meer, en blijft te lezen welke methode er was
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Smit" niets meer te vinden
    En telt de verklaring 1 methode en 0 notities
