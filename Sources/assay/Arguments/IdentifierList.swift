import ArgumentParser

/// Identifiers separated by commas.
struct IdentifierList: ExpressibleByArgument, ExpressibleByArrayLiteral {
  let names: [String]

  init(arrayLiteral elements: String...) { names = elements }

  init?(argument: String) {
    names = argument.split(separator: ",").map(String.init)
    if names.isEmpty { return nil }
  }
}
