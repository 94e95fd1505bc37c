import Analysis
import Text

/// How a group is named for programs: two columns of a CSV file, one object in JSON.
enum GroupFields {
  static let both: [Field<CohortSelection.AttributeValue>] = [
    .text("group_attribute") { $0.attribute },
    .text("group_value") { $0.value },
  ]

  /// No member where everybody is in one group.
  static func member(of group: CohortSelection.AttributeValue?) -> [JSONMember] {
    guard let group else { return [] }
    return [
      JSONMember(
        "group",
        .object(["attribute": .string(group.attribute), "value": .string(group.value)]))
    ]
  }
}
