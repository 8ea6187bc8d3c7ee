/// An encoder that writes nothing down but the keys and the types of what it is given.
struct ProbeEncoder: Encoder {
  /// What has been seen; shared by an encoder and its containers.
  final class Notes {
    var type = ParameterType.mapping([])

    func add(_ parameter: ParameterType.Parameter) {
      type = .mapping(type.parameters + [parameter])
    }
  }

  let notes = Notes()
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedProbe(notes: notes))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    notes.type = .anything
    return UnkeyedProbe()
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleProbe(notes: notes)
  }
}

/// Notes each key with the type of its value.
private struct KeyedProbe<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let notes: ProbeEncoder.Notes
  let codingPath: [any CodingKey] = []

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    notes.add(.init(name: key.stringValue, type: ParameterProbe.type(of: value)))
  }

  func encodeNil(forKey key: Key) throws {
    notes.add(.init(name: key.stringValue, type: .anything))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    notes.add(.init(name: key.stringValue, type: .anything))
    return ProbeEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    notes.add(.init(name: key.stringValue, type: .anything))
    return UnkeyedProbe()
  }

  func superEncoder() -> any Encoder { ProbeEncoder() }
  func superEncoder(forKey key: Key) -> any Encoder { ProbeEncoder() }
}

/// Notes the type of a wrapper's one value.
private struct SingleProbe: SingleValueEncodingContainer {
  let notes: ProbeEncoder.Notes
  let codingPath: [any CodingKey] = []

  func encode<T: Encodable>(_ value: T) throws { notes.type = ParameterProbe.type(of: value) }
  func encodeNil() throws { notes.type = .anything }
}

/// Takes entries and notes nothing: a hand-written list is left to its own decoder.
private struct UnkeyedProbe: UnkeyedEncodingContainer {
  let codingPath: [any CodingKey] = []
  private(set) var count = 0

  mutating func encode<T: Encodable>(_ value: T) throws { count += 1 }
  mutating func encodeNil() throws { count += 1 }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    ProbeEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { UnkeyedProbe() }
  func superEncoder() -> any Encoder { ProbeEncoder() }
}
