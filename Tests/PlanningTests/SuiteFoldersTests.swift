import Experiment
import Planning
import TestSupport
import Testing

@Suite struct SuiteFoldersTests {
  @Test func suitesAreTheFoldersWithASuiteFileSortedById() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "waves/suite.yaml")
    try folder.write("", to: "cavity/suite.yaml")
    try folder.write("", to: "notes/README.md")
    #expect(try Suite.find(in: folder.url).map(\.id) == ["cavity", "waves"])
    #expect(try Suite.locate("waves", in: folder.url).file.lastPathComponent == "suite.yaml")
  }

  @Test func anUnknownSuiteNamesTheNearest() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "cavity/suite.yaml")
    let error = #expect(throws: AssayError.self) { try Suite.locate("cavty", in: folder.url) }
    #expect(
      error?.description
        == "\(folder.url.path): no suite 'cavty'; expected cavity; write 'cavity' instead.")
  }
}
