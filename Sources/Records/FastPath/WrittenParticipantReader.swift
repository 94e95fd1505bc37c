import Text

/// Reads lines of the participants file that are exactly as the writer writes them, in one pass
/// from start to end.
///
/// It reports no faults: any line that it does not recognize is left to `LineScanner` and
/// `ParticipantLineParser`, which give the same result for every line that it reads.
struct WrittenParticipantReader: Sendable {
  /// The values of the previous line.
  struct Memory {
    /// The participant, reason and attributes of the previous line.
    fileprivate(set) var fields: LineFields
    fileprivate var line = PreviousLine()
    /// The columns from the day to the reason. If they repeat, the field of the reason is
    /// unchanged.
    fileprivate var event = PreviousColumns<ParticipantLineParser.Row>()

    fileprivate init(columns: Int) {
      fields = LineFields(columns: columns)
    }
  }

  private let line: WrittenLine
  /// The columns between the reason and the seal.
  private let attributes: Range<Int>
  /// The actions by their numbers among the names of `ParticipantLineParser`.
  private let actions = ParticipantAction.allCases

  init(parser: ParticipantLineParser, schema: LineSchema, format: LineFormat) {
    line = WrittenLine(schema: schema, format: format)
    attributes = ParticipantField.firstAttribute..<parser.sealField
  }

  /// The memory before the first line.
  var noMemory: Memory { Memory(columns: attributes.upperBound + 1) }

  /// Reads the line at `start` and moves `start` past it. Returns nil and leaves `start` unchanged
  /// if the line is not recognized.
  @inline(__always)
  func read(
    _ bytes: RawSpan, from start: inout Int, memory: inout Memory
  ) -> ParticipantLineParser.Row? {
    do throws(UnrecognizedLine) {
      return try row(bytes, from: &start, &memory)
    } catch {
      return nil
    }
  }

  @inline(__always)
  private func row(
    _ bytes: RawSpan, from start: inout Int, _ memory: inout Memory
  ) throws(UnrecognizedLine) -> ParticipantLineParser.Row {
    var position = start
    try line.require(line.open(ParticipantField.participant, bytes, at: &position))
    let id = try line.text(bytes, at: &position)
    try line.require(ParticipantID.isValid(bytes, id))
    memory.fields[ParticipantField.participant] = id
    let event = try event(bytes, at: &position, &memory)
    for attribute in attributes {
      memory.fields[attribute] =
        line.openLong(attribute, bytes, at: &position)
        ? try line.text(bytes, at: &position) : position..<position
    }
    try line.require(line.open(attributes.upperBound, bytes, at: &position))
    try line.passSeal(bytes, at: &position)
    start = position
    return event
  }

  /// Reads the action, its day, who recorded it when, and the reason.
  @inline(__always)
  private func event(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout Memory
  ) throws(UnrecognizedLine) -> ParticipantLineParser.Row {
    if let last = memory.event.pass(bytes, at: &position) { return last }
    return try newEvent(bytes, at: &position, &memory)
  }

  private func newEvent(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout Memory
  ) throws(UnrecognizedLine) -> ParticipantLineParser.Row {
    let start = position
    let date = try line.date(
      ParticipantField.enrolledOn, &memory.line, bytes, at: &position)
    let action = try line.name(
      ParticipantField.action, in: ParticipantLineParser.actions, &memory.line.action, bytes,
      at: &position)
    let recordedAt = try line.timestamp(
      ParticipantField.recordedAt, &memory.line, bytes, at: &position)
    _ = try line.text(ParticipantField.recordedBy, bytes, at: &position)
    memory.fields[ParticipantField.reason] = try line.text(
      ParticipantField.reason, bytes, at: &position)
    let event = ParticipantLineParser.Row(
      date: date, action: actions[action], recordedAt: recordedAt)
    memory.event.note(start..<position, event)
    return event
  }
}
