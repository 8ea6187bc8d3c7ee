/// The report as one HTML file that opens from disk without a network and works without scripts.
public enum HTMLReport {
  /// The file's text.
  public static func render(_ input: ReportInput) throws -> String {
    let contents = ReportContents(input)
    return try HTMLPage().render(contents)
  }
}
