"""What the address of a database says reaches the connection, beside what the platform asks for."""

import json
import os
import subprocess
import sys

PRINT = """
import json
from nhipcau.project.settings import DATABASES
print(json.dumps(DATABASES["default"]["OPTIONS"]))
"""


def test_the_options_of_an_address_are_kept() -> None:
    address = "postgresql://nhipcau@db.example.vn/nhipcau?sslmode=verify-full"
    printed = subprocess.run(
        [sys.executable, "-c", PRINT],
        env=os.environ | {"DATABASE_URL": address},
        check=True,
        capture_output=True,
    )
    options = json.loads(printed.stdout)
    assert options["sslmode"] == "verify-full"
    assert options["server_side_binding"] is True
