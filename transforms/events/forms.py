"""One form for the words that mean the same thing: 'Kiev' and 'Kyiv', 'nine' and '9', 'missiles' and 'missile'."""

from collections.abc import Iterable, Mapping

from transforms.claims.gazetteer import Flag, gazetteer
from transforms.claims.lexicon import by_language, table
from transforms.claims.particles import Ending, endings
from transforms.claims.place_names import folded

LONG = 4
"""Letters from which a word may have an ending to lose."""


@by_language
def _numbers() -> Mapping[str, str]:
    return {word: str(value) for word, value in table("numbers")["cardinals"].items()}


def forms(words: Iterable[str], known: Mapping[str, object]) -> dict[str, str]:
    """Word → its form, for those whose form is another. `words` in lower case; `known`: words of the background.

    A number word is its figure; a name that is nothing but a place's is the place's label, where that is one word; a
    plural is its singular, where that is known.
    """
    places, numbers = gazetteer(), _numbers()
    lost = endings(Ending.PLURAL) + endings(Ending.PARTICIPLE) + endings(Ending.GERUND)
    found = {}
    for word in words:
        if word in numbers:
            found[word] = numbers[word]
            continue
        name = folded(word) if places.flag_of(word) is None else word
        if places.flag_of(name) is Flag.PLACE:
            label = places.label[places.rows(name)[0]].lower()
            if " " not in label and label != word:
                found[word] = label
            continue
        for ending in lost:
            if len(word) >= LONG and word.endswith(ending) and word.removesuffix(ending) in known:
                found[word] = word.removesuffix(ending)
    return found
