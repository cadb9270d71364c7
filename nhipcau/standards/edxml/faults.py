"""Why a message cannot be read or written: the place in it, and what is wrong there."""


class EdxmlFault(Exception):
    """A message is not taken: `path` names the element, `line` counts from 1 (0: not known).

    `text` says in Vietnamese what is wrong, without the place.
    """

    def __init__(self, text: str, *, path: str = "", line: int = 0) -> None:
        place = ", ".join(
            part
            for part in (f"dòng {line}" if line else "", f"phần tử {path}" if path else "")
            if part
        )
        super().__init__(f"{place}: {text}" if place else text)
        self.text = text
        self.path = path
        self.line = line


class NotXml(EdxmlFault):
    """The bytes are no well-formed XML in UTF-8 or UTF-16."""


class NotEdxml(EdxmlFault):
    """Well-formed, but neither a document nor a status of edXML."""


class Forbidden(EdxmlFault):
    """It declares a document type or entities, which no message needs."""


class TooLarge(EdxmlFault):
    """More bytes, elements, levels or attachments than a message may have."""


class MissingPart(EdxmlFault):
    """An element without which the message says nothing is absent or empty."""


class BadValue(EdxmlFault):
    """An element says something that its kind does not allow."""


class Unwritable(EdxmlFault):
    """A value that XML cannot carry, or that no message may carry."""
