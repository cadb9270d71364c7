"""The parts of a year, in the order of its days; each goes on from what the pages of the last wrote."""

from collections.abc import Callable

from . import conference, december, january, spring
from .world import Year

PARTS: tuple[Callable[[Year], None], ...] = (
    january.directive_and_proposal_become_tasks,
    january.the_plan_is_agreed_by_both_sides,
    january.the_guiding_letter_goes_out_and_arrives,
    spring.provinces_do_it_in_four_ways,
    spring.a_unit_does_its_task,
    spring.another_does_its_own_without_script,
    spring.a_commune_fills_its_one_page_without_script,
    december.the_unit_estimates_its_year,
    december.a_report_is_sent_returned_sent_and_gathered,
    december.the_other_sides_unit_reports_without_script,
    december.both_sides_send_theirs_for_the_joint_one,
    december.the_joint_report_goes_to_word_and_back,
    december.the_joint_report_is_agreed_and_issued,
    conference.the_conference_its_conclusions_and_the_next_plan,
)
