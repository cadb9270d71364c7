"""The one exception of the reader: a sentence for the person who sent the file."""


class Refused(Exception):
    """A file that cannot be read: what failed, why and where, and what to do, in Vietnamese."""

    def __init__(self, reason: str, remedy: str, *, task: str = "Đọc văn bản") -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{task} chưa thực hiện được: {reason}. Đề nghị {remedy}.")
