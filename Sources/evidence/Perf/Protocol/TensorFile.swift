import Experiment
import Foundation

/// The copies that no transport can spare: numbers to a file in memory, and from it into a new array.
final class TensorFile {
  private let values: [Float]
  private let descriptor: Int32

  init(values count: Int) throws {
    values = (0..<count).map { Float($0 % 1000) }
    var path = Array("/dev/shm/assay-perf-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw AssayError(
        .unmetRequirement, where: "protocol/shared", found: String(cString: strerror(errno)),
        expected: "a folder in memory that can be written", remedy: "mount /dev/shm")
    }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Median seconds of one write and one read, after one of each that warms up.
  func seconds(repetitions: Int) throws -> Double {
    copy()
    return Stopwatch.median(of: repetitions) { copy() }
  }

  private func copy() {
    values.withUnsafeBytes { bytes in
      each(bytes.count) { pwrite(descriptor, bytes.baseAddress?.advanced(by: $0), $1, $0) }
    }
    let copied = [Float](unsafeUninitializedCapacity: values.count) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      each(bytes.count) { pread(descriptor, bytes.baseAddress?.advanced(by: $0), $1, $0) }
      count = values.count
    }
    precondition(copied.last == values.last, "a file in memory lost what it was given")
  }

  private func each(_ total: Int, _ move: (Int, Int) -> Int) {
    var done = 0
    while done < total {
      let count = move(done, total - done)
      precondition(count > 0, "a file in memory cannot be written or read")
      done += count
    }
  }
}
