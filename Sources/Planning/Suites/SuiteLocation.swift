import Foundation

/// Where a suite's file lies.
public struct SuiteLocation: Sendable, Equatable {
  /// The id, which is the folder's name.
  public let id: String
  /// The suite file.
  public let file: URL

  /// A location.
  public init(id: String, file: URL) {
    self.id = id
    self.file = file
  }
}
