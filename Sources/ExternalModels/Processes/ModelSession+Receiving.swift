import Experiment
import Foundation
import Tensors

extension ModelSession {
  /// The header of the next frame.
  /// - Parameters:
  ///   - bodyLimit: bytes that its body may have; nothing is allocated for it here
  ///   - deadline: when to give up
  /// - Returns: what the program said
  /// - Throws: `ModelFailure`
  func receive(
    bodyLimit: Int, until deadline: ContinuousClock.Instant
  ) throws -> AnswerHeader {
    while true {
      do {
        if let header = try takeHeader(bodyLimit: bodyLimit) { return header }
      } catch let fault as FrameFault {
        forwardLog()
        throw failure(
          .brokeProtocol, "the program \(fault), when it was asked '\(question)'")
      }
      if let count = fillInbox() {
        if count == 0 { throw death(amid: cutFrame) }
        continue
      }
      if try wait(forWriting: false, until: deadline).hasEnded, fillInbox() == nil {
        throw death(amid: cutFrame)
      }
    }
  }

  /// Bytes of one read. Neither end can use the pipe while a read copies from it: the program fills it again
  /// between reads that are not too long.
  private static var mostAtOnce: Int { 1 << 18 }

  /// Reads the next bytes of a body into `place`.
  /// - Throws: `ModelFailure` when they do not come
  func read(
    into place: UnsafeMutableRawBufferPointer, until deadline: ContinuousClock.Instant
  ) throws {
    let waiting = min(inbox.count, place.count)
    inbox.withFirst(waiting) { place.copyMemory(from: $0) }
    inbox.drop(waiting)
    var filled = waiting
    while filled < place.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: place[filled...])
      let count = Glibc.read(output, rest.baseAddress, min(rest.count, Self.mostAtOnce))
      if count > 0 {
        filled += count
      } else if count < 0, errno == EAGAIN {
        if try wait(forWriting: false, until: deadline).hasEnded {
          throw death(amid: "sent a body that is cut short")
        }
      } else if count == 0 || errno != EINTR {
        throw death(amid: "sent a body that is cut short")
      }
    }
  }

  private var cutFrame: String {
    inbox.count == 0 ? "" : "sent only \(inbox.count) bytes of a frame"
  }

  private func takeHeader(bodyLimit: Int) throws -> AnswerHeader? {
    let beginning = ProtocolFrame.beginning
    guard inbox.count > 0,
      let lengths = try inbox.withFirst(
        beginning, { try ProtocolFrame.lengths($0, bodyLimit: bodyLimit) }),
      inbox.count >= beginning + lengths.header
    else { return nil }
    let json = try inbox.withFirst(beginning + lengths.header) { bytes in
      let header = UnsafeRawBufferPointer(rebasing: bytes[beginning...])
      try ProtocolFrame.check(header: header)
      return Data(header)
    }
    inbox.drop(beginning + lengths.header)
    if let lastHeader, lastHeader.json == json, lastHeader.bodyBytes == lengths.body {
      return lastHeader
    }
    let header = try AnswerHeader(json, bodyBytes: lengths.body)
    lastHeader = header
    return header
  }
}
