"""Words in context: a text with marks around what was looked for becomes a few stretches, cut to what fits a line."""

import re
from typing import Final

from griffie.domain.finding import Parts

ON: Final = "\x02"
OFF: Final = "\x03"
"""What stands before and after words that were looked for, in a text straight from the index."""
BETWEEN: Final = " · "
CUT: Final = "…"
BEFORE, LONGEST_LINE, LONGEST_EXCERPT = 48, 160, 260
"""Characters: before the first mark, of one field, of all that is shown."""

_MARK = re.compile(f"{ON}([^{OFF}]*){OFF}?")
_OVER_LINE_END = re.compile(f"({ON}[^{OFF}\n]*)\n(?=[^{OFF}]*{OFF})")
_LINE_HYPHEN = re.compile(f"(?<=[^\\W\\d_])({OFF}?)[-\u2010\u00ad]({OFF}?)[ \t]*\n[ \t]*(?={ON}?[a-zà-ÿ])")
"""A hyphen or soft hyphen where a line ends, before a word in small letters."""
_ENDS_IN_HYPHEN = re.compile(f"[-\u2010\u00ad]{OFF}?[ \t]*\n")
_SUSPENDED = re.compile(f"{ON}?(?:en|of|tot|als|noch|dan|alsook|alsmede)\\b")
_UNSEEN = re.compile(r"[\x00\x01\x04-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200d\ufeff]")


def parts_of(line: str) -> Parts:
    """Return one line of a text from the index in stretches."""
    pieces = _MARK.split(line)  # plain, marked, plain, ...
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)


def one_line(text: str) -> Parts:
    """Return words in context as one line: words that a line end had broken are whole again, as far as they can be."""
    text = " ".join((_mended(text) if _ENDS_IN_HYPHEN.search(text) else text).split())
    return parts_of(text if _bare(text).isprintable() else _UNSEEN.sub("", text))


def _bare(text: str) -> str:
    return text.replace(ON, "").replace(OFF, "")


def _mended(text: str) -> str:
    def mend(found: "re.Match[str]") -> str:
        if _SUSPENDED.match(found.string, found.end()):
            return found[0]
        return found[1] + found[2]

    return _LINE_HYPHEN.sub(mend, text)


def context(body: str, title: str, without: str = "") -> tuple[Parts, Parts]:
    """Return the title with its marks, and what else has marks, of everything that is searched of a letter or item.

    Args:
        body: fields on lines of their own, with marks.
        title: what is shown above; the line that begins so is not shown twice.
        without: a line that is shown elsewhere anyway, such as the own number.
    """
    head: Parts = ((title, False),) if title else ()
    shown: list[Parts] = []
    length = 0
    for line in _marked_lines(body):
        bare = _bare(line)
        if not bare.isprintable():
            line, bare = _UNSEEN.sub("", line), _UNSEEN.sub("", bare)
        if title and (bare.startswith(title) or title.startswith(f"{bare}\n")):
            head, rest = _head(parts_of(line))
            shown += rest
        elif bare != without and length < LONGEST_EXCERPT:
            shown.append(window(parts_of(line), LONGEST_LINE))
            length += min(len(bare), LONGEST_LINE)
    return head, _joined(shown)


def _head(line: Parts) -> tuple[Parts, list[Parts]]:
    """Return the beginning of a line and, where marks come after it, the line around the first of those."""
    if len(plain_text(line)) <= LONGEST_LINE:
        return line, []
    later = _slice(line, LONGEST_LINE - BEFORE, len(plain_text(line)))
    head = (*_slice(line, 0, LONGEST_LINE), (CUT, False))
    if not any(marked for _text, marked in _slice(line, LONGEST_LINE, len(plain_text(line)))):
        return _tidy(head), []
    return _tidy(head), [_tidy(((CUT, False), *window(later, LONGEST_LINE)))]


def _marked_lines(body: str) -> list[str]:
    """Return the lines with a mark; a mark that goes on over a line end is on both lines."""
    if _OVER_LINE_END.search(body):
        body = _OVER_LINE_END.sub(f"\\1{OFF}\n{ON}", body)
    return [line for line in body.split("\n") if ON in line]


def plain_text(parts: Parts) -> str:
    """Return a text without its marks."""
    return "".join(text for text, _marked in parts)


def found_words(parts: Parts) -> str:
    """Return the longest stretch that was looked for, '' where there is none: what to look for on the page itself."""
    return max((text for text, marked in parts if marked), key=len, default="")


def window(parts: Parts, longest: int, before: int = BEFORE) -> Parts:
    """Return at most so many characters of a text, with its first mark in them."""
    whole = plain_text(parts)
    if len(whole) <= longest:
        return parts
    first = 0
    for text, marked in parts:
        if marked:
            break
        first += len(text)
    else:
        first = 0
    start = _word_start(whole, max(0, min(first - before, len(whole) - longest)))
    cut = _slice(parts, start, start + longest)
    head: Parts = ((CUT, False),) if start else ()
    tail: Parts = ((CUT, False),) if start + longest < len(whole) else ()
    return _tidy((*head, *cut, *tail))


def _word_start(text: str, at: int) -> int:
    """Return the first place from `at` on where a word begins, unless that is far away."""
    if at == 0:
        return 0
    space = text.find(" ", at - 1, at + 20)
    return space + 1 if space >= 0 else at


def _slice(parts: Parts, start: int, end: int) -> Parts:
    found: list[tuple[str, bool]] = []
    at = 0
    for text, marked in parts:
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append((piece, marked))
        at += len(text)
    return tuple(found)


def _joined(shown: list[Parts]) -> Parts:
    if len(shown) < 2:
        return shown[0] if shown else ()
    found: list[tuple[str, bool]] = []
    for line in shown:
        if found:
            found.append((BETWEEN, False))
        found += line
    return _tidy(tuple(found))


def _tidy(parts: Parts) -> Parts:
    """Return the stretches with neighbours of the same sort made one."""
    found: list[tuple[str, bool]] = []
    for text, marked in parts:
        if found and found[-1][1] == marked:
            found[-1] = (found[-1][0] + text, marked)
        else:
            found.append((text, marked))
    return tuple(found)
