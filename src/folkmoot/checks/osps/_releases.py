"""What tags, releases at the forge, changelogs and pipelines say about how the project releases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from folkmoot.checks.osps._forge_releases import MOST, notes_at_forge, pages
from folkmoot.checks.osps._log_places import tells_of_changes, version_notes
from folkmoot.checks.osps._log_reach import SINGLE, stop
from folkmoot.checks.osps._log_words import heads
from folkmoot.checks.osps._package_logs import of_package, package_logs
from folkmoot.checks.osps._pipelines import pipelines
from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

CHANGELOG = re.compile(
    r"(?!.*\.(?:[cm]?[jt]sx?|py|go|rs|rb|php|java|kt|cs|cc?|cpp|hh?|hpp|sh|pl|lua|swift|css|vue)$)"
    r"(?:docs?/(?:source/|en/)?|\.github/|documentation/)?"
    r"(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes|whatsnew|"
    r"relnotes)(?:[-_.\w]*)?(?:/[^/]+)?(?:\.(?:md|rst|txt|adoc|markdown|org))?",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"\d+(?:[._]\d+)+")
SIGNATURES = (
    ".asc", ".sig", ".sign", ".minisig", ".sigstore", ".sigstore.json", ".intoto.jsonl", ".att",
    ".cosign.bundle", ".pem", ".p7s", ".bundle", "attestation.json", ".slsa",
)  # fmt: skip
SBOMS = re.compile(r"(^|[-_.])(sbom|spdx|cyclonedx|cdx|bom)([-_.]|$)", re.IGNORECASE)
PROVENANCE = re.compile(
    r"actions/attest(?:-build-provenance)?@|slsa-framework/slsa-(?:github-generator|verifier)|"
    r"sigstore/gh-action|"
    r"\bcosign (?:sign|attest)|gpg2? .*--(?:detach-sign|sign|clearsign|armor)|npm publish.*--provenance|"
    r"[\"']--provenance[\"']|"
    r"pypa/gh-action-pypi-publish|python -m sigstore|sigstore sign|\bminisign -S|"
    r"crazy-max/ghaction-import-gpg|"
    r"signtool|attestations: *true|provenance: *(?:true|mode=)",
    re.IGNORECASE,
)
RELEASING = re.compile(
    r"releas|publish|deploy|^[ \t]*tags:|twine|goreleaser|docker (?:buildx )?build|push: *true",
    re.IGNORECASE | re.MULTILINE,
)
"""What a pipeline that makes releases has in its name or its text; one that only tests signing has none."""
SCRIPT = re.compile(
    r"(?:\.github/|build/|ci/)?(?:scripts?|tools?|bin)/[^/]*(?:releas|publish)[^/]*\.(?:[cm]?[jt]s|sh|py|rb)",
    re.IGNORECASE,
)
MOST_SCRIPTS = 10


def newest(ground: Ground) -> str:
    """Give the name of the newest final version's tag, "" where none is known."""
    tags = ground.released.versions if ground.released else ()
    return tags[0].name if tags else ""


def versions(ground: Ground) -> Say | None:
    """Look for tags and releases that carry a version."""
    if tags := (ground.released.tags if ground.released else ()):
        names = ", ".join(tag.name for tag in tags[:3])
        values: dict[str, str | int | float] = {"count": len(tags), "names": names[:120]}
        return Say(Outcome.YES, Message("Version tags: {count}, the newest {names}.", values))
    if found := pages(ground):
        return Say(Outcome.YES, Message("The newest release is {name}.", {"name": found[0].tag[:100]}))
    return None


def assets_named(ground: Ground) -> Say | None:
    """Look whether the files of releases belong to a release with a version of its own."""
    found = pages(ground)
    if not found:
        return None
    count = sum(len(page.assets) for page in found)
    if not count:
        return Say(Outcome.NOT_APPLICABLE, "The newest releases at the forge have no files of their own.")
    said = "Files of the newest releases: {count}; each stands below its release's own tag."
    return Say(Outcome.YES, Message(said, {"count": count}))


def change_log(ground: Ground) -> Say | None:
    """Look for notes about the newest version: at the forge, or in a changelog that names it."""
    if noted := notes_at_forge(ground):
        return noted
    found = pages(ground)
    tag = newest(ground)
    match = NUMBERS.search(tag)
    single = SINGLE.fullmatch(tag)
    version = match[0].replace("_", ".") if match else single[1] if single else ""
    logs = changelogs(ground, tag[: match.start()].rstrip("-_@/.vV") if match else "")
    # 1.2 is 1.2.0, and neither 11.2 nor 1.2.5.
    before = r"(?<![\w.])(?:v|r|(?:version|release) )" if single else r"(?<![\d.])"
    named = re.compile(rf"{before}{re.escape(version)}(?:\.0)*(?!\.?\d)", re.IGNORECASE)
    wanted = sorted(logs, key=lambda path: (named.search(path) is None, path.count("/"), path))[:40]
    for path, content, _ in ground.read_all(wanted, 1_000_000) if version else ():
        text = (content or b"").decode("utf-8", "replace")
        places = [hit.start()] if (hit := named.search(text)) else []
        if single and not places:
            places = [head.at for head in heads(text) if head.number == (int(version),)]
        if content and (places or named.search(path)):
            said = Message("{path} tells about {version}.", {"path": path, "version": version})
            line = text.count("\n", 0, places[0]) + 1 if places and not named.search(path) else 1
            return Say(Outcome.YES, said, (Evidence(said, path, line),))
    if found and not logs:
        return Say(Outcome.NO, "The newest release has no notes, and there is no changelog.")
    if not logs:
        return None
    if stopped := stop(ground, logs[0]):
        return Say(Outcome.UNKNOWN, stopped.told, (Evidence(stopped.told, logs[0]),))
    spot = Evidence("A changelog.", logs[0])
    return Say(
        Outcome.UNKNOWN, "There is a changelog; whether it tells about each release is not known.", (spot,)
    )


def changelogs(ground: Ground, package: str = "") -> list[str]:
    """Give the changelogs at the top and in docs, then the notes on one version each, then those of packages.

    The latter stand beside manifests; where a folder is called as `package` is, only those of it count: each
    has versions of its own.
    """
    central = [path for path in ground.paths() if CHANGELOG.fullmatch(path) and tells_of_changes(path)]
    central += [path for path in version_notes(ground.paths()) if path not in central]
    beside = [path for path in package_logs(ground.paths()) if path not in central]
    own = of_package(beside, package) if package else []
    return [path for path in (*central, *(own or beside)) if path not in ground.links()]


NEXT_LINES = 12
"""Lines of a step below the one that names its action."""


def signed_assets(ground: Ground) -> Say | None:
    """Look for signatures beside the files of the newest releases."""
    found = [page for page in pages(ground) if page.assets]
    signed = [page for page in found if any(name.lower().endswith(SIGNATURES) for name in page.assets)]
    if not found:
        return None
    if len(signed) == len(found):
        said = "Newest releases with files: {count}; each has signatures beside them."
        return Say(Outcome.YES, Message(said, {"count": len(found)}))
    said = "Newest releases with files: {of}; without a signature beside them: {count}."
    values: dict[str, str | int | float] = {"count": len(found) - len(signed), "of": len(found)}
    return Say(Outcome.UNKNOWN, Message(said, values))


def signing_pipeline(ground: Ground) -> Say | None:
    """Look for pipelines and scripts that sign what they release, or attest where it comes from."""
    releasing = [each for each in pipelines(ground) if RELEASING.search("\n".join((each.path, *each.lines)))]
    releasing.sort(key=lambda each: RELEASING.search(each.path) is None)
    spots = [
        Evidence(Message("“{line}”", {"line": line.strip()[:160]}), path, number)
        for path, lines in (*((each.path, each.lines) for each in releasing), *_scripts(ground))
        for number, line in enumerate(lines, 1)
        if PROVENANCE.search(line)
        and not line.lstrip().startswith(("#", "//"))
        and not ("import-gpg" in line and _signs_commits(lines[number : number + NEXT_LINES]))
    ]
    if not spots:
        return None
    return Say(Outcome.YES, Message("{path} signs what it releases.", {"path": spots[0].path}), tuple(spots))


def _signs_commits(following: Sequence[str]) -> bool:
    """Tell whether the step of a workflow takes a key in for commits and not for what is released."""
    step = "\n".join(takewhile(lambda line: not line.lstrip().startswith("- "), following))
    return "git_commit_gpgsign: true" in step and "git_tag_gpgsign: true" not in step


def _scripts(ground: Ground) -> Iterator[tuple[str, Sequence[str]]]:
    """Give (path, lines) of the scripts that publish, as their names say, and of settings for publishing."""
    wanted = [path for path in ground.paths() if SCRIPT.fullmatch(path) and path not in ground.links()]
    for path, content, _ in ground.read_all(wanted[:MOST_SCRIPTS], 200_000):
        if content:
            yield path, content.decode("utf-8", "replace").split("\n")


def signed_tags(ground: Ground) -> Say | None:
    """Look whether the newest version tags are signed; files released elsewhere are not covered by that."""
    tags = (ground.released.versions if ground.released else ())[:MOST]
    if not tags:
        return None
    count = sum(bool(tag.signed) for tag in tags)
    values: dict[str, str | int | float] = {"count": count, "of": len(tags), "name": tags[0].name[:100]}
    return Say(
        Outcome.UNKNOWN,
        Message("Newest version tags looked at: {of}, {name} first; signed: {count}.", values),
    )


def released_bill(ground: Ground) -> Say | None:
    """Look for a bill of materials beside the files of the newest releases."""
    found = [page for page in pages(ground) if page.assets]
    bills = [page for page in found if any(SBOMS.search(name) for name in page.assets)]
    if not found:
        return None
    if len(bills) == len(found):
        said = "Newest releases with files: {count}; each has a bill of materials beside them."
        return Say(Outcome.YES, Message(said, {"count": len(found)}))
    said = "Newest releases with files: {of}; without a bill of materials beside them: {count}."
    values: dict[str, str | int | float] = {"count": len(found) - len(bills), "of": len(found)}
    return Say(Outcome.UNKNOWN, Message(said, values))
