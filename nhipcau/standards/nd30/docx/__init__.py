"""A document as a Word file: real styles, fields and content controls, in the decree's layout."""

from nhipcau.standards.nd30.docx.write import to_docx

__all__ = ["to_docx"]
