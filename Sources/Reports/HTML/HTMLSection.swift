/// A section as its template wants it.
struct HTMLSection {
  let id: String
  let title: String
  let note: String?
  let body: String
  let parts: [HTMLSection]
  let hasParts: Bool

  init(_ section: Section, body: (Section) throws -> String) rethrows {
    id = section.id
    title = section.title
    note = section.note.isEmpty ? nil : section.note
    self.body = try body(section)
    parts = try section.parts.map { try HTMLSection($0, body: body) }
    hasParts = !section.parts.isEmpty
  }
}
