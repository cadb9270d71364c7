"""The code lists of edXML as they are used on the national exchange axis, with their words."""

from enum import Enum
from typing import Self


class Coded(Enum):
    """A code of a message and what it says in Vietnamese."""

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        made = object.__new__(cls)
        made._value_ = code
        made.words = words
        return made

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with this code. Raises ValueError."""
        for each in cls:
            if each.value == code:
                return each
        raise ValueError(code)


class StatusCode(Coded):
    """StatusCode: how far a document has come at the receiver."""

    ARRIVED = "01", "Đã đến"
    REFUSED = "02", "Từ chối tiếp nhận"
    ACCEPTED = "03", "Đã tiếp nhận"
    WAITING = "04", "Đã đến, đang chờ phân công"
    ASSIGNED = "05", "Đã phân công, đang xử lý"
    DONE = "06", "Đã xử lý xong"
    RECALLED = "13", "Thu hồi văn bản"
    CHANGE_AGREED = "15", "Đồng ý thu hồi/cập nhật văn bản"
    CHANGE_REFUSED = "16", "Từ chối thu hồi/cập nhật văn bản"


class BusinessType(Coded):
    """BussinessDocType: what a message does with its document."""

    NEW = "0", "Văn bản mới"
    RECALL = "1", "Thu hồi"
    UPDATE = "2", "Cập nhật"
    REPLACE = "3", "Thay thế"


class ReceiverType(Coded):
    """ReceiverType: what an update does with one receiver."""

    REMOVED = "0", "Bỏ khỏi danh sách nhận"
    ADDED = "1", "Thêm vào danh sách nhận"


class SteeringType(Coded):
    """SteeringType: whether a document directs, or reports on a direction. 0 is read as 1."""

    ORDINARY = "1", "Không phải văn bản chỉ đạo"
    DIRECTIVE = "2", "Văn bản chỉ đạo"
    REPORT = "3", "Báo cáo văn bản chỉ đạo"


class Priority(Coded):
    """Priority: how urgent a document is."""

    ORDINARY = "0", "Thường"
    URGENT = "1", "Khẩn"
    VERY_URGENT = "2", "Thượng khẩn"
    MOST_URGENT = "3", "Hỏa tốc"
    TIMED = "4", "Hỏa tốc hẹn giờ"
