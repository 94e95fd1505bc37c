import Records

/// Whom and what an evaluator asks about.
package struct CohortSelection: Sendable, Equatable {
  /// One value of an attribute.
  package struct AttributeValue: Sendable, Equatable {
    package let attribute: String
    package let value: String

    package init(attribute: String, value: String) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// The day on which the question is asked: nothing later is known.
  package var asOf: CalendarDate
  /// The moment up to which the table was read; nil where it is all that is known now.
  package var knownAt: Timestamp?
  /// Everybody must have all of these values; nobody is left out where there are none.
  package var conditions: [AttributeValue]
  /// The attribute whose values make the groups, if any.
  package var groupedBy: String?
  /// Whether an assessment outside its timepoint's window is left out.
  package var inWindowOnly: Bool

  package init(
    asOf: CalendarDate, knownAt: Timestamp? = nil, conditions: [AttributeValue] = [],
    groupedBy: String? = nil, inWindowOnly: Bool = false
  ) {
    self.asOf = asOf
    self.knownAt = knownAt
    self.conditions = conditions
    self.groupedBy = groupedBy
    self.inWindowOnly = inWindowOnly
  }
}
