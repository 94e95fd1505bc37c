import Text

/// One place in the settings where two documents differ, named as precisely as possible.
package struct SettingsDifference: Sendable, Equatable {
  /// The key's path: `timepoints.day90.late`.
  package let path: String
  package let old: JSONValue?
  package let new: JSONValue?

  /// A value as shown in messages; long values are cut.
  package static func shown(_ value: JSONValue?) -> String {
    let text =
      switch value {
      case nil: "not set"
      case .string(let text)?: "“\(text)”"
      case let value?: JSONWriter.compact(value)
      }
    return text.count > longest ? text.prefix(longest) + " …" : text
  }

  private static let longest = 72
}

extension SettingsChange {
  /// Every place where the old and the new value differ.
  package var differences: [SettingsDifference] {
    Self.differences(key, old, new)
  }

  /// The differences in words, such as `timepoints.day90.late: 30 → 14`.
  package var differencesInWords: [String] {
    let place = document == SettingsRecord.program ? "" : "\(document): "
    return differences.map {
      "\(place)\($0.path): \(SettingsDifference.shown($0.old)) → \(SettingsDifference.shown($0.new))"
    }
  }

  private static func differences(
    _ path: String, _ old: JSONValue?, _ new: JSONValue?
  ) -> [SettingsDifference] {
    if JSONValue.areSame(old, new) { return [] }
    let whole = [SettingsDifference(path: path, old: old, new: new)]
    guard let before = old?.namedParts, let after = new?.namedParts else { return whole }
    let names =
      before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
    let inside = names.flatMap { name in
      differences(
        "\(path).\(name)", before.first { $0.key == name }?.value,
        after.first { $0.key == name }?.value)
    }
    // If no part differs, only the order does.
    return inside.isEmpty ? whole : inside
  }
}

extension JSONValue {
  /// The parts that a path can name: the members of an object, or the elements of an array whose
  /// elements are objects, each with a different `id` or `name`; nil for anything else.
  var namedParts: [JSONMember]? {
    switch self {
    case .object(let members): return members
    case .array(let elements):
      let parts = elements.compactMap { element in
        (element.text("id") ?? element.text("name")).map { JSONMember($0, element) }
      }
      let isNamed = parts.count == elements.count && Set(parts.map(\.key)).count == parts.count
      return isNamed && !parts.isEmpty ? parts : nil
    default: return nil
    }
  }

  private func text(_ key: String) -> String? {
    guard case .object(let members) = self,
      case .string(let text)? = members.first(where: { $0.key == key })?.value
    else { return nil }
    return text
  }

  /// True if two values are equal, apart from the order of their members.
  static func areSame(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    left?.sorted == right?.sorted
  }

  private var sorted: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let members):
      .object(members.map { JSONMember($0.key, $0.value.sorted) }.sorted { $0.key < $1.key })
    default: self
    }
  }
}
