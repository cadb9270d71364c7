"""How wide the columns of a table are, where the document does not say."""

from math import sqrt

from nhipcau.standards.nd30.document import Table
from nhipcau.standards.nd30.metrics import width_pt

_SIZE = 12.0
_PADDING_PT = 8.0
_FULLEST = 60  # letters of a cell beyond which a column grows no more


def shares(table: Table) -> list[float]:
    """Return the share of each column, together 1: those of the table, or by what the cells hold.

    Raises ValueError where head, rows and widths are not of one length.
    """
    count = len(table.head)
    if count == 0 or any(len(cells) != count for cells in table.rows):
        raise ValueError("a table's rows are not as long as its head")
    if table.widths and (len(table.widths) != count or min(table.widths) <= 0):
        raise ValueError("a table's widths are not one positive number for each column")
    wanted = table.widths or tuple(_wanted(table, column) for column in range(count))
    return [each / sum(wanted) for each in wanted]


def _wanted(table: Table, column: int) -> float:
    texts = [cells[column].text for cells in table.rows[:200]]
    words = [word for text in (*texts, table.head[column]) for word in text.split()]
    # The longest word stays whole; beyond that a column grows with the root of its text.
    longest = max((width_pt(word, _SIZE, is_bold=True) for word in words), default=10.0)
    fullest = min(max((len(text) for text in texts), default=0), _FULLEST)
    return longest + _PADDING_PT + 12 * sqrt(fullest)
