import email
import os
import stat
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.errors import AccessError, DiskFullError, UsageError
from supportbot.handoff import HandoffMessage, mailto_url, write_eml
from supportbot.handoff.channels import MAILTO_LENGTH

TO = "support@product.example"


def a_message(body="Hello\n", subject="A question", to=TO):
    return HandoffMessage(to, subject, body)


def test_mailto_is_encoded():
    url = mailto_url(a_message("Grüße & mehr?\nZweite Zeile + 100%\n", "50% = half & #1"))
    assert url == (
        "mailto:support@product.example?subject=50%25%20%3D%20half%20%26%20%231"
        "&body=Gr%C3%BC%C3%9Fe%20%26%20mehr%3F%0D%0AZweite%20Zeile%20%2B%20100%25"
    )


def test_a_long_mail_has_no_link():
    empty = len(mailto_url(a_message("")))
    assert len(mailto_url(a_message("x" * (MAILTO_LENGTH - empty)))) == MAILTO_LENGTH
    assert mailto_url(a_message("x" * (MAILTO_LENGTH - empty + 1))) is None
    assert mailto_url(a_message("ü" * 300)) is None


def test_without_an_address_there_is_no_link(tmp_path):
    assert mailto_url(a_message(to="")) is None
    write_eml(a_message(to=""), tmp_path / "mail.eml")
    assert read(tmp_path / "mail.eml")["To"] is None


BAD = [
    "a@b.example\nBcc: c@d.example",
    "a@b.example,c@d.example",
    "a@b.example?bcc=c@d.example",
    "a@b.example&cc=c@d.example",
    "Name <a@b.example>",
    "a@b.example%0ABcc:c@d.example",
    "nobody",
    " a@b.example",
    "a@b.example\n",
]


@pytest.mark.parametrize("to", BAD)
def test_one_plain_address_or_none(to, tmp_path):
    with pytest.raises(UsageError, match="address"):
        mailto_url(a_message(to=to))
    with pytest.raises(UsageError, match="address"):
        write_eml(a_message(to=to), tmp_path / "mail.eml")
    assert list(tmp_path.iterdir()) == []


def read(file):
    return email.message_from_bytes(file.read_bytes(), policy=default)


def test_a_mail_is_written(tmp_path):
    file = tmp_path / "mail.eml"
    write_eml(a_message("Grüße\n.\nFrom here\n" + "long " * 400 + "\n", "Größe 🙂"), file)
    mail = read(file)
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == (TO, "Größe 🙂", "1")
    assert mail.get_content_type() == "text/plain"
    assert (
        mail.get_content().replace("\r\n", "\n") == "Grüße\n.\nFrom here\n" + "long " * 400 + "\n"
    )
    data = file.read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x1c", "\x85", "\u2028", "\x00"])
def test_a_subject_adds_no_header(tmp_path, end):
    file = tmp_path / "mail.eml"
    write_eml(a_message(subject=f"A question{end}Bcc: other@else.example"), file)
    mail = read(file)
    assert mail.keys() == [
        "To",
        "Subject",
        "X-Unsent",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    ]
    assert mail["Subject"] == "A question Bcc: other@else.example"


@given(subject=st.text(), body=st.text())
def test_any_text_can_be_sent(tmp_path, subject, body):
    message = a_message(body, subject)
    url = mailto_url(message)
    if url is not None:
        parts = urlsplit(url)
        fields = parse_qs(
            parts.query, keep_blank_values=True, strict_parsing=True, max_num_fields=2
        )
        assert parts.path == TO
        assert fields["body"] == ["\r\n".join(body.splitlines())]
    write_eml(message, tmp_path / "mail.eml")
    mail = read(tmp_path / "mail.eml")
    assert mail["To"] == TO
    assert "Bcc" not in mail
    assert mail.defects == []


def test_half_a_character_can_be_sent(tmp_path):
    message = a_message("half \ud83d", "half \ud83d")
    assert "%3F" in mailto_url(message)
    write_eml(message, tmp_path / "mail.eml")


def test_an_address_beyond_ascii(tmp_path):
    write_eml(a_message(to="hilfe@größe.example"), tmp_path / "mail.eml")
    assert "hilfe@größe.example" in str(read(tmp_path / "mail.eml")["To"])


def test_a_full_disk_keeps_the_earlier_mail(tiny_disk):
    file = tiny_disk / "mail.eml"
    write_eml(a_message("before"), file)
    before = file.read_bytes()
    with pytest.raises(DiskFullError):
        write_eml(a_message("word " * 100_000), file)
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written(tmp_path):
    with pytest.raises(AccessError):
        write_eml(a_message(), tmp_path / "missing" / "mail.eml")
