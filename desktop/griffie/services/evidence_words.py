"""The words by which letters report, hand over, put off and look back: what decides that a place may settle something.

Data for `griffie.services.evidence`. The words of plain discharges are the reader's own (`griffie.reading.nl`).
"""

import re

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"


def _any(*patterns: str) -> "re.Pattern[str]":
    return re.compile("|".join(patterns), re.IGNORECASE)


_WHEN = (
    r"(?:(?:begin|medio|eind|in|tegen|rond|voor|vóór|na|nog|tot|vanaf|deze|dit|volgende?|komende?) )+(?:het |de )?"
    r"(?:(?:eerste|tweede|derde|vierde|volgende|komende|late|vroege) (?:helft van |kwartaal van |kwartaal|helft)?)?"
    rf"(?:{MONTHS}|\d{{4}}|\w*reces|najaar|voorjaar|zomer|winter|jaar|maand|weken|kwartaal|jaarwisseling|begroting)"
)
_TELLS = (
    r"(?:ontvangt|informeer|stuur|bericht|zend|schrijf|kom|rapporteer|licht|meld|bied|doe|hoort|spreek|bespreek|besluit"
    r"|publiceer|presenteer|leg|rond|verschijnt|verschijnen|deel)"
)
_ONGOING = r"(?:overleg|onderzoek|bezie|verken|bespreek|inventariseer|bereid|vraag|werk|laat)"

PUT_OFF = _any(
    # later than promised
    r"\bpas (?:na|in|op|over|later|uit|rond|tegen|voor|vóór|dan|begin|eind|medio|volgend|als|wanneer)",
    r"\bniet (?:eerder|tijdig|haalbaar|meer (?:dit|voor|vóór))",
    r"\beerder (?:kan|lukt)\b",
    r"\blater (?:dit|in|op|moment|tijdstip|zouden|zou|komen)\b",
    r"\b(?:meer|extra|langer) tijd\b",
    r"\btijd nodig\b",
    r"\blanger op zich\b",
    r"\bvertra(?:ging|agd\b)",
    r"\buitstel\b",
    r"\buitgelopen\b",
    r"\bverzet naar\b",
    r"\bverlengen\b",
    r"\bnieuwe termijn\b",
    r"\btermijn (?:blijft|verschuift|schuift|is verschoven|wordt verschoven)\b",
    r"\btermijn\b[^.;]*\bte stellen\b",
    r"\bhoud(?:en)? vast aan\b[^.;]*\btermijn\b",
    r"\bopen(?:staan\w*| ?staat| ?te staan)\b",
    # not yet
    r"\bnog (?:niet|geen|te|in|volop|bezig|lopen|even|onvoldoende|onduidelijk|nauwelijks)\b",
    r"\b(?:wordt|worden|moet|moeten|is|zijn|wacht\w*|denk\w*|loopt|lopen|voer|heeft|hebben) (?:\w+ ){0,6}?nog\b"
    r"(?! (?:\d|steeds|altijd|voor (?:het|de)|eens))",
    r"\bnog (?:\w+ ){0,2}(?:onderhandeld|overlegd|onderzocht|uitgewerkt|besproken|gewerkt|overleg|kwartaal|jaar)\b",
    r"\bbijna (?:gereed|klaar|af|rond)\b",
    r"\beerst (?:onderzoek|nog|moet|de|het)\b",
    r"\bevenmin\b",
    r"\bontbreekt\b",
    r"\bvergt\b",
    r"\bzo(?:dra|lang)\b",
    r"\bhangt\b[^.;]*\baf van\b",
    r"\bkan (?:ik|het kabinet)\b[^.;]*\b(?:niet|geen)\b",
    r"\bniet (?:mogelijk|wenselijk|uitvoerbaar)\b",
    r"\bvalt niet voor\b",
    # under way
    rf"\b{_ONGOING} (?:ik|wij|we)\b",
    rf"\bik (?:{_ONGOING}|wacht|neem)\b",
    r"\bbreng (?:ik )?[^.;]*\b(?:in bij|in kaart)\b",
    r"\bbetrekt?\b",
    r"\b(?:ben|zijn|is|blijf\w*|ga|gaan)\b[^.;]*\bin gesprek\b",
    r"\b(?:wordt|worden)\b[^.;]*\b(?:onderzocht|besproken|afgerond|aangepast|verzameld|verwerkt|bezien|verkend)\b",
    r"\bwordt\b[^.;]*\b(?:verwacht|voorzien|voorbereid|afgestemd|overlegd|uitgezocht|uitgewerkt)\b",
    r"\b(?:verzamelt|verwerkt|onderzoekt) (?:nu|de|het|dit|deze|momenteel|bij)\b",
    r"\bdoe[tn]? dat onderzoek\b",
    r"\bin (?:voorbereiding|uitvoering|behandeling|volle gang)\b",
    r"\bmomenteel\b",
    r"\bloopt (?:een|nog|tot|door|momenteel)",
    r"\b(?:gaan|lopen) door\b",
    r"\b(?:is|zijn|ben)\b[^.;]*\b(?:begonnen|gestart)\b",
    r"\bopdracht\b[^.;]*\b(?:gegeven|ontvangen|verleend)\b",
    r"\buitbesteed\b",
    r"\bvraagt om een (?:\w+e )?(?:toets|telling|onderzoek|uitwerking)\b",
    # to come
    r"\b(?:zal|zullen) (?:ik|wij|we|het kabinet|dan)\b",
    r"\b(?:ik|wij|het kabinet|deze|die) (?:zal|zullen)\b",
    r"\bzal\b[^.;]*\b(?:worden|zijn)\b",
    r"\b(?:voorzien|verwacht\w*) (?:voor|in|begin|medio|eind|na|dat ik)\b",
    r"\bverwacht(?:en)?\b(?! dat)",
    r"\bnaar verwachting\b",
    r"\bin de loop van\b",
    r"\bgepland\b",
    r"\bstreef",
    r"\bvoornemens\b",
    r"\bbinnenkort\b",
    r"\bte zijner tijd\b",
    r"\bhoop (?:ik|u)\b",
    r"\bik hoop\b",
    r"\bwacht\b[^.;]*\baf\b",
    r"\bafwachten\b",
    r"\b(?:kom|komen) (?:ik|wij|we) (?!hierbij|hiermee|met deze)[^.;]*\bterug\b",
    r"\bvolg(?:t|en) (?:nog|later|in|na|voor|begin|eind|medio|dit)",
    r"\bvolgend (?:jaar|voorjaar|najaar|kwartaal)\b",
    r"^daarna\b",
    rf"^(?:{MONTHS}):",
    # left aside
    r"\bapart(?:e brief)?$",
    r"\bafzonderlijke? (?:\w+ )?brief\b",
    r"\b(?:schrijf|informeer|bericht) ik (?:u|uw Kamer) apart\b",
    r"\bga ik (?:in deze brief |hier )?niet in\b",
    r"\bga ik in deze brief niet\b",
)
"""What is still to come, is late, or is left aside."""
_TELLS_THEN = _any(rf"\b{_TELLS}\b[^.;]*\b{_WHEN}\b", rf"\b{_WHEN}\b[^.;]*\b{_TELLS}\b")
ASKED_THEN = _any(r"\b(?:vroeg|vroegen|sprak|spraken|wilde|wilden|schreef|werd)\b")


def put_off(words: str) -> bool:
    """Tell whether words say that something is still to come: by themselves, or by a time at which it will be told."""
    if PUT_OFF.search(words):
        return True
    return _TELLS_THEN.search(words) is not None and not ASKED_THEN.search(words)


HERE = _any(
    r"\b(?:hierbij|hiermee|bijgaande?|bijgevoegde?|bijgevoegd|als bijlage|in de bijlage|hieronder|onderstaande?"
    r"|ingesloten|(?:met|in|bij|middels) deze brief)\b"
)
"""Words that point at this letter."""
ACTS = _any(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|schets|licht|ga|gaat|gaan|reageer|beantwoord|geef|kom|leg|deel"
    r"|ontvangt|treft|bieden|zenden|sturen|informeren|berichten|geven|vindt|is|zijn|bevat|completeer|voldoe)\b"
)
TO_CHAMBER = _any(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|deel|breng) ik (?:\w+ )?"
    r"(?:u|uw Kamer|de Kamer|hierbij|bijgaand)\b",
    r"\bkan ik (?:u|uw Kamer)\b[^.;]*\b(?:melden|meedelen|mededelen|berichten|bevestigen|laten weten)\b",
)
PROGRESS = _any(r"\b(?:tussenstand|stand van zaken|voortgang|voorbereiding\w*|hoe ver|hoever|vordering\w*|planning)\b")
"""A report on how far something is meets only what asks for such a report."""
THIS_LETTER = _any(r"\b(?:deze brief|hierbij|bijgaand|bijlage)\b")
CLOSES = _any(
    r"\b(?:afgedaan|afgehandeld|voldaan|voldoe|nagekomen|kom\b[^.;]*\bna|gestand|uitgevoerd|ingelost|ingevuld)\b",
    r"\btegemoet\w*\b",
    r"\b(?:invulling|uitvoering|gevolg|gehoor) (?:te )?ge\w+\b",
    r"\bge\w+ (?:ik|wij|we)[^.;]*\b(?:invulling|uitvoering|gevolg)\b",
)
"""Plain words for meeting something."""
_WROTE = r"(?:geschreven|ge[iï]nformeerd|bericht|gemeld|toegezonden|gestuurd)"
LOOKS_BACK = _any(
    r"\b(?:bij|met|in|via|per) (?:mijn |de |onze |een )?(?:eerdere )?\w*brief van \d{1,2} \w+"
    r"(?! [^.;]*\b(?:toegezegd|verzocht|gevraagd|aangekondigd)\b)[^.;]*\b(?:ge[iï]nformeerd|gemeld|bericht|toegezonden"
    r"|gestuurd|gezonden|aangeboden|ingegaan|voldaan|afgedaan|nagekomen|gestand|uitgevoerd|toegelicht)\b",
    r"\bdestijds\b",
    r"\b(?:uw|de) (?:vaste )?(?:commissie|kamer) heeft\b[^.;]*\b(?:afgedaan|voldaan|afgevoerd|afgesloten)\b",
    r"\bontving (?:u|uw Kamer)\b[^.;]*\b(?:brief|rapport)",
    r"\bontving (?:u|uw Kamer) (?:al|reeds)\b",
    rf"\bop \d{{1,2}} \w+ (?:jl\. )?heb ik (?:u|uw Kamer)\b[^.;]*\b{_WROTE}\b",
    rf"\bheb ik (?:u|uw Kamer) (?:\w+ )?op \d{{1,2}} \w+[^.;]*\b{_WROTE}\b",
)
"""It was met by a letter of before, or the Chamber has decided on it already."""
UNDER_WAY = _any(r"\bvoer(?:t|en)?\b[^.;]*\buit\b", r"\bwordt\b[^.;]*\buitgevoerd\b", r"\bin uitvoering\b")
ABOUT_IT = _any(r"\b(?:daar|hier)over\b")
SEVERAL = _any(r"\b(?:toezeggingen|moties|verzoeken)\b")
ORDINAL = _any(r"\b(?P<nth>eerste|tweede|derde|vierde|laatste) (?:motie|toezegging|vraag|verzoek)\b")
NTH = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}
CUTS = re.compile(r"[;:]\s|,\s(?=(?:maar|terwijl|doch|en de (?:toezegging|motie))\b)")
"""Where another part of a sentence begins."""

GIVEN = _any(r"\b(?:de|het|dit|deze|die|dat) (?:door \w+ \w+ )?(?:toegezegde|gevraagde|verzochte|beloofde)\b")
"""What was promised or asked, by that name: "het toegezegde overzicht"."""
THEREBY = _any(r"\b(?:daarmee|hiermee|met d(?:it|eze)|beschikt|gegeven|vindt|treft|gaat|gevoegd)\b")
BY_THIS = re.compile(r"^(?:Daarmee|Hiermee|Zo|Aldus|Zodoende) (?:is|zijn|heb|hebben|heeft|wordt|komt|kom)\b")
"""How a sentence begins that says what the deed told just before has done."""
RESULT = _any(
    r"\b(?:blijkt|bijgevoegd|bijlage|hierbij|afgerond|vastgesteld|opgesteld|gepubliceerd|sinds|in werking|bedroeg)\b",
    r"\b(?:bedraagt|gevraagde|toegezegde|uitgevoerd|besloten|geregeld|inmiddels|beantwoord)\b",
    r"\buitkomst(?:en)? (?:is|zijn|laat|laten)\b",
)
"""Words of a report that brings a result."""
DONE = _any(
    r"\b(?:is|zijn|heeft|hebben|heb|werd|werden)\b(?![^.;]*\b(?:niet|geen|nog)\b)[^.;]*"
    r"\b(?:ge|be|ver|ont|her|op|af|aan|in|uit|vast|over|vrij)(?!reed\b)\w{2,}(?:d|t|en)\b"
)
"""Something was done: a perfect tense, not denied."""
FIGURES = re.compile(r"\d")
SHIFTS = re.compile(
    r"^(?:Over (?!(?:de|het) (?:uitkomst|voortgang|resultaat|resultaten|vervolg|verdere)|dit|deze|die|hoe)"
    r"|Wat betreft|Ten aanzien van|Met betrekking tot|Voor wat betreft"
    r"|(?:Ook )?[Dd]e (?:andere |tweede |overige )?(?:motie|toezegging)\b)"
)
"""How a sentence begins that goes on to another matter."""

ASKED = _any(
    r"\b(?:uw|de) (?:vaste )?(?:kamer|commissie)\b[^.;]*\b(?:gevraagd|verzocht|vroeg|verzoekt|vraagt|wilde)\b",
    r"\b(?:vraag|vragen|verzoek|brief) van (?:uw|de) (?:vaste )?(?:kamer|commissie)\b",
    r"\bu (?:heeft|hebt|vroeg|vraagt|verzocht|verzoekt)\b",
    r"\b(?:heeft|hebt|vroeg|verzocht) u (?:mij|om|naar)\b",
)
"""The Chamber or its committee asks."""
PROMISED = _any(
    r"\b(?:toegezegd|toezegging|beloofd|zegde|vooruitzicht|aangekondigd|afgesproken)\b",
    r"\b(?:ik|mijn ambtsvoorganger)\b[^.;]*\b(?:geschreven|gezegd|aangegeven)\b",
    r"\b(?:schreef|gaf|zei|meldde|kondigde|beloofde) (?:ik|mijn)\b",
)
"""The writer says that it was promised or announced."""
OF_MEMBERS = re.compile(
    r"\b(?:[Ll]id|[Ll]eden|heer|heren|[Mm]evrouw|[Ss]enator)\s+(?:(?:van|de|den|der|ten|ter|el|al) )*[A-ZÀ-Þ]"
)
"""A member of the Chamber is named."""
REGISTERED = re.compile(r"TZ?\d")
CASE = re.compile(r"\d{4}[ZD]\d+")
"""The number of a case or document of the Chamber."""
