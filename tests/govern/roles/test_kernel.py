"""MAINTAINERS in the kernel's style."""

from __future__ import annotations

from folkmoot.govern.roles.kernel import looks_like_kernel
from govern.roles.reading import read, said


def test_the_kernels_style() -> None:
    text = (
        "List of maintainers\n\nSTORAGE DRIVER\nM:\tAda <ada@example.org>\n"
        "R:\tBob <bob@example.org>\nL:\tlist@example.org\n"
        "S:\tMaintained\nF:\tdrivers/storage/\n\nOLD DRIVER\nM:\tCleo <cleo@example.org>\nS:\tOrphan\n"
    )
    assert said(read("MAINTAINERS", text)) == [
        ("maintainer", "STORAGE DRIVER", "ada@example.org", 4),
        ("reviewer", "STORAGE DRIVER", "bob@example.org", 5),
    ]


def test_prose_is_not_taken_for_it() -> None:
    assert not looks_like_kernel("# Maintainers\n\n- Ada\n- B: bob\n")


def test_a_maintainer_without_address_keeps_the_name() -> None:
    reading = read("MAINTAINERS", "SOUND\nM: Ada Example\nF: sound/\n")
    assert [(each.holder.name, each.holder.email) for each in reading.listings] == [("Ada Example", "")]
