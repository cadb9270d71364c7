"""How provinces carry a programme out; points linked, delegates, focal units, files of work."""

from .case_file import CaseFile
from .focal_unit import FocalUnit
from .people import Delegate
from .point_link import PointLink
from .province_action import ProvinceAction
from .standing_choice import StandingChoice

__all__ = ["CaseFile", "Delegate", "FocalUnit", "PointLink", "ProvinceAction", "StandingChoice"]
