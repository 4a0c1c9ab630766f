"""Writing a small file whole: whoever reads it finds the old content or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path


def replaced(path: Path, content: bytes) -> None:
    """Put content in the place of a file, settled on the disk, its owner's alone. Raises OSError."""
    following = path.with_name(f"{path.name}.next")
    following.unlink(missing_ok=True)
    handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    following.replace(path)
