"""The command that brings one component of a lock file to a version.

What a file names can be anything, and a person is to paste it: a name or version with any sign that a shell
might act on gets no command.
"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z0-9@][A-Za-z0-9@._/+:~-]{0,199}")
_COMMANDS = {
    "Cargo.lock": "cargo update -p {name} --precise {version}",
    "Gemfile.lock": "bundle update --conservative {name}",
    "Pipfile.lock": "pipenv upgrade {name}=={version}",
    "bun.lock": "bun update {name}",
    "composer.lock": "composer update --with-dependencies {name}",
    "go.mod": "go get {name}@{version}",
    "mix.lock": "mix deps.update {name}",
    "package-lock.json": "npm update {name}",
    "package.json": "npm install {name}@{version}",
    "pdm.lock": "pdm update {name}",
    "pnpm-lock.yaml": "pnpm update {name}",
    "poetry.lock": "poetry update {name}",
    "pubspec.lock": "dart pub upgrade {name}",
    "uv.lock": "uv lock --upgrade-package {name}=={version}",
    "yarn.lock": "yarn upgrade {name}@{version}",
}
_GO = dict.fromkeys(("stdlib", "toolchain"), "go get toolchain@go{version}")
"""Go's own library comes with Go. The `toolchain` line binds who builds here, and no user of a library as the
`go` line would."""
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def command(path: str, name: str, version: str) -> str:
    """Give the command for a component of the file at `path`, "" where there is none to give."""
    form = _COMMANDS.get(path.rpartition("/")[2], "")
    if form == _COMMANDS["go.mod"] and name in _GO:
        form = _GO[name]
    if _COMMIT.fullmatch(version) and "--precise" not in form:
        return ""
    if not form or ".." in name or not (_PLAIN.fullmatch(name) and _PLAIN.fullmatch(version)):
        return ""
    return form.format(name=name, version=version)
