"""A redaction takes what was searched of the destroyed words with it, in its own transaction."""

from django.db import migrations

FORGET = """
CREATE FUNCTION nhipcau_forget_redacted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM shell_synonym synonym USING shell_searchentry entry
        WHERE NEW."row" = ANY (entry.sources)
        AND synonym.kind = entry.kind AND synonym.object = entry.object;
    DELETE FROM shell_searchentry WHERE NEW."row" = ANY (sources);
    RETURN NULL;
END $$;
CREATE TRIGGER forget_redacted AFTER INSERT ON base_redaction
    FOR EACH ROW EXECUTE FUNCTION nhipcau_forget_redacted();
"""
KEEP = """
DROP TRIGGER forget_redacted ON base_redaction;
DROP FUNCTION nhipcau_forget_redacted();
"""


class Migration(migrations.Migration):

    dependencies = [
        ("shell", "0001_search_index"),
        ("base", "0003_guard_append_only_rows"),
    ]

    operations = [migrations.RunSQL(FORGET, KEEP)]
