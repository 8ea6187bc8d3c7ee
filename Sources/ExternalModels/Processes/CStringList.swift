import Foundation

/// A null-terminated list of C strings, there for as long as this object is.
final class CStringList {
  private let list: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

  /// The list as a program's arguments or variables are handed over.
  var pointer: UnsafePointer<UnsafeMutablePointer<CChar>?>? { UnsafePointer(list.baseAddress) }

  /// The list as one that is only read.
  var constantPointer: UnsafePointer<UnsafePointer<CChar>?>? {
    UnsafeRawPointer(list.baseAddress)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  }

  init(_ strings: [String]) {
    list = .allocate(capacity: strings.count + 1)
    list.initialize(repeating: nil)
    for (index, string) in strings.enumerated() { list[index] = strdup(string) }
  }

  deinit {
    for string in list { free(string) }
    list.deallocate()
  }
}
