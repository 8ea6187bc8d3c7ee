import Experiment
import Foundation

/// The header of what a model's program said: its type, where its body is, and the rest as it came.
struct AnswerHeader {
  /// What a program may say.
  enum Kind: String {
    case hello, fitted, predicted, saved, loaded, progress, error
  }

  private struct Outline: Decodable {
    let type: String
    let body: SharedBody?
  }

  /// Its type.
  let type: String
  /// The file with its body, if that is where it lies.
  let shared: SharedBody?
  /// Bytes of the body behind it.
  let bodyBytes: Int
  /// The whole header.
  let json: Data

  /// What it is, when it is anything that the protocol knows.
  var kind: Kind? { Kind(rawValue: type) }

  /// The header in `json`.
  /// - Throws: `FrameFault` when it is no object with a type.
  init(_ json: Data, bodyBytes: Int) throws(FrameFault) {
    do {
      let outline = try JSONDecoder().decode(Outline.self, from: json)
      (type, shared) = (outline.type, outline.body)
    } catch {
      throw .notAnObject("\(Quotation.text(String(decoding: json, as: UTF8.self))) (\(error.told))")
    }
    self.bodyBytes = bodyBytes
    self.json = json
  }

  /// The header as the message that its type promises.
  /// - Throws: `ModelFailure` (broke the protocol) when a field is missing or of another type.
  func decoded<Message: Decodable>(as type: Message.Type) throws -> Message {
    do {
      return try JSONDecoder().decode(type, from: json)
    } catch {
      throw ModelFailure(
        .brokeProtocol, "the program sent a '\(self.type)' that cannot be used: \(error.told)")
    }
  }
}

extension Error {
  /// What a decoder found, with the field's name.
  fileprivate var told: String {
    guard let error = self as? DecodingError else { return "\(self)" }
    let context: DecodingError.Context
    switch error {
    case .keyNotFound(let key, _): return "it lacks '\(key.stringValue)'"
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
      context = found
    @unknown default: return "\(error)"
    }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? context.debugDescription : "'\(path)': \(context.debugDescription)"
  }
}
