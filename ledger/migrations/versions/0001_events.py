"""The one table of events, which the database itself refuses to change or empty."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT_COLUMNS = ("kind", "plan", "period", "agency", "body", "at", "by", "chain")

SQLITE_TRIGGERS = (
    "CREATE TRIGGER events_keep_updated BEFORE UPDATE ON events"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "CREATE TRIGGER events_keep_deleted BEFORE DELETE ON events"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    # INSERT OR REPLACE deletes without firing delete triggers; and no row is put in between two others.
    "CREATE TRIGGER events_keep_order BEFORE INSERT ON events"
    " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)"
    " OR EXISTS (SELECT 1 FROM events WHERE key = NEW.key)"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
)

POSTGRESQL_TRIGGERS = (
    "CREATE FUNCTION events_keep() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
    "CREATE TRIGGER events_keep_rows BEFORE UPDATE OR DELETE ON events"
    " FOR EACH ROW EXECUTE FUNCTION events_keep()",
    "CREATE TRIGGER events_keep_table BEFORE TRUNCATE ON events"
    " FOR EACH STATEMENT EXECUTE FUNCTION events_keep()",
)


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXT_COLUMNS),
    )
    triggers = SQLITE_TRIGGERS if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_TRIGGERS
    for trigger in triggers:
        op.execute(trigger)
