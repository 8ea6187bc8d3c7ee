import Foundation
import Physics

/// The start of the DFG 2D-2 flow beside OpenFOAM's `pimpleFoam`: seconds of one core for a simulated
/// second.
///
/// The errors of the periodic wake that the two grids give: ours 0.6 % in the largest drag, 4.4 % in the
/// range of the lift and 0.02 % in the Strouhal number (14,256 cells); theirs 0.6 %, 7.4 % and 5.8 %
/// (8,208 cells), so that the comparison does not favour us.
struct DFGCylinderSpeed: Timing {
  private static let name = "simulate/dfg-2d2"
  /// The simulated part of the start-up, in s.
  private static let simulated = 0.3
  private static let cellsPerDiameter = 24.0
  private static let peerCase = DFGCylinderPeer(quarter: 24, step: 0.002, end: simulated)
  /// Where Debian's package keeps the settings that every program of OpenFOAM reads.
  private static let settings = URL(filePath: "/usr/share/openfoam")

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    var flow = CylinderFlow(
      DFGBenchmark.periodic,
      resolution: DFGBenchmark.resolution(cellsPerDiameter: Self.cellsPerDiameter))
    let elapsed = try Stopwatch.seconds { try flow.advance(to: Self.simulated) }
    return PerfEntry(
      name: Self.name, ours: elapsed / Self.simulated, unit: "s",
      peer: PeerTime(
        name: "OpenFOAM", version: "1912", value: try peerSeconds(),
        install: "apt-get install openfoam"),
      goal: .ratio(0.2), kernels: machine.kernels, load: machine.load, runs: 1)
  }

  /// Wall-clock seconds of `pimpleFoam` for a simulated second; nil when it is not installed.
  private func peerSeconds() throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-openfoam-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in Self.peerCase.files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    guard runs("blockMesh", in: folder) else { return nil }
    var isDone = false
    let elapsed = Stopwatch.seconds { isDone = runs("pimpleFoam", in: folder) }
    return isDone ? elapsed / Self.simulated : nil
  }

  /// Runs a program of OpenFOAM in `folder`; whether it ended well.
  private func runs(_ program: String, in folder: URL) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, "-case", folder.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["WM_PROJECT_DIR": Self.settings.path]
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
