"""What nobody sends who means well: texts, headers and bodies, as Hypothesis strategies."""

from dataclasses import dataclass
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

from stub_portal.tests.wire import Call

Pairs = list[tuple[bytes, bytes]]

# Must never come back unescaped.
MARKER = "<gv-x onload=1>"
TEXTS = [
    "", " ", "\0", "a\0b", "\x1b[31m\x07", "\u202eabc", "\u200f", "\ufeff", "\u2028", "\ud800",
    "\udfff\ud800", "\uffff", "\U000e0001", "👩‍👩‍👧", MARKER, f'"\'{MARKER}', "{{7*7}}", "${7*7}",
    "%s%n", "%00", "%ff", "'; DROP TABLE events; --", "../../../etc/passwd", "..\\..\\",
    "//evil.test/", "\r\nSet-Cookie: visita=x", "javascript:alert(1)", "-1", "0", "9" * 5000,
    "NaN", "1e999", "²", "٣", "0001-01-01", "9999-12-31", "2024-02-30", "2024-W05-2", "20240130",
    "2024-01-30T25:61", "2024-01-30", "1330", "01", "true", "null", "[]", "ı", "ß", "a" * 100_000,
    "é" * 50_000, "\u0301" * 9000, "\u202e" * 3000, "a" * 121,
]  # fmt: skip
HEADERS = {
    "Host": ["", "evil.test", "[", "[::1", "a b", "localhost:99999", "..", "ñ",
             "x" * 300 + ".test"],
    "Cookie": ["visita=", "visita=x", 'visita="\\355\\240\\200"', "visita=a; visita=b", ";;=;", "=",
               "visita=%00%ff", "visita=" + "a" * 5000, "visita=../../x; session=eyJhIjoxfQ.x.y"],
    "Content-Type": ["", "x", "multipart/form-data", "multipart/form-data; boundary=", "text/plain",
                     "multipart/form-data; boundary=ñ", "application/json", "application/xml",
                     "application/x-www-form-urlencoded; charset=utf-16", 'a/b; charset="',
                     "application/x-www-form-urlencoded; charset=x-unknown"],
    "Content-Length": ["", "-1", "0", "1e3", "99999999999999999999", "16384", "²", "5, 5"],
    "Content-Encoding": ["gzip", "x"],
    "Range": ["bytes=0-", "bytes=9999999-", "bytes=5-1", "x=1-2", "bytes=-1", "bytes=0-0,2-3"],
    "If-Range": ["x", '"x"'],
    "If-Match": ["*", '"x"', "x"],
    "If-None-Match": ["*", 'W/"x"', '"'],
    "If-Modified-Since": ["x", "Sat, 99 Foo 0000 99:99:99 GMT", "Thu, 01 Jan 9999 00:00:00 GMT"],
    "Accept": ["application/json", "*/*;q=x", ";;;", "text/html;q=1e999"],
    "Accept-Language": ["xx;q=", "en" * 1000, "*"],
    "Accept-Encoding": ["br;q=x", "identity;q=0"],
    "Origin": ["null", "https://evil.test", ""],
    "Referer": ["https://evil.test/%00", "x" * 5000],
    "Authorization": ["Basic ñ", "Basic %%%", "Bearer x", 'Digest a="', "x"],
    "X-Forwarded-For": ["' OR 1=1", "::::"],
    "X-Forwarded-Host": ["evil.test"],
    "X-Forwarded-Proto": ["gopher"],
    "X-HTTP-Method-Override": ["DELETE"],
    "Sec-Fetch-Site": ["cross-site", "x"],
    "User-Agent": ["", MARKER, "\x1b[31m"],
    "Transfer-Encoding": ["chunked", "x"],
    "Date": ["x"],
    "Max-Forwards": ["-1"],
}  # fmt: skip
METHODS = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get"]


def encoded(text: str) -> bytes:
    """Return the text in UTF-8, or what is none where it holds half a surrogate pair."""
    return text.encode("utf-8", "surrogatepass")


texts = st.one_of(
    st.sampled_from(TEXTS), st.text(st.characters(exclude_categories=()), max_size=40)
)
# Also what is no UTF-8: half a surrogate pair, other encodings, mere bytes.
raw = st.one_of(
    texts.map(encoded),
    texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
    texts.map(lambda text: text.encode("latin-1", "replace")),
    st.binary(max_size=40),
)
# A server ends a header at the line's end, so neither that nor a NUL reaches the portal.
_in_header = raw.map(lambda value: bytes(byte for byte in value if byte not in b"\r\n\0")[:9000])


def _header(name: str) -> st.SearchStrategy[tuple[str, bytes]]:
    known = st.sampled_from(HEADERS[name]).map(str.encode)
    return st.tuples(st.just(name), st.one_of(known, _in_header))


headers = st.lists(st.sampled_from(sorted(HEADERS)).flatmap(_header), max_size=4).map(tuple)


@dataclass(frozen=True)
class Twist:
    """One thing done to one field, which is chosen by its number."""

    number: int
    how: str
    value: bytes

    def apply(self, pairs: Pairs) -> Pairs:
        """Return the fields with that one spoilt."""
        if not pairs:
            return [(self.value, self.value)]
        place = self.number % len(pairs)
        name, old = pairs[place]
        instead = {
            "replace": [(name, self.value)],
            "drop": [],
            "repeat": [(name, old), (name, self.value)],
            "forestall": [(name, self.value), (name, old)],
            "append": [(name, old + self.value)],
            "rename": [(self.value, old)],
            "extra": [(name, old), (self.value, self.value)],
        }[self.how]
        return pairs[:place] + instead + pairs[place + 1 :]


twists = st.lists(
    st.builds(
        Twist,
        st.integers(0, 12),
        st.sampled_from(["replace", "drop", "repeat", "forestall", "append", "rename", "extra"]),
        raw,
    ),
    max_size=3,
)


def _urlencoded(pairs: Pairs) -> tuple[bytes, bytes]:
    body = b"&".join(
        b"=".join(quote_from_bytes(part, safe="").encode() for part in pair) for pair in pairs
    )
    return b"application/x-www-form-urlencoded", body


def _unescaped(pairs: Pairs) -> tuple[bytes, bytes]:
    body = b"&".join(b"=".join(pair) for pair in pairs)
    return b"application/x-www-form-urlencoded", body


def _multipart(pairs: Pairs, extra: bytes = b"", end: bytes = b"--") -> tuple[bytes, bytes]:
    parts = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (name, extra, value)
        for name, value in pairs
    )
    return b"multipart/form-data; boundary=b", parts + b"--b" + end + b"\r\n"


def _files(pairs: Pairs) -> tuple[bytes, bytes]:
    return _multipart(pairs, b'; filename="../x\xff.py"\r\nContent-Type: text/html; charset=x')


def _odd_charset(pairs: Pairs) -> tuple[bytes, bytes]:
    return _multipart(pairs, b"\r\nContent-Type: text/plain; charset=utf-16")


def _unfinished(pairs: Pairs) -> tuple[bytes, bytes]:
    kind, body = _multipart(pairs, end=b"")
    return kind, body[: len(body) * 2 // 3]


def _json(pairs: Pairs) -> tuple[bytes, bytes]:
    body = b",".join(b'"%s":["%s\\ud800",1,null]' % pair for pair in pairs)
    return b"application/json", b"{" + body + b"}"


ENCODINGS = {
    "urlencoded": _urlencoded,
    "unescaped": _unescaped,
    "multipart": _multipart,
    "files": _files,
    "odd charset": _odd_charset,
    "unfinished": _unfinished,
    "json": _json,
}


@st.composite
def strays(draw: st.DrawFn, path: bytes | None = None) -> Call:
    """Return any request at all, to that path or to any."""
    return Call(
        method=draw(st.one_of(st.sampled_from(METHODS), st.just("POST"))),
        path=b"/" + draw(raw) if path is None else path,
        query=draw(raw),
        headers=draw(headers),
        body=draw(raw),
    )
