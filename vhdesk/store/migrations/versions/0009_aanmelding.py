"""Aanmelding, bekendheid, weging and duties; who may refer to a table; Top X and help counted apart.

What an organisation brought in before, it could only say because it knew the person: it becomes 'bekend' on the day of
its first statement. Self-contained: a migration never imports application code.
"""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _enum(*values: str, name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _caseload() -> sa.Enum:
    return _enum("top x", "hulp in de uitvoering", name="caseload")


def _aanmeldregel() -> sa.Enum:
    return _enum("gemeenten", "partners", name="aanmeldregel")


def _id(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=32), nullable=nullable)


def _kort(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _tekst(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _vlag(name: str, *, nullable: bool = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=nullable)


def _dag(name: str, *, nullable: bool = False) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _naar(table: str, column: str, other: str, *, weg: bool = False) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=op.f(f"fk_{table}_{column}_{other}"),
        ondelete="CASCADE" if weg else None,
    )


def _controle(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    with op.batch_alter_table("casus") as batch:
        batch.add_column(sa.Column("caseload", _caseload(), nullable=False, server_default="top x"))
    with op.batch_alter_table("casus") as batch:
        batch.alter_column("caseload", existing_type=_caseload(), server_default=None)
    op.create_index(
        "ix_casus_hulp", "casus", ["status", "id"], sqlite_where=sa.text("caseload = 'hulp in de uitvoering'")
    )
    with op.batch_alter_table("tafel") as batch:
        batch.add_column(sa.Column("aanmelders", _aanmeldregel(), nullable=False, server_default="gemeenten"))
    with op.batch_alter_table("tafel") as batch:
        batch.alter_column("aanmelders", existing_type=_aanmeldregel(), server_default=None)
    _aanmelding()
    _bekendheid()
    _weging()
    _plicht()
    op.execute(
        "INSERT INTO bekendheid (id, casus_id, organisatie_id, stand, reden, gevraagd_op, antwoord_op, contact,"
        " contact_telefoon, contact_email) SELECT lower(hex(randomblob(16))), casus_id, organisatie_id, 'bekend', '',"
        " min(datum), min(datum), '', '', '' FROM inbreng GROUP BY casus_id, organisatie_id"
    )


def _aanmelding() -> None:
    op.create_table(
        "aanmelding",
        _id("casus_id"),
        sa.Column(
            "bron",
            _enum(
                "gemeente",
                "blue list",
                "lokaal veld",
                "andere tafel",
                "partner",
                "iedereen",
                name="aanmeldbron",
            ),
            nullable=False,
        ),
        _vlag("code_rood"),
        _vlag("blue_list"),
        _id("van_tafel_id", nullable=True),
        _id("melder_organisatie_id", nullable=True),
        _kort("melder_functie", 200),
        _kort("melder_telefoon", 40),
        _kort("melder_email", 200),
        _vlag("terugkoppeling_gewenst"),
        _vlag("spoed"),
        _tekst("spoed_reden"),
        sa.Column("besproken", _enum("ja", "nee", name="besproken"), nullable=True),
        _tekst("situatieschets"),
        _tekst("incidenten"),
        sa.Column("leefgebieden", sa.JSON(), nullable=False),
        _tekst("ingezet"),
        _tekst("vastgelopen"),
        _tekst("hulpverlening"),
        _kort("casusregisseur", 200),
        _tekst("huisverbod"),
        _tekst("justitiele_titel"),
        _tekst("veiligheid"),
        _tekst("kinderen"),
        _tekst("gezag"),
        sa.Column(
            "adressoort",
            _enum("woonadres", "briefadres", "verblijfadres", "zonder vaste woonplaats", name="adressoort"),
            nullable=True,
        ),
        _kort("email", 200),
        _kort("nationaliteit", 100),
        _kort("taal", 100),
        _vlag("tolk"),
        _tekst("bijlagen"),
        sa.Column("version", sa.Integer(), nullable=False),
        _id("id"),
        _controle("aanmelding", "spoed", "NOT spoed OR length(trim(spoed_reden)) > 0"),
        _controle("aanmelding", "iedereen", "code_rood OR bron != 'iedereen'"),
        _naar("aanmelding", "casus_id", "casus", weg=True),
        _naar("aanmelding", "van_tafel_id", "tafel"),
        _naar("aanmelding", "melder_organisatie_id", "organisatie"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanmelding")),
        sa.UniqueConstraint("casus_id", name=op.f("uq_aanmelding_casus_id")),
    )


def _bekendheid() -> None:
    op.create_table(
        "bekendheid",
        _id("casus_id"),
        _id("organisatie_id"),
        sa.Column(
            "stand",
            _enum("bekend", "niet bekend", "geen antwoord", "geweigerd", name="bekendheidstand"),
            nullable=False,
        ),
        _tekst("reden"),
        _dag("gevraagd_op"),
        _dag("antwoord_op", nullable=True),
        _kort("contact", 200),
        _kort("contact_telefoon", 40),
        _kort("contact_email", 200),
        _id("id"),
        _controle("bekendheid", "reden", "stand != 'geweigerd' OR length(trim(reden)) > 0"),
        _controle("bekendheid", "antwoord", "(stand = 'geen antwoord') = (antwoord_op IS NULL)"),
        _controle("bekendheid", "volgorde", "antwoord_op IS NULL OR antwoord_op >= gevraagd_op"),
        _naar("bekendheid", "casus_id", "casus", weg=True),
        _naar("bekendheid", "organisatie_id", "organisatie"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bekendheid")),
        sa.UniqueConstraint("casus_id", "organisatie_id", name=op.f("uq_bekendheid_casus_id")),
    )
    op.create_index(op.f("ix_bekendheid_organisatie_id"), "bekendheid", ["organisatie_id"])


def _weging() -> None:
    criteria = [
        column for letter in "abcd" for column in (_vlag(letter, nullable=True), _tekst(f"{letter}_reden"))
    ]
    op.create_table(
        "weging",
        _id("casus_id"),
        _dag("gewogen_op"),
        *criteria,
        sa.Column(
            "criteria", _enum("voldoet", "voldoet niet", "onbeslist", name="criteriumuitkomst"), nullable=False
        ),
        _tekst("afwijking"),
        sa.Column(
            "uitkomst",
            _enum(
                "top x", "hulp in de uitvoering", "andere tafel", "advies", "niet opnemen", "meer informatie",
                name="weeguitkomst",
            ),
            nullable=False,
        ),
        _tekst("motivering"),
        _tekst("advies"),
        _tekst("afwijkende_mening"),
        _vlag("blue_list"),
        _id("naar_tafel_id", nullable=True),
        _id("procesmanager_id", nullable=True),
        _id("procesmanager_zorg_id", nullable=True),
        _id("gebeurtenis_id", nullable=True),
        _dag("ingetrokken_op", nullable=True),
        _tekst("intrekreden"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _id("id"),
        _controle("weging", "motivering", "length(trim(motivering)) > 0"),
        _controle("weging", "tafel", "naar_tafel_id IS NULL OR uitkomst = 'andere tafel'"),
        _controle("weging", "ingetrokken", "(ingetrokken_op IS NULL) = (intrekreden = '')"),
        _naar("weging", "casus_id", "casus", weg=True),
        _naar("weging", "naar_tafel_id", "tafel"),
        _naar("weging", "procesmanager_id", "medewerker"),
        _naar("weging", "procesmanager_zorg_id", "medewerker"),
        _naar("weging", "gebeurtenis_id", "casusgebeurtenis"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weging")),
    )  # fmt: skip
    op.create_index(op.f("ix_weging_casus_id"), "weging", ["casus_id"])
    op.create_table(
        "weger",
        _id("weging_id"),
        _id("medewerker_id"),
        _id("id"),
        _naar("weger", "weging_id", "weging", weg=True),
        _naar("weger", "medewerker_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weger")),
        sa.UniqueConstraint("weging_id", "medewerker_id", name=op.f("uq_weger_weging_id")),
    )


def _plicht() -> None:
    op.create_table(
        "plicht",
        _id("casus_id"),
        sa.Column(
            "soort", _enum("gemeente informeren", "terugkoppeling", name="plichtsoort"), nullable=False
        ),
        _id("weging_id", nullable=True),
        _dag("ontstaan_op"),
        _dag("termijn"),
        _tekst("tekst"),
        _dag("gedaan_op", nullable=True),
        _tekst("wijze"),
        _id("id"),
        _controle("plicht", "gedaan", "(gedaan_op IS NULL) = (wijze = '')"),
        _naar("plicht", "casus_id", "casus", weg=True),
        _naar("plicht", "weging_id", "weging"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plicht")),
    )
    op.create_index(op.f("ix_plicht_casus_id"), "plicht", ["casus_id"])
    op.create_index(op.f("ix_plicht_weging_id"), "plicht", ["weging_id"])
    op.create_index(op.f("ix_plicht_gedaan_op"), "plicht", ["gedaan_op"])


def downgrade() -> None:
    for table in ("plicht", "weger", "weging", "bekendheid", "aanmelding"):
        op.drop_table(table)
    with op.batch_alter_table("tafel") as batch:
        batch.drop_constraint("aanmeldregel", type_="check")
        batch.drop_column("aanmelders")
    op.drop_index("ix_casus_hulp", table_name="casus")
    with op.batch_alter_table("casus") as batch:
        batch.drop_constraint("caseload", type_="check")
        batch.drop_column("caseload")
