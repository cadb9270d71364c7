"""Which kinds of evidence count for which obligation: the programme's rules as a page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.registry.modules import registry
from nhipcau.shell.access import requires

from . import actions
from .asking import programme_of
from .indicator_forms import RuleForm
from .models import EvidenceRule


@requires("ledger.read_internal")
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    """The rules, and for focal points a form for one more."""
    programme = programme_of(request, slug)
    user = person(request)
    may_measure = user.may("evidence.measure")
    kinds = registry.evidence_kinds().values()
    sent = request.POST if request.method == "POST" and may_measure else None
    form = RuleForm(sent, programme=programme, kinds=kinds)
    if sent is not None and form.is_valid():
        actions.add_rule(
            kind=form.cleaned_data["kind"],
            obligation=form.obligations[form.cleaned_data["obligation"]],
            ground=form.cleaned_data["ground"],
            by=user,
        )
        messages.success(request, _("Đã ghi quy định."))
        return redirect("ledger:evidence-rules", slug)
    held = EvidenceRule.objects.filter(programme=programme)
    context = {
        "programme": programme,
        "rules": held.select_related("obligation__provision"),
        "form": form,
        "may_measure": may_measure,
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/rules.html", context, status=status)


@require_POST
@requires("evidence.measure")
def rule_drop(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a rule away."""
    programme = programme_of(request, slug)
    rule = get_object_or_404(EvidenceRule, programme=programme, uuid=uuid)
    actions.drop_rule(rule=rule, by=person(request))
    messages.success(request, _("Đã bỏ quy định."))
    return redirect("ledger:evidence-rules", slug)
