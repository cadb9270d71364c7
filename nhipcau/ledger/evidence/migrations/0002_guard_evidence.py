"""Guard the evidence and its withdrawals below Python."""

from django.db import migrations

HEAD = """
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION nhipcau_refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
CREATE TRIGGER chain_row BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION nhipcau_chain_row({columns});
"""
WORDS = """
CREATE TRIGGER only_redaction BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION nhipcau_only_redaction();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
"""
# The columns that each table's hash covers, in the order of the model's CHAINED.
CHAINED = {
    "evidence_evidence": (
        "uuid", "recorded_at", "programme_id", "kind", "agency_id", "place_id", "task_id", "obligation_id", "day",
        "counted_on", "by", "text_hash",
    ),
    "evidence_withdrawal": (
        "uuid", "recorded_at", "evidence_id", "by", "text_hash",
    ),
    "evidence_periodmove": (
        "uuid", "recorded_at", "period_id", "kind", "by", "text_hash",
    ),
}
WORDS_OF = ("evidence_evidencetext", "evidence_withdrawaltext", "evidence_periodmovetext")


def guards():
    for table, columns in CHAINED.items():
        named = ", ".join(f"'{column}'" for column in columns)
        yield migrations.RunSQL(HEAD.format(table=table, columns=named), migrations.RunSQL.noop)
    for table in WORDS_OF:
        yield migrations.RunSQL(WORDS.format(table=table), migrations.RunSQL.noop)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_evidence")]

    operations = list(guards())
