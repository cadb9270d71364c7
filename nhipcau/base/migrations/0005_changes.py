"""Note that a watched table was written to, for what is held in memory meanwhile."""

import uuid

from django.db import migrations, models

NOTE = """
CREATE FUNCTION nhipcau_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO base_change (uuid, name) VALUES (gen_random_uuid(), TG_ARGV[0]);
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("base", "0004_destruction")]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=40)),
            ],
        ),
        migrations.RunSQL(NOTE, "DROP FUNCTION nhipcau_note_change();"),
    ]
