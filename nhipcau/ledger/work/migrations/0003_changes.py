"""Note every change of the ladder of visibility, which is held in memory."""

from django.db import migrations

from nhipcau.base.held import watching


class Migration(migrations.Migration):
    dependencies = [("work", "0002_guard_work"), ("base", "0005_changes")]

    operations = [migrations.RunSQL(*watching("visibility", "work_visibilityrung"))]
