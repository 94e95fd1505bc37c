import Records
import Text

/// The layout `history`: every line of the store with its action, reason and time, in the order of
/// the files. Lines of the participants file have no timepoint, instrument, answers or score; lines
/// of the scores file have no attributes.
///
/// Call `add` for each line, those of the participants file first, then `finish`.
package struct HistoryExport {
  private let syntax: TableSyntax
  /// The number of columns for attributes.
  private let attributeColumns: Int
  private var writer: RowWriter
  private var known = AttributeMemory()
  /// The first values in `known`, written as cells: most attributes have few values.
  private var cells: [[UInt8]] = []

  /// - Parameter attributes: the program's attributes.
  package init(_ style: ExportStyle, attributes: [String]) {
    let columns = [
      "participant", "timepoint", "instrument", "date", "answers", "score", "action",
      "recorded_at", "recorded_by", "reason",
    ]
    let names = AttributeColumns.withValuesBefore(attributes, besides: columns).names
    attributeColumns = names.count
    syntax = TableSyntax(columns: columns + names, style: style)
    writer = RowWriter(syntax)
  }

  /// Adds a line of the participants file.
  /// - Throws: any error of `sink`.
  package mutating func add(_ event: ParticipantEvent, to sink: ByteSink) throws(Problems) {
    let numbers = known.replace(event.attributes, of: event.participant)
    while cells.count < min(known.valueCount, Self.mostCells) {
      cells.append(syntax.text(known.value(cells.count)))
    }
    try addRow(
      [
        syntax.text(event.participant.rawValue), syntax.missing, syntax.missing,
        syntax.text(event.date.description), syntax.missing, syntax.missing,
        syntax.text(event.action.rawValue), syntax.text(event.recordedAt.description),
        syntax.text(event.recordedBy), syntax.text(event.reason),
      ] + numbers.map(cell),
      to: sink)
  }

  /// Adds a line of the scores file.
  /// - Throws: any error of `sink`.
  package mutating func add(_ assessment: Assessment, to sink: ByteSink) throws(Problems) {
    try addRow(
      [
        syntax.text(assessment.participant.rawValue), syntax.text(assessment.timepoint.rawValue),
        syntax.text(assessment.instrument.rawValue), syntax.text(assessment.date.description),
        syntax.text(assessment.answers.map(AnswerText.text) ?? ""),
        syntax.number(assessment.score), syntax.text(assessment.action.rawValue),
        syntax.text(assessment.recordedAt.description), syntax.text(assessment.recordedBy),
        syntax.text(assessment.reason),
      ] + repeatElement(syntax.missing, count: attributeColumns),
      to: sink)
  }

  /// Adds a line about a file itself.
  /// - Throws: any error of `sink`.
  package mutating func add(_ event: FileEvent, to sink: ByteSink) throws(Problems) {
    try addRow(
      [
        syntax.missing, syntax.missing, syntax.missing, syntax.missing, syntax.missing,
        syntax.missing, syntax.text(event.action.rawValue),
        syntax.text(event.recordedAt.description), syntax.text(event.recordedBy),
        syntax.text(event.text),
      ] + repeatElement(syntax.missing, count: attributeColumns),
      to: sink)
  }

  /// Ends the table.
  /// - Throws: any error of `sink`.
  package mutating func finish(to sink: ByteSink) throws(Problems) {
    try writer.finish(to: sink)
  }

  private static let mostCells = 10_000

  private func cell(_ number: Int) -> [UInt8] {
    number < cells.count ? cells[number] : syntax.text(known.value(number))
  }

  private mutating func addRow(_ values: [[UInt8]], to sink: ByteSink) throws(Problems) {
    writer.startRow()
    for (key, value) in zip(syntax.keys, values) {
      writer.append(key)
      writer.append(value)
    }
    try writer.endRow(to: sink)
  }
}
