"""Where links may lead in what reporters get: to web pages and mail, in every format to the same."""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto"})
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"  # RFC 3986: reserved and unreserved, and what is escaped already
_UNHEARD_OF = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no address has them, nor may XML


@lru_cache(maxsize=256)
def address(link: str) -> str:
    """The link as the address of a web page or of mail, in ASCII; nothing when it is neither."""
    link = _UNHEARD_OF.sub("", link).strip()
    try:
        parts = urlsplit(link)
        if parts.scheme.lower() not in _SCHEMES:
            return ""
        if parts.scheme.lower() == "mailto":
            return quote(link, _KEPT) if "@" in parts.path.strip("@") else ""
        if not parts.hostname:
            return ""
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
        return quote(parts._replace(netloc=host).geturl(), _KEPT)
    except ValueError:  # UnicodeError is one
        return ""
