"""Văn bản trao đổi: what agencies send each other about the programme, and what became of it."""
