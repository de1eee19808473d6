"""Quotations as paragraphs: three placements, the marks of each language, nothing changed in the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.quotation import Placement, bare, compose, places
from presskit.text.runs import Run, plain, rich

WORDS = "We will build it. It takes years. Nobody else will."
SAID = "said Ada Poe"


def composed(words: str, attribution: str, placement: str, language: str = "en-US", **more: object) -> str:
    """The paragraphs as plain text, a line each; "|" stands between paragraphs of words."""
    spoken = tuple(rich(each) for each in words.split("|"))
    result = compose(spoken, attribution, placement, language=language, **more)  # type: ignore[arg-type]
    return "\n".join(map(plain, result))


@pytest.mark.parametrize(
    ("words", "attribution", "placement", "more", "wanted"),
    [
        # The three placements.
        ("It won.", "Ada Poe said", "lead", {}, "Ada Poe said, “It won.”"),
        ("It won.", SAID, "end", {}, "“It won,” said Ada Poe."),
        (WORDS, SAID, "middle", {}, "“We will build it,” said Ada Poe. “It takes years. Nobody else will.”"),
        (WORDS, SAID, "middle", {"after": 2},
         "“We will build it. It takes years,” said Ada Poe. “Nobody else will.”"),
        # After more sentences than there are: at the end.
        (WORDS, SAID, "middle", {"after": 9},
         "“We will build it. It takes years. Nobody else will,” said Ada Poe."),
        ("It won.", SAID, "middle", {}, "“It won,” said Ada Poe."),
        # Within a sentence: a comma before and after.
        ("If we build it, they stay.", SAID, "middle", {"after": 0, "clause": 4},
         "“If we build it,” said Ada Poe, “they stay.”"),
        ("One. If we go they stay.", SAID, "middle", {"after": 1, "clause": 3},
         "“One. If we go,” said Ada Poe, “they stay.”"),
        # Questions and exclamations keep their marks.
        ("Who asked?", SAID, "end", {}, "“Who asked?” said Ada Poe."),
        ("We won!", SAID, "end", {}, "“We won!” said Ada Poe."),
        ("Who asked? I did.", "asked Ada Poe", "middle", {}, "“Who asked?” asked Ada Poe. “I did.”"),
        ("And then …", SAID, "end", {}, "“And then …” said Ada Poe."),
        # Abbreviations: neither do they end a sentence, nor do they lose their stop.
        ("The U.S. can wait. We cannot.", SAID, "middle", {},
         "“The U.S. can wait,” said Ada Poe. “We cannot.”"),
        ("Dr. Li knows. Ask her.", SAID, "middle", {}, "“Dr. Li knows,” said Ada Poe. “Ask her.”"),
        ("We live in the U.S.", SAID, "end", {}, "“We live in the U.S.,” said Ada Poe."),
        ("Come at 5 p.m.", SAID, "end", {}, "“Come at 5 p.m.,” said Ada Poe."),
        # An attribution that ends in a stop of its own gets no second one.
        ("It won.", "said Li Jr.", "end", {}, "“It won,” said Li Jr."),
        ("It won. Go.", "said Poe of Acme Inc.", "middle", {}, "“It won,” said Poe of Acme Inc. “Go.”"),
        # Running quotations: closing marks on the last paragraph alone.
        ("One.|Two.|Three.", SAID, "end", {}, "“One.\n“Two.\n“Three,” said Ada Poe."),
        ("One.|Two.", "Ada Poe said", "lead", {}, "Ada Poe said, “One.\n“Two.”"),
        ("One. Two.|Three.", SAID, "middle", {}, "“One,” said Ada Poe. “Two.\n“Three.”"),
        # A joint sets words and attribution as they are; a tail follows outside the marks.
        ("It won.", "Ada Poe", "lead", {"joint": ": "}, "Ada Poe: “It won.”"),
        ("It won", "Ada Poe", "end", {"joint": " – "}, "“It won” – Ada Poe"),
        ("It won.", SAID, "end", {"tail": rich("She left.")}, "“It won,” said Ada Poe. She left."),
        # Half-finished states.
        ("It won.", "", "end", {}, "“It won.”"),
        ("It won. Go.", "", "middle", {}, "“It won. Go.”"),
        ("", SAID, "end", {}, "said Ada Poe."),
        ("", "", "end", {}, ""),
        # Marks that the author typed are not doubled; inner ones stay.
        ("“It won.”", SAID, "end", {}, "“It won,” said Ada Poe."),
        ('"It won."', SAID, "end", {}, "“It won,” said Ada Poe."),
        ("They said ‘no’ twice.", SAID, "end", {}, "“They said ‘no’ twice,” said Ada Poe."),
    ],
)  # fmt: skip
def test_english(words: str, attribution: str, placement: str, more: dict[str, object], wanted: str) -> None:
    assert composed(words, attribution, placement, **more) == wanted


@pytest.mark.parametrize(
    ("language", "words", "attribution", "placement", "wanted"),
    [
        ("es-MX", "Ganamos.", "dijo Ana Ruiz", "end", "“Ganamos”, dijo Ana Ruiz."),
        ("es", "Ganamos. Fue hoy.", "dijo Ana", "middle", "“Ganamos”, dijo Ana. “Fue hoy”."),
        ("es", "Ganamos.", "Ana Ruiz dijo", "lead", "Ana Ruiz dijo: “Ganamos”."),
        ("es", "¿Quién?", "dijo Ana", "end", "“¿Quién?”, dijo Ana."),
        ("fr", "C’est gagné.", "a déclaré Ana", "end", "«\u00a0C’est gagné\u00a0», a déclaré Ana."),
        ("fr-CA", "C’est gagné.", "Ana a dit", "lead", "Ana a dit\u00a0: «\u00a0C’est gagné.\u00a0»"),
        ("zh-Hans", "我们赢了。", "王芳说", "end", "“我们赢了，”王芳说。"),
        ("zh-CN", "我们赢了。明天继续。", "王芳说", "middle", "“我们赢了，”王芳说。“明天继续。”"),
        ("zh-Hant", "我們贏了。", "王芳說", "lead", "王芳說：「我們贏了。」"),
        ("zh-TW", "我們贏了。", "王芳說", "end", "「我們贏了，」王芳說。"),
        ("ja", "勝った。", "王氏は述べた", "end", "「勝った」と王氏は述べた。"),
        ("ja", "誰が？", "王氏は尋ねた", "end", "「誰が？」と王氏は尋ねた。"),
        ("ja", "勝った。次へ進む。", "王氏は述べた", "middle", "「勝った」と王氏は述べた。「次へ進む。」"),
        ("ko", "이겼습니다.", "김민수 대표는 말했다", "end", "“이겼습니다”라고 김민수 대표는 말했다."),
        ("ru", "Да.", "сказала Анна", "end", "«Да»,\u00a0— сказала Анна."),
        ("ru", "Кто?", "спросила Анна", "end", "«Кто?»\u00a0— спросила Анна."),
        ("ru", "Да. Мы тут.", "сказала Анна", "middle", "«Да,\u00a0— сказала Анна.\u00a0— Мы тут»."),
        ("ru", "Да.", "Анна сказала", "lead", "Анна сказала: «Да»."),
        ("pt-BR", "Vencemos.", "disse Ana", "end", "“Vencemos”, disse Ana."),
        ("ht", "Nou genyen.", "se sa Mari di", "end", "“Nou genyen,” se sa Mari di."),
        ("vi", "Chúng tôi đã thắng.", "bà Lan nói", "end", "“Chúng tôi đã thắng”, bà Lan nói."),
        ("vi", "Chúng tôi đã thắng.", "Bà Lan nói", "lead", "Bà Lan nói: “Chúng tôi đã thắng.”"),
        ("ar", "لقد فزنا.", "قالت سلمى", "end", "«لقد فزنا»، قالت سلمى."),
        ("ar", "لقد فزنا.", "قالت سلمى", "lead", "قالت سلمى: «لقد فزنا.»"),
        ("he", "ניצחנו.", "אמרה נועה", "end", "”ניצחנו”, אמרה נועה."),
        ("hi", "हम जीत गए।", "मीना वर्मा ने कहा", "end", "“हम जीत गए,” मीना वर्मा ने कहा।"),
        ("hi", "हम जीत गए।", "मीना वर्मा ने कहा", "lead", "मीना वर्मा ने कहा, “हम जीत गए।”"),
        ("xx", "It won.", SAID, "end", "“It won,” said Ada Poe."),
    ],
)
def test_other_languages(language: str, words: str, attribution: str, placement: str, wanted: str) -> None:
    assert composed(words, attribution, placement, language) == wanted


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        ("ja", "勝った。", "王氏は「勝った」と述べた。"),
        ("ja", "勝った。|進む。", "王氏は「勝った。\n「進む」と述べた。"),
        ("ko", "이겼습니다.", "왕 대표는 “이겼습니다”라고 말했다."),
    ],
)
def test_a_verb_that_follows_what_was_said(language: str, words: str, wanted: str) -> None:
    who, verb = ("王氏は", "述べた") if language == "ja" else ("왕 대표는", "말했다")
    assert composed(words, who, "lead", language, verb=verb) == wanted


def test_emphasis_in_the_words_stays() -> None:
    words = ((Run("We "), Run("won", italic=True), Run(".")),)
    (paragraph,) = compose(words, SAID, "end", language="en")
    assert paragraph == (Run("“We "), Run("won", italic=True), Run(",” said Ada Poe."))


def test_bare_takes_one_enclosing_pair_alone() -> None:
    assert plain(bare(rich(" “Yes.” "))) == "Yes."
    assert plain(bare(rich("“Yes,” and “no”"))) == "“Yes,” and “no”"
    assert plain(bare(rich("“"))) == "“"
    assert bare(()) == ()


def test_places_are_the_sentences_of_all_paragraphs() -> None:
    assert places((rich("“One. Two.”"), rich("Three?"))) == ["One.", "Two.", "Three?"]


@given(
    st.lists(st.text("ab .?!“”’", max_size=20), min_size=1, max_size=3),
    st.sampled_from(["lead", "middle", "end"]),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(["en", "es", "fr", "zh", "zh-TW", "ja", "ko", "ru", "ar", "hi"]),
)
def test_no_letter_of_the_words_is_lost(
    words: list[str], placement: str, after: int, clause: int, language: str
) -> None:
    """Whatever the state: every letter arrives, in order; only marks, stops and spaces may differ."""
    found = composed("|".join(words), "X", placement, language, after=after, clause=clause)
    assert [each for each in found if each in "ab"] == [each for each in "".join(words) if each in "ab"]


@pytest.mark.parametrize(
    ("words", "placement", "wanted"),
    [
        ("We are Acme Inc.", "end", "“We are Acme Inc.,” said Jo."),
        ("She told me ‘no.’", "end", "“She told me ‘no,’” said Jo."),
        ("Well—", "end", "“Well—” said Jo."),
        ("I left the U.S. The law was bad.", "middle", "“I left the U.S.,” said Jo. “The law was bad.”"),
    ],
)
def test_stops_that_belong_to_a_word(words: str, placement: Placement, wanted: str) -> None:
    found = compose((rich(words),), "said Jo", placement, language="en")
    assert [plain(each) for each in found] == [wanted]


def test_a_stop_as_tail_joins_the_mark() -> None:
    found = compose((rich("go downhill"),), "Jo said they", "lead", language="en", joint=" ", tail=rich("."))
    assert [plain(each) for each in found] == ["Jo said they “go downhill”."]
