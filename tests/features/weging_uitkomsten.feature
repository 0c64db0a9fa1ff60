# language: nl
Functionaliteit: Elke uitkomst van de weging, en de melder hoort haar
  Niet alles is voor de tafel. Wat de uitkomst ook is, de melder hoort haar, en tot dat is gebeurd blijft het staan.

  Scenario: Meer informatie nodig
    Gegeven de gemeente Losser meldde "Bos" aan via het lokale veld, 19 jaar, als risicojeugd
    Als het team met Ctrl+W weegt: "meer informatie", zonder criterium b te kunnen beoordelen
    Dan is de casus weer aangemeld, met de weging erbij
    En zegt Vandaag "Terugkoppeling aan de melder in Losser staat"
    Als de melder is gebeld en heeft aangevuld
    Dan zegt Vandaag niets over "Terugkoppeling"
    Als het team met Ctrl+W weegt: "hulp in de uitvoering", omdat één keten het kan
    Dan staat de casus bij de hulp in de uitvoering en zijn er twee wegingen te lezen
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Bos" niets meer te vinden
    En telt de verklaring 2 wegingen

  Scenario: Advies aan de melder, en daarmee is het klaar
    Gegeven de gemeente Losser meldde "Bos" aan via het lokale veld, 52 jaar, als overlastgever
    Als het team met Ctrl+W weegt: "advies", zonder te zeggen welk advies
    Dan zegt het venster naast het advies dat het ontbreekt, en is er niet gewogen
    Als het team met Ctrl+W weegt: "advies", met advies "Vraag de wijkagent erbij."
    Dan kreeg de melder advies en telt de casus nergens mee
    Als het 9 dagen later is
    Dan staat het advies "Vraag de wijkagent erbij." klaar voor de melder
    Als de melder is gebeld en heeft aangevuld
    Dan zegt Vandaag niets over "Terugkoppeling"
    Als de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Bos" niets meer te vinden
    En telt de verklaring 1 wegingen

  Scenario: Niet opnemen, met advies, en de terugkoppeling blijft staan
    Gegeven de gemeente Losser meldde "Bos" aan via de blue list, 44 jaar, als overlastgever
    Dan staat bij de aanmelding dat zij van de blue list komt, en geen politiegegeven
    Als het team met Ctrl+W weegt: "niet opnemen", zonder advies en zonder wie erbij was
    Dan zegt het venster naast het veld wie erbij was, en is er niet gewogen
    Als het team met Ctrl+W weegt: "niet opnemen", met advies "Bied buurtbemiddeling aan."
    Dan is de casus niet opgenomen en telt zij nergens mee
    Als het 9 dagen later is
    Dan zegt Vandaag "Terugkoppeling aan de melder in Losser staat"
    En staat het advies "Bied buurtbemiddeling aan." klaar voor de melder
    Als de melder is gebeld en heeft aangevuld
    Dan zegt Vandaag niets over "Terugkoppeling"
    Als de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Bos" niets meer te vinden

  Scenario: Naar een andere tafel
    Gegeven de gemeente Losser meldde "Bos" aan van een andere tafel, 35 jaar, als huiselijk-geweld
    Als het team met Ctrl+W weegt: "andere tafel", naar de "Werktafel Almelo"
    Dan wacht de casus op weging bij de "Werktafel Almelo", met haar reden in het verloop
    Als de melder is gebeld en heeft aangevuld
    En het team weegt en de casus in de Top X opneemt
    Dan staat de casus in de Top X van de "Werktafel Almelo", met de twee wegingen te lezen
    Als de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is
    En de casus in het venster wordt vernietigd
    Dan is er van "Bos" niets meer te vinden
    En telt de verklaring 2 wegingen
