"""Guard the reports below Python."""

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
    "reports_snapshot": ("uuid", "recorded_at", "report_id", "edition", "by", "text_hash"),
    "reports_reportmove": (
        "uuid", "recorded_at", "report_id", "edition", "kind", "by", "agency", "text_hash",
    ),
}
WORDS_OF = ("reports_snapshottext", "reports_reportmovetext")


def guards():
    for table, columns in CHAINED.items():
        named = ", ".join(f"'{column}'" for column in columns)
        yield migrations.RunSQL(HEAD.format(table=table, columns=named), migrations.RunSQL.noop)
    for table in WORDS_OF:
        yield migrations.RunSQL(WORDS.format(table=table), migrations.RunSQL.noop)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_reports")]

    operations = list(guards())
