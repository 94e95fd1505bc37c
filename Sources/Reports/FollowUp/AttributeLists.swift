import Documents
import Records

/// The attributes of listed participants, as columns of a streamed table.
struct AttributeLists {
  private let table: ParticipantColumns
  /// The attributes of the program.
  private let attributes: [String]
  /// For each row, the number of the participant.
  private let participants: [Int]

  init(_ table: ParticipantColumns, _ attributes: [String], of participants: [Int]) {
    self.table = table
    self.attributes = attributes
    self.participants = participants
  }

  /// One column for each attribute, blank where the value is unknown.
  /// - Parameter names: the titles of the columns, and their names in CSV.
  func columns(named names: [String]) -> [StreamedTable.SharedColumn] {
    names.enumerated().map { attribute, name in
      let values = table.attributeValues[attribute]
      return StreamedTable.SharedColumn(
        Column(attributes[attribute], key: name, .leading),
        cells: table.attributeNames[attribute].texts.map { $0.isEmpty ? .blank : .text($0) },
        indices: participants.map { values[$0] })
    }
  }

  /// The same columns as an inner object in JSON.
  /// - Parameter start: the position of the first one among the columns after the ids.
  func innerObject(from start: Int) -> StreamedTable.InnerObject {
    .init("attributes", start..<start + attributes.count, keys: attributes)
  }
}
