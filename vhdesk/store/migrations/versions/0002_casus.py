"""Cases: persons, partners, roles, what was brought in, and the plan.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "persoon",
        sa.Column("voornamen", sa.String(length=200), nullable=False),
        sa.Column("voorletters", sa.String(length=40), nullable=False),
        sa.Column("voorvoegsel", sa.String(length=40), nullable=False),
        sa.Column("geslachtsnaam", sa.String(length=200), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("geslacht", sa.String(length=20), nullable=False),
        sa.Column("bsn", sa.String(length=20), nullable=False),
        sa.Column("adres", sa.String(length=200), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("woonplaats", sa.String(length=100), nullable=False),
        sa.Column("telefoon", sa.String(length=40), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("naam_norm", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
    )
    op.create_index(op.f("ix_persoon_bsn"), "persoon", ["bsn"], unique=False)
    op.create_index(op.f("ix_persoon_naam_norm"), "persoon", ["naam_norm"], unique=False)
    op.create_table(
        "casus",
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("titel", sa.String(length=300), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "aangemeld",
                "in triage",
                "in behandeling",
                "monitoring",
                "nazorg",
                "geparkeerd",
                "niet opgenomen",
                "afgesloten",
                name="casusstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("doelgroep_code", sa.String(length=60), nullable=True),
        sa.Column("doelgroep_tekst", sa.String(length=200), nullable=False),
        sa.Column("gemeente_id", sa.String(length=32), nullable=True),
        sa.Column("aanmelder", sa.String(length=200), nullable=False),
        sa.Column("tafel_id", sa.String(length=32), nullable=True),
        sa.Column("inlezing_id", sa.String(length=32), nullable=True),
        sa.Column("grondslag", sa.Text(), nullable=False),
        sa.Column("doel", sa.Text(), nullable=False),
        sa.Column("aanleiding", sa.Text(), nullable=False),
        sa.Column("vraag_aan_tafel", sa.Text(), nullable=False),
        sa.Column("gezamenlijk_beeld", sa.Text(), nullable=False),
        sa.Column("zienswijze", sa.Text(), nullable=False),
        sa.Column("informering", sa.Text(), nullable=False),
        sa.Column("volgende_datum", sa.Date(), nullable=True),
        sa.Column("aangemeld_op", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["gemeente_id"], ["gemeente.id"], name=op.f("fk_casus_gemeente_id_gemeente")),
        sa.ForeignKeyConstraint(["inlezing_id"], ["inlezing.id"], name=op.f("fk_casus_inlezing_id_inlezing")),
        sa.ForeignKeyConstraint(["tafel_id"], ["tafel.id"], name=op.f("fk_casus_tafel_id_tafel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus")),
        sa.UniqueConstraint("nummer", name=op.f("uq_casus_nummer")),
    )
    op.create_index(op.f("ix_casus_doelgroep_code"), "casus", ["doelgroep_code"], unique=False)
    op.create_index(op.f("ix_casus_gemeente_id"), "casus", ["gemeente_id"], unique=False)
    op.create_index(op.f("ix_casus_inlezing_id"), "casus", ["inlezing_id"], unique=False)
    op.create_index(
        "ix_casus_stand",
        "casus",
        ["status", "tafel_id", "volgende_datum", "gemeente_id", "doelgroep_code", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_casus_tafel_id"), "casus", ["tafel_id"], unique=False)
    op.create_index(op.f("ix_casus_volgende_datum"), "casus", ["volgende_datum"], unique=False)
    op.create_table(
        "betrokkene",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("persoon_id", sa.String(length=32), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "hoofdbetrokkene",
                "nevenbetrokkene",
                "systeem",
                name="betrokkenheid",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("relatie", sa.String(length=200), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_betrokkene_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_betrokkene_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkene")),
        sa.UniqueConstraint("casus_id", "persoon_id", name=op.f("uq_betrokkene_casus_id")),
    )
    op.create_index(op.f("ix_betrokkene_casus_id"), "betrokkene", ["casus_id"], unique=False)
    op.create_index(op.f("ix_betrokkene_persoon_id"), "betrokkene", ["persoon_id"], unique=False)
    op.create_index(
        "uq_betrokkene_hoofd",
        "betrokkene",
        ["casus_id"],
        unique=True,
        sqlite_where=sa.text("rol = 'hoofdbetrokkene'"),
    )
    op.create_table(
        "casuspartner",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column(
            "niveau",
            sa.Enum(
                "0", "1", "2", name="informatieniveau", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casuspartner_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_casuspartner_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casuspartner")),
        sa.UniqueConstraint("casus_id", "organisatie_id", name=op.f("uq_casuspartner_casus_id")),
    )
    op.create_index(op.f("ix_casuspartner_casus_id"), "casuspartner", ["casus_id"], unique=False)
    op.create_index(op.f("ix_casuspartner_organisatie_id"), "casuspartner", ["organisatie_id"], unique=False)
    op.create_table(
        "casusroltoewijzing",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "casemanager",
                "verantwoordelijke",
                "procesregisseur",
                name="casusrol",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column("medewerker_id", sa.String(length=32), nullable=True),
        sa.Column("van", sa.DateTime(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "rol = 'verantwoordelijke' OR medewerker_id IS NOT NULL",
            name=op.f("ck_casusroltoewijzing_persoon"),
        ),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_casusroltoewijzing_periode")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusroltoewijzing_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_casusroltoewijzing_medewerker_id_medewerker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_casusroltoewijzing_organisatie_id_organisatie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusroltoewijzing")),
    )
    op.create_index(op.f("ix_casusroltoewijzing_casus_id"), "casusroltoewijzing", ["casus_id"], unique=False)
    op.create_index(
        "uq_casusroltoewijzing_huidig",
        "casusroltoewijzing",
        ["casus_id", "rol"],
        unique=True,
        sqlite_where=sa.text("tot IS NULL"),
    )
    op.create_table(
        "factor",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "risico",
                "beschermend",
                name="factorsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_factor_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_factor")),
    )
    op.create_index(op.f("ix_factor_casus_id"), "factor", ["casus_id"], unique=False)
    op.create_table(
        "inbreng",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column("leefgebied_code", sa.String(length=60), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column(
            "regime",
            sa.Enum(
                "Wpg",
                "Wjsg",
                "medisch",
                "jeugd",
                "Veilig Thuis",
                "overig",
                name="bronregime",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("mag_door_naar", sa.JSON(), nullable=False),
        sa.Column("mondeling", sa.Boolean(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_inbreng_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_inbreng_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbreng")),
    )
    op.create_index(op.f("ix_inbreng_casus_id"), "inbreng", ["casus_id"], unique=False)
    op.create_index(op.f("ix_inbreng_organisatie_id"), "inbreng", ["organisatie_id"], unique=False)
    op.create_table(
        "plan_van_aanpak",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("hoofddoel", sa.Text(), nullable=False),
        sa.Column("evaluatiedatum", sa.Date(), nullable=True),
        sa.Column("afschaalcriterium", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_plan_van_aanpak_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_van_aanpak")),
        sa.UniqueConstraint("casus_id", name=op.f("uq_plan_van_aanpak_casus_id")),
    )
    op.create_table(
        "zrmscore",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("domein_code", sa.String(length=60), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("score between 1 and 5", name=op.f("ck_zrmscore_score")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_zrmscore_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zrmscore")),
        sa.UniqueConstraint("casus_id", "domein_code", "datum", name=op.f("uq_zrmscore_casus_id")),
    )
    op.create_index(op.f("ix_zrmscore_casus_id"), "zrmscore", ["casus_id"], unique=False)
    op.create_table(
        "plandoel",
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("leefgebied_code", sa.String(length=60), nullable=False),
        sa.Column("doel", sa.Text(), nullable=False),
        sa.Column("meetbaar", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_plandoel_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plandoel")),
    )
    op.create_index(op.f("ix_plandoel_plan_id"), "plandoel", ["plan_id"], unique=False)
    op.create_table(
        "scenario",
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("als", sa.Text(), nullable=False),
        sa.Column("dan", sa.Text(), nullable=False),
        sa.Column("wie_belt_wie", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_scenario_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario")),
    )
    op.create_index(op.f("ix_scenario_plan_id"), "scenario", ["plan_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_scenario_plan_id"), table_name="scenario")
    op.drop_table("scenario")
    op.drop_index(op.f("ix_plandoel_plan_id"), table_name="plandoel")
    op.drop_table("plandoel")
    op.drop_index(op.f("ix_zrmscore_casus_id"), table_name="zrmscore")
    op.drop_table("zrmscore")
    op.drop_table("plan_van_aanpak")
    op.drop_index(op.f("ix_inbreng_organisatie_id"), table_name="inbreng")
    op.drop_index(op.f("ix_inbreng_casus_id"), table_name="inbreng")
    op.drop_table("inbreng")
    op.drop_index(op.f("ix_factor_casus_id"), table_name="factor")
    op.drop_table("factor")
    op.drop_index(
        "uq_casusroltoewijzing_huidig", table_name="casusroltoewijzing", sqlite_where=sa.text("tot IS NULL")
    )
    op.drop_index(op.f("ix_casusroltoewijzing_casus_id"), table_name="casusroltoewijzing")
    op.drop_table("casusroltoewijzing")
    op.drop_index(op.f("ix_casuspartner_organisatie_id"), table_name="casuspartner")
    op.drop_index(op.f("ix_casuspartner_casus_id"), table_name="casuspartner")
    op.drop_table("casuspartner")
    op.drop_index(
        "uq_betrokkene_hoofd", table_name="betrokkene", sqlite_where=sa.text("rol = 'hoofdbetrokkene'")
    )
    op.drop_index(op.f("ix_betrokkene_persoon_id"), table_name="betrokkene")
    op.drop_index(op.f("ix_betrokkene_casus_id"), table_name="betrokkene")
    op.drop_table("betrokkene")
    op.drop_index(op.f("ix_casus_volgende_datum"), table_name="casus")
    op.drop_index(op.f("ix_casus_tafel_id"), table_name="casus")
    op.drop_index("ix_casus_stand", table_name="casus")
    op.drop_index(op.f("ix_casus_inlezing_id"), table_name="casus")
    op.drop_index(op.f("ix_casus_gemeente_id"), table_name="casus")
    op.drop_index(op.f("ix_casus_doelgroep_code"), table_name="casus")
    op.drop_table("casus")
    op.drop_index(op.f("ix_persoon_naam_norm"), table_name="persoon")
    op.drop_index(op.f("ix_persoon_bsn"), table_name="persoon")
    op.drop_table("persoon")
