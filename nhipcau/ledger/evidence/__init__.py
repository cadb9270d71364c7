"""Minh chứng, số liệu, chỉ tiêu, đánh giá: what was done, and in which numbers."""
