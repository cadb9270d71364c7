"""Kinds of administrative documents: Decree 30/2020/NĐ-CP, Phụ lục III, with their abbreviations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentType(TextChoices):
    RESOLUTION = "NQ", _("Nghị quyết")
    DECISION = "QĐ", _("Quyết định")
    DIRECTIVE = "CT", _("Chỉ thị")
    REGULATION = "QC", _("Quy chế")
    RULES = "QyĐ", _("Quy định")
    COMMUNIQUE = "TC", _("Thông cáo")
    NOTICE = "TB", _("Thông báo")
    GUIDANCE = "HD", _("Hướng dẫn")
    PROGRAMME = "CTr", _("Chương trình")
    PLAN = "KH", _("Kế hoạch")
    OPTION_PLAN = "PA", _("Phương án")
    SCHEME = "ĐA", _("Đề án")
    PROJECT = "DA", _("Dự án")
    REPORT = "BC", _("Báo cáo")
    MINUTES = "BB", _("Biên bản")
    SUBMISSION = "TTr", _("Tờ trình")
    CONTRACT = "HĐ", _("Hợp đồng")
    # The decree gives a letter no abbreviation; văn thư commonly write CV in registers.
    LETTER = "CV", _("Công văn")
    TELEGRAM = "CĐ", _("Công điện")
    MEMORANDUM = "BGN", _("Bản ghi nhớ")
    AGREEMENT = "BTT", _("Bản thỏa thuận")
    POWER_OF_ATTORNEY = "GUQ", _("Giấy ủy quyền")
    INVITATION = "GM", _("Giấy mời")
    INTRODUCTION = "GGT", _("Giấy giới thiệu")
    LEAVE = "GNP", _("Giấy nghỉ phép")
    SENDING_SLIP = "PG", _("Phiếu gửi")
    FORWARDING_SLIP = "PC", _("Phiếu chuyển")
    REPORTING_SLIP = "PB", _("Phiếu báo")
