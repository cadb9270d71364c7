"""How a rule says no."""


class Refused(Exception):
    """A rule says no; the message is the sentence for the person."""
