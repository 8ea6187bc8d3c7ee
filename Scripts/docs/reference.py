"""Pages that the program prints of itself: its commands, the form of suite files, its metrics."""
import json
import re
import subprocess


def pages(assay, root):
    """Markdown by the name of its page."""
    schema = json.loads(said(assay, root, "validate", "--schema"))
    return {
        "reference/commands": commands(assay, root),
        "reference/suite-schema": suite_schema(schema),
        "reference/metrics": metrics(assay, root),
    }


def said(assay, root, *arguments):
    return subprocess.run([assay, *arguments], cwd=root, stdout=subprocess.PIPE, check=True).stdout.decode()


def subcommands(help_text):
    """The names below SUBCOMMANDS: two spaces, then the name."""
    part = help_text.partition("SUBCOMMANDS:\n")[2]
    return [name for name in re.findall(r"(?m)^  ([a-z][a-z-]*)(?= |$)", part) if name != "help"]


def commands(assay, root):
    lines = [
        "# Help of every command", "",
        "What `assay help` prints, verb by verb. [Commands](../docs/commands.md) tells the same in order of use.", "",
    ]

    def add(path):
        text = said(assay, root, "help", *path)
        lines.extend([f"{'#' * min(2 + max(0, len(path) - 1), 3)} assay {' '.join(path)}".rstrip(), "",
                      "```text", text.strip(), "```", ""])
        for name in subcommands(text):
            add([*path, name])

    add([])
    return "\n".join(lines)


def kind(entry):
    """What a parameter takes, in words."""
    if "enum" in entry:
        return "one of " + ", ".join(f"`{value}`" for value in entry["enum"])
    if entry.get("type") == "array":
        return "a list: each entry " + kind(entry.get("items", {}))
    if "anyOf" in entry:
        return " or ".join(dict.fromkeys(kind(choice) for choice in entry["anyOf"]))
    if "$ref" in entry:
        return "see " + entry["$ref"].rpartition("/")[2]
    return {"integer": "an integer", "number": "a number", "string": "a text", "boolean": "true or false",
            "object": "a mapping", "null": "nothing"}.get(entry.get("type"), "a value")


def rows(entry, prefix=""):
    """Name, kind and default of every parameter, those of mappings after their mapping."""
    for name, value in sorted(entry.get("properties", {}).items()):
        if value.get("properties"):
            yield from rows(value, f"{prefix}{name}.")
        else:
            default = f"`{json.dumps(value['default'])}`" if "default" in value else ""
            yield f"| `{prefix}{name}` | {kind(value)} | {default} |"


def suite_schema(schema):
    definitions = schema["$defs"]
    lines = [
        "# Parameters of every recipe", "",
        "What a suite or model file may say, with the defaults, as `assay validate --schema` prints it. The form of "
        "the file is told in [Suite files](../docs/suite-files.md).", "",
        "## The budget", "", *table(definitions["budget"]), "",
    ]
    for shelf, heading in [("task", "Tasks"), ("model", "Models"), ("metric", "Metrics")]:
        lines += [f"## {heading}", ""]
        start = f"{shelf}-parameters-"
        for name in sorted(key for key in definitions if key.startswith(start)):
            lines += [f"### {name[len(start):]}", "", *table(definitions[name]), ""]
    return "\n".join(lines)


def table(entry):
    body = list(rows(entry))
    if not body:
        return ["No parameters."]
    return ["| parameter | takes | default |", "| --- | --- | --- |", *body]


def metrics(assay, root):
    """The dictionary of metrics: formulas of the shelf, and what the stored baselines say of their use."""
    shelf = said(assay, root, "list", "--shelves").partition("\n  metrics\n")[2]
    formulas = re.findall(r"(?m)^    ([a-z0-9-]+) +(\S.*)$", shelf)
    lines = ["# Metrics", "", "Each metric of the shelf with its formula: p is the prediction, y the truth, w the weight "
             "of a point. A value that cannot be measured is *missing* with a reason, never NaN.", ""]
    for name, formula in formulas:
        lines += [f"## {name}", "", "```text", formula, "```", ""]
    for path in sorted(root.glob("Baselines/*/baseline.json")):
        for suite in json.loads(path.read_text()).get("suites", []):
            lines += [f"## As used by {suite['id']}", "", "| name | title | unit | better | range |", "| --- | --- | --- | --- | --- |"]
            lines += [
                f"| `{name}` | {entry['title']} | {entry['unit']} | {entry['direction']} | {entry['range']} |"
                for name, entry in sorted(suite["metrics"].items())
            ]
            lines.append("")
    return "\n".join(lines)
