"""SPDX 2.3 as JSON.

Definition: https://spdx.github.io/spdx-spec/v2.3/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from folkmoot import __version__
from folkmoot.model.component import Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.sbom._form import Form, identifier, moment, written
from folkmoot.supply.sbom.bill import Bill

UNSAID = "NOASSERTION"
ROOT = "SPDXRef-Project"
DOCUMENT = "SPDXRef-DOCUMENT"
BACKWARDS = {
    Scope.OPTIONAL: "OPTIONAL_DEPENDENCY_OF",
    Scope.DEVELOPMENT: "DEV_DEPENDENCY_OF",
    Scope.BUILD: "BUILD_DEPENDENCY_OF",
}
"""Relations that SPDX writes from the component to who needs it."""
LENGTHS = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128}
_PLAIN = re.compile(r"[^A-Za-z0-9.-]+")


def write(bill: Bill) -> str:
    """Write a bill."""
    ids = {part.reference: _id(part.purl) for part in bill.parts}
    return written(
        {
            "spdxVersion": "SPDX-2.3",
            "dataLicense": "CC0-1.0",
            "SPDXID": DOCUMENT,
            "name": bill.name,
            "documentNamespace": f"https://spdx.org/spdxdocs/{quote(bill.name, safe='')}-{identifier(bill)}",
            "creationInfo": {"created": moment(bill), "creators": [f"Tool: folkmoot-{__version__}"]},
        },
        {
            "packages": _packages(bill, ids),
            "relationships": _relationships(bill, ids),
        },
    )


def _packages(bill: Bill, ids: dict[str, str]) -> Iterator[dict[str, Any]]:
    root = _package(ROOT, bill.name, bill.version) | {"primaryPackagePurpose": "SOURCE"}
    root["sourceInfo"] = f"commit {bill.commit}"
    _licensed(root, bill.licence, "")
    if bill.package is not None:
        root["externalRefs"] = [_purl(str(replace(bill.package, version=bill.release)))]
    yield root
    for purl in bill.own:
        told = _package(_id(purl), purl.full_name, purl.version)
        yield told | {"primaryPackagePurpose": "LIBRARY", "externalRefs": [_purl(str(purl))]}
    for part in bill.parts:
        told = _package(ids[part.reference], part.purl.full_name, part.purl.version)
        _licensed(told, part.licence, part.said)
        sums = [
            {"algorithm": name.upper(), "checksumValue": digest}
            for name, digest in part.hashes
            if len(digest) == LENGTHS.get(name)
        ]
        if sums:
            told["checksums"] = sums
        places = [f"{path}:{line}" if line else path for path, line in part.places]
        told["sourceInfo"] = f"named in {', '.join(places)}"
        if part.requirement:
            told["comment"] = f"asked for as: {part.requirement}"
        told["primaryPackagePurpose"] = "CONTAINER" if part.purl.type in {"docker", "oci"} else "LIBRARY"
        told["externalRefs"] = [_purl(part.reference)]
        yield told


def _purl(reference: str) -> dict[str, str]:
    return {
        "referenceCategory": "PACKAGE-MANAGER",
        "referenceType": "purl",
        "referenceLocator": reference,
    }


def _licensed(told: dict[str, Any], licence: str, said: str) -> None:
    """Say a licence. One that only its own project knows would need its text here, which is not at hand."""
    is_listed = "Ref-" not in licence
    told["licenseDeclared"] = licence if licence and is_listed else UNSAID
    said = said or (licence if not is_listed else "")
    if said:
        told["licenseComments"] = f"declared as: {said}"


def _package(identity: str, name: str, version: str) -> dict[str, Any]:
    told = {"SPDXID": identity, "name": name}
    if version:
        told["versionInfo"] = version
    unsaid = {"downloadLocation": UNSAID, "licenseConcluded": UNSAID, "licenseDeclared": UNSAID}
    return {**told, **unsaid, "copyrightText": UNSAID, "filesAnalyzed": False}


def _relationships(bill: Bill, ids: dict[str, str]) -> Iterator[dict[str, str]]:
    yield _relation(DOCUMENT, "DESCRIBES", ROOT)
    for purl in bill.own:
        yield _relation(ROOT, "CONTAINS", _id(purl))
    for part in bill.parts:
        identity = ids[part.reference]
        if part.scope in BACKWARDS:
            yield _relation(identity, BACKWARDS[part.scope], ROOT)
        elif part.direct:
            yield _relation(ROOT, "DEPENDS_ON", identity)
        for need in part.needs:
            yield _relation(identity, "DEPENDS_ON", ids[need])


def _relation(one: str, kind: str, other: str) -> dict[str, str]:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def _id(purl: Purl) -> str:
    """Give an identifier that follows from the package URL alone and can be read."""
    plain = _PLAIN.sub("-", purl.full_name).strip("-")[:80]
    return f"SPDXRef-{purl.type}-{plain}-{sha256(str(purl).encode()).hexdigest()[:12]}"


FORM = Form("spdx", "SPDX 2.3", write)
