"""The words by which letters report, hand over, put off and look back: what decides that a place may settle something.

Data for `griffie.services.evidence`. The words of plain discharges are the reader's own (`griffie.reading.nl`).
"""

import re

_WHEN = (
    r"(?:(?:begin|medio|eind|in|tegen|rond|voor|vóór|na|nog|tot|vanaf|deze|dit|volgende?|komende?) )+(?:het |de )?"
    r"(?:(?:eerste|tweede|derde|vierde|volgende|komende|late|vroege) (?:helft van |kwartaal van |kwartaal|helft)?)?"
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\d{4}|\w*reces|najaar"
    r"|voorjaar|zomer|winter|jaar|maand|weken|kwartaal|jaarwisseling|begroting)"
)
_TELLS = (
    r"(?:ontvangt|informeer|stuur|bericht|zend|schrijf|kom|rapporteer|licht|meld|bied|doe|hoort|spreek|bespreek|besluit"
    r"|publiceer|presenteer|leg|rond|verschijnt|verschijnen|deel)"
)
PUT_OFF = re.compile(
    r"\bpas (?:na|in|op|over|later|uit|rond|tegen|voor|vóór|dan|begin|eind|medio|volgend|als|wanneer)|\bnog (?:niet|geen|te|in|volop|bezig|lopen|even|onvoldoende|onduidelijk|nauwelijks)\b"
    r"|\b(?:wordt|worden|moet|moeten|is|zijn|wacht\w*|denk\w*|loopt|lopen|voer|heeft|hebben) (?:\w+ ){0,6}?nog\b(?! (?:\d|steeds|altijd|voor (?:het|de)|eens))"
    r"|\bnog (?:\w+ ){0,2}(?:onderhandeld|overlegd|onderzocht|uitgewerkt|besproken|gewerkt|overleg|kwartaal|jaar)\b"
    r"|\b(?:overleg|onderzoek|bezie|verken|bespreek|inventariseer|bereid|vraag|werk|laat) (?:ik|wij|we)\b"
    r"|\bik (?:overleg|onderzoek|bezie|verken|bespreek|vraag|werk|bereid|laat|wacht|neem)\b|\bbreng (?:ik )?[^.;]*\b(?:in bij|in kaart)\b|\b(?:ben|zijn|is|blijf\w*|ga|gaan)\b[^.;]*\bin gesprek\b|\bmomenteel\b"
    r"|\b(?:wordt|worden)\b[^.;]*\b(?:onderzocht|besproken|afgerond|aangepast|verzameld|verwerkt|bezien|verkend)\b"
    r"|\b(?:verzamelt|verwerkt|onderzoekt) (?:nu|de|het|dit|deze|momenteel|bij)\b|\b(?:ontbreekt|zolang)\b|\bniet (?:mogelijk|wenselijk|uitvoerbaar)\b|\bhangt\b[^.;]*\baf van\b"
    r"|\bzal\b[^.;]*\b(?:worden|zijn)\b|\bin de loop van\b|\bnaar verwachting\b|\bverlengen\b|\buitbesteed\b"
    r"|\bloopt (?:een|nog|tot|door|momenteel)|\bwacht\b[^.;]*\baf\b|\bafwachten\b|\bniet (?:eerder|tijdig|haalbaar|meer (?:dit|voor|vóór))"
    r"|\beerder (?:kan|lukt)\b|\blater (?:dit|in|op|moment|tijdstip|zouden|zou|komen)\b|\b(?:meer|extra|langer) tijd\b"
    r"|\blanger op zich\b|\bvertraging|\bvertraagd\b|\buitstel\b|\bte zijner tijd\b|\bin volle gang\b|\buitgelopen\b|\bbijna (?:gereed|klaar|af|rond)\b|\bdoe[tn]? dat onderzoek\b|\bverzet naar\b|\bgepland\b"
    r"|\bopen(?:staan\w*| ?staat| ?te staan)\b|\b(?:kom|komen) (?:ik|wij|we) (?!hierbij|hiermee|met deze)[^.;]*\bterug\b"
    r"|\b(?:zal|zullen) (?:ik|wij|we|het kabinet|dan)\b|\b(?:ik|wij|het kabinet|deze|die) (?:zal|zullen)\b"
    r"|\b(?:voorzien|verwacht\w*) (?:voor|in|begin|medio|eind|na|dat ik)\b|\bwordt\b[^.;]*\b(?:verwacht|voorzien|voorbereid)\b"
    r"|\bverwacht(?:en)?\b(?! dat)|\bstreef|\bvoornemens\b|\bbinnenkort\b|\bzodra\b|\bbetrekt?\b|\bhoop (?:ik|u)\b|\bik hoop\b"
    r"|\bvolg(?:t|en) (?:nog|later|in|na|voor|begin|eind|medio|dit)|\bin (?:voorbereiding|uitvoering|behandeling)\b"
    r"|\bapart(?:e brief)?$|\bafzonderlijke? (?:\w+ )?brief\b|\b(?:schrijf|informeer|bericht) ik (?:u|uw Kamer) apart\b"
    r"|\bga ik (?:in deze brief |hier )?niet in\b|\bga ik in deze brief niet\b|\bhoud(?:en)? vast aan\b[^.;]*\btermijn\b"
    r"|\bvergt\b|\beerst (?:onderzoek|nog|moet|de|het)\b|^daarna\b|\bevenmin\b|\btijd nodig\b|\bkan (?:ik|het kabinet)\b[^.;]*\b(?:niet|geen)\b"
    r"|\bvraagt om een (?:\w+e )?(?:toets|telling|onderzoek|uitwerking)\b|\b(?:is|zijn|ben)\b[^.;]*\b(?:begonnen|gestart)\b"
    r"|\bvolgend (?:jaar|voorjaar|najaar|kwartaal)\b|\bwordt\b[^.;]*\b(?:afgestemd|overlegd|uitgezocht|uitgewerkt)\b|\bvalt niet voor\b"
    r"|\b(?:gaan|lopen) door\b|\bopdracht\b[^.;]*\b(?:gegeven|ontvangen|verleend)\b|\btermijn\b[^.;]*\bte (?:stellen|verlengen)\b"
    r"|^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december):"
    r"|\bnieuwe termijn\b|\btermijn (?:blijft|verschuift|schuift|is verschoven|wordt verschoven)\b",
    re.IGNORECASE,
)
"""What is still to come, is late, or is left aside."""
_TELLS_THEN = re.compile(rf"\b{_TELLS}\b[^.;]*\b{_WHEN}\b|\b{_WHEN}\b[^.;]*\b{_TELLS}\b", re.IGNORECASE)
ASKED_THEN = re.compile(r"\b(?:vroeg|vroegen|sprak|spraken|wilde|wilden|schreef|werd)\b", re.IGNORECASE)


def put_off(words: str) -> bool:
    """Tell whether words say that something is still to come: by themselves, or by a time at which it will be told."""
    if PUT_OFF.search(words):
        return True
    return _TELLS_THEN.search(words) is not None and not ASKED_THEN.search(words)


HERE = re.compile(
    r"\b(?:hierbij|hiermee|bijgaande?|bijgevoegde?|bijgevoegd|als bijlage|in de bijlage|(?:met|in|bij|middels) deze brief"
    r"|hieronder|onderstaande?|ingesloten)\b",
    re.IGNORECASE,
)
"""Words that point at this letter."""
ACTS = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|schets|licht|ga|gaat|gaan|reageer|beantwoord|geef|kom|leg|deel|ontvangt"
    r"|treft|bieden|zenden|sturen|informeren|berichten|geven|vindt|is|zijn|bevat|completeer|voldoe)\b",
    re.IGNORECASE,
)
TO_CHAMBER = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|deel|breng) ik (?:\w+ )?(?:u|uw Kamer|de Kamer|hierbij|bijgaand)\b"
    r"|\bkan ik (?:u|uw Kamer)\b[^.;]*\b(?:melden|meedelen|mededelen|berichten|bevestigen|laten weten)\b",
    re.IGNORECASE,
)
PROGRESS = re.compile(
    r"\b(?:tussenstand|stand van zaken|voortgang|voorbereiding\w*|hoe ver|hoever|vordering\w*|planning)\b",
    re.IGNORECASE,
)
"""A report on how far something is meets only what asks for such a report."""
THIS_LETTER = re.compile(r"\b(?:deze brief|hierbij|bijgaand|bijlage)\b", re.IGNORECASE)
CLOSES = re.compile(
    r"\b(?:afgedaan|afgehandeld|voldaan|voldoe|nagekomen|kom\b[^.;]*\bna|gestand|uitgevoerd|ingelost|ingevuld|tegemoet\w*"
    r"|(?:invulling|uitvoering|gevolg|gehoor) (?:te )?ge\w+|ge\w+ (?:ik|wij|we)[^.;]*\b(?:invulling|uitvoering|gevolg))\b",
    re.IGNORECASE,
)
"""Plain words for meeting something."""
LOOKS_BACK = re.compile(
    r"\b(?:bij|met|in|via|per) (?:mijn |de |onze |een )?(?:eerdere )?\w*brief van \d{1,2} \w+(?! [^.;]*\b(?:toegezegd|verzocht"
    r"|gevraagd|aangekondigd)\b)[^.;]*\b(?:ge[iï]nformeerd|gemeld|bericht|toegezonden|gestuurd|gezonden|aangeboden|ingegaan"
    r"|voldaan|afgedaan|nagekomen|gestand|uitgevoerd|toegelicht)\b|\bdestijds\b"
    r"|\b(?:uw|de) (?:vaste )?(?:commissie|kamer) heeft\b[^.;]*\b(?:afgedaan|voldaan|afgevoerd|afgesloten)\b"
    r"|\bontving (?:u|uw Kamer)\b[^.;]*\b(?:brief|rapport)|\bontving (?:u|uw Kamer) (?:al|reeds)\b"
    r"|\bop \d{1,2} \w+ (?:jl\. )?heb ik (?:u|uw Kamer)\b[^.;]*\b(?:geschreven|ge[iï]nformeerd|bericht|gemeld|toegezonden|gestuurd)\b"
    r"|\bheb ik (?:u|uw Kamer) (?:\w+ )?op \d{1,2} \w+[^.;]*\b(?:geschreven|ge[iï]nformeerd|bericht|gemeld|toegezonden|gestuurd)\b",
    re.IGNORECASE,
)
"""It was met by a letter of before, or the Chamber has decided on it already."""
UNDER_WAY = re.compile(r"\bvoer(?:t|en)?\b[^.;]*\buit\b|\bwordt\b[^.;]*\buitgevoerd\b|\bin uitvoering\b", re.IGNORECASE)
ABOUT_IT = re.compile(r"\b(?:daar|hier)over\b", re.IGNORECASE)
SEVERAL = re.compile(r"\b(?:toezeggingen|moties|verzoeken)\b", re.IGNORECASE)
ORDINAL = re.compile(
    r"\b(?P<nth>eerste|tweede|derde|vierde|laatste) (?:motie|toezegging|vraag|verzoek)\b", re.IGNORECASE
)
NTH = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}
CUTS = re.compile(r"[;:]\s|,\s(?=(?:maar|terwijl|doch|en de (?:toezegging|motie))\b)")
"""Where another part of a sentence begins."""

GIVEN = re.compile(
    r"\b(?:de|het|dit|deze|die|dat) (?:door \w+ \w+ )?(?:toegezegde|gevraagde|verzochte|beloofde)\b", re.IGNORECASE
)
"""What was promised or asked, by that name: "het toegezegde overzicht"."""
THEREBY = re.compile(
    r"\b(?:daarmee|hiermee|met d(?:it|eze)|beschikt|gegeven|vindt|treft|gaat|gevoegd)\b", re.IGNORECASE
)
BY_THIS = re.compile(r"^(?:Daarmee|Hiermee|Zo|Aldus|Zodoende) (?:is|zijn|heb|hebben|heeft|wordt|komt|kom)\b")
"""How a sentence begins that says what the deed told just before has done."""
RESULT = re.compile(
    r"\b(?:blijkt|bijgevoegd|bijlage|hierbij|afgerond|vastgesteld|opgesteld|gepubliceerd|sinds|in werking|bedroeg|bedraagt"
    r"|uitkomst(?:en)? (?:is|zijn|laat|laten)|gevraagde|toegezegde|uitgevoerd|besloten|geregeld|inmiddels|beantwoord)\b",
    re.IGNORECASE,
)
"""Words of a report that brings a result; asked for where a number or a motion alone ties it to a promise."""
DONE = re.compile(
    r"\b(?:is|zijn|heeft|hebben|heb|werd|werden)\b(?![^.;]*\b(?:niet|geen|nog)\b)[^.;]*"
    r"\b(?:ge|be|ver|ont|her|op|af|aan|in|uit|vast|over|vrij)(?!reed\b)\w{2,}(?:d|t|en)\b",
    re.IGNORECASE,
)
"""Something was done: a perfect tense, not denied."""
FIGURES = re.compile(r"\d")
SHIFTS = re.compile(
    r"^(?:Over (?!(?:de|het) (?:uitkomst|voortgang|resultaat|resultaten|vervolg|verdere)|dit|deze|die|hoe)|Wat betreft|Ten aanzien van"
    r"|Met betrekking tot|Voor wat betreft|(?:Ook )?[Dd]e (?:andere |tweede |overige )?(?:motie|toezegging)\b)"
)
"""How a sentence begins that goes on to another matter."""
ASKED = re.compile(
    r"\b(?:uw|de) (?:vaste )?(?:kamer|commissie)\b[^.;]*\b(?:gevraagd|verzocht|vroeg|verzoekt|vraagt|wilde)\b"
    r"|\b(?:vraag|vragen|verzoek|brief) van (?:uw|de) (?:vaste )?(?:kamer|commissie)\b"
    r"|\bu (?:heeft|hebt|vroeg|vraagt|verzocht|verzoekt)\b|\b(?:heeft|hebt|vroeg|verzocht) u (?:mij|om|naar)\b",
    re.IGNORECASE,
)
"""The Chamber or its committee asks."""
PROMISED = re.compile(
    r"\b(?:toegezegd|toezegging|beloofd|zegde|vooruitzicht|aangekondigd|afgesproken)\b|\b(?:ik|mijn ambtsvoorganger)\b[^.;]*"
    r"\b(?:geschreven|gezegd|aangegeven)\b|\b(?:schreef|gaf|zei|meldde) (?:ik|mijn)\b",
    re.IGNORECASE,
)
"""The writer says that it was promised or announced."""
OF_MEMBERS = re.compile(
    r"\b(?:[Ll]id|[Ll]eden|heer|heren|[Mm]evrouw|[Ss]enator)\s+(?:(?:van|de|den|der|ten|ter|el|al) )*[A-ZÀ-Þ]"
)
"""A member of the Chamber is named."""
REGISTERED = re.compile(r"TZ?\d")
CASE = re.compile(r"\d{4}[ZD]\d+")
"""The number of a case or document of the Chamber."""
