"""A clause as the frames ask about it: what it names, when it happens, whether it points at the letter; each once."""

import re
from dataclasses import dataclass
from functools import cached_property

from griffie.domain.reading import Discharged
from griffie.reading.nl.discharges import words as w


@dataclass(frozen=True, slots=True)
class Pending:
    """What was asked, moved or promised in a sentence told before.

    `firm` says that it is told as such ("heb ik toegezegd"), not only named; `figures` that figures were asked.
    """

    what: Discharged
    sentence: int
    words: str
    figures: bool = False
    firm: bool = True


@dataclass(frozen=True)
class Clause:
    """One clause of a sentence; `parliamentary` tells whether the Chamber asks in it or just before."""

    text: str
    parliamentary: bool
    pending: Pending | None

    @cached_property
    def here(self) -> bool:
        """Whether it points at the letter or its annexes."""
        return w.HERE.search(self.text) is not None

    @cached_property
    def negated(self) -> bool:
        """Whether it denies something."""
        return w.NEGATED.search(self.text) is not None

    @cached_property
    def past(self) -> bool:
        """Whether it is told in the past tense."""
        return w.PAST.search(self.text) is not None

    @cached_property
    def future(self) -> bool:
        """Whether it is of the future, or only meant."""
        return w.FUTURE.search(self.text) is not None

    @cached_property
    def later(self) -> bool:
        """Whether it names a time to come."""
        return w.LATER.search(self.text) is not None

    @cached_property
    def government(self) -> bool:
        """Whether the government, or its letter, acts in it."""
        return w.GOVERNMENT.search(self.text) is not None

    @cached_property
    def parliament(self) -> bool:
        """Whether it names the Chamber, a committee, a member or a debate."""
        return w.PARLIAMENT.search(self.text) is not None

    @cached_property
    def may_ask(self) -> bool:
        """Whether its requests are parliament's: it names who asks, or this letter answers a request of nobody named."""
        return self.parliamentary or (
            w.HERE_ITSELF.search(self.text) is not None and w.OF_THE_READER.search(self.text) is not None
        )

    @cached_property
    def noun(self) -> "re.Match[str] | None":
        """The first word in it for what can be met."""
        return w.NOUN.search(self.text)

    @cached_property
    def objects(self) -> tuple[Discharged, ...]:
        """What it names that can be met, in order; requests only of parliament."""
        found: list[Discharged] = []
        for noun in w.NOUN.finditer(self.text):
            what = w.WHAT[noun.lastgroup or "toezegging"]
            if what is Discharged.REQUEST and (not self.may_ask or self.of_others(noun.end())):
                continue
            if noun[0].casefold().startswith("afspra") and (not self.parliament or w.AGREEMENT.search(self.text)):
                continue
            found.append(what)
        return tuple(dict.fromkeys(found))

    def of_others(self, noun_end: int) -> bool:
        """Tell whether a request is of somebody outside parliament: "het verzoek van de gemeenten"."""
        of = w.OF.match(self.text, noun_end)
        if of is None or w.PARLIAMENT.search(self.text[of.start() : of.end() + 12]):
            return False
        return of["who"][:1].islower() or not self.parliament

    def without(self, start: int, end: int) -> "Clause":
        """Return the rest of the clause, without some of its words."""
        return Clause(f"{self.text[:start]} {self.text[end:]}", self.parliamentary, self.pending)


def shortest(text: str, *places: "re.Match[str] | None") -> str:
    """Return the words from the first to the last of some places; those of the last alone where that is long."""
    found = [place for place in places if place is not None]
    phrase = text[min(place.start() for place in found) : max(place.end() for place in found)]
    return phrase if len(phrase) <= w.LONGEST_PHRASE else found[-1][0]
