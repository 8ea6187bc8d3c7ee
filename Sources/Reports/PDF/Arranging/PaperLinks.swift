import Canvas

/// Leads links to what the paper has: a number to the row of its model, and nothing to nowhere.
struct PaperLinks {
  private var places: Set<String> = []
  /// Cells without a row of their own by the row that they share.
  private var shared: [String: String] = [:]

  init(_ sections: [Section], records: CellRecords?) {
    sections.forEach { collect($0) }
    guard let book = records?.book else { return }
    for cell in book.cells {
      let name = cell.identity
      let group = CellBook.Group(
        suite: name.suite, task: name.task, model: name.model, profile: name.profile)
      if let row = book.place(of: group), places.contains(row) {
        shared[Place.cell(name)] = row
      }
    }
  }

  private mutating func collect(_ section: Section) {
    places.insert(section.id)
    for block in section.blocks {
      switch block {
      case .table(let table):
        places.insert(table.id)
        places.formUnion(table.rows.map(\.id))
      case .figure(let figure): places.insert(figure.id)
      default: break
      }
    }
    section.parts.forEach { collect($0) }
  }

  /// The section with links that lead somewhere.
  func resolved(_ section: Section) -> Section {
    var section = section
    section.blocks = section.blocks.map(resolved)
    section.parts = section.parts.map(resolved)
    return section
  }

  private func resolved(_ block: Block) -> Block {
    switch block {
    case .lead(let spans): .lead(resolved(spans))
    case .paragraph(let spans): .paragraph(resolved(spans))
    case .list(let items): .list(items.map(resolved))
    case .facts(let facts): .facts(facts.map { Fact(name: $0.name, value: resolved($0.value)) })
    case .table(let table): .table(resolved(table))
    default: block
    }
  }

  private func resolved(_ table: Table) -> Table {
    Table(
      id: table.id, caption: resolved(table.caption), columns: table.columns,
      rows: table.rows.map { row in
        Table.Row(
          cells: row.cells.map { cell in
            Table.Cell(
              spans: resolved(cell.spans), sortKey: cell.sortKey, mark: cell.mark,
              quantity: cell.quantity)
          }, detail: resolved(row.detail), id: row.id)
      }, filter: table.filter, legend: resolved(table.legend))
  }

  /// Running text with links that lead somewhere.
  func resolved(_ spans: [TextSpan]) -> [TextSpan] {
    guard spans.contains(where: { $0.target != nil }) else { return spans }
    return spans.map { span in
      guard case .place(let name) = span.target, !places.contains(name) else { return span }
      return TextSpan(span.text, span.style, target: shared[name].map { .place($0) })
    }
  }
}
