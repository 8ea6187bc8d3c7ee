import Foundation

/// JSON with one spelling for each value: sorted keys, no white space, slashes not escaped.
public enum CanonicalJSON {
  /// The canonical text of `value`.
  public static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
