"""Actions and images."""

from __future__ import annotations

import pytest

from folkmoot.supply.manifests.ci.actions import matches
from supply.reading_files import read, told

COMMIT = "0123456789abcdef0123456789abcdef01234567"
WORKFLOW = f"""\
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@{COMMIT} # v4.1.2
      - uses: actions/setup-python@v5
      - uses: 'github/codeql-action/init@v3.25.0'
      - uses: ./local
      - uses: docker://alpine:3.20
      - run: |
          uses: no/action@v1
  other:
    uses: folk/shared/.github/workflows/lint.yml@main
  own:
    uses: $/.github/workflows/own.yml
"""


def test_actions_are_versions_only_where_they_cannot_move() -> None:
    manifest = read(".github/workflows/ci.yml", WORKFLOW)
    assert told(manifest) == [
        f"6: actions/checkout@{COMMIT} build direct 'v4.1.2'",
        "7: actions/setup-python build direct 'v5'",
        "8: github/codeql-action@v3.25.0 build direct 'v3.25.0'",
        "10: alpine build direct '3.20'",
        "14: folk/shared build direct 'main'",
    ]
    assert str(manifest.components[2].purl) == "pkg:github/github/codeql-action@v3.25.0#init"


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        (".github/workflows/ci.yml", True),
        ("packages/moot/.github/workflows/ci.yml", False),
        (".github/workflows/old/ci.yml", False),
        ("packages/moot/action.yml", True),
    ],
)
def test_workflows_run_from_the_top_alone(path: str, runs: bool) -> None:
    assert matches(path) is runs


def test_a_composite_action_is_read_too() -> None:
    text = "runs:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n"
    assert told(read("action.yml", text)) == ["4: actions/cache build direct 'v4'"]


def test_a_broken_workflow_is_a_problem() -> None:
    assert len(read(".github/workflows/ci.yml", "jobs: [").problems) == 1


DIGEST = "sha256:" + "a" * 64
DOCKERFILE = f"""\
# syntax=docker/dockerfile:1
ARG BASE=python
ARG TAG="3.12-slim"
FROM --platform=$BUILDPLATFORM golang:1.22@{DIGEST} AS build
FROM build AS test
FROM ghcr.io/folk/tool:v1 as tool
FROM ${{BASE}}:$TAG
COPY --from=tool /a /a
COPY --from=docker.io/library/busybox /bin /bin
RUN echo \\
  FROM no:image
FROM scratch
FROM $UNKNOWN
"""


def test_dockerfile_with_stages_and_arguments() -> None:
    manifest = read("docker/Dockerfile.prod", DOCKERFILE)
    assert told(manifest) == [
        f"4: golang@{DIGEST} build direct '1.22'",
        "6: folk/tool build direct 'v1'",
        "7: python build direct '3.12-slim'",
        "9: busybox build direct 'latest'",
    ]
    assert str(manifest.components[1].purl) == "pkg:docker/folk/tool?repository_url=ghcr.io"


def test_the_last_stage_is_what_runs() -> None:
    manifest = read("Dockerfile", "FROM a AS x\nFROM b\nCOPY --from=x / /\n")
    assert told(manifest) == ["1: a build direct 'latest'", "2: b runtime direct 'latest'"]


@pytest.mark.parametrize(
    ("image", "purl"),
    [
        ("localhost:5000/a/b:1", "pkg:docker/a/b?repository_url=localhost:5000"),
        ("quay.io/a/b/c", "pkg:docker/a/b/c?repository_url=quay.io"),
        ("docker.io/a/b", "pkg:docker/a/b"),
        (f"a@{DIGEST}", f"pkg:docker/a@{DIGEST}"),
        ("localhost/a", "pkg:docker/a?repository_url=localhost"),
        ("quay.io:443/a", "pkg:docker/a?repository_url=quay.io:443"),
        ("own/a", "pkg:docker/own/a"),
        ("a.b:1", "pkg:docker/a.b"),
        ("a@sha256:short", "pkg:docker/a"),
        ("docker.io/library/a:1", "pkg:docker/a"),
    ],
)
def test_the_registry_of_an_image_is_a_qualifier(image: str, purl: str) -> None:
    assert str(read("Dockerfile", f"FROM {image}").components[0].purl) == purl


@pytest.mark.parametrize(
    ("image", "asked"),
    [
        ("a", "latest"),
        ("a:1", "1"),
        (f"a@{DIGEST}", ""),
        (f"a:1@{DIGEST}", "1"),
        ("localhost:5000/a", "latest"),
    ],
)
def test_an_image_without_tag_and_digest_is_the_latest(image: str, asked: str) -> None:
    assert read("Dockerfile", f"FROM {image}").components[0].requirement == asked
