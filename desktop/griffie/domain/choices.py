"""The words by which a choice may be typed: code, the word in either language, and the chambers' own words.

The chambers' status words differ and drift (Tweede Kamer: "Voldaan" became "Afgedaan"), so all of them are understood.
"""

from enum import StrEnum
from typing import Final, TypeVar

from griffie.base.i18n import _, in_language
from griffie.domain.kinds import (
    WORDS,
    Action,
    ByMember,
    Chamber,
    Execution,
    Judgement,
    LetterState,
    MentionRole,
    Origin,
    Precision,
    Status,
    Vote,
)
from griffie.domain.plain import fold

DUTCH: Final = ByMember[tuple[str, ...]](
    (
        (Status.OPEN, ("open", "openstaand", "in behandeling", "in uitvoering")),
        (Status.PARTLY_SETTLED, ("deels voldaan", "deels afgedaan", "deels", "gedeeltelijk afgedaan", "tussenbericht")),
        (Status.SETTLED, ("voldaan", "afgedaan", "afgehandeld")),
        (Status.LAPSED, ("vervallen",)),
        (Status.UNKNOWN, ("onbekend",)),
        (Action.INFORM, ("informeren", "berichten")),
        (Action.SEND, ("toesturen", "toezenden", "sturen", "aanbieden")),
        (Action.INVESTIGATE, ("onderzoeken", "laten onderzoeken")),
        (Action.LEGISLATE, ("wetgeving", "regelgeving", "wetsvoorstel")),
        (Action.CONSULT, ("overleggen", "overleg", "in gesprek gaan")),
        (Action.IMPLEMENT, ("uitvoeren", "invoeren", "uitvoering")),
        (Action.OTHER, ("anders", "overig")),
        (Origin.PASSAGE, ("passage", "passage in de brief", "brief")),
        (Origin.DEBATE, ("debat",)),
        (Origin.REGISTER, ("officieel register", "register")),
        (Origin.TYPED, ("met de hand", "getypt")),
        (Chamber.TK, ("tweede kamer", "tweede kamer der staten-generaal", "ii", "house of representatives")),
        (Chamber.EK, ("eerste kamer", "eerste kamer der staten-generaal", "i", "senaat", "senate")),
        (Chamber.BOTH, ("beide kamers", "eerste en tweede kamer", "verenigde vergadering", "staten-generaal")),
        (LetterState.NEW, ("nieuw",)),
        (LetterState.IN_PROGRESS, ("bezig", "in behandeling")),
        (LetterState.DONE, ("klaar", "gereed")),
        (MentionRole.MENTIONS, ("noemt", "vermeldt")),
        (MentionRole.CARRIES_OUT, ("voert uit", "geeft uitvoering aan")),
        (MentionRole.SETTLES, ("doet af", "afgedaan")),
        (MentionRole.DELAYS, ("stelt uit",)),
        (MentionRole.DECLINES, ("voert niet uit", "wijst af")),
        (Precision.DAY, ("dag",)),
        (Precision.WEEK, ("week",)),
        (Precision.MONTH, ("maand",)),
        (Precision.QUARTER, ("kwartaal",)),
        (Precision.SEASON, ("seizoen",)),
        (Precision.RECESS, ("reces",)),
        (Precision.YEAR, ("jaar",)),
        (Precision.EVENT, ("gebeurtenis",)),
        (Precision.NONE, ("onbepaald", "geen")),
        (Vote.SUBMITTED, ("ingediend",)),
        (Vote.HELD, ("aangehouden",)),
        (Vote.ADOPTED, ("aangenomen", "adopted", "passed")),
        (Vote.REJECTED, ("verworpen",)),
        (Vote.WITHDRAWN, ("ingetrokken",)),
        (Vote.TAKEN_OVER, ("overgenomen",)),
        (Vote.LAPSED, ("vervallen", "lapsed")),
        (Judgement.TAKEN_OVER, ("overgenomen",)),
        (Judgement.LEFT_TO_CHAMBER, ("oordeel kamer",)),
        (Judgement.ADVISED_AGAINST, ("ontraden",)),
        (Judgement.ADVISED_AGAINST_UNLESS, ("ontraden, tenzij gewijzigd", "ontraden tenzij gewijzigd")),
        (Judgement.ASKED_TO_HOLD, ("verzocht motie aan te houden", "verzocht aan te houden")),
        (Judgement.NONE_EXPLICIT, ("geen (expliciete) appreciatie", "geen expliciete appreciatie", "geen appreciatie")),
        (Judgement.NOT_YET_KNOWN, ("nog niet bekend",)),
        (Judgement.TO_BE_RECEIVED, ("nog te ontvangen",)),
        (Judgement.NOT_AVAILABLE, ("niet beschikbaar bij gewijzigde moties en/of amendementen", "niet beschikbaar")),
        (Judgement.NOT_AVAILABLE_2019, ("niet beschikbaar bij moties en/of amendementen voor 1 april 2019",)),
        (Execution.NOT_STARTED, ("niet gestart", "niet begonnen")),
        (Execution.UNDER_WAY, ("in uitvoering", "bezig")),
        (Execution.PARTLY, ("deels uitgevoerd", "deels")),
        (Execution.DONE, ("uitgevoerd", "afgedaan")),
        (Execution.WILL_NOT, ("wordt niet uitgevoerd", "niet uitgevoerd")),
    )
)
"""Dutch words, the register's own first; the catalogue's word for it is understood as well."""

Choice = TypeVar("Choice", bound=StrEnum)


def choice_of(choices: type[Choice], text: str) -> Choice | None:
    """Return the member that a code or a word names, in Dutch or English, or None where no word fits: never a guess."""
    asked = fold(text).strip(" .")
    for member in choices:
        if asked in (member.value.casefold(), member.value.replace("_", " ").casefold()):
            return member
    return next((member for member in choices if asked in words_of(member)), None)


def words_of(member: StrEnum) -> set[str]:
    """Return every folded word that names a member."""
    english = WORDS.get(member, "")
    words = {english, *DUTCH.get(member, ()), _(english) if english else ""}
    try:
        words.add(in_language("nl")(english) if english else "")
    except FileNotFoundError:  # a source tree whose catalogues have not been compiled
        words.discard("")
    return {fold(word) for word in words if word}
