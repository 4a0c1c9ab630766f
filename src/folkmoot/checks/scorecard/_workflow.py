"""GitHub workflows as Scorecard sees them: what actionlint 1.7.9 makes of a file, with its lines.

Like there, a file that is YAML always gives a workflow: what is not as it should be is left out. Ids of jobs,
names of inputs and of permissions are in lower case. Aliases are not followed, unless `follow` asks for it,
because that version does not follow them.

Source: https://github.com/rhysd/actionlint/blob/v1.7.9/parse.go
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from folkmoot.checks.scorecard._yaml import Kind, Node, compose


@dataclass(frozen=True)
class Word:
    """A text and the line where it stands."""

    value: str
    line: int


@dataclass(frozen=True)
class Permissions:
    """What a token may: `all` (such as "read-all") or `scopes` by name. `line` is that of the key."""

    line: int
    all: Word | None = None
    scopes: Mapping[str, Word] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One step: it `uses` an action with `inputs`, or it does `run` a script in a `shell`, or neither."""

    line: int
    name: str = ""
    condition: Word | None = None
    uses: Word | None = None
    inputs: Mapping[str, Word] = field(default_factory=dict)
    run: Word | None = None
    shell: str = ""
    variables: Mapping[str, Word] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """One job. `call` is the workflow that it calls instead of having steps.

    `systems` are the values that matrix.os can take. `variables` are those of "env", here as in a step and in
    a workflow; GitHub's expressions find them whatever their case.
    """

    id: str
    line: int
    name: str = ""
    permissions: Permissions | None = None
    condition: Word | None = None
    steps: tuple[Step, ...] = ()
    call: Word | None = None
    labels: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    shell: str = ""
    variables: Mapping[str, Word] = field(default_factory=dict)


@dataclass(frozen=True)
class Workflow:
    """One workflow: the names of the `events` that start it, what its token may, and its jobs by id."""

    events: tuple[Word, ...] = ()
    permissions: Permissions | None = None
    jobs: Mapping[str, Job] = field(default_factory=dict)
    shell: str = ""
    variables: Mapping[str, Word] = field(default_factory=dict)

    def starts_on(self, *names: str) -> bool:
        """Tell whether one of the events starts it."""
        return any(event.value in names for event in self.events)


def parse_workflow(content: bytes, *, follow: bool = False) -> Workflow:
    """Give what a workflow file says. Raises BrokenYamlError for what is no YAML or too large."""
    root = compose(content, follow=follow)
    if root is None:
        return Workflow()
    parts = mapping_of(root)
    return Workflow(
        events=tuple(_events(parts["on"])) if "on" in parts else (),
        permissions=_permissions(root),
        jobs={name: _job(key, node) for name, (key, node) in _pairs(parts.get("jobs"))},
        shell=_default_shell(parts.get("defaults")),
        variables=_words(parts.get("env")),
    )


def steps_of(node: Node | None) -> tuple[Step, ...]:
    """Give the steps of a job, or of a composite action."""
    if node is None or node.kind is not Kind.SEQUENCE:
        return ()
    return tuple(_step(each) for each in node.items)


def mapping_of(node: Node | None) -> dict[str, Node]:
    """Give the values of a mapping by key; of anything else none."""
    return {name: value for name, (_key, value) in _pairs(node, is_case_sensitive=True)}


def _pairs(node: Node | None, *, is_case_sensitive: bool = False) -> Iterator[tuple[str, tuple[Node, Node]]]:
    """Give (key, (node of the key, value)); of keys that come twice the first, as actionlint does."""
    if node is None or node.kind is not Kind.MAPPING:
        return
    seen: set[str] = set()
    for key, value in zip(node.items[::2], node.items[1::2], strict=True):
        name = key.value if key.kind is Kind.SCALAR else ""
        if not is_case_sensitive:
            name = name.lower()
        if name not in seen:
            seen.add(name)
            yield name, (key, value)


def _word(node: Node) -> Word:
    return Word(node.value if node.kind is Kind.SCALAR else "", node.line)


def _words(node: Node | None) -> dict[str, Word]:
    return {name: _word(value) for name, (_key, value) in _pairs(node)}


def _text(node: Node | None) -> str:
    return _word(node).value if node else ""


def _events(node: Node) -> Iterator[Word]:
    if node.kind is Kind.MAPPING:
        for name, (key, _value) in _pairs(node, is_case_sensitive=True):
            yield Word(name, key.line)
    for each in [node] if node.kind is Kind.SCALAR else node.items if node.kind is Kind.SEQUENCE else ():
        if word := _word(each):
            yield word


def _permissions(parent: Node) -> Permissions | None:
    for name, (key, node) in _pairs(parent, is_case_sensitive=True):
        if name == "permissions":
            if node.kind is Kind.SCALAR:
                return Permissions(key.line, _word(node))
            return Permissions(key.line, None, {scope: _word(each) for scope, (_key, each) in _pairs(node)})
    return None


def _default_shell(node: Node | None) -> str:
    return _text(mapping_of(mapping_of(node).get("run")).get("shell"))


def _job(key: Node, node: Node) -> Job:
    parts = mapping_of(node)
    uses = parts.get("uses")
    steps_only = {"runs-on", "environment", "outputs", "env", "defaults", "steps", "timeout-minutes",
                  "continue-on-error", "container"}  # fmt: skip
    condition = parts.get("if")
    return Job(
        id=key.value,
        line=key.line,
        name=_text(parts.get("name")),
        permissions=_permissions(node),
        condition=_word(condition) if condition else None,
        steps=steps_of(parts.get("steps")),
        call=_word(uses) if uses and not steps_only & parts.keys() else None,
        labels=tuple(_labels(parts.get("runs-on"))),
        systems=tuple(_systems(mapping_of(parts.get("strategy")).get("matrix"))),
        shell=_default_shell(parts.get("defaults")),
        variables=_words(parts.get("env")),
    )


def _labels(node: Node | None) -> Iterator[str]:
    if node is None:
        return
    if node.kind is Kind.MAPPING:
        yield from _labels(mapping_of(node).get("labels"))
    elif node.kind is Kind.SEQUENCE:
        yield from (_text(each) for each in node.items)
    elif node.kind is Kind.SCALAR:
        yield _text(node)


def _systems(matrix: Node | None) -> Iterator[str]:
    """Give the values of `os` in a matrix, and those that its `include` adds."""
    rows = {name: value for name, (_key, value) in _pairs(matrix)}
    row = rows.get("os")
    if row and row.kind is Kind.SEQUENCE:
        yield from (_raw(each) for each in row.items)
    include = rows.get("include")
    for combination in include.items if include and include.kind is Kind.SEQUENCE else ():
        for _name, (key, value) in _pairs(combination):
            if key.value == "os":
                yield _raw(value)


def _raw(node: Node) -> str:
    # What is no text is printed by actionlint as an array or an object; all that counts is that it is neither
    # called windows nor something else.
    return node.value.strip("'\"") if node.kind is Kind.SCALAR else "["


def _step(node: Node) -> Step:
    parts = mapping_of(node)
    # The later one of the two keys wins.
    kinds = [name for name in parts if name in ("uses", "run")]
    kind = kinds[-1] if kinds else ""
    uses = _word(parts["uses"]) if kind == "uses" else None
    inputs = _words(parts.get("with")) if uses else {}
    if uses and uses.value.startswith("docker://"):
        inputs.pop("entrypoint", None)
        inputs.pop("args", None)
    condition = parts.get("if")
    return Step(
        line=node.line,
        name=_text(parts.get("name")),
        condition=_word(condition) if condition else None,
        uses=uses,
        inputs=inputs,
        run=_word(parts["run"]) if kind == "run" else None,
        shell=_text(parts.get("shell")),
        variables=_words(parts.get("env")),
    )
