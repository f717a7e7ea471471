"""Finding a value in the tree of plan.yaml by its path: names of keys, and positions in lists."""

from __future__ import annotations

from dondoc.plan.faults import Place
from dondoc.plan.tree import Branch, Twig

Path = tuple[str | int, ...]


def find_place(root: Branch, path: Path, *, on_key: bool = False) -> Place:
    """The place of the value at `path` (of its key with `on_key`), or of the nearest part of it that is written."""
    place, branch = root.place, root
    for step in path:
        match branch.value:
            case dict() as twigs if str(step) in twigs:
                twig = twigs[str(step)]
                branch = twig.branch
                place = twig.key_place if on_key or not _has_own_place(branch) else branch.place
            case list() as items if isinstance(step, int) and step < len(items):
                branch = items[step]
                place = branch.place
            case _:
                continue
    return place


def _has_own_place(branch: Branch) -> bool:
    return branch.value is not None and (branch.is_flow or not isinstance(branch.value, dict))


def find_branch(root: Branch, path: Path) -> Branch | None:
    """The value at `path`, or None where nothing is written there."""
    branch = root
    for step in path:
        match branch.value:
            case dict() as twigs if str(step) in twigs:
                branch = twigs[str(step)].branch
            case list() as items if isinstance(step, int) and step < len(items):
                branch = items[step]
            case _:
                return None
    return branch


def twigs_at(root: Branch, path: Path) -> dict[str, Twig]:
    """The keys of the mapping at `path`; none where something else or nothing is written there."""
    branch = find_branch(root, path)
    return branch.value if branch is not None and isinstance(branch.value, dict) else {}
