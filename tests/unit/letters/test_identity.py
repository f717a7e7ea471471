from dondoc.letters.identity import OfficeIdentity

PLAIN = OfficeIdentity("Sở An", "office@so-a.example")


def test_without_plus_addressing_everything_comes_back_to_the_one_address() -> None:
    verp_alone = OfficeIdentity("Sở An", "office@so-a.example", verp=True)

    for office in (PLAIN, verp_alone):
        assert office.reply_address("KH-1") == office.envelope_sender("KH-1") == "office@so-a.example"


def test_answers_and_bounces_name_the_request_where_the_server_allows_it() -> None:
    office = OfficeIdentity("Sở An", "office@so-a.example", plus_addressing=True, verp=True)

    assert office.reply_address("KH-1") == office.envelope_sender("KH-1") == "office+KH-1@so-a.example"
    assert office.reply_address("") == "office@so-a.example"


def test_bounces_come_to_the_plain_address_unless_asked_otherwise() -> None:
    office = OfficeIdentity("Sở An", "office@so-a.example", plus_addressing=True)

    assert office.envelope_sender("KH-1") == "office@so-a.example"


def test_the_domain_is_what_stands_behind_the_last_at_sign() -> None:
    assert PLAIN.domain == "so-a.example"
    assert OfficeIdentity("x", '"a@b"@so-a.example').domain == "so-a.example"
