/// One file or folder in a zip archive, from the central directory.
public struct ZipEntry: Sendable, Equatable {
  /// How the bytes are packed.
  public enum Method: Sendable, Equatable {
    /// As they are.
    case stored
    /// By raw deflate (RFC 1951).
    case deflated
  }

  /// The path in the archive; a folder's ends with `/`.
  public let name: String
  /// How the bytes are packed.
  public let method: Method
  /// CRC-32 of the unpacked bytes.
  public let checksum: UInt32
  /// The packed bytes.
  public let packedSize: Int
  /// The unpacked bytes.
  public let size: Int
  /// Where the entry's local header lies.
  let headerOffset: Int

  /// Whether it is a folder.
  public var isFolder: Bool { name.hasSuffix("/") }
}
