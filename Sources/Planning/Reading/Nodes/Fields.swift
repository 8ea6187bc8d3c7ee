import Yams

/// The entries of a mapping by key, with the nodes that know their places.
struct Fields {
  /// One entry.
  struct Entry {
    let name: String
    let key: Node
    let value: Node
  }

  /// The mapping itself.
  let node: Node
  /// The entries in the order of the file.
  let entries: [Entry]

  subscript(name: String) -> Node? { entries.first { $0.name == name }?.value }
}
