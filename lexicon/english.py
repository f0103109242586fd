"""Base forms of English words, as the table's readers try them."""
import re

STOP = frozenset(
    """a an the of in on at to is was were are be been being do did does done what who whom whose when where which how why
    many much and or for by with from as that this these those it its his her their they he she than then there into has
    have had not can could would should will may might about after before during between if also both each other some any
    most more name named called term type kind one you i we us our your someone something somebody besides another""".split()
)
IRREGULAR = dict(
    x.split(":")
    for x in """was:be won:win began:begin begun:begin made:make held:hold took:take taken:take gave:give given:give
    wrote:write written:write led:lead left:leave lost:lose found:find built:build fought:fight died:die born:born said:say
    went:go came:come became:become saw:see seen:see knew:know known:know got:get met:meet sent:send paid:pay sold:sell
    told:tell children:child men:man women:woman people:people feet:foot teeth:tooth better:good best:good worst:bad
    chose:choose chosen:choose broke:break grew:grow grown:grow drew:draw fell:fall felt:feel kept:keep spent:spend
    spoke:speak taught:teach thought:think brought:bring bought:buy caught:catch""".split()
)


def lemmas(word: str) -> list[str]:
    """The word itself, then crude base forms."""
    forms = [word]
    if word in IRREGULAR:
        forms.append(IRREGULAR[word])
    if word.endswith("'s"):
        forms.append(word[:-2])
    if word.endswith(("ies", "ied")):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            forms += [stem, stem + "e"]
            if re.search(r"(.)\1$", stem):
                forms.append(stem[:-1])
    if word.endswith("ly"):
        forms.append(word[:-2])
    return forms
