from dondoc.mail import Attachment, InboundMail, sha256_of


def test_a_mail_is_known_by_its_message_id_or_else_by_its_bytes() -> None:
    assert InboundMail(raw_sha256="a" * 64, size=1, message_id="x@y.example").id == "x@y.example"
    assert InboundMail(raw_sha256="a" * 64, size=1).id == "sha256:" + "a" * 64
    assert InboundMail(raw_sha256="a" * 64, size=1, message_id="").id == "sha256:" + "a" * 64


def test_the_first_header_of_a_name_counts_whatever_its_case() -> None:
    mail = InboundMail(raw_sha256="a" * 64, size=1, headers=(("subject", "một"), ("subject", "hai")))

    assert mail.header("Subject") == "một"
    assert mail.header("X-Nothing") is None


def test_an_attachment_is_named_by_its_content() -> None:
    file = Attachment("a.pdf", "application/pdf", b"%PDF")

    assert (file.size, file.sha256) == (4, sha256_of(b"%PDF"))
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
