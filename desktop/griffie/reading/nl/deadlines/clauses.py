"""The clause that a time phrase stands in, and whether its verb looks back or ahead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final


class Tense(Enum):
    """Where a clause looks."""

    AHEAD = "ahead"  # zal, wordt verwacht, is voornemens, te-infinitive of a promise or a request
    NOW = "now"  # plain present
    DONE = "done"  # heeft gedaan, is verschenen
    BACK = "back"  # was, had, werd, zou


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: its place in the letter's text."""

    start: int
    end: int


_FINITE: Final = (
    r"(?:zal|zullen|zult|zal|heb|heeft|hebben|is|zijn|ben|bent|wordt|worden|word|kan|kunnen|kunt|moet|moeten|wil"
    r"|willen|mag|mogen"
    r"|was|waren|had|hadden|werd|werden|kon|konden|moest|moesten|zou|zouden|stuur|sturen|stuurt|verwacht"
    r"|verwachten|streef|streeft"
    r"|streven|informeer|informeert|informeren|doe|doet|doen|kom|komt|komen|ga|gaat|gaan|zend|zendt|bied|biedt"
    r"|rapporteer|rapporteert"
    r"|bericht|laat|laten|treedt|treden|start|starten|geldt|gelden|ontvangt|ontvangen|volgt|volgen|dient|dienen"
    r"|blijft|blijven"
    r"|vindt|vinden|staat|staan|loopt|lopen|begint|maakt|geeft|neemt|brengt|houdt|meld|meldt|zeg|zegt|beoog"
    r"|beoogt|vraag|vraagt"
    r"|verzoek|verzoekt|verzoeken|publiceert|onderzoekt|levert|berichten|rapporteren|zenden|bieden|melden|stel"
    r"|stelt|werk|werkt|neem|nemen|leg|legt|breng|brengen"
    r"|verstrek|verstrekt|onderzoek|bezie|beziet|evalueer|evalueert|bespreek|bespreekt|eindigt|eindigen"
    r"|verstrijkt|verloopt|vervalt|opent|sluit|duurt|duren|koppel|verzorg|verzorgt|verzorgen|beslist|beslissen"
    r"|verschijnt|verschijnen|bereiken|bereikt|hecht|tracht|betreft|betreffen|weet|weten|werken|haal|haalt|spreek"
    r"|spreekt|spreken|hoop|hoopt|vond|vonden|kwam|kwamen|ging|gingen|stelde|stelden|bleek"
    r"|bleken|liet|lieten|gaf|gaven|deed|deden|nam|namen|stond|lag|liep)"
)
_ASIDE: Final = re.compile(r"\([^()]*\)?")
_CUT: Final = re.compile(
    r"[,;:()–«»“”\"]| - "
    r"|(?<=\s)(?<! ik )(?<! wij )(?<! we )dat(?=\s)"
    r"|(?<=\s)(?:omdat|zodat|waarna|waarbij|waarin|waarmee|waarover|waarop|waardoor|waarvoor|waarvan|waartoe"
    r"|terwijl|maar|want"
    r"|doordat|alsmede|aangezien|hoewel|evenals|nadat|voordat|tenzij)(?=\s)"
    rf"|(?<=\s)en (?=(?:ik|wij|we|u|hij|zij|die|daarna|vervolgens) |{_FINITE}\b)"
)
_PARTED: Final = (
    r"(?:aan|af|op|in|uit|toe|open|plaats|over|voor|terug|door|mee|vast|na|bij|weg)(?:gaat|komt|loopt|brengt|levert|stelt"
    r"|biedt|neemt|stuurt|zendt|vindt|legt|geeft|doet|treedt|houdt|maakt|sluit|rondt|krijgt|valt)"
)
"""Verbs in two parts at the end of a clause: "dat het loket op 1 juni opengaat"."""
_VERB: Final = re.compile(rf"(?<!te )(?<![\w-])(?:{_FINITE}|{_PARTED})(?![\w-])")
_BACK: Final = re.compile(
    r"(?<![\w-])(?:was|waren|had|hadden|werd|werden|kon|konden|moest|moesten|zou|zouden|wilde|wilden|mocht(?=en)"
    r"|mochten|ging|gingen|kwam|kwamen"
    r"|bleek|bleken|vond|vonden|plaatsvond|plaatsvonden|stelde|stelden|gaf|gaven|vroeg|vroegen|sprak|spraken|deed"
    r"|deden|liet|lieten"
    r"|schreef|schreven|nam|namen|begon|begonnen|liep|liepen|lag|lagen|stond|stonden|kreeg|kregen|hield|hielden"
    r"|bood|boden|zond|zonden"
    r"|riep|bracht|brachten|besloot|besloten wij|zei|zeiden|zegde|wees|bedroeg|bedroegen|daalde|daalden|steeg"
    r"|stegen|publiceerde|publiceerden"
    r"|oordeelde|verscheen|verschenen|trad|traden|constateerde|constateerden|meldde|meldden|kondigde|kondigden"
    r"|leverde|leverden"
    r"|startte|startten|ontving|ontvingen|bevestigde|bevestigden|ontstond|ontstonden|informeerde|informeerden"
    r"|stuurde|stuurden"
    r"|maakte|maakten|vertrok|vertrokken|voerde|voerden|presenteerde|presenteerden|ondertekende|ondertekenden"
    r"|diende|dienden|legde"
    r"|legden|werkte|werkten|beloofde|beloofden|verwachtte|verwachtten|streefde|streefden|wachtten|wachtte|keurde"
    r"|keurden|bezocht"
    r"|bezochten|opende|openden|sloot|sloten|bereikte|bereikten|verliep|verliepen|luidde|gold|golden|verzochten"
    r"|adviseerde|adviseerden"
    r"|rapporteerde|rapporteerden|organiseerde|organiseerden|vormde|vormden|woonde|woonden|telde|telden|overleed"
    r"|uitte|uitten)(?![\w-])"
)
_AUX: Final = re.compile(r"(?<!te )(?<![\w-])(?:heb|heeft|hebben|is|zijn|ben|bent)(?![\w-])")
_FUTURE: Final = re.compile(r"(?<![\w-])(?:zal|zullen|zult)(?![\w-])")
_MODAL_INFINITIVE: Final = re.compile(
    r"(?<![\w-])(?:zal|zullen|moet|moeten|kan|kunnen|dient|dienen|wordt|worden)(?![\w-])"
)
_PARTICIPLE: Final = re.compile(
    r"(?<![\w-])(?!gebied|geval|gebruik|gesprek|gebouw|gevolg|gericht|geld|gemeent|gezond|geweld|verband|verslag"
    r"|bestand)"
    r"(?:[a-z]{0,12}ge[a-z]{2,}(?:d|t|en)|(?:be|ver|ont|her|er|mis|onder|over|voor|door|aan|achter)[a-z]{2,}(?:d"
    r"|t)|[a-z]*(?:bo|zo|no|ko|lo)[a-z]*men"
    r"|[a-z]+eerd|ont(?:vangen|staan|worpen|heven|nomen)|ver(?:schenen|zonden|worpen|lopen|kregen|dwenen|streken"
    r"|wezen|worven|loren|trokken|noemen)"
    r"|be(?:schreven|sloten|gonnen|sproken|keken|vonden|wezen)|her(?:zien|schreven)|overe?engekomen|onder(?:nomen"
    r"|zocht|schreven))(?![\w-])"
)
_PLANNED: Final = re.compile(
    r"(?<![\w-])(?:streef|streeft|verwachten|beoog|beoogt|hoop|hopen|tracht|trachten|voornemens?|voorzien|gepland"
    r"|ingepland|beoogd|beoogde|gericht|planning|bedoeling|streven|streefdatum|verwachting"
    r"|verwacht|bereid|van plan|geagendeerd|inzet|doel|doelstelling|ambitie|wens|uitgesteld tot|verlengd tot"
    r"|verschoven naar"
    r"|opgeschort tot|noodzakelijk|nodig|van belang|mogelijk|gereed|klaar|beschikbaar|van kracht|werkzaam"
    r"|gehouden|verplicht|voornemen"
    r"|aan de orde|aan zet|bezig|in de gelegenheid|afgerond(?= (?:zal|zullen|moet)))(?![\w-])"
)
_ANNOUNCED: Final = re.compile(
    r"(?<![\w-])(?:toegezegd|aangekondigd|beloofd|afgesproken|besloten|verzocht|verzoekt|verzoek|verzoeken"
    r"|gevraagd|vraagt|vroeg|opgeroepen|gelast|gesommeerd|gemaand"
    r"|roept|verplicht|verbonden|laten weten|voorgenomen|voorgesteld|opgedragen|ingestemd|aangegeven|gemeld"
    r"|uitgenodigd|geadviseerd"
    r"|overeengekomen|bepaald|opdracht|kenbaar gemaakt|aangedrongen|gesteld|uitgesproken|voornemens?"
    r"|gecommitteerd|toezegging)(?![\w-])"
)
_TO_DO: Final = re.compile(r"(?<![\w-])(?:[a-z]*te [a-z]+(?:en|n)(?![\w-])|te (?:doen|gaan|zien|staan))")


def without_asides(text: str, start: int, end: int) -> str:
    """Return the text with what stands in round brackets within a sentence blanked, each character in its place."""
    if "(" not in text[start:end]:
        return text
    sentence = _ASIDE.sub(lambda found: " " * len(found[0]), text[start:end])
    return text[:start] + sentence + text[end:]


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """Return the clauses of a sentence of even text: cut at commas, marks, and words that open one."""
    cuts = [start, *(m.start() if m[0][0].isalpha() else m.end() for m in _CUT.finditer(text, start, end)), end]
    return [Clause(low, high) for low, high in pairwise(cuts) if text[low:high].strip()]


def clause_at(found: Sequence[Clause], at: int) -> int:
    """Return the index of the clause that holds a character."""
    return max((n for n, clause in enumerate(found) if clause.start <= at), default=0)


def with_verb(text: str, found: Sequence[Clause], index: int) -> str:
    """Return the words of a clause; where it has no finite verb, with the nearest before it that has one, or after."""
    words = _words(text, found[index])
    if has_verb(words):
        return words
    for before in range(index - 1, -1, -1):
        if text[found[before + 1].start - 1] in ";:":
            break  # what a semicolon divides has a verb of its own, if not one of ours
        near = _words(text, found[before])
        words = f"{near} {words}"
        if has_verb(near):
            return words
    for after in range(index + 1, len(found)):
        words = f"{words} {_words(text, found[after])}"
        if has_verb(words):
            return words
    return words


def has_verb(words: str) -> bool:
    """Tell whether a finite verb stands in the words."""
    return bool(_VERB.search(words) or _BACK.search(words))


def is_done_only(words: str) -> bool:
    """Tell whether the words hold a participle and no verb: "overgenomen op 29 juni"."""
    return bool(_PARTICIPLE.search(words))


def _words(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end].strip()


def tense_of(words: str, phrase_at: int = -1) -> Tense:
    """Return where a clause looks. `phrase_at` is where the time phrase stands in `words`, -1 where that is not known.

    "heeft toegezegd in september te komen" looks ahead: what is announced or asked is still to do.
    """
    announced = _ANNOUNCED.search(words)
    to_do = phrase_at >= 0 and announced and _TO_DO.search(words, phrase_at) and announced.start() < phrase_at
    if _FUTURE.search(words):
        return Tense.AHEAD
    if back := _BACK.search(words):
        if back[0] in ("zou", "zouden") and re.search(r"\b(?:willen|graag|gaarne)\b", words):
            return Tense.AHEAD
        return Tense.AHEAD if to_do and back[0] not in ("had", "hadden", "zou", "zouden") else Tense.BACK
    if _AUX.search(words):
        if _PLANNED.search(words) or to_do:
            return Tense.AHEAD
        if _PARTICIPLE.search(words) and not _MODAL_INFINITIVE.search(words):
            return Tense.DONE
    return Tense.AHEAD if _PLANNED.search(words) or to_do else Tense.NOW
