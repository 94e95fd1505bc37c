import Text

/// All participants who were enrolled at a moment, or ever, as columns by the number of the
/// participant, in the order of first enrollment.
package struct ParticipantColumns: Sendable {
  /// The ids; the number of a participant is the number of the id.
  package private(set) var ids = InternTable()
  /// The participants enrolled by a line that was recorded too late to be included. Other lines may
  /// name them.
  private var laterIDs = InternTable()
  package private(set) var enrolledOn: [CalendarDate] = []
  /// The day of withdrawal; nil for a participant who has not withdrawn.
  package private(set) var withdrawnOn: [CalendarDate?] = []
  /// The part that each participant has in evaluations.
  package private(set) var states: [ParticipantState] = []
  /// The number of participants who were erased after the moment in question. Their ids and
  /// attributes of then are not known any longer.
  package private(set) var erasedSince = 0
  /// The number of ids whose erasure was interrupted: the files still hold them.
  package private(set) var interruptedErasures = 0
  /// The number of the reason for the last withdrawal, by the number of the participant; kept when
  /// a participant is enrolled again.
  private var withdrawalReasons: [Int: Int] = [:]
  private var reasons = InternTable()
  /// For each attribute of the program and each participant, the number of the value.
  package private(set) var attributeValues: [[Int32]]
  /// For each attribute of the program, its different values; number 0 is the empty one.
  package private(set) var attributeNames: [InternTable]

  /// Creates a table without participants.
  package init(attributes: Int) {
    attributeValues = Array(repeating: [], count: attributes)
    attributeNames = Array(repeating: InternTable([""]), count: attributes)
  }

  package var count: Int { enrolledOn.count }

  /// All participants that lines may name: those in the table by their numbers, then those enrolled
  /// later.
  package var everybody: InternTable {
    var everybody = ids
    for id in laterIDs.texts { _ = everybody.intern(id) }
    return everybody
  }

  /// The ids of the participants whose enrollment was not taken back.
  package var enrolledIDs: [String] {
    zip(ids.texts, states).compactMap { $1 == .unenrolled ? nil : $0 }
  }

  /// The value of an attribute for a participant; empty if unknown.
  package func value(attribute: Int, participant: Int) -> String {
    attributeNames[attribute][Int(attributeValues[attribute][participant])]
  }

  /// The reason a participant withdrew, as it was entered; nil for a participant who never
  /// withdrew.
  package func withdrawalReason(of participant: Int) -> String? {
    withdrawalReasons[participant].map { reasons[$0] }
  }

  /// Reserves space for this many participants.
  package mutating func reserveCapacity(_ participants: Int) {
    ids.reserveCapacity(participants)
    enrolledOn.reserveCapacity(participants)
    withdrawnOn.reserveCapacity(participants)
    states.reserveCapacity(participants)
    for attribute in attributeValues.indices {
      attributeValues[attribute].reserveCapacity(participants)
    }
  }

  /// Adds a piece of the participants file. Pieces must be added in the order of the file.
  /// - Returns: the positions of the rows that name a participant who is not enrolled.
  package mutating func add(_ chunk: ParticipantChunk) -> [Int] {
    for id in chunk.laterIDs.texts { _ = laterIDs.intern(id) }
    let numbers = numbers(of: chunk)
    let new = ids.count - count
    enrolledOn += repeatElement(CalendarDate(daysSinceEpoch: 0), count: new)
    withdrawnOn += repeatElement(nil, count: new)
    states += repeatElement(.counted, count: new)
    Self.putEvents(of: chunk, numbers, &enrolledOn, &withdrawnOn, &states)
    for id in chunk.laterErasures.texts {
      guard let number = ids.number(of: id) else { continue }
      states[number] = states[number].erased
      erasedSince += 1
    }
    interruptedErasures += chunk.interruptedErasures
    let ownReasons = chunk.withdrawalReasons.texts.map { reasons.intern($0) }
    for (row, reason) in chunk.withdrawals where numbers[row] >= 0 {
      withdrawalReasons[Int(numbers[row])] = ownReasons[reason]
    }
    for attribute in attributeValues.indices {
      let values = chunk.attributeNames[attribute].texts.map {
        Int32(attributeNames[attribute].intern($0))
      }
      attributeValues[attribute] += repeatElement(0, count: new)
      attributeValues[attribute].withMutableSpan { entries in
        for row in numbers.indices where numbers[row] >= 0 {
          let value = chunk.attributeValues[row * chunk.attributeNames.count + attribute]
          entries[Int(numbers[row])] = values[Int(value)]
        }
      }
    }
    return numbers.indices.filter { numbers[$0] == Self.nobody }
  }

  /// Marks for rows whose participant has no number.
  private static let nobody: Int32 = -1
  private static let enrolledLater: Int32 = -2

  /// The number of each row's participant, or a mark.
  ///
  /// All rows are looked up before any is added: lookups that do not depend on each other can load
  /// from memory at the same time.
  private mutating func numbers(of chunk: ParticipantChunk) -> [Int32] {
    let bytes = chunk.ids.span.bytes
    var numbers = chunk.rows.map { ids.candidate(for: bytes, $0.id) }
    for row in chunk.rows.indices {
      let (id, candidate) = (chunk.rows[row].id, numbers[row])
      if candidate != InternTable.noName, ids.isName(Int(candidate), bytes, id) { continue }
      if chunk.rows[row].action == .enroll {
        numbers[row] = Int32(ids.intern(bytes, id))
      } else if let number = ids.number(of: bytes, id) {
        numbers[row] = Int32(number)
      } else {
        numbers[row] = laterIDs.number(of: bytes, id) == nil ? Self.nobody : Self.enrolledLater
      }
    }
    return numbers
  }

  /// Stores the day of each row for its participant, and the state that follows from its action.
  private static func putEvents(
    of chunk: ParticipantChunk, _ numbers: [Int32], _ enrolledOn: inout [CalendarDate],
    _ withdrawnOn: inout [CalendarDate?], _ states: inout [ParticipantState]
  ) {
    enrolledOn.withMutableSpan { enrolledOn in
      withdrawnOn.withMutableSpan { withdrawnOn in
        states.withMutableSpan { states in
          for row in numbers.indices where numbers[row] >= 0 {
            let participant = Int(numbers[row])
            let date = chunk.rows[row].date
            switch chunk.rows[row].action {
            case .enroll:
              (enrolledOn[participant], withdrawnOn[participant]) = (date, nil)
              states[participant] = .counted
            case .update: enrolledOn[participant] = date
            case .withdraw: withdrawnOn[participant] = date
            case .withdrawUse:
              withdrawnOn[participant] = date
              states[participant] = .unused
            case .unenroll: states[participant] = .unenrolled
            case .erase:
              withdrawnOn[participant] = date
              states[participant] = states[participant].erased
            }
          }
        }
      }
    }
  }
}
