"""Báo cáo, sơ kết, tổng kết: what each unit says of a period, gathered upward."""
