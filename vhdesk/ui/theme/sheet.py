"""The style sheet: one string, made from tokens and the text scale.

Roles are dynamic properties, so that a page never writes a colour: ``QLabel[role=...]`` title, section, small,
label, fault; ``QPushButton[kind=...]`` primary, danger, quiet; ``QFrame[kind=...]`` card, bar, line, pane.
"""

from __future__ import annotations

import sys
from string import Template

from vhdesk.ui.theme import tokens as t
from vhdesk.ui.theme.glyphs import glyph_url
from vhdesk.ui.theme.tokens import Tokens

_TEXT = Template("""
* { outline: none; }
QWidget { color: $text; }
QMainWindow, QDialog, QStackedWidget, QWidget[kind="page"] { background: $window; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title_pt}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section_pt}pt; font-weight: 600; }
QLabel[role="room"] { font-size: ${room_pt}pt; }
QLabel[role="room_strong"] { font-size: ${room_pt}pt; font-weight: 600; color: $accent; }
QLabel[role="room_muted"] { font-size: ${section_pt}pt; color: $muted; }
QLabel[role="room_large"] { font-size: ${room_large_pt}pt; }
QLabel[role="room_title"] { font-size: ${room_large_pt}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small_pt}pt; }
QLabel[role="label"] { color: $muted; font-size: ${small_pt}pt; font-weight: 500; }
QLabel[role="fault"] { color: $danger; font-size: ${small_pt}pt; }
QLabel[role="classification"] { color: $muted; font-size: ${small_pt}pt; font-weight: 600; }
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px 6px; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="pane"] { background: $surface; border: none; }
QFrame[kind="line"] { background: $line; border: none; }
QFrame[kind="panel"] { background: $surface; border: 1px solid $field; border-radius: 8px; }
QFrame[kind="panel"][place="page"] { margin: 12px 12px 0 12px; }
QFrame[kind="bar"][state="danger"] { background: $danger_soft; border: 1px solid $danger; border-radius: 8px; }
QFrame[kind="bar"][state="warn"] { background: $warn_soft; border: 1px solid $warn; border-radius: 8px; }
QFrame[kind="bar"][state="ok"] { background: $ok_soft; border: 1px solid $ok; border-radius: 8px; }
QFrame[kind="bar"][place="window"] { margin: 8px 8px 0 8px; }
QFrame[kind="bar"][state="news"] { background: $accent_soft; border: 1px solid $accent; border-radius: 8px; }
""")

_FIELDS = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $text; placeholder-text-color: $muted; icon-size: ${glyph}px; border: 1px solid $field; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  padding: 4px 9px; min-height: ${inner}px; max-height: ${inner}px; }
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {
  border: 2px solid $accent; padding: 3px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $window; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; }
*[invalid="true"] { border: 1px solid $danger; }
*[invalid="true"]:focus { border: 2px solid $danger; }
QPlainTextEdit[kind="bare"], QLineEdit[kind="bare"] { border: none; background: transparent; }
QComboBox { padding-right: 28px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: none; padding: 0 0 0 8px; min-height: 0; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: $down; width: ${glyph}px; height: ${glyph}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $field; padding: 4px; }
QSpinBox::up-button, QTimeEdit::up-button {
  border: none; width: 22px; subcontrol-position: top right; margin: 2px 3px 0 0; }
QSpinBox::down-button, QTimeEdit::down-button {
  border: none; width: 22px; subcontrol-position: bottom right; margin: 0 3px 2px 0; }
QSpinBox::up-arrow, QTimeEdit::up-arrow { image: $up; width: 12px; height: 12px; }
QSpinBox::down-arrow, QTimeEdit::down-arrow { image: $down; width: 12px; height: 12px; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; padding: 3px; border: 2px solid transparent;
  border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${glyph}px; height: ${glyph}px; background: $surface;
  border: 1px solid $field; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: $tick; }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: $dash; }
QRadioButton::indicator:checked { border-color: $accent; image: $dot; }
QAbstractItemView::indicator { width: ${glyph}px; height: ${glyph}px; background: $surface;
  border: 1px solid $field; border-radius: 4px; }
QAbstractItemView::indicator:checked { background: $accent; border-color: $accent; image: $tick; }
""")

_BUTTONS = Template("""
QPushButton { icon-size: ${glyph}px; background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
  padding: 4px 13px; min-height: ${inner}px; max-height: ${inner}px; font-weight: 500; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 12px; }
QPushButton:disabled { color: $muted; background: $window; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:focus { border: 2px solid $danger; }
QPushButton[kind="danger"]:default { background: $danger; color: $on_danger; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="quiet"][align="left"] { text-align: left; }
QPushButton[kind="sentence"] { background: transparent; border: 1px solid transparent; color: $text;
  text-align: left; font-weight: 400; }
QPushButton[kind="sentence"]:hover { background: $accent_soft; }
QPushButton[kind="sentence"]:focus { border: 2px solid $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px;
  color: $text; }
QToolButton:hover { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton::menu-indicator { image: none; }
""")

_VIEWS = Template("""
QAbstractItemView { background: $surface; color: $text; border: none; alternate-background-color: $surface;
  selection-background-color: $accent_soft; selection-color: $text; }
QListView[kind="floating"] { border: 1px solid $field; border-radius: 6px; padding: 1px; }
QLabel[kind="floating"] { background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
  padding: 8px 10px; }
QListView[kind="clear"] { background: transparent; }
QTableView, QTreeView { gridline-color: $line; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QListWidget::item { border: 2px solid transparent; border-radius: 4px; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QListWidget::item:focus { border: 2px solid $accent; }
QTreeView::item { padding: 4px 8px; border-bottom: 1px solid $line; }
QTreeView::item:selected, QTreeView::item:focus { background: $accent_soft; color: $text; }
QTreeView:focus { border: 2px solid $accent; }
QComboBox QAbstractItemView::item { min-height: ${inner}px; padding: 2px 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $sidebar; border: none; }
QHeaderView::section { background: $sidebar; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 6px 10px; font-size: ${small_pt}pt; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: $up; width: 12px; height: 12px; subcontrol-position: center right; }
QHeaderView::down-arrow { image: $down; width: 12px; height: 12px; subcontrol-position: center right; }
QTableCornerButton::section { background: $sidebar; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QProgressBar { background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")

_FRAME = Template("""
QMenuBar { background: $sidebar; color: $text; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_soft; color: $text; }
QMenu { background: $surface; color: $text; border: 1px solid $field; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::right-arrow { image: $right; width: 14px; height: 14px; }
QFrame[kind="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $line; }
QFrame[kind="statusline"] { background: $sidebar; border: none; border-top: 1px solid $line; }
QFrame[kind="statusline"] QLabel { color: $muted; font-size: ${small_pt}pt; }
QFrame[kind="statusline"] QLabel[role="classification"] { font-weight: 600; }
QFrame[kind="statusline"] QLabel[role="reading"] { color: $text; font-weight: 600; }
QFrame[kind="statusline"] QLabel[role="practice"] { color: $practice_ink; font-weight: 600; }
QTabBar { background: transparent; font-weight: 500; }
QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
  padding: 7px 3px; margin-right: 10px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; background: $accent_soft; border: 2px solid $accent; border-radius: 4px;
  padding: 5px 1px 7px 1px; }
QTabBar QToolButton { background: $window; border: none; }
QTabBar QToolButton::left-arrow { image: $left; width: ${glyph}px; height: ${glyph}px; }
QTabBar QToolButton::right-arrow { image: $right; width: ${glyph}px; height: ${glyph}px; }
QTabBar::tear { width: 0; border: none; }
QTabBar::scroller { width: ${scroller}px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $window; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QLabel[role="practice"] { background: $practice; color: $practice_ink; font-weight: 600; padding: 1px 8px;
  border-radius: 4px; font-size: ${small_pt}pt; }
""")


def style_sheet(tokens: Tokens, scale: float, family: str) -> str:
    """Return the whole style sheet for ``tokens`` at text ``scale``; ``family`` is the typeface."""
    dpi = 96 / 72 if sys.platform == "darwin" else 1.0
    values = {role: tokens.colour(role) for role in t.ROLES}
    values |= {f"{step}_pt": f"{size * scale * dpi:g}" for step, size in t.TYPE_SCALE.items()}
    values |= {
        "family": family,
        "inner": str(round(22 * scale)),
        "glyph": str(round(16 * scale)),
        "scroller": str(round(26 * scale)),
        "round": str(round(16 * scale) // 2 + 1),
        "practice_ink": "#000000" if t.contrast("#000000", tokens.practice) > 4.5 else "#FFFFFF",
        "down": glyph_url("down", tokens.muted),
        "up": glyph_url("up", tokens.muted),
        "left": glyph_url("left", tokens.muted),
        "right": glyph_url("right", tokens.muted),
        "tick": glyph_url("tick", tokens.on_accent),
        "dash": glyph_url("dash", tokens.on_accent),
        "dot": glyph_url("dot", tokens.accent),
    }
    return "".join(part.substitute(values) for part in (_TEXT, _FIELDS, _BUTTONS, _VIEWS, _FRAME))
