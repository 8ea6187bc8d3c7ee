import Experiment
import Foundation

/// The first 128 bytes of a .mat file.
struct MATHeader {
  static let size = 128

  let order: MATByteOrder

  init(_ data: Data, source: String) throws {
    let bytes = [UInt8](data.prefix(Self.size))
    func foreign(_ found: String, _ remedy: String) -> AssayError {
      AssayError.badFile(
        source, found: found, expected: "a MATLAB version 5 file", remedy: remedy)
    }
    if bytes.starts(with: Array("MATLAB 7.3".utf8)) || bytes.starts(with: Self.hdf5) {
      throw foreign("a version 7.3 file (HDF5)", "save it with the option -v7")
    }
    guard bytes.count == Self.size else {
      throw foreign("\(bytes.count) bytes", "check that the file is whole")
    }
    switch (bytes[126], bytes[127]) {
    case (UInt8(ascii: "I"), UInt8(ascii: "M")): order = .little
    case (UInt8(ascii: "M"), UInt8(ascii: "I")): order = .big
    default: throw foreign("no byte order mark", "check that it is a .mat file of version 5 to 7")
    }
    let version = order == .little ? bytes[125] : bytes[124]
    guard version == 1 else {
      throw foreign("version \(version) in its header", "save it with the option -v7")
    }
  }

  private static let hdf5: [UInt8] = [0x89, 0x48, 0x44, 0x46]
}
