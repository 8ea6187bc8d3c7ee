import Foundation
import TestSupport
import Testing

/// That the code's epoch, which the build computed, covers all code whose change can change a number.
@Suite struct EpochTests {
  /// The targets called `names` and all that they import, by the declarations of Package.swift.
  private func closure(of names: Set<String>) throws -> Set<String> {
    let declared = try ArrowTests.declaredImports()
    var (found, waiting) = (Set<String>(), names)
    while let name = waiting.popFirst() {
      guard found.insert(name).inserted else { continue }
      waiting.formUnion((declared[name] ?? []).subtracting(found))
    }
    return found
  }

  private func files(of targets: Set<String>) -> [String] {
    RepositoryFile.all.filter { file in
      file.path.hasPrefix("Sources/") && targets.contains(file.target) && file.name != "README.md"
    }.map(\.path)
  }

  /// The build's folder is above the programs: `.build/<triple>/release`.
  private func written() throws -> String? {
    var folder = try BuiltProduct.executable("catalogue-tool").deletingLastPathComponent()
    while folder.path.count > 1 {
      let outputs = folder.appending(path: "plugins/outputs")
      let walk = FileManager.default.enumerator(at: outputs, includingPropertiesForKeys: nil)
      let files = (walk?.allObjects ?? []).compactMap { $0 as? URL }
      if let file = files.first(where: { $0.lastPathComponent == "CodeEpoch.swift" }) {
        return try String(contentsOf: file, encoding: .utf8)
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  @Test func everyFileThatCanChangeANumberIsHashed() throws {
    let data = files(of: try closure(of: ["Tasks"]))
    let worker = RepositoryFile.all.map(\.path).filter { $0.hasPrefix("Sources/Harness/Worker/") }
    let all = Set(files(of: try closure(of: ["Models", "Metrics"])) + worker + ["Package.swift"])
    let others = all.subtracting(data).sorted()
    for kernel in ["Products/blocks.inc", "solvers/stochastic.inc"] {
      #expect(data.contains("Sources/CKernels/\(kernel)"), "templates are code")
    }
    #expect(data.contains { $0.hasPrefix("Sources/Solvers/") })

    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "CodeEpoch.swift")
    func path(_ file: String) -> String { PackageFolder.url.appending(path: file).path }
    let arguments =
      ["epoch", PackageFolder.url.path, output.path] + data.map(path) + ["--"] + others.map(path)
    let outcome = try ChildProcess.run(try BuiltProduct.executable("catalogue-tool"), arguments)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try String(contentsOf: output, encoding: .utf8) == (try written()))
  }
}
