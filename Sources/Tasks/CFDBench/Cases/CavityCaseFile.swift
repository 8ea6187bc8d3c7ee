import DataFormats
import Experiment
import Foundation

/// A case's `case.json`.
struct CavityCaseFile: Decodable {
  static let fileName = "case.json"
  /// How far `dx` and `dy` may be from width and height over the number of cells.
  private static let cellTolerance = 1e-6

  let parameters: CavityParameters
  let dx: Double?
  let dy: Double?

  private enum CodingKeys: String, CodingKey {
    case dx, dy
  }

  init(from decoder: any Decoder) throws {
    parameters = try CavityParameters(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    dx = try container.decodeIfPresent(Double.self, forKey: .dx)
    dy = try container.decodeIfPresent(Double.self, forKey: .dy)
  }

  /// The file at `url`, for fields of `size` × `size` cells.
  /// - Throws: `AssayError` (bad input).
  static func read(_ url: URL, size: Int) throws -> CavityParameters {
    let data = try FileBytes.read(url)
    let file: CavityCaseFile
    do {
      file = try JSONDecoder().decode(CavityCaseFile.self, from: data)
    } catch let error as DecodingError {
      throw wrong(url, found: told(error))
    }
    try file.check(url, size: size)
    return file.parameters
  }

  /// The text of the file: the keys in the published order, which the published loader turns into the
  /// order of its parameter vector.
  static func text(_ parameters: CavityParameters, size: Int) -> String {
    let fields: [(String, Double)] = [
      ("vel_top", parameters.lidVelocity), ("density", parameters.density),
      ("viscosity", parameters.viscosity), ("height", parameters.height),
      ("width", parameters.width), ("dx", parameters.width / Double(size)),
      ("dy", parameters.height / Double(size)),
    ]
    return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}\n"
  }

  private func check(_ url: URL, size: Int) throws {
    let positive = [
      ("density", parameters.density), ("viscosity", parameters.viscosity),
      ("height", parameters.height), ("width", parameters.width),
    ]
    for (key, value) in positive where !(value > 0 && value.isFinite) {
      throw Self.wrong(url, found: "'\(key)' is \(value)", expected: "a positive number")
    }
    let cells = [("dx", dx, "width", parameters.width), ("dy", dy, "height", parameters.height)]
    for (key, cell, side, extent) in cells {
      guard let cell, abs(cell * Double(size) - extent) > Self.cellTolerance * extent else {
        continue
      }
      throw Self.wrong(
        url, found: "'\(key)' is \(cell) and '\(side)' is \(extent)",
        expected: "\(key) = \(side)/\(size), the fields having \(size) cells along each side")
    }
  }

  private static func told(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "no key '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(context.codingPath.last?.stringValue ?? "the file")' is not a number"
    default: "not JSON"
    }
  }

  private static func wrong(
    _ url: URL, found: String,
    expected: String =
      "an object with the numbers 'vel_top', 'density', 'viscosity', 'height' and 'width'"
  ) -> AssayError {
    AssayError(
      .badInput, where: url.path, found: found, expected: expected,
      remedy: "correct the file or download it again")
  }
}
