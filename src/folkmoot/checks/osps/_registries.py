"""Which manifest makes a package of which registry."""

REGISTRIES = {
    "pyproject.toml": "PyPI", "setup.py": "PyPI", "setup.cfg": "PyPI", "package.json": "npm",
    "cargo.toml": "crates.io", "go.mod": "the Go module proxy", "composer.json": "Packagist",
    "pom.xml": "Maven Central", "pubspec.yaml": "pub.dev", "mix.exs": "Hex",
}  # fmt: skip
"""Where packages of a manifest are usually published; all of them serve over HTTPS only."""
