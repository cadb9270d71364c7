"""How agencies stand in a document: their letters in the symbol, their head, their place."""

import re
import unicodedata
from datetime import date

from nhipcau.agencies.models import Agency, AgencyName

# «BTTTT»: letters only, as văn thư write them after the number.
_SYMBOL = re.compile(r"[A-ZĐÔ]{2,12}")
_SMALL_WORDS = frozenset({"và", "của", "các", "về", "tại", "cho"})
# In a letter the drafting unit goes by what it looks after: «BVHTTDL-TTĐN».
_UNIT_WORDS = ("Cục", "Vụ", "Ban", "Phòng")
HEADS = (
    ("Ủy ban Dân tộc", "Bộ trưởng, Chủ nhiệm"),
    ("Ủy ban nhân dân", "Chủ tịch"),
    ("Bộ Chỉ huy", "Chỉ huy trưởng"),
    ("Bộ", "Bộ trưởng"),
    ("Sở", "Giám đốc"),
    ("Công an", "Giám đốc"),
    ("Trung tâm", "Giám đốc"),
    ("Cục", "Cục trưởng"),
    ("Vụ", "Vụ trưởng"),
    ("Văn phòng", "Chánh Văn phòng"),
    ("Ban", "Trưởng ban"),
)
UNKNOWN_HEAD = "Thủ trưởng"


def letters_of(agency: Agency, on: date) -> str:
    """The letters of an agency in a symbol: those that it bears, else the initials of its name.

    «UBND» of every province and commune (Phụ lục III), whose name says the place as well.
    """
    if agency.name_on(on).startswith("Ủy ban nhân dân"):
        return "UBND"
    borne = [
        each.name
        for each in agency.names.all()
        if each.form != AgencyName.Form.FULL
        and each.language == "vi"
        and each.is_borne_on(on)
        and _SYMBOL.fullmatch(each.name)
    ]
    return borne[0] if borne else initials(agency.name_on(on))


def unit_letters(unit: Agency, on: date) -> str:
    """The letters of a unit in the symbol of a letter, without «Cục», «Vụ» before them."""
    name = unit.name_on(on)
    first, _, rest = name.partition(" ")
    return initials(rest) if first in _UNIT_WORDS and rest else letters_of(unit, on)


def initials(name: str) -> str:
    """«Sở Dân tộc và Tôn giáo» → «SDTTG»."""
    words = (re.sub(r"\W", "", word) for word in re.sub(r"\(.*?\)", "", name).split())
    first = (word[0].upper() for word in words if word and word.lower() not in _SMALL_WORDS)
    # «Ủy» gives U; Đ stays as it is.
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in first)


def symbol(kind: str, issuers: list[Agency], drafted_by: Agency, on: date) -> str:
    """«KH-BVHTTDL-BDTTG»; of a letter «BVHTTDL-TTĐN», the unit that drafts it last."""
    letters = [letters_of(each, on) for each in issuers]
    if kind:
        return "-".join([kind, *letters])
    if drafted_by in issuers:
        return "-".join(letters)
    return "-".join([*letters, unit_letters(drafted_by, on)])


def authority(agency: Agency, on: date) -> str:
    """Who decides for an agency: «Bộ trưởng Bộ Dân tộc và Tôn giáo»."""
    name = agency.name_on(on)
    return f"{head_of(agency, on)} {name}"


def head_of(agency: Agency, on: date) -> str:
    """The office of an agency's head, by the first words of its name."""
    name = agency.name_on(on)
    return next((head for words, head in HEADS if name.startswith(words)), UNKNOWN_HEAD)


def place_of(agency: Agency, on: date) -> str:
    """The place before the day: «Hà Nội» for central bodies, else the area's name alone."""
    if agency.level == "central":
        return "Hà Nội"
    place = agency.places.first()
    if place is None:
        return place_of(agency.parent, on) if agency.parent else ""
    return re.sub(r"^(Tỉnh|Thành phố|Xã|Phường|Huyện|Thị xã|Đặc khu)\s+", "", place.name_on(on))
