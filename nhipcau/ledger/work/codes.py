"""Codes of tasks: «25.IV1d.02» is the second task of 2025 under IV.1.d, in whichever plan it is."""

from nhipcau.ledger.programmes.models import Programme, Provision

from .models import Directive, Task

# What stands for the place of the text where there is none.
OF_DIRECTIVES = {
    Directive.Kind.INCOMING: "VB",
    Directive.Kind.INSTRUCTION: "CĐ",
    Directive.Kind.CONCLUSION: "KL",
    Directive.Kind.ARISING: "PS",
    Directive.Kind.PROPOSAL: "KN",
}
OF_THE_REST = "NV"


def next_code(
    *,
    programme: Programme,
    year: int,
    provision: Provision | None,
    directive: Directive | None = None,
) -> str:
    """The next free code of a programme's year, over all its plans and outside them.

    Two who ask at once wait for one another: the programme is locked until the transaction ends.
    """
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    stem = f"{year % 100:02d}.{_middle(provision, directive)}."
    held = Task.objects.filter(programme=programme, code__startswith=stem)
    taken = (code.removeprefix(stem) for code in held.values_list("code", flat=True))
    last = max((int(number) for number in taken if number.isdecimal()), default=0)
    return f"{stem}{last + 1:02d}"


def _middle(provision: Provision | None, directive: Directive | None) -> str:
    if provision is not None:
        return provision.address.replace(".", "").replace(" ", "")[:20]
    if directive is not None:
        return OF_DIRECTIVES[Directive.Kind(directive.kind)]
    return OF_THE_REST
