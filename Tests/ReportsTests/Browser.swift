import Foundation
import Testing

/// A browser without a window.
struct Browser {
  /// What a page said.
  struct Visit {
    /// What its script returned.
    let result: String
    /// The lines of its console.
    let console: [Substring]
  }

  static var isInstalled: Bool { program != nil }

  private static var program: Program? {
    Program("chromium", "chromium-browser", "google-chrome")
  }

  /// Runs the body of a function in the finished page and gives back what it returned. The function
  /// may wait: time passes at once.
  func inspect(_ page: String, _ script: String) throws -> Visit {
    let probe = """
      <script>
      (async () => { \(script) })().catch((error) => `error ${error}`)
        .then((result) => { document.title = "result:" + result + ":end"; });
      </script>
      """
    return try open(page.replacing("</body>", with: probe + "</body>"))
  }

  /// Opens `page` from disk and gives back what it wrote into its title.
  func open(_ page: String) throws -> Visit {
    let browser = try #require(Self.program)
    let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "index.html")
    try Data(page.utf8).write(to: file)
    let run = try browser.run([
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
      "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=6000", "--dump-dom",
      file.absoluteString,
    ])
    let found = run.output.firstMatch(of: /<title>result:(.*?):end<\/title>/)
    return Visit(
      result: found.map { String($0.output.1) } ?? "no result",
      console: run.errors.split(separator: "\n").filter { $0.contains("CONSOLE") })
  }
}
