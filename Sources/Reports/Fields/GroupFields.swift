import Analysis
import Text

/// How a group is named for programs: two columns of a CSV file, one object in JSON.
enum GroupFields {
  static let both: [Field<CohortSelection.AttributeValue>] = [
    .text("group_attribute") { $0.attribute },
    .text("group_value") { $0.merged > 0 ? "[\($0.merged) values together]" : $0.value },
  ]

  /// No member where everybody is in one group.
  static func member(of group: CohortSelection.AttributeValue?) -> [JSONMember] {
    group.map { [JSONMember("group", json(of: $0))] } ?? []
  }

  /// The value is null where several are taken together; `merged` says how many.
  static func json(of group: CohortSelection.AttributeValue) -> JSONValue {
    let value: [JSONMember] =
      group.merged > 0
      ? [JSONMember("value", .null), JSONMember("merged", .integer(group.merged))]
      : [JSONMember("value", .string(group.value))]
    return .object([JSONMember("attribute", .string(group.attribute))] + value)
  }
}
