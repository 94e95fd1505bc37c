import Records
import Text

/// A form that was entered a second time.
package struct CheckedForm: Sendable {
  /// One field of both entries.
  package struct Field: Sendable, Equatable {
    package let field: EntryField
    package let first: String
    package let second: String
    /// The value on the paper: asked for where the entries differ, otherwise that of both.
    package let paper: String

    package var isDifferent: Bool { first != second }
    package var isErrorOfFirst: Bool { paper != first }
  }

  /// The entry that counted before.
  package let first: Assessment
  /// The line with the second entry as it was first keyed.
  package let second: Assessment
  /// The correction after the second entry; nil if the paper agrees with the first entry.
  package internal(set) var correction: Assessment?

  package init(first: Assessment, second: Assessment, correction: Assessment? = nil) {
    (self.first, self.second, self.correction) = (first, second, correction)
  }

  package var isBySamePerson: Bool { first.recordedBy == second.recordedBy }

  /// The fields that both entries have.
  package var fields: [Field] {
    let second = Self.values(of: second)
    let paper = correction.map(Self.values) ?? [:]
    return first.keyedFields.compactMap { field, value in
      second[field].map { other in
        Field(field: field, first: value, second: other, paper: paper[field] ?? value)
      }
    }
  }

  private static func values(of line: Assessment) -> [EntryField: String] {
    Dictionary(uniqueKeysWithValues: line.keyedFields.map { ($0.field, $0.value) })
  }
}

extension CheckedForm {
  /// The reason of a second entry.
  package static func reason(isBySamePerson: Bool) -> String {
    isBySamePerson ? "second entry by the same person" : "second entry"
  }

  /// The reason of a correction after a second entry: `second entry: the paper says 2 at item 4
  /// (was 3)`.
  package static func reason(correcting first: Assessment, to paper: Assessment) -> String {
    let fields = CheckedForm(first: first, second: paper, correction: paper).fields
    let words = fields.filter(\.isErrorOfFirst).map { field in
      switch field.field {
      case .date: "the date \(field.paper) (was \(field.first))"
      case .item(let number):
        "\(answer(field.paper)) at item \(number) (was \(answer(field.first)))"
      case .total: "the total \(field.paper) (was \(field.first))"
      }
    }
    return correctionHead + words.listed("and")
  }

  private static func answer(_ value: String) -> String { value == "." ? "no answer" : value }

  private static let correctionHead = "second entry: the paper says "

  /// True if a line is the correction that was written together with the second entry. An erasure
  /// has removed the reason.
  func isCorrection(_ line: Assessment) -> Bool {
    line.action == .correct && correction == nil && line.recordedAt == second.recordedAt
      && line.recordedBy == second.recordedBy
      && (line.reason.hasPrefix(Self.correctionHead) || line.reason == Erasure.removed)
  }
}
