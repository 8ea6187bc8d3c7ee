/// The report as a typeset PDF file with outline, links and vector figures.
public enum PDFReport {
  /// Writes the file, replacing what is there only once the new one is whole.
  public static func write(_ input: ReportInput, to path: String) throws {
    try PDFComposer(ReportContents(input), path: path).compose()
  }
}
