"""What several parts of the year do: agree to an edition, have a number recorded."""

from datetime import date

from .world import Year


def agree(year: Year, address: str, *, edition: int) -> None:
    """Both leaders agree to the same edition; its mark of integrity stands on the page."""
    with year.as_("their leader") as desk:
        desk.open(address)
        desk.press(f"Thống nhất bản {edition}")
        desk.sees("Đã ghi nhận thống nhất.")
    with year.as_("our leader") as desk:
        desk.open(address)
        desk.press(f"Thống nhất bản {edition}")
        desk.sees(f"Hai bên đã thống nhất (bản {edition}, mã kiểm tra")
        desk.picture("van-ban-da-thong-nhat")


def number(year: Year, address: str, day: date, said: str, *, who: str = "our clerk") -> None:
    """Submitted for signature; then number and day as they stand on the signed file."""
    with year.on(day):
        with year.as_("our officer") as desk:
            desk.open(address)
            if (open_places := desk.page.locator("input[name=gaps_confirmed]")).count():
                open_places.check()
            desk.press("Trình ký")
            desk.sees("Đã ghi nhận trình ký.")
        with year.as_(who) as desk:
            desk.open(address)
            desk.fill("#ghi-nhan", number=said, issued_on=day.isoformat())
            desk.page.set_input_files("#ghi-nhan input[type=file]", year.signed)
            desk.press("Ghi nhận số, ngày ban hành")
            desk.sees(f"Đã ban hành: số {said}", year.signed.name)
            desk.picture(f"ban-hanh-{said.split('/')[0]}")
