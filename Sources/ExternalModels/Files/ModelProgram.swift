import Foundation

/// The program of a model: what to start and what it may do.
public struct ModelProgram: Sendable, Equatable {
  /// The path of the program.
  public var executable: String
  /// The name by which it was called, and its arguments.
  public var command: [String]
  /// The folder in which it starts.
  public var folder: URL
  /// Variables besides those that every program gets.
  public var environment: [String: String]
  /// Folders with code that it shares with others.
  public var libraries: [String]
  /// Whether it has a network.
  public var network: NetworkAccess
  /// Where it may write.
  public var writing: WriteAccess

  /// A program.
  public init(
    executable: String, command: [String], folder: URL, environment: [String: String] = [:],
    libraries: [String] = [], network: NetworkAccess = .denied, writing: WriteAccess = .confined
  ) {
    self.executable = executable
    self.command = command
    self.folder = folder
    self.environment = environment
    self.libraries = libraries
    self.network = network
    self.writing = writing
  }
}
