import Foundation
import TestSupport
import Testing

@Suite struct DataTests {
  @Test func dataAreGeneratedListedVerifiedAndExported() throws {
    let bench = try Workbench()
    #expect(try bench.assay("data").output.contains("0 of 6 parts"))
    #expect(try bench.assay("data", "verify", "tiny").output.contains("not complete"))
    let generated = try bench.assay("data", "generate", "tiny")
    #expect(generated.exitCode == 0)
    #expect(try bench.assay("data", "list", "tiny").output.contains("6 of 6 parts"))
    let verified = try bench.assay("data", "verify", "tiny")
    #expect(verified.exitCode == 0)
    #expect(verified.output.hasSuffix("  sound\n"))
    let exported = try bench.assay("data", "export", "tiny", "--output", "copy")
    #expect(exported.exitCode == 0, "\(exported.errors)")
    #expect(bench.exists("copy/cavity/prop/case0050/u.npy"))
    #expect(try bench.assay("data", "export", "tiny", "--output", "copy").exitCode == 2)
  }

  @Test func aDamagedFileIsFoundByItsHash() throws {
    let bench = try Workbench()
    _ = try bench.assay("data", "generate", "tiny")
    let damage = "printf X | dd of=$(ls .assay/data/*/cavity/prop/case0050/u.npy) bs=1 seek=500 "
    _ = try bench.shell(damage + "conv=notrunc")
    let outcome = try bench.assay("data", "verify", "tiny")
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.contains("DAMAGED"))
    #expect(outcome.output.contains("cavity/prop/case0050/u.npy"))
  }

  @Test func dataThatAreNotThereCannotBeExported() throws {
    let outcome = try Workbench().assay("data", "export", "tiny", "--output", "copy")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("data generate"))
  }

  @Test func aDownloadIsImportedRunAndReported() throws {
    let bench = try Workbench(TinySuite(outputSize: 64))
    _ = try OfficialFolder(at: bench.url.appending(path: "download"))
    try expectImportedRun(bench, folder: "download")
  }

  @Test(
    .enabled("python3 with numpy is not installed") {
      try ChildProcess.run(
        URL(filePath: "/usr/bin/env"), ["python3", "-c", "import numpy"]
      ).exitCode == 0
    })
  func aFolderWrittenByNumPyIsImportedRunAndReported() throws {
    let bench = try Workbench(TinySuite(outputSize: 64, sweeps: "bc, prop, geo"))
    let script = PackageFolder.url.appending(
      path: "Tests/References/cfdbench/make_official_folder.py")
    let made = try bench.shell("python3 '\(script.path)' official 3 6")
    #expect(made.exitCode == 0, "\(made.errors)")
    try expectImportedRun(bench, folder: "official")
  }

  private func expectImportedRun(_ bench: Workbench, folder: String) throws {
    let imported = try bench.assay("data", "import", "cfdbench", folder)
    #expect(imported.exitCode == 0, "\(imported.errors)")
    #expect(imported.output.contains("registered"))
    #expect(try bench.assay("data", "list").output.contains("imported  cfdbench"))
    let byFolder = try bench.assay("run", "tiny", "--data", folder)
    #expect(byFolder.exitCode == 0, "\(byFolder.output) \(byFolder.errors)")
    let byName = try bench.assay("run", "tiny", "--data", "imported")
    #expect(byName.output.contains("(0 run, 4 from the store)"))
    #expect(try bench.assay("show", "tiny/prop/fno/0").output.contains("data          imported"))
    #expect(try bench.assay("report", "--format", "html").exitCode == 0)
    #expect(try bench.text("Reports/index.html").contains("imported"))
  }
}
