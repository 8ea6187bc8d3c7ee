import ArgumentParser

/// Identifiers separated by commas.
struct IdentifierList: ExpressibleByArgument, ExpressibleByArrayLiteral {
  let names: [String]

  /// The default as help texts show it; an empty one is not shown.
  var defaultValueDescription: String { names.joined(separator: ",") }

  init(arrayLiteral elements: String...) { names = elements }

  init?(argument: String) {
    names = argument.split(separator: ",").map(String.init)
    if names.isEmpty { return nil }
  }
}
