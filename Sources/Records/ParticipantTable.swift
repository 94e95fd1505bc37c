import Text

/// Everybody who was ever enrolled: columns by the number of the participant, in the order of first
/// enrollment.
package struct ParticipantTable: Sendable {
  /// The ids; a participant's number is the id's number here.
  package private(set) var ids = InternTable()
  package private(set) var enrolledOn: [CalendarDate] = []
  /// The day of withdrawal, nil for whoever takes part.
  package private(set) var withdrawnOn: [CalendarDate?] = []
  /// For each attribute of the program and each participant, the number of the value.
  package private(set) var attributeValues: [[Int32]]
  /// For each attribute of the program, its different values; number 0 is the empty one.
  package private(set) var attributeNames: [InternTable]

  /// A table of nobody.
  package init(attributes: Int) {
    attributeValues = Array(repeating: [], count: attributes)
    attributeNames = Array(repeating: InternTable([""]), count: attributes)
  }

  package var count: Int { enrolledOn.count }

  /// A participant's value of an attribute; empty where unknown.
  package func value(attribute: Int, participant: Int) -> String {
    attributeNames[attribute][Int(attributeValues[attribute][participant])]
  }

  /// Adds a piece of the participants file. Pieces come in the order of the file.
  /// - Returns: the rows of the piece, by their position, that name somebody who is not enrolled.
  package mutating func add(_ chunk: ParticipantChunk) -> [Int] {
    var strangers: [Int] = []
    let values = zip(attributeNames.indices, chunk.attributeNames).map { attribute, names in
      names.texts.map { Int32(attributeNames[attribute].intern($0)) }
    }
    var start = 0
    for row in chunk.dates.indices {
      let range = start..<chunk.idEnds[row]
      start = range.upperBound
      if chunk.actions[row] == .enroll {
        apply(chunk, row, values, to: ids.intern(chunk.ids.span.bytes, range))
      } else if let number = ids.number(of: chunk.ids.span.bytes, range) {
        apply(chunk, row, values, to: number)
      } else {
        strangers.append(row)
      }
    }
    return strangers
  }

  /// - Parameter values: for each attribute, the numbers here of the values numbered in the piece.
  private mutating func apply(
    _ chunk: ParticipantChunk, _ row: Int, _ values: [[Int32]], to number: Int
  ) {
    let date = CalendarDate(daysSinceEpoch: Int(chunk.dates[row]))
    if number == count {
      enrolledOn.append(date)
      withdrawnOn.append(nil)
      for attribute in attributeValues.indices { attributeValues[attribute].append(0) }
    }
    switch chunk.actions[row] {
    case .enroll: (enrolledOn[number], withdrawnOn[number]) = (date, nil)
    case .update: enrolledOn[number] = date
    case .withdraw: withdrawnOn[number] = date
    }
    for attribute in attributeValues.indices {
      let value = Int(chunk.attributeValues[attribute][row])
      attributeValues[attribute][number] = values[attribute][value]
    }
  }
}
