"""Who said it, as each language names speakers and places its verb; and which language serves another."""

import pytest

from presskit.text.attribution import Placement, attributed, identified
from presskit.text.languages import fallbacks, primary


@pytest.mark.parametrize(
    ("language", "title", "name", "description", "wanted"),
    [
        ("en", "Dr.", "Ada Poe", "chair of the league", "Dr. Ada Poe, chair of the league"),
        ("en", "", "Ada Poe", "of the league", "Ada Poe of the league"),
        ("en", "", "Ada Poe", "(D-Wrenfield)", "Ada Poe (D-Wrenfield)"),
        ("fr", "", "Ada Poe", "d’Ici", "Ada Poe d’Ici"),
        ("vi", "bà", "Lan", "chủ tịch liên minh", "bà Lan, chủ tịch liên minh"),
        ("vi", "bà", "Lan", "của liên minh", "bà Lan của liên minh"),
        ("ar", "", "سلمى", "رئيسة الرابطة", "سلمى، رئيسة الرابطة"),
        ("zh-Hans", "主席", "王芳", "河岸联盟", "河岸联盟主席王芳"),
        ("zh-TW", "主席", "王芳", "", "主席王芳"),
        ("ja", "氏", "青木志保", "川の会代表", "川の会代表の青木志保氏"),
        ("ja", "氏", "青木志保", "川の会代表の", "川の会代表の青木志保氏"),
        ("ko", "대표", "김민수", "강변연대", "김민수 강변연대 대표"),
        ("hi", "डॉ.", "मीना वर्मा", "मंच की अध्यक्ष", "मंच की अध्यक्ष डॉ. मीना वर्मा"),
        ("en", "", "", "a neighbour", "a neighbour"),
        ("ja", "", "", "近所の人", "近所の人"),
        ("ar", "", "", "", ""),
    ],
)
def test_how_a_speaker_is_named(language: str, title: str, name: str, description: str, wanted: str) -> None:
    assert identified(title, name, description, language) == wanted


@pytest.mark.parametrize(
    ("language", "who", "verb", "placement", "more", "wanted"),
    [
        ("en", "Ada", "said", "end", {}, ("said Ada", "")),
        ("en", "Ada", "said", "lead", {}, ("Ada said", "")),
        ("en", "Ada", "said", "end", {"last": True}, ("Ada said", "")),
        ("en", "Ada, chair", "said", "lead", {"comma": True}, ("Ada, chair, said", "")),
        ("en", "Ada", "", "end", {}, ("Ada", "")),
        ("en", "", "said", "end", {}, ("", "")),
        ("vi", "bà Lan", "nói", "middle", {}, ("bà Lan nói", "")),
        ("ht", "Mari", "di", "end", {}, ("se sa Mari di", "")),
        ("ht", "Mari, prezidan", "di", "end", {"comma": True}, ("se sa Mari, prezidan, di", "")),
        ("ar", "سلمى", "قالت", "lead", {}, ("قالت سلمى", "")),
        ("ar", "سلمى", "قالت", "lead", {"last": True}, ("سلمى قالت", "")),
        ("zh", "王芳", "说", "end", {}, ("王芳说", "")),
        ("hi", "मीना", "कहा", "end", {}, ("मीना ने कहा", "")),
        ("ja", "王氏", "述べた", "end", {}, ("王氏は述べた", "")),
        ("ja", "王氏", "述べた", "lead", {}, ("王氏は", "述べた")),
        ("ko", "왕 대표", "말했다", "lead", {}, ("왕 대표는", "말했다")),
        ("ko", "이 국장", "말했다", "end", {}, ("이 국장은 말했다", "")),
        ("ko", "Ada", "말했다", "end", {}, ("Ada는 말했다", "")),
    ],
)
def test_where_the_verb_stands(
    language: str,
    who: str,
    verb: str,
    placement: Placement,
    more: dict[str, bool],
    wanted: tuple[str, str],
) -> None:
    assert attributed(who, verb, placement, language, **more) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh-TW", ("zh-tw", "zh-hant", "zh")),
        ("zh-HK", ("zh-hk", "zh-hant", "zh")),
        ("zh-Hant-HK", ("zh-hant-hk", "zh-hant", "zh")),
        ("zh-Hans-HK", ("zh-hans-hk", "zh-hans", "zh")),
        ("yue", ("zh-hant", "zh")),
        ("iw", ("he",)),
        ("es_MX", ("es-mx", "es")),
        ("", ("",)),
    ],
)
def test_which_language_serves_another(language: str, wanted: tuple[str, ...]) -> None:
    assert fallbacks(language) == wanted
    assert primary(language) == wanted[-1]
