"""How hard pages are to read: the Flesch-Kincaid grade of their text, a line for each page.

usage: readability.py HIGHEST PAGE...     ends with 1 where a page is above the highest grade
"""

import html.parser
import sys

import textstat


class Text(html.parser.HTMLParser):
    """The paragraphs and entries of a page, headings and pictures left out."""

    def __init__(self):
        super().__init__()
        self.depth, self.pieces = 0, []

    def handle_starttag(self, tag, attributes):
        if tag in ("p", "li", "figcaption"):
            self.depth += 1

    def handle_endtag(self, tag):
        if tag in ("p", "li", "figcaption"):
            self.depth -= 1

    def handle_data(self, data):
        if self.depth and data.strip():
            self.pieces.append(data.strip())


highest, failed = float(sys.argv[1]), 0
for path in sys.argv[2:]:
    reader = Text()
    reader.feed(open(path, encoding="utf-8").read())
    text = " ".join(reader.pieces)
    grade = textstat.flesch_kincaid_grade(text)
    print(f"{grade:.1f}\t{len(text.split())} words\t{path}")
    failed |= grade > highest or len(text.split()) < 100
sys.exit(failed)
