#!/usr/bin/env python3
"""Composes news.txt from the stock of hand-written frames: python3 compose.py > news.txt

The same stock gives the same bytes. A frame is a line of stock/TOPIC.txt; in it
    [a|b|c]      one of several wordings
    {n 3 40}     a whole number, {d 1 9} one with a decimal comma
    {@list}      an entry of stock/lists.tsv
    {A}          a person of this article by full name: A B C D any, M N men, E F women
    {hA} {gA}    the same with "ông" or "bà": full name, given name; {HA} {GA} begin a sentence
    {A.}         the given name alone
    {xã} {xã2} {tỉnh} {xname} {tx}   communes and the province of this article, with and without type
    {ngày} {dm} {ngàynăm} {năm} {năm+1} {Buổi}   its date
"""

import random
import re
from pathlib import Path

STOCK = Path(__file__).parent / "stock"
SIZE = 600_000
TWO_TIERS_ONLY = {"digital", "economy", "reorganize"}
WITHOUT_PLACE = {"world"}
WEEKDAYS = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"]


def table(name):
    lines = (STOCK / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


LISTS = {name: values.split("; ") for name, values in table("lists.tsv")}
PLACES = table("places.tsv")


def frames():
    """Topic → section → frames."""
    topics = {}
    for file in sorted(STOCK.glob("*.txt")):
        sections = topics.setdefault(file.stem, {})
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                section = sections.setdefault(line[3:], [])
            elif line:
                section.append(line)
    return topics


class Article:
    """One article's people, places and date, the same from headline to by-line."""

    def __init__(self, dice, topic):
        self.dice = dice
        eras = [row for row in PLACES if topic not in TWO_TIERS_ONLY or not row[0]]
        self.old, self.province, self.district, communes = dice.choice(eras)
        self.communes = dice.sample(communes.split("; "), 2)
        self.year = dice.randint(2021, 2024) if self.old else 2025
        self.month = dice.randint(1, 12) if self.old else dice.randint(7, 12)
        self.day = dice.randint(3, 28)
        self.named, self.people, self.chosen = set(), {}, {}

    def person(self, key):
        if key not in self.people:
            male = key in "MN" or (key not in "EF" and self.dice.random() < 0.65)
            taken = {name.split()[-1] for name, _ in self.people.values()}
            while True:
                given = self.dice.choice(LISTS["male" if male else "female"])
                if given.split()[-1] not in taken:
                    break
            name = f"{self.dice.choice(LISTS['surname'])} {given}"
            self.people[key] = name, "ông" if male else "bà"
        return self.people[key]

    def mention(self, form, key, given):
        name, honorific = self.person(key)
        if given or (form in "gG" and form and key in self.named):
            name = name.split()[-1]
        self.named.add(key)
        if not form:
            return name
        return f"{honorific.capitalize() if form in 'HG' else honorific} {name}"

    def commune(self, i):
        commune = self.communes[i]
        if i == 0 and self.district and "xã" not in self.chosen:
            self.chosen["xã"] = True
            if self.dice.random() < 0.5:
                return f"{commune} ({self.district.split(' ', 1)[1]})"
            return f"{commune}, {self.district}"
        return commune

    def slot(self, match):
        words = match[1].split()
        if words[0] in "nd" and len(words) == 3:
            return self.number(words[0], int(words[1]), int(words[2]))
        slot = words[0]
        if slot.startswith("@"):
            if slot not in self.chosen or self.dice.random() < 0.5:
                self.chosen[slot] = self.dice.choice(LISTS[slot[1:]])
            return self.chosen[slot]
        person = re.fullmatch(r"([hHgG]?)([A-FMN])(\.?)", slot)
        if person:
            return self.mention(*person.groups())
        day = max(1, self.day - self.dice.randint(0, 2))
        fixed = {
            "tx": lambda: self.province,
            "tỉnh": lambda: f"tỉnh {self.province}",
            "Tỉnh": lambda: f"Tỉnh {self.province}",
            "xã": lambda: self.commune(0),
            "xã2": lambda: self.commune(1),
            "Xã": lambda: self.communes[0][0].upper() + self.communes[0][1:],
            "xname": lambda: self.communes[0].split(" ", 1)[1].removeprefix("trấn "),
            "họ": lambda: self.dice.choice(LISTS["họ"]),
            "dm": lambda: f"{day}/{self.month}",
            "ngày": lambda: f"ngày {day}/{self.month}",
            "ngàynăm": lambda: f"ngày {self.dice.randint(1, 28)}/{self.month}/{self.year}",
            "năm": lambda: str(self.year),
            "năm+1": lambda: str(self.year + 1),
            "năm-1": lambda: str(self.year - 1),
            "Buổi": lambda: self.dice.choice(["Sáng", "Chiều"]),
        }
        return fixed[slot]()

    def number(self, kind, low, high):
        if kind == "d":
            return f"{self.dice.randint(low * 10 + 1, high * 10) / 10:.1f}".replace(".", ",")
        number = self.dice.randint(low, high)
        a_year = 1600 <= low and high <= 2035
        return str(number) if a_year else f"{number:,}".replace(",", ".")

    def fill(self, frame):
        while re.search(r"\[[^\[\]]*\|[^\[\]]*\]", frame):
            frame = re.sub(
                r"\[([^\[\]]*\|[^\[\]]*)\]", lambda m: self.dice.choice(m[1].split("|")), frame
            )
        text = re.sub(r"\{([^}]+)\}", self.slot, frame)
        if self.old:
            text = text.replace("Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn")
            text = text.replace("NN&MT", "NN&PTNT")
        return text

    def date_line(self):
        return f"Thứ {self.dice.choice(WEEKDAYS)}, {self.day}/{self.month}/{self.year}"


def compose(dice, topic, sections, decks):
    """A headline, a lead, some of the body in a new order, an end, a by-line."""

    def draw(section, count=1):
        deck = decks.setdefault((topic, section), [])
        if len(deck) < count:
            deck[:] = dice.sample(sections[section], len(sections[section])) + deck
        return [deck.pop() for _ in range(count)]

    article = Article(dice, topic)
    lines = [article.fill(draw("headline")[0])]
    if dice.random() < 0.4:
        lines.append(article.date_line())
    lines.append(article.fill(draw("lead")[0]))
    body = [article.fill(frame) for frame in draw("body", dice.randint(4, 7))]
    while body:
        take = dice.choice([1, 1, 2])
        lines.append(" ".join(body[:take]))
        body = body[take:]
    if dice.random() < 0.3:
        lines.append("Ảnh: " + dice.choice(LISTS["penname"]))
    lines.append(article.fill(draw("end")[0]))
    lines.append(dice.choice(LISTS["penname"]))
    return "\n\n".join(lines)


def main():
    dice, topics, decks = random.Random(1865), frames(), {}
    articles, size = [], 0
    while size < SIZE:
        for topic, sections in topics.items():
            articles.append(compose(dice, topic, sections, decks))
            size += len(articles[-1].encode()) + 3
    print("\n\n\n".join(articles))


if __name__ == "__main__":
    main()
