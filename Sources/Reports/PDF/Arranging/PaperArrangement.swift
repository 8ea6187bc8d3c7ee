import Canvas

/// A report's contents as paper wants them: the findings first, all that is looked up behind them,
/// parts, tables and figures numbered, and links only to what paper has.
struct PaperArrangement {
  private(set) var sections: [Section] = []
  private var tableCount = 0
  private var figureCount = 0

  init(_ contents: ReportContents) {
    let body = contents.sections.filter { !$0.isAppendix }
    let reference = contents.sections.filter(\.isAppendix)
    var further: [Section] = []
    let front = body.map { Self.opened($0, folded: &further) }
    var behind = reference.map { Self.opened($0, folded: &further) }
    if !further.isEmpty {
      behind.append(
        Section(id: "further", title: "Further tables and figures", parts: further))
    }
    sections =
      front.enumerated().map { number($0.element, "\($0.offset + 1)") }
      + behind.enumerated().map { number($0.element, Self.letter($0.offset)) }
    let links = PaperLinks(sections, records: contents.records)
    sections = sections.map(links.resolved)
  }

  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(index, 25))))
  }

  /// The section with what paper shows of it; what it folds goes to `folded`.
  private static func opened(_ section: Section, folded: inout [Section]) -> Section {
    var opened = section
    opened.blocks = []
    var hidden: [Block] = []
    for block in section.blocks {
      switch block {
      case .onScreen: continue
      case .onPaper(let blocks): opened.blocks += blocks
      case .folded(let title, let blocks): hidden += [.heading(title)] + printed(blocks)
      default: opened.blocks.append(block)
      }
    }
    if !hidden.isEmpty {
      folded.append(
        Section(
          id: section.id + ".further", title: section.title, note: section.note, blocks: hidden))
    }
    opened.parts = section.parts.map { self.opened($0, folded: &folded) }
    return opened
  }

  private static func printed(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block {
      case .onScreen: []
      case .onPaper(let blocks): blocks
      case .folded(let title, let blocks): [.heading(title)] + printed(blocks)
      default: [block]
      }
    }
  }

  private mutating func number(_ section: Section, _ number: String) -> Section {
    var numbered = Section(
      id: section.id, title: "\(number)\u{2002}\(section.title)", note: section.note)
    numbered.blocks = section.blocks.map { self.numbered($0) }
    numbered.parts = section.parts.enumerated().map {
      self.number($0.element, "\(number).\($0.offset + 1)")
    }
    return numbered
  }

  private mutating func numbered(_ block: Block) -> Block {
    switch block {
    case .table(let table):
      tableCount += 1
      return .table(Self.cut(table, number: tableCount))
    case .figure(let figure):
      figureCount += 1
      var data = figure.data
      data.title = "Figure \(figureCount). \(data.title)"
      return .figure(Illustration(id: figure.id, data: data, query: figure.query))
    default: return block
    }
  }

  /// More rows of one table than this are looked up on a screen.
  private static let mostRows = 120

  private static func cut(_ table: Table, number: Int) -> Table {
    let rest = table.rows.count - mostRows
    let note: [TextSpan] =
      rest > 0
      ? [
        TextSpan(
          (table.legend.isEmpty ? "" : "    ") + "\(rest) further rows stand in the HTML report.",
          .muted)
      ] : []
    return Table(
      id: table.id, caption: [TextSpan("Table \(number). ", .strong)] + table.caption,
      columns: table.columns, rows: Array(table.rows.prefix(mostRows)), filter: table.filter,
      legend: table.legend + note)
  }
}
