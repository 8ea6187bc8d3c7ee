#!/usr/bin/env python3
"""Builds the documentation as a static site: build.py OUTPUT [ASSAY].

Every page is a Markdown file of the repository, converted by cmark-gfm, or a reference that the program
ASSAY prints of itself. Nothing is fetched, and the same sources give the same bytes.
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys

import reference

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent

# The order of the navigation; pages of docs/ that no group names come last.
GROUPS = [
    ("Start", ["README.md", "docs/tutorial.md", "docs/troubleshooting.md"]),
    ("Use", [
        "docs/suite-files.md", "docs/commands.md", "docs/exit-codes.md", "docs/store.md",
        "docs/baselines.md", "docs/continuous-integration.md", "docs/clusters.md",
        "docs/portable-mode.md",
    ]),
    ("Extend", [
        "docs/add-a-model.md", "docs/add-a-task.md", "docs/add-a-suite.md", "docs/add-a-figure.md",
        "docs/protocol.md", "adapters/python/README.md", "CONTRIBUTING.md",
    ]),
    ("Reference", ["reference/commands", "reference/suite-schema", "reference/metrics"]),
    ("Background", [
        "docs/architecture.md", "docs/containment.md", "docs/statistics.md", "docs/two-phase.md",
        "docs/dependencies.md", "CHANGELOG.md",
    ]),
]


class Page:
    """A page of the site: where it comes from, where it goes, and its Markdown."""

    def __init__(self, source, markdown):
        self.source = source
        self.markdown = markdown
        self.target = "index.html" if source == "README.md" else target_of(source)
        title = re.search(r"^# (.+)$", markdown, re.M)
        self.title = "Overview" if source == "README.md" else plain(title.group(1) if title else source)


def target_of(source):
    """`docs/store.md` becomes `store.html`; pages elsewhere keep their folder in the name."""
    stem = re.sub(r"\.md$", "", source)
    stem = re.sub(r"^docs/", "", stem)
    stem = re.sub(r"/README$", "", stem)
    return stem.lower().replace("/", "-") + ".html"


def plain(text):
    return re.sub(r"[`*]", "", text).strip()


def slug(text, taken):
    """The id of a heading, as GitHub makes it, so that links hold in both places."""
    base = re.sub(r"[^\w\- ]", "", html.unescape(re.sub(r"<[^>]+>", "", text)).lower())
    base = base.strip().replace(" ", "-")
    name, number = base, 0
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def convert(markdown):
    """Markdown to HTML; raw HTML is left out, so that no page can smuggle a script in."""
    command = ["cmark-gfm", "--validate-utf8", "-e", "table", "-e", "strikethrough", "-t", "html"]
    return subprocess.run(
        command, input=markdown.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def with_ids(body):
    """Headings get ids and a link to themselves; returns the body and its table of contents."""
    taken, contents = set(), []

    def mark(match):
        level, text = int(match.group(1)), match.group(2)
        name = slug(text, taken)
        if level in (2, 3):
            contents.append((level, name, re.sub(r"</?a[^>]*>", "", text)))
        return f'<h{level} id="{name}"><a class="self" href="#{name}">{text}</a></h{level}>'

    body = re.sub(r"<h([1-6])>(.*?)</h\1>", mark, body, flags=re.S)
    return body, contents


def with_links(body, page, pages, images):
    """Links to pages of the site lead there; those to other files become their path alone."""
    folder = os.path.dirname(page.source)

    def follow(match):
        whole, target, text = match.group(0), html.unescape(match.group(1)), match.group(2)
        if re.match(r"[a-z]+:|#", target):
            return whole
        path, _, anchor = target.partition("#")
        source = os.path.normpath(os.path.join(folder, path))
        if source in pages:
            place = pages[source].target + (f"#{anchor}" if anchor else "")
            return f'<a href="{html.escape(place)}">{text}</a>'
        if not (ROOT / source).exists():
            raise SystemExit(f"{page.source}: broken link: {target}")
        return f'<span class="file" title="{html.escape(source)} in the repository">{text}</span>'

    def picture(match):
        source = os.path.normpath(os.path.join(folder, html.unescape(match.group(1))))
        images.add(source)
        return f'src="images/{os.path.basename(source)}" loading="lazy"'

    body = re.sub(r'<a href="([^"]*)">(.*?)</a>', follow, body, flags=re.S)
    return re.sub(r'(?<=<img )src="([^"]*)"', picture, body)


def navigation(current, groups):
    parts = []
    for name, pages in groups:
        links = []
        for page in pages:
            here = ' aria-current="page"' if page is current else ""
            links.append(f'<li><a href="{page.target}"{here}>{html.escape(page.title)}</a></li>')
        parts.append(f"<h2>{name}</h2><ul>{''.join(links)}</ul>")
    return "".join(parts)


def table_of_contents(contents):
    if len(contents) < 3:
        return ""
    lines = [f'<li class="level{level}"><a href="#{name}">{text}</a></li>' for level, name, text in contents]
    return f'<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>{"".join(lines)}</ul></nav>'


def sources(assay):
    """All pages by source, and the groups of the navigation."""
    texts = {"README.md": None}
    for pattern in ["docs/*.md", "Suites/*/README.md", "adapters/*/README.md", "CONTRIBUTING.md", "CHANGELOG.md"]:
        texts.update({str(path.relative_to(ROOT)): None for path in sorted(ROOT.glob(pattern))})
    pages = {source: Page(source, (ROOT / source).read_text()) for source in texts}
    if assay:
        for source, text in reference.pages(assay, ROOT).items():
            pages[source] = Page(source, text)
    groups = [(name, [pages[s] for s in members if s in pages]) for name, members in GROUPS]
    suites = [pages[s] for s in pages if s.startswith("Suites/")]
    groups.insert(2, ("Suites", suites))
    named = {page.source for _, members in groups for page in members}
    groups.append(("More", [pages[s] for s in sorted(pages) if s not in named]))
    return pages, [(name, members) for name, members in groups if members]


def build(output, assay):
    pages, groups = sources(assay)
    template = (HERE / "page.html").read_text()
    if output.exists():
        shutil.rmtree(output)
    (output / "images").mkdir(parents=True)
    images = set()
    for page in pages.values():
        body, contents = with_ids(convert(page.markdown))
        body = with_links(body, page, pages, images)
        body = body.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")
        text = template
        for name, value in {
            "title": html.escape(page.title), "navigation": navigation(page, groups), "body": body,
            "contents": table_of_contents(contents), "source": html.escape(page.source),
        }.items():
            text = text.replace("{{" + name + "}}", value)
        (output / page.target).write_text(text)
    for image in sorted(images):
        shutil.copy(ROOT / image, output / "images")
    for name in ["site.css", "site.js"]:
        shutil.copy(HERE / name, output)
    check_anchors(output)
    print(f"{len(pages)} pages in {output}")


def check_anchors(output):
    """Every link of the site leads to a page, and to a heading that is on it."""
    texts = {path.name: path.read_text() for path in output.glob("*.html")}
    for name, text in texts.items():
        for link in re.findall(r'<a href="([^"]*)"', text):
            target, _, anchor = html.unescape(link).partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            if target and target not in texts or anchor and f'id="{anchor}"' not in texts[target or name]:
                raise SystemExit(f"{name}: broken link: {link}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    build(pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "")
