import DataFormats
import Experiment
import Foundation

/// The folder of one submission.
///
/// - `submission.json`: the `Submission`.
/// - `job.sh`: what every step runs.
/// - `launches/<n>.json`: each `Launch`.
/// - `status/<step>.json`: what each step says of itself.
/// - `shards/<i>/results.sqlite`: the store of each element.
/// - `logs/<step>.log`: what each step prints.
public struct SubmissionFolder: Sendable, Equatable {
  /// The folder, by its absolute path.
  public let url: URL

  /// The folder at `url`.
  public init(_ url: URL) {
    self.url = URL(filePath: url.path, directoryHint: .isDirectory).standardizedFileURL
  }

  /// `submission.json`.
  public var submissionFile: URL { url.appending(path: "submission.json") }
  /// `job.sh`.
  public var script: URL { url.appending(path: "job.sh") }
  /// `logs`.
  public var logs: URL { url.appending(path: "logs", directoryHint: .isDirectory) }

  /// The shard store of the element `number`.
  public func shard(_ number: Int) -> URL {
    url.appending(path: "shards/\(number)/results.sqlite")
  }

  /// What the step `name` says of itself.
  public func statusFile(_ name: String) -> URL { url.appending(path: "status/\(name).json") }

  /// The record of the launch `number`.
  public func launchFile(_ number: Int) -> URL { url.appending(path: "launches/\(number).json") }

  /// The shard stores that are there, in the order of their numbers.
  public func existingShards() -> [URL] {
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: url.appending(path: "shards").path)) ?? []
    return names.compactMap(Int.init).sorted().map(shard).filter {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  /// Makes the folders of `submission` and writes it.
  /// - Throws: `AssayError` (cannot write).
  public func save(_ submission: Submission) throws {
    for name in ["logs", "launches", "status", "shards"] {
      do {
        try FileManager.default.createDirectory(
          at: url.appending(path: name), withIntermediateDirectories: true)
      } catch {
        throw AssayError(
          .cannotWrite, where: url.path, found: error.localizedDescription,
          expected: "a folder that can be written", remedy: "choose another --folder")
      }
    }
    try AtomicFile.write(FileForm.data(submission), to: submissionFile)
  }

  /// The submission.
  /// - Throws: `AssayError` (bad input) when there is none or it cannot be read.
  public func submission() throws -> Submission {
    try FileForm.read(Submission.self, from: submissionFile)
  }

  /// Writes the record of a launch.
  /// - Throws: `AssayError` (cannot write).
  public func save(_ launch: Launch) throws {
    try AtomicFile.write(FileForm.data(launch), to: launchFile(launch.number))
  }

  /// Every launch, oldest first.
  /// - Throws: `AssayError` (bad input) when a record cannot be read.
  public func launches() throws -> [Launch] {
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: url.appending(path: "launches").path)) ?? []
    return try names.filter { $0.hasSuffix(".json") }.compactMap { Int($0.dropLast(5)) }.sorted()
      .map { try FileForm.read(Launch.self, from: launchFile($0)) }
  }

  /// What the step `name` last said of itself, nil when it never began.
  public func record(_ name: String) -> StepRecord? {
    try? FileForm.read(StepRecord.self, from: statusFile(name))
  }
}
