"""The forms in which letters name motions, as patterns: before the name, behind it, and the words that only point back.

Data of the motion rules; names themselves are read by `griffie.reading.nl.motions.names`.
"""

import re

from griffie.reading.nl.motions.words import TITLE

MOTION = re.compile(r"\b[Mm](?:otie|OTIE)(?P<several>s|S)?\b(?!#)")
BEFORE = re.compile(
    r"(?:\(?(?:[Nn]ader |[Tt]weede )?(?:[Gg]ewijzigde|[Aa]angehouden|[Aa]angenomen|[Vv]erworpen"
    r"|[Ii]ngetrokken|[Ss]pelende)\)? )+$"
)
OPEN_BRACKET = r"(?:[ ]?\([^()]{2,60}\))"
DATED = r"(?:[ ](?:d\.d\.|van|uit)[ ]\d{1,2}[ ][a-z]+(?:[ ]\d{4}|[ ]jl\.?)?)"
TOPIC = (
    r"(?:[ ](?:over|inzake|betreffende|aangaande|omtrent|ter[ ]zake[ ]van|met[ ]betrekking[ ]tot"
    r"|ten[ ]aanzien[ ]van)[ ][^.;:()]{3,140}?)"
)
BY = re.compile(
    rf"(?:{OPEN_BRACKET}|{DATED}|[ ]nr\.[ ]?\d+|,)?{TOPIC}?,?[ ]"
    rf"(?:van|door|(?:die|welke|dat)(?:[ ]door)?|(?:(?:mede-?)?(?:ingediend|voorgesteld"
    rf"|ondertekend)(?:[ ]door)))[ ](?={TITLE}[ ])"
)
VAN = re.compile(r"(?<=[ ]van[ ])(?P<name>[A-ZÀ-Þ]\w+)")
REPLACED = re.compile(
    r"(?:t\.v\.v\.|ter vervanging van|die gedrukt onder|voorheen|was|in plaats van|vervangt"
    r"|abusievelijk)[ ,]*(?:nr\.? ?)?$"
)
NUMBER = re.compile(
    r"[ ](?:(?:op|met|onder)[ ])?(?:stuk[ ])?(?:(?:nr"
    r"|nummer)\.?[ ]?)?(?P<number>\d{1,4})(?![\d.]*\d)(?=[ ,(.;]|$)(?![ ]\d{3})"
    r"(?![ ](?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
)
"""A bare number behind the word; not the day of "deze motie op 18 februari aangenomen"."""
LABEL = re.compile(
    r"[ ,:]*(?:(?:op|met|onder|als|bij|gedrukt als|gedrukt onder"
    r"|nr\.?)[ ])?(?:stuk[ ])?(?:[Kk]amerstuk\w*[ ]?)?(?:nummer[ ])?"
)
SAME_MEMBERS = re.compile(r",? van (?:dezelfde (?:leden|indieners?)|hetzelfde lid|beide leden)\b")
VIA = re.compile(r"\b(?:bij|via|per|in|door)(?: middel van)?(?: (?:een|de|deze))?(?: (?:aangenomen|gewijzigde))? $")
ON_VOTES = re.compile(r"\bStemming(?:en)?(?: over)?(?: de)? $")
FAR_BY = re.compile(rf"[^.;:()]{{0,60}}?[ ]door[ ](?={TITLE}[ ])")
DIRECT = re.compile(r"(?:[ ]?[-–‐‑][ ]?|[ ]van[ ](?=[A-ZÀ-Þ])|[ ]|:[ ])(?:[«“\"])?")
TITLED = re.compile(rf"{TITLE}[ ]")
SUBMITTED_BY = re.compile(
    rf"(?:door|van)[ ](?={TITLE}[ ])(?P<who>[^.;:]{{3,120}}?)[ ](?:(?:[^.;:() ]+[ ]){{0,8}})?"
    rf"(?:ingediende|voorgestelde|aangehouden|ondertekende)[ ](?:en[ ]\w+[ ])?(?:(?:nader[ ])?gewijzigde[ ])?$"
)
HIS = re.compile(
    r"(?:door (?:hem|haar|hen|beiden?|deze leden) (?:\w+ ){0,4}(?:ingediende|voorgestelde"
    r"|aangehouden) (?:(?:nader )?\w+ ){0,2}"
    r"|\b(?:in|met|bij|op|over|aan|van|naar|om|trok|diende|heeft|hebben) (?:zijn|haar|hun) (?:\w+ ){0,2})$"
)
SUBMITS = re.compile(r"[^.;]{0,200}?\b(?:ingediend|voorgesteld|ingetrokken|aangehouden|indiende[n]?|in)\b")
A_MOTION = re.compile(r"\b(?:een|twee|drie|vier|vijf|enkele|de volgende) (?:\w+ ){0,2}$")
NUMBER_WORDS = {"twee": 2, "beide": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
COUNT = re.compile(r"\b(?P<count>[Tt]wee|[Bb]eide|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es) (?:\w+ ){0,2}$")
POINTING = re.compile(
    r"\b(?:[Dd]e|[Dd]ie|[Dd]eze|[Bb]eide|(?:[Dd]e )?(?:boven|eerder|voor|hierboven |hiervoor )?genoemde"
    r"|(?:[Dd]e )?(?:desbetreffende|betreffende|onderhavige))"
    r" (?:(?:aangenomen|gewijzigde|betreffende|genoemde|twee|drie|vier|vijf|laatste|eerste|overige"
    r"|laatstgenoemde) )*$"
)
INDEFINITE = re.compile(
    r"\b(?:[Ee]en|[Gg]een|[Aa]ndere|[Oo]verige|[Aa]lle|[Dd]iverse|[Vv]erschillende|[Vv]erscheidene) (?:\w+ )?$"
)
MAIN_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|heb|hebben|had|wordt|worden|werd|werden|verzoekt|verzocht|vraagt"
    r"|vroeg|roept|zal|zullen|"
    r"beschouw|geef|kan|ga|reageer|informeer|doe|zie|bericht|beantwoord|antwoord|brief|Kamerbrief"
    r"|rapport|bijlage)\b"
)
BRACKET_AFTER = re.compile(
    r"(?P<gap>[^().;:\n]{0,260}?)[ ]?[(\[](?P<inner>[^()\[\]\n]{3,160}(?:\([^()]*\)[^()]*)?)[)\]]"
)
OPENERS = re.compile(
    r"^(?:[ ,]|in (?:over|die|waarin|om|betreffende|inzake)\b|in$|ingediend|voorgesteld|over|inzake"
    r"|betreffende|aangaande|omtrent|met|ter|ten|van|d\.d\.|om|voor|tot|die|waarin|waarmee|tegen)"
)
ITS_OWN_VERB = re.compile(
    r"[ ,]*(?:die|waarin|waarmee|verzoekt|verzoekende|vraagt|roept|verzocht|gevraagd|vroeg|opgeroepen"
    r"|strekkende|strekt|ingediend|diende|in)\b"
)
OTHER_PAPER = re.compile(
    r"\b(?:brief|rapport|advies|bijlage|zie|zoals|wetsvoorstel|verslag|nota|antwoord\w*|bericht|gemeld"
    r"|toegezegd|debat|amendement)\b"
)
LINK = re.compile(r"(?:,? (?:en|alsmede|alsook|evenals)(?: ook)? |, )(?:de (?:\w+ )?motie )?(?:van )?")
SAME_AGAIN = re.compile(r"(?:,? en |, )(?:de motie )?(?=(?:over|inzake|betreffende)\b)")
SUBJECT = re.compile(
    r"^(?:[ ,]*\([^()]{3,80}\))?[ ,]*(?:(?:ingediend|in) )?(?:(?:over|inzake|betreffende|aangaande"
    r"|omtrent|met betrekking tot|ten aanzien van)"
    r"|(?:die )?(?:(?:verzoekt|vraagt|roept|vroeg|verzocht)(?: (?:de regering|het kabinet|ons|mij"
    r"|ertoe))?(?: op)?,?(?: om| te bezien of|(?= te ))"
    r"|(?:gaat|gaan)(?: beide)? over|ziet op|betreft|strekt ertoe dat))[ ](?P<about>[^.;:()«»]{3,160})"
)
SUBJECT_END = re.compile(
    r"[ ](?:is|zijn|wordt|worden|heeft|hebben|werd|verzoekt|vraagt|verzocht|vroeg|roept|beschouw|geef|ga"
    r"|gaat|kan|als|ligt|raakt"
    r"|betreft|besproken|ingetrokken|aangenomen|verworpen|aangehouden|en (?:de|een) (?:\w+ )?moties?|wil"
    r"|zal|heb|voer|acht|doe|laat)\b|,[ ]"
)
RELATED = re.compile(r"[ ,(:]*")
BRACKETED = re.compile(r"\([^()]*\)")
ENDS_WELL = re.compile(r"(?:,[ ](?:zie )?|\b(?:onder|als|op|thans|nu) )$")
NICKNAME = re.compile(
    r"(?:[ ]?\([^()]{3,80}\))?[ ]?\((?:hierna|verder|hierna te noemen|verder te noemen|ook wel):? (?:de )?"
    r"[«\"“'‘]?(?P<nickname>[Mm]otie[^()»\"”’']{1,40})[»\"”’']?\)"
)
FAR = 260
"""A number that is more characters behind a name is not that name's."""
