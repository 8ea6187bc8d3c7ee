import Canvas

/// The page's style sheet: the inks of figures for both papers, then the page's own rules.
enum StyleSheet {
  static let text =
    """
    :root { \(Paper.white.variables) }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) { \(Paper.dark.variables) }
    }
    :root[data-theme="dark"] { \(Paper.dark.variables) }
    @media print { :root, :root[data-theme="dark"] { \(Paper.white.variables) } }
    \(Paper.rules)

    """ + own

  private static let own = [
    PackageResources.page_css, PackageResources.tables_css, PackageResources.figures_css,
    PackageResources.print_css,
  ].map { String(decoding: $0, as: UTF8.self) }.joined()
}
