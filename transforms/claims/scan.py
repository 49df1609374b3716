"""Which texts are read at all: flat alternations over the words of the lexicon, run in Polars' own engine.

ASCII word boundaries keep that engine on its fast path: with Unicode ones the same scan takes a hundred times as long.
"""

from enum import StrEnum

import polars as pl

from transforms.claims.accounts import AttackWord
from transforms.claims.carried import CarryWord
from transforms.claims.causes import MECHANISMS
from transforms.claims.described import REACH, introductions, pronouns, uncounted
from transforms.claims.lexicon import any_word, by_language, table, words_by_key
from transforms.claims.ontology import WORDS, ontology, turned
from transforms.claims.particles import INDEFINITE, Ending, endings
from transforms.claims.people import Population
from transforms.claims.perpetrators import Suspicion
from transforms.claims.tokens import GAP
from transforms.claims.triggers import words
from transforms.claims.weapons import WEAPONS, WeaponWord

CARRIED = (CarryWord.CUE, CarryWord.FIGURE, CarryWord.OLDER)
"""Lists whose words stand directly before their figure."""


class ScanWord(StrEnum):
    """The lists of scan.toml."""

    COMMON = "common"
    HARM = "harm"
    ATTACK = "attack"
    FIGURE = "figure"
    NOBODY = "nobody"
    BEFORE_FIGURE = "before_figure"


def _head(phrase: str) -> str:
    """The word of a phrase that says most: the longest, of equals the last."""
    return max(reversed(phrase.replace(GAP, " ").split()), key=len)


@by_language
def harm_pattern() -> str:
    """Words of harm and counted weapons."""
    scan = words_by_key("scan", ScanWord)
    weapons = words_by_key("weapons", WeaponWord)
    heads = {_head(word) for word in words()} | {word for kind in WEAPONS for word in weapons[kind]}
    return any_word((heads - set(scan[ScanWord.COMMON])) | set(scan[ScanWord.HARM]))


@by_language
def attack_pattern() -> str:
    """Words of attack, of causes and of blame."""
    scan = words_by_key("scan", ScanWord)
    attacks = words_by_key("attacks", AttackWord, unique=False)
    kinds = (AttackWord.NOUN, AttackWord.ACTIVE, AttackWord.PASSIVE, AttackWord.CLAIMED, AttackWord.DENIED)
    heads = {_head(word) for kind in kinds for word in attacks[kind]}
    causes = table("causes")
    told = {
        word
        for node, words in causes.items()
        if {"missile_strike", *MECHANISMS} & {node, *ontology().ancestors(node)}
        for word in words
    }
    signs = any_word((heads - set(scan[ScanWord.COMMON])).union(scan[ScanWord.ATTACK]))
    return rf"(?:{signs}|{any_word(told, endings(Ending.NOUN_PLURAL))})"


@by_language
def figure_patterns() -> tuple[str, str]:
    """Digits, number words, vague words and zeros; and people told of without any: 'a 17-year-old boy'."""
    numbers = table("numbers")
    lists = [numbers[k] for k in ("cardinals", "collectives", "multipliers", "vague")]
    singles = {w.split()[-1] for found in lists for w in found} | {w.split()[0] for w in numbers["none"]["words"]}
    people = {word for found in words_by_key("people", Population).values() for word in found}
    unnumbered = {word for word in people if word.endswith(uncounted())} | pronouns()
    described = rf"{any_word(introductions())}\s+(?:\S+\s+){{0,{REACH - 1}}}{any_word(people)}"
    listed = words_by_key("scan", ScanWord)[ScanWord.FIGURE]
    return rf"\d|{any_word((singles - INDEFINITE()).union(listed, unnumbered))}", described


@by_language
def name_pattern() -> str:
    """Names of things that are hit, of doers and of causes: an account needs one."""
    names = {w for name in (n for found in WORDS.values() for n in found) for w in _flat(name)}
    forms = {form for name in names for form in turned(name)}
    suspects = {
        w.replace(" ,", ",").rstrip(",") for found in words_by_key("suspicion", Suspicion).values() for w in found
    }
    nobody = words_by_key("scan", ScanWord)[ScanWord.NOBODY]
    return any_word(names.union(forms, suspects, nobody), endings(Ending.NOUN_PLURAL))


@by_language
def _number() -> str:
    numbers = table("numbers")
    words = [w for k in ("cardinals", "collectives", "multipliers") for w in numbers[k] if " " not in w]
    return rf"(?:\d|{any_word(words)})"


@by_language
def carry_pattern() -> str:
    """A figure directly behind words by which one goes on with what was counted."""
    hedges = [w for entry in table("hedges").values() for w in entry["before"]]
    lists = words_by_key("carried", CarryWord, unique=False)
    cues = any_word(w for kind in CARRIED for w in lists[kind])
    between = any_word((*hedges, *words_by_key("scan", ScanWord)[ScanWord.BEFORE_FIGURE]))
    return rf"{cues}\s+(?:{between}\s+)?{_number()}"


@by_language
def division_patterns() -> tuple[str, str]:
    """Words that divide what was counted; and the same with a figure behind them."""
    lists = words_by_key("carried", CarryWord, unique=False)
    divides = any_word(w for kind in CarryWord if kind not in CARRIED for w in lists[kind])
    return divides, rf"{divides}.{{0,60}}{_number()}"


def _flat(name: str) -> list[str]:
    return [word for found in table(name).values() for word in found]


def _all(texts: pl.Series, *patterns: str, among: pl.Series | None = None) -> pl.Series:
    """Where every pattern matches; each is asked only of the texts that the ones before it left, from `among` on."""
    if among is None:
        among, patterns = texts.str.contains(patterns[0]), patterns[1:]
    for pattern in patterns:
        at = among.arg_true()
        among = among.scatter(at, texts.gather(at).str.contains(pattern))
    return among


def _any(texts: pl.Series, *patterns: str) -> pl.Series:
    """Where a pattern matches; each is asked only of the texts in which the ones before it found nothing."""
    found = texts.str.contains(patterns[0])
    for pattern in patterns[1:]:
        at = (~found).arg_true()
        found = found.scatter(at, texts.gather(at).str.contains(pattern))
    return found


def states_harm(texts: pl.Series) -> pl.Series:
    """True where a text may state a figure of harm or weapons."""
    found = texts.str.contains(harm_pattern())
    at = found.arg_true()
    return found.scatter(at, _any(texts.gather(at), *figure_patterns()))


def states_harm_in_headline(texts: pl.Series) -> pl.Series:
    """The same for headlines, where 'Woman killed' counts one without a figure or an article."""
    return texts.str.contains(harm_pattern())


def carries(texts: pl.Series) -> pl.Series:
    """True where a figure may go on with what was counted before; of use only where something was."""
    return texts.str.contains(carry_pattern()) | _all(texts, *division_patterns())


def tells_attack(texts: pl.Series) -> pl.Series:
    """True where a text may tell of an attack or a cause."""
    return texts.str.contains(attack_pattern())


@by_language
def killing_pattern() -> str:
    """Verbs of harm whose subject did it."""
    return any_word(words_by_key("attacks", AttackWord, unique=False)[AttackWord.HARMED])


def tells_account(texts: pl.Series) -> pl.Series:
    """True where a text may tell of an attack or a cause, or say who harmed somebody."""
    return tells_attack(texts) | texts.str.contains(killing_pattern())


def names_party(texts: pl.Series, among: pl.Series | None = None) -> pl.Series:
    """True where a text (of those of `among`) names something that can be hit, a doer or a cause; dear."""
    return _all(texts, name_pattern(), among=among)
