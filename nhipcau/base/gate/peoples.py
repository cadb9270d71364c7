"""Names of the 54 ethnic groups, to tell a column of them from another column of the same heading."""

from nhipcau.language.fold import fold

# Danh mục các thành phần dân tộc Việt Nam, Quyết định 121-TCTK/PPCĐ of 2 March 1979, with the
# spellings that lists of today use beside it.
NAMES = (
    "Kinh, Việt, Tày, Thái, Hoa, Khơ-me, Khmer, Mường, Nùng, Hmông, Mông, Mèo, Dao, Gia-rai, "
    "Jrai, Ngái, Ê-đê, Ba-na, Xơ-đăng, Xê-đăng, Sán Chay, Cao Lan, Sán Chỉ, Cơ-ho, K'ho, Chăm, "
    "Sán Dìu, Hrê, Mnông, Ra-glai, Xtiêng, Stiêng, Bru-Vân Kiều, Vân Kiều, Pa Cô, Thổ, Giáy, "
    "Cơ-tu, Gié-Triêng, Mạ, Khơ-mú, Co, Cor, Ta-ôi, Tà Ôi, Chơ-ro, Kháng, Xinh-mun, Hà Nhì, "
    "Chu-ru, Lào, La Chí, La Ha, Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, "
    "Bố Y, Si La, Pu Péo, Brâu, Ơ-đu, Rơ-măm"
)


def _squashed(name: str) -> str:
    """Letters only: «Khơ-mú», «Khơ mú» and «KHƠMÚ» are one."""
    return "".join(each for each in fold(name) if each.isalpha())


_KNOWN = frozenset(_squashed(name) for name in NAMES.split(","))


def is_one(text: str) -> bool:
    """Whether a cell names an ethnic group, with or without «dân tộc» or «người» before it."""
    if len(text) > 40:
        return False
    name = _squashed(text)
    return name in _KNOWN or name.removeprefix("dantoc").removeprefix("nguoi") in _KNOWN
