"""The vault itself and the region: journaal, drafts, lists, organisations, tables, search lines.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("PRAGMA application_id = 1986546508")  # 'vhKL', tells a vault from any other database
    op.create_table(
        "concept",
        sa.Column("gebruiker_id", sa.String(length=32), nullable=False),
        sa.Column("sleutel", sa.String(length=200), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("gebruiker_id", "sleutel", name=op.f("pk_concept")),
    )
    op.create_table(
        "inlezing",
        sa.Column("bestandsnaam", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("ingelezen_op", sa.DateTime(), nullable=False),
        sa.Column("ongedaan_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inlezing")),
    )
    op.create_index(op.f("ix_inlezing_sha256"), "inlezing", ["sha256"], unique=False)
    op.create_table(
        "journaal",
        sa.Column("volgnr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("actie", sa.String(length=80), nullable=False),
        sa.Column("object_soort", sa.String(length=60), nullable=False),
        sa.Column("object_id", sa.String(length=32), nullable=False),
        sa.Column(
            "resultaat",
            sa.Enum(
                "gelukt", "geweigerd", name="resultaat", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "oorsprong",
            sa.Enum(
                "venster",
                "opdrachtregel",
                "inrichting",
                name="oorsprong",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("bijzonderheden", sa.Text(), nullable=False),
        sa.Column("vorige_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("volgnr", name=op.f("pk_journaal")),
    )
    op.create_index(op.f("ix_journaal_object_id"), "journaal", ["object_id"], unique=False)
    op.create_table(
        "kluis_meta",
        sa.Column("sleutel", sa.String(length=60), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_kluis_meta")),
    )
    op.create_table(
        "nummerreeks",
        sa.Column("reeks", sa.String(length=40), nullable=False),
        sa.Column("laatste", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("reeks", name=op.f("pk_nummerreeks")),
    )
    op.create_table(
        "organisatie",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "straf",
                "zorg",
                "bestuur",
                name="organisatiesoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("aliassen", sa.JSON(), nullable=False),
        sa.Column("telefoon", sa.String(length=40), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
        sa.UniqueConstraint("code", name=op.f("uq_organisatie_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_organisatie_naam")),
    )
    op.create_table(
        "referentielijst",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_referentielijst")),
    )
    op.create_table(
        "tafel",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "werktafel",
                "casustafel",
                "veiligheidskamer",
                "casusoverleg",
                name="tafelsoort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "regime",
            sa.Enum(
                "WGS",
                "PGA radicalisering",
                name="tafelregime",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("plaats", sa.String(length=200), nullable=False),
        sa.Column("frequentie", sa.String(length=60), nullable=False),
        sa.Column("begintijd", sa.Time(), nullable=False),
        sa.Column("duur_minuten", sa.Integer(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafel")),
        sa.UniqueConstraint("code", name=op.f("uq_tafel_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_tafel_naam")),
    )
    op.create_table(
        "zoekregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("bron", sa.String(length=40), nullable=False),
        sa.Column("bron_id", sa.String(length=32), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekregel")),
    )
    op.create_index(op.f("ix_zoekregel_bron_id"), "zoekregel", ["bron_id"], unique=False)
    op.create_index("ix_zoekregel_zoek", "zoekregel", ["id", "casus_id", "bron"], unique=False)
    op.create_table(
        "gemeente",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=100), nullable=False),
        sa.Column("regio", sa.String(length=60), nullable=False),
        sa.Column("veiligheidskamer", sa.String(length=60), nullable=False),
        sa.Column("zetelgemeente", sa.Boolean(), nullable=False),
        sa.Column("bijdrage_cent", sa.Integer(), nullable=False),
        sa.Column("aandeel_promille", sa.Integer(), nullable=False),
        sa.Column("verhoging_cent", sa.Integer(), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_gemeente_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gemeente")),
        sa.UniqueConstraint("code", name=op.f("uq_gemeente_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_gemeente_naam")),
    )
    op.create_table(
        "medewerker",
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("functie", sa.String(length=200), nullable=False),
        sa.Column("telefoon", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_medewerker_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medewerker")),
    )
    op.create_index(op.f("ix_medewerker_organisatie_id"), "medewerker", ["organisatie_id"], unique=False)
    op.create_table(
        "referentiewaarde",
        sa.Column("lijst_code", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("kenmerken", sa.JSON(), nullable=False),
        sa.Column("versie_van", sa.Integer(), nullable=False),
        sa.Column("versie_tot", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["lijst_code"],
            ["referentielijst.code"],
            name=op.f("fk_referentiewaarde_lijst_code_referentielijst"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referentiewaarde")),
        sa.UniqueConstraint("lijst_code", "code", "versie_van", name=op.f("uq_referentiewaarde_lijst_code")),
    )
    op.create_index(op.f("ix_referentiewaarde_lijst_code"), "referentiewaarde", ["lijst_code"], unique=False)
    op.create_table(
        "tafellid",
        sa.Column("tafel_id", sa.String(length=32), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column("medewerker_id", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_tafellid_medewerker_id_medewerker")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_tafellid_organisatie_id_organisatie")
        ),
        sa.ForeignKeyConstraint(["tafel_id"], ["tafel.id"], name=op.f("fk_tafellid_tafel_id_tafel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafellid")),
        sa.UniqueConstraint("tafel_id", "organisatie_id", "medewerker_id", name=op.f("uq_tafellid_tafel_id")),
    )
    op.create_index(op.f("ix_tafellid_tafel_id"), "tafellid", ["tafel_id"], unique=False)
    op.execute(
        "CREATE VIRTUAL TABLE zoek USING fts5(tekst, content='zoekregel', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE zoek")
    op.drop_index(op.f("ix_tafellid_tafel_id"), table_name="tafellid")
    op.drop_table("tafellid")
    op.drop_index(op.f("ix_referentiewaarde_lijst_code"), table_name="referentiewaarde")
    op.drop_table("referentiewaarde")
    op.drop_index(op.f("ix_medewerker_organisatie_id"), table_name="medewerker")
    op.drop_table("medewerker")
    op.drop_table("gemeente")
    op.drop_index("ix_zoekregel_zoek", table_name="zoekregel")
    op.drop_index(op.f("ix_zoekregel_bron_id"), table_name="zoekregel")
    op.drop_table("zoekregel")
    op.drop_table("tafel")
    op.drop_table("referentielijst")
    op.drop_table("organisatie")
    op.drop_table("nummerreeks")
    op.drop_table("kluis_meta")
    op.drop_index(op.f("ix_journaal_object_id"), table_name="journaal")
    op.drop_table("journaal")
    op.drop_index(op.f("ix_inlezing_sha256"), table_name="inlezing")
    op.drop_table("inlezing")
    op.drop_table("concept")
