/// A body that lies in a file of the shared folder instead of behind its header.
struct SharedBody: Codable, Equatable {
  /// A plain file name.
  let name: String
  /// How many bytes of it are meant, from its first.
  let bytes: Int
}
