"""SQLAlchemy classes and the rules of the profession.

Belongs here: tables, constraints, and methods in which an entity refuses what the profession refuses.
Does not belong here: sessions, queries, Qt, I/O, text for users.
"""

from vhdesk.models.aanmelding import Aanmelding, Bekendheid, Plicht
from vhdesk.models.actie import Actie
from vhdesk.models.administratie import Concept, Inlezing, Kluismeta, Nummerreeks, Zoekregel
from vhdesk.models.afschaling import Afschaalbrief, Averolhouder
from vhdesk.models.base import Base, new_id
from vhdesk.models.besluit import Besluit
from vhdesk.models.bewaring import Bewaarregel, Tafelinstelling, Vernietiging
from vhdesk.models.bijlage import Bijlage
from vhdesk.models.casus import Betrokkene, Casus, Casuspartner, Zrmscore
from vhdesk.models.casusgebeurtenis import Casusgebeurtenis
from vhdesk.models.casusrol import Casusroltoewijzing
from vhdesk.models.convenant import Convenant
from vhdesk.models.eigenwoord import EigenWoord
from vhdesk.models.exemplaar import Exemplaar
from vhdesk.models.gemeente import Gemeente
from vhdesk.models.inbreng import Factor, Inbreng
from vhdesk.models.journaal import Journaalregel
from vhdesk.models.methode import Casusmethode, Methodenotitie
from vhdesk.models.niveau import Niveaubepaling
from vhdesk.models.organisatie import Medewerker, Organisatie
from vhdesk.models.overleg import (
    Agendapunt,
    Bespreekfase,
    Deelnemer,
    Heropening,
    Overleg,
    Punttoegang,
    Verslagstand,
    Zaalverlating,
)
from vhdesk.models.overlegverloop import Schorsing, Voorzitterwissel
from vhdesk.models.persoon import Persoon
from vhdesk.models.persoonrelatie import Persoonrelatie
from vhdesk.models.plan import Belnummer, Escalatieafspraak, Plandoel, PlanVanAanpak, Planversie, Scenario
from vhdesk.models.referentie import Referentielijst, Referentiewaarde
from vhdesk.models.samenvoeging import Samenvoeging
from vhdesk.models.tafel import Tafel, Tafellid
from vhdesk.models.uitvraag import Uitvraag
from vhdesk.models.weging import Weger, Weging

__all__ = [
    "Aanmelding",
    "Actie",
    "Afschaalbrief",
    "Agendapunt",
    "Averolhouder",
    "Base",
    "Bekendheid",
    "Belnummer",
    "Besluit",
    "Bespreekfase",
    "Betrokkene",
    "Bewaarregel",
    "Bijlage",
    "Casus",
    "Casusgebeurtenis",
    "Casusmethode",
    "Casuspartner",
    "Casusroltoewijzing",
    "Concept",
    "Convenant",
    "Deelnemer",
    "EigenWoord",
    "Escalatieafspraak",
    "Exemplaar",
    "Factor",
    "Gemeente",
    "Heropening",
    "Inbreng",
    "Inlezing",
    "Journaalregel",
    "Kluismeta",
    "Medewerker",
    "Methodenotitie",
    "Niveaubepaling",
    "Nummerreeks",
    "Organisatie",
    "Overleg",
    "Persoon",
    "Persoonrelatie",
    "PlanVanAanpak",
    "Plandoel",
    "Planversie",
    "Plicht",
    "Punttoegang",
    "Referentielijst",
    "Referentiewaarde",
    "Samenvoeging",
    "Scenario",
    "Schorsing",
    "Tafel",
    "Tafelinstelling",
    "Tafellid",
    "Uitvraag",
    "Vernietiging",
    "Verslagstand",
    "Voorzitterwissel",
    "Weger",
    "Weging",
    "Zaalverlating",
    "Zoekregel",
    "Zrmscore",
    "new_id",
]
