"""What a URL's history is where the remote's HEAD is on no branch, or on one that is not there."""

from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository, git


def read(made: Repository) -> tuple[str, str]:
    with open_repository(f"file://{made.place}") as opened:
        return opened.default_branch, opened.tip


def test_a_commit_on_no_branch_is_read_where_no_usual_branch_is(made: Repository) -> None:
    """As what builds a change checks it out."""
    git(made.place, "update-ref", "--no-deref", "HEAD", made.head)
    git(made.place, "branch", "--quiet", "-D", "main")
    assert read(made) == ("HEAD", made.head)
    newer = made.commit(message="One more\n", branch="")
    git(made.place, "update-ref", "--no-deref", "HEAD", newer)
    assert read(made) == ("HEAD", newer)
    made.ref("refs/heads/main", made.head)
    assert read(made) == ("refs/heads/main", made.head)


def test_a_usual_branch_is_read_before_a_commit_on_none(made: Repository) -> None:
    first = made.run("rev-list", "--max-parents=0", "main")
    git(made.place, "update-ref", "--no-deref", "HEAD", first)
    assert read(made) == ("refs/heads/main", made.head)


def test_the_branch_that_was_read_before_is_read_while_it_is_there(made: Repository) -> None:
    git(made.place, "branch", "--quiet", "--move", "main", "works")
    assert read(made) == ("refs/heads/works", made.head)
    made.ref("refs/heads/main", made.run("rev-parse", "works~1"))
    git(made.place, "update-ref", "--no-deref", "HEAD", made.head)
    assert read(made) == ("refs/heads/works", made.head)


def test_a_head_that_leads_nowhere_gives_way_to_a_usual_branch(made: Repository) -> None:
    made.ref("refs/heads/a-try", made.run("rev-parse", "main~1"))
    git(made.place, "symbolic-ref", "HEAD", "refs/heads/gone")
    assert read(made) == ("refs/heads/main", made.head)
    with open_repository(str(made.place)) as opened:
        assert opened.default_branch == "refs/heads/main"
