import Records

/// The participants of a table whom a selection means, sorted into groups.
struct SelectedCohort: Sendable {
  let table: ScoreTable
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

  init(_ table: ScoreTable, _ selection: CohortSelection) {
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
    zip(group, withdrawnOn).count { group, day in
      group == Int32(number) && day <= selection.asOf.daysSinceEpoch
    }
  }

  /// Who was enrolled on the day of the question and has the values asked for.
  private static func membership(
    in participants: ParticipantTable, _ settings: ProgramSettings, _ selection: CohortSelection
  ) -> [Bool] {
    var isMeant = participants.enrolledOn.map { $0 <= selection.asOf }
    for condition in selection.conditions {
      // Nobody has a value of an attribute that the program does not keep.
      guard let attribute = settings.attributes.firstIndex(of: condition.attribute) else {
        return isMeant.map { _ in false }
      }
      let wanted = participants.attributeNames[attribute].number(of: condition.value)
      let codes = participants.attributeValues[attribute]
      for participant in isMeant.indices where wanted.map(Int32.init) != codes[participant] {
        isMeant[participant] = false
      }
    }
    return isMeant
  }
}
