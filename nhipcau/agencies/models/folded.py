"""A column that keeps another one folded, so that search finds a name without its marks."""

from typing import Any

from django.db import models

from nhipcau.language.fold import fold


class FoldedField(models.TextField):  # type: ignore[type-arg]
    """Filled from `of` at every save, in bulk as well; migrations see a plain text column."""

    def __init__(self, *, of: str = "", **options: Any) -> None:
        self.of = of
        super().__init__(**{"default": "", "editable": False, "blank": True, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The folded text, put on the instance as well."""
        folded = fold(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, folded)
        return folded

    def deconstruct(self) -> Any:
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.TextField", args, options
