import Foundation

/// The files of Tests/References/statistics, each made by the script make_<name>.py beside it.
enum StoredValues {
  static func load<Values: Decodable>(_ name: String) throws -> Values {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "References/statistics/\(name).json")
    return try JSONDecoder().decode(Values.self, from: Data(contentsOf: file))
  }
}
