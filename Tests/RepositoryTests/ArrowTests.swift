import Testing

/// The arrows of docs/architecture.md: nothing to the right is imported by anything to the left.
@Suite struct ArrowTests {
  /// The programs, which join shelves to machine and may import all.
  static let programs: Set<String> = ["assay", "evidence"]
  /// What each other target may import at most.
  static let allowed: [String: Set<String>] = [
    "Randomness": ["CKernels"],
    "Tensors": ["Randomness", "CKernels", "COpenBLAS"],
    "Statistics": ["Randomness"],
    "Canvas": ["CCairo"],
    "Autodiff": ["Tensors", "CKernels"],
    "Experiment": ["Tensors", "Randomness"],
    "DataFormats": ["Experiment", "Tensors", "CZlib", "CCrypto"],
    "Solvers": ["Tensors", "Randomness", "CKernels", "COpenBLAS"],
    "Networks": ["Autodiff", "DataFormats", "Solvers", "Tensors", "Randomness", "CKernels"],
    "Physics": ["Solvers", "Tensors", "Randomness", "CKernels", "COpenBLAS"],
    "ExternalModels": ["Experiment", "Tensors", "DataFormats", "Randomness", "CProcess"],
    "Planning": ["Experiment", "Yams", "CYaml"],
    "Store": ["Experiment", "DataFormats", "GRDB"],
    "Comparison": ["Experiment", "Statistics", "Randomness", "CCrypto"],
    "Tasks": ["Experiment", "Tensors", "Randomness", "Physics", "DataFormats"],
    "Models": [
      "Experiment", "Tensors", "Randomness", "Autodiff", "Networks", "Solvers", "ExternalModels",
    ],
    "Metrics": ["Experiment", "Tensors"],
    "Harness": [
      "Experiment", "Planning", "Store", "DataFormats", "Randomness", "Tensors", "COpenBLAS",
      "CProcess", "ExternalModels",
    ],
    "Submissions": ["Experiment", "Planning", "DataFormats"],
    "Figures": ["Experiment", "Statistics", "Comparison", "Canvas", "Randomness"],
    "Reports": ["Experiment", "Statistics", "Comparison", "Figures", "Canvas", "Mustache"],
    "catalogue-tool": ["CCrypto"],
  ]
  /// Modules of the toolchain and of the system, open to all.
  static let system: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

  @Test(arguments: RepositoryFile.swift(under: "Sources").filter { !programs.contains($0.target) })
  func aFileImportsOnlyWhatItsTargetMay(file: RepositoryFile) {
    let allowed = Self.allowed[file.target]
    #expect(allowed != nil, "\(file.target) is not in the table of arrows")
    let forbidden = Self.imports(in: file.text).subtracting(allowed ?? [])
      .subtracting(Self.system)
    #expect(forbidden.sorted() == [], "\(file.path) imports against the arrows")
  }

  @Test func everyImportOfAFileIsDeclaredByItsTarget() throws {
    let declared = try Self.declaredImports()
    for file in RepositoryFile.swift(under: "Sources") where declared[file.target] != nil {
      let undeclared = Self.imports(in: file.text).subtracting(declared[file.target] ?? [])
        .subtracting(Self.system)
      #expect(undeclared.sorted() == [], "\(file.path) imports what Package.swift does not declare")
    }
  }

  @Test func theTableHasNoCircle() {
    var order: [String] = []
    var waiting = Self.allowed
    while let ready = waiting.keys.sorted().first(where: { name in
      (waiting[name] ?? []).allSatisfy { waiting[$0] == nil }
    }) {
      order.append(ready)
      waiting[ready] = nil
    }
    #expect(waiting.keys.sorted() == [], "these import one another")
    #expect(order.count == Self.allowed.count)
  }

  @Test func importLinesAreFoundWithTheirAttributes() {
    let text = "import A\npublic import B\n@preconcurrency import C\nimport struct D.E\n// import F"
    #expect(Self.imports(in: text) == ["A", "B", "C", "D"])
  }

  static func imports(in text: String) -> Set<String> {
    let pattern = /(?m)^(?:@\w+ |\w+ )*import (?:struct |enum |class |func |protocol )?(\w+)/
    return Set(text.matches(of: pattern).map { String($0.1) })
  }

  /// The imports that `library("…", imports: […])` of Package.swift declares.
  static func declaredImports() throws -> [String: Set<String>] {
    // Yams brings the C parser below it as a module of its own.
    let products = [
      "grdb": ["GRDB"], "yams": ["Yams", "CYaml"], "mustache": ["Mustache"],
    ]
    let manifest = try #require(RepositoryFile.all.first { $0.path == "Package.swift" }).text
    var declared: [String: Set<String>] = [:]
    for match in manifest.matches(of: /library\(\s*"(\w+)"(?:,\s*imports:\s*\[([^\]]*)\])?/) {
      let names = (match.2 ?? "").split { !$0.isLetter }.map(String.init)
      declared[String(match.1)] = Set(names.flatMap { products[$0] ?? [$0] })
    }
    #expect(declared.count > 15, "Package.swift is not laid out as this test expects")
    return declared
  }
}
