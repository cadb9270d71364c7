"""Questions about agencies and places over time: functions that read, with typed answers."""

from .lineage import Answer, Holder, Lineage, Standing, answering
from .naming import Found, Named, called, search
from .places import Carried, ForeignCode, became, by_code, carried, made_of, of_list_on
from .provinces import Body, bodies, committee, committee_name
from .rollup import Divided, RollUp, Total, by_new_provinces, new_province, roll_up

__all__ = [
    "Answer",
    "Body",
    "Carried",
    "Divided",
    "ForeignCode",
    "Found",
    "Holder",
    "Lineage",
    "Named",
    "RollUp",
    "Standing",
    "Total",
    "answering",
    "became",
    "bodies",
    "by_code",
    "by_new_provinces",
    "called",
    "carried",
    "committee",
    "committee_name",
    "made_of",
    "new_province",
    "of_list_on",
    "roll_up",
    "search",
]
