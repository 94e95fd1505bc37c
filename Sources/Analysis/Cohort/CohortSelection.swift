import Records

/// The selection of participants, groups and date for an evaluation.
package struct CohortSelection: Sendable, Equatable {
  /// One value of an attribute, or several values combined.
  package struct AttributeValue: Sendable, Hashable {
    package let attribute: String
    /// Empty if several values are combined.
    package let value: String
    /// The number of values combined into one because each alone has too few people to be shown; 0
    /// for a single value.
    package let merged: Int

    package init(attribute: String, value: String, merged: Int = 0) {
      self.attribute = attribute
      self.value = value
      self.merged = merged
    }
  }

  /// The as-of date: nothing after this day counts.
  package var asOf: CalendarDate
  /// The moment up to which the table was read; nil for everything recorded so far.
  package var knownAt: Timestamp?
  /// The last moment at which an answer was recorded that raises an alert; nil for no limit, as on
  /// the current day, which may end later here than in Coordinated Universal Time.
  package var alertsUntil: Timestamp?
  /// The values that a participant must all have to be selected; empty to select everyone.
  package var conditions: [AttributeValue]
  /// The attribute whose values make the groups, if any.
  package var groupedBy: String?
  /// The value of that attribute whose group the others are compared with; nil if there is none.
  package var reference: String?
  /// True if assessments outside their timepoint's window do not count.
  package var inWindowOnly: Bool
  /// The smallest number of people in a group of its own; smaller groups are combined.
  package var smallestGroup: Int

  package init(
    asOf: CalendarDate, knownAt: Timestamp? = nil, alertsUntil: Timestamp? = nil,
    conditions: [AttributeValue] = [],
    groupedBy: String? = nil, reference: String? = nil, inWindowOnly: Bool = false,
    smallestGroup: Int = 0
  ) {
    self.asOf = asOf
    self.knownAt = knownAt
    self.alertsUntil = alertsUntil
    self.conditions = conditions
    self.groupedBy = groupedBy
    self.reference = reference
    self.inWindowOnly = inWindowOnly
    self.smallestGroup = smallestGroup
  }

  /// The largest number of groups. An attribute with more values, such as a name or a date,
  /// identifies people rather than groups them.
  package static let mostGroups = 500

  /// The same selection without groups.
  package var ungrouped: CohortSelection {
    var selection = self
    selection.groupedBy = nil
    selection.reference = nil
    return selection
  }
}
