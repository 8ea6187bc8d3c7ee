import Experiment
import Foundation
import Harness
import Testing

@Suite struct EnvironmentTests {
  @Test func everyFactIsFoundOrUnknown() {
    let record = EnvironmentProbe.record(
      environment: ["OPENBLAS_CORETYPE": "Haswell", "SECRET": "x", "PATH": "/nonexistent"],
      threads: 1)
    let names = [
      "blas", "blas-core", "c-library", "code", "code-epoch", "compiler", "cores", "cpu",
      "env OPENBLAS_CORETYPE",
      "instructions", "kernel", "kernels", "load", "memory", "os", "sqlite", "swift", "threads",
      "time-zone",
    ]
    #expect(record.facts.keys.sorted() == names)
    #expect(record.facts["code"] == "unknown")
    #expect(record.facts["c-library"]?.wholeMatch(of: /glibc 2\.\d+/) != nil)
    #expect(record.facts["compiler"]?.contains(/\d+\.\d+/) == true)
    #expect(record.facts.values.allSatisfy { !$0.isEmpty })
  }

  @Test func theCodeIsNamedByItsCommit() {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let code = EnvironmentProbe.record(
      environment: ["PATH": "/usr/bin:/bin"], threads: 1, workingFolder: here
    ).facts["code"]
    #expect(code == "unknown" || (code?.prefix(40).allSatisfy(\.isHexDigit) ?? false))
  }
}
