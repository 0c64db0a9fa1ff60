"""Meetings: participants, agenda, decisions and actions.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overleg",
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("tafel_id", sa.String(length=32), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begintijd", sa.Time(), nullable=False),
        sa.Column("eindtijd", sa.Time(), nullable=True),
        sa.Column("plaats", sa.String(length=200), nullable=False),
        sa.Column("voorzitter_id", sa.String(length=32), nullable=True),
        sa.Column("secretaris_id", sa.String(length=32), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "gepland",
                "lopend",
                "gesloten",
                name="overlegstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("geopend_op", sa.DateTime(), nullable=True),
        sa.Column("gesloten_op", sa.DateTime(), nullable=True),
        sa.Column("sluitreden", sa.Text(), nullable=False),
        sa.Column("tekorten", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["secretaris_id"], ["medewerker.id"], name=op.f("fk_overleg_secretaris_id_medewerker")
        ),
        sa.ForeignKeyConstraint(["tafel_id"], ["tafel.id"], name=op.f("fk_overleg_tafel_id_tafel")),
        sa.ForeignKeyConstraint(
            ["voorzitter_id"], ["medewerker.id"], name=op.f("fk_overleg_voorzitter_id_medewerker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg")),
        sa.UniqueConstraint("nummer", name=op.f("uq_overleg_nummer")),
    )
    op.create_index(op.f("ix_overleg_datum"), "overleg", ["datum"], unique=False)
    op.create_index(op.f("ix_overleg_tafel_id"), "overleg", ["tafel_id"], unique=False)
    op.create_table(
        "actie",
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("overleg_id", sa.String(length=32), nullable=True),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=True),
        sa.Column("medewerker_id", sa.String(length=32), nullable=True),
        sa.Column("termijn", sa.Date(), nullable=True),
        sa.Column("conditie", sa.Text(), nullable=False),
        sa.Column("informering", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "gedaan",
                "kon niet",
                "niet gedaan",
                "vervallen",
                "teruggenomen",
                name="actiestatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("resultaat", sa.Text(), nullable=False),
        sa.Column("uitgesteld", sa.Integer(), nullable=False),
        sa.Column("ontstaan_op", sa.Date(), nullable=False),
        sa.Column("afgehandeld_op", sa.Date(), nullable=True),
        sa.Column("achteraf", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("length(trim(omschrijving)) > 0", name=op.f("ck_actie_omschrijving")),
        sa.CheckConstraint(
            "medewerker_id IS NULL OR organisatie_id IS NOT NULL", name=op.f("ck_actie_eigenaar")
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_actie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_actie_medewerker_id_medewerker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_actie_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_actie_overleg_id_overleg")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actie")),
        sa.UniqueConstraint("nummer", name=op.f("uq_actie_nummer")),
    )
    op.create_index("ix_actie_casus_id", "actie", ["casus_id", "status"], unique=False)
    op.create_index(op.f("ix_actie_medewerker_id"), "actie", ["medewerker_id"], unique=False)
    op.create_index(op.f("ix_actie_organisatie_id"), "actie", ["organisatie_id"], unique=False)
    op.create_index(op.f("ix_actie_overleg_id"), "actie", ["overleg_id"], unique=False)
    op.create_index("ix_actie_status", "actie", ["status", "termijn"], unique=False)
    op.create_table(
        "agendapunt",
        sa.Column("overleg_id", sa.String(length=32), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "opening",
                "vorig verslag",
                "casus",
                "rondvraag",
                "sluiting",
                name="agendasoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("casus_id", sa.String(length=32), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "bezig",
                "besproken",
                name="puntstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("volgende_datum", sa.Date(), nullable=True),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("besproken_op", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("(soort = 'casus') = (casus_id IS NOT NULL)", name=op.f("ck_agendapunt_casus")),
        sa.CheckConstraint("minuten >= 0 AND minuten <= 600", name=op.f("ck_agendapunt_minuten")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_agendapunt_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_agendapunt_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendapunt")),
    )
    op.create_index(op.f("ix_agendapunt_casus_id"), "agendapunt", ["casus_id"], unique=False)
    op.create_index(op.f("ix_agendapunt_overleg_id"), "agendapunt", ["overleg_id"], unique=False)
    op.create_index(
        "uq_agendapunt_casus",
        "agendapunt",
        ["overleg_id", "casus_id"],
        unique=True,
        sqlite_where=sa.text("casus_id IS NOT NULL"),
    )
    op.create_table(
        "besluit",
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("overleg_id", sa.String(length=32), nullable=True),
        sa.Column("type_code", sa.String(length=60), nullable=False),
        sa.Column("gremium_code", sa.String(length=60), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("onderbouwing", sa.Text(), nullable=False),
        sa.Column("voorwaarden", sa.Text(), nullable=False),
        sa.Column("afwijkende_mening", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("ingangsdatum", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "vastgelegd",
                "ingetrokken",
                "teruggenomen",
                name="besluitstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("statusreden", sa.Text(), nullable=False),
        sa.Column("achteraf", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("length(trim(tekst)) > 0", name=op.f("ck_besluit_tekst")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_besluit_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_besluit_overleg_id_overleg")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluit")),
        sa.UniqueConstraint("nummer", name=op.f("uq_besluit_nummer")),
    )
    op.create_index(op.f("ix_besluit_casus_id"), "besluit", ["casus_id"], unique=False)
    op.create_index(op.f("ix_besluit_overleg_id"), "besluit", ["overleg_id"], unique=False)
    op.create_table(
        "deelnemer",
        sa.Column("overleg_id", sa.String(length=32), nullable=False),
        sa.Column("medewerker_id", sa.String(length=32), nullable=False),
        sa.Column(
            "aanwezigheid",
            sa.Enum(
                "uitgenodigd",
                "aanwezig",
                "later",
                "eerder weg",
                "bericht van verhindering",
                "afwezig",
                name="aanwezigheid",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_deelnemer_medewerker_id_medewerker")
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_deelnemer_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelnemer")),
        sa.UniqueConstraint("overleg_id", "medewerker_id", name=op.f("uq_deelnemer_overleg_id")),
    )
    op.create_index(op.f("ix_deelnemer_medewerker_id"), "deelnemer", ["medewerker_id"], unique=False)
    op.create_index(op.f("ix_deelnemer_overleg_id"), "deelnemer", ["overleg_id"], unique=False)
    op.create_table(
        "verslagstand",
        sa.Column("overleg_id", sa.String(length=32), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["overleg_id"],
            ["overleg.id"],
            name=op.f("fk_verslagstand_overleg_id_overleg"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("overleg_id", name=op.f("pk_verslagstand")),
    )


def downgrade() -> None:
    op.drop_table("verslagstand")
    op.drop_index(op.f("ix_deelnemer_overleg_id"), table_name="deelnemer")
    op.drop_index(op.f("ix_deelnemer_medewerker_id"), table_name="deelnemer")
    op.drop_table("deelnemer")
    op.drop_index(op.f("ix_besluit_overleg_id"), table_name="besluit")
    op.drop_index(op.f("ix_besluit_casus_id"), table_name="besluit")
    op.drop_table("besluit")
    op.drop_index(
        "uq_agendapunt_casus", table_name="agendapunt", sqlite_where=sa.text("casus_id IS NOT NULL")
    )
    op.drop_index(op.f("ix_agendapunt_overleg_id"), table_name="agendapunt")
    op.drop_index(op.f("ix_agendapunt_casus_id"), table_name="agendapunt")
    op.drop_table("agendapunt")
    op.drop_index("ix_actie_status", table_name="actie")
    op.drop_index(op.f("ix_actie_overleg_id"), table_name="actie")
    op.drop_index(op.f("ix_actie_organisatie_id"), table_name="actie")
    op.drop_index(op.f("ix_actie_medewerker_id"), table_name="actie")
    op.drop_index("ix_actie_casus_id", table_name="actie")
    op.drop_table("actie")
    op.drop_index(op.f("ix_overleg_tafel_id"), table_name="overleg")
    op.drop_index(op.f("ix_overleg_datum"), table_name="overleg")
    op.drop_table("overleg")
