"""The words with which letters say that they meet something earlier: what is met, by whom, when, and where it points.

Data of the discharge rules; the phrases of whole frames are in `griffie.reading.nl.discharges.phrases`.
"""

import re

from griffie.domain.reading import Discharged

LONGEST_PHRASE = 90
"""Characters of a reason's words."""

NOUN = re.compile(
    r"\b(?P<toezegging>(?:deel|hoofd)?toezegging(?:en)?(?![- ]?\w*register)|belofte[n]?|afspra(?:ak"
    r"|ken)|T\d{5}|TZ ?\d{6}[- ]*\d+)\b"
    r"|\b(?P<motie>[Mm]oties?|dictum|dicta)\b"
    r"|\b(?P<verzoek>(?<![Ii]k )(?<![Ww]ij )(?:informatie|rappel)?verzoek(?:en)?(?! (?:ik|wij|u)\b)"
    r"|oproep|informatievra(?:ag|gen)|rappel|wens(?:en)?)\b"
)
"""What can be met. The groups are named after what they are."""
MOTION_BEHIND = re.compile(r"\b(?:in|door|via|bij|met) (?:de |deze |die )?(?:\w+ )?moties?\b")
"""Whose request "zoals verzocht in de motie" is."""
QUESTION = re.compile(r"\b(?:[Kk]amer|commissie)?(?:vraag|vragen)\b")
PARLIAMENT = re.compile(
    r"\b(?:[Uu]w|[Dd]e|[Tt]weede|[Ee]erste) Kamer\b|\bKamer(?:lid|leden|commissie|vragen)\b"
    r"|\bcommissies?\b|\b(?:het|de|aan|door|van) (?:lid|leden)\b"
    r"|\blid [A-Z]|\bleden [A-Z]|\b[Dd]e (?:heer|heren)\b|\b[Mm]evrouw\b|\bfracties?\b|\b(?:algemeen"
    r"|schriftelijk|nota|wetgevings)-? ?overleg\b|\bregeling van werkzaamheden\b"
    r"|\bprocedurevergadering\b|\bordedebat\b|\b\w*debat\b|\bvragenuur\b|\b(?:AO|VAO|VSO|CD|WGO|SO|NO"
    r"|TMD)\b|\b[Uu]w (?:brief|verzoek|vraag|vragen|commissie)\b"
    r"|\bfeitelijke vragen\b|\bsenator|\bgriffier?\b|\bVoorzitter\b|\b20\d\d[ZD]\d{5}\b|\b[Uu]w Voorzitter\b",
)
"""Who may ask: the Chamber, its committees and members; a request of others is no business of the Chamber's."""
HERE = re.compile(
    r"\b(?:hierbij|hiermee|hiermede|hierdoor|bij deze[n]?|bijgaande?|bijgevoegde?|bijgesloten"
    r"|ingesloten|aangehechte?|bijlagen?|deze brief|deze verzamelbrief"
    r"|deze (?:\w+)?(?:brief|rapportage|reactie|mededeling|toelichting|informatie|aanbieding|notitie"
    r"|nota|beantwoording|appreciatie|stap|aanpassing|maatregel(?:en)?|antwoorden|stukken|documenten)"
    r"|dit is (?:de|het) (?:brief|reactie|antwoord|overzicht)"
    r"|dit (?:antwoord|overzicht|rapport|verslag|plan|bericht)|onderhavige|voorliggende|onderstaande?"
    r"|bovenstaande?|het voorgaande|hieronder|hierboven|hierna"
    r"|[Gg]elet (?:hier|daar)op|paragraaf \d|hoofdstuk \d|als volgt|het volgende)\b",
    re.IGNORECASE,
)
"""Words that point at the letter itself and its annexes."""
HERE_ITSELF = re.compile(
    r"\b(?:hierbij|hiermee|bij deze[n]?|(?:met|in|middels|via) deze brief|hieronder|onderstaand|het volgende|als volgt)\b",
    re.IGNORECASE,
)
"""Words that point at the letter's own text, not at an annex."""
THEREBY = re.compile(
    r"\b(?:daarmee|daarmede|waarmee|waarmede|zodoende|aldus|op (?:deze|die) (?:wijze|manier)|zodat"
    r"|nu)\b",
    re.IGNORECASE,
)
"""Words by which a deed told just before meets what was asked."""
EARLIER = re.compile(
    r"\b(?:al|reeds|toen|destijds|indertijd|eerder|eertijds|sindsdien|(?:bij|in|met|per|via"
    r"|door(?: middel van)?) (?:\w+ ){0,2}?\w*brie(?:f|ven)(?! en bijlagen)"
    r"|op \d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)|(?:\w+ )?vorige? (?:\w+ )?rapportages?)\b",
    re.IGNORECASE,
)
"""Words that put the deed before this letter."""
PROMISED_EARLIER = re.compile(
    r"\bzoals (?:\w+ ){0,3}(?:eerder|reeds|al) (?:\w+ ){0,3}(?:toegezegd|aangekondigd|gemeld"
    r"|aangegeven|afgesproken)",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:niet(?! alleen)|geen|nooit|noch|evenmin|onvoldoende|zonder|behoeft|hoeft)\b", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:zal|zullen|zult|zou|zouden|streef|streven|streeft|voornemens|verwacht(?!.*te hebben)"
    r"|verwachten|hoop(?!.*te hebben)|hopen|ernaar|beoog|(?<!als )volgt|volgen)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:in het (?:najaar|voorjaar|eerste|tweede|derde|vierde|vroege|late)|(?:voor|vóór|na"
    r"|tijdens) (?:het|de) (?:\w*reces|zomer|kerst)|(?:eind|begin|medio) \w+|uiterlijk"
    r"|binnen \w+ (?:weken|maanden|dagen|werkdagen)"
    r"|zo spoedig|spoedig|binnenkort|op korte termijn|volgend|komende?|zodra|te zijner tijd|jaarlijks"
    r"|periodiek|halfjaarlijks|voortaan|nog dit|dit najaar|dit voorjaar|deze zomer|terug|(?:volgende"
    r"|afzonderlijke|aparte|separate|latere|eerstvolgende) (?:\w+ )?\w*(?:brief|rapportage))\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:kan|kunnen|moet|moeten|dient|dienen|wil|willen|kon|konden)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:was|waren|werd|werden|had|hadden)\b", re.IGNORECASE)
AUXILIARY = re.compile(
    r"\b(?:is|zijn|wordt|worden|heb|hebben|heeft|acht|achten|beschouw\w*|te hebben|te zijn|ben)\b", re.IGNORECASE
)
GOVERNMENT = re.compile(
    r"\b(?:ik|wij|we|mijn|kabinet|regering|brief|minister\w*|staatssecretaris\w*|bewindsperso\w+"
    r"|ambtsvoorganger|ambtgenoot|Defensie|rapport\w*|bijlagen?|nota|overzicht|notitie"
    r"|reactie|hiermee|hierbij|daarmee|waarmee|Nederland|Rijk|demissionair)\b",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\baan (?:het|dat) (?:gevraagde|verzochte)\b|\b(?:hun|zijn|haar|die|deze|uw) (?:wens|vraag"
    r"|verzoek|oproep)\b|\b(?:hieraan|daaraan|waaraan)\b|\b(?:hier|daar)\b(?=[^;]*\b(?:gevolg|gehoor"
    r"|uitvoering|invulling|voldoe|opvolging|tegemoet)\b[^;]*\baan\b)|\b(?:hier"
    r"|daar)(?=[^;]*\baan (?:voldaan|voldoe|tegemoet))",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:deels|gedeeltelijk|ten dele|voor een deel|grotendeels|(?:eerste|tweede|derde|dat) (?:deel"
    r"|onderdeel))\b",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    r"\b(?:momenteel|op dit moment|thans|inmiddels)\b[^;]*\b(?:wordt|worden)\b|\b(?:wordt"
    r"|worden)\b[^;]*\b(?:momenteel|op dit moment)\b",
    re.IGNORECASE,
)
HOW = re.compile(r"\b(?:hoe|op welke (?:wijze|manier)|(?:wijze|manier) waarop)\b", re.IGNORECASE)
IN_ANOTHER = re.compile(
    r"\b(?:volgende|afzonderlijke|aparte|separate|latere|eerstvolgende|nadere) (?:\w+ )?\w*(?:brief"
    r"|rapportage|briefing)\b",
    re.IGNORECASE,
)
AGREEMENT = re.compile(
    r"\b(?:akkoord|convenant|sector|partijen|gemeenten|provincies|lidstaten|medeoverheden)\b|\b\w+akkoord\b",
    re.IGNORECASE,
)
OF = re.compile(
    r" (?:van|uit|door|op grond van) (?:de |het |een |diverse |verschillende |vele )?(?:vaste |algemene |tijdelijke )?"
    r"(?P<who>[\w-]+)"
)
"""Of whom a request is."""
OF_THE_READER = re.compile(
    r"\b(?:het|dit|dat|uw|beide|genoemde) (?:[a-z]+e )?(?:informatie|rappel)?(?:verzoek|oproep)", re.IGNORECASE
)
"""A request of nobody named: in a clause that points at the letter it is that of whom the letter is to."""
WISH_OF_OTHERS = re.compile(
    r"\b(?:verzoek(?:en)?|oproep|wens(?:en)?|rappel) (?:van|uit|door) (?:(?:het|de|mevrouw|uw|een) )?"
    r"(?:lid|leden|heer|heren|vaste|algemene|commissie|fractie\w*|[A-Z]\w+(?<!Kamer))\b"
)
"""A wish of a member or committee, which is no motion's."""
WHAT = {"toezegging": Discharged.COMMITMENT, "motie": Discharged.MOTION, "verzoek": Discharged.REQUEST}


def kind_of(word: str) -> Discharged:
    """Return what a word names: a commitment, a motion or a request."""
    small = word.casefold()
    if "motie" in small or small.startswith("dict"):
        return Discharged.MOTION
    if (
        small.startswith(
            (
                "wens",
                "oproep",
                "schriftelijk",
                "feitelijk",
                "inbreng",
                "lijst",
                "verzo",
                "informatie",
                "rappel",
                "vra",
                "gevraa",
                "gewenst",
                "het ",
                "kamervra",
                "commissievra",
            )
        )
        or "verzoek" in small
    ):
        return Discharged.REQUEST
    return Discharged.COMMITMENT
