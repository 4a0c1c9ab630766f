"""Commands in sentences, set as code."""

from folkmoot.render.coded import coded


def test_what_stands_between_backticks_is_code() -> None:
    assert coded("Run `git fetch` or `a & b`.") == "Run <code>git fetch</code> or <code>a &amp; b</code>."


def test_a_lone_backtick_and_one_around_nothing_are_left() -> None:
    assert coded("A ` is not `` code, ` x is none") == "A ` is not `` code, ` x is none"


def test_markup_of_strangers_stays_text_in_code_and_out_of_it() -> None:
    assert coded("<b>`<script>x</script>`") == "&lt;b&gt;<code>&lt;script&gt;x&lt;/script&gt;</code>"


def test_code_ends_with_its_line() -> None:
    assert coded("`one\ntwo`") == "`one\ntwo`"


def test_no_line_ends_within_an_option() -> None:
    assert coded("`moot --forge URL`") == "<code>moot <span>--forge</span> URL</code>"
    assert coded("`a--b -- c`") == "<code>a--b -- c</code>"
