/// A breach of the form in which harness and worker talk.
enum WireError: Error, Equatable, CustomStringConvertible {
  case cutShort(String)
  case tooLong(Int)
  case notAMessage(String)
  case otherVersion(Int)
  case unexpected

  var description: String {
    switch self {
    case .cutShort(let name): "the series '\(name)' is cut short"
    case .tooLong(let count): "a message of \(count) bytes is announced"
    case .notAMessage(let bytes): "it sent bytes that are no message: \(bytes)"
    case .otherVersion(let version):
      "it speaks version \(version) of the protocol, not \(WorkerReply.version)"
    case .unexpected: "it answered what was not asked"
    }
  }
}
