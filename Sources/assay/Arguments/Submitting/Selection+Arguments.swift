import Foundation

extension Selection {
  /// The words that choose the same cells and data from the same folder on another machine.
  func arguments(in workspace: Workspace) -> [String] {
    var words = suites + (all ? ["--all"] : []) + ["--profile", profile.rawValue]
    for (flag, values) in [
      ("--tasks", tasks.names), ("--models", models.names),
      ("--seeds", seeds.seeds.map(String.init)),
    ] where !values.isEmpty {
      words += [flag, values.joined(separator: ",")]
    }
    words += model.flatMap { ["--model", $0] }
    return words + [
      "--suites-folder", workspace.suites, "--data-folder", workspace.dataLocation.path,
    ]
  }
}
