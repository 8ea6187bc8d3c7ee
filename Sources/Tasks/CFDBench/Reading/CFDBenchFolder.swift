import Experiment
import Foundation

/// Finds the official tree in a folder that a user names.
struct CFDBenchFolder {
  /// The folder that holds the folders of the problems.
  let root: URL

  /// Looks for `<problem>/{bc,prop,geo}` of one of `problems`: in `folder`, in its `data` folder, or
  /// around it when it is the folder of a problem itself.
  /// - Throws: `AssayError` (bad input) that says what was looked for.
  init(in folder: URL, for problems: [FlowProblem] = FlowProblem.allCases) throws {
    let folder = folder.standardizedFileURL
    var candidates = [folder, folder.appending(path: "data", directoryHint: .isDirectory)]
    if FlowProblem(rawValue: folder.lastPathComponent) != nil {
      candidates.append(folder.deletingLastPathComponent())
    }
    let root = candidates.first { candidate in
      problems.contains { Self.holdsSweep(of: $0, candidate) }
    }
    guard let root else { throw Self.missing(problems, in: folder) }
    self.root = root
  }

  /// The problems of which there is a sweep.
  var problems: [FlowProblem] {
    FlowProblem.allCases.filter { Self.holdsSweep(of: $0, root) }
  }

  /// The cases of `sweep` by number; empty when there is no such folder.
  func cases(of problem: FlowProblem, _ sweep: FlowSweep) -> [FlowCaseFolder] {
    let folder = root.appending(path: "\(problem.rawValue)/\(sweep.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { name in
      FlowCaseFolder.number(in: name).map {
        FlowCaseFolder(problem: problem, sweep: sweep, number: $0, name: name)
      }
    }.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }

  private static func holdsSweep(of problem: FlowProblem, _ candidate: URL) -> Bool {
    FlowSweep.allCases.contains { sweep in
      FileManager.default.fileExists(
        atPath: candidate.appending(path: "\(problem.rawValue)/\(sweep.rawValue)").path)
    }
  }

  private static func missing(_ problems: [FlowProblem], in folder: URL) -> AssayError {
    let one = problems.count == 1 ? problems.first : nil
    let name = one?.rawValue ?? "cavity"
    let others = one == nil ? ", or those of tube, dam or cylinder," : ""
    return AssayError(
      .badInput, where: folder.path,
      found: "no CFDBench \(one.map { "\($0.rawValue) " } ?? "")data",
      expected: "folders \(name)/bc, \(name)/prop or \(name)/geo\(others) in it or in its folder "
        + "'data'",
      remedy: "name the folder that holds '\(name)', or import a downloaded archive first")
  }
}
