import Foundation

/// Why a part of a dataset holds no data: its simulation failed. Such a part is kept, so that it is
/// told at every run and not made again, but it is not data: readers leave it out.
public struct PartFailure: Codable, Sendable, Equatable {
  /// The name of the file that holds it, in the folder of the part.
  public static let fileName = "failure.json"

  /// The reason, as in `the simulation diverged at t = 0.2 s`.
  public let reason: String

  /// A failure.
  public init(reason: String) {
    self.reason = reason
  }

  /// The failure of the part in `folder`, or nil when it holds data.
  public static func read(from folder: URL) -> PartFailure? {
    let url = folder.appending(path: fileName)
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    // A damaged record is a failure all the same.
    return (try? JSONDecoder().decode(PartFailure.self, from: data))
      ?? PartFailure(reason: "its record is damaged")
  }

  /// Writes it into the folder of the part.
  public func write(into folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try encoder.encode(self).write(
      to: folder.appending(path: Self.fileName), options: .atomic)
  }
}
