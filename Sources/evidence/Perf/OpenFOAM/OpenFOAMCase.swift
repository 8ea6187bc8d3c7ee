import Foundation

/// A case of OpenFOAM as text files, which its own programs solve on one core.
struct OpenFOAMCase {
  /// What a run took.
  struct Run {
    /// Wall-clock seconds of the solver alone; the mesh is made before.
    let seconds: Double
    /// The solver's peak resident memory.
    let mebibytes: Double
    /// The case's folder with the times that were written; the caller removes it.
    let folder: URL
  }

  /// The solver, as in `icoFoam`.
  let solver: String
  /// The text of each file by its path in the case's folder, without OpenFOAM's header.
  let files: [String: String]

  /// How Debian names it.
  static let install = "apt-get install openfoam"
  private static let folderOfInstallation = "/usr/share/openfoam"

  /// Meshes and solves; nil when OpenFOAM is not installed or does not end well.
  func run() -> Run? {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-openfoam-\(ProcessInfo.processInfo.globallyUniqueString)")
    guard write(to: folder), launch("blockMesh", in: folder) != nil else { return nil }
    var ended = false
    let seconds = Stopwatch.seconds { ended = launch(solver, in: folder) != nil }
    guard ended else { return nil }
    let peak = try? String(contentsOf: folder.appending(path: "usage"), encoding: .utf8)
    let kibibytes = peak.flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return Run(seconds: seconds, mebibytes: (kibibytes ?? 0) / 1024, folder: folder)
  }

  /// The version of the installed package, or nil.
  static var version: String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/dpkg-query")
    process.arguments = ["-W", "-f=${Version}", "openfoam"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return process.terminationStatus == 0 && !text.isEmpty ? text : nil
  }

  private func write(to folder: URL) -> Bool {
    do {
      for (path, text) in files {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let kind = ["U": "volVectorField", "p": "volScalarField"][url.lastPathComponent]
        let header =
          "FoamFile { version 2.0; format ascii; class \(kind ?? "dictionary"); "
          + "object \(url.lastPathComponent); }\n"
        try Data((header + text).utf8).write(to: url)
      }
      return true
    } catch {
      return false
    }
  }

  /// Runs a program of OpenFOAM on the first core; nil when it fails. `usage` receives its peak
  /// memory in KiB.
  private func launch(_ program: String, in folder: URL) -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/taskset")
    // The peak of the program alone is read from the kernel five times a second while it runs.
    process.arguments = [
      "-c", "0", "/bin/bash", "-c",
      "\(program) > log.\(program) 2>&1 & pid=$!; peak=0; "
        + "while kill -0 $pid 2>/dev/null; do "
        + "now=$(awk '/VmHWM/ {print $2}' /proc/$pid/status 2>/dev/null); "
        + "[ -n \"$now\" ] && peak=$now; sleep 0.2; done; echo $peak > usage; wait $pid",
    ]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["WM_PROJECT_DIR": Self.folderOfInstallation, "OMP_NUM_THREADS": "1"]
    ) { $1 }
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? 0 : nil
  }
}
