"""setup.cfg: the requirements of setuptools' older form."""

from __future__ import annotations

from configparser import Error, RawConfigParser

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.python._asking import add_asked
from folkmoot.supply.reading.unreadable import UnreadableError

LARGEST = 500_000


def read(found: Found) -> None:
    """Read the lists of requirements; what a `file:` or `attr:` names is not followed."""
    text = found.document.text
    if len(text) > LARGEST:
        raise UnreadableError(0, f"it is larger than {LARGEST // 1000} kB")
    parser = RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except (Error, ValueError) as error:
        raise UnreadableError(int(getattr(error, "lineno", 0) or 0), "it is no configuration file") from error
    if parser.has_section("metadata"):
        version = parser.get("metadata", "version", fallback="")
        is_plain = version.replace(".", "").isalnum()
        found.name_own(parser.get("metadata", "name", fallback=""), version if is_plain else "")
    wanted = [("options", "setup_requires", Scope.BUILD), ("options", "install_requires", Scope.RUNTIME)]
    wanted += [("options", "tests_require", Scope.DEVELOPMENT)]
    if parser.has_section("options.extras_require"):
        extras = parser.options("options.extras_require")
        wanted += [("options.extras_require", extra, Scope.OPTIONAL) for extra in extras]
    for section, option, scope in wanted:
        for line in parser.get(section, option, fallback="").replace(";\n", "\n").splitlines():
            asked = line.split(" #")[0].strip()
            if asked and not asked.startswith(("#", "file:", "attr:", "%")):
                add_asked(found, asked, scope)


FORMAT = Format("setup-cfg", "setup.cfg", Kind.MANIFEST, "pypi", named("setup.cfg"), read)
