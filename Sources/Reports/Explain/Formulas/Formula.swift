import Analysis

/// The formula of a number in words and, where possible, as arithmetic, with the participants that
/// it includes.
struct Formula: Sendable {
  /// The key in JSON, with the key of the object around it where the key alone is ambiguous.
  let key: String
  let words: String
  /// Keys of the same row, signs and whole numbers, such as `mean_change / sd_change`; nil where
  /// the number is not simple arithmetic on other printed numbers.
  let arithmetic: String?
  /// The convention by name, or its publication.
  let source: String
  /// The participants that the number counts or is computed from; nil where it does not depend on
  /// the program's participants.
  let people: People?

  /// The relation of a number to participants.
  enum Relation: String, Sendable {
    /// The number is a count of participants.
    case counts
    /// The number is computed from participants' data, such as a mean or a p value.
    case computedFrom = "computed_from"
  }

  /// The participants behind a number.
  struct People: Sendable {
    let relation: Relation
    /// True if rows with the same key may include different participants.
    let isOfRows: Bool
    /// Returns the participants that a number includes, by its row where rows include different
    /// participants; nil where the answer does not have the row.
    let criterion: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  }

  private init(
    _ key: String, _ words: String, _ arithmetic: String?, by source: String, _ people: People?
  ) {
    self.key = key
    self.words = words
    self.arithmetic = arithmetic
    self.source = source
    self.people = people
  }

  /// A number of participants.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil,
    counting criterion: InclusionCriterion
  ) {
    self.init(
      key, words, arithmetic, by: "count",
      People(relation: .counts, isOfRows: false) { _, _ in criterion })
  }

  /// A number of participants that depends on the row.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil,
    counting criterion: @escaping @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: "count",
      People(relation: .counts, isOfRows: true, criterion: criterion))
  }

  /// A number that is computed from participants' data, but is not a count of them.
  /// - Parameter criterion: nil for a number that does not depend on participants.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String = "arithmetic",
    of criterion: InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: source,
      criterion.map { criterion in
        People(relation: .computedFrom, isOfRows: false) { _, _ in criterion }
      })
  }

  /// A number that is computed from participants' data and depends on the row.
  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String = "arithmetic",
    of criterion: @escaping @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion?
  ) {
    self.init(
      key, words, arithmetic, by: source,
      People(relation: .computedFrom, isOfRows: true, criterion: criterion))
  }

  /// The arithmetic with numbers in place of keys.
  /// - Parameter spelling: returns a number as text; negative ones get parentheses around them.
  /// - Returns: nil where there is no arithmetic, or one of its numbers is undefined.
  func filled(with numbers: [String: Double], spelling: (Double) -> String) -> String? {
    guard let arithmetic else { return nil }
    var text = ""
    var key = ""
    for character in arithmetic + " " {
      let isOfKey = character.isLetter || character == "_" || (!key.isEmpty && character.isNumber)
      if isOfKey && character.isASCII {
        key.append(character)
        continue
      }
      if !key.isEmpty {
        guard let number = numbers[key] else { return nil }
        text += number < 0 ? "(\(spelling(number)))" : spelling(number)
        key = ""
      }
      text.append(character)
    }
    return String(text.dropLast())
  }
}
