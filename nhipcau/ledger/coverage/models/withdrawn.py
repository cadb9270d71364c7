"""What was recorded by mistake stays, and says that it was taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Withdrawable(models.Model):
    """A row that is never deleted: taken back with a reason, it counts no longer."""

    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.TextField(_("lý do rút lại"), blank=True)

    class Meta:
        abstract = True
