"""Factories and an invented programme that the tests of the modules may use; Vietnamese values one would believe."""

import datetime

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from nhipcau.ledger.programmes.models import Programme, Provision


class ProgrammeFactory(DjangoModelFactory[Programme]):
    class Meta:
        model = Programme

    slug = Sequence(lambda n: f"chuong-trinh-vi-du-{n}")
    kind = "Chương trình phối hợp"
    number = Sequence(lambda n: f"{n + 1:02}/CTPH-VIDU")
    title = "Chương trình phối hợp truyền thông ở các xã biên giới (ví dụ)"
    place = "Lạng Sơn"
    signed_on = datetime.date(2025, 3, 20)
    first_year = 2025
    last_year = 2028
    is_example = True


class ProvisionFactory(DjangoModelFactory[Provision]):
    class Meta:
        model = Provision

    programme = SubFactory(ProgrammeFactory)
    order = Sequence(lambda n: n + 1)
    address = Sequence(lambda n: f"I.{n + 1}")
    marker = "1."
    kind = "clause"
    text = (
        "Hai bên trao đổi tài liệu truyền thông bằng tiếng Tày, tiếng Nùng cho đài truyền thanh xã."
    )
    first_line = 1


EXAMPLE = """Số: 05/CTPH-SVH-SDT
Lạng Sơn, ngày 20 tháng 3 năm 2025
CHƯƠNG TRÌNH PHỐI HỢP
GIỮA SỞ VĂN HÓA VÀ SỞ DÂN TỘC VỀ TRUYỀN THÔNG Ở CÁC XÃ BIÊN GIỚI GIAI ĐOẠN 2025 - 2028
Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10/5/2024 của Chính phủ về hoạt động thông tin cơ sở;
Sở Văn hóa và Sở Dân tộc thống nhất ký kết chương trình phối hợp như sau:
I. NỘI DUNG PHỐI HỢP
1. Truyền thông
a) Sở Văn hóa chủ trì, Sở Dân tộc phối hợp biên soạn tài liệu tiếng Tày, tiếng Nùng.
b) Phối hợp tổ chức ngày hội đọc sách ở các xã biên giới hằng năm.
2. Tập huấn
Sở Dân tộc chủ trì tập huấn cho đài truyền thanh xã theo Nghị định số 49/2024/NĐ-CP.
II. TỔ CHỨC THỰC HIỆN
Chương trình này có hiệu lực kể từ ngày ký./.
"""
