"""Indexes that tasks are counted in by place, and joined with their money, without the rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0003_changes")]

    operations = [
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                fields=["plan", "place", "lead", "state", "due"], name="tasks_of_a_plan_by_place"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["plan", "place", "id"], name="tasks_of_a_plan_with_money"),
        ),
    ]
