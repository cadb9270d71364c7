"""Django's own commands, with the database running and the settings found."""

import argparse

from nhipcau.project.environment import opened


def run(options: argparse.Namespace) -> int:
    """Hand everything on to Django."""
    with opened():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["nhipcau manage", *options.arguments])
    return 0
