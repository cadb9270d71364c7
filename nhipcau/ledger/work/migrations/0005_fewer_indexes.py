"""A task is found by its plan or its lead in the indexes that begin with them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0004_counting_by_place")]

    operations = [
        migrations.AlterField(
            model_name="task",
            name="lead",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="led_tasks",
                to="agencies.agency",
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tasks",
                to="work.plan",
            ),
        ),
    ]
