import CProcess
import Experiment
import Foundation
import Tensors

extension ModelSession {
  /// Smaller bodies are sent through the pipe, where they need no file.
  private static let smallestSharedBody = 1 << 18
  /// Up to this size a frame is put together and sent by one system call.
  private static let smallFrame = 1 << 16
  /// What a program may send while it is being asked: progress, or an error.
  private static let inboxLimit = 1 << 21
  private static let chunk = 1 << 16

  /// Asks `question`.
  /// - Throws: `ModelFailure` when the program had said something unasked, or is not done reading at the
  ///   deadline. A program that no longer reads is left to `receive`, which finds out why.
  func send(
    _ asked: Question, body: TensorBody? = nil, until deadline: ContinuousClock.Instant
  ) throws {
    forwardLog()
    try refuseUnasked()
    question = asked.name
    if let body, body.byteCount >= Self.smallestSharedBody,
      let place = shared?.write(body, for: asked.name)
    {
      let frame = ProtocolFrame.head(try asked.header(body: place), bodyBytes: 0)
      try frame.withUnsafeBytes { _ = try write($0, until: deadline) }
      return
    }
    var frame = ProtocolFrame.head(try asked.header(), bodyBytes: body?.byteCount ?? 0)
    frame.append(body?.header ?? Data())
    let isSmall = frame.count + (body?.byteCount ?? 0) <= Self.smallFrame
    if isSmall {
      for tensor in body?.tensors ?? [] {
        tensor.values.withUnsafeBytes { frame.append(contentsOf: $0) }
      }
    }
    guard try frame.withUnsafeBytes({ try write($0, until: deadline) }), !isSmall else { return }
    for tensor in body?.tensors ?? [] {
      guard try tensor.values.withUnsafeBytes({ try write($0, until: deadline) }) else { return }
    }
  }

  /// Sends `bytes` as they are, frame or not.
  func sendRaw(_ bytes: Data, until deadline: ContinuousClock.Instant) throws {
    try bytes.withUnsafeBytes { _ = try write($0, until: deadline) }
  }

  /// Reads what there is into the inbox, without waiting: the number of bytes, 0 at the end of the stream,
  /// and nil when there is nothing yet.
  func fillInbox() -> Int? {
    while true {
      let count = inbox.append(atMost: Self.chunk) { Glibc.read(output, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno == EAGAIN { return nil }
      if errno != EINTR { return 0 }
    }
  }

  private func refuseUnasked() throws {
    if inbox.count == 0 { _ = fillInbox() }
    guard inbox.count > 0 else { return }
    throw failure(.brokeProtocol, "the program \(unaskedDescription)")
  }

  /// What waits in the inbox though nothing was asked.
  var unaskedDescription: String {
    let found = inbox.withFirst(ProtocolFrame.beginning) { Quotation.text(of: $0) }
    if let type = waitingType {
      return "sent a '\(type)' after its answer to '\(question)'; a question has one answer"
    }
    return "sent \(inbox.count) bytes that no question asked for, after '\(question)': \(found)"
  }

  /// Writes all of `bytes`; false when the program takes no more, or has already answered.
  private func write(
    _ bytes: UnsafeRawBufferPointer, until deadline: ContinuousClock.Instant
  ) throws -> Bool {
    var sent = 0
    while sent < bytes.count {
      let rest = UnsafeMutableRawPointer(mutating: bytes.baseAddress?.advanced(by: sent))
      var piece = iovec(iov_base: rest, iov_len: bytes.count - sent)
      let count = assay_write_quietly(input, &piece, 1)
      if count >= 0 {
        sent += count
        continue
      }
      guard errno == EAGAIN || errno == EINTR else { return false }
      let ready = try wait(forWriting: true, until: deadline)
      if ready.hasEnded { return false }
      if ready.isReadable, !(try takeWhileAsking()) { return false }
    }
    return true
  }

  /// Takes in what the program says before it has read the whole question, so that neither waits for the
  /// other; false when that is an answer, or the end.
  private func takeWhileAsking() throws -> Bool {
    if fillInbox() == 0 { return false }
    guard inbox.count <= Self.inboxLimit else {
      throw failure(
        .brokeProtocol,
        "the program sent \(inbox.count) bytes while it was still being asked '\(question)'")
    }
    return waitingType.map { $0 == AnswerHeader.Kind.progress.rawValue } ?? true
  }

  /// The type of the frame that waits in the inbox, when its header has arrived and can be read.
  private var waitingType: String? {
    let lengths = inbox.withFirst(ProtocolFrame.beginning) {
      (try? ProtocolFrame.lengths($0, bodyLimit: .max)) ?? nil
    }
    guard let lengths, inbox.count >= ProtocolFrame.beginning + lengths.header else { return nil }
    return inbox.withFirst(ProtocolFrame.beginning + lengths.header) {
      try? AnswerHeader(Data($0.dropFirst(ProtocolFrame.beginning)), bodyBytes: lengths.body).type
    }
  }
}
