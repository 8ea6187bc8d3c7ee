import Foundation

extension FuzzCheck {
  /// Puts the `count` bytes at `bytes` through the parser; stops the process at a finding, as the
  /// fuzzing engine expects.
  public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    do {
      try run(Data(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
