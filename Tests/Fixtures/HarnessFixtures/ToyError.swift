/// An error that says what it is told.
package struct ToyError: Error, CustomStringConvertible {
  package let text: String
  package init(text: String) { self.text = text }
  package var description: String { text }
}
