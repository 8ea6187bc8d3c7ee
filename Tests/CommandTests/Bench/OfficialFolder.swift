import Foundation
import TestSupport

/// Cases in the official form, written byte by byte: `cavity/prop/case00NN/{u,v}.npy` with 64 x 64
/// float32 velocities that grow with time.
struct OfficialFolder {
  static let size = 64
  static let frames = 6
  let url: URL

  /// Writes `cases` cases below `url`.
  init(at url: URL, cases: Int = 6) throws {
    self.url = url
    for number in 0..<cases {
      let folder = Self.folder(number)
      try write(Self.array(scale: Float(number + 1)), to: "\(folder)/u.npy")
      try write(Self.array(scale: -Float(number + 1)), to: "\(folder)/v.npy")
      let viscosity = 1e-5 * Double(number + 1)
      let json =
        #"{"vel_top": 10.0, "density": 1.0, "viscosity": \#(viscosity), "height": 0.01, "width": 0.01}"#
      try write(Data(json.utf8), to: "\(folder)/case.json")
    }
  }

  /// As in `cavity/prop/case0050`.
  static func folder(_ number: Int) -> String { "cavity/prop/case00\(50 + number)" }

  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Version 1.0 of NumPy's format: magic, length of the header, header, numbers.
  static func array(
    frames: Int = frames, side: Int = size, scale: Float = 1, description: String = "<f4",
    replacing: (index: Int, by: Float)? = nil
  ) -> Data {
    var header =
      "{'descr': '\(description)', 'fortran_order': False, 'shape': (\(frames), \(side), \(side)), }"
    header += String(repeating: " ", count: 64 - (11 + header.count) % 64) + "\n"
    var data = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
    data += Data([UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)])
    data += Data(header.utf8)
    var values = (0..<frames * side * side).map { index in
      let frame = Float(index / (side * side) + 1)
      return scale * frame * Float(index % side) / Float(side)
    }
    if let replacing { values[replacing.index] = replacing.by }
    return data + values.withUnsafeBytes { Data($0) }
  }
}
