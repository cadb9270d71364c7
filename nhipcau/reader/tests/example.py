"""An invented programme in the usual form of a numbered plan. An example: no such agencies, no
such documents."""

PLAN = """\
Số: 05/CTPH-BVD-UBMN
Phố Núi, ngày 05 tháng 01 năm 2026
CHƯƠNG TRÌNH PHỐI HỢP
GIỮA BỘ VÍ DỤ VÀ ỦY BAN MIỀN NÚI VỀ ĐỌC SÁCH GIAI ĐOẠN 2026 - 2030
Căn cứ Nghị định số 901/2021/NĐ-CP ngày 02/02/2021 của Chính phủ quy định về sách cho bản làng;
Căn cứ Quyết định số 77/QĐ-TTg ngày 14/10/2025 của Thủ tướng Chính phủ phê duyệt Đề án thực hiện Kết luận số 9-KL/TW ngày 01/3/2025 của Bộ Chính trị về đọc sách;
Bộ Ví dụ và Ủy ban Miền núi thống nhất ký kết chương trình phối hợp về đọc sách (gọi tắt là Chương trình) như sau:
I. MỤC ĐÍCH
1. Bảo đảm sự phối hợp giữa Bộ Ví dụ (BVD) và Ủy ban Miền núi (UBMN).
2. Đưa sách đến mọi bản làng.
II. NỘI DUNG
1. Làm sách
a) UBMN chủ trì, BVD phối hợp biên soạn sách song ngữ.
b) Phối hợp tổ chức ngày đọc sách hằng năm.
Sách in ra được gửi về các trường nội trú.
c) BVD hướng dẫn, hỗ trợ UBMN lập tủ sách.
d) Tiếp nhận sách do UBMN chủ trì biên soạn.
đ) Sơ kết trước ngày 15/12/2027.
2. Mang sách đi
- Cơ quan chủ trì: Sở Ví dụ.
- Cơ quan phối hợp: Đồn Biên phòng, UBND xã, phường.
III. TRÁCH NHIỆM
1. Bộ Ví dụ
a) Chủ trì, phối hợp với Ủy ban Miền núi và các cơ quan có liên quan in sách theo Quyết định số 77/QĐ-TTg.
b) Chỉ đạo Sở Ví dụ các tỉnh phối hợp với Phòng Miền núi chuyển sách.
2. Ủy ban Miền núi: Phối hợp với Bộ Ví dụ kiểm tra tủ sách.
IV. TỔ CHỨC THỰC HIỆN
Chương trình này có hiệu lực kể từ ngày ký./.
Nơi nhận:
- Chính phủ;
- Lưu: VT, 02 bản.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Đặng Văn Mẫu
"""
