"""The index of search: entries, synonyms."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("object", models.UUIDField()),
                ("address", models.CharField(max_length=300)),
                ("title", models.TextField()),
                ("place", models.CharField(max_length=80)),
                ("within", models.TextField()),
                ("body", models.TextField()),
                ("language", models.CharField(default="vi", max_length=8)),
                ("audience", models.CharField(max_length=80)),
                ("dated_on", models.DateField(null=True)),
                ("turn", models.PositiveIntegerField(default=0)),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "object"), name="one_entry_per_object")
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["words"], name="entry_by_word"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(db_index=True, max_length=200)),
                ("words", models.CharField(max_length=200)),
                ("audience", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("object", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "words", "kind", "object"),
                        name="one_synonym_per_source",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
