"""Kế hoạch, nhiệm vụ, kinh phí: what is to be done, by whom, by when, with which money."""
