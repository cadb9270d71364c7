"""The command line speaks Vietnamese, also when something goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nhipcau.project import cli, health
from nhipcau.project.home import CHECKOUT, Home
from nhipcau.project.serving import greeting, ports, record
from nhipcau.project.serving.record import Record, SignIn

pytestmark = pytest.mark.machine

PROGRAMME = CHECKOUT / "data" / "programmes" / "922-ctph-btttt-ubdt" / "text.txt"


def nhipcau(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nhipcau.project.cli", *arguments]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True
    )


@pytest.mark.parametrize("command", [name for name in cli.COMMANDS if name != "manage"])
def test_every_command_explains_itself_in_vietnamese(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([command, "--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert "cách dùng: nhipcau" in shown
    assert not {"usage", "options", "positional", "show this"} & set(shown.split())


@pytest.mark.parametrize(
    "arguments",
    [[], ["bay"], ["up", "--port", "tám"], ["read"], ["up", "--prot", "1"], ["load", "-x"]],
)
def test_a_mistyped_command_is_told_in_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("Đọc lệnh chưa thực hiện được: ")
    assert said.count("\n") == 1
    assert not {"argument", "invalid", "required", "unrecognized", "expected"} & set(said.split())


@pytest.mark.parametrize("command", ["read", "load", "restore"])
def test_a_file_that_is_not_there_is_a_sentence(command: str) -> None:
    done = nhipcau(command, "không có.txt")
    assert done.returncode == 1
    assert "chưa thực hiện được: không có tệp không có.txt. Đề nghị " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    done = nhipcau("manage", "check", NHIPCAU_HOME=str(tmp_path / "tệp" / "trong"))
    assert done.returncode == 1
    assert done.stderr.startswith("Chuẩn bị thư mục dữ liệu chưa thực hiện được: ")


def test_a_server_that_does_not_answer_is_a_row_of_the_check() -> None:
    done = nhipcau("check", DATABASE_URL="postgresql://nhipcau@127.0.0.1:1/nhipcau")
    assert done.returncode == 1
    assert "✗ PostgreSQL: Kết nối cơ sở dữ liệu chưa thực hiện được: " in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["up", "load", "backup"])
def test_a_server_that_does_not_answer_is_a_sentence(command: str, home: Home) -> None:
    nobody = {"DATABASE_URL": "postgresql://nhipcau@127.0.0.1:1/nhipcau"}
    done = nhipcau(command, **nobody, NHIPCAU_HOME=str(home.folder))
    assert done.returncode == 1
    assert "chưa thực hiện được: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_library_that_is_missing_is_a_sentence() -> None:
    # As after taking new code without `make setup`.
    script = "import sys; sys.modules['psycopg'] = None; from nhipcau.project import cli; cli.main("
    done = subprocess.run(
        [sys.executable, "-c", f"{script}['backup'])"], capture_output=True, text=True
    )
    assert "thiếu thư viện psycopg" in done.stderr
    assert "Đề nghị chạy «make setup»" in done.stderr
    assert "Traceback" not in done.stderr


def test_read_prints_the_structure_of_922_and_stores_nothing() -> None:
    done = nhipcau("read", str(PROGRAMME))
    assert done.returncode == 0, done.stderr
    assert "922/CTPH-BTTTT-UBDT" in done.stdout


def test_what_is_optional_and_absent_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    up = Record("http://127.0.0.1:8000/", (SignIn("Văn thư", "van-thu@vidu.example", "mật khẩu"),))
    greeting.ready(up, seconds=7)
    lines = capsys.readouterr().out.splitlines()
    assert "Nhịp Cầu đã sẵn sàng sau 7 giây: http://127.0.0.1:8000/" in lines
    assert "  Văn thư  van-thu@vidu.example  mật khẩu" in lines
    absent = [line for line in lines if line.startswith("Chưa có, không bắt buộc: ")]
    assert len(absent) == 1
    assert "LibreOffice" in absent[0]
    assert {row.state for row in health.absent()} == {health.State.ABSENT}


def test_the_record_of_a_running_installation_is_for_its_owner_only(home: Home) -> None:
    up = Record("http://127.0.0.1:8000/", (SignIn("Văn thư", "a@b.example", "c"),))
    up.write(home.run)
    assert record.read(home.run) == up
    assert (home.run / "up.json").stat().st_mode & 0o777 == 0o600
    record.forget(home.run)
    assert record.read(home.run) is None


def test_an_address_is_what_a_browser_takes() -> None:
    assert ports.address("0.0.0.0", 8000) == "http://127.0.0.1:8000/"  # noqa: S104
    assert ports.address("::1", 8000) == "http://[::1]:8000/"
