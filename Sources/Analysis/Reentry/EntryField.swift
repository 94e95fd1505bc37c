import Records
import Text

/// A field of a form that is keyed.
package enum EntryField: Hashable, Sendable {
  case date
  /// An answer, by the number of its item, counted from 1.
  case item(Int)
  /// The total, where it was entered without answers.
  case total
}

extension Assessment {
  /// The fields that were keyed, with their values as written in the file.
  package var keyedFields: [(field: EntryField, value: String)] {
    let content =
      answers.map { codes in
        codes.enumerated().map { (EntryField.item($0 + 1), $1.map(String.init) ?? ".") }
      } ?? score.map { [(EntryField.total, NumberText.shortest($0))] } ?? []
    return [(.date, date.description)] + content
  }
}
