"""What is no promise although it has the words of one: the past, this very letter, others, refusals, rules, quotations."""

import re
from typing import Final

from griffie.domain.reading import Extent
from griffie.reading.nl.commitments.rule import DATED, Hit, Rule
from griffie.reading.nl.commitments.words import CHAMBER, FIRST, GOVERNMENT, one_of
from griffie.reading.text import LetterText, ParagraphKind, Sentence

_QUOTED: Final = re.compile(r"«[^»]{2,600}»|“[^”]{12,600}”|‘[^’]{25,600}’(?!\w)|\"[^\"]{12,600}\"")
_ELSEWHERE: Final = re.compile(one_of("dan|volgende|memorie|later|die u|najaar|voorjaar|halfjaarbericht|jaarverslag"))
_MEETING: Final = re.compile(
    r"\b[\w-]*(?:debat|overleg|vergadering|behandeling)\b[^,;]{0,60}?(?:\bvan|\bop|\bd\.d\.) \d{1,2} [a-z]+(?: \d{4})?(?: a\.s\.| jl\.)?|\bin aanloop naar\b[^,;]*|\bvoor(?:afgaand aan| het| de)\b[^,;]*debat"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,300}\)")
_NOW: Final = re.compile(
    one_of(
        r"hierbij|bij (?:deze|dezen)|met deze brief|in deze (?:\w+)?brief|middels deze brief|met (?:dit|deze) (?:schrijven|bericht)|in dit schrijven|bijgaand"
        r"|bijgaande|bijgesloten|bijgevoegd|bijgevoegde|onderstaand|hieronder|onderstaande|in het navolgende|in het hiernavolgende|in het onderstaande|hierna|hiermee"
        r"|(?:in|als|met|via) (?:de )?bijlagen?(?: \d| i+)?|deze (?:\w+)?brief|in de (?:bijgevoegde|aangehechte)|aangehecht|door middel van deze"
        r"|in (?:paragraaf|hoofdstuk|onderdeel) \d[\d.]*|achtereenvolgens|in het vervolg van deze|als volgt|het volgende|mede namens|over (?:een aantal|verschillende|diverse|enkele|meerdere|twee|drie|vier|vijf) (?:\w+ )?(?:onderwerpen|zaken|punten|moties|toezeggingen)"
    )
)
_ANNEX: Final = re.compile(one_of(r"als bijlage|in (?:de )?bijlage(?: \d)?"))
_DATED: Final = re.compile(
    DATED
    + "|"
    + one_of(
        "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|reces|prinsjesdag|einde? van (?:het|dit) jaar"
    )
)
_USUALLY: Final = re.compile(one_of("gewoonlijk|doorgaans|in de regel|normaliter|normaal gesproken"))
_REFUSES: Final = re.compile(
    one_of(r"zie (?:ik|af)|zien wij (?:geen|af)|geen aanleiding|geen noodzaak|kan ik niet|kunnen wij niet|niet bereid|niet voornemens|zal ik niet|zullen wij niet(?! aarzelen| nalaten)"
           r"|ben ik niet|zijn wij niet|ik niet|wij niet|niet (?:toe)?zeggen|ontraad|niet (?:goed |langer )?(?:mogelijk|haalbaar|gelukt)")
)  # fmt: skip
_NOT_REFUSED: Final = re.compile(one_of(r"niet (?:aarzelen|nalaten|eerder dan|later dan|alleen)"))
_NEGATED: Final = re.compile(r"[^,;:]*\bniet\b(?! (?:aarzelen|nalaten|eerder|later|alleen))")
_RULE: Final = re.compile(
    one_of(
        r"op grond van|ingevolge|krachtens|volgens (?:de|het|artikel|dat|die)|conform artikel|schrijft voor|bepaalt dat|regelt dat|is geregeld|is bepaald"
        r"|is vastgelegd|artikel \d[\d.:]*|verordening|wettelijk|dient te|moet|moeten"
    )
)
_HEARSAY: Final = re.compile(
    one_of(
        r"(?:heeft|hebben|had|hadden)(?: [\w’-]+){0,6} (?:toegezegd|beloofd|aangekondigd|laten weten|afgesproken|gevraagd|verzocht|voorgesteld|aangegeven)"
        r"|zo (?:is|laat|laten|vermeldt|blijkt)|naar eigen zeggen"
    )
)
_ASKED: Final = re.compile(
    one_of(
        r"verzoekt|verzoeken|verzocht|vraagt|vragen|vroeg|roept op|luidt|spreekt uit|dictum|constaterende|overwegende"
    )
)
_MEMBERS_ASK: Final = re.compile(
    r"\b(?:leden|lid|fracties?)\b[^,;]{0,80}\b(?:vragen|vraagt|vroeg|vroegen)\b[^,;]{0,30}\b(?:wanneer|of|hoe|op welk\w*|waarom)\b"
)
_BY_OTHER: Final = re.compile(
    r"(?<![\w-])door\s+(?!mij\b|ons\b|uw kamer\b|middel\b|het ministerie\b|mijn\b|onze\b|(?:de|het)\s+(?:minister|staatssecretari|bewindspers|kabinet|regering))(?:de|het|een|\w)"
)
_BY: Final = re.compile(r"(?<![\w-])door\s+")
_OURS: Final = re.compile(rf"(?<![\w-])door\s+(?:mij|ons|mijzelf|{GOVERNMENT})")
_PAST: Final = re.compile(one_of("heb|hebben|heeft|had|hadden|is|zijn|was|waren|werd|werden|ben"))
_EXPOUNDS: Final = re.compile(
    one_of(
        r"schetsen|schets|beschrijven|uiteenzetten|uiteen te zetten|toelichten|stilstaan|behandelen|opsommen|samenvatten|herhalen|uit de doeken doen|volstaan|beperken"
    )
)
_EFFORT: Final = re.compile(
    one_of(r"(?:mij|ons|zich)")
    + r"[^;:]*"
    + one_of("inzetten|in te zetten|inspannen|in te spannen|hard maken|sterk maken")
)
"""Efforts are policy, no promise of a deed: "Ik zal mij daarvoor blijven inzetten"."""
_GOES_INTO: Final = re.compile(one_of("ingaan"))
RESTATED: Final = re.compile(
    one_of(
        r"(?:zoals|conform)(?: [\w’-]+){0,8} (?:toegezegd|aangegeven|gemeld|aangekondigd|toezegging|afgesproken|beloofd|bericht)|eerder toegezegd"
    )
)
CONDITIONAL: Final = re.compile(
    r"^(?:mocht|mochten|indien|als|wanneer|desgewenst|zo nodig|ingeval|voor zover)\b|\b(?:indien nodig|desgewenst|als (?:de|uw) (?:commissie|kamer) dat)\b"
)
OTHER_MINISTER: Final = re.compile(
    r"(?:[Mm]inister|[Ss]taatssecretaris)(?: (?:van|voor) [A-ZÀ-Þ][\w’-]*(?:(?:, | en |, en )[A-ZÀ-Þ][\w’-]*)*)?"
)
_WAS: Final = re.compile(one_of("was|waren|had|hadden|werd|werden"))
_ITEM_MARK: Final = re.compile(r"^(?:[-–—•·▪●○*]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)")


def masked(words: str) -> str:
    """Return a sentence in small letters with what it quotes and brackets blanked; places stay as they are."""
    text = words.casefold() if len(words.casefold()) == len(words) else words.lower()
    for pattern in (_QUOTED, _BRACKETS):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text.replace("\u00a0", " ").replace("\u2009", " ")


def trimmed(letter: LetterText, sentence: Sentence) -> Extent:
    """Return the extent of a sentence without the mark of its list item."""
    mark = _ITEM_MARK.match(letter.words(sentence))
    return Extent(sentence.start + (mark.end() if mark else 0), sentence.end)


def is_no_promise(letter: LetterText, sentence: Sentence, text: str) -> bool:
    """Tell whether a whole sentence is out: a question, a request of others, what is usual."""
    words = letter.words(sentence).rstrip()
    return words.endswith("?") or bool(_USUALLY.search(text))


def says_more(text: str) -> bool:
    """Tell whether a sentence that meets something promises more: the deadline in it is still to come."""
    return bool(_DATED.search(text) or re.search(one_of("zal|zullen|streef|streven|voornemens"), text))


def allows(letter: LetterText, sentence: Sentence, text: str, rule: Rule, hit: Hit) -> bool:
    """Tell whether a match of a rule is a promise in its surroundings."""
    clause = _clause(text, hit)
    if rule.name == "first_will" and (_EXPOUNDS.search(clause) or _EFFORT.search(clause)):
        return False
    if rule.name == "first_will" and _GOES_INTO.search(clause) and not _MOMENT.search(text):
        return False
    if rule.name not in ("promise", "asks_other") and _is_now(text, clause, rule, hit):
        return False
    if rule.name != "talks" and _would(text, hit):
        return False
    if _REFUSES.search(clause) and not _NOT_REFUSED.search(clause):
        return False
    checks = {
        "passive": _passive_ok,
        "passive_deed": _passive_deed_ok,
        "receipt": _receipt_ok,
        "follows": _follows_ok,
        "first_present": _first_present_ok,
        "first_will": _first_will_ok,
        "wants": _first_present_ok,
        "government_will": _told_ok,
        "government_present": _present_ok,
        "has_done": _done_ok,
        "later_letter": _later_ok,
        "talks": _talks_ok,
        "intention": _intention_ok,
    }
    check = checks.get(rule.name)
    return check is None or check(letter, sentence, text, hit)


def _would(text: str, hit: Hit) -> bool:
    """Tell whether "zou" governs what was found: a plan of the past, what others asked for."""
    begin = max(text.rfind(mark, 0, hit.start) for mark in (";", ":", ", "))
    return bool(re.search(one_of("zou|zouden"), text[begin + 1 : hit.end]))


def _is_now(text: str, clause: str, rule: Rule, hit: Hit) -> bool:
    """Tell whether the letter itself does what it says: "hierbij ontvangt u"; a moment to come tells otherwise."""
    begin = max(text.rfind(mark, 0, hit.start + 1) for mark in (",", ";", ":", " en ", " dat "))
    ends = [at for mark in ",;:" if (at := text.find(mark, hit.end)) >= 0]
    end = min(ends, default=len(text))
    if _NOW.search(text, begin + 1, end) and not (_ANNEX.search(text, begin + 1, end) and _DATED.search(clause)):
        return True
    return bool(_NOW.search(clause)) and rule.name.endswith("present") and not _MOMENT.search(clause)


def _clause(text: str, hit: Hit) -> str:
    """Return the match with the part of the sentence that it belongs to."""
    begin = max(text.rfind(mark, 0, hit.start) for mark in (";", ":"))
    ends = [at for mark in (";", ":") if (at := text.find(mark, hit.end)) >= 0]
    return text[begin + 1 : min(ends, default=len(text))]


def _passive_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if _ASKED.search(text, 0, hit.end):
        return False
    if (
        _RULE.search(text)
        and not re.search(FIRST, text)
        and not (re.search(one_of("u|uw kamer"), hit.words) and _MOMENT.search(text))
    ):
        return False
    return not (_BY.search(hit.words) and _BY_OTHER.search(hit.words) and not _OURS.search(hit.words))


def _passive_deed_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if _RULE.search(text) or _ASKED.search(text, 0, hit.end) or _HEARSAY.search(text):
        return False
    return not (_BY.search(text) and _BY_OTHER.search(text) and not _OURS.search(text))


def _receipt_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if re.search(one_of("wanneer") + r"\s*$", text[: hit.start]) or text.startswith("dit is"):
        return False
    if _MEMBERS_ASK.search(text, 0, hit.start):
        return False
    usual = re.search(one_of("zoals gebruikelijk"), text) and not re.search(one_of("blijft"), hit.words)
    return not usual and not re.search(one_of("heeft|hebt|hebben|hebt u"), hit.words)


def _follows_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    """Tell whether "volgt" has a moment: "een reactie volgt nog voor het kerstreces", not "hieruit volgt dat"."""
    if re.search(r"volgt (?:dat|uit|op (?!korte|zo|een later))|hieruit volgt|hieronder", text) or _WAS.search(text):
        return False
    return bool(_MOMENT.search(text))


def _first_present_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if hit.words.endswith("in op") and not _ELSEWHERE.search(text):
        return False  # "ga ik in op" tells what the letter does, unless another paper is meant
    if re.search(one_of("heb|hebben") + r"\s+(?:ik|wij|we)", text[max(0, hit.start - 8) : hit.end]):
        return False
    if re.search(r"(?:kan|kunnen) (?:ik|wij|we)|(?:ik|wij|we) (?:kan|kunnen)", hit.words) and re.search(
        r"\b(?:dat|:)\b", text[hit.end : hit.end + 8]
    ):
        return False
    if not opens(letter, sentence) or CONDITIONAL.search(text):
        return True
    return bool(_MOMENT.search(_MEETING.sub(" ", text)))


def opens(letter: LetterText, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in the opening, where the present tense tells what the letter itself does."""
    texts = [n for n, p in enumerate(letter.paragraphs) if p.kind in (ParagraphKind.TEXT, ParagraphKind.HEADING)]
    opening: list[int] = []
    for number in texts:
        if letter.paragraphs[number].kind is ParagraphKind.HEADING and opening:
            break
        opening.append(number)
    return sentence.paragraph in opening[:2]


def _present_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if re.search(one_of("heeft|hebben|had|hadden"), text[max(0, hit.start - 12) : hit.end]):
        return False
    return _told_ok(letter, sentence, text, hit) and _first_present_ok(letter, sentence, text, hit)


def _talks_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    """Talks are promised for a moment to come, or go on; the present tense alone tells of now."""
    if re.match(r"(?:be)?(?:spreek|spreken|organiseer|overleg)", hit.words) or re.search(
        r"(?:ik|wij) (?:be)?(?:spreek|organiseer|overleg)", hit.words
    ):
        return bool(
            _DATED.search(text)
            or re.search(one_of("binnenkort|spoedig|op korte termijn|volgende week|na de zomer|deze maand"), text)
        )
    return True


def _later_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    return not _PAST.search(text) and not _ASKED.search(text)


def _done_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    """Tell "ik laat onderzoeken" from "heb ik laten onderzoeken"."""
    return not re.search(one_of("heb|hebben|heeft|had|hadden"), text[max(0, hit.start - 20) : hit.end])


def _first_will_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if _NEGATED.match(text[hit.start :]):
        return False
    can = re.search(r"(?:kan|kunnen) (?:ik|wij|we)|(?:ik|wij|we) (?:kan|kunnen)", hit.words)
    if can and (re.match(r"\W*dat\b", text[hit.end :]) or not _MOMENT.search(text)):
        return False
    return not (hit.words.startswith(("en", "maar", "doch")) and _third_before(text, hit.start))


def _third_before(text: str, at: int) -> bool:
    """Tell whether the last subject before a place is neither of those who sign nor of the government."""
    firsts = [m.start() for m in re.finditer(f"{FIRST}|{GOVERNMENT}", text[:at])]
    return not firsts


def _told_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    if _ASKED.search(text, 0, hit.end):
        return False
    if _NEGATED.match(text[hit.start :]):
        return False
    if re.search(one_of("volgens de|op grond van|ingevolge|krachtens"), text) and not re.search(FIRST, text):
        return False
    return not (_RULE.search(text) and not re.search(CHAMBER, text))


def _intention_ok(letter: LetterText, sentence: Sentence, text: str, hit: Hit) -> bool:
    return True


_MOMENT: Final = re.compile(
    one_of(
        r"voor|vóór|na|binnen|uiterlijk|medio|begin|eind|eerste|tweede|derde|vierde|kwartaal|najaar|voorjaar|zomer|winter|reces|spoedig|termijn|binnenkort"
        r"|zodra|volgende|komende?|aanstaande|a\.s\.?|te zijner tijd|later|dit jaar|deze maand|januari|februari|maart|april|mei|juni|juli|augustus|september"
        r"|oktober|november|december|prinsjesdag|nog|separaat|afzonderlijk|jaarlijks|halfjaarlijks|regelmatig|periodiek|eerdaags|tijdig|bij gelegenheid|over (?:een|twee|drie|vier|zes|enkele) \w+|in de loop van|20\d\d|begrotingsbehandeling"
    )
)
