"""Forty ways to lead a program into a network that isn't the internet, each refused with its reason."""

import httpx
import pytest

from dragoman.errors import SourceError
from dragoman.sources.addresses import allowed_host, checked_url, is_public
from dragoman.sources.web import Net, web_pages
from dragoman.types import Failure

PUBLIC = "203.0.114.9"
RESOLVED = {
    "news.example": [PUBLIC],
    "localhost": ["127.0.0.1"],
    "six-localhost.example": ["::1"],
    "inside.example": ["10.0.0.5"],
    "both.example": [PUBLIC, "192.168.0.7"],
    "metadata.example": ["169.254.169.254"],
    "shared.example": ["100.64.12.1"],
    "mapped.example": ["::ffff:10.0.0.5"],
    "sixtofour.example": ["2002:a00:5::1"],
    "teredo.example": ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    "nat64.example": ["64:ff9b::a00:5"],
    "local-nat64.example": ["64:ff9b:1::a00:5"],
    "zone.example": ["fe80::1%eth0"],
    "unique.example": ["fd12:3456::1"],
    "many.example": ["224.0.0.251"],
    "here.example": ["0.0.0.0"],
    "compatible.example": ["::10.0.0.5"],
    "nowhere.example": [],
    "odd.example": ["no address"],
}
MOVES = {
    "/in": "http://10.0.0.5/a",
    "/loopback": "http://127.0.0.1/a",
    "/relative": "//127.0.0.1/a",
    "/decimal": "http://2130706433/a",
    "/named": "http://inside.example/a",
    "/file": "file:///etc/passwd",
    "/gopher": "gopher://news.example/_x",
    "/port": "http://news.example:6379/",
    "/me": "http://me@news.example/",
    "/scheme": "javascript:alert(1)",
    "/two": "/in",
}

TRICKS = [
    # hosts that are private addresses, plainly
    ("http://127.0.0.1/", "127.0.0.1 is at 127.0.0.1, which isn't public"),
    ("http://[::1]/", "::1 is at ::1, which isn't public"),
    ("http://0.0.0.0/", "0.0.0.0 is at 0.0.0.0, which isn't public"),
    ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is at 169.254.169.254, which isn't public"),
    ("http://192.168.1.1/", "192.168.1.1 is at 192.168.1.1, which isn't public"),
    # hosts that are private addresses, hidden
    ("http://2130706433/", "2130706433: a number in place of a name"),
    ("http://0x7f000001/", "0x7f000001: a number in place of a name"),
    ("http://0177.0.0.1/", "no address (Invalid IPv4 address: '0177.0.0.1')"),
    ("http://0x7f.0x0.0x0.0x1/", "0x7f.0x0.0x0.0x1: a number in place of a name"),
    ("http://127.1/", "127.1: a number in place of a name"),
    ("http://127.0.0.1./", "127.0.0.1.: a number in place of a name"),
    ("http://127。0。0。1/", "127.0.0.1 is at 127.0.0.1, which isn't public"),
    ("http://①②⑦.⓪.⓪.①/", "no address"),
    ("http://%31%32%37.0.0.1/", "%31%32%37.0.0.1: a number in place of a name"),
    ("http://%6c%6fcalhost/", "%6c%6fcalhost: no name of a host"),
    ("http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1: an IPv6 address that carries an IPv4 one"),
    ("http://[2002:7f00:1::]/", "2002:7f00:1::: an IPv6 address that carries an IPv4 one"),
    ("http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1: an IPv6 address that carries an IPv4 one"),
    ("http://[fe80::1%25eth0]/", "fe80::1%25eth0: an IPv6 address with a zone"),
    # names behind which there is one
    ("http://localhost/", "localhost is at 127.0.0.1, which isn't public"),
    ("http://LOCALHOST./", "the name can't be resolved"),
    ("http://six-localhost.example/", "six-localhost.example is at ::1, which isn't public"),
    ("http://both.example/", "both.example is at 192.168.0.7, which isn't public"),
    ("http://metadata.example/", "metadata.example is at 169.254.169.254, which isn't public"),
    ("http://shared.example/", "shared.example is at 100.64.12.1, which isn't public"),
    ("http://mapped.example/", "mapped.example is at ::ffff:10.0.0.5, which isn't public"),
    ("http://sixtofour.example/", "sixtofour.example is at 2002:a00:5::1, which isn't public"),
    ("http://teredo.example/", "teredo.example is at 2001:0:4136:e378:8000:63bf:3fff:fdd2, which isn't public"),
    ("http://nat64.example/", "nat64.example is at 64:ff9b::a00:5, which isn't public"),
    ("http://local-nat64.example/", "local-nat64.example is at 64:ff9b:1::a00:5, which isn't public"),
    ("http://compatible.example/", "compatible.example is at ::10.0.0.5, which isn't public"),
    ("http://zone.example/", "zone.example is at fe80::1%eth0, which isn't public"),
    ("http://unique.example/", "unique.example is at fd12:3456::1, which isn't public"),
    ("http://many.example/", "many.example is at 224.0.0.251, which isn't public"),
    ("http://here.example/", "here.example is at 0.0.0.0, which isn't public"),
    ("http://odd.example/", "odd.example is at no address, which isn't public"),
    ("http://nowhere.example/", "the name has no address"),
    # redirects
    ("http://news.example/in", "10.0.0.5 is at 10.0.0.5, which isn't public"),
    ("http://news.example/two", "10.0.0.5 is at 10.0.0.5, which isn't public"),
    ("http://news.example/loopback", "127.0.0.1 is at 127.0.0.1, which isn't public"),
    ("http://news.example/relative", "127.0.0.1 is at 127.0.0.1, which isn't public"),
    ("http://news.example/decimal", "2130706433: a number in place of a name"),
    ("http://news.example/named", "inside.example is at 10.0.0.5, which isn't public"),
    ("http://news.example/file", "file scheme; only http and https are fetched"),
    ("http://news.example/gopher", "gopher scheme; only http and https are fetched"),
    ("http://news.example/port", "port 6379; only 80 and 443 are asked"),
    ("http://news.example/me", "a name or password in the address"),
    ("http://news.example/scheme", "it redirects to no address"),
    # what else an address can hide
    ("http://me:secret@news.example/", "a name or password in the address"),
    ("http://news.example:80@127.0.0.1/", "a name or password in the address"),
    ("http://news.example\\@127.0.0.1/", "blanks, backslashes or control characters in the address"),
    ("http://127.0.0.1#@news.example/", "127.0.0.1 is at 127.0.0.1, which isn't public"),
    ("http://news.example/\r\nHost: inside.example", "blanks, backslashes or control characters in the address"),
    ("http://news.example:22/", "port 22; only 80 and 443 are asked"),
    ("https://news.example:99999/", "port 99999; only 80 and 443 are asked"),
    ("http:///etc/passwd", "http scheme; only http and https are fetched"),
    ("http://" + "a" * 5000, "blanks, backslashes or control characters in the address"),
]


def resolve(host, port):
    if host[:1].isdigit() or ":" in host:
        return [host]
    if host not in RESOLVED:
        raise OSError(-2, "Name or service not known")
    return RESOLVED[host]


def net_of(asked, resolve=resolve, **others):
    """A net that answers every request, and keeps which addresses were asked."""

    def answer(request):
        asked.append(request.url.host)
        if request.url.path in MOVES:
            return httpx.Response(302, headers={"location": MOVES[request.url.path]})
        return httpx.Response(200, stream=httpx.ByteStream(b"secret"))

    return Net(resolve, httpx.MockTransport(answer), **others)


def test_the_table_of_tricks_holds_forty_or_more():
    assert len({url for url, _ in TRICKS}) >= 40


@pytest.mark.parametrize(("url", "reason"), TRICKS)
def test_a_trick_is_refused_with_its_reason_and_nothing_private_is_asked(defaults, url, reason):
    asked = []
    (failure,) = web_pages(url, defaults, net_of(asked))
    assert isinstance(failure, Failure)
    assert failure.message.startswith(f"{url}: {reason}")
    assert set(asked) <= {PUBLIC}


def test_a_name_that_moves_after_it_was_checked_is_still_asked_where_it_was_checked(defaults):
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    asked = []
    (page,) = web_pages("http://rebinding.example/", defaults, net_of(asked, lambda host, port: next(answers)))
    assert (page.body, asked) == (b"secret", [PUBLIC])


def test_a_name_that_moves_between_two_redirects_is_checked_at_each(defaults):
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    asked = []
    net = net_of(asked, lambda host, port: next(answers) if host == "rebinding.example" else [host])
    MOVES["/again"] = "http://rebinding.example/"
    (failure,) = web_pages("http://rebinding.example/again", defaults, net)
    assert "rebinding.example is at 127.0.0.1, which isn't public" in failure.message
    assert asked == [PUBLIC]


@pytest.mark.parametrize(
    ("url", "allowed", "may"),
    [
        ("http://inside.example/", {"inside.example"}, True),
        ("http://inside.example/", {"inside.example:80"}, True),
        ("http://inside.example:8080/", {"inside.example"}, True),
        ("http://inside.example:8080/", {"inside.example:8080"}, True),
        ("http://inside.example:8081/", {"inside.example:8080"}, False),
        ("http://inside.example/", {"side.example"}, False),
        ("http://127.0.0.1:8080/", {"127.0.0.1:8080"}, True),
        ("http://[::1]/", {"::1"}, True),
        ("http://localhost/", {"127.0.0.1"}, False),  # the host is named, never the network
    ],
)
def test_a_host_in_one_s_own_network_is_asked_only_where_it_is_named(defaults, url, allowed, may):
    asked = []
    (got,) = web_pages(url, defaults, net_of(asked, allowed=frozenset(allowed)))
    assert (not isinstance(got, Failure), bool(asked)) == (may, may)


@pytest.mark.parametrize(
    ("words", "host"),
    [
        ("Feeds.Example", "feeds.example"),
        ("feeds.example:8080", "feeds.example:8080"),
        ("127.0.0.1:99", "127.0.0.1:99"),
        ("[::1]", "::1"),
    ],
)
def test_a_host_that_is_named_is_kept_as_addresses_are(words, host):
    assert allowed_host(words) == host


@pytest.mark.parametrize("words", ["", "http://feeds.example", "feeds.example/x", "me@feeds.example", "a:b"])
def test_what_is_no_host_is_refused(words):
    with pytest.raises(SourceError, match="this is no host"):
        allowed_host(words)


def test_a_plain_address_is_kept_but_for_its_fragment():
    assert str(checked_url(" https://news.example/a?b=c#d ")) == "https://news.example/a?b=c"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2a00:1450::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("192.0.0.8", False),
        ("198.18.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff0e::1", False),
        ("2001:db8::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", False),
        ("2002:0a00:0001::", False),  # 6to4 of 10.0.0.1
        ("64:ff9b::7f00:1", False),  # NAT64 of 127.0.0.1
        ("64:ff9b::808:808", True),  # all that a resolver gives of an IPv4 host where a network has IPv6 alone
    ],
)
def test_an_address_is_public_only_when_all_within_it_is(address, expected):
    assert is_public(address) is expected
