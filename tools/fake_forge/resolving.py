"""Answering GraphQL by GitHub's own published schema, with its limits on how much one question may ask."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    build_schema,
    execute_sync,
    parse,
    validate,
)

sys.path.insert(0, str(Path(__file__).parents[1]))
from contracts import place

from fake_forge.nodes import Listing, Node

MOST_NODES = 500_000


class ContractMissingError(RuntimeError):
    """The published schema is not in the cache; `python tools/contracts.py` fetches it."""


@cache
def schema() -> GraphQLSchema:
    """Give GitHub's published schema. Raises ContractMissingError."""
    where = place("github.graphql")
    if not where.is_file():
        raise ContractMissingError(f"{where.name} is not there: run python tools/contracts.py")
    return build_schema(where.read_text(encoding="utf-8"), assume_valid=True)


@cache
def checked(query: str) -> DocumentNode:
    """Parse a question and hold it against the schema. Raises GraphQLError for the first thing wrong."""
    document = parse(query)
    for error in validate(schema(), document):
        raise error
    return document


def answer(world: dict[str, Node], query: str, variables: dict[str, Any], *, left: int = 5000) -> Node:
    """Give the answer to a question about `world`, projects by name, with errors as GitHub words them."""
    try:
        document = checked(query)
        nodes, asked = weight(document, variables)
        if nodes > MOST_NODES:
            return _error("MAX_NODE_LIMIT_EXCEEDED", f"This query requests up to {nodes} possible nodes.")
    except GraphQLError as error:
        return _error("", error.message)
    cost = max(1, asked // 100)
    limit = {
        "cost": cost,
        "limit": 5000,
        "remaining": left,
        "resetAt": "2030-01-01T00:00:00Z",
        "nodeCount": nodes,
        "used": 0,
    }
    root = {"world": world, "rateLimit": limit, "index": index(world)}
    result = execute_sync(schema(), document, root, variable_values=variables, field_resolver=_resolve)
    formatted: Node = dict(result.formatted)
    for error, told in zip(result.errors or (), formatted.get("errors", ()), strict=True):
        told["type"] = (error.extensions or {}).get("type", "")
    return formatted


def _error(kind: str, message: str) -> Node:
    return {"data": None, "errors": [{"type": kind, "message": message}]}


def index(world: dict[str, Node]) -> dict[str, Node]:
    """Give everything that has an id, by its id."""
    found: dict[str, Node] = {}
    for project in world.values():
        found[project["id"]] = {"__typename": "Repository", **project}
        for item in (*project["issues"], *project["pullRequests"]):
            found[item["id"]] = item
            for review in item.get("reviews", ()):
                found[review["id"]] = review
    return found


def _resolve(source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
    name = info.field_name
    if info.parent_type.name == "Query":
        return _top(source, name, arguments)
    value = source.get(name)
    if name == "repository" and value is None:
        return _home(info.root_value["world"], source)
    if name in {"stargazerCount", "forkCount"}:
        return len(source["stargazers" if name == "stargazerCount" else "forks"])
    if name == "stargazers" and source["viewerPermission"] == "READ":
        raise GraphQLError(
            "Resource not accessible by personal access token", extensions={"type": "FORBIDDEN"}
        )
    if isinstance(value, Listing):
        try:
            return value.page(arguments)
        except ValueError as error:
            kind = "INVALID_CURSOR_ARGUMENTS" if "cursor" in str(error) else "EXCESSIVE_PAGINATION"
            raise GraphQLError(str(error), extensions={"type": kind}) from error
    return value


def _home(world: dict[str, Node], item: Node) -> Node:
    """Give the project that an issue or change is in."""
    return next(
        project for project in world.values()
        if any(one["id"] == item["id"] for one in (*project["issues"], *project["pullRequests"]))
    )  # fmt: skip


def _top(root: Node, name: str, arguments: dict[str, Any]) -> Any:
    if name == "repository":
        called = f"{arguments['owner']}/{arguments['name']}".casefold()
        found = {key.casefold(): project for key, project in root["world"].items()}.get(called)
        if found is None:
            raise GraphQLError(
                f"Could not resolve to a Repository with the name '{called}'.",
                extensions={"type": "NOT_FOUND"},
            )
        return found
    if name == "repositoryOwner":
        login = f"{arguments['login']}/".casefold()
        owned = [
            {"name": key, "id": key, "isEmpty": False, "isFork": False, **project}
            for key, project in root["world"].items() if key.casefold().startswith(login)
        ]  # fmt: skip
        return {"__typename": "Organization", "repositories": Listing(owned)} if owned else None
    if name == "node":
        return _node(root, arguments["id"])
    if name == "nodes":
        return [_node(root, one) for one in arguments["ids"]]
    return root.get(name)


def _node(root: Node, name: str) -> Any:
    """Give what has an id; an error in its place is told beside the rest of the answer."""
    missing = GraphQLError("Could not resolve to a node.", extensions={"type": "NOT_FOUND"})
    return root["index"].get(name, missing)


def weight(document: DocumentNode, variables: dict[str, Any]) -> tuple[int, int]:
    """Give how many nodes a question may yield and how many lists it opens, as GitHub counts both.

    https://docs.github.com/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api
    """
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    total = [0, 0]

    def number(node: FieldNode, name: str) -> int | None:
        for argument in node.arguments or ():
            if argument.name.value == name:
                value = argument.value
                named = getattr(value, "name", None)
                return variables.get(named.value) if named else int(getattr(value, "value", 0) or 0)
        return None

    def is_left_out(node: FieldNode | FragmentSpreadNode) -> bool:
        for directive in node.directives or ():
            value = directive.arguments[0].value
            if directive.name.value == "include" and not variables.get(value.name.value):  # type: ignore[attr-defined]
                return True
        return False

    def walk(selections: Any, times: int) -> None:
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode) and not is_left_out(node):
                walk(fragments[node.name.value].selection_set, times)
            elif isinstance(node, InlineFragmentNode):
                walk(node.selection_set, times)
            elif isinstance(node, FieldNode) and not is_left_out(node):
                size = number(node, "first") or number(node, "last")
                if size:
                    total[0] += times * size
                    total[1] += times
                walk(node.selection_set, times * size if size else times)

    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            walk(definition.selection_set, 1)
    return total[0], total[1]
