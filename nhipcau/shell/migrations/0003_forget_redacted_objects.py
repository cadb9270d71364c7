"""What search keeps of an object that was itself destroyed goes as well."""

from django.db import migrations

FORGET = """
CREATE OR REPLACE FUNCTION nhipcau_forget_redacted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM shell_synonym synonym USING shell_searchentry entry
        WHERE (NEW."row" = ANY (entry.sources) OR NEW."row" = entry.object)
        AND synonym.kind = entry.kind AND synonym.object = entry.object;
    DELETE FROM shell_searchentry WHERE NEW."row" = ANY (sources) OR NEW."row" = object;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [("shell", "0002_forget_what_is_redacted")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
