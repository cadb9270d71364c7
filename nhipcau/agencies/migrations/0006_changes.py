"""Note every change of agencies, their names and successions, for the directory in memory."""

from django.db import migrations

from nhipcau.base.held import watching

TABLES = ("agencies_agency", "agencies_agencyname", "agencies_succession")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0005_api_tokens"), ("base", "0005_changes")]

    operations = [migrations.RunSQL(*watching("agencies", *TABLES))]
