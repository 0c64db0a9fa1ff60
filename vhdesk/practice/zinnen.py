"""Invented names and sentences, drawn by chance: the words of a large practice vault.

The sentences follow how partners write about a case, with slots that are filled at random, so that search and
minutes meet a vocabulary of a natural width. Nobody here exists.
"""

from __future__ import annotations

from random import Random

VOORNAMEN = (
    "Aart", "Abel", "Aleida", "Amir", "Anouk", "Arda", "Bart", "Berend", "Bilal", "Bregje", "Carla", "Cem", "Daan",
    "Derya", "Dieuwke", "Egbert", "Elif", "Emiel", "Esmée", "Fatima", "Femke", "Gerrit", "Gijs", "Hajo", "Hanna",
    "Hilde", "Ids", "Imane", "Inge", "Jelle", "Joëlle", "Jurre", "Karim", "Keimpe", "Lars", "Leyla", "Lotte",
    "Maurits", "Meindert", "Mila", "Nadia", "Niels", "Noor", "Okke", "Oksana", "Paula", "Pepijn", "Quinten",
    "Renske", "Roelof", "Saskia", "Sem", "Sjoerd", "Tamara", "Teun", "Tjalling", "Ümit", "Vera", "Wietske", "Wout",
    "Xenia", "Yara", "Youssef", "Zeynep", "Zoë",
)  # fmt: skip
VOORVOEGSELS = ("", "", "", "", "", "van", "de", "van der", "ter", "ten", "van den", "in 't", "te")
NAAMDELEN = (
    ("Aal", "Beek", "Berg", "Bos", "Broek", "Dijk", "Elzen", "Es", "Heide", "Hoek", "Hof", "Kamp", "Kerk", "Kolk",
     "Lage", "Linden", "Maat", "Meer", "Molen", "Nije", "Oever", "Olden", "Rietland", "Schip", "Sloot", "Steen",
     "Veld", "Ven", "Weide", "Wilgen", "Wolde", "Zand"),
    ("beek", "berg", "brink", "brugge", "dam", "dijk", "haar", "hof", "horst", "huis", "ink", "kamp", "lo", "man",
     "mans", "mors", "oord", "schot", "stra", "veen", "veld", "voort", "waard", "wijk"),
)  # fmt: skip
STRATEN = (
    "Bremstraat",
    "Dotterlaan",
    "Elzenhof",
    "Ganzerik",
    "Heemstpad",
    "Kamilleweg",
    "Lisdodde",
    "Munthof",
)
PLAATSEN = ("Enschede", "Losser", "Haaksbergen", "Almelo", "Hengelo", "Borne", "Oldenzaal", "Glanerbrug")

_SLOTS: dict[str, tuple[str, ...]] = {
    "wie": ("Betrokkene", "Hij", "Zij", "Het gezin", "De moeder", "De vader", "De oudste zoon", "De dochter",
            "De ex-partner", "De huisgenoot", "De mentor", "De bewindvoerder", "De buurman"),
    "partner": ("de wijkagent", "de reclassering", "het wijkteam", "de gemeente", "het FACT-team", "Veilig Thuis",
                "de verhuurder", "de verslavingszorg", "de jeugdbeschermer", "de leerplichtambtenaar",
                "de schuldhulpverlener", "de huisarts", "de GGD", "school", "de werkgever"),
    "maand": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
              "november", "december"),
    "zorg": ("schulden", "een dreigende ontruiming", "alcoholgebruik", "slapeloosheid", "verzuim op school",
             "ruzies met de buren", "een tekort aan toezicht", "angst om alleen te zijn", "geweld in het gezin",
             "diefstallen", "eenzaamheid", "achterstallig onderhoud", "verward gedrag", "een gemiste uitkering",
             "conflicten over geld", "een verslaving aan gokken", "het wegvallen van dagbesteding"),
    "kracht": ("een vaste baan", "contact met een zus", "een hond die verzorging vraagt", "motivatie voor behandeling",
               "een goede band met de wijkcoach", "sport op zaterdag", "inzicht in het eigen gedrag",
               "een grootmoeder dichtbij", "een afgeronde opleiding", "vertrouwen in de praktijkdocent"),
    "doen": ("een intake plannen", "de crisiskaart bijwerken", "het bewind aanvragen", "een huisbezoek brengen",
             "het verzuim bespreken", "een gesprek met school voeren", "de schuldregeling laten tekenen",
             "de inschrijving regelen", "een kamer zoeken", "het contactverbod toelichten", "de buren bezoeken",
             "vervangende dagbesteding zoeken", "een tolk inschakelen", "de medicatie laten beoordelen"),
    "uitkomst": ("dat is gelukt", "daar kwam het niet van", "de afspraak wordt verzet", "er volgt een brief",
                 "dat wordt over zes weken bekeken", "de partners wegen dat verschillend", "dat geeft rust",
                 "de lijn blijft kort", "er is nog geen reactie", "het loopt langs de gewone weg"),
    "aantal": ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "elf", "veertien"),
    "dag": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"),
}  # fmt: skip

_ZINNEN = (
    "{wie} is sinds {maand} in beeld vanwege {zorg}.",
    "Volgens {partner} waren er in {maand} {aantal} meldingen, vooral op {dag}.",
    "{wie} heeft aan {partner} verteld dat er {zorg} speelt.",
    "Er is {kracht}, en dat geeft een ingang.",
    "{partner} gaat {doen}; {uitkomst}.",
    "In {maand} is afgesproken {doen}, maar {uitkomst}.",
    "{wie} wil hulp, als {partner} het eerste contact legt.",
    "De zorgen gaan over {zorg} en over {zorg}.",
    "Wat helpt is {kracht}.",
    "{partner} en {partner} zien hetzelfde, maar wegen het anders.",
    "Na {maand} is het {aantal} weken rustig geweest; daarna was er weer {zorg}.",
    "De tafel houdt het erop dat {zorg} samenhangt met {zorg}.",
    "{wie} reageerde {aantal} keer niet op een brief van {partner}.",
    "Op {dag} is {wie} gezien door {partner}; {uitkomst}.",
    "Als {zorg} toeneemt, belt {partner} dezelfde dag.",
    "Voor {maand} moet duidelijk zijn wie zich richt op {zorg}.",
)


def geslachtsnaam(random: Random) -> str:
    """Return an invented family name, sometimes a double one."""
    naam = random.choice(NAAMDELEN[0]) + random.choice(NAAMDELEN[1])
    if random.random() < 0.08:
        naam += "-" + random.choice(NAAMDELEN[0]) + random.choice(NAAMDELEN[1])
    return naam


def zin(random: Random) -> str:
    """Return one sentence."""
    stukken = []
    for stuk in random.choice(_ZINNEN).split("{"):
        slot, haak, rest = stuk.partition("}")
        stukken.append(random.choice(_SLOTS[slot]) + rest if haak else stuk)
    tekst = "".join(stukken)
    tekst = tekst[0].upper() + tekst[1:]
    return tekst


def alinea(random: Random, minst: int, meest: int) -> str:
    """Return a paragraph of ``minst`` to ``meest`` sentences."""
    return " ".join(zin(random) for _ in range(random.randint(minst, meest)))


def bsn(random: Random) -> str:
    """Return nine digits that satisfy the elfproef, in a range that is not given out to people."""
    while True:
        cijfers = [9, 9, *(random.randrange(10) for _ in range(6))]
        rest = sum(gewicht * cijfer for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=True)) % 11
        if rest < 10:
            return "".join(map(str, (*cijfers, rest)))
