"""Writes the small zip archives that the reader is tested against, with Python's zipfile.

Run: python3 make_files.py   (files made with Python 3.11)
"""
import pathlib
import zipfile

here = pathlib.Path(__file__).parent
text = b"".join(b"line %d of a text that deflates well\n" % i for i in range(200))
date = (2020, 1, 1, 0, 0, 0)


def entry(name, method):
    info = zipfile.ZipInfo(name, date)
    info.compress_type = method
    return info


with zipfile.ZipFile(here / "plain.zip", "w") as archive:
    archive.writestr(entry("folder/", zipfile.ZIP_STORED), b"")
    archive.writestr(entry("folder/stored.txt", zipfile.ZIP_STORED), text[:100])
    archive.writestr(entry("folder/deeper/deflated.txt", zipfile.ZIP_DEFLATED), text)
    archive.writestr(entry("empty.txt", zipfile.ZIP_DEFLATED), b"")
    archive.comment = b"a comment after the directory"

with zipfile.ZipFile(here / "zip64.zip", "w") as archive:
    with archive.open(entry("wide.txt", zipfile.ZIP_DEFLATED), "w", force_zip64=True) as file:
        file.write(text)


class Unseekable:
    """A stream that cannot seek: zipfile then writes sizes after the data (bit 3 of the flags)."""

    def __init__(self, path):
        self.file = open(path, "wb")

    def write(self, data):
        return self.file.write(data)

    def flush(self):
        self.file.flush()


stream = Unseekable(here / "streamed.zip")
with zipfile.ZipFile(stream, "w") as archive:
    archive.writestr(entry("streamed.txt", zipfile.ZIP_DEFLATED), text)
stream.file.close()

with zipfile.ZipFile(here / "traversal.zip", "w") as archive:
    archive.writestr(entry("inside/../../outside.txt", zipfile.ZIP_STORED), b"no")

with zipfile.ZipFile(here / "link.zip", "w") as archive:
    link = entry("link", zipfile.ZIP_STORED)
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    archive.writestr(link, b"/etc/passwd")

with zipfile.ZipFile(here / "bzip2.zip", "w") as archive:
    archive.writestr(entry("packed.txt", zipfile.ZIP_BZIP2), text)
