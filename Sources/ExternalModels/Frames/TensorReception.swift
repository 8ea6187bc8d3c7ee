import DataFormats
import Experiment
import Foundation
import Tensors

/// Tensors on their way in: looked at before anything is allocated, then read to where they will stay.
struct TensorReception {
  private static let lengthBytes = 8

  /// What is asked for.
  let slots: [Role.Slot]
  /// The extent of the first axis of each.
  let samples: Int
  /// What was asked, for sentences.
  let question: String
  /// Bytes of the safetensors file.
  let byteCount: Int
  /// Gives the file's next bytes.
  let take: (UnsafeMutableRawBufferPointer) throws -> Void

  /// The tensors by name.
  /// - Throws: `ModelFailure`: broke the protocol when it is no safetensors file, wrong shape when it has
  ///   other tensors than asked for
  func tensors() throws -> NamedTensors {
    let layout = try layout()
    try check(layout)
    var tensors: [String: Tensor] = [:]
    for entry in layout.entries {
      let count = entry.bytes.count / MemoryLayout<Float>.size
      let values = try [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
        try take(UnsafeMutableRawBufferPointer(buffer))
        initialized = count
      }
      tensors[entry.name] = Tensor(shape: entry.shape, values: values)
    }
    return NamedTensors(tensors)
  }

  private func layout() throws -> SafetensorsLayout {
    guard byteCount >= Self.lengthBytes else {
      throw broken("a body of \(byteCount) bytes, which is no safetensors file")
    }
    var length: UInt64 = 0
    try withUnsafeMutableBytes(of: &length) { try take($0) }
    length = UInt64(littleEndian: length)
    let longest = min(byteCount - Self.lengthBytes, ProtocolFrame.longestHeader)
    guard length <= UInt64(longest) else {
      throw broken(
        "a body that begins with a safetensors header of \(length) bytes; it has \(byteCount)")
    }
    var header = Data(count: Int(length))
    try header.withUnsafeMutableBytes { try take($0) }
    do {
      try header.withUnsafeBytes { try ProtocolFrame.check(header: $0) }
      return try SafetensorsLayout(
        header: header, byteCount: byteCount - Self.lengthBytes - Int(length), source: "the body")
    } catch let error as AssayError {
      throw broken("a body that is no safetensors file: it has \(error.found)")
    } catch let fault as FrameFault {
      throw broken("a body that is no safetensors file: the program \(fault)")
    }
  }

  private func check(_ layout: SafetensorsLayout) throws {
    let found = Dictionary(layout.entries.map { ($0.name, $0) }) { first, _ in first }
    let answered = "the program answered '\(question)'"
    for slot in slots {
      let shape = [samples] + slot.shape
      guard let entry = found[slot.name] else {
        let names = found.keys.sorted().prefix(8).map { Quotation.text($0) }
        throw wrong(
          "\(answered) without the tensor '\(slot.name)', which the role asks for; it sent "
            + (names.isEmpty ? "none" : names.joined(separator: ", ")))
      }
      guard entry.type == "F32" else {
        throw wrong(
          "\(answered) with '\(slot.name)' of type \(Quotation.text(entry.type)); the protocol "
            + "asks for F32 (32-bit floating point)")
      }
      guard entry.shape == shape else {
        throw wrong(
          "\(answered) with '\(slot.name)' of shape \(entry.shape); the role asks for \(shape), "
            + "samples first")
      }
    }
    if let extra = layout.entries.first(where: { entry in
      !slots.contains { $0.name == entry.name }
    }) {
      throw wrong(
        "\(answered) with the tensor \(Quotation.text(extra.name)), which the role does not ask "
          + "for; it asks for \(slots.map(\.name).joined(separator: ", "))")
    }
  }

  private func broken(_ found: String) -> ModelFailure {
    ModelFailure(.brokeProtocol, "the program answered '\(question)' with \(found)")
  }

  private func wrong(_ reason: String) -> ModelFailure { ModelFailure(.wrongShape, reason) }
}
