import Comparison
import Experiment
import Mustache

/// Renders a report's contents by the templates.
struct HTMLPage {
  /// A profile's label in the title block.
  private struct Badge {
    let label: String
    let meaning: String
  }

  /// What the page template wants.
  private struct View {
    let title: String
    let subtitle: String?
    let style: String
    let script: String
    let first: String
    let profiles: [Badge]
    let sections: [HTMLSection]
    let records: String?
  }

  private let page: MustacheTemplate
  private let table: MustacheTemplate
  private let figure: MustacheTemplate

  init() throws {
    page = try MustacheTemplate(string: Self.text(PackageResources.page_mustache))
    table = try MustacheTemplate(string: Self.text(PackageResources.table_mustache))
    figure = try MustacheTemplate(string: Self.text(PackageResources.figure_mustache))
  }

  func render(_ contents: ReportContents) throws -> String {
    let text = HTMLText(hidden: hidden(in: contents.sections))
    var records = contents.records.flatMap { $0.book.cells.isEmpty ? nil : RecordsData($0) }
    let view = View(
      title: contents.title, subtitle: contents.subtitle.isEmpty ? nil : contents.subtitle,
      style: StyleSheet.text, script: Self.script, first: contents.sections.first?.id ?? "",
      profiles: contents.profiles.map { Badge(label: $0.label, meaning: $0.meaning) },
      sections: contents.sections.map { section in
        HTMLSection(section) { part in
          html(part.blocks, text, headings: part.id == section.id ? "h3" : "h4")
        }
      },
      records: records?.text())
    return page.render(view)
  }

  private static let script = [
    PackageResources.start_js, PackageResources.theme_js, PackageResources.longtables_js,
    PackageResources.tables_js, PackageResources.drawer_js, PackageResources.curves_js,
    PackageResources.fields_js, PackageResources.links_js,
  ].map(text).joined()

  private func hidden(in sections: [Section]) -> [String: String] {
    var hidden: [String: String] = [:]
    func look(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .table(let table): for (row, own) in HTMLTable.hidden(in: table) { hidden[row] = own }
        case .folded(_, let blocks), .onScreen(let blocks): look(blocks)
        default: break
        }
      }
    }
    for section in sections {
      look(section.blocks)
      hidden.merge(self.hidden(in: section.parts)) { first, _ in first }
    }
    return hidden
  }

  /// Figures that follow each other stand side by side where there is room.
  private func html(_ blocks: [Block], _ text: HTMLText, headings: String) -> String {
    var html = ""
    var figures: [String] = []
    for block in blocks.flatMap(Self.shown) {
      if case .figure(let data) = block {
        figures.append(figure.render(HTMLFigure(data)))
        continue
      }
      html += Self.row(figures)
      figures = []
      html += self.html(block, text, headings: headings)
    }
    return html + Self.row(figures)
  }

  private func html(_ block: Block, _ text: HTMLText, headings: String) -> String {
    switch block {
    case .lead(let spans): "<p class=\"lead\">\(text.spans(spans))</p>\n"
    case .paragraph(let spans): "<p>\(text.spans(spans))</p>\n"
    case .list(let items):
      "<ul>\n" + items.map { "<li>\(text.spans($0))</li>\n" }.joined() + "</ul>\n"
    case .facts(let facts):
      "<dl class=\"facts\">\n"
        + facts.map { fact in
          "<div><dt>\(HTMLText.escaped(fact.name))</dt><dd>\(text.spans(fact.value))</dd></div>\n"
        }.joined() + "</dl>\n"
    case .heading(let title): "<\(headings)>\(HTMLText.escaped(title))</\(headings)>\n"
    case .listing(let lines): "<pre>\(HTMLText.escaped(lines))</pre>\n"
    case .table(let data): table.render(HTMLTable(data, text))
    case .figure(let data): figure.render(HTMLFigure(data))
    case .folded(let title, let blocks):
      "<details>\n<summary>\(HTMLText.escaped(title))</summary>\n"
        + html(blocks, text, headings: headings) + "</details>\n"
    case .onScreen(let blocks): html(blocks, text, headings: headings)
    case .onPaper: ""
    }
  }

  private static func shown(_ block: Block) -> [Block] {
    switch block {
    case .onScreen(let blocks): blocks
    case .onPaper: []
    default: [block]
    }
  }

  private static func row(_ figures: [String]) -> String {
    figures.isEmpty ? "" : "<div class=\"figures\">\n\(figures.joined())</div>\n"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
