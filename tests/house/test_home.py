"""The data folder is found the same way every time, and its secrets stay secret."""

from pathlib import Path

from nhipcau.project.home import CHECKOUT, Home, locate


def test_the_environment_names_the_data_folder_first(tmp_path: Path) -> None:
    assert locate({"NHIPCAU_HOME": str(tmp_path)}, is_root=True).folder == tmp_path


def test_an_ordinary_user_keeps_data_in_the_checkout() -> None:
    assert locate({}, is_root=False).folder == CHECKOUT / "var"


def test_root_keeps_data_where_the_database_may_enter() -> None:
    folder = locate({}, is_root=True).folder
    assert folder.parent == Path("/var/lib/nhipcau")
    assert folder.name.startswith(f"{CHECKOUT.name.lower()}-")


def test_a_secret_is_made_once_and_readable_by_its_owner_only(home: Home) -> None:
    first = home.secret_key().read_text()
    assert home.secret_key().read_text() == first
    assert len(first) > 50
    assert home.secret_key().stat().st_mode & 0o777 == 0o600
    assert home.demo_password() == home.demo_password()


def test_nothing_of_the_data_can_be_listed_by_others(home: Home) -> None:
    assert home.folder.stat().st_mode & 0o777 == 0o711
    assert home.files.stat().st_mode & 0o077 == 0


def test_mail_that_stays_here_is_for_its_owner_only(home: Home) -> None:
    assert home.mail.stat().st_mode & 0o777 == 0o700
    home.mail.chmod(0o755)
    home.prepare()
    assert home.mail.stat().st_mode & 0o777 == 0o700
