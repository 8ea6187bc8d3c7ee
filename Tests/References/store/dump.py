"""Prints the store in a folder as SQL, its artifact files as comments in base64.

python3 dump.py FOLDER > version-1.sql    (any Python 3; SQLite's own iterdump)
"""

import base64
import pathlib
import sqlite3
import sys

folder = pathlib.Path(sys.argv[1])
database = sqlite3.connect(folder / "results.sqlite")
for name in ("application_id", "user_version"):
    print(f"PRAGMA {name} = {database.execute('PRAGMA ' + name).fetchone()[0]};")
for line in database.iterdump():
    print(line)
for file in sorted((folder / "artifacts").rglob("*")):
    if file.is_file():
        print("-- artifact", base64.b64encode(file.read_bytes()).decode())
