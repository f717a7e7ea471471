"""How offices and telephones say the status of a task, and what says none: one phrase a case, for one task."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dondoc.reading.reader import read_reply
from dondoc.reply import Reply
from tests.unit.reading.plans import PLAN, context, mail_of

DONE = """
đã hoàn tất | hoàn tất 100% | đã triển khai xong | làm xong hết rồi ạ | xong hết r | done nhé | đã done | ok rồi ạ | ok r | ht | HT 100% | đã ht từ t8
hoàn thành 100% chỉ tiêu được giao | đạt và vượt chỉ tiêu | đã đạt và vượt chỉ tiêu năm 2026 | vượt chỉ tiêu kế hoạch năm | đạt kế hoạch đề ra
đã kết thúc ngày 20/11 | kết thúc từ tháng 9 | đã nghiệm thu, bàn giao đưa vào sử dụng | đã bàn giao, đưa vào sử dụng từ tháng 7
hoàn thành, nghiệm thu | hoàn thành đạt yêu cầu | hoàn thành trước thời hạn | hoàn thành vượt tiến độ | đã hoàn thành dứt điểm | cũng xong luôn
đã thực hiện đầy đủ theo kế hoạch | đã hoàn thành nội dung được giao | đã hoàn thành công tác này | đã xử lý dứt điểm | thi công xong
hoàn thành ngày 20/9 | hoàn tất trong quý II | hoàn thành tháng 8/2026 | hoàn tất hôm qua | ✅ | fully completed | finished in August
"""
IN_PROGRESS = """
đag lm | đg làm | đang soạn thảo | đang lấy ý kiến các ngành | đang xây dựng dự thảo | đang trình UBND tỉnh phê duyệt | đang thẩm định
đang trong giai đoạn hoàn thiện | đang ở giai đoạn cuối | bước đầu triển khai | bước đầu đã triển khai | còn dở dang | vẫn dang dở
mới bắt đầu | vừa bắt đầu triển khai | đã khởi công ngày 10/10/2026 | đang được đẩy nhanh tiến độ | triển khai được một phần | mới xong một nửa
hiện đang khảo sát | đang chọn nhà thầu | UBND xã Đông Hà đang vận động người dân | Sở đang rà soát | hiện nay nhà thầu đang thử máy
đang gấp rút hoàn thành | đang từng bước triển khai | mới làm được 3 xã | làm được một nửa rồi | half done | still working on it
"""
NOT_STARTED = """
chưa lm | ch làm | chưa khởi công | chưa bắt tay vào làm | chưa đụng tới | chưa động đến | chưa đến kỳ thực hiện | chưa đến hạn | chưa tới đợt
chưa bố trí được kinh phí để thực hiện | đạt 0% | tiến độ 0% | sang năm mới làm | năm 2027 mới triển khai | chưa tổ chức được lớp nào
chưa hỗ trợ | chưa có gì | has not been started | yet to start | chưa thực hiện, đang chờ vốn
"""
NOT_APPLICABLE = """
k p/s | ko p/s | ko có phát sinh | không có nội dung này | không được giao nhiệm vụ này | không thuộc địa bàn | không liên quan đến đơn vị
không phải nhiệm vụ của Sở | không có đối tượng | năm 2026 không phát sinh nội dung này | không có chức năng thực hiện | does not apply
"""
NOTHING_CERTAIN = """
ok | chưa có | năm nay không có | cố gắng xong trước 30/11 | đã giải ngân xong | tôi nghĩ là xong rồi | nghe các xã nói đã xong | đáng lẽ xong rồi
khó đạt 100% | không đạt 100% | chưa vượt chỉ tiêu | không được giao kinh phí | chưa nghiệm thu | đang xin kinh phí | đang tìm nguồn vốn
các hệ thống đang vận hành đã được kiểm tra | cán bộ đang phụ trách nghỉ ốm | hoàn thành ngày 20/12 | hoàn thành trước 15/10 | hoàn thành trong tháng 12
các xã báo cáo đã xong nhưng Sở chưa kiểm tra | đã hoàn thành, còn 2 xã chưa nộp | chưa có xã nào được hỗ trợ dứt điểm | đã hoàn thành 2/5 xã
đã bàn giao 3 máy, chỉ tiêu 5 máy | đã hoàn thành dự thảo, đang trình ký | đã hoàn thành khảo sát, chưa thi công | yêu cầu hoàn thành trước 15/12
hợp đồng kết thúc ngày 15/10 | hoàn thành ngày 15/10 theo kế hoạch, thực tế chậm | chưa đến kỳ báo cáo | chưa có kinh phí, mới bố trí được 30%
không có đơn vị nào chưa hỗ trợ | không liên quan đến việc chậm | đang triển khai thì tạm dừng | không còn dở dang | huyện đang quản lý 12 trạm
đang tổng hợp báo cáo từ các xã | xong trước Tết | xong trong tháng 12 | cuối tháng xong | mai là xong | tháng 12 xong | 15/12 hoàn thành
done by next week | done by the end of December
"""
WRITTEN_AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def phrases(text: str) -> list[str]:
    return [phrase.strip() for line in text.strip().splitlines() for phrase in line.split(" | ")]


def said(phrase: str) -> Reply:
    """What is read of task 8, "Hỗ trợ doanh nghiệp nhỏ và vừa …", in a mail of 20 November."""
    return read_reply(replace(mail_of(f"NV8: {phrase}"), sent_at=WRITTEN_AT), plan=PLAN, context=context((8,)))


@pytest.mark.parametrize(
    ("status", "phrase"),
    [
        *(("done", phrase) for phrase in phrases(DONE)),
        *(("in_progress", phrase) for phrase in phrases(IN_PROGRESS)),
        *(("not_started", phrase) for phrase in phrases(NOT_STARTED)),
        *(("not_applicable", phrase) for phrase in phrases(NOT_APPLICABLE)),
    ],
)
def test_a_phrase_that_says_a_status_is_recorded(status: str, phrase: str) -> None:
    reply = said(phrase)

    assert [item.status for item in reply.items] == [status], reply.review


@pytest.mark.parametrize("phrase", phrases(NOTHING_CERTAIN))
def test_a_phrase_that_leaves_the_status_open_goes_to_a_person(phrase: str) -> None:
    reply = said(phrase)

    assert reply.items == ()
    assert reply.review


@pytest.mark.parametrize(
    ("phrase", "status", "percent"),
    [
        ("báo cáo tuần trước ghi đã hoàn thành là nhầm, thực tế đang thực hiện, đạt 70%", "in_progress", 70),
        ("không phải đã hoàn thành mà đang triển khai 40%", "in_progress", 40),
        ("hoàn thành năm 2025, năm nay chưa thực hiện", "not_started", None),
        ("năm ngoái chưa làm, năm nay đã xong", "done", None),
    ],
)
def test_what_a_reply_takes_back_itself_does_not_count(phrase: str, status: str, percent: float | None) -> None:
    reply = said(phrase)

    assert [(item.status, item.percent) for item in reply.items] == [(status, percent)], reply.review


def test_a_task_put_off_to_another_year_is_recorded_and_shown() -> None:
    reply = said("chuyển sang năm 2027 thực hiện")

    assert [item.status for item in reply.items] == ["not_started"]
    assert reply.review
