"""The ledger's reports as a Django application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "nhipcau.ledger.reports"

    def ready(self) -> None:
        """Fill the papers of reports and reviews; tell the ladder who has sent."""
        from nhipcau.ledger.coverage import contents
        from nhipcau.ledger.work import visibility, worklist

        from . import composing, filing, final_papers, papering, review_papers, standing, waiting

        composing.provide()
        papering.provide()
        final_papers.provide()
        contents.provide(filing.of_reports)
        review_papers.provide()
        visibility.told_by(standing.sent_this_year)
        worklist.provide(waiting.of_reports)
