"""A final review has a report of all its years."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_guard_reports"), ("papers", "0003_ladder_of_urging")]

    operations = [
        migrations.AddField(
            model_name="review",
            name="paper",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="final_review",
                to="papers.paper",
            ),
        ),
    ]
