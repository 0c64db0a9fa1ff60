"""Every act of the page Overleggen with its key, for menu, go-to palette and key sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from vhdesk.ui.actions import Act
from vhdesk.ui.onderdelen.actie_lijst import CHANGE, LETTERS, OPEN_AGAIN
from vhdesk.ui.onderdelen.lijst_acts import letter_acts
from vhdesk.ui.overleg.aanwezigheid_panel import ATTENDANCE
from vhdesk.ui.overleg.uitvraag_panel import UITVRAAG

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage

CONTEXT: Final = "overleggen"
SUBMIT: Final = "overleg.vastleggen"
OPEN: Final = "overleg.openen"
CANCEL: Final = "overleg.afzeggen"
CLOSE: Final = "overleg.sluiten"
MINUTES: Final = "overleg.verslag"
REOPEN: Final = "overleg.heropenen"
BEGIN: Final = "overleg.bespreken"
GROUND: Final = "overleg.grondslag"
PLAN: Final = "overleg.plannen"
SERIES: Final = "overleg.reeks"
GONE: Final = "overleg.zaal_uit"
PHASE: Final = "overleg.fase"
BREAK: Final = "overleg.schorsen"


def _act(
    name: str, text: str, handler: Callable[[], object], keys: str = "", *,
    icon: str = "", enabled: Callable[[], bool] | None = None, words: str = "", section: str = "Overleg",
    palette: bool = True, looks: bool = False,
) -> Act:  # fmt: skip
    return Act(
        id=name if "." in name else f"overleg.{name}",
        text=text,
        section=section,
        handler=handler,
        shortcut=keys,
        context=CONTEXT,
        icon=icon,
        enabled=enabled,
        words=words,
        in_palette=palette,
        looks=looks,
    )


def page_acts(page: OverleggenPage) -> tuple[Act, ...]:
    """Return the acts of ``page``."""
    where, meeting, item, zaal, verloop = (
        page.standing, page.meeting_acts, page.item_acts, page.zaal, page.verloop
    )  # fmt: skip
    preparing, chairing, on_case = where.is_preparing, where.is_chairing, where.is_on_case
    acts = [
        _act(PLAN, "Overleg plannen", meeting.plan_meeting, "Ctrl+Shift+N", icon="calendar-plus", enabled=where.may_plan,
             words="nieuw vergadering"),
        _act(SERIES, "Volgende overleggen van de tafel tegelijk plannen", meeting.plan_series, "Ctrl+Shift+L",
             icon="calendar-days", enabled=where.has_series, words="reeks herhaling serie data"),
        _act(OPEN, "Overleg openen", meeting.open_running, "Ctrl+Shift+O", icon="play", enabled=where.can_open,
             words="beginnen starten"),
        _act("agenderen", "Casus op de agenda zetten", item.put_on_agenda, "Ctrl+T", icon="plus", enabled=where.can_add_case,
             words="kiezen toevoegen agenderen tussendoor ad hoc"),
        _act(CANCEL, "Overleg afzeggen", meeting.cancel_meeting, "Ctrl+Shift+X", icon="trash-2", enabled=preparing,
             words="verwijderen annuleren"),
        _act(CLOSE, "Overleg sluiten", meeting.close_meeting, "Ctrl+Shift+S", icon="lock", enabled=where.can_close,
             words="afsluiten beëindigen"),
        _act(MINUTES, "Verslag bekijken", meeting.show_minutes, "Ctrl+Shift+V", icon="file-text",
             enabled=where.is_closed, words="notulen", looks=True),
        _act(REOPEN, "Overleg heropenen", meeting.reopen_meeting, "Ctrl+Shift+H", icon="lock-open",
             enabled=where.can_reopen, words="terugdraaien aanvullen"),
        _act(BREAK, "Overleg schorsen of hervatten", verloop.toggle_break, "Ctrl+F9", icon="pause",
             enabled=verloop.can_break, words="pauze onderbreken verdagen verder gaan"),
        _act("voorzitter", "Van voorzitter wisselen", verloop.change_chair, "Shift+F9", icon="user-check",
             enabled=verloop.can_change, words="voorzitten overnemen halverwege"),
        _act("terugdraaien", "Opening van het overleg terugdraaien", meeting.take_opening_back, "Ctrl+Shift+T", icon="undo-2",
             enabled=where.can_take_opening_back, words="te vroeg verkeerd geopend"),
        _act("pakket_afdrukken", "Overlegpakket afdrukken, voor een overleg op papier", page.pakket.ask_print, "Ctrl+P",
             icon="printer", enabled=page.pakket.possible, words="papier regieboek presentielijst pakket"),
        _act("presentielijst_afdrukken", "Presentielijst afdrukken, om te tekenen voor geheimhouding", page.presentie.ask_print,
             "Ctrl+Shift+J", icon="printer", enabled=page.presentie.possible, words="handtekening geheimhouding aanwezig papier"),
        _act("presentielijst_opslaan", "Presentielijst opslaan als PDF", page.presentie.ask_file, "Ctrl+Shift+R",
             icon="file-down", enabled=page.presentie.possible, words="handtekening geheimhouding aanwezig papier"),
        _act("van_papier", "Overleg invoeren van papier, of toch niet", meeting.mark_paper, "Ctrl+Shift+W",
             icon="notebook-pen", enabled=where.can_take_opening_back, words="achteraf bladen regieboek"),
        _act("pakket_opslaan", "Overlegpakket opslaan als PDF", page.pakket.ask_file, "Ctrl+Shift+P", icon="file-down",
             enabled=page.pakket.possible, words="papier regieboek presentielijst pakket"),
        _act("volgende", "Volgend agendapunt", item.next_item, "F8; Ctrl+PgDown", icon="arrow-down",
             enabled=chairing, looks=True),
        _act("vorige", "Vorig agendapunt", item.previous_item, "Shift+F8; Ctrl+PgUp", icon="arrow-up",
             enabled=chairing, looks=True),
        _act(BEGIN, "Dit punt bespreken", item.begin_item, "F9", icon="circle-dot", enabled=chairing),
        _act("notitie", "Notitie schrijven", item.write_note, "Ctrl+N", icon="notebook-pen", enabled=chairing,
             words="aantekening"),
        _act("besluit", "Besluit schrijven", item.write_besluit, "Ctrl+B", icon="gavel", enabled=where.can_record,
             words="beslissing"),
        _act("actie", "Actie schrijven", item.write_actie, "Ctrl+J", icon="square-check", enabled=where.can_record,
             words="afspraak taak"),
        _act(SUBMIT, "Vastleggen", item.submit, "Ctrl+Return; Ctrl+Enter", icon="corner-down-left",
             enabled=where.can_submit),
        _act("vragen", "Besluit vragen aan wie het mag nemen", item.ask_gremium, "Ctrl+Shift+Return; Ctrl+Shift+Enter",
             icon="gavel", enabled=where.can_record, words="burgemeester gremium bevoegd gevraagd antwoord"),
        _act("besluit_antwoord", "Antwoord op een besluit vastleggen, of bekrachtigen", item.answer_asked, "Ctrl+Shift+M",
             icon="corner-down-left", enabled=where.can_answer,
             words="burgemeester gremium genomen afgewezen gevraagd"),
        _act("plan_vaststellen", "Plan van aanpak vaststellen", item.adopt_plan, "F6", icon="gavel",
             enabled=where.can_record, words="versie besluit plan tafel"),
        _act("meer", "Onderbouwing, voorwaarde of informering schrijven", item.ask_more, "Ctrl+E", icon="list",
             enabled=where.can_submit, words="conditie afwijkende mening betrokkene meer velden"),
        _act("casemanager", "Casemanager aanwijzen", item.assign_casemanager, "Ctrl+M", icon="user-check",
             enabled=where.can_record),
        _act("verantwoordelijke", "Verantwoordelijke aanwijzen", item.assign_verantwoordelijke, "Ctrl+R",
             icon="shield", enabled=where.can_record),
        _act("procesregisseur", "Procesregisseur aanwijzen", item.assign_procesregisseur, "Ctrl+G", icon="users",
             enabled=where.can_record, words="rol regie"),
        _act("volgende_datum", "Volgende datum bepalen", item.set_next_date, "Ctrl+D", icon="calendar",
             enabled=where.can_record, words="terug op tafel"),
        _act(PHASE, "Volgende fase van deze casus", page.fase.next_phase, "Ctrl+F8", icon="arrow-right",
             enabled=page.fase.can_go_on, words="beeldvorming oordeelsvorming besluitvorming bob"),
        _act("bouwsteen", "Tekstbouwsteen invoegen", page.bouwsteen.offer, "Ctrl+Shift+I", icon="file-plus", enabled=chairing,
             words="standaardzin standaardtekst invoegen"),
        _act(GONE, "Zij zijn de zaal uit", zaal.all_gone, "Ctrl+Shift+U", icon="door-open", enabled=zaal.has_others,
             words="verlaten vertrokken niet betrokken zaal"),
        _act("zaalscherm", "Zaalscherm openen of sluiten", zaal.toggle, "F12", icon="external-link", enabled=chairing,
             words="beamer projector tweede scherm presentatie", looks=True),
        _act("zaal_leeg", "Zaalscherm leeg of weer aan", zaal.toggle_blank, "Ctrl+F12", icon="eye-off",
             enabled=zaal.is_open, words="beamer zwart verbergen", looks=True),
        _act("zaal_namen", "Namen op het zaalscherm bij deze casus", zaal.toggle_names, "Shift+F12", icon="eye",
             enabled=zaal.can_name, words="beamer tonen verbergen", looks=True),
        _act("vastgelegd", "Naar wat is vastgelegd", item.to_outcomes, "F7", icon="list", enabled=on_case,
             words="wijzigen terugnemen", looks=True),
        _act("iedereen_aanwezig", "Alle overigen aanwezig", item.all_present, "Ctrl+Shift+A", icon="users",
             enabled=where.is_attendance),
        _act("dossier", "Casus openen in het dossier", item.open_case, "Ctrl+Shift+D", icon="folder-open",
             enabled=where.has_case, looks=True),
        _act("omlaag", "Beeld omlaag", item.scroll_down, "Alt+PgDown", enabled=on_case, palette=False, looks=True),
        _act("omhoog", "Beeld omhoog", item.scroll_up, "Alt+PgUp", enabled=on_case, palette=False, looks=True),
        _act("agenda", "Agenda tonen of verbergen", item.toggle_agenda, "F4", icon="panel-left", enabled=chairing, looks=True),
        _act("zoeken", "Zoeken in de lijst", item.focus_search, "Ctrl+F", icon="search", looks=True),
        _act("alle", "Alle overleggen", page.leave_meeting, "Alt+Left", icon="arrow-left", enabled=where.in_meeting, looks=True),
        _act("tabblad1", "Eerste tabblad", item.first_tab, "Alt+1", enabled=where.has_tabs, palette=False, looks=True),
        _act("tabblad2", "Tweede tabblad", item.second_tab, "Alt+2", enabled=where.has_tabs, palette=False, looks=True),
        _act("tabblad3", "Derde tabblad", item.third_tab, "Alt+3", enabled=where.has_tabs, palette=False, looks=True),
        _act("tabblad4", "Vierde tabblad", item.fourth_tab, "Alt+4", enabled=where.has_tabs, palette=False, looks=True),
        _act("tabblad5", "Vijfde tabblad", item.fifth_tab, "Alt+5", enabled=where.has_tabs, palette=False, looks=True),
        _act("volgorde", "Volgorde voorstellen waarin partners het minst wachten", meeting.propose_order, "Ctrl+Shift+Y",
             icon="list", enabled=preparing, words="agenda ordenen kinderen eerst later komen eerder weg"),
        _act("punt_omhoog", "Agendapunt naar boven", item.move_up, "Alt+Up", icon="arrow-up", enabled=preparing,
             words="volgorde verplaatsen omhoog"),
        _act("punt_omlaag", "Agendapunt naar beneden", item.move_down, "Alt+Down", icon="arrow-down",
             enabled=preparing, words="volgorde verplaatsen omlaag"),
        _act("voorstel", "Alle voorgestelde casussen aanvinken", item.tick_proposed, "Ctrl+Shift+K", icon="list-checks",
             enabled=where.is_choosing, words="voorstel agenda alles vinken", looks=True),
        _act("vaststellen", "Agenda vaststellen, of dat terugnemen", meeting.fix_agenda, "Ctrl+Shift+E",
             icon="circle-check", enabled=where.can_fix, words="bevriezen definitief concept"),
        _act(GROUND, "Grondslag van deze casus invullen", item.to_ground, "Ctrl+Shift+G", icon="scale",
             enabled=where.was_refused, words="doel aanbrenger wet bescherming", looks=True),
        _act("punt_toevoegen", "Agendapunt zonder casus toevoegen", item.add_punt, "Ctrl+Shift+B", icon="plus",
             enabled=preparing, words="vrij punt thema mededelingen agenda"),
        _act("gast", "Toehoorder of betrokkene uitnodigen", item.invite_guest, "Ctrl+Shift+F", icon="user-plus",
             enabled=preparing, words="observator vertegenwoordiger gast deelnemer besloten"),
        _act("punt_wijzigen", "Agendapunt wijzigen (F2 in de agenda)", item.change_punt, icon="pencil", enabled=preparing,
             words="hernoemen titel minuten agenda"),
        _act("van_agenda", "Agendapunt van de agenda halen", item.remove_item, icon="minus", enabled=where.can_remove),
        _act("ongedaan", "Laatste handeling ongedaan maken", meeting.undo, "Ctrl+Alt+Z", icon="undo-2",
             section="Bewerken", words="terug herstel"),
    ]  # fmt: skip
    actions = (*LETTERS, OPEN_AGAIN, CHANGE)
    return (
        *acts,
        *letter_acts(page, CONTEXT, "Overleg", "overleg.aanwezigheid", ATTENDANCE, item.attendance_list),
        *letter_acts(page, CONTEXT, "Overleg", "overleg.uitvraag", UITVRAAG, item.gap_board),
        *letter_acts(page, CONTEXT, "Overleg", "overleg.acties", actions, item.action_list),
    )
