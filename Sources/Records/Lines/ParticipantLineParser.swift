import Text

/// Turns the fields of a line of the participants file into values, and finds invalid ones.
struct ParticipantLineParser: Sendable {
  /// The values of a line that are not kept as text.
  struct Row: Equatable {
    /// The day from which the action counts.
    var date: CalendarDate
    var action: ParticipantAction
    var recordedAt: Timestamp
  }

  private let attributes: Int
  /// The number of attributes in the file that were added after the moment in question.
  private let laterAttributes: Int
  let knownAt: Timestamp
  static let actions = InternTable(ParticipantAction.allCases.map(\.rawValue))

  /// - Parameters:
  ///   - settings: the settings with the program's attributes.
  ///   - knownAt: ignores lines that were recorded later; nil for all lines.
  init(_ settings: ProgramSettings, knownAt: Timestamp? = nil) {
    attributes = settings.attributes.count
    laterAttributes = settings.laterAttributes.count
    self.knownAt = knownAt ?? .endOfTime
  }

  /// The columns of the attributes.
  var attributeFields: Range<Int> {
    ParticipantField.firstAttribute..<ParticipantField.firstAttribute + attributes
  }

  /// The column of the seal.
  var sealField: Int { attributeFields.upperBound + laterAttributes }

  /// Parses a line with its fields at `fields` of `bytes`, and checks the fields that are not part
  /// of the row.
  func parse(
    _ bytes: RawSpan, _ fields: LineFields, memory: inout PreviousLine
  ) throws(RowFault) -> Row {
    guard ParticipantID.isValid(bytes, fields[ParticipantField.participant]) else {
      throw FileEventCheck.fault(
        bytes, fields, columns: .participants, memory: &memory,
        otherwise: RowFault(.invalidParticipantID, column: ParticipantField.participant))
    }
    guard let date = memory.date(bytes, fields[ParticipantField.enrolledOn]) else {
      throw RowFault(.invalidDate, column: ParticipantField.enrolledOn)
    }
    guard let action = Self.actions.number(of: bytes, fields[ParticipantField.action]) else {
      throw RowFault(.unknownAction, column: ParticipantField.action)
    }
    let recordedAt = try FieldCheck.timestamp(
      bytes, fields, column: ParticipantField.recordedAt, memory: &memory)
    try FieldCheck.seal(bytes, fields, column: sealField)
    return Row(date: date, action: ParticipantAction.allCases[action], recordedAt: recordedAt)
  }

  /// The line as a value.
  /// - Parameter row: what `parse` found in it.
  func event(_ row: Row, _ bytes: [UInt8], _ fields: LineFields) -> ParticipantEvent {
    func text(_ column: Int) -> String { String(decoding: bytes[fields[column]], as: UTF8.self) }
    return ParticipantEvent(
      participant: ParticipantID(valid: bytes[fields[ParticipantField.participant]]),
      date: row.date, action: row.action, recordedAt: row.recordedAt,
      recordedBy: text(ParticipantField.recordedBy), reason: text(ParticipantField.reason),
      attributes: attributeFields.map(text))
  }

  /// True if a line recorded at this time existed at the moment in question.
  func isKnown(_ recordedAt: Timestamp) -> Bool { recordedAt <= knownAt }

  /// Returns the details that a message can add to a fault.
  func context(
    of fault: RowFault, in bytes: [UInt8], _ fields: LineFields
  ) -> LineWalk.Context {
    fault.kind == .unknownAction
      ? .init(names: ParticipantAction.allCases.map(\.rawValue)) : .init()
  }
}
