import Records

/// Whom and what an evaluator asks about.
package struct CohortSelection: Sendable, Equatable {
  /// One value of an attribute, or several that are taken together.
  package struct AttributeValue: Sendable, Hashable {
    package let attribute: String
    /// Empty where several values are taken together.
    package let value: String
    /// How many values are taken together as one, since each alone has too few people to be shown;
    /// 0 for a value that stands for itself.
    package let merged: Int

    package init(attribute: String, value: String, merged: Int = 0) {
      self.attribute = attribute
      self.value = value
      self.merged = merged
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
  /// The value of that attribute whose group every other one is compared with; nil where none is.
  package var reference: String?
  /// Whether an assessment outside its timepoint's window is left out.
  package var inWindowOnly: Bool
  /// How many people a group must have to be a group of its own; smaller ones are taken together.
  package var smallestGroup: Int

  package init(
    asOf: CalendarDate, knownAt: Timestamp? = nil, conditions: [AttributeValue] = [],
    groupedBy: String? = nil, reference: String? = nil, inWindowOnly: Bool = false,
    smallestGroup: Int = 0
  ) {
    self.asOf = asOf
    self.knownAt = knownAt
    self.conditions = conditions
    self.groupedBy = groupedBy
    self.reference = reference
    self.inWindowOnly = inWindowOnly
    self.smallestGroup = smallestGroup
  }

  /// How many groups may be compared. An attribute with more values, such as a name or a date,
  /// tells people apart; it does not sort them.
  package static let mostGroups = 500

  /// The same question without groups.
  package var ungrouped: CohortSelection {
    var selection = self
    selection.groupedBy = nil
    selection.reference = nil
    return selection
  }
}
