"""The acts of the casussen page in menu, palette, key sheet: which there are and when they are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act
from vhdesk.ui.casussen.dossier_view import TABS
from vhdesk.ui.casussen.tab_betrokkenen import TabBetrokkenen
from vhdesk.ui.onderdelen.actie_lijst import CHANGE, LETTERS, OPEN_AGAIN, ActieLijst
from vhdesk.ui.onderdelen.bijlagen_card import BijlagenCard
from vhdesk.ui.onderdelen.lijst_acts import letter_acts
from vhdesk.vocabulary import Casusrol

if TYPE_CHECKING:
    from vhdesk.ui.casussen.page import CasussenPage

PAGE_ID = "casussen"


class _ToTab(QObject):
    """Brings one tab in front."""

    def __init__(self, page: CasussenPage, identity: str) -> None:
        super().__init__(page)
        self._page = page
        self._identity = identity

    def go(self) -> None:
        self._page.to_file()
        self._page.view.choose_tab(self._identity)


class CasusActs(QObject):
    """The handlers; each goes through the view that holds the field or panel."""

    def __init__(self, page: CasussenPage) -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view

    def acts(self) -> tuple[Act, ...]:
        """Return everything a person can do on this page."""
        return (self._search_act(), *self._roles(), *self._additions(), *self._outcomes(), *self._tabs())

    def _search_act(self) -> Act:
        return Act(
            id="casussen.zoeken", looks=True, text="Zoeken in casussen", section="Casus", shortcut="Ctrl+F", context=PAGE_ID,
            handler=self._page.focus_search, icon="search",
        )  # fmt: skip

    def _roles(self) -> tuple[Act, ...]:
        return (
            Act(id="casus.casemanager", text="Casemanager aanwijzen", section="Casus", shortcut="Ctrl+M",
                context=PAGE_ID, handler=self._casemanager, enabled=self._is_open, icon="user-check", words="rol regie"),
            Act(id="casus.verantwoordelijke", text="Verantwoordelijke aanwijzen", section="Casus", shortcut="Ctrl+R",
                context=PAGE_ID, handler=self._verantwoordelijke, enabled=self._is_open, icon="building-2", words="rol"),
            Act(id="casus.procesregisseur", text="Procesregisseur aanwijzen", section="Casus", shortcut="Ctrl+G",
                context=PAGE_ID, handler=self._procesregisseur, enabled=self._is_open, icon="users", words="rol"),
            Act(id="casus.volgende_datum", text="Volgende datum bepalen", section="Casus", shortcut="Ctrl+D",
                context=PAGE_ID, handler=self._volgende_datum, enabled=self._is_open, icon="calendar",
                words="terug op tafel"),
        )  # fmt: skip

    def _additions(self) -> tuple[Act, ...]:
        return (
            Act(id="casus.persoon", text="Persoon toevoegen", section="Casus", shortcut="Ctrl+N", context=PAGE_ID,
                handler=self._persoon, enabled=self._is_open, icon="user-plus", words="systeem gezin betrokkene"),
            Act(id="casus.persoon_wijzigen", text="Gegevens van een persoon wijzigen", section="Casus",
                shortcut="Ctrl+Shift+W", context=PAGE_ID, handler=self._persoon_wijzigen, enabled=self._is_open,
                icon="pencil", words="adres geboortedatum bsn alias rechtspersoon kvk"),
            Act(id="casus.relatie", text="Relatie tussen personen vastleggen", section="Casus",
                shortcut="Ctrl+Shift+R", context=PAGE_ID, handler=self._relatie, enabled=self._is_open, icon="link",
                words="ouder kind partner gezin systeem huisgenoot"),
            Act(id="casus.samenvoegen", text="Persoon samenvoegen met een ander", section="Casus",
                shortcut="Ctrl+Shift+S", context=PAGE_ID, handler=self._samenvoegen, enabled=self._is_open,
                icon="copy", words="dubbel zelfde ontdubbelen"),
            Act(id="casus.scheiden", text="Samenvoeging ongedaan maken", section="Casus",
                shortcut="Ctrl+Shift+U", context=PAGE_ID, handler=self._scheiden, enabled=self._is_open,
                icon="undo-2", words="scheiden splitsen dubbel"),
            Act(id="casus.aanmelding", text="Aanmelding aanvullen", section="Casus", shortcut="Ctrl+E", context=PAGE_ID,
                handler=self._aanmelding, enabled=self._is_open, icon="pencil",
                words="melder veiligheid tolk kinderen justitiële titel bijlagen"),
            Act(id="casus.bijlage", text="Bijlage toevoegen", section="Casus", shortcut="Ctrl+Shift+D", context=PAGE_ID,
                handler=self._bijlage, enabled=self._is_open, icon="file-plus", words="bestand document pdf stuk"),
            Act(id="casus.bijlage_tonen", looks=True, text="Bijlage bekijken", section="Casus", shortcut="Ctrl+F10", context=PAGE_ID,
                handler=self._bijlage_tonen, enabled=self._has_files, icon="eye", words="bestand document lezen"),
            Act(id="casus.bijlage_opslaan", text="Bijlage opslaan als bestand", section="Casus", shortcut="Ctrl+Shift+F10",
                context=PAGE_ID, handler=self._bijlage_opslaan, enabled=self._has_files, icon="download",
                words="bestand document downloaden"),
            Act(id="casus.bekendheid", text="Bekendheid vastleggen", section="Casus", shortcut="Ctrl+B", context=PAGE_ID,
                handler=self._bekendheid, enabled=self._is_open, icon="circle-help", words="partners bekend vragen"),
            Act(id="casus.inbreng", text="Inbreng vastleggen", section="Casus", shortcut="Ctrl+I", context=PAGE_ID,
                handler=self._inbreng, enabled=self._is_open, icon="messages-square", words="leefgebied"),
            Act(id="casus.informeren", text="Vastleggen of de persoon is ingelicht", section="Casus", shortcut="Ctrl+F7",
                context=PAGE_ID,
                handler=self._informeren, enabled=self._is_open, icon="info", words="avg informeren betrokkene reden"),
            Act(id="casus.aanhalen", text="Inbreng aanhalen in het gezamenlijk beeld", section="Casus",
                shortcut="Ctrl+Shift+Q", context=PAGE_ID, handler=self._aanhalen, enabled=self._is_open,
                icon="link", words="citeren verwijzen bron"),
            Act(id="casus.tegenspraak", text="Tegenspraak tussen inbreng vastleggen", section="Casus",
                shortcut="Ctrl+Shift+C", context=PAGE_ID, handler=self._tegenspraak, enabled=self._is_open,
                icon="scale", words="weerspreken tegenstrijdig feiten"),
            Act(id="casus.zrm", text="Score op een datum vastleggen", section="Casus", shortcut="Ctrl+Shift+I",
                context=PAGE_ID, handler=self._zrm, enabled=self._is_open, icon="chart-column",
                words="zelfredzaamheid zrm matrix leefgebied"),
            Act(id="casus.actie", text="Actie op de casus vastleggen", section="Casus", shortcut="Ctrl+T",
                context=PAGE_ID, handler=self._actie, enabled=self._is_open, icon="list-checks"),
            Act(id="casus.besluit_verbeteren", text="Besluit wijzigen of vervangen", section="Casus",
                shortcut="Ctrl+Shift+V", context=PAGE_ID, handler=self._verbeteren, enabled=self._can_withdraw,
                icon="pencil", words="verbeteren herstellen fout"),
            Act(id="casus.besluit_antwoord", text="Antwoord op een besluit vastleggen, of bekrachtigen", section="Casus",
                shortcut="Ctrl+Shift+M", context=PAGE_ID, handler=self._antwoord, enabled=self._waits,
                icon="corner-down-left", words="burgemeester gremium genomen afgewezen gevraagd voorbehoud bekrachtigen"),
            Act(id="casus.besluit_intrekken", text="Besluit intrekken", section="Casus", shortcut="Ctrl+Shift+B",
                context=PAGE_ID, handler=self._intrekken, enabled=self._can_withdraw, icon="gavel"),
        )  # fmt: skip

    def _outcomes(self) -> tuple[Act, ...]:
        letters = (*LETTERS, OPEN_AGAIN, CHANGE)
        return letter_acts(self._page, PAGE_ID, "Casus", "casus.actie", letters, self._lijst)

    def _tabs(self) -> tuple[Act, ...]:
        tabs = [
            Act(id=f"casus.tab.{identity}", looks=True, text=f"Tabblad {text.lower()}", section="Casus", shortcut=f"Alt+{number}",
                context=PAGE_ID, handler=_ToTab(self._page, identity).go, enabled=self._is_open, icon="panel-left")
            for number, (identity, text) in enumerate(TABS, 1)
        ]  # fmt: skip
        tabs += [
            Act(id="casus.tab.volgende", looks=True, text="Volgend tabblad", section="Casus", shortcut="Ctrl+PgDown",
                context=PAGE_ID, handler=self._next_tab, enabled=self._is_open, icon="arrow-right"),
            Act(id="casus.tab.vorige", looks=True, text="Vorig tabblad", section="Casus", shortcut="Ctrl+PgUp",
                context=PAGE_ID, handler=self._previous_tab, enabled=self._is_open, icon="arrow-left"),
        ]  # fmt: skip
        return tuple(tabs)

    # --- when

    def _waits(self) -> bool:
        dossier = self._view.dossier
        return dossier is not None and any(row.wacht or row.onder_voorbehoud for row in dossier.besluiten)

    def _is_open(self) -> bool:
        return bool(self._view.casus_id)

    def _lijst(self) -> ActieLijst | None:
        there = self._is_open() and self._view.strip.current() == "acties"
        return self._view.acties.lijst if there and self._view.acties.lijst.current() is not None else None

    def _can_withdraw(self) -> bool:
        dossier = self._view.dossier
        return dossier is not None and bool(dossier.besluiten)

    def _has_files(self) -> bool:
        dossier = self._view.dossier
        return dossier is not None and bool(dossier.bijlagen)

    # --- what

    def _bijlagen(self) -> BijlagenCard:
        self._page.to_file()
        self._view.strip.choose("overzicht")
        return self._view.overzicht.bijlagen

    def _bijlage(self) -> None:
        self._bijlagen().ask_file()

    def _bijlage_tonen(self) -> None:
        self._bijlagen().show_current()

    def _bijlage_opslaan(self) -> None:
        self._bijlagen().save_current()

    def _casemanager(self) -> None:
        self._page.to_file()
        self._view.ask_rol(Casusrol.CASEMANAGER.value)

    def _verantwoordelijke(self) -> None:
        self._page.to_file()
        self._view.ask_rol(Casusrol.VERANTWOORDELIJKE.value)

    def _procesregisseur(self) -> None:
        self._page.to_file()
        self._view.ask_rol(Casusrol.PROCESREGISSEUR.value)

    def _persoon(self) -> None:
        self._betrokkenen().add_person()

    def _betrokkenen(self) -> TabBetrokkenen:
        self._page.to_file()
        self._view.strip.choose("betrokkenen")
        return self._view.betrokkenen

    def _persoon_wijzigen(self) -> None:
        self._betrokkenen().change_person()

    def _relatie(self) -> None:
        self._betrokkenen().relate_person()

    def _samenvoegen(self) -> None:
        self._betrokkenen().merge_person()

    def _scheiden(self) -> None:
        self._betrokkenen().part_person()

    def _aanmelding(self) -> None:
        self._page.context.shell.navigate("aanmeldingen", f"aanvullen:{self._view.casus_id}")

    def _bekendheid(self) -> None:
        self._page.to_file()
        self._view.strip.choose("bescherming")
        self._view.bescherming.bekendheid.focus_first()

    def _inbreng(self) -> None:
        self._page.to_file()
        self._view.strip.choose("leefgebieden")
        self._view.leefgebieden.add_inbreng()

    def _informeren(self) -> None:
        self._page.to_file()
        self._view.strip.choose("overzicht")
        self._view.overzicht.ingelicht.stand.setFocus()

    def _aanhalen(self) -> None:
        self._page.to_file()
        self._view.strip.choose("leefgebieden")
        self._view.leefgebieden.cite_current()

    def _tegenspraak(self) -> None:
        self._page.to_file()
        self._view.strip.choose("leefgebieden")
        self._view.leefgebieden.contradict_current()

    def _zrm(self) -> None:
        self._page.to_file()
        self._view.strip.choose("leefgebieden")
        self._view.leefgebieden.add_score()

    def _actie(self) -> None:
        self._page.to_file()
        self._view.strip.choose("acties")
        self._view.acties.add_actie()

    def _volgende_datum(self) -> None:
        self._page.to_file()
        self._view.ask_datum()

    def _verbeteren(self) -> None:
        self._page.to_file()
        self._view.strip.choose("besluiten")
        self._view.besluiten.correct_current()

    def _antwoord(self) -> None:
        self._page.to_file()
        self._view.strip.choose("besluiten")
        self._view.besluiten.answer_current()

    def _intrekken(self) -> None:
        self._page.to_file()
        self._view.strip.choose("besluiten")
        self._view.besluiten.ask_current()

    def _next_tab(self) -> None:
        self._page.to_file()
        self._view.step_tab(1)

    def _previous_tab(self) -> None:
        self._page.to_file()
        self._view.step_tab(-1)
