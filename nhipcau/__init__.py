"""Nhịp Cầu: from the text that two agencies signed to work that is done, evidenced and reported."""
