"""Kiểm tra việc thực hiện chương trình: from the year's plan to remedies that somebody confirmed."""
