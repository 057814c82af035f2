"""How a contract names a party and who acts for it: «именуемое в дальнейшем …, в лице директора …, действующей на
основании Устава». Genders follow from words that are given; where they do not tell, the form needs none."""

import re

from roadmap_desktop.model.russian import within

# Endings of participles by the noun that an institution's name begins with.
_NOUNS = {
    "учреждение": "ое",
    "предприятие": "ое",
    "школа": "ая",
    "гимназия": "ая",
    "организация": "ая",
    "лицей": "ый",
    "интернат": "ый",
    "центр": "ый",
    "комплекс": "ый",
    "филиал": "ый",
    "колледж": "ый",
    "техникум": "ый",
}
_SCHOOLS = frozenset({"СОШ", "ООШ", "НОШ"})
_POSTS = {
    "директор": "директора",
    "руководитель": "руководителя",
    "начальник": "начальника",
    "заведующий": "заведующего",
    "заведующая": "заведующей",
    "исполняющий": "исполняющего",
    "исполняющая": "исполняющей",
    "и.": "и.",
    "и.о.": "и.о.",
    "врио": "врио",
}


def party_words(name: str, called: str, post: str, head: str, genitive: str) -> str:
    """The party in the preamble: its full name, what it is called from there on, the post and name of who acts for it;
    ``genitive`` is that name as it stands after «в лице», empty where it is not known."""
    ending, shown = _ending(name), f"{within(post)} — {head}"
    post_after = _post_in_genitive(post)
    if ending and genitive and post_after:
        return f"{name}, именуем{ending} в дальнейшем «{called}», в лице {post_after} {_acting(genitive)}"
    if ending:
        acting = {"ое": "ее", "ая": "ая", "ый": "ий"}[ending]
        return (
            f"{name}, именуем{ending} в дальнейшем «{called}», действующ{acting} на основании Устава "
            f"({shown})"
        )
    return f"{name} (в дальнейшем — «{called}»; действует на основании Устава; {shown})"


def _ending(name: str) -> str:
    """The ending that agrees with the first noun of a name: «учреждение», an abbreviation that ends with it («МБОУ»),
    «СОШ»; empty for a name that begins with none."""
    for word in re.findall(r"[^\W\d_]+", name.partition("«")[0]) or re.findall(r"[^\W\d_]+", name):
        if word.lower() in _NOUNS:
            return _NOUNS[word.lower()]
        if word in _SCHOOLS:
            return "ая"
        if word.isupper() and len(word) > 1:
            return "ое" if word.endswith("У") else ""
    return ""


def _post_in_genitive(post: str) -> str:
    first, _, rest = post.partition(" ")
    declined = _POSTS.get(first.lower())
    return f"{declined} {rest}".rstrip() if declined else ""


def _acting(genitive: str) -> str:
    """«Образцовой Анны Андреевны, действующей на основании Устава»; of a name that does not tell, without the
    participle."""
    surname, *others = genitive.split()
    if any(word.endswith(("вны", "чны")) for word in others):
        acts = ", действующей"
    elif any(word.endswith("ича") for word in others):
        acts = ", действующего"
    elif surname.endswith(("ой", "ей")):
        acts = ", действующей"
    elif surname.endswith(("ова", "ева", "ёва", "ина", "ына", "ого", "его")):
        acts = ", действующего"
    else:
        acts = ""
    return f"{genitive}{acts} на основании Устава"
