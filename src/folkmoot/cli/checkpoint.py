"""`folkmoot checkpoint`: write, sign and compare what later shows whether decisions were rewritten."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.cli._options import format_option
from folkmoot.model.errors import FolkmootError, UsageError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import make


@click.group()
def command() -> None:
    """Checkpoints: three lines, published with a release, that hold every decision closed by then."""


@command.command()
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def key(name: str, file: Path) -> None:
    """Make a signing key called NAME (such as example.org/decisions) and write it to FILE, for you alone.

    The public key, for `checkpoint_keys` in governance.toml, is printed.
    """
    from folkmoot.govern.proof.note import new_key

    made = new_key(name)
    _write_new(file, f"{made.signer()}\n", mode=0o600)
    click.echo(made.verifier())
    click.echo("Keep the file out of the repository; propose the line above as a checkpoint key.", err=True)


@command.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="Where to write it; without it, into .folkmoot/checkpoints/ of the folder.")  # fmt: skip
@click.option("--origin", default="", metavar="NAME", help="Whose decisions; without it, the key's name.")
@click.option("--sign-with", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help="The file with the signing key.")  # fmt: skip
def write(repository: str, out: Path | None, origin: str, sign_with: Path | None) -> None:
    """Write a checkpoint of REPO (default: here), if its history verifies."""
    from folkmoot.cli._verifying import Asked, tell, verified
    from folkmoot.govern.proof.checkpoint import checkpoint_of
    from folkmoot.govern.proof.note import read_signer, signed

    signer = read_signer(sign_with.read_text(encoding="utf-8")) if sign_with else None
    name = origin or (signer.name if signer else "")
    if not name:
        raise UsageError("Nobody says whose decisions these are.", hint="--origin example.org/decisions")
    found = verified(repository, Asked())
    wrong = [fact for fact in found.facts if fact.level == "violation" and fact.kind != "no-checkpoint"]
    if wrong:
        tell(wrong, found.tip, "text")
        raise UsageError("A checkpoint is only of what verifies.", hint="`folkmoot verify` tells all.")
    made = checkpoint_of(found.state, name)
    text = signed(made.written(), signer) if signer else made.written()
    place = out or _folder(repository) / f"{made.size:04d}.txt"
    _write_new(place, text)
    click.echo(place)


@command.command()
@click.argument("old", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("new", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("repository", default=".", metavar="[REPO]")
def prove(old: Path, new: Path, repository: str) -> None:
    """Print the proof that the checkpoint NEW of REPO only added to the checkpoint OLD."""
    from folkmoot.cli._verifying import Asked, verified
    from folkmoot.govern.proof.checkpoint import growth, read_checkpoint

    state = verified(repository, Asked()).state
    click.echo(growth(state, read_checkpoint(str(old), old.read_bytes()), new.read_bytes()), nl=False)


@command.command()
@click.argument("old", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("proof", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--key", "keys", multiple=True, metavar="KEY", help="Who must have signed both (again for more)."
)
@format_option("text", "json")
def compare(old: Path, proof: Path, keys: tuple[str, ...], form: str) -> int:
    """Tell from OLD and a PROOF alone, without any repository, whether decisions were only added.

    Exits with 1 when not.
    """
    from folkmoot.cli._verifying import tell
    from folkmoot.govern.proof.checkpoint import grown, read_checkpoint, read_growth, signature

    before = old.read_bytes()
    size, hashes, after = read_growth(str(proof), proof.read_bytes())
    older, newer = read_checkpoint(str(old), before), read_checkpoint(str(proof), after)
    if size != older.size:
        raise UsageError(
            f"{proof} begins at {size} decisions, and {old} has {older.size}.",
            hint="give the checkpoint that the proof was made from.",
        )
    facts = [grown(older, newer, hashes)]
    facts += [
        signature(str(path), content, keys, is_required=bool(keys))
        for path, content in ((old, before), (proof, after))
    ]
    tell(facts, "", form)
    return int(any(fact.level == "violation" for fact in facts))


def _folder(repository: str) -> Path:
    """Give where a repository keeps its checkpoints. Raises UsageError when it is no folder here."""
    from folkmoot.govern.files.disk import find_root

    if not Path(repository).is_dir():
        raise UsageError(f"{repository} is no folder, so the checkpoint has no place.", hint="--out FILE")
    return find_root(Path(repository)) / ".folkmoot" / "checkpoints"


def _write_new(place: Path, text: str, mode: int = 0o666) -> None:
    """Write a file that is not there yet. Raises UsageError when it is, FolkmootError."""
    try:
        make({place: text.encode()}, mode=mode)
    except FileExistsError as error:
        raise UsageError(
            f"{place} is there already, and is not written over.",
            hint="give another name, or remove it first.",
        ) from error
    except OSError as error:
        raise FolkmootError(f"{place} cannot be written: {error.strerror}.", hint=WRITABLE) from error
