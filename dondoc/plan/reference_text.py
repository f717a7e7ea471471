"""The sentences of docs/reference/plan.md that no single key can carry: how the file is read, and rules across keys."""

from __future__ import annotations

FOREWORD = """\
# plan.yaml: tham chiếu

*Every key of plan.yaml, in Vietnamese since officers read it. Generated from `dondoc/plan/` by `make generated`;
do not edit.*

Một tệp nêu toàn bộ kế hoạch: ai làm gì, khi nào báo cáo, nhắc ra sao, hỏi những gì. Sửa xong chạy `dondoc check`:
mọi lỗi được nêu trong một lần, kèm dòng, cột, mã lỗi ([errors.md](errors.md)) và cách sửa.

## Cách viết

- Khóa bằng tiếng Anh; mã (`so-y-te`) chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối; văn bản bằng ngôn ngữ
  của kế hoạch.
- Văn bản được lấy đúng như đã viết: `1e3`, `2842`, `no`, `12:30` vẫn là chữ. Chỉ cần ngoặc kép khi văn bản có
  dấu hai chấm rồi dấu cách, có dấu cách rồi `#`, bắt đầu bằng `@ % & * ! [ {`, hoặc nằm trong `{ }`, `[ ]` mà có
  dấu phẩy.
- Ở đâu cần danh sách mã, có thể viết một mã: `lead: so-y-te` như `lead: [so-y-te]`.
- Khóa không bắt buộc mà để trống thì coi như không viết (có cảnh báo).
- Ngày viết `2023-03-27`; ngày trong năm viết `30/11`; khoảng cách viết `30d` (ngày), `5wd` (ngày làm việc), `2w`
  (tuần).
- Tệp lưu bằng UTF-8 (có hay không có BOM, xuống dòng kiểu nào cũng được), một tài liệu, tối đa 2 MB. Có thể dùng
  neo `&`, `*` và `<<` của YAML; khóa viết sau `<<` thay thế khóa được chép.
"""

SECTION_NOTES = {
    "agencies": """\
- `from`, `until` tính cả hai ngày. Cơ quan kế thừa phải tồn tại vào ngày sau `until`.
- Cơ quan được nêu **đích danh** (chủ trì, đầu mối, cấp trên …) mà đã kết thúc thì được thay bằng cơ quan kế thừa,
  qua nhiều lần sáp nhập nếu có; có cảnh báo. Thành viên của nhóm thì không: nhóm chỉ gồm những thành viên đang
  tồn tại.
- Phải có địa chỉ thư: mọi cơ quan được hỏi, cơ quan đầu mối, và cấp trên được một mốc nhắc gửi bản sao.
""",
    "groups": """\
`members` có thể nêu nhóm khác, `except` bỏ ra cả đơn vị lẫn nhóm. Một nhóm không được chứa chính nó. Thứ tự là
thứ tự đã viết, mỗi đơn vị một lần.
""",
    "tasks": """\
Khóa là số thứ tự: `3` và `"3"` là một. `when` không viết thì coi là `all-year`. Cột chủ trì và phối hợp trong
thư, báo cáo lấy `lead_text`, `support_text` nếu có, không thì tên của các mã.
""",
    "figures": """\
Một mã số liệu dùng ở nhiều nhiệm vụ phải có cùng `name`, `unit`, `kind`: kết quả được cộng lại.
Đổi `name`, `unit` hoặc `kind` của một số liệu thì báo cáo không so sánh với năm trước nữa và ghi rõ vì sao.
""",
    "objectives.*.measure": """\
Số liệu phải được một nhiệm vụ hoặc một chu kỳ hỏi. Câu hỏi có/không (`kind: yesno`) cần `goal` là tỷ lệ (`100%`);
con số cần `goal` là số (`1500`).
""",
    "cycles": """\
**Hạn.** Viết một trong hai: `due_before: 30/11` (trước ngày này, hạn chót là 29/11) hoặc `due_by: 29/11` (kể cả
ngày đó).

| `every` | hạn viết | mã kỳ |
|---|---|---|
| `year` | một ngày trong năm: `30/11` | `nam-2026` |
| `half` | hai ngày, mỗi nửa năm một: `[15/6, 15/12]` | `X-2026-h1` |
| `quarter` | bốn ngày, mỗi quý một: `[15/3, 15/6, 15/9, 15/12]` | `X-2026-q3` |
| `month` | ngày trong tháng: `25` (tháng không có ngày đó thì lấy ngày cuối tháng) | `X-2026-07` |
| `once` | một ngày `2025-09-14`, hoặc `{after: 3 years, of: qd-1079}` | mã của chu kỳ |

Kỳ là kỳ mà ngày hạn chót rơi vào; `for: previous` để báo cáo về kỳ liền trước. Chu kỳ thêm giữa chừng chỉ có
những kỳ còn hạn trong thời gian của kế hoạch.

**Mở và đóng.** `opens` không viết: 30 ngày trước hạn, hoặc mốc nhắc sớm nhất nếu sớm hơn. `closes` không viết: 30
ngày sau hạn; trả lời muộn hơn vẫn được lưu nhưng không vào báo cáo nào. `counted_to` có thể sau hạn: khi đó báo
cáo ghi "ước".

**Hỏi ai.** `tasks` bắt buộc, trừ `ask: document` (mỗi đơn vị trong `to` gửi một văn bản). `lead+support` hỏi cả
cơ quan phối hợp của các nhiệm vụ ấy.
""",
    "cycles.*.remind": """\
Một mốc viết gọn `-14d`, hoặc đầy đủ `{at: +7d, tone: escalate, cc: [superior]}`. Mốc tính từ hạn chót; chỉ mốc
đến hạn gần nhất được gửi, một lần.
""",
}

AFTERWORD = """\
## Những điều `dondoc check` xem xét

Lỗi: khóa lạ hoặc lặp, mã không tồn tại, nhóm chứa chính nó, cơ quan được hỏi mà không có địa chỉ, `until` trước
`from`, cơ quan kế thừa chưa có vào ngày đó, hạn ngoài kế hoạch, hai chu kỳ trùng mã kỳ, mốc nhắc trước khi mở, số
liệu của mục tiêu mà không ai hỏi … Cảnh báo: nhóm không có ai, cơ quan không ai hỏi, hạn rơi vào ngày nghỉ, cơ
quan sẽ kết thúc … Danh sách đầy đủ: [errors.md](errors.md).
"""
