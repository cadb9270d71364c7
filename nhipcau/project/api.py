"""The root of the API: one router for each module, its description, and a page to read it by."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from nhipcau.agencies.api_access import KeyOrNobody
from nhipcau.registry.modules import registry


class OpenToAll(NinjaAPI):
    """Says in its description that a key is one of two ways: without one the public part answers."""

    def get_openapi_schema(self, *given: Any, **named: Any) -> OpenAPISchema:
        described = super().get_openapi_schema(*given, **named)
        for methods in described["paths"].values():
            for operation in methods.values():
                operation["security"] = [*operation.get("security", []), {}]
        return described


api = OpenToAll(
    title="Nhịp Cầu",
    version="1",
    description=(
        "Read what the platform shows. Without a key: what is public. With a key "
        "(`Authorization: Bearer …`, made on the page of one's account): what the key carries."
    ),
    docs_url=None,
    auth=KeyOrNobody(),
)
for module in registry:
    if module.api is not None:
        api.add_router(f"/{module.code}", module.api)


def reading_page(request: HttpRequest) -> HttpResponse:
    """The operations of the API as a page, without a script."""
    described = api.get_openapi_schema()
    operations = [
        {"method": method.upper(), "path": path, **operation}
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "project/api.html", {"operations": _plain(operations)})


def _plain(operations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "method": each["method"],
            "path": each["path"],
            "summary": each["summary"],
            "description": each.get("description", ""),
            "parameters": [
                f"{parameter['name']} ({parameter['in']})" for parameter in each["parameters"]
            ],
        }
        for each in operations
    ]
