import DataFormats
import Experiment
import Foundation
import Testing

@Suite struct ContentHashTests {
  /// FIPS 180-4 examples (NIST, SHA256.pdf): the empty message, "abc" and a million "a".
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func theExamplesOfTheStandardHold(text: String, times: Int, digest: String) {
    #expect(ContentHash.sha256(of: Data(String(repeating: text, count: times).utf8)) == digest)
  }

  @Test func aFileHashesAsItsBytes() throws {
    try withTemporaryFolder { folder in
      let data = Data((0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      let url = folder.appending(path: "large")
      try AtomicFile.write(data, to: url)
      #expect(try ContentHash.sha256(of: url) == ContentHash.sha256(of: data))
      #expect(throws: AssayError.self) {
        try ContentHash.sha256(of: folder.appending(path: "absent"))
      }
    }
  }
}
