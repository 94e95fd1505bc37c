import Analysis
import Text

/// The name of a group as two columns of a CSV file or one object in JSON.
enum GroupFields {
  static let both: [Field<CohortSelection.AttributeValue>] = [
    .text("group_attribute") { $0.attribute },
    .text("group_value") { $0.merged > 0 ? "[\($0.merged) values together]" : $0.value },
  ]

  /// The member `group`; empty for the whole cohort.
  static func member(of group: CohortSelection.AttributeValue?) -> [JSONMember] {
    group.map { [JSONMember("group", json(of: $0))] } ?? []
  }

  /// The attribute and value. The value is null where small groups are merged, with their number in
  /// `merged`.
  static func json(of group: CohortSelection.AttributeValue) -> JSONValue {
    let value: [JSONMember] =
      group.merged > 0
      ? [JSONMember("value", .null), JSONMember("merged", .integer(group.merged))]
      : [JSONMember("value", .string(group.value))]
    return .object([JSONMember("attribute", .string(group.attribute))] + value)
  }
}
