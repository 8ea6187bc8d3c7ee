import DataFormats
import Experiment
import ExternalModels
import Foundation

/// What must hold for what a model's program sends: frame after frame ends in an answer or in the fault
/// that ends the session, and a frame that is written again has the same bytes.
enum FrameCheck {
  /// Bytes that a body may have here; the session's limit follows from its question.
  private static let bodyLimit = 1 << 20

  static func run(_ input: Data) throws {
    var rest = Array(input)[...]
    do {
      while let frame = try first(of: rest) {
        try look(at: frame)
        rest = rest.dropFirst(ProtocolFrame.beginning + frame.header.count + frame.body.count)
      }
    } catch is FrameFault {
    } catch is ModelFailure {
    }
  }

  /// The first frame, or nil when it is not whole.
  private static func first(of bytes: ArraySlice<UInt8>) throws -> (header: Data, body: Data)? {
    try bytes.withUnsafeBytes { bytes in
      guard let lengths = try ProtocolFrame.lengths(bytes, bodyLimit: bodyLimit) else { return nil }
      let body = ProtocolFrame.beginning + lengths.header
      guard bytes.count >= body else { return nil }
      let header = UnsafeRawBufferPointer(rebasing: bytes[ProtocolFrame.beginning..<body])
      try ProtocolFrame.check(header: header)
      guard bytes.count >= body + lengths.body else { return nil }
      return (Data(header), Data(bytes[body..<(body + lengths.body)]))
    }
  }

  private static func look(at frame: (header: Data, body: Data)) throws {
    let written = ProtocolFrame.head(frame.header, bodyBytes: frame.body.count) + frame.body
    guard let again = try first(of: Array(written)[...]), again == frame else {
      throw FuzzFinding("a frame that reads otherwise after writing")
    }
    try AnswerCheck.run(frame.header)
    if !frame.body.isEmpty {
      _ = try? Safetensors(decoding: frame.body, source: "body")
      _ = try? SafetensorsLayout(
        header: frame.header, byteCount: frame.body.count, source: "body")
    }
  }
}
