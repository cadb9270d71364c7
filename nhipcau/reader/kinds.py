"""Names of document types: those of Decree 30/2020 (Phụ lục III, mục I), of laws and of Party
documents, and what an agency attaches to a decision. Data, so that a new type is one line."""

import re

from nhipcau.language.fold import fold

ADMINISTRATIVE = (
    "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
    "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản",
    "Tờ trình", "Hợp đồng", "Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận",
    "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép", "Phiếu gửi",
    "Phiếu chuyển", "Phiếu báo", "Thư công",
)  # fmt: skip
LEGISLATIVE = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư liên tịch",
    "Thông tư", "Nghị quyết liên tịch", "Văn bản hợp nhất",
)  # fmt: skip
OTHERS = (
    "Chương trình phối hợp công tác", "Chương trình phối hợp", "Chương trình hành động",
    "Kế hoạch phối hợp", "Kế hoạch hành động", "Quy chế phối hợp", "Thỏa thuận hợp tác",
    "Thỏa thuận", "Kết luận", "Quy trình", "Điều lệ", "Nội quy", "Chiến lược", "Danh mục",
    "Lời kêu gọi", "Thông tri", "Phương hướng", "Tiêu chí", "Bộ tiêu chí", "Bảng", "Biểu mẫu",
    "Nội dung", "Văn bản",
)  # fmt: skip
ALL = tuple(sorted({*ADMINISTRATIVE, *LEGISLATIVE, *OTHERS}, key=len, reverse=True))
# What is cited by type and number; an unnumbered "chương trình" is not a citation.
NAMES = "|".join(re.escape(name) for name in ALL if name not in {"Bảng", "Nội dung", "Dự án"})

_BY_FOLD = {fold(name): name for name in ALL}


def kind_named(text: str) -> str:
    """Return the type that `text` names and nothing else ("KẾ HOẠCH" → "Kế hoạch"), or ""."""
    return _BY_FOLD.get(fold(text.strip(" :*.")), "")
