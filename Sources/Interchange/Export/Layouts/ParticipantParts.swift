import Records
import Text

/// The part of a participant's object before the assessments in the layout `participants`.
struct ParticipantParts {
  private let participants: ParticipantColumns
  private let ids: IDStrings
  private let dates: DateStrings
  private let attributes: AttributeStrings
  private let enrolledOn: Int
  private let withdrawnOn: Int
  private let attributesStart: Int
  private let attributesEnd: Int

  /// Adds the byte strings of these columns to `strings`.
  init(
    _ table: CohortColumns, in syntax: TableSyntax, _ dates: DateStrings,
    to strings: inout ByteStrings
  ) {
    let names = table.program.settings.attributes
    let attributeKeys = TableSyntax(columns: names, style: ExportStyle(.json)).keys
    self.dates = dates
    participants = table.participants
    ids = IDStrings(participants.ids, key: syntax.keys[0], in: syntax, to: &strings)
    enrolledOn = strings.add(syntax.keys[1])
    withdrawnOn = strings.add(syntax.keys[2])
    // The key of the first attribute opens the object; without attributes, it is opened here.
    attributesStart = strings.add(syntax.keys[3] + (names.isEmpty ? [ASCII.openBrace] : []))
    attributes = AttributeStrings(participants, keys: attributeKeys, in: syntax, to: &strings)
    attributesEnd = strings.add([ASCII.closeBrace])
  }

  /// Appends the start of a participant's object.
  func append(_ participant: Int, to writer: inout RowWriter) {
    writer.append(ids[participant])
    writer.append(enrolledOn)
    writer.append(dates[participants.enrolledOn[participant].daysSinceEpoch])
    if let date = participants.withdrawnOn[participant] {
      writer.append(withdrawnOn)
      writer.append(dates[date.daysSinceEpoch])
    }
    writer.append(attributesStart)
    for value in attributes[participant] { writer.append(value) }
    writer.append(attributesEnd)
  }
}
