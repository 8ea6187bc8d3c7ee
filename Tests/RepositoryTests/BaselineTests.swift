import Foundation
import Testing

/// A value of a paper is worth what its source is worth.
@Suite struct BaselineTests {
  @Test func everyPublishedValueHasASourceThatItsBaselineNames() throws {
    for file in RepositoryFile.all
    where file.path.hasPrefix("Baselines/") && file.name == "published.tsv" {
      let header = try #require(
        RepositoryFile.all.first { $0.path == "\(file.folder)/baseline.json" })
      #expect(try Self.unsourced(file.text, header: header.text) == [], "\(file.path)")
    }
  }

  @Test func aValueWithoutASourceIsFound() throws {
    let header = #"{"sources": {"table-8": "Table 8 of the paper", "figure-7": ""}}"#
    let table = "value\tsource\n1\ttable-8\n2\t\n3\ttable-9\n4\tfigure-7\n"
    #expect(try Self.unsourced(table, header: header) == [3, 4, 5])
  }

  @Test func aTableWithoutAColumnOfSourcesIsFound() throws {
    #expect(try Self.unsourced("value\n1\n", header: "{}") == [1])
  }

  /// The lines whose source is empty or not explained in the header.
  private static func unsourced(_ table: String, header: String) throws -> [Int] {
    let object = try JSONSerialization.jsonObject(with: Data(header.utf8)) as? [String: Any]
    let sources = (object?["sources"] as? [String: String] ?? [:]).filter { !$0.value.isEmpty }
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let column = rows.first?.firstIndex(of: "source") else { return [1] }
    return rows.indices.dropFirst().filter {
      column >= rows[$0].count || sources[rows[$0][column]] == nil
    }.map { $0 + 1 }
  }
}
