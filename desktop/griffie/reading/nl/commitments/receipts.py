"""Rules of what the Chamber is to receive: "ontvangt u", "kunt u tegemoet zien", "een reactie volgt"."""

from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments.rule import CHAMBER, FAR, LITTLE, NEAR, Rule, rule
from griffie.reading.nl.commitments.words import one_of

NOUN: Final = one_of(
    r"(?:[\w-]*(?:reactie|brief|rapportage|rapport|antwoord|antwoorden|beantwoording|verslag|standpunt|notitie|nota"
    r"|overzicht|plan van aanpak|evaluatie|voorstel|wetsvoorstel|appreciatie|toelichting|planning|uitwerking|informatie"
    r"|update|agenda|advies|terugkoppeling|analyse|stukken|cijfers|resultaten|uitkomsten|uitkomst|vervolg))"
    r"|de eerstvolgende|een volgende|(?:de|het) volgende"
)
"""What follows a letter: a reaction, a report, figures."""


def receipt_rules() -> list[Rule]:
    """Return the rules with the Chamber as the one who receives."""
    gets, comes = one_of("ontvangt|krijgt|verneemt|hoort"), one_of("bereikt|bereiken|gaat|gaan|komt|komen")
    receive = one_of("ontvangen|krijgen|vernemen|tegemoet ?zien")
    expect = one_of(r"tegemoet ?(?:kunt |kan |te )?(?:zien|ziet)|verwachten")
    reach, will, may = one_of("bereiken|toegaan|toekomen"), one_of("zal|zullen"), one_of("kunt|kan|mag")
    adverb = "(?:hierover |daarover |dan |ook )?"
    return [
        rule("receipt", "ontvangt|ontvangen|krijgt|verneemt|hoort",
             rf"(?:{one_of('ontvangen')}\s+{CHAMBER}|{gets}\s+{adverb}{CHAMBER}"
             rf"|{CHAMBER}{LITTLE}?\s*{one_of('ontvangt|krijgt|verneemt')}|{CHAMBER}{FAR}{one_of('ontvangt')}(?=\W*(?:$|[,.;)])))",
             Action.SEND, 0.93),
        rule("receipt", "zult|zal|blijft",
             rf"(?:{CHAMBER}{NEAR}{one_of('zult|zal|blijft')}|{one_of('zult|zal|blijft')}\s+{CHAMBER}){FAR}{receive}",
             Action.SEND, 0.94),
        rule("receipt", "tegemoet|tegemoetzien|verwachten", rf"(?:{CHAMBER}{NEAR}{may}|{may}\s+{CHAMBER}|{CHAMBER}){FAR}{expect}",
             Action.SEND, 0.94),
        rule("receipt", "bereiken|toegaan|toekomen", rf"{will}\s+{CHAMBER}{FAR}{reach}|{CHAMBER}{FAR}{will}\s+{reach}",
             Action.SEND, 0.88),
        rule("receipt", "toe", rf"{comes}\s+{CHAMBER}{FAR}{one_of('toe')}", Action.SEND, 0.8),
        rule("receipt", "bereikt|bereiken|komt|komen",
             rf"{one_of('bereikt|bereiken')}\s+{CHAMBER}|{one_of('komt|komen')}{NEAR}{one_of('naar')}\s+{CHAMBER}",
             Action.SEND, 0.85),
    ]  # fmt: skip


def following_rules() -> list[Rule]:
    """Return the rules of things that are to come."""
    sending, moves = (
        one_of("verzending|toezending|aanbieding|indiening"),
        one_of("verschuift|verschuiven|is voorzien|zal|volgt"),
    )
    soon, answered = (
        one_of("spoedig|binnen|uiterlijk|voor|vóór"),
        one_of("beantwoord|toegezonden|verzonden|gezonden|gestuurd"),
    )
    passive, follows = one_of("wordt|worden|zal|zullen"), one_of("volgt|volgen")
    return [
        rule("receipt", "verzending|toezending|aanbieding|indiening", rf"{sending}{FAR}{moves}", Action.SEND, 0.7),
        rule("receipt", "vragen|antwoorden|beantwoording",
             rf"{one_of('vragen|antwoorden|beantwoording')}{FAR}{passive}{FAR}{soon}{FAR}{answered}", Action.SEND, 0.75),
        rule("follows", "volgt|volgen", rf"{NOUN}{NEAR}{follows}|{follows}{NEAR}{NOUN}", Action.SEND, 0.75),
        rule("follows", "wachten", rf"{NOUN}{FAR}{one_of('laat|laten')}{NEAR}{one_of('op zich wachten')}", Action.SEND, 0.75),
        rule("follows", "voorzien|gepland", rf"{NOUN}{NEAR}{one_of('is|zijn|staat|staan')}{NEAR}{one_of('voorzien|gepland')}",
             Action.SEND, 0.5),
        rule("later_letter", "in|met|bij",
             rf"{one_of('in|met|bij')}\s+{one_of('een|de|mijn|onze')}\s+"
             rf"{one_of('volgende|aparte|separate|afzonderlijke|nadere|latere|eerstvolgende')}\s+"
             rf"{one_of('~brief|~rapportage|~nota|~bericht')}", Action.INFORM, 0.6),
    ]  # fmt: skip
