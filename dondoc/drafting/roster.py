"""Everybody the draft names, with ids: found again under other spellings, or taken over from another plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dondoc.drafting import lexicon
from dondoc.drafting.names import Named, names_in
from dondoc.drafting.standard import abbreviation_of, find_known, id_of, short_of
from dondoc.plan.model import Agency, Group, Plan
from dondoc.plan.suggest import slug
from dondoc.reading.folded import clean, plain_of
from dondoc.text import squeeze

_COMMITTEE = re.compile(r"uy ban nhan dan")
_ABBREVIATION = re.compile(r"(?<!\w)[A-ZĐ&-]{2,}(?!\w)")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True, slots=True)
class Party:
    """Who a cell means: ids, whether the ids say all of its wording, and what a person should look at."""

    ids: tuple[str, ...] = ()
    text: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass
class Roster:
    """Hands out ids; `place` is the name of the province or district that names may carry at their end."""

    place: str = ""
    level: str = "tỉnh"
    known: Plan | None = None
    agencies: dict[str, Agency] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    _ids: dict[str, str] = field(default_factory=dict)
    _group_ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known_ids = dict(self._spellings_of_known())
        self._known_groups = {kind: each.id for each in _groups_of(self.known) for kind in _kinds_of(each.name)[:1]}

    def _spellings_of_known(self) -> Iterator[tuple[str, str]]:
        for agency in reversed(list(self.known.agencies.values())) if self.known else ():
            for name in filter(None, (agency.short, agency.name)):
                yield from ((key, agency.id) for key in self._keys(name))

    def party(self, text: str) -> Party:
        """Everybody that a cell names."""
        found = names_in(text)
        ids: list[str] = []
        doubts: list[str] = []
        for each in found:
            match each.kind:
                case "agency":
                    ids.append(self.agency(each.name, is_sure=each.is_sure))
                    if not each.is_sure:
                        doubts.append(f"chưa chắc “{each.name}” là tên một cơ quan")
                case "group":
                    ids += self._groups(each)
                case "related":
                    doubts.append(f"“{each.name}” không nêu tên cụ thể")
        once = tuple(dict.fromkeys(ids))
        return Party(once, None if self._says_all(text, once) else squeeze(text).rstrip(" ;,") or None, tuple(doubts))

    def fallback(self, text: str) -> tuple[str, ...]:
        """The groups out of which "related" agencies are meant, where nobody is named at all."""
        return tuple(self.group(kind) for each in names_in(text) for kind in each.groups)

    def _says_all(self, text: str, ids: tuple[str, ...]) -> bool:
        if len(ids) != 1:
            return not text.strip()
        entry = self.agencies.get(ids[0]) or self.groups[ids[0]]
        return plain_of(squeeze(clean(text))) == plain_of(squeeze(entry.name))

    def _groups(self, named: Named) -> Iterator[str]:
        if named.groups:
            yield from (self.group(kind, named.name if len(named.groups) == 1 else "") for kind in named.groups)
        else:
            yield self.group(id_of(named.name), named.name)

    def group(self, kind: str, wording: str = "") -> str:
        """The id of a kind of group, entered under its first wording."""
        taken = self._known_groups.get(kind)
        if taken and self.known:
            self._take_over(taken)
            return taken
        group_id = self._group_ids.setdefault(kind, self._free(kind))
        if group_id not in self.groups:
            name = wording or lexicon.GROUP_NAMES.get(kind, kind)
            self.groups[group_id] = Group(group_id, name[:1].upper() + name[1:], ())
        return group_id

    def agency(self, name: str, *, is_sure: bool = True) -> str:
        """The id of an agency, whatever spelling of its name is met."""
        name = squeeze(_BRACKETS.sub(" ", name)) or squeeze(name)
        keys = self._keys(name)
        for key in keys:
            if key in self._known_ids:
                self._take_over(self._known_ids[key])
                return self._known_ids[key]
            if key in self._ids:
                return self._ids[key]
        agency = self._new(name)
        self.agencies[agency.id] = agency
        self._ids.update(dict.fromkeys((*keys, *self._keys(agency.name)), agency.id))
        if not is_sure:
            self.unsure.add(agency.id)
        return agency.id

    def find(self, name: str) -> str | None:
        """The id of an agency that is entered already."""
        return next((self._ids[key] for key in self._keys(name) if key in self._ids), None)

    def _new(self, name: str) -> Agency:
        bare = self._without_place(name)
        known = find_known(name) or find_known(bare)
        if known:
            is_full = name.count(" ") >= known.name.count(" ") and not _ABBREVIATION.search(name)
            made = known.id if self.level == "tỉnh" else re.sub("-tinh$", f"-{slug(self.level)}", known.id)
            return Agency(
                self._free(made), name if is_full else self._on_level(known.name), self._on_level(known.short) or None
            )
        if self._is_top(name):
            return Agency(self._free(f"ubnd-{slug(self.level)}"), name, f"UBND {self.level}")
        made = id_of(bare if bare.count(" ") else name)
        unit = re.match(r"(?:ubnd|uy ban nhan dan) ([a-z ]+?) [^ ]+", plain_of(name))
        if made in self.agencies and unit:
            made = f"{slug(unit.group(1))}-{made}"
        return Agency(self._free(made), name, short_of(bare))

    def _on_level(self, text: str | None) -> str:
        return re.sub(" tỉnh$", f" {self.level}", text or "")

    def _is_top(self, name: str) -> bool:
        """Whether it is the committee that issued the plan, or the one of its level."""
        return self._key(name) in {"ubnd", f"ubnd {plain_of(self.level)}"}

    def _free(self, wanted: str) -> str:
        number, made = 2, wanted
        while made in self.agencies or made in self.groups or made in self._group_ids.values():
            made = f"{wanted}-{number}"
            number += 1
        return made

    def _keys(self, name: str) -> list[str]:
        """Under which an agency is known: its name without its level and place, and its abbreviation."""
        keys = [self._key(name)]
        known = find_known(name) or find_known(self._without_place(name))
        if known:
            keys.append(self._key(known.name))
        abbreviation = abbreviation_of(self._without_place(name))
        return [*keys, *([abbreviation] if abbreviation else [])]

    def _key(self, name: str) -> str:
        plain = plain_of(squeeze(clean(self._without_place(name))))
        return re.sub(f" (?:tinh|{plain_of(self.level)})$", "", _COMMITTEE.sub("ubnd", plain))

    def _without_place(self, name: str) -> str:
        place = plain_of(self.place)
        plain = plain_of(name)
        own = f" {plain_of(self.level)} {place}"
        if place and plain.endswith(own):
            return name[: len(name) - len(place) - 1]
        if (
            place
            and plain.endswith(f" {place}")
            and not plain.startswith(("ubnd", "uy ban nhan dan"))
            and len(plain) > len(place) + 2
        ):
            return name[: len(name) - len(place) - 1]
        return name

    def _take_over(self, entry: str) -> None:
        """Enter an agency or group of the other plan, with everybody it relies on."""
        assert self.known is not None  # noqa: S101 — ids of the other plan come from it
        waiting = [entry]
        while waiting:
            each = waiting.pop()
            if each in self.agencies or each in self.groups:
                continue
            agency, group = self.known.agencies.get(each), self.known.groups.get(each)
            if agency:
                self.agencies[each] = agency
                self._ids.update(dict.fromkeys(self._keys(agency.name), each))
                waiting += [*agency.successor, *filter(None, (agency.superior,))]
            elif group:
                self.groups[each] = group
                waiting += [*group.members, *group.without]

    def is_taken_over(self, entry: str) -> bool:
        """Whether an entry came whole from the other plan."""
        return self.known is not None and (entry in self.known.agencies or entry in self.known.groups)

    def set_superior(self, superior: str) -> None:
        """Everybody newly drafted escalates to `superior`."""
        for each, agency in self.agencies.items():
            if each != superior and not self.is_taken_over(each):
                self.agencies[each] = replace(agency, superior=superior)

    def fill_groups(self) -> None:
        """Put the agencies that certainly belong to a group into it, as far as the document names them."""
        for each, group in self.groups.items():
            if not self.is_taken_over(each):
                kind = next((kind for kind, made in self._group_ids.items() if made == each), each)
                self.groups[each] = replace(group, members=tuple(self._members(kind, each)))

    def _members(self, kind: str, own: str) -> Iterable[str]:
        if kind == lexicon.EVERYBODY:
            rest = [each for each in self.groups if each != own]
            return [
                *rest,
                *(each for each in self.agencies if not self._is_top(self.agencies[each].name)),
            ]
        return [each for each, agency in self.agencies.items() if _belongs(plain_of(agency.name), kind)]


_MEMBER = {
    lexicon.OFFICES: re.compile(r"so |thanh tra tinh|van phong (?:ubnd|uy ban nhan dan)|ban (?:dan toc|quan ly khu)"),
    lexicon.UNIONS: re.compile(
        r"uy ban (?:mat tran|mttq)|(?:tinh|thanh) doan|lien doan lao dong"
        r"|hoi (?:lien hiep phu nu|nong dan|cuu chien binh)"
    ),
    lexicon.PRESS: re.compile(r"(?:bao(?! hiem| tang)|dai (?:phat thanh|truyen hinh|pt)|tap chi)"),
    lexicon.DISTRICTS: re.compile(r"(?:ubnd|uy ban nhan dan) (?:huyen|thi xa|thanh pho|quan) [^ ]"),
    lexicon.COMMUNES: re.compile(r"(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran|dac khu) [^ ]"),
}


def _belongs(plain: str, kind: str) -> bool:
    pattern = _MEMBER.get(kind)
    return pattern is not None and pattern.match(plain) is not None


def _groups_of(plan: Plan | None) -> tuple[Group, ...]:
    return tuple(plan.groups.values()) if plan else ()


def _kinds_of(name: str) -> tuple[str, ...]:
    """The kind of group that a name in another plan stands for."""
    found = names_in(name)
    return found[0].groups or (id_of(name),) if len(found) == 1 else (id_of(name),)
