"""Questions about agencies and places over time: functions that read, with typed answers."""

from .lineage import Answer, Holder, Lineage, Standing, answering
from .naming import Found, Named, called, search
from .places import Carried, ForeignCode, became, by_code, carried, made_of, of_list_on
from .provinces import Body, bodies, committee, committee_name

__all__ = [
    "Answer",
    "Body",
    "Carried",
    "ForeignCode",
    "Found",
    "Holder",
    "Lineage",
    "Named",
    "Standing",
    "answering",
    "became",
    "bodies",
    "by_code",
    "called",
    "carried",
    "committee",
    "committee_name",
    "made_of",
    "of_list_on",
    "search",
]
