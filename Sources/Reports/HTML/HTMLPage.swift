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

  /// A line of the title block.
  private struct Fact {
    let name: String
    let value: String
  }

  /// What the page template wants.
  private struct View {
    let title: String
    let subtitle: String?
    let style: String
    let script: String
    let first: String
    let profiles: [Badge]
    let facts: [Fact]
    let sections: [HTMLSection]
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
    let view = View(
      title: contents.title, subtitle: contents.subtitle.isEmpty ? nil : contents.subtitle,
      style: Self.text(PackageResources.report_css), script: Self.text(PackageResources.report_js),
      first: contents.sections.first?.id ?? "",
      profiles: contents.profiles.map { Badge(label: $0.label, meaning: $0.meaning) },
      facts: contents.facts.map { Fact(name: $0.name, value: HTMLText.spans($0.value)) },
      sections: contents.sections.map { HTMLSection($0) { html($0.blocks) } })
    return page.render(view)
  }

  func render(_ leaderboard: Leaderboard) throws -> String {
    try render(ReportContents(leaderboard))
  }

  /// Figures that follow each other stand side by side where there is room.
  private func html(_ blocks: [Block]) -> String {
    var text = ""
    var figures: [String] = []
    for block in blocks {
      if case .figure(let id, let data) = block {
        figures.append(figure.render(HTMLFigure(id: id, data)))
        continue
      }
      text += Self.row(figures)
      figures = []
      text += html(block)
    }
    return text + Self.row(figures)
  }

  private func html(_ block: Block) -> String {
    switch block {
    case .paragraph(let spans): "<p>\(HTMLText.spans(spans))</p>\n"
    case .list(let items):
      "<ul>\n" + items.map { "<li>\(HTMLText.spans($0))</li>\n" }.joined() + "</ul>\n"
    case .heading(let title): "<h4>\(HTMLText.escaped(title))</h4>\n"
    case .table(let data): table.render(HTMLTable(data))
    case .figure(let id, let data): figure.render(HTMLFigure(id: id, data))
    case .folded(let title, let blocks):
      "<details>\n<summary>\(HTMLText.escaped(title))</summary>\n\(html(blocks))</details>\n"
    }
  }

  private static func row(_ figures: [String]) -> String {
    figures.isEmpty ? "" : "<div class=\"figures\">\n\(figures.joined())</div>\n"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
