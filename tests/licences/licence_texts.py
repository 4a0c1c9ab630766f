"""Licence texts for tests: put together from the words in the package, with the notice a project adds."""

from __future__ import annotations

from folkmoot.licences.texts import all_texts

NOTICE = "Copyright (c) 2026 Ada Example"
OPENING = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
MIT = f"""MIT License

{NOTICE}

{OPENING} and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def text_of(identifier: str, *, whole: bool = True) -> str:
    """Give the words of a licence or an exception of SPDX's; without `whole`, those it must have."""
    licences, exceptions = all_texts()
    runs = next(each.runs for each in [*licences, *exceptions] if each.id == identifier)
    return " ".join(runs if whole else runs[::2])
