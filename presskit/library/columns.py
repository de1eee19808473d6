"""What columns of contacts are called, in several languages and by several address books."""

import re
from functools import cache

from presskit.i18n import N_
from presskit.text.folding import fold

FIELDS: dict[str, str] = {
    "name": N_("Full name"),
    "first": N_("First name"),
    "middle": N_("Middle name"),
    "last": N_("Last name"),
    "before": N_("Title before the name"),
    "role": N_("Role"),
    "organisation": N_("Organization"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "after_hours": N_("After hours"),
    "languages": N_("Languages"),
    "tags": N_("Tags"),
    "notes": N_("Biography"),
}
"""What a column can be, with what it is called on screen."""

# By field: English, Spanish, French, Portuguese, German, Arabic, Chinese; then the names in the exports of
# Google Contacts, Outlook and Apple's Contacts, where they differ.
_NAMES = {
    "name": "name; full name; display name; contact; contact name; nombre completo; nombre y apellidos; "
    "nom complet; nome completo; vollstandiger name; الاسم; الاسم الكامل; 姓名; 全名; 名称; file as",
    "first": "first name; given name; forename; nombre; nombres; prenom; primeiro nome; nome; vorname; "
    "الاسم الأول; 名; 名字",
    "middle": "middle name; additional name; segundo nombre; deuxieme prenom; zweiter vorname",
    "last": "last name; surname; family name; apellido; apellidos; nom; nom de famille; sobrenome; apelido; "
    "nachname; familienname; اسم العائلة; اللقب; 姓; 姓氏",
    "before": "prefix; name prefix; honorific; salutation; tratamiento; civilite; tratamento; anrede; "
    "称谓; 稱謂",
    "title": "title; titulo; titre; titel",
    "role": "role; job title; job; position; occupation; function; cargo; puesto; funcion; poste; fonction; "
    "funcao; position im unternehmen; funktion; beruf; المنصب; الوظيفة; 职位; 職位; 职务; 職務; "
    "organization title; organization 1 - title",
    "organisation": "organisation; organization; company; employer; outlet; affiliation; group; "
    "organizacion; "
    "empresa; medio; entreprise; societe; organizacao; firma; unternehmen; verein; المنظمة; المؤسسة; الشركة; "
    "组织; 組織; 机构; 機構; 公司; organization name; organization 1 - name",
    "email": "email; e-mail; mail; email address; e-mail address; correo; correo electronico; courriel; "
    "adresse e-mail; adresse email; e-mail-adresse; البريد الإلكتروني; البريد; 电子邮件; 電子郵件; 邮箱; "
    "e-mail 1 - value; e-mail 1 address; primary email; work email",
    "phone": "phone; telephone; tel; phone number; office phone; work phone; business phone; telefono; "
    "telephone professionnel; telefone; telefon; telefonnummer; الهاتف; رقم الهاتف; 电话; 電話; "
    "phone 1 - value; primary phone; company main phone",
    "after_hours": "after hours; mobile; mobile phone; cell; cell phone; movil; celular; portable; "
    "telemovel; "
    "handy; mobil; mobiltelefon; الجوال; الهاتف المحمول; 手机; 手機; phone 2 - value; home phone",
    "languages": "languages; language; idiomas; idioma; langues; langue; linguas; lingua; sprachen; sprache; "
    "اللغات; اللغة; 语言; 語言",
    "tags": "tags; tag; labels; categories; category; groups; group membership; etiquetas; categorias; "
    "etiquettes; kategorien; وسوم; 标签; 標籤",
    "notes": "notes; note; bio; biography; comments; notas; biografia; biographie; remarques; notizen; "
    "ملاحظات; 备注; 備註",
}
_ADDRESS = re.compile(r"(mailto:)?[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
_NUMBER = re.compile(r"\+?[\d\s().\-/٠-٩]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)


@cache
def _known() -> dict[str, str]:
    return {_plain(name): field for field, names in _NAMES.items() for name in names.split(";")}


def _plain(name: str) -> str:
    """A name as it is compared: folded, without marks between its words."""
    return " ".join(re.sub(r"[\W_]+", " ", fold(name)).split())


def field_of(name: str) -> str:
    """The field that a column of that name is, or "title", which may be either of two; empty for none."""
    return _known().get(_plain(name), "")


def is_address(cell: str) -> bool:
    """Whether it is an e-mail address."""
    return _ADDRESS.fullmatch(cell.strip()) is not None


def is_number(cell: str) -> bool:
    """Whether it is a telephone number."""
    return _NUMBER.fullmatch(cell.strip()) is not None
