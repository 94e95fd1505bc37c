import Records

/// The participants of a table whom a selection means, sorted into groups.
struct SelectedCohort: Sendable {
  let table: CohortColumns
  let selection: CohortSelection
  /// The groups' values, in the order of their bytes; one nil where nothing was grouped.
  let groups: [CohortSelection.AttributeValue?]
  /// For each participant, the number of the group; `none` for whoever is not meant.
  let group: [Int32]
  /// For each participant, the day of enrollment, as days since 1970-01-01.
  let enrolledOn: [Int32]
  /// For each participant, the day of withdrawal likewise; the end of time for whoever takes part.
  let withdrawnOn: [Int32]

  static let none: Int32 = -1

  init(_ table: CohortColumns, _ selection: CohortSelection) {
    self.table = table
    self.selection = selection
    let participants = table.participants
    let isMeant = Self.membership(in: participants, table.program.settings, selection)
    enrolledOn = participants.enrolledOn.map(\.daysSinceEpoch)
    withdrawnOn = participants.withdrawnOn.map { $0?.daysSinceEpoch ?? .max }
    let attribute = selection.groupedBy.flatMap {
      table.program.settings.attributes.firstIndex(of: $0)
    }
    guard let attribute, let name = selection.groupedBy else {
      groups = [nil]
      group = isMeant.map { $0 ? 0 : Self.none }
      return
    }
    let values = participants.attributeNames[attribute].texts
    let codes = participants.attributeValues[attribute]
    let used = Set(zip(codes, isMeant).filter(\.1).map { Int($0.0) })
    // By bytes: to `<`, two ways to write é are one text, and their order would be chance.
    let order = used.sorted { values[$0].utf8.lexicographicallyPrecedes(values[$1].utf8) }
    let sizes = zip(codes, isMeant).reduce(into: [Int: Int]()) { sizes, person in
      if person.1 { sizes[Int(person.0), default: 0] += 1 }
    }
    let merging = GroupMerging(order.map { sizes[$0] ?? 0 }, smallest: selection.smallestGroup)
    groups = merging.groups(of: order.map { .init(attribute: name, value: values[$0]) })
    let position = Dictionary(
      uniqueKeysWithValues: zip(order, merging.positions.map(Int32.init)))
    group = zip(codes, isMeant).map { code, isMeant in
      isMeant ? position[Int(code)] ?? Self.none : Self.none
    }
  }

  /// How many participants are in a group.
  func enrolled(in number: Int) -> Int {
    group.count { $0 == Int32(number) }
  }

  /// How many participants of a group withdrew on or before the day of the question.
  func withdrawn(from number: Int) -> Int {
    group.indices.count { group[$0] == Int32(number) && hasWithdrawn($0) }
  }

  /// Whether a participant withdrew on or before the day of the question.
  func hasWithdrawn(_ participant: Int) -> Bool {
    withdrawnOn[participant] <= selection.asOf.daysSinceEpoch
  }

  /// Why a participant withdrew who did so by then, as it was entered, empty where nothing was; nil
  /// for those who take part.
  func withdrawalReason(of participant: Int) -> String? {
    guard hasWithdrawn(participant) else { return nil }
    return table.participants.withdrawalReason(of: participant) ?? ""
  }

  /// Who was enrolled on the day of the question and has the values asked for.
  fileprivate static func membership(
    in participants: ParticipantColumns, _ settings: ProgramSettings, _ selection: CohortSelection
  ) -> [Bool] {
    var isMeant = participants.enrolledOn.map { $0 <= selection.asOf }
    var wanted: [Int: Int] = [:]
    for condition in selection.conditions {
      // Nobody has a value of an attribute that the program does not keep, or two of one.
      guard let attribute = settings.attributes.firstIndex(of: condition.attribute),
        let value = participants.attributeNames[attribute].number(of: condition.value),
        wanted[attribute, default: value] == value
      else { return isMeant.map { _ in false } }
      wanted[attribute] = value
    }
    for (attribute, value) in wanted {
      let codes = participants.attributeValues[attribute]
      for participant in isMeant.indices where codes[participant] != Int32(value) {
        isMeant[participant] = false
      }
    }
    return isMeant
  }
}

extension CohortSelection {
  /// The groups of those whom the selection means, in their order; empty where there are none.
  package func groupValues(in table: CohortColumns) -> [AttributeValue] {
    SelectedCohort(table, self).groups.compactMap(\.self)
  }

  /// Whether a group is the one that the others are compared with.
  func isReference(_ group: AttributeValue?) -> Bool {
    group.map { $0.merged == 0 && $0.value == reference } ?? false
  }

  /// How many values those have whom the selection means, of the attribute that makes the groups; 1
  /// where there are no groups.
  package func groupCount(in table: CohortColumns) -> Int {
    let settings = table.program.settings
    guard let attribute = groupedBy.flatMap(settings.attributes.firstIndex) else { return 1 }
    let isMeant = SelectedCohort.membership(in: table.participants, settings, self)
    var isUsed = [Bool](repeating: false, count: table.participants.attributeNames[attribute].count)
    for (value, isMeant) in zip(table.participants.attributeValues[attribute], isMeant)
    where isMeant {
      isUsed[Int(value)] = true
    }
    return isUsed.count { $0 }
  }
}
