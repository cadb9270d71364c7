from nhipcau.language.case import sentence_case

TITLE = "GIỮA BỘ THÔNG TIN VÀ TRUYỀN THÔNG VÀ ỦY BAN DÂN TỘC TRONG CÔNG TÁC DÂN TỘC Ở VIỆT NAM"
PARTIES = ("Bộ Thông tin và Truyền thông", "Ủy ban Dân tộc")


def test_a_title_in_capitals_becomes_a_sentence_and_names_keep_their_capitals() -> None:
    assert sentence_case(TITLE, PARTIES) == (
        "Giữa Bộ Thông tin và Truyền thông và Ủy ban Dân tộc trong công tác dân tộc ở Việt Nam"
    )


def test_a_title_that_carries_on_a_sentence_does_not_open_it() -> None:
    assert sentence_case(TITLE, PARTIES, opens=False).startswith("giữa Bộ Thông tin")


def test_a_longer_name_wins_over_a_name_inside_it() -> None:
    names = ("Mặt trận", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")
    assert sentence_case("CỦA ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM", names).endswith(
        names[1]
    )


def test_a_name_inside_a_longer_word_is_left_alone() -> None:
    assert sentence_case("KHOẢN BA", ("Ba", "Kho")) == "Khoản Ba"


def test_what_is_not_all_capitals_stays_as_signed() -> None:
    assert sentence_case("Về công tác dân tộc", PARTIES) == "Về công tác dân tộc"
    assert sentence_case("", PARTIES) == ""
