import Foundation
import GRDB
import Store
import Testing

/// The queries in `docs/store.md` run, and its tables and views are those of the schema.
@Suite struct DocumentTests {
  private static let document = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "docs/store.md")

  @Test func everyQueryOfTheDocumentRuns() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let cell = StoreFolder.identity()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let queries = text.components(separatedBy: "```sql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(queries.count >= 3)
    let database = try DatabaseQueue(path: folder.path)
    let rows = try queries.map { query in
      try database.read { try Row.fetchAll($0, sql: query).count }
    }
    #expect(rows[0] == 1)
  }

  @Test func everyTableAndViewIsDocumented() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    _ = try folder.open()
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let names = try DatabaseQueue(path: folder.path).read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
          """)
    }
    #expect(names.count > 15)
    for name in names { #expect(text.contains("`\(name)`"), "\(name) is not in docs/store.md") }
  }
}
