import Experiment
import Foundation

/// Finds the official tree in a folder that a user names.
struct CFDBenchFolder {
  /// The folder that holds `cavity/`.
  let root: URL

  /// Looks for `cavity/{bc,prop,geo}/caseNNNN`: in `folder`, in its `data` folder, or around it when it
  /// is the `cavity` folder itself.
  /// - Throws: `AssayError` (bad input) that says what was looked for.
  init(in folder: URL) throws {
    let folder = folder.standardizedFileURL
    var candidates = [folder, folder.appending(path: "data", directoryHint: .isDirectory)]
    if folder.lastPathComponent == CavityEnumeration.problem {
      candidates.append(folder.deletingLastPathComponent())
    }
    guard let root = candidates.first(where: Self.holdsSweep) else {
      throw AssayError(
        .badInput, where: folder.path, found: "no CFDBench cavity data",
        expected: "folders cavity/bc, cavity/prop or cavity/geo in it or in its folder 'data'",
        remedy: "name the folder that holds 'cavity', or import a downloaded archive first")
    }
    self.root = root
  }

  /// The cases of `sweep` by number; empty when there is no such folder.
  func cases(of sweep: CavitySweep) -> [CavityCaseFolder] {
    let folder = root.appending(path: "\(CavityEnumeration.problem)/\(sweep.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix("case"), let number = Int(name.dropFirst(4)), number >= 0 else {
        return nil
      }
      return CavityCaseFolder(sweep: sweep, number: number, name: name)
    }.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }

  private static func holdsSweep(_ candidate: URL) -> Bool {
    CavitySweep.allCases.contains { sweep in
      FileManager.default.fileExists(
        atPath: candidate.appending(path: "\(CavityEnumeration.problem)/\(sweep.rawValue)").path)
    }
  }
}
