"""LibreOffice as a converter: what an office's own program makes of our documents."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


class LibreOffice:
    """Converts files, with a profile of its own under `home`."""

    def __init__(self, home: Path) -> None:
        self._profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"

    @staticmethod
    def is_installed() -> bool:
        return shutil.which("soffice") is not None

    def convert(self, source: Path, target: str, folder: Path) -> Path:
        """Convert `source` to the filter `target` (such as pdf); the new file."""
        command = ["soffice", self._profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"{source.stem}.{target.partition(':')[0]}"
