"""edXML of QCVN 102:2016/BTTTT: messages that carry documents, and their states, between agencies.

`read` takes what the systems of agencies send, in its many forms; `write` makes one form. A message
is a `Document` (new, recalled, updated, replacing) or a `Status`. `sign` and `verify` put and judge
an XML signature; what a verdict says is never more than what was checked.
"""

from .codes import BusinessType, Priority, ReceiverType, StatusCode, SteeringType
from .faults import (
    BadValue,
    EdxmlFault,
    Forbidden,
    MissingPart,
    NotEdxml,
    NotXml,
    TooLarge,
    Unwritable,
)
from .messages import (
    Attachment,
    Business,
    Document,
    DocumentKind,
    Envelope,
    Organ,
    OtherFacts,
    ReceiverChange,
    Reference,
    Replacement,
    Signer,
    Staff,
    Status,
    Trace,
)
from .packing import Unpacked, unwrap, wrap
from .reading import read
from .signing import Standing, Verdict, sign, verify
from .writing import write

__all__ = [
    "Attachment",
    "BadValue",
    "Business",
    "BusinessType",
    "Document",
    "DocumentKind",
    "EdxmlFault",
    "Envelope",
    "Forbidden",
    "MissingPart",
    "NotEdxml",
    "NotXml",
    "Organ",
    "OtherFacts",
    "Priority",
    "ReceiverChange",
    "ReceiverType",
    "Reference",
    "Replacement",
    "Signer",
    "Staff",
    "Standing",
    "Status",
    "StatusCode",
    "SteeringType",
    "TooLarge",
    "Trace",
    "Unpacked",
    "Unwritable",
    "Verdict",
    "read",
    "sign",
    "unwrap",
    "verify",
    "wrap",
    "write",
]
