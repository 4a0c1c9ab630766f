"""SPDX 3.0.1 as JSON-LD.

Definition: https://spdx.github.io/spdx-spec/v3.0.1/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from folkmoot import __version__
from folkmoot.model.component import Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.sbom._form import Form, identifier, moment, written
from folkmoot.supply.sbom.bill import Bill, Part

SCOPES = {Scope.RUNTIME: "runtime", Scope.DEVELOPMENT: "development", Scope.BUILD: "build"}
"""What SPDX knows as the scope of a relation; what is optional is a kind of relation of its own."""
LENGTHS = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128}


def write(bill: Bill) -> str:
    """Write a bill: one element of the graph on each line."""
    return written(
        {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}, {"@graph": list(_graph(bill))}
    )


class _Names:
    """Identifiers of elements, all in the name space of the document."""

    def __init__(self, bill: Bill) -> None:
        self.space = f"https://spdx.org/spdxdocs/{quote(bill.name, safe='')}-{identifier(bill)}#"

    def of(self, kind: str, text: str = "") -> str:
        """Give the identifier of one element, the same for the same text."""
        return f"{self.space}{kind}" + (f"-{sha256(text.encode()).hexdigest()[:16]}" if text else "")


def _graph(bill: Bill) -> Iterator[dict[str, Any]]:
    names = _Names(bill)
    agent, root = names.of("folkmoot"), names.of("project")
    yield {
        "type": "CreationInfo",
        "@id": "_:creation",
        "specVersion": "3.0.1",
        "created": moment(bill),
        "createdBy": [agent],
    }
    yield _element("SoftwareAgent", agent, name=f"folkmoot {__version__}")
    elements = list(_elements(bill, names, root))
    sbom = names.of("sbom")
    yield _element(
        "SpdxDocument",
        names.of("document"),
        name=bill.name,
        rootElement=[sbom],
        profileConformance=["core", "software", "simpleLicensing"],
    )
    yield _element(
        "software_Sbom",
        sbom,
        rootElement=[root],
        element=[each["spdxId"] for each in elements],
        software_sbomType=["source"],
    )
    yield from elements


def _elements(bill: Bill, names: _Names, root: str) -> Iterator[dict[str, Any]]:
    whole = _element(
        "software_Package",
        root,
        name=bill.name,
        software_packageVersion=bill.version,
        software_primaryPurpose="source",
        comment=f"commit {bill.commit}",
    )
    if bill.package is not None:
        whole["software_packageUrl"] = str(replace(bill.package, version=bill.release))
    yield whole
    for purl in bill.own:
        yield _made_here(purl, names.of("package", str(purl)))
    if bill.own:
        yield _relation(names, root, "contains", [names.of("package", str(purl)) for purl in bill.own])
    for part in bill.parts:
        yield _package(part, names.of("package", part.reference))
    for scope, kind in [(scope, SCOPES.get(scope, "")) for scope in Scope]:
        to = [
            names.of("package", part.reference) for part in bill.parts if part.direct and part.scope is scope
        ]
        if to:
            yield _relation(names, root, "dependsOn" if kind else "hasOptionalDependency", to, kind)
    for part in bill.parts:
        if part.needs:
            needed = [names.of("package", each) for each in part.needs]
            yield _relation(names, names.of("package", part.reference), "dependsOn", needed)
    for licence in sorted({bill.licence, *(part.licence for part in bill.parts)} - {""}):
        identity = names.of("licence", licence)
        yield _element(
            "simplelicensing_LicenseExpression", identity, simplelicensing_licenseExpression=licence
        )
        if bill.licence == licence:
            yield _relation(names, root, "hasDeclaredLicense", [identity])
        for part in bill.parts:
            if part.licence == licence:
                yield _relation(names, names.of("package", part.reference), "hasDeclaredLicense", [identity])


def _made_here(purl: Purl, identity: str) -> dict[str, Any]:
    told = _element("software_Package", identity, name=purl.full_name)
    if purl.version:
        told["software_packageVersion"] = purl.version
    return told | {"software_packageUrl": str(purl), "software_primaryPurpose": "library"}


def _package(part: Part, identity: str) -> dict[str, Any]:
    told = _element("software_Package", identity, name=part.purl.full_name)
    if part.purl.version:
        told["software_packageVersion"] = part.purl.version
    told["software_packageUrl"] = part.reference
    is_image = part.purl.type in {"docker", "oci"}
    told["software_primaryPurpose"] = "container" if is_image else "library"
    hashes = [pair for pair in part.hashes if len(pair[1]) == LENGTHS.get(pair[0])]
    if hashes:
        told["verifiedUsing"] = [
            {"type": "Hash", "algorithm": name, "hashValue": digest} for name, digest in hashes
        ]
    if part.requirement:
        told["comment"] = f"asked for as: {part.requirement}"
    return told


def _relation(names: _Names, one: str, kind: str, to: Iterable[str], scope: str = "") -> dict[str, Any]:
    identity = names.of("relation", f"{one} {kind} {scope} {' '.join(to)}")
    told = _element(
        "LifecycleScopedRelationship" if scope else "Relationship",
        identity,
        **{"from": one, "relationshipType": kind, "to": list(to)},
    )
    if scope:
        told["scope"] = scope
    return told


def _element(kind: str, identity: str, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "spdxId": identity, "creationInfo": "_:creation", **fields}


FORM = Form("spdx3", "SPDX 3.0.1", write)
