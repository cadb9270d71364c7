"""Words by which agencies, and what they do, are told apart in administrative Vietnamese.

Rules of the language, not of any document: heads that a body's name begins with, words that end
a name, and verbs that begin a task. All in NFC with tones on the first vowel, lower case.
"""

import re


def one_of(words: str, *, sep: str = "|") -> str:
    """Return a regular expression for any of `words`, longest first."""
    parts = sorted((part.strip() for part in words.split(sep) if part.strip()), key=len)
    return "(?:" + "|".join(re.escape(part) for part in reversed(parts)) + ")"


# Heads of a named body: followed by its name in capitals, or by its level ("Công an tỉnh").
BODIES = one_of(
    "bộ|ủy ban|ubnd|ubmttq|ub|sở|ban|cục|tổng cục|vụ|chi cục|trung tâm|công an|thanh tra|văn phòng"
    "|viện|hội|hội đồng|hđnd|học viện|trường|đại học|báo|đài|tạp chí|phòng|tổ|đoàn|đội|mặt trận"
    "|liên đoàn|liên minh|liên hiệp|hiệp hội|ngân hàng|kho bạc|bảo hiểm xã hội|tòa án|viện kiểm sát"
    "|kiểm toán|thuế|hải quan|quản lý thị trường|bộ đội|quân khu|quân đội|đồn|hạt kiểm lâm|tập đoàn"
    "|tổng công ty|công ty|nhà xuất bản|thông tấn xã|bưu điện|quỹ|chính phủ|quốc hội|bộ chỉ huy"
    "|bộ tư lệnh|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|cơ quan thường trực|thường trực|chi nhánh"
    "|bệnh viện|nhà trường|cổng thông tin điện tử|tổng liên đoàn|trung ương|thành phố|tỉnh|tổ chức"
    "|lực lượng|cấp ủy|chính quyền|vnpt|viettel|chi đoàn|bưu chính|điện lực|biên phòng|ban chỉ đạo"
)
# Persons who stand for a body.
OFFICES = one_of(
    "chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|bộ trưởng|thứ trưởng"
    "|chánh|trưởng|phó trưởng|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|thủ tướng|phó thủ tướng"
    "|người đứng đầu|lãnh đạo|bí thư|tổng biên tập|kế toán trưởng|chủ đầu tư|chủ dự án|đồng chí"
    "|chủ nhiệm|tổng cục trưởng|chi cục trưởng|chỉ huy trưởng|kiểm lâm viên|đại diện|cán bộ|tư lệnh"
    "|thống đốc|tổng thanh tra|viện kiểm sát nhân dân|chính ủy|công chức|viên chức|đội ngũ"
)
# Bodies named by what they are: "các cơ quan, đơn vị có liên quan".
GROUPS = one_of(
    "cơ quan|đơn vị|tổ chức|sở|bộ|ban|ngành|địa phương|đoàn thể|doanh nghiệp|cá nhân|cơ sở|hội"
    "|phòng|hai bên|các bên|hai cơ quan|hai ngành|hai đơn vị|cấp|trường|xã|phường|huyện|quận|tỉnh"
    "|thành phố|thị xã|đặc khu|hộ gia đình|cộng đồng|người dân|nhà đầu tư|tổ|đội|nhóm|thôn|bản|bên"
    "|ban ngành|mặt trận|trung tâm|đài|báo|hội đoàn thể|chủ đầu tư|ủy ban|lực lượng|chính quyền"
    "|trường học|viện|vụ|cục|tập thể|nhân dân|chuyên gia|nhà khoa học|các tổ chức|thành viên|hợp tác xã"
)
PLURALS = one_of("các|những|mọi|toàn thể|hai|ba|bốn|một số|tất cả|từng|mỗi")

# Prepositions and conjunctions that end a name: what follows says how, when, where, what for.
ENDERS = one_of(
    "theo|tại|để|khi|trong|nếu|từ|đến|được|thì|nhằm|trước|sau|bằng|trên|qua|thông qua|kể từ|căn cứ"
    "|với|cùng|cùng với|do|bởi|vào|như|phải|cần|sẽ|đã|đang|chưa|không|là|gồm|bao gồm|hoặc|mà|nhưng|ngay|cho"
    "|đối với|ngoài|giữa|dưới|vì|tùy|trường hợp|hằng năm|hàng năm|định kỳ|thường xuyên|tiếp tục"
    "|chủ động|khẩn trương|kịp thời|tích cực|trực tiếp|nghiêm túc|tập trung|đồng thời|cụ thể|có"
    "|chịu|tiến hành|ưu tiên|nhất là|đặc biệt|lồng ghép|thống nhất|chặt chẽ|sớm|hằng|hàng|mỗi khi"
    "|ngoài ra|nhanh chóng|tăng cường|về việc|trách nhiệm|tự|cũng|còn|lên|vẫn|có trách nhiệm|này"
)
# Verbs that begin what a body does. After a bare group they may still describe it: see ATTRIBUTES.
VERBS = one_of(
    "phòng, chống|phòng chống|đàm phán|xét xử|truy tố|đẩy nhanh|giữ gìn|giữ vững|tháo gỡ|hợp tác|quy định|yêu cầu|thông qua|tuân thủ|chủ trì"
    "|phối hợp|tham mưu|xây dựng|tổ chức|triển khai|thực hiện|hướng dẫn|kiểm tra|giám sát"
    "|rà soát|đánh giá|tổng hợp|báo cáo|ban hành|đề xuất|đề nghị|kiến nghị|chỉ đạo|đôn đốc"
    "|theo dõi|quản lý|cung cấp|cập nhật|công bố|công khai|tuyên truyền|phổ biến|đào tạo"
    "|bồi dưỡng|tập huấn|nghiên cứu|bố trí|phân bổ|thẩm định|phê duyệt|quyết định|giải quyết"
    "|xử lý|xem xét|ký kết|tham gia|hỗ trợ|bảo đảm|đảm bảo|duy trì|phát triển|khai thác"
    "|sử dụng|vận hành|kết nối|chia sẻ|tích hợp|đăng tải|thông báo|tiếp nhận|hoàn thiện"
    "|hoàn thành|sửa đổi|bổ sung|điều chỉnh|thanh tra|xác minh|xác định|phân công|thành lập"
    "|kiện toàn|huy động|vận động|khuyến khích|đẩy mạnh|nâng cao|phát huy|đổi mới|cải cách"
    "|ngăn chặn|đấu tranh|khắc phục|thu thập|thống kê|điều tra|khảo sát|phân tích|dự báo"
    "|cảnh báo|quan trắc|lựa chọn|mua sắm|thanh toán|quyết toán|công nhận|chứng nhận|xác nhận"
    "|trả lời|đối thoại|lấy ý kiến|góp ý|trao đổi|làm rõ|làm việc|quán triệt|học tập"
    "|cụ thể hóa|số hóa|chuẩn hóa|tạo lập|bàn giao|di dời|vận chuyển|thu gom|phân loại"
    "|tái chế|bảo vệ|chăm sóc|điều trị|sản xuất|kinh doanh|xuất bản|phát hành|biên soạn"
    "|giới thiệu|quảng bá|xúc tiến|thúc đẩy|khởi công|thi công|nghiệm thu|bảo trì|sửa chữa"
    "|vệ sinh|khử trùng|phát hiện|tố giác|truy quét|tuần tra|kiểm soát|cứu trợ|cứu hộ|cứu nạn"
    "|ứng cứu|ứng phó|diễn tập|sơ kết|tổng kết|khen thưởng|tôn vinh|biểu dương|nhân rộng"
    "|đăng ký|kê khai|niêm yết|lưu trữ|phục vụ|thẩm tra|thẩm duyệt|tiến hành|phản ánh|nắm bắt"
    "|chuẩn bị|tham vấn|cho ý kiến|giám định|kiểm kê|hướng tới|tiếp thu|giải trình|định hướng"
    "|cụ thể|phân cấp|ủy quyền|chấp hành|tạo điều kiện|cân đối|biên tập|sưu tầm|thiết kế"
    "|lắp đặt|bảo dưỡng|bảo quản|củng cố|khôi phục|phục hồi|chỉnh trang|hiệp thương|giải ngân"
    "|thu hồi|bồi thường|điều phối|điều hành|dự thảo|thảo luận|tìm kiếm|phân luồng|sắp xếp"
    "|phát sóng|tuyên dương|thi hành|áp dụng|ứng dụng|chuyển giao|bổ nhiệm|tuyển dụng"
    "|điều động|đối chiếu|xác thực|cấp phát|chăm lo|thăm hỏi|trao tặng|phát động|hưởng ứng"
    "|hòa giải|giải phóng|kết hợp|vận dụng|khẩn trương|tận dụng|cải tạo|nâng cấp|mở rộng"
    "|hình thành|khảo nghiệm|thử nghiệm|thí điểm|nhắc nhở|xử phạt|kiểm đếm|gia cố|di dân"
    "|sơ tán|ổn định|cung ứng|dự trữ|tiêu thụ|kêu gọi|quy hoạch|tích cực|gặp mặt"
)
# Verbs of one syllable: "trình", but not in "Chương trình", "Quốc phòng", "Đào tạo".
SHORT_VERBS = one_of(
    "trình|lập|gửi|ký|giúp|giao|cử|tiếp|đưa|gắn|dành|trồng|khám|viết|nắm|chuyển|mở|làm|họp"
    "|bàn|mời|dự|tặng|trao|đón|giữ|thăm|tìm"
)
# Said of a group itself, right after it: "cơ quan quản lý nhà nước", "đơn vị cung cấp dịch vụ".
ATTRIBUTES = one_of(
    "khám, chữa bệnh|khám bệnh, chữa bệnh|khám chữa bệnh|quản lý|chủ quản|báo chí|thông tấn|chức năng|chuyên môn|liên quan|trực thuộc|thuộc|làm công tác"
    "|được giao|được phân công|có liên quan|có thẩm quyền|có chức năng|đóng quân|đóng trên|hoạt động trên"
    "|cung cấp|cung ứng|ngang bộ"
)
# These describe a single group ("cơ quan thanh tra") but begin a task after a list of them.
WEAK_ATTRIBUTES = one_of(
    "thanh tra|điều tra|tư vấn|soạn thảo|tố tụng|vận hành|thu gom|thi công|đào tạo|nghiên cứu|thẩm định"
    "|sử dụng|khai thác|sản xuất|kinh doanh|xuất bản|phát thanh|truyền thông|đầu tư|bảo hiểm|làm"
    "|kiểm định|cấp phát|đăng ký|tham gia"
)
# Between the subject and "chủ trì": duty and adverbs.
DUTIES = one_of(
    "là cơ quan thường trực|là cơ quan chủ trì|là đơn vị đầu mối|là đầu mối chủ trì|là thường trực"
    "|với vai trò là cơ quan thường trực|có trách nhiệm tiếp tục|chịu trách nhiệm chính|đồng thời"
    "|là cơ quan|là đơn vị|là đầu mối|là cơ quan đầu mối|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ"
    "|sẽ|tiếp tục|chủ động|làm|phải|cần|khẩn trương|thường xuyên|trực tiếp|được giao|kịp thời"
    "|tích cực|là|giữ vai trò|định kỳ|hằng năm|hàng năm|tăng cường|nghiêm túc"
)
