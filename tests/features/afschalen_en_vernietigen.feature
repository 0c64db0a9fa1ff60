# language: nl
Functionaliteit: Een zaak gaat terug naar de gemeente en verdwijnt als de tijd daar is
  Wat de tafel heeft opgepakt, gaat altijd terug naar de gemeente die het meldde, met de reden en een brief die er later
  nog precies zo is. Na nazorg en de bewaartermijn blijft er niets van over dan een nummer en een verklaring.

  Scenario: Afschalen naar de gemeente, met de brief
    Gegeven een zaak van Losser die door de werktafel is behandeld
    Als de procesregisseur met toetsen afschaalt zonder reden
    Dan zegt het venster naast het veld wat er ontbreekt en is er niets gebeurd
    Als de procesregisseur de reden en het advies invult en vastlegt
    Dan is de zaak in nazorg met een brief aan de burgemeester van Losser
    En is de brief die later wordt opgeslagen dezelfde brief
    En vraagt Vandaag na zes maanden om de nazorg te beoordelen

  Scenario: Van aanmelding tot vernietigd
    Gegeven een zaak van Losser die door de werktafel is behandeld
    Als de zaak is afgeschaald, de nazorg twee keer is beoordeeld en de zaak is afgesloten
    En vijf jaar na de aanmelding de termijn om is
    Dan staat op Vandaag dat de bewaartermijn om is
    Als de zaak wordt aangewezen en in het venster wordt vernietigd
    Dan vindt niemand de zaak nog, ook niet in een reservekopie
    En noemt de verklaring het nummer, de grond en de reservekopieën, en geen naam
