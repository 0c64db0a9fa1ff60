"""Persons and systems: natural or legal, aliases, how a name sounds, relations, and two that were made one.

Self-contained: a migration never imports application code. Hence the copy of how names are folded and how they
sound, as it was when the column ``klank`` was filled.
"""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE",
     "ß": "ss", "ĳ": "ij", "Ĳ": "IJ", "æ": "ae", "Æ": "AE", "þ": "th", "ð": "d", "’": "'"}
)  # fmt: skip
_TABEL = """
'm  's  't  aan  aan 't  aan de  aan den  aan der  aan het  af  al  am de  auf  auf dem  auf den  auf der  auf ter
aus  aus 'm  aus dem  aus den  aus der  bij  bij 't  bij de  bij den  bij het  boven d'  d'  da  dal  dalla  das  de
de die  de die le  de l'  de la  de las  de le  de los  de van der  deca  degli  dei  del  dela  della  den  der  des
di  die le  dos  du  el  gen  het  in  in 't  in de  in den  in der  in het  la  las  le  les  los  onder  onder 't
onder de  onder den  onder het  op  op 't  op de  op den  op der  op gen  op het  op ten  over  over 't  over de
over den  over het  te  ten  ter  tho  thoe  thor  to  toe  tot  uijt  uijt 't  uijt de  uijt den  uijt het
uijt te de  uijt ten  uit  uit 't  uit de  uit den  uit het  uit te de  uit ten  unter  van  van 't  van de  van de l'
van den  van der  van gen  van het  van la  van ter  van van de  vanden  vander  vom  von  von 't  von dem  von den
von der  voor  voor 't  voor de  voor den  voor in 't  vor  vor der  zu  zum  zur
"""
_VOORVOEGSELS = frozenset(_TABEL.split())
_DUBBEL = re.compile(r"(.)\1+")
_GEEN_LETTER = re.compile(r"[^\w]|[\d_]")
_WOORDEN = re.compile(r"[\s\-/,]+")
# Capitals are sounds that no later rule may take for letters.
_REGELS = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        ("chr", "kr"),
        ("^sch(?=[aeiouyr])", "sG"),
        ("tsj|cz|sch|sz|sj(?=[aeiouy])|sh", "s"),
        ("[cgk]h", "G"),
        ("g", "G"),
        ("ph", "f"),
        ("th", "t"),
        ("h(?![aeiouy])", ""),
        ("ck", "k"),
        ("qu", "kw"),
        ("q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("^dj", "j"),
        ("^y(?=[aeiou])", "j"),
        ("(?<=[^aeiou])y$", "i"),
        ("o(?:ij|iy|i|y|j)(?![aou])", "O"),
        ("u(?:ij|iy|i|y)", "Q"),
        ("(?:eij|aij|ei|ey|ai|ay|ij|aj|y)", "Y"),
        ("ie", "i"),
        ("i(?=[aou])", "j"),
        ("^ou(?=[aeiY])", "w"),
        ("eu", "E"),
        ("[ao]uw?|oe|ue|u", "U"),
        ("ae", "a"),
        ("v", "f"),
        ("z", "s"),
        ("dt?$", "t"),
    )
)
_RELATIES = (
    "partner", "ex-partner", "ouder", "stiefouder", "pleegouder", "grootouder", "voogd", "broer of zus", "familie",
    "huisgenoot", "verzorger", "bekende", "bestuurder",
)  # fmt: skip
_INDEXEN = ("geboortedatum", "klank", "kvk", "postcode", "samengevoegd_in_id")


def _vouw(naam: str) -> str:
    plain = unicodedata.normalize("NFKD", naam.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().strip()


def _sleutel(woord: str) -> str:
    sleutel = _DUBBEL.sub(r"\1", _GEEN_LETTER.sub("", woord))
    for patroon, klank in _REGELS:
        sleutel = patroon.sub(klank, sleutel)
    return _DUBBEL.sub(r"\1", sleutel)


def naamklank(*delen: str) -> str:
    """Return how the words of these names sound, without voorvoegsels, each once."""
    gevonden: list[str] = []
    for deel in delen:
        woorden = [woord for woord in _WOORDEN.split(_vouw(deel)) if woord]
        dragend = [woord for woord in woorden if woord not in _VOORVOEGSELS]
        gevonden += [sleutel for woord in dragend or woorden if (sleutel := _sleutel(woord))]
    return " ".join(dict.fromkeys(gevonden))


def upgrade() -> None:
    with op.batch_alter_table("persoon") as batch:
        batch.add_column(sa.Column("soort", sa.String(40), nullable=False, server_default="natuurlijk"))
        batch.add_column(sa.Column("aliassen", sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("kvk", sa.String(20), nullable=False, server_default=sa.text("''")))
        batch.add_column(sa.Column("klank", sa.String(500), nullable=False, server_default=sa.text("''")))
        batch.add_column(sa.Column("samengevoegd_in_id", sa.String(32), nullable=True))
        batch.create_check_constraint(
            op.f("ck_persoon_persoonsoort"), "soort IN ('natuurlijk', 'rechtspersoon')"
        )
        batch.create_foreign_key(
            op.f("fk_persoon_samengevoegd_in_id_persoon"),
            "persoon",
            ["samengevoegd_in_id"],
            ["id"],
            ondelete="CASCADE",
        )
    connection = op.get_bind()
    personen = connection.execute(sa.text("SELECT id, geslachtsnaam, voornamen FROM persoon")).all()
    klanken = [{"id": rij[0], "klank": naamklank(rij[1], rij[2])} for rij in personen]
    if klanken:
        connection.execute(sa.text("UPDATE persoon SET klank = :klank WHERE id = :id"), klanken)
    for kolom in _INDEXEN:
        op.create_index(op.f(f"ix_persoon_{kolom}"), "persoon", [kolom], unique=False)
    op.create_table(
        "persoonrelatie",
        sa.Column("van_id", sa.String(length=32), nullable=False),
        sa.Column("naar_id", sa.String(length=32), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(*_RELATIES, name="relatiesoort", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("van_id != naar_id", name=op.f("ck_persoonrelatie_ander")),
        sa.ForeignKeyConstraint(
            ["van_id"], ["persoon.id"], name=op.f("fk_persoonrelatie_van_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["naar_id"], ["persoon.id"], name=op.f("fk_persoonrelatie_naar_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoonrelatie")),
        sa.UniqueConstraint("van_id", "naar_id", "soort", name=op.f("uq_persoonrelatie_van_id")),
    )
    op.create_index(op.f("ix_persoonrelatie_naar_id"), "persoonrelatie", ["naar_id"], unique=False)
    op.create_table(
        "samenvoeging",
        sa.Column("blijft_id", sa.String(length=32), nullable=False),
        sa.Column("weg_id", sa.String(length=32), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("verhuisd", sa.JSON(), nullable=False),
        sa.Column("ongedaan_op", sa.DateTime(), nullable=True),
        sa.Column("ongedaan_reden", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("blijft_id != weg_id", name=op.f("ck_samenvoeging_ander")),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_samenvoeging_reden")),
        sa.CheckConstraint(
            "(ongedaan_op IS NULL) = (ongedaan_reden = '')", name=op.f("ck_samenvoeging_ongedaan")
        ),
        sa.ForeignKeyConstraint(
            ["blijft_id"], ["persoon.id"], name=op.f("fk_samenvoeging_blijft_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["weg_id"], ["persoon.id"], name=op.f("fk_samenvoeging_weg_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samenvoeging")),
    )
    op.create_index(op.f("ix_samenvoeging_blijft_id"), "samenvoeging", ["blijft_id"], unique=False)
    op.create_index(op.f("ix_samenvoeging_weg_id"), "samenvoeging", ["weg_id"], unique=False)


def downgrade() -> None:
    op.drop_table("samenvoeging")
    op.drop_table("persoonrelatie")
    for kolom in _INDEXEN:
        op.drop_index(op.f(f"ix_persoon_{kolom}"), table_name="persoon")
    with op.batch_alter_table("persoon") as batch:
        batch.drop_constraint("fk_persoon_samengevoegd_in_id_persoon", type_="foreignkey")
        batch.drop_constraint("ck_persoon_persoonsoort", type_="check")
        for kolom in ("samengevoegd_in_id", "klank", "kvk", "aliassen", "soort"):
            batch.drop_column(kolom)
