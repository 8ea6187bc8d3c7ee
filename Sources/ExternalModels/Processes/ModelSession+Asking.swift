import CProcess
import Experiment
import Foundation
import Tensors

extension ModelSession {
  /// Up to this size a frame is put together and sent by one system call.
  private static let smallFrame = 1 << 16
  /// What a program may send while it is being asked: progress, or an error.
  private static let inboxLimit = 1 << 21
  private static let chunk = 1 << 16
  /// What a kernel, or a filter of system calls, answers that does not lend pages to pipes.
  private static let kernelDoesNotLend: Set<Int32> = [EINVAL, ENOSYS, EPERM]

  /// Asks `question`.
  /// - Throws: `ModelFailure` when the program had said something unasked, or is not done reading at the
  ///   deadline. A program that no longer reads is left to `receive`, which finds out why.
  func send(
    _ asked: Question, body: TensorBody? = nil, until deadline: ContinuousClock.Instant
  ) throws {
    forwardLog()
    try refuseUnasked()
    question = asked.name
    if let body, body.byteCount >= smallestSharedBody,
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
      guard try tensor.values.withUnsafeBytes({ try writeLarge($0, until: deadline) }) else {
        return
      }
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

  /// What the program says within some time though nothing was asked, after the body that was refused; nil
  /// when it keeps silent or has ended.
  func unasked(within seconds: Double) -> String? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      // The numbers of the refused body come first.
      while inbox.count >= 4, inbox.withFirst(4, { !$0.elementsEqual(ProtocolFrame.mark) }) {
        inbox.drop(1)
      }
      if waitingType != nil { break }
      let count = fillInbox()
      if count == 0 { return nil }
      if count == nil { usleep(1000) }
    }
    return waitingType == nil ? nil : unaskedDescription
  }

  /// What waits in the inbox though nothing was asked.
  var unaskedDescription: String {
    let found = inbox.withFirst(ProtocolFrame.beginning) { Quotation.text(of: $0) }
    if let type = waitingType {
      return "sent a '\(type)' after its answer to '\(question)'; a question has one answer"
    }
    return "sent \(inbox.count) bytes that no question asked for, after '\(question)': \(found)"
  }

  /// Writes all of `bytes`, lending the pipe what lies in whole pages far from the end instead of copying
  /// it there.
  ///
  /// The last bytes, as many as the pipe holds, are copied: once they have found room, all that was lent
  /// before them has been read, and the caller may do with its memory what it likes.
  private func writeLarge(
    _ bytes: UnsafeRawBufferPointer, until deadline: ContinuousClock.Instant
  ) throws -> Bool {
    let capacity = Int(assay_pipe_capacity(input))
    guard let start = bytes.baseAddress, capacity > 0, bytes.count >= 4 * capacity else {
      return try write(bytes, until: deadline)
    }
    let page = Int(getpagesize())
    let begin = (page - Int(bitPattern: start) % page) % page
    let end = begin + (bytes.count - begin - capacity) / page * page
    return try write(bytes[..<begin], lending: false, until: deadline)
      && write(bytes[begin..<end], lending: true, until: deadline)
      && write(bytes[end...], lending: false, until: deadline)
  }

  /// Writes all of `bytes`; false when the program takes no more, or has already answered.
  private func write(
    _ bytes: UnsafeRawBufferPointer, until deadline: ContinuousClock.Instant
  ) throws -> Bool {
    try write(bytes[...], lending: false, until: deadline)
  }

  private func write(
    _ bytes: Slice<UnsafeRawBufferPointer>, lending: Bool, until deadline: ContinuousClock.Instant
  ) throws -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    var lends = lending
    var sent = 0
    while sent < bytes.count {
      let rest = UnsafeMutableRawPointer(mutating: bytes.baseAddress?.advanced(by: sent))
      var piece = iovec(iov_base: rest, iov_len: bytes.count - sent)
      let count =
        lends ? assay_lend_quietly(input, &piece, 1) : assay_write_quietly(input, &piece, 1)
      if count >= 0 {
        sent += count
        continue
      }
      if lends, Self.kernelDoesNotLend.contains(errno) {
        lends = false
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
