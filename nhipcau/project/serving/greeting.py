"""The last lines of a start: the address, the ways in, and what is absent."""

from nhipcau.project import health
from nhipcau.project.serving.record import Record


def ready(up: Record, seconds: float) -> None:
    """Said once, when the first page has answered."""
    print(f"\nNhịp Cầu đã sẵn sàng sau {seconds:.0f} giây: {up.address}")
    _sign_ins(up)
    _absent()
    print("Dừng: Ctrl-C.", flush=True)


def already(up: Record) -> None:
    """Said to who starts the same installation a second time."""
    print(f"Nhịp Cầu của thư mục này đang chạy: {up.address}")
    _sign_ins(up)


def _sign_ins(up: Record) -> None:
    if not up.sign_ins:
        return
    print("Đăng nhập dùng thử (vai trò, thư điện tử, mật khẩu):")
    widths = [max(len(cell) for cell in column) for column in zip(*_rows(up), strict=True)]
    for row in _rows(up):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"  {'  '.join(cells).rstrip()}")


def _rows(up: Record) -> list[tuple[str, str, str]]:
    return [(sign_in.role, sign_in.email, sign_in.password) for sign_in in up.sign_ins]


def _absent() -> None:
    absent = health.absent()
    if absent:
        named = "; ".join(f"{row.name} ({row.purpose})" for row in absent)
        print(f"Chưa có, không bắt buộc: {named}.")
