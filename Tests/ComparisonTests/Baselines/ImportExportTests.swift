import Comparison
import Experiment
import Foundation
import Testing

@Suite struct ImportExportTests {
  func export(_ frame: ResultFrame) throws -> String {
    var text = ""
    try frame.writeJSONLines { text += $0 }
    return text
  }

  let frame = Fixture.frame(
    Fixture.cells("fno", [0.1 + 0.2, 0.25]) + Fixture.cells("still", [nil, 0.5]))

  @Test func anExportBecomesTheBaselineThatWouldHaveBeenSaved() throws {
    try Fixture.withFolder { root in
      let saved = try Baseline.save(frame, id: "old", profile: .quick, in: root)
      let file = root.appending(path: "run.jsonl")
      try Data(try export(frame).utf8).write(to: file)
      let imported = try Baseline.importExport(
        file, id: "old", profile: .quick, in: root.appending(path: "other"))
      #expect(imported == saved)
    }
  }

  @Test(arguments: [
    ("\"state\":\"done\"", "\"state\":\"fine\"", ":3: state 'fine'; expected one of planned"),
    ("\"kind\":\"result\"", "\"kind\":\"guess\"", ":4: kind 'guess'; expected result or cost"),
    (
      "\"measurement\",\"metric\":\"skill\"", "\"measurement\",\"metric\":\"nmse\"",
      ":5: a second value of nmse rollout test 0"
    ),
    ("\"seed\":1", "\"seed\":0", ":8: a second line of waves/ripple/fno/seed 0/quick"),
    ("\"profile\":\"quick\"", "\"profile\":\"slow\"", ":3: a bad value of 'profile'"),
    ("\"record\":\"run\"", "\"record\":\"walk\"", ":2: record 'walk'; expected one of suite"),
    ("\"sampleCount\":4,", "", ":4: no key 'sampleCount'"),
    ("\"value\":0.30000000000000004,", "", ":4: no value; expected either 'value' or 'missing'"),
    ("\"task\":\"ripple\",\"model\"", "\"task\":\"calm\",\"model\"", ":3: waves/calm/fno/seed 0"),
    ("{\"record\":\"suite\"", "{\"record\":suite", ":1: text that is no valid JSON"),
  ])
  func aBadLineIsNamed(old: String, new: String, message: String) throws {
    try Fixture.withFolder { root in
      let text = try export(frame)
      #expect(text.contains(old))
      let file = root.appending(path: "run.jsonl")
      try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
      let error = try #require(throws: AssayError.self) {
        try Baseline.importExport(file, id: "old", profile: .quick, in: root)
      }
      #expect("\(error)".contains("run.jsonl" + message), "\(error)")
      #expect(error.remedy == "export the run again; an export is not edited by hand")
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: AssayError.self) {
      try Baseline.importExport(
        URL(filePath: "/nowhere/run.jsonl"), id: "old", profile: .quick,
        in: URL(filePath: "/nowhere"))
    }
  }
}
