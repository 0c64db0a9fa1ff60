"""The chapters of the manual, as they ship in ``resources/handleiding``."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.folding import fold
from vhdesk.resources import read_text, resource

FOLDER = "handleiding"


@dataclass(frozen=True, slots=True)
class Chapter:
    """``id`` is the name of the file without its end, such as "03-lijst-inlezen"."""

    id: str
    title: str
    text: str

    def place_of(self, words: str) -> str:
        """Return the line in which every word of ``words`` stands first; "" for none."""
        wanted = fold(words).split()
        for line in self.text.splitlines():
            plain = " ".join(
                line.strip("#-*| ").replace("`", "").replace("*", "").replace(" | ", ": ").split()
            )
            if wanted and all(word in fold(plain) for word in wanted):
                return plain
        return ""

    def holds(self, words: str) -> bool:
        """Say whether every word stands somewhere in the chapter."""
        everything = fold(self.text)
        return all(word in everything for word in fold(words).split())


def load_chapters() -> tuple[Chapter, ...]:
    """Return the chapters in order. Raises EnvironmentFault when the manual is missing from the installation."""
    chapters = []
    for path in sorted(resource(FOLDER).glob("*.md")):
        text = read_text(f"{FOLDER}/{path.name}")
        first = next((line for line in text.splitlines() if line.startswith("# ")), path.stem)
        chapters.append(Chapter(path.stem, first.removeprefix("# ").strip(), text))
    return tuple(chapters)


def find_chapter(chapters: tuple[Chapter, ...], topic: str) -> Chapter | None:
    """Return the chapter that ``topic`` means: its id, its id without the number, or a word of its title."""
    wanted = fold(topic)
    for chapter in chapters:
        if topic in (chapter.id, chapter.id.partition("-")[2]):
            return chapter
    for chapter in chapters:
        if wanted and (wanted in fold(chapter.title) or wanted in fold(chapter.id)):
            return chapter
    return None
