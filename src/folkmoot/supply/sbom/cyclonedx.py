"""CycloneDX 1.6 as JSON.

Definition: https://cyclonedx.org/docs/1.6/json/
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from folkmoot import __version__
from folkmoot.model.component import Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.sbom._form import Form, identifier, moment, written
from folkmoot.supply.sbom.bill import Bill, Part

ROOT = "root"
SCOPES = {
    Scope.RUNTIME: "required",
    Scope.OPTIONAL: "optional",
    Scope.DEVELOPMENT: "excluded",
    Scope.BUILD: "excluded",
}
HASHES = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}
LENGTHS = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128}


def write(bill: Bill) -> str:
    """Write a bill. It never claims to be complete: at best nothing is known to be missing."""
    root = _root(bill)
    tool = {"type": "application", "name": "folkmoot", "version": __version__}
    direct = [part.reference for part in bill.parts if part.direct]
    return written(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{identifier(bill)}",
            "version": 1,
            "metadata": {"timestamp": moment(bill), "tools": {"components": [tool]}, "component": root},
        },
        {
            "components": (_component(part) for part in bill.parts),
            "dependencies": (
                {"ref": reference, "dependsOn": list(needs)} if needs else {"ref": reference}
                for reference, needs in [
                    (ROOT, direct),
                    *((part.reference, part.needs) for part in bill.parts),
                ]
            ),
            "compositions": [
                {"aggregate": "unknown" if bill.whole else "incomplete", "assemblies": [ROOT]},
            ],
        },
    )


def _root(bill: Bill) -> dict[str, Any]:
    """Give the project itself, with the packages that are made in it."""
    root: dict[str, Any] = {
        "type": "application",
        "bom-ref": ROOT,
        "name": bill.name,
        "version": bill.version,
    }
    if bill.licence:
        root["licenses"] = [{"expression": bill.licence}]
    if bill.package is not None:
        root["purl"] = str(replace(bill.package, version=bill.release))
    root["properties"] = [{"name": "folkmoot:commit", "value": bill.commit}]
    if bill.package is not None and bill.package.version:
        root["properties"].append({"name": "folkmoot:declared-version", "value": bill.package.version})
    if bill.own:
        root["components"] = [_made_here(purl) for purl in bill.own]
    return root


def _made_here(purl: Purl) -> dict[str, Any]:
    told = {"type": "library", "bom-ref": str(purl), "name": purl.name, "purl": str(purl)}
    if purl.namespace:
        told["group"] = purl.namespace
    if purl.version:
        told["version"] = purl.version
    return told


def _component(part: Part) -> dict[str, Any]:
    purl = part.purl
    told: dict[str, Any] = {
        "type": "container" if purl.type in {"docker", "oci"} else "library",
        "bom-ref": part.reference,
    }
    if purl.namespace:
        told["group"] = purl.namespace
    told["name"] = purl.name
    if purl.version:
        told["version"] = purl.version
    told["scope"] = SCOPES[part.scope]
    hashes = [
        {"alg": HASHES[name], "content": digest}
        for name, digest in part.hashes
        if len(digest) == LENGTHS.get(name)
    ]
    if hashes:
        told["hashes"] = hashes
    if part.licence:
        told["licenses"] = [{"expression": part.licence}]
    elif part.said:
        told["licenses"] = [{"license": {"name": part.said}}]
    told["purl"] = part.reference
    properties = [{"name": "folkmoot:scope", "value": str(part.scope)}]
    if part.requirement:
        properties.append({"name": "folkmoot:requirement", "value": part.requirement})
    if part.source:
        properties.append({"name": "folkmoot:source", "value": part.source})
    told["properties"] = properties
    told["evidence"] = {
        "occurrences": [
            {"location": path, "line": line} if line else {"location": path} for path, line in part.places
        ]
    }
    return told


FORM = Form("cyclonedx", "CycloneDX 1.6", write)
