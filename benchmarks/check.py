"""How long `dondoc check` takes on 13 and 1,000 tasks, beside `tj3 --check-syntax` of TaskJuggler on as many.

Run: .venv/bin/python -m benchmarks.check. TaskJuggler is measured where it is installed (Debian package tj3).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.plans import plan_text

DONDOC = (str(Path(sys.executable).parent / "dondoc"), "check", "--plan")
TASKJUGGLER = ("tj3", "--check-syntax")
TIMES = 3


def seconds(command: tuple[str, ...], file: Path) -> float:
    """The best of a few runs, process start included."""
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        subprocess.run((*command, str(file)), check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def juggler_text(tasks: int, resources: int) -> str:
    """A TaskJuggler project with as many tasks and resources."""
    people = "\n".join(f'resource a{number} "Cơ quan số {number}"' for number in range(resources))
    work = "\n".join(
        f'task t{number} "Nội dung nhiệm vụ số {number} của kế hoạch, dài như một nhiệm vụ thật thường dài" {{\n'
        f"  start 2023-01-01\n  end 2028-12-31\n  allocate a{number % resources}\n}}"
        for number in range(1, tasks + 1)
    )
    return f'project big "Kế hoạch lớn" 2022-12-31 - 2029-01-02 {{ timezone "Asia/Ho_Chi_Minh" }}\n{people}\n{work}\n'


def main() -> None:
    """Print seconds for each size."""
    with tempfile.TemporaryDirectory() as folder:
        for tasks, agencies in ((13, 41), (1000, 3500)):
            plan = Path(folder) / f"{tasks}.yaml"
            plan.write_text(plan_text(tasks, agencies, groups_a_task=7 if agencies > 350 else 1), "utf-8")
            print(f"dondoc check, {tasks} tasks, {agencies} agencies: {seconds(DONDOC, plan):.2f} s")
            project = Path(folder) / f"{tasks}.tjp"
            project.write_text(juggler_text(tasks, agencies), "utf-8")
            if shutil.which(TASKJUGGLER[0]):
                print(f"tj3 --check-syntax, {tasks} tasks, {agencies} resources: {seconds(TASKJUGGLER, project):.2f} s")
            else:
                print("tj3 is not installed")


if __name__ == "__main__":
    main()
