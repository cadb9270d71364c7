"""What is built and never kept in the repository: fonts cut to our letters, message catalogues."""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from io import BytesIO
from itertools import chain
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
BUILT = Path(sys.prefix) / "share" / "nhipcau"
WEIGHTS = {"noto-sans-400": 400, "noto-sans-700": 700}
LARGEST_FONT = 11 * 1024

ASCII = "".join(map(chr, range(0x20, 0x7F)))
VIETNAMESE = (
    "ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
    "\u0300\u0301\u0303\u0309\u0323"  # texts also come with their marks apart
)
# Ê Đê, Gia Rai, Ba Na, M'Nông; a breve over ê, ô, ơ, ư exists only as a mark.
HIGHLANDS = "ăĕĭŏŭñčƀ\u0306\u0302\u0304\u02bc"
# Noto Sans has no arrows, ticks or ≤ ≥: those come from the reader's own fonts.
SIGNS = "«»“”‘’…–—·•×±÷°§©‰½²³₫€\u00a0\u2011\u202f"
LETTERS = frozenset(
    chain(ASCII, VIETNAMESE, VIETNAMESE.upper(), HIGHLANDS, HIGHLANDS.upper(), SIGNS)
)


@dataclass(frozen=True)
class Asset:
    """A built file, what it depends on, and how it is made."""

    file: Path
    sources: tuple[bytes, ...]
    make: Callable[[], bytes]

    @property
    def mark(self) -> str:
        """Changes when anything changes that the file is made of."""
        whole = hashlib.sha256()
        for part in (Path(__file__).read_bytes(), *self.sources):
            whole.update(hashlib.sha256(part).digest())
        return whole.hexdigest()


def outdated(built: Path = BUILT, package: Path = PACKAGE) -> list[Asset]:
    """Assets whose file is absent or was made from something else."""
    marks = _marks(built)
    return [
        asset
        for asset in _all(built, package)
        if not asset.file.exists() or marks.get(_name(asset, built)) != asset.mark
    ]


def build(built: Path = BUILT, package: Path = PACKAGE) -> list[Path]:
    """Make what is out of date and answer which files that was; nothing else is touched."""
    marks = _marks(built)
    made = []
    for asset in outdated(built, package):
        asset.file.parent.mkdir(parents=True, exist_ok=True)
        _replace(asset.file, asset.make())
        marks[_name(asset, built)] = asset.mark
        _replace(built / "assets.json", json.dumps(marks, indent=1).encode())
        made.append(asset.file)
    return made


def _all(built: Path, package: Path) -> Iterable[Asset]:
    for name, weight in WEIGHTS.items():
        sources = (version("fontpkg-noto-sans").encode(), version("fonttools").encode())
        yield Asset(built / f"static/fonts/{name}.woff2", sources, partial(_font, weight))
    for catalogue in sorted(package.glob("locale/*/LC_MESSAGES/*.po")):
        file = built / catalogue.relative_to(package).with_suffix(".mo")
        yield Asset(file, (catalogue.read_bytes(),), partial(_messages, catalogue))


def _font(weight: int) -> bytes:
    """One weight of Noto Sans with our letters, without hinting."""
    import fontpkg_noto_sans
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    options = Options(hinting=False, layout_features=["mark", "mkmk", "ccmp"])
    options.name_IDs = [0, 1, 2, 13]  # with the licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, LETTERS))
    few = BytesIO()
    with TTFont(fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf", lazy=True) as whole:
        subsetter.subset(whole)
        whole.save(few)
    # Saved and read again: the instancer stumbles over what the subsetter leaves in memory.
    # In this order, for fixing the weight of all three thousand letters first takes 8 s.
    few.seek(0)
    font = instantiateVariableFont(TTFont(few), {"wght": weight, "wdth": 100})
    font.flavor = "woff2"
    font.save(packed := BytesIO())
    return packed.getvalue()


def _messages(catalogue: Path) -> bytes:
    """A compiled catalogue; half-sure translations stay out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue.open("rb") as opened:
        messages = read_po(opened, locale=catalogue.parts[-3], abort_invalid=True)
    write_mo(packed := BytesIO(), messages, use_fuzzy=False)
    return packed.getvalue()


def _marks(built: Path) -> dict[str, str]:
    try:
        return dict(json.loads((built / "assets.json").read_text()))
    except (OSError, ValueError):
        return {}


def _name(asset: Asset, built: Path) -> str:
    return asset.file.relative_to(built).as_posix()


def _replace(file: Path, content: bytes) -> None:
    """Whole or not at all, and readable to the user who serves it, whatever the umask."""
    draft = file.with_name(f"{file.name}.draft")
    draft.write_bytes(content)
    draft.chmod(0o644)
    draft.replace(file)


def main() -> None:
    """Build on the command line: `python -m nhipcau.project.assets`."""
    argparse.ArgumentParser(description="Dựng phông chữ và bản dịch đã biên dịch.").parse_args()
    for file in build():
        print(file)


if __name__ == "__main__":
    main()
