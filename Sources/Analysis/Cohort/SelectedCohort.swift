import Records

/// The selected participants of a table, sorted into groups.
struct SelectedCohort: Sendable {
  let table: CohortColumns
  let selection: CohortSelection
  /// The groups' values, in the order of their bytes; a single nil without grouping.
  let groups: [CohortSelection.AttributeValue?]
  /// For each participant, the number of the group; `none` for participants who are not selected.
  let group: [Int32]
  /// For each participant, the day of enrollment, as days since 1970-01-01.
  let enrolledOn: [Int32]
  /// For each participant, the day of withdrawal likewise; `Int32.max` for participants who have
  /// not withdrawn.
  let withdrawnOn: [Int32]

  static let none: Int32 = -1

  init(_ table: CohortColumns, _ selection: CohortSelection) {
    self.table = table
    self.selection = selection
    let participants = table.participants
    let isSelected = Self.membership(in: participants, table.program.settings, selection)
    enrolledOn = participants.enrolledOn.map(\.daysSinceEpoch)
    withdrawnOn = participants.withdrawnOn.map { $0?.daysSinceEpoch ?? .max }
    let attribute = selection.groupedBy.flatMap {
      table.program.settings.attributes.firstIndex(of: $0)
    }
    guard let attribute, let name = selection.groupedBy else {
      groups = [nil]
      group = isSelected.map { $0 ? 0 : Self.none }
      return
    }
    let values = participants.attributeNames[attribute].texts
    let codes = participants.attributeValues[attribute]
    let used = Set(zip(codes, isSelected).filter(\.1).map { Int($0.0) })
    // By bytes, because `<` treats two encodings of é as equal, so their order could differ from
    // run to run.
    let order = used.sorted { values[$0].utf8.lexicographicallyPrecedes(values[$1].utf8) }
    let sizes = zip(codes, isSelected).reduce(into: [Int: Int]()) { sizes, person in
      if person.1 { sizes[Int(person.0), default: 0] += 1 }
    }
    let merging = GroupMerging(order.map { sizes[$0] ?? 0 }, smallest: selection.smallestGroup)
    groups = merging.groups(of: order.map { .init(attribute: name, value: values[$0]) })
    let position = Dictionary(
      uniqueKeysWithValues: zip(order, merging.positions.map(Int32.init)))
    group = zip(codes, isSelected).map { code, isSelected in
      isSelected ? position[Int(code)] ?? Self.none : Self.none
    }
  }

  /// The number of participants in a group.
  func enrolled(in number: Int) -> Int {
    group.count { $0 == Int32(number) }
  }

  /// The number of participants in a group who withdrew on or before the as-of date.
  func withdrawn(from number: Int) -> Int {
    group.indices.count { group[$0] == Int32(number) && hasWithdrawn($0) }
  }

  /// True if a participant withdrew on or before the as-of date.
  func hasWithdrawn(_ participant: Int) -> Bool {
    withdrawnOn[participant] <= selection.asOf.daysSinceEpoch
  }

  /// The reason, as entered, for a withdrawal by the as-of date, empty if none was entered; nil for
  /// participants who have not withdrawn.
  func withdrawalReason(of participant: Int) -> String? {
    guard hasWithdrawn(participant) else { return nil }
    return table.participants.withdrawalReason(of: participant).map(EntryStamp.own) ?? ""
  }

  /// The participants with an open alert, if the table was read with them.
  var withOpenAlert: Set<Int> {
    Set(
      table.openAlerts.filter { $0.state.open.contains { isRaised($0.since) } }.map(\.participant))
  }

  /// The participants with a risk item that is not known, likewise.
  var withUnknownItem: Set<Int> {
    Set(
      table.openAlerts.filter { $0.state.unknown.contains { isRaised($0.since) } }
        .map(\.participant))
  }

  /// True if an answer was recorded by the moment up to which alerts are listed.
  func isRaised(_ moment: Timestamp) -> Bool {
    selection.alertsUntil.map { moment <= $0 } ?? true
  }

  /// For each participant, true if enrolled by the as-of date and having the selected values.
  /// Participants whose ids were erased have no values, and are in no group.
  fileprivate static func membership(
    in participants: ParticipantColumns, _ settings: ProgramSettings, _ selection: CohortSelection
  ) -> [Bool] {
    // Shared groups must add up to everyone, or the difference would tell about a few people: there
    // they are among those without a value, who are combined with others where they are few.
    let isOfEveryone =
      selection.conditions.isEmpty
      && (selection.groupedBy == nil || selection.smallestGroup > 0)
    var isSelected = matching(participants, settings, selection)
    for participant in isSelected.indices where isSelected[participant] {
      let isEnrolled = participants.enrolledOn[participant] <= selection.asOf
      isSelected[participant] =
        switch participants.states[participant] {
        case .counted: isEnrolled
        case .erased: isEnrolled && isOfEveryone
        case .unenrolled, .unused: false
        }
    }
    return isSelected
  }

  /// For each participant, true if they have the selected values.
  private static func matching(
    _ participants: ParticipantColumns, _ settings: ProgramSettings, _ selection: CohortSelection
  ) -> [Bool] {
    var isMatching = [Bool](repeating: true, count: participants.count)
    var required: [Int: Int] = [:]
    for condition in selection.conditions {
      // No participant has a value of an attribute that the program does not keep, or two values of
      // one attribute.
      guard let attribute = settings.attributes.firstIndex(of: condition.attribute),
        let value = participants.attributeNames[attribute].number(of: condition.value),
        required[attribute, default: value] == value
      else { return isMatching.map { _ in false } }
      required[attribute] = value
    }
    for (attribute, value) in required {
      let codes = participants.attributeValues[attribute]
      for participant in isMatching.indices where codes[participant] != Int32(value) {
        isMatching[participant] = false
      }
    }
    return isMatching
  }

  /// The number of participants with the selected values, enrolled by the as-of date, who withdrew
  /// from the use of what was recorded.
  var withdrawnFromUse: Int {
    let isMatching = Self.matching(table.participants, table.program.settings, selection)
    return isMatching.indices.count {
      isMatching[$0] && table.participants.states[$0] == .unused
        && enrolledOn[$0] <= selection.asOf.daysSinceEpoch
    }
  }

  /// For each participant, true if their lines may tell how well forms are entered: everyone with
  /// the selected values, renamed ids included, but those who withdrew from the use of what was
  /// recorded.
  var isUsed: [Bool] {
    let isMatching = Self.matching(table.participants, table.program.settings, selection)
    return zip(isMatching, table.participants.states).map { $0 && $1 != .unused }
  }

  /// For each participant, true if an alert of theirs is somebody's business: everyone with the
  /// selected values, whether or not their scores count, but those enrolled by mistake.
  var isAlerted: [Bool] {
    let isMatching = Self.matching(table.participants, table.program.settings, selection)
    return zip(isMatching, table.participants.states).map { $0 && $1 != .unenrolled }
  }
}

extension CohortSelection {
  /// The groups of the selected participants, in order; empty without grouping.
  package func groupValues(in table: CohortColumns) -> [AttributeValue] {
    SelectedCohort(table, self).groups.compactMap(\.self)
  }

  /// True if the group is the reference for the others.
  func isReference(_ group: AttributeValue?) -> Bool {
    group.map { $0.merged == 0 && $0.value == reference } ?? false
  }

  /// The number of values that the selected participants have of the grouping attribute; 1 without
  /// grouping.
  package func groupCount(in table: CohortColumns) -> Int {
    let settings = table.program.settings
    guard let attribute = groupedBy.flatMap(settings.attributes.firstIndex) else { return 1 }
    let isSelected = SelectedCohort.membership(in: table.participants, settings, self)
    var isUsed = [Bool](repeating: false, count: table.participants.attributeNames[attribute].count)
    for (value, isSelected) in zip(table.participants.attributeValues[attribute], isSelected)
    where isSelected {
      isUsed[Int(value)] = true
    }
    return isUsed.count { $0 }
  }
}
