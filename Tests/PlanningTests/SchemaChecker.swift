import Foundation

/// The part of JSON Schema (draft 2020-12) that the suite schema uses, to try it on documents.
struct SchemaChecker {
  let root: [String: Any]

  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = value as? [String: Any] ?? [:]
  }

  /// The places where `value` breaks the schema.
  func violations(_ value: Any) -> [String] { violations(value, root, "") }

  private func violations(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) {
      found += check(keyword, rule, value, schema, path)
    }
    return found
  }

  private func check(
    _ keyword: String, _ rule: Any, _ value: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    let subschema = rule as? [String: Any] ?? [:]
    let branches = rule as? [[String: Any]] ?? []
    switch keyword {
    case "$ref":
      return violations(value, definition(rule), path)
    case "type":
      return isA(value, rule as? String ?? "") ? [] : ["\(path): not of type \(rule)"]
    case "const":
      return equal(value, rule) ? [] : ["\(path): not \(rule)"]
    case "enum":
      let allowed = rule as? [Any] ?? []
      return allowed.contains { equal($0, value) } ? [] : ["\(path): not in \(allowed)"]
    case "anyOf":
      return branches.contains { violations(value, $0, path).isEmpty } ? [] : ["\(path): no branch"]
    case "allOf":
      return branches.flatMap { violations(value, $0, path) }
    case "if":
      guard violations(value, subschema, path).isEmpty else { return [] }
      return violations(value, schema["then"] as? [String: Any] ?? [:], path)
    case "required", "properties", "additionalProperties", "propertyNames", "minProperties":
      return checkObject(keyword, rule, value as? [String: Any], schema, path)
    case "items":
      return (value as? [Any] ?? []).flatMap { violations($0, subschema, path + "[]") }
    case "minItems":
      return (value as? [Any]).map { $0.count >= rule as? Int ?? 0 } ?? true
        ? [] : ["\(path): too few"]
    case "uniqueItems":
      let entries = (value as? [Any] ?? []).map { "\($0)" }
      return Set(entries).count == entries.count ? [] : ["\(path): twice"]
    case "minLength":
      return (value as? String)?.isEmpty == true ? ["\(path): empty"] : []
    case "minimum":
      let number = (value as? NSNumber)?.doubleValue
      return number.map { $0 >= rule as? Double ?? 0 } ?? true ? [] : ["\(path): too small"]
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      let range = text.range(of: pattern, options: .regularExpression)
      return range == nil ? ["\(path): \(text) does not match"] : []
    case "$schema", "$defs", "title", "default", "then":
      return []
    default:
      return ["\(path): the checker does not know '\(keyword)'"]
    }
  }

  private func checkObject(
    _ keyword: String, _ rule: Any, _ object: [String: Any]?, _ schema: [String: Any],
    _ path: String
  ) -> [String] {
    guard let object else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let names = object.keys.sorted()
    switch keyword {
    case "required":
      return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): no \($0)" }
    case "properties":
      return names.flatMap { name in
        properties[name].map { violations(object[name] ?? "", $0, "\(path).\(name)") } ?? []
      }
    case "additionalProperties":
      return names.filter { properties[$0] == nil }.flatMap { name in
        (rule as? [String: Any]).map { violations(object[name] ?? "", $0, "\(path).\(name)") }
          ?? ["\(path): additional \(name)"]
      }
    case "propertyNames":
      return names.flatMap { violations($0, rule as? [String: Any] ?? [:], "\(path).\($0)") }
    default:
      return names.count >= rule as? Int ?? 0 ? [] : ["\(path): too few"]
    }
  }

  private func definition(_ reference: Any) -> [String: Any] {
    let name = (reference as? String ?? "").replacing("#/$defs/", with: "")
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    return definitions[name] ?? ["missing definition": name]
  }

  private func isA(_ value: Any, _ type: String) -> Bool {
    let number = value as? NSNumber
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return value is Bool
    case "integer": return number.map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    case "number": return number != nil
    default: return false
    }
  }

  private func equal(_ left: Any, _ right: Any) -> Bool { "\(left)" == "\(right)" }
}
