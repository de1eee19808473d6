"""How people are reached: telephone numbers and addresses in a text, and the contacts that they make up."""

import re
from collections.abc import Iterable

from msgspec import Struct

from presskit.intake.lexicon import Lexicon

# RFC 5322 leaves more open than anybody prints; "[email protected]" is what some sites print instead.
EMAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}|\[email\s*protected\]", re.I
)
_VANITY = r"\b1-8\d\d-[A-Z0-9-]{7,12}(?:\s*\([\d-]{7,9}\))?"
_PLAIN = r"(?<![\w.@/:=-])\+?\(?\d[\d\s()./\u00a0\u2010-\u2014-]{6,22}\d(?![\w@])"
PHONE = re.compile(rf"{_VANITY}|{_PLAIN}")
URL = re.compile(r"(?:https?://|www\.)\S+|(?<![\w-])[\w-]{1,63}\.(?:org|com|net|edu|gov)\b(?:/\S*)?", re.I)
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-ÞА-ЯĀ-Ž][\w’'.-]*|de|del|la|van|von|der|bin|al|el|di|da|dos|du|le|ben|ter)"
    r"[ \u00a0]+){1,4}[A-ZÀ-ÖØ-ÞА-ЯĀ-Ž][\w’'-]+"
)
_PARTS = re.compile(r"[|;,，、\t•·]|\s[-–—/]\s|\s{2,}|(?<=\w)(?::\s|：)|\s\(")
_SENDER = re.compile(r"(?P<body>[^:,|\d@]{3,60}):\s+(?P<name>[^:,|(\d@\t]{3,50}?)(?=\s*[,|(\d@\t]|$)")
_CELLS = re.compile(r"\t+|\s{3,}")
# What stands before a number or an address where no case tells letters from names.
_EASTERN = (
    r"電話(?:番号)?|携帯|メール(?:アドレス)?|電子メール|住所|電子郵件|電郵|电话|手机|传真|傳真|邮箱|邮件|电子邮件|微信|地址"
    r"|전화|휴대폰|팩스|이메일|메일|тел(?:ефон)?|моб(?:ильный)?|факс|(?:эл\.?\s*)?почта|сайт"
    r"|هاتف|الهاتف|جوال|البريد(?:\s+الإلكتروني)?|בריד|טל(?:פון)?|נייד|פקס|דוא[\"״]?ל|אימייל"
)
LINE = re.compile(
    r"[*_\s]*(?:tel|telephone|phone|mobile|cell|fax|e-?mail|web(?:site)?|twitter|x|facebook|instagram|address|"
    r"tél(?:éphone)?|teléfono|correo|site|sitio|telefon|telefone|adresse|dirección"
    rf"|{_EASTERN})\b\.?\s*[:：]",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:(?:tel|telephone|phone|mobile|mob|cell|fax|office|direct|work|e-?mail|mail|email|web(?:site)?|twitter|"
    r"tél(?:éphone)?|teléfono|móvil|correo|courriel|telefon|telefone|celular|"
    rf"{_EASTERN}|m|t|p|e|f|w|c)\b\.?\s*[:：]?\s*)+$",
    re.I,
)


class Reach(Struct, frozen=True):
    """Somebody to contact, as printed: each field what was found, or nothing."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    def known(self) -> set[str]:
        """What makes it the same contact as another: numbers and addresses in plain letters."""
        return {re.sub(r"\D", "", each)[-7:] for each in self.phones} | {each.lower() for each in self.emails}


def phones(text: str, lexicon: Lexicon) -> list[str]:
    """The telephone numbers of a text, as printed (ITU-T E.164: at most 15 digits)."""
    found = []
    dates = [each.span() for each in lexicon.date.finditer(text)] if len(text) < 2_000 else []
    for each in PHONE.finditer(text):
        number = each[0].strip(" .-–—/")
        digits = sum(letter.isdigit() for letter in number)
        if not 7 <= digits <= 15 or re.fullmatch(r"(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)?\d\d", number):
            continue
        if re.fullmatch(r"\d{5}-\d{4}", number):  # a ZIP code
            continue
        if any(start < each.end() and each.start() < end for start, end in dates):
            continue
        if digits > 11 and not number.startswith(("+", "00")):
            number = re.split(r"\s{2,}|\s[/–—]\s", number)[0]
        found.append(number.removesuffix("(").strip())
    return found


def has_reach(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a number or an address to reach somebody at."""
    if ("@" in text or "[email" in text.lower()) and EMAIL.search(text):
        return True
    return any(letter.isdigit() for letter in text) and bool(phones(text, lexicon))


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a short text reads like the name of a person."""
    text = text.strip(" .:*_-–—")
    if lexicon.language in ("zh", "ja", "ko", "ar", "he"):
        return 0 < len(text.split()) <= 4 and len(text) <= 30 and not lexicon.org.search(text)
    words = text.split()
    if not 2 <= len(words) <= 5 or any(letter.isdigit() for letter in text):
        return False
    if words[-1].lower() in lexicon.titles:  # "Public Information Officer"
        return False
    shown = text.title() if text.isupper() else text
    return bool(_NAME.fullmatch(shown)) and not lexicon.org.search(text) and not lexicon.label.search(text)


def contacts(lines: Iterable[str], lexicon: Lexicon) -> list[Reach]:
    """The contacts that lines tell of, in order: a new one where a name, or a second way to reach, comes."""
    found: list[dict[str, list[str]]] = []
    for line in _by_column(list(lines), lexicon):
        for part in _people(line, lexicon):
            _add(part, found, lexicon)
    made: list[Reach] = []
    for each in found:
        reach = Reach(
            name=" ".join(each["name"][:1]),
            role=", ".join(each["role"][:1]),
            organisation=", ".join(each["organisation"][:1]),
            phones=tuple(dict.fromkeys(each["phones"])),
            emails=tuple(dict.fromkeys(each["emails"])),
            other=tuple(dict.fromkeys(each["other"])),
        )
        if not (reach.phones or reach.emails):
            continue
        for number, other in enumerate(made):
            if (reach.name and reach.name.lower() == other.name.lower()) or reach.known() & other.known():
                made[number] = _joined(other, reach)
                break
        else:
            made.append(reach)
    return made


def _people(line: str, lexicon: Lexicon) -> list[str]:
    """The pieces of a line that tell of several people, each with a name and a way to reach them."""
    for apart in (r"\s*[|;]\s+", r"\s*;\s+(?=[^;]*[@\d])", r"\s+(?:or|and|/|y|et|und|ou|e)\s+"):
        pieces = re.split(apart, line)
        if len(pieces) < 2:
            continue
        if all(_NAME.search(each) and has_reach(each, lexicon) for each in pieces):
            return pieces
        if apart.endswith(")") and line.count("@") > 1:
            return pieces
    return [line]


def _by_column(lines: list[str], lexicon: Lexicon) -> list[str]:
    """The lines, those that stand side by side in columns one column after the other."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        rows: list[list[str]] = []
        for line in lines[at:]:
            head = lexicon.contact.match(line) if not rows else None
            cells = _CELLS.split((line[head.end() :].lstrip(" :") if head else line).strip())
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        if len(rows) > 1 and any(all(has_reach(each, lexicon) for each in row) for row in rows):
            made += [row[column] for column in range(len(rows[0])) for row in rows]
            at += len(rows)
        else:
            made.append(lines[at])
            at += 1
    return made


def _joined(one: Reach, other: Reach) -> Reach:
    known = one.known()
    return Reach(
        one.name or other.name,
        one.role or other.role,
        one.organisation or other.organisation,
        one.phones + tuple(each for each in other.phones if re.sub(r"\D", "", each)[-7:] not in known),
        one.emails + tuple(each for each in other.emails if each.lower() not in known),
        tuple(dict.fromkeys(one.other + other.other)),
    )


def _new() -> dict[str, list[str]]:
    return {"name": [], "role": [], "organisation": [], "phones": [], "emails": [], "other": []}


def _add(line: str, found: list[dict[str, list[str]]], lexicon: Lexicon) -> None:
    head = lexicon.contact.match(line)
    rest = line[head.end() :].lstrip(" :-–—*_") if head else line
    sender = _SENDER.match(rest)
    if sender and is_name(sender["name"], lexicon) and not _LABEL.match(sender["body"] + ":"):
        rest = sender["name"] + rest[sender.end() :]
    numbers, emails = phones(rest, lexicon), EMAIL.findall(rest)
    bare = EMAIL.sub("\t", rest)
    links = URL.findall(bare)
    bare = URL.sub("\t", bare)
    for number in numbers:
        bare = bare.replace(number, "\t", 1)
    names, roles, bodies = _told(bare, lexicon)
    if sender and rest.startswith(sender["name"]) and not rest.startswith(sender["body"]):
        bodies.insert(0, sender["body"].strip())
    now = found[-1] if found else None
    reached = now is not None and (now["phones"] or now["emails"])
    if (
        now is None
        or (head and (numbers or emails or names) and reached)
        or (names and (now["name"] or reached))
    ):
        if now is not None and names and names[0].lower() in [each.lower() for each in now["name"]]:
            pass
        else:
            now = _new()
            found.append(now)
    elif emails and now["emails"] and not names and not numbers and not head and now["name"]:
        pass
    for field, more in (("name", names), ("role", roles), ("organisation", bodies), ("phones", numbers),
                        ("emails", emails), ("other", links)):  # fmt: skip
        now[field] += [each for each in more if each not in now[field]]


def _told(text: str, lexicon: Lexicon) -> tuple[list[str], list[str], list[str]]:
    names: list[str] = []
    roles: list[str] = []
    bodies: list[str] = []
    for part in _PARTS.split(text):
        words = part.strip(" .:*_()[]-–—")
        if not words or _LABEL.match(part) or len(words) < 3 or lexicon.date.fullmatch(words):
            continue
        if len(words.split()) > 9:
            continue
        if not names and not roles and is_name(words, lexicon):
            names.append(words)
        elif lexicon.org.search(words):
            bodies.append(words)
        elif names or not is_name(words, lexicon):
            roles.append(words)
    return names, roles, bodies
