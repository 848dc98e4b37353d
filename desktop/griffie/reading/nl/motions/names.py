"""Reads the names of members in running text: one, several, with party, "c.s." and every joint; knows double names.

Not for finding motions: that is `griffie.reading.nl.motions.mentions`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from griffie.reading.nl.motions.words import (
    BARE_PARTICLES,
    DOUBLE_NAMES,
    NO_NAMES,
    ONE_MEMBER,
    PARTICLES,
    TITLE,
    UPPER,
)

_CAP = rf"[{UPPER}](?:\w*['’](?=\w))*\w+"
_LONE = rf"(?:(?:{PARTICLES}[ ])+|[dDlLOo]['’])?{_CAP}"
_JOINED = rf"(?:-(?:{PARTICLES}[ ])+(?=[{UPPER}]){_CAP})"
_NAME = re.compile(rf"(?:(?:[{UPPER}][a-z]?\.[ ]?)+(?:-[{UPPER}]\.)*[ ]?)?(?P<name>{_LONE}{_JOINED}?)")
_MORE = re.compile(rf"[ ](?P<word>(?:{PARTICLES}[ ])*{_CAP})")
_BARE = re.compile(rf"(?:{BARE_PARTICLES}[ ])+[{UPPER}]|[{UPPER}'’]|[dl]['’][{UPPER}]")
_TITLE = re.compile(rf"(?:van[ ]|door[ ])?{TITLE}[ ]")
_ONE = re.compile(rf"\b{ONE_MEMBER}[ ]$")
_PARTY = re.compile(
    r"[ ]?[(\[](?![^()]*\b(?:nrs?|motie|hierna)\b)(?:50|[^\W\d])(?:[^()\d\[\]]|\d{1,2}(?!\d)){0,40}[)\]]"
)
_CS = re.compile(r",?[ ]?(?:c[.,] ?s\b\.?|cs\b\.?|e\.a\.|en anderen\b|et al\.)")
_JOINT = re.compile(
    r"[ ]?/[ ]?|,[ ]en[ ]|,[ ]?(?:mede[ ])?|[ ](?:en|&|and)[ ]|[ ]?[-–‐‑][ ]?(?=[^\W\d])",
)
_HYPHEN = re.compile(r"[ ]?[-–‐‑][ ]?")
_DOUBLE_SEEN = re.compile(
    r"(?:\blid|[Hh]eer|[Mm]evrouw|[Kk]amerlid|[Ss]enator)[ ]"
    rf"(?P<name>(?:{PARTICLES}[ ])*{_CAP}-(?:{PARTICLES}[ ])*{_CAP})"
)
_FIRST_PARTS = frozenset({"el", "al", "ben", "abd", "abdel", "ait", "aït", "oude", "jean", "anne", "anna", "marie"})
_PARTICLE_FIRST = re.compile(rf"(?:{PARTICLES}[ ])+")
_FIRST_SMALL = re.compile(r"[a-z'’]")


@dataclass(frozen=True, slots=True)
class Member:
    """One name as printed: where it ends with its party, whether "c.s." follows, what joins it to the one before."""

    name: str
    end: int
    cs: bool
    joint: str
    titled: bool
    start: int


def double_names(text: str) -> frozenset[str]:
    """Return the double surnames of a letter, in small letters: names with a hyphen that one member is called by."""
    return DOUBLE_NAMES | {found["name"].casefold() for found in _DOUBLE_SEEN.finditer(text)}


def members_at(text: str, at: int, *, titled: bool) -> Iterator[Member]:
    """Yield the names that begin at a place and are joined to one another.

    Args:
        text: running text.
        at: where the first name, or its title, begins.
        titled: whether a title such as "het lid" stood before; without one, the name must begin with a capital.
    """
    joint, first = "", True
    while True:
        title = _TITLE.match(text, at)
        begin = title.end() if title else at
        one = bool(_ONE.search(text[max(0, begin - 12) : begin]))
        found = _name_at(text, begin, loose=titled or bool(title) or not first)
        if found is None:
            return
        name, end = found
        party = _PARTY.match(text, end)
        end = party.end() if party else end
        more = _CS.match(text, end)
        cs = more is not None
        end = more.end() if more else end
        if cs and (party := _PARTY.match(text, end)):
            end = party.end()
        yield Member(name, end, cs, joint, titled=one, start=at)
        link = _JOINT.match(text, end)
        if link is None:
            return
        at, joint, first = link.end(), link[0].strip() or " ", False


def _name_at(text: str, at: int, *, loose: bool) -> tuple[str, int] | None:
    """Return the name at a place and where it ends, or None."""
    if not loose and not _BARE.match(text, at):
        return None
    found = _NAME.match(text, at)
    if found is None:
        return None
    first = _first_word(found["name"])
    if first in NO_NAMES and not (first.casefold() in _FIRST_PARTS and text[found.end() : found.end() + 1] == "-"):
        return None
    end = found.end()
    while (more := _MORE.match(text, end)) and _continues(more["word"]):
        end = more.end()
    return text[found.start("name") : end], end


def _first_word(name: str) -> str:
    bare = _PARTICLE_FIRST.sub("", name)
    return bare.partition(" ")[0]


def _continues(word: str) -> bool:
    """Tell whether a further word with a capital belongs to the name."""
    return _first_word(word) not in NO_NAMES and not _is_sentence_opener(word)


def _is_sentence_opener(word: str) -> bool:
    return word.split(" ")[0] in {"De", "Het", "In", "Op", "Aan", "Bij", "Uit"} and word.count(" ") == 0


def groups(members: list[Member], doubles: frozenset[str], *, several: bool) -> list[tuple[tuple[str, ...], bool, int]]:
    """Return who submitted which motion: names, "c.s." and where the words end, a motion each.

    Hyphens that join two members are told from those of a double surname. `several` says that the words speak of
    motions: then "A en B" are two motions, and "A/B" still one of two members.
    """
    merged = _merge_doubles(members, doubles, several=several)
    if not several:
        names = tuple(dict.fromkeys(_tidy(m.name) for m in merged))
        return [(names, any(m.cs for m in merged), merged[-1].end)]
    made: list[tuple[tuple[str, ...], bool, int]] = []
    for member in merged:
        if made and (member.joint == "/" or _HYPHEN.fullmatch(member.joint)):
            names, cs, _ = made.pop()
            made.append(((*names, _tidy(member.name)), cs or member.cs, member.end))
        else:
            made.append(((_tidy(member.name),), member.cs, member.end))
    return made


def _merge_doubles(members: list[Member], doubles: frozenset[str], *, several: bool) -> list[Member]:
    """Join the two halves of double surnames again."""
    joints = {m.joint for m in members[1:]}
    if len(members) == 2 and members[1].cs and not members[0].cs:
        several = False  # "motie A-B c.s." abbreviates to one member
        joints = joints | {","}
    other = "/" in joints if several else any(not _HYPHEN.fullmatch(joint) for joint in joints)
    made: list[Member] = []
    for member in members:
        last = made[-1] if made else None
        if last and _HYPHEN.fullmatch(member.joint) and _is_double(last, member, doubles, other=other):
            name = f"{last.name}-{member.name}"
            made[-1] = Member(name, member.end, member.cs, last.joint, last.titled, last.start)
        else:
            made.append(member)
    return made


def _is_double(last: Member, member: Member, doubles: frozenset[str], *, other: bool) -> bool:
    """Tell whether a hyphen stands within one surname."""
    if last.titled or last.name.casefold() in _FIRST_PARTS or _FIRST_SMALL.match(member.name):
        return True
    if other and not last.cs:
        return True
    bare = f"{last.name}-{member.name}".casefold()
    return bare in doubles or f"{last.name.rpartition(' ')[2]}-{member.name}".casefold() in doubles


def _tidy(name: str) -> str:
    """Return a name as it is listed: one space, one kind of hyphen, a capital first."""
    plain = " ".join(re.sub(r"[‐‑–]", "-", name).split())
    return plain[:1].upper() + plain[1:] if plain[:1].isalpha() else plain
