"""Doors of the papers: drafted, agreed, recorded."""

HOLDERS = {
    "papers.draft": {"officer", "focal_point"},
    "papers.agree": {"leader", "signatory"},
    "papers.record": {"clerk", "focal_point"},
}
