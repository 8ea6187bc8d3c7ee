import Foundation

/// A cell's configuration as paths and values, so that two of them can be set side by side.
indirect enum Configuration: Decodable {
  case object([String: Configuration])
  case list([Configuration])
  case leaf(String)

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.singleValueContainer().decode([String: Configuration].self) {
      self = .object(fields)
    } else if let entries = try? decoder.singleValueContainer().decode([Configuration].self) {
      self = .list(entries)
    } else {
      self = .leaf(try Self.word(decoder.singleValueContainer()))
    }
  }

  private static func word(_ container: any SingleValueDecodingContainer) throws -> String {
    if container.decodeNil() { return "null" }
    if let flag = try? container.decode(Bool.self) { return String(flag) }
    if let whole = try? container.decode(Int.self) { return String(whole) }
    if let number = try? container.decode(Double.self) { return "\(number)" }
    return try container.decode(String.self)
  }

  /// Values by path, as in `model.width`; the whole text when it is no JSON.
  static func paths(_ text: String) -> [String: String] {
    guard let value = try? JSONDecoder().decode(Configuration.self, from: Data(text.utf8)) else {
      return ["": text]
    }
    var paths: [String: String] = [:]
    value.list(into: &paths, under: "")
    return paths
  }

  private func list(into paths: inout [String: String], under path: String) {
    switch self {
    case .object(let fields):
      for (name, value) in fields {
        value.list(into: &paths, under: path.isEmpty ? name : "\(path).\(name)")
      }
    case .list(let entries):
      for (index, value) in entries.enumerated() {
        value.list(into: &paths, under: "\(path)[\(index)]")
      }
    case .leaf(let word): paths[path] = word
    }
  }
}
