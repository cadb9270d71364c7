"""Whether a text is Vietnamese at all, told by letters that no other language has."""

from nhipcau.reader.refusal import Refused

OWN = frozenset(
    "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
    "ĂĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
# In running Vietnamese about one letter in six is one of these.
LEAST_SHARE = 0.03


def refuse_language(text: str, name: str) -> None:
    """Raise Refused for a text without letters, or in another language. `text` is in NFC."""
    letters = sum(char.isalpha() for char in text)
    if not letters:
        raise Refused(f"tệp «{name}» không có chữ nào", "kiểm tra lại tệp và gửi bản có nội dung")
    if sum(char in OWN for char in text) < LEAST_SHARE * letters:
        raise Refused(
            f"văn bản trong tệp «{name}» không phải tiếng Việt có dấu",
            "gửi bản tiếng Việt, bảng mã Unicode",
        )
