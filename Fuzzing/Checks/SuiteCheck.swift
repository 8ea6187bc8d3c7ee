import Experiment
import Foundation
import Planning

/// What must hold for suite and model files: what reads can be planned at each of its profiles, twice
/// the same, and a plan survives being written and read.
enum SuiteCheck {
  private static let catalogue = Catalogue(
    tasks: ["sweep": Sweep.self], models: ["wave": Wave.self, "outside": Outside.self],
    metrics: ["power": Power.self])

  static func run(_ input: Data) throws {
    let url = URL(fileURLWithPath: "/nowhere/input.yaml")
    let text = try SuiteFile.text(of: input, name: url.lastPathComponent)
    // A model file is no suite file, but both must bear any text.
    let model = Result { try ModelFile.load(text: text, name: "input.yaml", catalogue: catalogue) }
    let suite: Suite
    do {
      suite = try SuiteFile.load(text: text, name: "input.yaml", catalogue: catalogue)
    } catch {
      _ = try model.get()
      return
    }
    for profile in suite.profiles.map(\.profile) {
      let plan = try suite.plan(profile: profile)
      let written = try JSONEncoder().encode(plan)
      guard try JSONDecoder().decode(Plan.self, from: written) == plan else {
        throw FuzzFinding("a plan at \(profile.rawValue) reads otherwise after writing")
      }
      guard try suite.plan(profile: profile) == plan else {
        throw FuzzFinding("two plans at \(profile.rawValue) differ")
      }
    }
  }
}
