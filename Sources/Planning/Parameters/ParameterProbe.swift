import Experiment

/// Finds out which parameters a value has and of which type each is, by encoding the value and
/// looking at the static types: JSON alone could not tell an integer from a whole `Double`.
enum ParameterProbe {
  /// The type of `value`.
  static func type<T: Encodable>(of value: T) -> ParameterType {
    type(T.self, sample: value)
  }

  private static func type(_ type: Any.Type, sample: (any Encodable)?) -> ParameterType {
    if type == Bool.self { return .truth }
    if type == String.self { return .text }
    if type == Int.self { return .integer }
    if type == Double.self { return .number }
    if type == JSONValue.self { return .free }
    // That a type does not conform is found out by a search of the whole program: the likely come first.
    if let list = type as? any ListParameter.Type {
      return .list(Self.type(list.element, sample: (sample as? any ListParameter)?.firstEntry))
    }
    if let choices = type as? any CaseIterable.Type, let names = names(choices) {
      return .choice(names)
    }
    if type is any BinaryInteger.Type { return .integer }
    if type is any BinaryFloatingPoint.Type { return .number }
    guard let sample, Mirror(reflecting: sample).displayStyle != .enum else { return .anything }
    let recorder = ProbeEncoder()
    guard (try? sample.encode(to: recorder)) != nil else { return .anything }
    return recorder.notes.type
  }

  /// The raw values of an enum of texts, or nil for any other.
  private static func names<C: CaseIterable>(_ type: C.Type) -> [String]? {
    let names = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    return names.count == type.allCases.count ? names : nil
  }
}

/// An array whose element's type can be asked for even when it is empty.
private protocol ListParameter {
  static var element: Any.Type { get }
  var firstEntry: (any Encodable)? { get }
}

extension Array: ListParameter {
  fileprivate static var element: Any.Type { Element.self }
  fileprivate var firstEntry: (any Encodable)? { first as? any Encodable }
}
