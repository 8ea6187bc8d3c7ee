/// Where a C library's output stream ends.
final class ByteSink {
  var bytes: [UInt8] = []
}
